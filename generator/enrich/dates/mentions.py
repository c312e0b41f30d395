"""Time expressions of a text resolved against the article's own day. Text and day in, `DateMention` values out.

What is looked for stands in `dates.yml`, a table of patterns; what it means is told in `values.py`. "On Wednesday"
is the last one on or before the day, "Nov. 24" the one nearest to it, unless the words beside it look ahead ("will meet
on Friday", "until May") or back, which `cues.py` tells. "Two days later" counts from the day the text spoke of
last, if that was near. Without a day only expressions that name their year are resolved; the rest are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.enrich.dates.cues import read_cue
from generator.enrich.dates.expression import PARTS, Expression, first_day, grain_of
from generator.enrich.dates.joins import join_clocks
from generator.enrich.dates.table import DatePattern, DateWords, load_date_words
from generator.enrich.dates.values import VALUES
from generator.model import DateMention, Span

__all__ = ["DateWords", "find_dates", "load_date_words"]

_BEFORE = 48
"""Characters looked at for what must stand right before an expression."""
_ANCHORED = 400
"""How far back "the next day" reaches for its day."""
_DAY = len("2015-12-09")
_JOINED = re.compile(
    r",? (?:and|or|to|through|until|till|between|from) (?:on |early |late |mid-)?(?:the )?"
    r"(?:(?:start|beginning|middle|end) of )?|, (?:on )?| ?[-–—] ?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text, its outline, and the day it speaks from."""

    text: str
    outline: str
    today: date | None
    words: DateWords


def find_dates(text: str, today: date | None, words: DateWords, language: str | None = None) -> tuple[DateMention, ...]:
    """Every time expression that can be resolved; `today` is the day the article speaks from.

    The patterns are English: of a text known to be in another `language` nothing is read.
    """
    if language is not None and language.partition("-")[0].lower() != "en":
        return ()
    return tuple(join_clocks(text, list(_find(text, today, words)), today))


def _find(text: str, today: date | None, words: DateWords) -> Iterator[DateMention]:
    outline, places = words.outline.draw(text)
    source = Source(text=text, outline=outline, today=today, words=words)
    last: DateMention | None = None
    anchor: DateMention | None = None
    at = 0
    for place, key in places:
        rows = words.rows_at(outline, place, key) if place >= at else ()
        mention = _read_at(source, place, rows, last, anchor) if rows else None
        while mention is not None:
            yield mention
            last = mention
            if first_day(mention.value) is not None:
                anchor = mention
            at = mention.span.end
            mention = _read_tail(source, mention)


def _read_at(
    source: Source, at: int, rows: Sequence[DatePattern], last: DateMention | None, anchor: DateMention | None
) -> DateMention | None:
    outline = source.outline
    for row in rows:
        match = row.pattern.match(outline, at)
        if match is None or not row.fits(before := outline[max(0, at - _BEFORE) : at]):
            continue
        if row.ends and source.words.end.match(outline, match.end()) is None:
            continue
        spoken = anchor.value if anchor is not None and at - anchor.span.end < _ANCHORED else None
        joined = last.value if last is not None and _JOINED.fullmatch(source.text, last.span.end, at) else None
        begin = at - (row.value == "decade" and before[-1:] in ("'", "’"))
        wider = source.words.find_wider(outline, max(last.span.end if last else 0, at - _BEFORE), begin)
        clause = wider.start() if wider and wider[0] not in ("the ", "The ") else begin
        value = _value(source, match, row, clause, spoken, joined)
        if value is not None:
            return _widen(source, match, row, value, wider.start() if wider else begin)
    return None


def _value(
    source: Source, match: re.Match[str], row: DatePattern, start: int, anchor: str | None, joined: str | None
) -> str | None:
    parts = {name: source.text[slice(*match.span(name))] for name, part in match.groupdict().items() if part}
    if "holiday" in parts:
        parts["holiday"] = source.words.outline.find_holiday(parts["holiday"])
    expression = Expression(
        parts=parts,
        today=source.today,
        look=partial(read_cue, source.text, start, match.end(), source.words.cues),
        anchor=anchor,
        joined=joined,
        by=row.by,
        suffix=row.suffix,
    )
    return VALUES[row.value](expression)


def _widen(source: Source, match: re.Match[str], row: DatePattern, value: str, wider: int) -> DateMention:
    """The mention, with what belongs to it on its left: "the", "early", "the morning of"."""
    start, kind = match.start(), row.type
    if kind == "DURATION" and (grain_of(value) or value.endswith("_REF")):
        kind = "DATE"
    if kind != "SET" and not value.endswith("_REF"):
        start = wider
        if grain_of(value) == "day" and "T" not in value:
            part = source.words.find_part(source.outline, max(0, match.start() - _BEFORE), match.start())
            start = part.start() if part is not None else start
            value += PARTS[part["part"]] if part is not None else ""
    if kind == "DATE" and (value.startswith("T") or "T" in value[_DAY:]):
        kind = "TIME"
    return DateMention(span=Span(start=start, end=match.end()), type=kind, value=value)


def _read_tail(source: Source, mention: DateMention) -> DateMention | None:
    for row in source.words.tails.get(grain_of(mention.value), ()):
        match = row.pattern.match(source.outline, mention.span.end)
        if match is None or not row.fits(source.outline[max(0, match.start() - _BEFORE) : match.start()]):
            continue
        if row.ends and source.words.end.match(source.outline, match.end()) is None:
            continue
        value = _value(source, match, row, match.start(), None, mention.value)
        if value is not None:
            start = min(match.start(name) for name, part in match.groupdict().items() if part)
            return DateMention(span=Span(start=start, end=match.end()), type="DATE", value=value)
    return None
