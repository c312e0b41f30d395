"""Dates and numbers in words. English for now; every date a reader sees is worded here and nowhere else."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from generator.model import Story
from generator.moments import MONTH_NAMES, Moment, day_of, format_moment
from generator.render.views import TimeView

# Written out, as the names of months are.
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

WEEKDAYS = tuple(name[:3] for name in _WEEKDAYS)
"""Heads of a calendar's columns."""


NO_SOURCE = "Source not stated"
"""Where the name of who published an article would stand, and it names nobody."""


def say_date(day: date) -> str:
    """`10 December 2015`."""
    return f"{day.day} {say_month(day)}"


def say_short_date(day: date) -> str:
    """`10 Dec 2015`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1][:3]} {day.year}"


def say_day_month(day: date) -> str:
    """`10 Dec`, where the year is plain."""
    return f"{day.day} {MONTH_NAMES[day.month - 1][:3]}"


def say_day(day: date) -> str:
    """`Thursday, 10 December 2015`."""
    return f"{_WEEKDAYS[day.weekday()]}, {say_date(day)}"


def say_month(day: date) -> str:
    """`December 2015`."""
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def say_month_name(day: date) -> str:
    """`December`."""
    return MONTH_NAMES[day.month - 1]


def say_week_number(first: date) -> str:
    """`Week 50`, of the Monday."""
    return f"Week {first.isocalendar().week}"


def say_week(first: date) -> str:
    """`Week 50, 7–13 December 2015`, of the Monday."""
    return f"{say_week_number(first)}, {say_days(first, first + timedelta(days=6))}"


def say_days(first: date, last: date) -> str:
    """`10 December 2015`, `9–11 December 2015`, `30 November – 2 December 2015`, and years where they differ."""
    if first == last:
        return say_date(first)
    if first.year != last.year:
        return f"{say_date(first)} – {say_date(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTH_NAMES[first.month - 1]} – {say_date(last)}"
    return f"{first.day}–{say_date(last)}"


def keep_together(day: str) -> str:
    """A day in words, which may be broken after the weekday and nowhere else."""
    return day.replace(" ", "\u00a0").replace(",\u00a0", ", ")


def say_time(moment: Moment) -> str | None:
    """`18:40`, `18:40 UTC`, `18:40 UTC+1`, as the article printed it; None for a day alone."""
    if not isinstance(moment, datetime):
        return None
    offset = moment.utcoffset()
    if offset is None:
        return f"{moment:%H:%M}"
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    zone = f"{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}" if minutes else ""
    return f"{moment:%H:%M} UTC{zone}"


def say_moment(moment: Moment) -> str:
    """`10 December 2015, 18:40 UTC`."""
    time = say_time(moment)
    return f"{say_date(day_of(moment))}, {time}" if time else say_date(day_of(moment))


def view_moment(moment: Moment | None) -> TimeView | None:
    """A moment in full."""
    return None if moment is None else TimeView(iso=format_moment(moment), text=say_moment(moment))


def view_day(day: date | None) -> TimeView | None:
    """A day, short."""
    return None if day is None else TimeView(iso=day.isoformat(), text=say_short_date(day))


def say_count(count: int, word: str, words: str | None = None) -> str:
    """`1 report`, `2 reports`, `10,000 stories`."""
    return f"{count:,} {word if count == 1 else words or word + 's'}"


def say_independent(story: Story) -> str:
    """`2 independent`; empty where every report of a story speaks for itself."""
    return f"{story.independent:,} independent" if 0 < story.independent < len(story.articles) else ""


def shorten(text: str, longest: int) -> str:
    """Text cut at a word, with an ellipsis where it was cut."""
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    return (flat[: longest + 1].rpartition(" ")[0] or flat[:longest]).rstrip(" ,;:–-") + "…"
