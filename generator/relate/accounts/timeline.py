"""The days that the reports of a story speak of. In: tellings. Out: `Happening`s in the order of the days.

A sentence stands under the day its main event happens on (`day_roles.py`); only whole days count: "in March" is no
day. What is only planned is told where no report tells what came of it. The days around the event come first where
there are too many; of older ones, those that several reports name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator.model import Claim, DateMention, Happening
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.day_roles import DAYS, DayRole, find_day_roles
from generator.relate.accounts.line import Line, Telling
from generator.relate.chronology import day_of_article

MOST_DAYS, MOST_BACKGROUND = 10, 3
MOST_CLAIMS = 3
_LOOKED_AT = 16
"""Sentences of a report with a date that are looked at."""
_BEFORE, _AFTER = timedelta(days=10), timedelta(days=45)
"""How far from the reports the event's own days lie."""
_WHOLE = len("2016-03-07")
_REPEATS = 0.6
_SAID_WORTH = 0.7
"""What a sentence is worth whose day is that on which somebody spoke."""
_LEAN_WORTH = 0.6
_NEAR = 0.1
"""Of what the best sentence of all days is worth: a day with less is about something else ..."""
_EARLY = 8
"""... unless it is told among so many sentences that begin a report."""
_LEAD, _LEAD_WORTH = 2, 1.3
"""Sentences that open a report, and what they are worth the more: they say what happened that day."""


class _Told(NamedTuple):
    """A sentence under a day, and what it is worth there."""

    worth: float
    line: Line
    role: DayRole
    is_early: bool


def find_happenings(
    tellings: Sequence[Telling], first: date | None, last: date | None, centre: Centre
) -> tuple[Happening, ...]:
    """Two days or more; a single one is no timeline. `first` and `last` are the days of the reports."""
    worth_telling = _worth_telling(tellings, first, last)
    if len(worth_telling) < 2:
        return ()
    found: dict[date, list[_Told]] = defaultdict(list)
    for telling in tellings:
        told = day_of_article(telling.shown.article)
        dated = [
            (centre.nearness(line), place, line)
            for place, line in enumerate(telling.lines)
            if not worth_telling.isdisjoint(_values(line.dates))
        ]
        for near, place, line in sorted(dated[:_LOOKED_AT], key=lambda row: (-row[0], row[1])):
            if line.is_statement:
                for day, role in (roles := find_day_roles(line, told)).items():
                    worth = near * (_LEAD_WORTH if place < _LEAD else 1.0) * _worth(line, role) / len(roles)
                    found[day].append(_Told(worth, line, role, place < _EARLY))
    settled = {day: _settle(rows) for day, rows in found.items()}
    chosen = _choose_days(settled, first, last)
    if len(chosen) < 2:
        return ()
    return tuple(
        Happening(
            value=day.isoformat(),
            claims=tuple(_choose_claims(settled[day], centre)),
            is_background=not _is_own(day, first, last),
            is_planned=settled[day][0].role == "planned",
        )
        for day in sorted(chosen)
    )


def _worth_telling(tellings: Sequence[Telling], first: date | None, last: date | None) -> frozenset[str]:
    """The days, as they are written in TIMEX3 values, that may be told: those around the event, and what several name.

    They are counted before any sentence is read, for most that a report names are neither.
    """
    tellers: Counter[str] = Counter()
    for telling in tellings:
        tellers.update({value for line in telling.lines if line.dates for value in _values(line.dates)})
    low = (first - _BEFORE).isoformat() if first else ""
    high = (last + _AFTER).isoformat() if last else "9999"
    return frozenset(value for value, count in tellers.items() if count > 1 or low <= value <= high)


def _values(dates: Sequence[DateMention]) -> Iterator[str]:
    return (mention.value[:10] for mention in dates if mention.type in DAYS and len(mention.value) >= _WHOLE)


def _worth(line: Line, role: DayRole) -> float:
    return (_LEAN_WORTH if line.leans else 1.0) * (_SAID_WORTH if role == "said" else 1.0)


def _settle(rows: Sequence[_Told]) -> Sequence[_Told]:
    """What is told of a day: what happened, or was said, and else what was planned."""
    return [row for row in rows if row.role != "planned"] or rows


def _choose_days(found: Mapping[date, Sequence[_Told]], first: date | None, last: date | None) -> list[date]:
    best = {day: max(row.worth for row in rows) for day, rows in found.items()}
    least = _NEAR * max(best.values(), default=0.0)
    early = {day for day, rows in found.items() if any(row.is_early for row in rows)}
    own = [day for day in found if _is_own(day, first, last) and (best[day] >= least or day in early)]
    tellings = {day: len({row.line.telling for row in rows}) for day, rows in found.items()}
    ranked = sorted(own, key=lambda day: (-tellings[day], -best[day], day))
    shared = (day for day in found if not _is_own(day, first, last) and tellings[day] > 1)
    older = sorted(shared, key=lambda day: (-tellings[day], day))
    return ranked[:MOST_DAYS] + older[:MOST_BACKGROUND]


def _is_own(day: date, first: date | None, last: date | None) -> bool:
    return first is None or last is None or first - _BEFORE <= day <= last + _AFTER


def _choose_claims(rows: Sequence[_Told], centre: Centre) -> Iterator[Claim]:
    """The best sentences, one of a telling, none that says again what another does."""
    chosen: list[Line] = []
    for _, line, *_ in sorted(rows, key=lambda row: (-row.worth, row.line.telling, row.line.start)):
        if len(chosen) == MOST_CLAIMS:
            return
        if any(line.telling == each.telling or centre.overlap(line, each) > _REPEATS for each in chosen):
            continue
        chosen.append(line)
        yield line.claim
