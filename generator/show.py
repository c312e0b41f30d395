"""What was understood in one article, for programs (`digest show --json`) and for people (`digest show`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from generator.model import Article, EnrichedArticle, Entity, EntityKind, Problem, Removed, Span
from generator.moments import Moment, format_moment
from generator.pipeline import Shown
from generator.record.article import has_display_title

_KINDS: Mapping[str, EntityKind] = {"people": "person", "places": "place", "organisations": "organisation"}
_MARGIN = 10
"""Columns for the line numbers of the receipt."""
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
    console.print()
    for line in receipt_lines(shown.removed, console.width):
        console.print(Text(line, style="dim"), no_wrap=True, overflow="ellipsis", crop=True)
    console.print()


def receipt_lines(removed: Sequence[Removed], width: int) -> Iterator[str]:
    """The cleaning receipt, rule by rule in the order in which they first took something; long texts are clipped."""
    if not removed:
        yield "nothing was removed"
        return
    groups: dict[str, list[Removed]] = {}
    for entry in removed:
        groups.setdefault(entry.rule, []).append(entry)
    yield f"removed: {_count(len(removed), 'line or part of one', 'lines or parts')} by {_count(len(groups), 'rule')}"
    for rule, entries in groups.items():
        yield f"  {rule}" + (f" ({len(entries)})" if len(entries) > 1 else "")
        for entry in entries:
            text = " ".join(entry.text.split())
            room = max(20, width - _MARGIN)
            yield f"{entry.line or '·':>{_MARGIN - 2}}  {text if len(text) <= room else text[: room - 1] + '…'}"


def _count(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"


def _facts(article: Article, enriched: EnrichedArticle) -> Iterator[tuple[str, str]]:
    line = article.dateline
    facts = {
        "deck": article.deck,
        "by": ", ".join(article.authors),
        "credited": ", ".join(f"{c.name} ({c.role})" for c in article.contributors),
        "source": article.source,
        "agency": article.agency,
        "dateline": ", ".join(str(part) for part in (line.place, line.date) if part) if line else "",
        "published": _iso(article.published),
        "updated": _iso(article.updated),
        "embargo": _iso(article.embargo),
        "labels": ", ".join(article.labels),
        "section": article.section,
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
