"""What the days that a sentence names are to it. In: a line, the day of its report. Out: a role for each day told.

A day has a role where the sentence's main event happens on it (`happened`), is to happen (`planned`), or where somebody
says on it what the sentence tells (`said`). A day that the sentence compares with, counts from or leans on has none:
"up from 12 on Friday", "since Sunday", "ahead of Wednesday's vote", "the engineer, who was arrested on Monday, denied".
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeAlias

from generator.model import DateMention
from generator.relate.accounts.day_leaning import only_leans
from generator.relate.accounts.day_place import BACK, DayPlace
from generator.relate.accounts.day_tense import DayTense
from generator.relate.accounts.day_words import load_day_words
from generator.relate.accounts.line import Line

DayRole: TypeAlias = Literal["happened", "planned", "said"]

DAYS = ("DATE", "TIME")
"""The types of mentions that may name a day."""
_SAYING = ("said on", "said", "told", "says", "statement on", "announced on", "reported on")
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def day_of_value(value: str) -> date | None:
    """The day of a TIMEX3 value: `2015-12-09`, `2015-12-09T18:40`; None for weeks, months, years."""
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 and value[4] == value[7] == "-" else None
    except ValueError:
        return None


def is_of_saying(line: Line, mention: DateMention) -> bool:
    """Whether the day is that on which somebody spoke: "said on Monday"."""
    before = line.text[: mention.span.start - line.start].rstrip().lower().removesuffix(" on")
    return before.endswith(_SAYING)


def find_day_roles(line: Line, told: date | None) -> Mapping[date, DayRole]:
    """The days under which a sentence of a report of the day `told` is to be read, in the order of the text.

    Where something happened, what else is said of other days (that it was said, what is to come) is left out.
    """
    found: dict[date, DayRole] = {}
    for mention in line.dates:
        day = day_of_value(mention.value) if mention.type in DAYS else None
        if day is not None and not _is_quoted(line, mention):
            day, role = _find_role(DayPlace(line, mention), day, told)
            if role is not None:
                found.setdefault(day, role)
    if "happened" in found.values():
        return {day: role for day, role in found.items() if role == "happened"}
    return found


def is_of_today(line: Line, told: date) -> bool:
    """Whether a sentence that opens a report of the day `told` tells of that day, though it names none.

    It names no other time that is not around that day; and something is so, happened, or was said.
    """
    others = (mention for mention in line.dates if mention.type in DAYS and not _may_hold(mention.value, told))
    if any(not _is_counted_from(DayPlace(line, mention), told) for mention in others):
        return False
    low, words = line.text.lower().replace(",", " ").split(), load_day_words()
    if any(word in words.said and low[at - 1] != "had" for at, word in enumerate(low)):
        return True
    if "had" in low:
        return False
    if not words.afterwards.isdisjoint(low):
        return True
    if not words.shall.isdisjoint(low) or not words.might.isdisjoint(low):
        return False
    verb = next((at for at, word in enumerate(low) if word in words.be), None)
    if verb is None:
        return any(
            word.endswith("ed")
            or word in words.took_place
            or word in words.participles
            or word in ("has", "have", "had")
            for word in low
        )
    return words.due.isdisjoint(low[verb + 1 : verb + 2])


def _is_counted_from(place: DayPlace, told: date) -> bool:
    """Whether a time is only what something is measured by: `two days after`, `since 2011`, `stolen in 1994 was`."""
    return place.ends_with(place.words.afterwards) or only_leans(place, DayTense(place, told, told))


def _may_hold(value: str, day: date) -> bool:
    """Whether a TIMEX3 value is a time around a day: its month, its year, its decade, or no time of a calendar."""
    return not value[:1].isdigit() or day.isoformat().startswith(value)


def _is_quoted(line: Line, mention: DateMention) -> bool:
    """Whether it is said in a quotation, or a title: "We are poorer today" tells of no day."""
    if any(quote.span.start < mention.span.start < quote.span.end for quote in line.quotes):
        return True
    before = line.text[: mention.span.start - line.start]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


def _find_role(place: DayPlace, day: date, told: date | None) -> tuple[date, DayRole | None]:
    """The role of a day; and which day it is, for a weekday that went by is another where something is due on it."""
    if place.is_no_day():
        return day, None
    tense = DayTense(place, day, told)
    if place.owns():
        return day, _role_of_event(place, tense)
    if _is_said(place):
        return day, "said"
    if only_leans(place, tense):
        return day, None
    later = tense.week_ahead
    if later is not None and place.low[place.at] in _WEEKDAYS and tense.is_due(place.governing):
        return later, "planned"
    return day, _role_in_time(place, tense)


def _role_of_event(place: DayPlace, tense: DayTense) -> DayRole | None:
    """An event that a sentence is about tells of its day; one that it only leans on does not."""
    at, low, words = place.at, place.low, place.words
    while at > 0 and low[at - 1] in ("the", "a", "an", "last", "this", "late", "early"):
        at -= 1
    if at == place.first:
        return _role_of_subject(place, tense)
    before, earlier = low[at - 1], low[max(0, at - 4) : at - 1]
    if before in ("in", "during", "at") and earlier:
        if low[place.at - 1] in ("a", "an", "his", "her", "their"):
            return "said"  # "in a Monday interview": somebody's own doing
        was_done = len(earlier) > 1 and not words.be.isdisjoint(earlier[:-1])
        return _role_in_time(place, tense) if was_done or earlier[-1] in words.took_place else None
    return None


def _role_of_subject(place: DayPlace, tense: DayTense) -> DayRole | None:
    if tense.is_ahead:
        return "planned"
    if tense.is_to_come(place.low[place.behind : place.on_to_stop(place.behind)]):
        return "planned" if tense.day == tense.told else None
    return "happened"


def _is_said(place: DayPlace) -> bool:
    """Whether the day is that on which somebody spoke: `said on Monday`, `told reporters in Arden on Monday`."""
    before, words = place.before, place.words
    for at, word in enumerate(before[:BACK]):
        if word == "that" or (at > 2 and word in words.be):
            return False
        if word in words.said:
            between = before[:at]
            return not between or word in ("told", "tells") or between[-1] in words.setting
    if place.lead > place.first:
        return False
    verbs = (word for word in place.until_verb() if word in words.said or place.is_past(word))
    return next(verbs, "") in words.said


def _role_in_time(place: DayPlace, tense: DayTense) -> DayRole | None:
    words = place.governing
    if tense.is_ahead:
        if tense.is_surely_ahead(words):
            return "planned"
        return "happened" if tense.is_next else None
    if not tense.is_to_come(words):
        return "happened"
    if tense.is_own or tense.was_to_come(words):
        return "planned"
    return "happened" if place.words.shall.isdisjoint(words) else None
