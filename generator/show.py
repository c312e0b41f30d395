"""What was understood in one article, for programs (`digest show --json`) and for people (`digest show`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.text import Text

from generator.model import Article, EnrichedArticle, Entity, EntityKind, Problem, Span
from generator.moments import Moment, format_moment
from generator.pipeline import Shown

_KINDS: Mapping[str, EntityKind] = {"people": "person", "places": "place", "organisations": "organisation"}
_COLOURS: Mapping[EntityKind, str] = {"person": "bold cyan", "place": "green", "organisation": "magenta"}


def shown_records(path: str, result: tuple[Shown | Problem, ...]) -> Iterator[str]:
    """One JSON object a line for each article of the file; what cannot be read has `problems` alone."""
    for shown in result:
        record = _EMPTY | {"problems": [shown.message]} if isinstance(shown, Problem) else _record(shown)
        yield json.dumps({"path": path} | record, ensure_ascii=False)


def _record(shown: Shown) -> dict[str, Any]:
    article, enriched = shown.article.article, shown.article
    names = {entity.id: _name_here(entity) for entity in enriched.entities}
    return {
        "title": None if "title" in article.review else article.title,
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
        "topics": [{"id": t.id, "label": t.label, "score": t.score} for t in enriched.topics],
        "dates": [_at(article, d.span) | {"type": d.type, "value": d.value} for d in enriched.dates],
        "quotes": [_at(article, q.span) | {"speaker": q.speaker, "cue": q.cue} for q in enriched.quotes],
        "summary": enriched.summary.text or None,
        "review": list(article.review),
        "problems": [],
    }


_EMPTY: dict[str, Any] = {
    **dict.fromkeys(("title", "deck", "source", "dateline_place", "published", "updated", "language", "url")),
    **dict.fromkeys(("kind", "summary")),
    **{k: [] for k in ("authors", "labels", "photo_credits", "paragraphs", "removed", "people", "places")},
    **{k: [] for k in ("organisations", "mentions", "topics", "dates", "quotes", "review", "problems")},
}


def _iso(moment: Moment | None) -> str | None:
    return None if moment is None else format_moment(moment)


def _at(article: Article, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": article.text[span.start : span.end]}


def _entity(entity: Entity) -> dict[str, Any]:
    name = _name_here(entity)
    forms = dict.fromkeys((*(n.text for n in entity.names), entity.name))
    return {"name": name, "aliases": [form for form in forms if form != name]}


def _name_here(entity: Entity) -> str:
    """The entity's name if the article uses it, else the fullest form it does use: nothing is put in its mouth."""
    forms = [n.text for n in entity.names]
    return entity.name if entity.name in forms or not forms else max(forms, key=len)


# --- for people ------------------------------------------------------------------------------------------------------


def print_shown(shown: Shown) -> None:
    """Print an article: what it says of itself, its text with names in colour, and what was removed."""
    console = Console(highlight=False)
    article, enriched = shown.article.article, shown.article
    console.rule(Text(article.title, style="bold"))
    for name, value in _facts(article, enriched):
        console.print(Text.assemble((f"{name:>14}  ", "dim"), value))
    console.print()
    text = Text(article.text)
    for mention in enriched.mentions:
        text.stylize(_COLOURS[mention.kind], mention.span.start, mention.span.end)
    for date in enriched.dates:
        text.stylize("underline", date.span.start, date.span.end)
    for quote in enriched.quotes:
        text.stylize("italic", quote.span.start, quote.span.end)
    console.print(text, soft_wrap=False)
    if shown.removed:
        console.print()
    for removed in shown.removed:
        console.print(Text(f"- {removed.line or '·':>4} {removed.rule:24} {removed.text}", style="dim red"))
    console.print()


def _facts(article: Article, enriched: EnrichedArticle) -> Iterator[tuple[str, str]]:
    line = article.dateline
    facts = {
        "deck": article.deck,
        "by": ", ".join(article.authors),
        "source": article.source,
        "dateline": ", ".join(str(part) for part in (line.place, line.date) if part) if line else "",
        "published": _iso(article.published),
        "updated": _iso(article.updated),
        "language": article.language,
        "url": article.url,
        "photos": ", ".join(article.photo_credits),
        "topics": ", ".join(f"{t.label} {t.score:.2f}" for t in enriched.topics),
        **{key: ", ".join(e.name for e in enriched.entities if e.kind == kind) for key, kind in _KINDS.items()},
        "dates": ", ".join(f"{article.text[d.span.start : d.span.end]} = {d.value}" for d in enriched.dates),
        "summary": enriched.summary.text,
        "please check": ", ".join(article.review),
    }
    return ((name, value) for name, value in facts.items() if value)
