"""What a matched time expression means: its parts and the article's day in, a TIMEX3 value out, or None for no value.

`VALUES` names the rules, as `dates.yml` calls them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from generator.enrich.date_cues import Cue

_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
_WEEKDAYS = {d: n for n, d in enumerate("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())}
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_SEASONS = {"spring": ("SP", 6), "summer": ("SU", 9), "autumn": ("FA", 12), "fall": ("FA", 12), "winter": ("WI", 3)}
"""Season -> TIMEX3 code, and the month by which it is over."""
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_LENGTHS = {
    "minute": "T{}M", "hour": "T{}H", "day": "{}D", "week": "{}W", "fortnight": "{}W", "month": "{}M", "quarter": "{}Q",
    "year": "{}Y", "decade": "{}E", "century": "{}C",
}  # fmt: skip
_UNITS_TOO_COMMON = frozenset(("minute", "hour", "day", "quarter"))
"""With "a": "a quarter of", "a day" say nothing of time, or too little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A match, the day it is read on (None: not known), what the words beside it say, and what its row adds."""

    parts: Mapping[str, str]
    today: date | None
    cue: Cue
    by: int = 0
    suffix: str = ""


_Rule: TypeAlias = Callable[[Expression], "str | None"]


def _month_of(name: str) -> int:
    return _MONTHS[name[:3].lower()] if name[:1].isalpha() else int(name)


def _calendar(this: Expression) -> str | None:
    month, day = _month_of(this.parts["month"]), int(re.sub(r"\D", "", this.parts["day"]))
    if "year" in this.parts:
        return _iso(int(this.parts["year"]), month, day)
    if this.today is None:
        return None
    return _nearest(this, month, day)


def _nearest(this: Expression, month: int, day: int) -> str | None:
    """Such a day of the years around: the next, the last, or where no word tells the nearest, of two the one before."""
    today = this.today or date.min
    years = range(max(date.min.year, today.year - 8), min(date.max.year, today.year + 8) + 1)
    days = [found for year in years if (found := _day(year, month, day)) is not None]
    known = [d for d in days if d == today or this.cue == "" or (d > today) == (this.cue == "ahead")]
    return min(known or days, key=lambda d: (abs(d - today), d)).isoformat() if days else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(year: int, month: int, day: int) -> str | None:
    found = _day(year, month, day)
    return found.isoformat() if found else None


def _month(this: Expression) -> str | None:
    month = _month_of(this.parts["month"])
    if "year" in this.parts:
        return f"{this.parts['year']}-{month:02}"
    if this.today is None:
        return None
    year = this.today.year
    if this.cue == "ahead":
        return f"{year + (month < this.today.month)}-{month:02}"
    return f"{year - (month > this.today.month)}-{month:02}"


def _shifted_month(this: Expression) -> str | None:
    if this.today is None:
        return None
    month, shift = _month_of(this.parts["month"]), this.parts["shift"].lower()
    year = this.today.year
    if shift == "last":
        year -= month >= this.today.month
    elif shift == "next":
        year += month <= this.today.month
    return f"{year}-{month:02}"


def _decade(this: Expression) -> str | None:
    return this.parts["decade"][:3]


def _quarter(this: Expression) -> str | None:
    number = _ORDINALS[
        this.parts["quarter"].rstrip("stndrh") if this.parts["quarter"][0].isdigit() else this.parts["quarter"]
    ]
    if "year" in this.parts:
        return f"{this.parts['year']}-Q{number}"
    if this.today is None:
        return None
    return f"{this.today.year - (number > (this.today.month + 2) // 3)}-Q{number}"


def _half(this: Expression) -> str | None:
    return f"{this.parts['year']}-H{_ORDINALS[this.parts['half']]}"


def _season(this: Expression) -> str | None:
    code, over = _SEASONS[this.parts["season"]]
    if "year" in this.parts:
        return f"{this.parts['year']}-{code}"
    if this.today is None:
        return None
    shift = this.parts["shift"].lower()
    year = this.today.year
    if shift == "last":
        year -= this.today.month < over
    elif shift == "next":
        year += this.today.month >= over - 3
    return f"{year}-{code}"


def _year(this: Expression) -> str | None:
    return this.parts["year"]


def _weekday(this: Expression) -> str | None:
    if this.today is None:
        return None
    gap = (this.today.weekday() - _WEEKDAYS[this.parts["weekday"]]) % 7
    shift = this.parts.get("shift", "").lower()
    if shift == "last":
        day = this.today - timedelta(days=gap or 7)
    elif shift == "next":
        day = this.today + timedelta(days=7 - gap)
    elif shift == "this" or this.cue == "ahead":
        day = this.today + timedelta(days=(7 - gap) % 7)
    else:
        day = this.today - timedelta(days=gap)
    return day.isoformat() + _part(this)


def _part(this: Expression) -> str:
    return _PARTS[this.parts["part"]] if "part" in this.parts else ""


def _days(this: Expression) -> str | None:
    if this.today is None:
        return None
    return (this.today + timedelta(days=this.by)).isoformat() + (this.suffix or _part(this))


def _shifted_unit(this: Expression) -> str | None:
    shift = this.parts["shift"].lower()
    return _move(this.today, this.parts["unit"], {"last": -1, "next": 1, "coming": 1}.get(shift, 0))


def _ago(this: Expression) -> str | None:
    count = _count(this.parts["count"])
    return "PAST_REF" if count is None else _move(this.today, this.parts["unit"], -count)


def _hence(this: Expression) -> str | None:
    count = _count(this.parts["count"])
    return "FUTURE_REF" if count is None else _move(this.today, this.parts["unit"], count)


def _move(today: date | None, unit: str, by: int) -> str | None:
    """The day, week, month … so many units away, at the grain of the unit."""
    if today is None or abs(by) > 1000:
        return None
    if unit in ("day", "week", "fortnight"):
        day = today + timedelta(days=by * {"day": 1, "week": 7, "fortnight": 14}[unit])
        year, week, _ = day.isocalendar()
        return day.isoformat() if unit == "day" else f"{year}-W{week:02}"
    if unit in ("month", "quarter"):
        months = today.year * 12 + today.month - 1 + by * (3 if unit == "quarter" else 1)
        year, month = divmod(months, 12)
        return f"{year}-{month + 1:02}" if unit == "month" else f"{year}-Q{month // 3 + 1}"
    if unit in ("minute", "hour"):
        return None
    year = today.year + by * {"year": 1, "decade": 10, "century": 100}[unit]
    return {"year": f"{year}", "decade": f"{year // 10}", "century": f"{year // 100}"}[unit] if year > 0 else None


def _count(text: str) -> int | None:
    return int(text) if text.isdigit() else _COUNTS.get(text.lower())


def _length(this: Expression) -> str | None:
    unit, text = this.parts["unit"], this.parts.get("count", "one")
    if text in ("a", "an") and unit in _UNITS_TOO_COMMON:
        return None
    count = _count(text)
    size = "X" if count is None else str(count * (2 if unit == "fortnight" else 1))
    return "P" + _LENGTHS[unit].format(size)


def _past_ref(_: Expression) -> str | None:
    return "PAST_REF"


VALUES: Mapping[str, _Rule] = {
    "calendar": _calendar,
    "month": _month,
    "shifted_month": _shifted_month,
    "decade": _decade,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "year": _year,
    "weekday": _weekday,
    "days": _days,
    "shifted_unit": _shifted_unit,
    "ago": _ago,
    "hence": _hence,
    "length": _length,
    "past_ref": _past_ref,
}
