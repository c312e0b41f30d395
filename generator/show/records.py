"""What was understood in the articles of a file, for programs: `digest show --json`. See docs/data.md."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model import Article, Entity, EntityKind, Problem, Span, Topic
from generator.moments import Moment, format_moment
from generator.pipeline import Shown
from generator.record.article import has_display_title

_KINDS: Mapping[str, EntityKind] = {"people": "person", "places": "place", "organisations": "organisation"}


def shown_records(path: str, result: tuple[Shown | Problem, ...]) -> Iterator[str]:
    """One JSON object a line for each article of the file; what cannot be read has `problems` alone."""
    for shown in result:
        record = _EMPTY | {"problems": [shown.message]} if isinstance(shown, Problem) else _record(shown)
        yield json.dumps({"path": path} | record, ensure_ascii=False)


def _record(shown: Shown) -> dict[str, Any]:
    article, enriched = shown.article.article, shown.article
    names = {entity.id: _name_here(entity) for entity in enriched.entities}
    return {
        "title": None if has_display_title(article) else article.title,
        "deck": article.deck,
        "authors": list(article.authors),
        "source": article.source,
        "dateline_place": article.dateline.place if article.dateline else None,
        "published": _iso(article.published),
        "updated": _iso(article.updated),
        "language": article.language,
        "url": article.url,
        "labels": list(article.labels),
        "photo_credits": list(article.photo_credits),
        "kind": shown.form,
        "paragraphs": [article.text[b.span.start : b.span.end] for b in article.blocks],
        "removed": [{"line": r.line, "text": r.text, "rule": r.rule} for r in shown.removed],
        **{key: [_entity(e) for e in enriched.entities if e.kind == kind] for key, kind in _KINDS.items()},
        "mentions": [_at(article, m.span) | {"kind": m.kind, "name": names[m.entity]} for m in enriched.mentions],
        "demonyms": [_at(article, d.span) | {"country": d.country} for d in enriched.demonyms],
        "topics": [_topic(topic, article) for topic in enriched.topics],
        "unsure": [_topic(topic, article) for topic in enriched.guesses],
        "dates": [_at(article, d.span) | {"type": d.type, "value": d.value} for d in enriched.dates],
        "quotes": [
            _at(article, q.span) | {"speaker": names.get(q.entity or "", q.speaker), "cue": q.cue}
            for q in enriched.quotes
        ],
        "summary": enriched.summary.text or None,
        "review": list(article.review),
        "problems": [],
    }


_EMPTY: dict[str, Any] = {
    **dict.fromkeys(("title", "deck", "source", "dateline_place", "published", "updated", "language", "url")),
    **dict.fromkeys(("kind", "summary")),
    **{k: [] for k in ("authors", "labels", "photo_credits", "paragraphs", "removed", "people", "places")},
    **{k: [] for k in ("organisations", "mentions", "demonyms", "topics", "unsure", "dates", "quotes", "review")},
    "problems": [],
}


def _iso(moment: Moment | None) -> str | None:
    return None if moment is None else format_moment(moment)


def _at(article: Article, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": article.text[span.start : span.end]}


def _topic(topic: Topic, article: Article) -> dict[str, Any]:
    return {"id": topic.id, "label": topic.label, "score": topic.score, "origin": topic.origin} | {
        "evidence": [_at(article, span) for span in topic.evidence]
    }


def _entity(entity: Entity) -> dict[str, Any]:
    name = _name_here(entity)
    forms = dict.fromkeys((*(n.text for n in entity.names), entity.name))
    return {"name": name, "aliases": [form for form in forms if form != name], "roles": list(entity.roles)}


def _name_here(entity: Entity) -> str:
    """The entity's name if the article uses it, else the fullest form it does use: nothing is put in its mouth."""
    forms = [n.text for n in entity.names]
    return entity.name if entity.name in forms or not forms else max(forms, key=len)
