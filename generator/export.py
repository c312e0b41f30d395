"""The whole digest as data: `digest export`. A published contract; its schema is `export.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.model import Digest, EnrichedArticle, Entity, EntityKind
from generator.moments import Moment, format_moment
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
        "entities": [_entity(e) for e in digest.entities],
        "links": [
            {"from": n.source, "to": n.target, "relation": n.relation, "score": n.score, "why": list(n.why)}
            for n in digest.links
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1)


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
        "topics": [{"id": t.id, "label": t.label, "score": t.score, "origin": t.origin} for t in enriched.topics],
        "unsure": [{"id": t.id, "label": t.label, "score": t.score} for t in enriched.guesses],
        "people": named("person"),
        "places": named("place"),
        "organisations": named("organisation"),
        "story": story,
    }
