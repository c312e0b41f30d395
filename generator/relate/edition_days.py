"""The days that editions are of. In: a day. Out: the day, the week, the month and the year it is in."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from generator.model import Grain


class Days(NamedTuple):
    """What an edition is of: its grain, its name, its first and its last day."""

    grain: Grain
    id: str
    first: date
    last: date


def _day(day: date) -> Days:
    return Days("day", day.isoformat(), day, day)


def _week(day: date) -> Days:
    year, week, weekday = day.isocalendar()
    first = day - timedelta(days=weekday - 1)
    # The last week of the year 9999 ends after the last date there is.
    last = first + timedelta(days=min(6, (date.max - first).days))
    return Days("week", f"{year:04}-W{week:02}", first, last)


def _month(day: date) -> Days:
    return Days("month", f"{day:%Y-%m}", day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def _year(day: date) -> Days:
    return Days("year", f"{day.year:04}", date(day.year, 1, 1), date(day.year, 12, 31))


GRAINS: Mapping[Grain, Callable[[date], Days]] = {"day": _day, "week": _week, "month": _month, "year": _year}
"""From the shortest editions to the longest."""
