"""Rules for expressions that name a period: weeks, months, quarters, seasons, years, decades, centuries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from generator.enrich.dates.expression import (
    PARTS,
    Expression,
    Rule,
    first_day,
    grain_of,
    make_day,
    month_of,
    move,
    number_of,
    period_of,
)

_SEASONS = {"spring": ("SP", 6), "summer": ("SU", 9), "autumn": ("FA", 12), "fall": ("FA", 12), "winter": ("WI", 3)}
"""Season -> TIMEX3 code, and the month by which it is over."""
_SOON = 3
"""Months ahead in which "the November vote" is still the coming one."""
_LONGEST = 30
"""Years of a war or a reign: "1618-48". In "2015-32" the second number is none of a year."""
_DECADES = {
    word: tens
    for tens, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
    )
}


def month(this: Expression) -> str | None:
    """A month of the year named, or the last or the coming one."""
    number = month_of(this.parts["month"])
    if "year" in this.parts:
        year = int(this.parts["year"])
        year -= "later" in this.parts and month_of(this.parts["later"]) < number
        return f"{year:04}-{number:02}"
    if this.today is None:
        return None
    return f"{_year_of(this, this.today, number):04}-{number:02}"


def _year_of(this: Expression, today: date, number: int) -> int:
    if "of" in this.parts:
        return today.year + this.shift()
    if this.shift() < 0:
        return today.year - (number >= today.month)
    if this.shift() > 0:
        return today.year + (number <= today.month)
    if "this" in this.parts:
        return today.year
    joined = first_day(this.joined) if this.joined else None
    if joined is not None:
        return joined.year + (number < joined.month)
    if this.by < 0:
        gap = (number - today.month) % 12
        return (today.year * 12 + today.month - 1 + (gap if gap < _SOON else gap - 12)) // 12
    if this.by or this.look() == "ahead":
        return today.year + (number < today.month)
    return today.year - (number > today.month)


def _year_said(this: Expression) -> int | None:
    """The year named, or meant by "last year"; None where none is said."""
    if "year" in this.parts:
        return int(this.parts["year"])
    return this.today.year + this.shift() if this.today and "shift" in this.parts else None


def quarter(this: Expression) -> str | None:
    """A quarter of the year named, or the last or the coming one."""
    number = number_of(this.parts["quarter"]) if "quarter" in this.parts else this.by
    if number is None or not 1 <= number <= 4:
        return None
    year = _year_said(this)
    if year is None and this.today is not None:
        now = (this.today.month + 2) // 3
        ahead = number < now and this.look() == "ahead"
        year = this.today.year + (1 if ahead else -(number > now and this.look() != "ahead"))
    return f"{year:04}-Q{number}" if year is not None else None


def quarter_of_month(this: Expression) -> str | None:
    """`the July-September quarter`, `the quarter ended Dec. 31`."""
    if this.today is None:
        return None
    number = month_of(this.parts["month"])
    last = f"{this.today.year - (number > this.today.month):04}-Q{(number + 2) // 3}"
    return f"{int(this.parts['year']):04}-Q{(number + 2) // 3}" if "year" in this.parts else last


def half(this: Expression) -> str | None:
    """A half of the year named, else of this year."""
    year = _year_said(this)
    if year is None:
        year = this.today.year if this.today else None
    number = 2 if this.parts["half"] == "latter" else number_of(this.parts["half"])
    return f"{year:04}-H{number}" if year is not None and number in (1, 2) else None


def season(this: Expression) -> str | None:
    """A season of the year named, or the last or the coming one."""
    code, over = _SEASONS[this.parts["season"].lower()]
    if "year" in this.parts:
        return f"{int(this.parts['year']):04}-{code}"
    if this.today is None:
        return None
    now, year = this.today.month, this.today.year
    if "of" in this.parts:
        year += this.shift()
    elif this.shift() < 0:
        year -= now < over
    elif this.shift() > 0:
        year += now >= over - 3
    elif "this" not in this.parts:
        ahead = this.look() == "ahead"
        year += (now >= over) if ahead else -(now < over - 3)
    return f"{year:04}-{code}"


def year(this: Expression) -> str | None:
    """The year itself."""
    return this.parts["year"].zfill(4)


def year_tail(this: Expression) -> str | None:
    """The end of `1914-18`."""
    if this.joined is None:
        return None
    tail = this.parts["year"]
    first = int(this.joined[:4])
    full = first - first % 100 + int(tail) + (100 if int(tail) < first % 100 else 0)
    return f"{full:04}" if 0 < full - first <= _LONGEST else None


def before_christ(this: Expression) -> str | None:
    """`2000 B.C.`"""
    return f"BC{int(this.parts['year']):04}"


def decade(this: Expression) -> str | None:
    """The decade's first three figures; of two figures, the last decade of that name, but not one that goes on."""
    figures = this.parts["decade"]
    if len(figures) == 4:
        return figures[:3]
    century = (this.today.year if this.today else 2000) // 100
    tens = _DECADES.get(figures.lower(), int(figures[0]) if figures[0].isdigit() else 0)
    return f"{century - (tens >= (this.today.year // 10 % 10 if this.today else 1))}{tens}"


def noughties(this: Expression) -> str | None:
    """The one decade of that name."""
    return "200"


def century(this: Expression) -> str | None:
    """`the 19th century` is 18."""
    number = number_of(this.parts["century"])
    return f"{number - 1:02}" if number else None


def shifted(this: Expression) -> str | None:
    """`last week`, `this year`, `next quarter`, counted from today."""
    return move(this.today, this.parts["unit"].lower(), this.shift())


def anchored(this: Expression) -> str | None:
    """`the following day`, `the year before`, `that night`: counted from what the text spoke of last, else from today.

    "That day" and "the same year" say nothing where nothing was spoken of before.
    """
    unit = this.parts["unit"].lower()
    base = first_day(this.anchor) if this.anchor else None
    if base is None and not this.shift():
        return None
    if base is None or (not this.shift() and not _can_hold(this.anchor or "", unit)):
        base = this.today if this.shift() else None
    if base is None:
        return None
    if unit in PARTS:
        moved = move(base, "day", this.shift())
        return moved + PARTS[unit] if moved else None
    if unit == "quarter" and this.anchor and grain_of(this.anchor) not in ("quarter", "month", "day"):
        base = this.today
    return move(base, unit, this.shift())


def _can_hold(anchor: str, unit: str) -> bool:
    """Whether "that day" can go back to it: a year has no such day."""
    order = ["day", "week", "month", "quarter", "year"]
    grain = grain_of(anchor)
    wanted = "day" if unit in PARTS else unit
    return wanted not in order or (grain in order and order.index(grain) <= order.index(wanted))


def weekend(this: Expression) -> str | None:
    """The weekend of a week: the last one, the coming one where the words beside it look ahead."""
    if this.today is None:
        return None
    if this.shift() or "this" in this.parts:
        return move(this.today, "weekend", this.shift())
    gone = this.today.weekday() < 5 and this.look() != "ahead"
    return move(this.today, "weekend", -1 if gone else 0)


def after_next(this: Expression) -> str | None:
    """`the week after next`."""
    return move(this.today, this.parts["unit"], 2)


def fiscal(this: Expression) -> str | None:
    """`fiscal 2013`: no year of the calendar."""
    return f"FY{this.parts['year']}"


def week_of(this: Expression) -> str | None:
    """`the week of Dec. 7`: the week that holds it."""
    named = this.parts["month"], number_of(this.parts["day"])
    if this.today is None or named[1] is None:
        return None
    years = [int(this.parts["year"])] if "year" in this.parts else [this.today.year + n for n in (-1, 0, 1)]
    days = [day for year in years if (day := make_day(year, month_of(named[0]), named[1]))]
    today = this.today
    if len(days) > 1 and this.look() != "ahead":
        days = [day for day in days if day <= today + timedelta(days=7)] or days
    return period_of(min(days, key=lambda day: abs(day - today)), "week") if days else None


def nth_week(this: Expression) -> str | None:
    """`the third week of May`: weeks belong where their Thursday is (ISO 8601)."""
    span = _span_named(this)
    number = number_of(this.parts["nth"])
    if span is None:
        return None
    first, last = span
    thursday = first + timedelta(days=(3 - first.weekday()) % 7)
    if this.parts["nth"].lower() == "last":
        return period_of(last - timedelta(days=(last.weekday() - 3) % 7), "week")
    return period_of(thursday + timedelta(weeks=number - 1), "week") if number else None


def _span_named(this: Expression) -> tuple[date, date] | None:
    if "month" in this.parts:
        value = month(this)
    elif "year" in this.parts:
        value = this.parts["year"]
    else:
        value = move(this.today, this.parts["unit"], this.shift())
    first = first_day(value) if value else None
    if value is None or first is None or first.year >= date.max.year:
        return None
    following = move(first, "month" if len(value) == 7 else "year", 1)
    end = first_day(following) if following else None
    return (first, end - timedelta(days=1)) if end else None


PERIOD_RULES: Mapping[str, Rule] = {
    "month": month,
    "quarter": quarter,
    "quarter_of_month": quarter_of_month,
    "half": half,
    "season": season,
    "year": year,
    "year_tail": year_tail,
    "before_christ": before_christ,
    "decade": decade,
    "noughties": noughties,
    "century": century,
    "shifted": shifted,
    "anchored": anchored,
    "weekend": weekend,
    "after_next": after_next,
    "fiscal": fiscal,
    "week_of": week_of,
    "nth_week": nth_week,
}
