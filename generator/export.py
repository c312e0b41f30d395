"""The whole digest as data: `digest export`. A published contract; its schema is `export.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.model import Digest, EnrichedArticle, EntityKind
from generator.moments import format_moment
from generator.render.paths import article_address, entity_address, story_address, subject_address


def export_digest(digest: Digest) -> str:
    """One JSON object. Addresses are relative to the site's root; lists are in the order of the digest."""
    articles = {e.article.id: e for e in digest.articles}
    story_of = {article: story.id for story in digest.stories for article in story.articles}
    names = {entity.id: entity.name for entity in digest.entities}
    record = {
        "articles": [_article(e, story_of.get(e.article.id), names) for e in digest.articles],
        "stories": [
            {
                "id": story.id,
                "title": story.title,
                "url": story_address(story, articles[story.id].article),
                "articles": list(story.articles),
            }
            for story in digest.stories
        ],
        "topics": [
            {"id": s.id, "label": s.label, "parent": s.parent, "url": subject_address(s), "articles": list(s.articles)}
            for s in digest.subjects
        ],
        "entities": [
            {
                "id": e.id,
                "kind": e.kind,
                "name": e.name,
                "aliases": [n.text for n in e.names if n.text != e.name],
                "wikidata": e.wikidata,
                "url": entity_address(e),
                "articles": list(e.articles),
            }
            for e in digest.entities
        ],
        "links": [
            {"from": n.source, "to": n.target, "relation": n.relation, "score": n.score, "why": list(n.why)}
            for n in digest.links
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1)


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
        "published": format_moment(article.published) if article.published else None,
        "topics": [{"id": t.id, "label": t.label, "score": t.score, "origin": t.origin} for t in enriched.topics],
        "people": named("person"),
        "places": named("place"),
        "organisations": named("organisation"),
        "story": story,
    }
