"""Until when a report must not be published: `EMBARGOED UNTIL 0001 GMT Dec 10`, `Sperrfrist: 10. Dezember, 9.30 Uhr`.

A line comes in; whether it says so, and the moment it names, go out. How such lines begin is data, in labels.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from generator.extract.versions.label_rules import load_label_rules
from generator.moments import Moment, day_of, instant
from generator.printed_dates import find_moments
from generator.world_dates import month_number, write_iso_days

_LONGEST = 300
_MOST_WORDS, _MOST_WORDS_SURE, _MOST_WORDS_OF_PROSE, _MOST_WORDS_UNDATED = 30, 24, 16, 12
"""Words of such a line: set in capitals, in words that are sure, in others, and without a day or an hour."""
_YEARS_AROUND = (0, -1, 1)
_DAYS = (
    re.compile(
        r"(?<![\w.,:/-])(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?\s(?:de\s|of\s)?(?P<month>[^\W\d_]{3,12})", re.IGNORECASE
    ),
    re.compile(r"(?<!\w)(?P<month>[^\W\d_]{3,12})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w:]|\.\d)", re.IGNORECASE),
)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|uhr\b)", re.IGNORECASE)
# A clock without a sign between hours and minutes: `0001 GMT`, `1800 hrs`.
_PLAIN_CLOCK = re.compile(
    r"(?<![\d:.,/-])([01]\d|2[0-3])([0-5]\d)(?=\s?(?:gmt|utc|bst|cest|cet|edt|est|et|hrs|hours|h|uhr|z|on|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b)",
    re.IGNORECASE,
)
_HOURS = re.compile(r"(?<=\d:\d\d)\s?(?:hrs|hours)\b", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_HEADLINE = re.compile(r"\s(?:--?|[–—|])\s|[-–—](?=[A-Z\"'“‘])|:\s|[)\]]\s?")
# Where an embargo may begin that is set after a headline, and within a note.
_AFTER_HEADLINE = re.compile(
    r"\s?[(\[|*]\s?|\s(?:--?|[–—])\s|[.:;,]\s|\s(?=(?:(?:strictly|under|sous|bajo|sotto)\s)?embarg)", re.IGNORECASE
)
_WITHIN_NOTE = re.compile(r"[.:;,!–—(\[-]\s{0,2}(?=\S)|\s(?=embarg)", re.IGNORECASE)
_LOUD = 7
"""Characters in capitals with which a headline begins when an embargo is set before it: `EMBARGO`."""


@dataclass(frozen=True, slots=True)
class _PrintedDay:
    """A day and a month without a year: `text[start:end]`."""

    start: int
    end: int
    month: int
    day: int


def is_embargo(line: str, *, surely: bool = False) -> bool:
    """Whether a line says no more than until when a report must not be published; `surely`: in words for that alone."""
    line = line.strip()
    if not 0 < len(line) <= _LONGEST:
        return False
    rules = load_label_rules()
    match = rules.embargo.match(line)
    if match is None or match.lastgroup is None:
        return False
    words, loud = len(line.split()), match[0].isupper()
    sure = rules.embargoes[int(match.lastgroup[1:])].sure
    if words > (_MOST_WORDS if loud else _MOST_WORDS_SURE if sure else _MOST_WORDS_OF_PROSE):
        return False
    if surely and not (sure or loud):
        return False
    return _is_dated(line) or (sure and (loud or words <= _MOST_WORDS_UNDATED))


def read_embargo(line: str, near: Moment | None, day_first: bool = True) -> Moment | None:
    """The moment an embargo ends. A day without a year is of the year that brings it closest to `near`."""
    text = _tidy(line)
    moments = [found.moment for found in find_moments(write_iso_days(text), day_first)]
    if not moments and near is not None and (printed := _find_day(text)):
        days = list(_with_years(text, printed, day_of(near).year, day_first))
        return min(days, key=lambda moment: abs(day_of(moment) - day_of(near)), default=None)
    return next((moment for moment in moments if isinstance(moment, datetime)), moments[0] if moments else None)


def read_embargoes(lines: Iterable[str], near: Moment | None, day_first: bool = True) -> Moment | None:
    """The moment the last of several embargoes ends; of one day, the hour that is stated."""
    moments = [moment for line in lines if (moment := read_embargo(line, near, day_first)) is not None]
    return max(
        moments, key=lambda moment: (day_of(moment), isinstance(moment, datetime), instant(moment)), default=None
    )


def split_embargo(title: str) -> tuple[str | None, str]:
    """What a headline says of an embargo before or after it, and the headline.

    `EMBARGOED UNTIL 0001 GMT DEC 10 - Wall holds`, `Wall holds - embargoed until 10 December 2015`.
    """
    head = title[:_LONGEST]
    if load_label_rules().embargo.match(head) is None:
        return _split_last(title)
    loud = head.lstrip(" ([*")[:_LOUD].isupper()
    for match in _HEADLINE.finditer(head):
        before, after = head[: match.start()].strip(), title[match.end() :].strip(" -–—:|*")
        if after and _is_dated(before) and (loud or is_embargo(before, surely=True)):
            return before, after
    return (title, "") if loud and is_embargo(title) else _split_last(title)


def find_embargo(note: str) -> str | None:
    """What a note to editors says of an embargo, from where it begins; None when it says nothing of one."""
    note = note[: 2 * _LONGEST]
    if re.search(r"embarg|not (?:for|to be) |sperrfrist", note, re.IGNORECASE) is None:
        return None
    starts = (0, *(match.end() for match in _WITHIN_NOTE.finditer(note)))
    clauses = (" ".join(note[start:].split()[:_MOST_WORDS_SURE])[:_LONGEST] for start in starts)
    return next((clause for clause in clauses if is_embargo(clause, surely=True)), None)


def _split_last(title: str) -> tuple[str | None, str]:
    at = max(0, len(title) - _LONGEST)
    for match in _AFTER_HEADLINE.finditer(title, at):
        last, before = title[match.end() :].strip(" )]*."), title[: match.start()].rstrip(" -–—:;,|")
        if before and is_embargo(last, surely=True) and _is_dated(last):
            return last, before
    return None, title


def _is_dated(line: str) -> bool:
    text = _tidy(line)
    return bool(_CLOCK.search(text) or _find_day(text) or find_moments(write_iso_days(text)))


def _tidy(line: str) -> str:
    """A line with single spaces, and clocks with a colon."""
    return _HOURS.sub("", _PLAIN_CLOCK.sub(r"\1:\2", _SPACES.sub(" ", line[:_LONGEST].strip())))


def _find_day(text: str) -> _PrintedDay | None:
    """The first day and month in a text, in any language."""
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            if month := month_number(match["month"]):
                return _PrintedDay(match.start(), match.end(), month, int(match["day"]))
    return None


def _with_years(text: str, printed: _PrintedDay, year: int, day_first: bool) -> Iterator[Moment]:
    """The moment in each year around one; none for a day that the year does not have."""
    for more in _YEARS_AROUND:
        day = f"{year + more}-{printed.month:02}-{printed.day:02}"
        dated = write_iso_days(f"{text[: printed.start]}{day} {text[printed.end :].lstrip()}")
        yield from (found.moment for found in find_moments(dated, day_first)[:1])
