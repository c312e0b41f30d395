"""When an article was published and updated, and from where and when its dateline is, by all that its lines say.

The stamps above and below the story and its printed dateline come in; the settled dates go out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from generator.extract.head.dateline import PrintedDateline, date_of, date_of_day
from generator.extract.head.stamp import Stamp
from generator.model import Dateline
from generator.moments import Moment, day_of, instant

_FIRST_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Dates:
    """`weak`: the day is the dateline's, which is the report's and seldom another than its publication."""

    published: Moment | None
    updated: Moment | None
    weak: bool = False


def settle_dates(
    above: tuple[Stamp, ...], below: tuple[Stamp, ...], dateline: PrintedDateline | None, copyright_line: str | None
) -> Dates:
    """Published and updated from the stamps above and below; failing those, the dateline's own day."""
    published = next((stamp.published for stamp in above if stamp.published), None)
    first = next((stamp.published for stamp in above if stamp.published and _is_near(stamp.published, published)), None)
    updated = next((stamp.updated for stamp in (*above, *below) if stamp.updated), None)
    if first is not None and published is not None:
        published, updated = first, updated or published
    later = next((stamp.published for stamp in below if stamp.published), None)
    if published is None:
        published = later
    elif later is not None and _is_first(later, published):
        published, updated = later, updated or published
    if published is not None or updated is not None or dateline is None:
        return Dates(published, updated)
    return Dates(date_of(dateline, _find_year(copyright_line)), None, weak=dateline.day is not None)


def _is_near(one: Moment, other: Moment | None) -> bool:
    """Whether of two times in a text's head the one is earlier, by some days at most: "First published on …" below."""
    if not isinstance(one, datetime) or not isinstance(other, datetime) or one.tzinfo is None or other.tzinfo is None:
        return False
    return timedelta() < other - one <= _FIRST_WITHIN


def _is_first(one: Moment, other: Moment) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return instant(one) < instant(other)
    return day_of(one) < day_of(other)


def _find_year(copyright_line: str | None) -> int | None:
    years = [
        int(word)
        for word in (copyright_line or "")[:200].replace(".", " ").split()
        if word.isdigit() and len(word) == 4
    ]
    return years[0] if len(years) == 1 and 1900 <= years[0] <= 2100 else None


def make_dateline(dateline: PrintedDateline | None, stamps: tuple[Stamp, ...], dates: Dates) -> Dateline | None:
    """The place and day of a report: its dateline's, in the year of its dates; failing that, a place beside a date."""
    if dateline is None:
        told = (stamp for stamp in stamps if stamp.place and not stamp.authors)
        place = next((stamp.place for stamp in told if stamp.source or stamp.published or stamp.updated), None)
        return Dateline(place=place) if place else None
    near = dates.published or dates.updated
    day = date_of(dateline, day_of(near).year if near else None)
    if day is not None and near is not None and date_of_day(dateline.day or "", None) is None:
        day = _nearest_year(day, day_of(near))
    return Dateline(place=dateline.place, date=day) if dateline.place or day else None


def _nearest_year(day: date, near: date) -> date:
    """A report of 31 December is published on 1 January: the year that brings the two closest."""
    candidates = [day]
    for year in (near.year - 1, near.year + 1):
        try:
            candidates.append(day.replace(year=year))
        except ValueError:
            continue
    return min(candidates, key=lambda candidate: abs(candidate - near))
