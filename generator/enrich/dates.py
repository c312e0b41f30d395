"""Time expressions of a text resolved against the article's own day. Text and day in, `DateMention` values out.

What is looked for stands in `dates.yml`, a table of patterns; what it means is told in `date_values.py`. "On Wednesday"
is the last one on or before the day, "Nov. 24" the one nearest to it, unless the words beside it look ahead ("will meet
on Friday", "until May") or back, which `date_cues.py` tells. Without a day only expressions that name their year are
resolved; the rest are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from generator.enrich.date_cues import DateCues, load_date_cues, read_cue
from generator.enrich.date_values import VALUES, Expression
from generator.enrich.wordlists import read_table
from generator.model import DateMention, DateType, Span

_LONGEST_WORD_BEFORE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePattern:
    """One row of dates.yml."""

    pattern: re.Pattern[str]
    type: DateType
    value: str
    after: frozenset[str]
    """Words one of which must stand directly before, in lower case; empty for any."""
    by: int
    suffix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The table of time expressions."""

    starts: re.Pattern[str]
    any: re.Pattern[str]
    """All patterns as one, to pass over quickly what none fits."""
    patterns: tuple[DatePattern, ...]
    cues: DateCues


def load_date_words() -> DateWords:
    """Read the packaged patterns."""
    table = read_table("dates.yml")
    words = table["words"]

    def fill(pattern: str) -> str:
        return re.sub(r"(?<!\?P)<(\w+)>", lambda match: f"(?:{words[match[1]]})", pattern)

    rows = [cast(Mapping[str, Any], row) for row in table["patterns"]]
    return DateWords(
        cues=load_date_cues(),
        any=re.compile("|".join(re.sub(r"\?P<\w+>", "?:", fill(row["pattern"])) for row in rows)),
        starts=re.compile(rf"(?<![\w.,$£€#-])(?:{words['starts']})"),
        patterns=tuple(
            DatePattern(
                pattern=re.compile(rf"(?:{fill(row['pattern'])})(?!\w)"),
                type=row.get("type", "DATE"),
                value=row["value"],
                after=frozenset(row.get("after", ())),
                by=row.get("by", 0),
                suffix=row.get("suffix", ""),
            )
            for row in rows
        ),
    )


def find_dates(text: str, today: date | None, words: DateWords) -> tuple[DateMention, ...]:
    """Every time expression that can be resolved; `today` is the day the article speaks from."""
    found: list[DateMention] = []
    at = 0
    while (start := words.starts.search(text, at)) is not None:
        mention = _read_at(text, start.start(), today, words)
        if mention is not None:
            found.append(mention)
        at = mention.span.end if mention is not None else start.end()
    return tuple(found)


def _read_at(text: str, at: int, today: date | None, words: DateWords) -> DateMention | None:
    if words.any.match(text, at) is None:
        return None
    before = text[max(0, at - _LONGEST_WORD_BEFORE) : at].rpartition(" ")[0].rpartition(" ")[2].lower()
    for row in words.patterns:
        match = row.pattern.match(text, at)
        if match is None or (row.after and before not in row.after):
            continue
        parts = {name.rstrip("0123456789"): part for name, part in match.groupdict().items() if part}
        expression = Expression(
            parts=parts,
            today=today,
            cue=read_cue(text, at, match.end(), words.cues),
            by=row.by,
            suffix=row.suffix,
        )
        value = VALUES[row.value](expression)
        if value is not None:
            timed = "T" in value and row.type == "DATE"
            return DateMention(span=Span(start=at, end=match.end()), type="TIME" if timed else row.type, value=value)
    return None
