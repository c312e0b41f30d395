"""Times of day joined to the day they belong to: "9 a.m. Friday" is one expression, "Friday at 9 a.m." two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.enrich.dates.expression import grain_of
from generator.model import DateMention, Span

_TO_THE_DAY = re.compile(r",? (?:on |local time (?:on )?|\([^()\n]{1,30}\),? (?:on )?)?(?:early |late )?")
_BESIDE = 50
_NEAR = 300
"""How far a time of day reaches for a day that follows, and back for one spoken of before, within a paragraph."""


def join_clocks(text: str, mentions: Sequence[DateMention], today: date | None) -> Iterator[DateMention]:
    """The mentions, each `T22:30` with the day it is of: named beside it, spoken of before, or the article's own."""
    spoken: DateMention | None = None
    at = 0
    while at < len(mentions):
        mention, at = mentions[at], at + 1
        if mention.value.startswith("T"):
            after = mentions[at] if at < len(mentions) else None
            if after is not None and (between := _between(text, mention, after)) is not None:
                mention = replace(mention, value=after.value[:10] + mention.value)
                if between == " " and after.type == "DATE":
                    mention = replace(mention, span=Span(start=mention.span.start, end=after.span.end))
                    at += 1
            else:
                mention = _on_day(mention, _spoken_day(text, spoken, mention), today)
        if grain_of(mention.value) == "day":
            spoken = mention
        yield mention


def _between(text: str, clock: DateMention, after: DateMention) -> str | None:
    """What stands between a time and the day it is said to be on; None where the next expression is no such day."""
    if grain_of(after.value) != "day" or after.span.start - clock.span.end > _BESIDE:
        return None
    between = text[clock.span.end : after.span.start]
    return between if _TO_THE_DAY.fullmatch(between) else None


def _spoken_day(text: str, spoken: DateMention | None, clock: DateMention) -> str:
    if spoken is None or clock.span.start - spoken.span.end > _NEAR:
        return ""
    return "" if "\n" in text[spoken.span.end : clock.span.start] else spoken.value[:10]


def _on_day(mention: DateMention, day: str, today: date | None) -> DateMention:
    if day:
        return replace(mention, value=day + mention.value)
    return replace(mention, value=today.isoformat() + mention.value) if today else mention
