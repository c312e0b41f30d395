"""An edition as data. In: an edition and the context. Out: the bytes of `edition.json`, beside the edition's page.

A published contract: `generator/edition.schema.json` says what each key holds. Addresses are relative to the
site's root.
"""

from __future__ import annotations

import json
from typing import Any

from generator.model import Claim, Edition, Item, LeftOut
from generator.moments import format_moment
from generator.render.article_time import moment_of
from generator.render.body import plain_sentence, sentence_anchor
from generator.render.context import Context
from generator.render.link_views import edition_name, href
from generator.render.paths import article_address, edition_address, subject_address
from generator.render.standing import FORMULA

NAME = "edition.json"


def write_edition(edition: Edition, newer: Edition | None, older: Edition | None, context: Context) -> bytes:
    """One JSON object; each item and what is left out stand on a line of their own."""
    head = {
        "id": edition.id,
        "grain": edition.grain,
        "title": edition_name(edition),
        "first": edition.first.isoformat(),
        "last": edition.last.isoformat(),
        "url": edition_address(edition),
        "previous": _data_address(older),
        "next": _data_address(newer),
        "formula": FORMULA,
    }
    items = ",\n".join(_encode({"rank": n, **_item(item, context)}) for n, item in enumerate(edition.items, 1))
    left = ",\n".join(_encode(_left_out(each, context)) for each in edition.left_out)
    text = f'{_encode(head).removesuffix("}")}, "items": [\n{items}\n], "left_out": [\n{left}\n]}}\n'
    return text.encode("utf-8", "replace")


def data_address(edition: Edition) -> str:
    """Where the data of an edition is."""
    return f"{edition_address(edition)}{NAME}"


def _data_address(edition: Edition | None) -> str | None:
    return data_address(edition) if edition else None


def _item(item: Item, context: Context) -> dict[str, Any]:
    lead = context.articles[item.articles[0]].article
    topic = context.subjects.get(item.topic or "")
    story = context.stories.get(item.story or "")
    return {
        "title": lead.title,
        "url": href(article_address(lead)),
        "story": {"id": story.id, "url": href(context.story_addresses[story.id])} if story else None,
        "topic": {"id": topic.id, "label": topic.label, "url": subject_address(topic)} if topic else None,
        "score": item.score,
        "parts": [{"name": part.name, "value": part.value, "points": part.points} for part in item.parts],
        "before": item.before.isoformat() if item.before else None,
        "new": [_claim(claim, context) for claim in item.new],
        "articles": [_article(article, context) for article in item.articles],
    }


def _left_out(left: LeftOut, context: Context) -> dict[str, Any]:
    return {"reason": left.reason, **_item(left.item, context)}


def _claim(claim: Claim, context: Context) -> dict[str, Any]:
    article = context.articles[claim.article].article
    return {
        "article": article.id,
        "sentence": claim.sentence,
        "text": plain_sentence(article.text, article.sentences[claim.sentence]),
        "url": f"{href(article_address(article))}#{sentence_anchor(claim.sentence)}",
    }


def _article(identity: str, context: Context) -> dict[str, Any]:
    article, source = context.articles[identity].article, context.source_of.get(identity)
    moment = moment_of(article)
    return {
        "id": article.id,
        "title": article.title,
        "url": href(article_address(article)),
        "source": source.name if source else None,
        "published": format_moment(moment) if moment else None,
    }


def _encode(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
