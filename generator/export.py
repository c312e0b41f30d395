"""The whole digest as data: `digest export`. A published contract; its schema is `export.schema.json`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.model import (
    Account,
    Claim,
    Correction,
    Digest,
    EnrichedArticle,
    Entity,
    EntityKind,
    Membership,
    Story,
    Syndication,
    Thread,
)
from generator.moments import Moment, format_moment
from generator.render.paths import article_address, entity_address, story_address, subject_address, thread_address

_FINGERPRINT = 16
"""Hexadecimal digits that tell one text from another."""


def export_digest(digest: Digest) -> str:
    """One JSON object. Addresses are relative to the site's root; lists are in the order of the digest."""
    articles = {e.article.id: e for e in digest.articles}
    story_of = {article: story.id for story in digest.stories for article in story.articles}
    names = {entity.id: entity.name for entity in digest.entities}
    record = {
        "articles": [_article(e, story_of.get(e.article.id), names) for e in digest.articles],
        "stories": [
            {"id": story.id, "title": story.title, "url": story_address(story, articles[story.id].article)}
            | _story(story)
            for story in digest.stories
        ],
        "accounts": [_account(account) for account in digest.accounts],
        "threads": [_thread(thread, articles) for thread in digest.threads],
        "topics": [
            {"id": s.id, "label": s.label, "parent": s.parent, "url": subject_address(s), "articles": list(s.articles)}
            for s in digest.subjects
        ],
        "entities": [_entity(e) for e in digest.entities],
        "links": [
            {"from": n.source, "to": n.target, "relation": n.relation, "score": n.score, "why": list(n.why)}
            for n in digest.links
        ],
        "story_links": [
            {"from": n.source, "to": n.target, "relation": n.relation, "score": n.score, "why": list(n.why)}
            for n in digest.story_links
        ],
        "syndications": [_syndication(s) for s in digest.syndications],
        "inclusions": [{"whole": i.whole, "part": i.part, "share": i.share} for i in digest.inclusions],
        "versions": [{"newest": chain.newest, "older": list(chain.older)} for chain in digest.versions],
        "corrections": [_correction(c) for c in digest.corrections],
    }
    return json.dumps(record, ensure_ascii=False, indent=1)


def _thread(thread: Thread, articles: Mapping[str, EnrichedArticle]) -> dict[str, Any]:
    """With what ties each episode to those before, and the numbers of the sentences of its lead that are new."""
    first = articles.get(thread.id) or articles[thread.episodes[0].article]
    return {
        "id": thread.id,
        "title": thread.title,
        "url": thread_address(thread, first.article),
        "episodes": [
            {
                "story": episode.story,
                "article": episode.article,
                "news": [claim.sentence for claim in episode.news],
                "why": list(episode.why),
            }
            for episode in thread.episodes
        ],
    }


def _story(story: Story) -> dict[str, Any]:
    """With its receipt: why each report is in, what came nearest, and what the site's own file says of it."""
    return {
        "articles": list(story.articles),
        "first": _iso(story.first),
        "last": _iso(story.last),
        "independent": story.independent,
        "members": memberships(story.members),
        "nearest": memberships(story.nearest),
        "mentions": memberships(story.mentions),
        "overrides": list(story.overrides),
    }


def _account(account: Account) -> dict[str, Any]:
    """What the reports of a story say; each sentence by its article and its number there."""
    return {
        "story": account.story,
        "summary": _claims(account.summary),
        "differences": [
            {
                "kind": difference.kind,
                "subject": difference.subject,
                "cells": [{"text": cell.text, "claims": _claims(cell.claims)} for cell in difference.cells],
            }
            for difference in account.differences
        ],
        "soles": [{"claim": _claim(sole.claim), "what": list(sole.what)} for sole in account.soles],
        "timeline": [
            {
                "value": happening.value,
                "claims": _claims(happening.claims),
                "background": happening.is_background,
                "planned": happening.is_planned,
            }
            for happening in account.timeline
        ],
        "voices": [
            {
                "name": voice.name,
                "entity": voice.entity,
                "statements": [
                    [{"text": wording.text, "claims": _claims(wording.claims)} for wording in statement.wordings]
                    for statement in voice.statements
                ],
            }
            for voice in account.voices
        ],
    }


def _claims(claims: Sequence[Claim]) -> list[dict[str, Any]]:
    return [_claim(claim) for claim in claims]


def _claim(claim: Claim) -> dict[str, Any]:
    return {"article": claim.article, "sentence": claim.sentence}


def _syndication(syndication: Syndication) -> dict[str, Any]:
    return {
        "shown": syndication.shown,
        "copies": [{"article": c.article, "share": c.share, "why": list(c.why)} for c in syndication.copies],
        "origin": syndication.origin,
    }


def memberships(members: Sequence[Membership]) -> list[dict[str, Any]]:
    """Why articles are in a story, or nearly, as data."""
    return [{"article": m.article, "score": m.score, "why": list(m.why)} for m in members]


def _correction(correction: Correction) -> dict[str, Any]:
    return {
        "article": correction.article,
        "older": correction.older,
        "newer": correction.newer,
        "moment": _iso(correction.moment),
        "arrived": correction.is_arrival,
        "overtaken": correction.is_update,
        "notices": list(correction.notices),
        "changes": [{"kind": c.kind, "was": c.was, "now": c.now} for c in correction.changes],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    """With the evidence for what was joined: why another name is the same, and when a role was held."""
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "aliases": [n.text for n in entity.names if n.text != entity.name],
        "joined": [{"name": j.name, "why": j.why} for j in entity.joined],
        "roles": [{"text": r.text, "first": _iso(r.first), "last": _iso(r.last)} for r in entity.held],
        "demonyms": [{"text": n.text, "count": n.count} for n in entity.demonyms],
        "country": entity.country,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "wikidata": entity.wikidata,
        "url": entity_address(entity),
        "articles": list(entity.articles),
    }


def _iso(moment: Moment | None) -> str | None:
    return None if moment is None else format_moment(moment)


def _article(enriched: EnrichedArticle, story: str | None, names: Mapping[str, str]) -> dict[str, Any]:
    article = enriched.article

    def named(kind: EntityKind) -> list[str]:
        return list(dict.fromkeys(names.get(e.id, e.name) for e in enriched.entities if e.kind == kind))

    return {
        "id": article.id,
        "path": article.path,
        "url": article_address(article),
        "title": article.title,
        "source": article.source,
        "published": _iso(article.published),
        "updated": _iso(article.updated),
        "fingerprint": hashlib.sha256(article.text.encode("utf-8", "replace")).hexdigest()[:_FINGERPRINT],
        "topics": [{"id": t.id, "label": t.label, "score": t.score, "origin": t.origin} for t in enriched.topics],
        "unsure": [{"id": t.id, "label": t.label, "score": t.score} for t in enriched.guesses],
        "people": named("person"),
        "places": named("place"),
        "organisations": named("organisation"),
        "story": story,
    }
