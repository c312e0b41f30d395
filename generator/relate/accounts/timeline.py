"""The days that the reports of a story speak of. In: tellings. Out: `Happening`s in the order of the days.

A sentence stands under the day its main event happens on (`day_roles.py`); only whole days count: "in March" is no
day. A report's news that names no day is of the report's own day, unless it is what another report tells of its day.
What is only planned is told where no report tells what came of it. The days around the event come first where
there are too many; of older ones, those that several reports name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator.model import Claim, DateMention, Happening
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.day_roles import DAYS, DayRole, find_day_roles, is_of_today
from generator.relate.accounts.line import Line, Telling
from generator.relate.accounts.openings import Openings
from generator.relate.chronology import day_of_article
from generator.relate.titles import is_kind
from generator.relate.vectors import split_terms

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
_UNNAMED_WORTH = 0.7
"""What a report's news is worth that names no day: such as do come first."""
_SAME = 0.5
"""What two sentences share that tell the same news."""
_RECAP = re.compile(r"[, ](?:after|following|since|as) ")
"""What stands behind it tells what was before: "The crown fell after the minister resigned"."""
_NEAR = 0.1
"""Of what the best sentence of all days is worth: a day with less is about something else ..."""
_EARLY = 8
"""... unless it is told among so many sentences that begin a report."""
_LEAD, _LEAD_WORTH = 2, 1.3
"""Sentences that open a report, and what they are worth the more: they say what happened that day."""


class _Told(NamedTuple):
    """A sentence under a day, and what it is worth there."""

    day: date
    worth: float
    line: Line
    role: DayRole
    is_early: bool


def find_happenings(
    tellings: Sequence[Telling], first: date | None, last: date | None, centre: Centre, openings: Openings
) -> tuple[Happening, ...]:
    """Two days or more; a single one is no timeline. `first` and `last` are the days of the reports."""
    worth_telling = _worth_telling(tellings, first, last)
    if first == last and len(worth_telling) < 2:
        return ()
    found: dict[date, list[_Told]] = defaultdict(list)
    for telling in tellings:
        for told in _read(telling, worth_telling, centre, openings):
            found[told.day].append(told)
    if first != last:
        _add_undated(found, tellings, centre, openings)
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


def _read(telling: Telling, worth_telling: Collection[str], centre: Centre, openings: Openings) -> Iterator[_Told]:
    """The sentences of a telling under their days."""
    told = day_of_article(telling.shown.article)
    dated = [
        (centre.nearness(line), place, line)
        for place, line in enumerate(telling.lines)
        if line.dates and any(value in worth_telling for value in _values(line.dates))
    ]
    for near, place, line in sorted(dated, key=lambda row: (-row[0], row[1]))[:_LOOKED_AT]:
        roles = find_day_roles(line, told) if line.is_statement else {}
        if roles and not openings.is_trifle(line):
            for day, role in roles.items():
                worth = near * (_LEAD_WORTH if place < _LEAD else 1.0) * _worth(line, role) / len(roles)
                yield _Told(day, worth, line, role, place < _EARLY)


def _add_undated(
    found: dict[date, list[_Told]], tellings: Sequence[Telling], centre: Centre, openings: Openings
) -> None:
    """The news of reports that name no day for it, to the days that they are of, where no other sentence tells it.

    What is told of another day already is no news of a later one.
    """
    told_well = {day for day, rows in found.items() if any(row.is_early and row.role == "happened" for row in rows)}
    for telling in tellings:
        article = telling.shown.article
        day = (article.dateline.date if article.dateline else None) or day_of_article(article)
        line = openings.news_of(telling) if day is not None and day not in told_well else None
        if line is None or day is None or not is_of_today(line, day) or is_kind(article.title, "feature"):
            continue
        news = line.terms.keys() & split_terms(_RECAP.split(line.text, maxsplit=1)[0])
        others = (row.line for other, rows in found.items() if other != day for row in rows)
        if not any(_tells(other, line, news, centre) for other in others):
            worth = centre.nearness(line) * _LEAD_WORTH * _UNNAMED_WORTH
            found[day].append(_Told(day, worth, line, "happened", True))


def _tells(other: Line, line: Line, news: Collection[str], centre: Centre) -> bool:
    """Whether another sentence tells the same as one, and its news, the terms in front of what was before, as well."""
    if centre.overlap(line, other) <= _SAME:
        return False
    return centre.weigh(news & other.terms.keys()) > _SAME * centre.weigh(news)


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
    for _, _, line, *_ in sorted(rows, key=lambda row: (-row.worth, row.line.telling, row.line.start)):
        if len(chosen) == MOST_CLAIMS:
            return
        if any(line.telling == each.telling or centre.overlap(line, each) > _REPEATS for each in chosen):
            continue
        chosen.append(line)
        yield line.claim
