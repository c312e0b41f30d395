"""Rules for expressions that name a day: dates, weekdays, days counted from today, holidays. Values are ISO days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.enrich.dates.expression import (
    PARTS,
    Expression,
    Rule,
    add_days,
    first_day,
    grain_of,
    make_day,
    month_of,
    move,
    number_of,
    weekday_of,
)
from generator.enrich.dates.holidays import holiday_of, nth_of_month

_FAR = 8
"""Years looked at for a date that does not exist in every one."""


_NEAR = 3
"""Days within a week: on a Thursday, yesterday is not called "last Wednesday", nor tomorrow "next Friday"."""
_RARER = 3
"""How much nearer a day to come has to be than one that is gone, where no word tells: news tells of what was."""


def calendar(this: Expression) -> str | None:
    """A day of a month, of the year named, or of the year the words around it make likely."""
    month, day = month_of(this.parts["month"]), number_of(this.parts["day"])
    if day is None:
        return None
    if "year" in this.parts:
        year = _full_year(this.parts["year"])
        if "later" in this.parts and month_of(this.parts["later"]) < month:
            year -= 1
        found = make_day(year, month, day)
        return found.isoformat() + _part(this) if found else None
    if this.shift() or "this" in this.parts:
        return _of_year(this, month, day)
    joined = first_day(this.joined) if this.joined else None
    if joined is not None and (found := _following(joined, month, day)):
        return found.isoformat()
    return _nearest(this, month, day)


def _full_year(figures: str) -> int:
    year = int(figures.strip("'’"))
    return year if year > 99 else year + (1900 if year > 60 else 2000)


def _of_year(this: Expression, month: int, day: int) -> str | None:
    found = make_day(this.today.year + this.shift(), month, day) if this.today else None
    return found.isoformat() if found else None


def _following(start: date, month: int, day: int) -> date | None:
    years = (year for year in (start.year, start.year + 1) if year <= date.max.year)
    return next((found for year in years if (found := make_day(year, month, day)) and found >= start), None)


def _nearest(this: Expression, month: int, day: int) -> str | None:
    """Such a day of the years around: the next, the last, or where no word tells the nearer."""
    if this.today is None:
        return None
    years = range(max(date.min.year, this.today.year - _FAR), min(date.max.year, this.today.year + _FAR) + 1)
    days = [found for year in years if (found := make_day(year, month, day)) is not None]
    found = _likely(this, days)
    return found.isoformat() + _part(this) if found else None


def _likely(this: Expression, days: list[date]) -> date | None:
    today = this.today
    if today is None or not days:
        return None
    cue = this.look()
    known = [day for day in days if day == today or cue in ("", "present") or (day > today) == (cue == "ahead")]
    return min(known or days, key=lambda day: (_distance(day, today), day))


def _distance(day: date, today: date) -> int:
    return _RARER * (day - today).days if day > today else (today - day).days


def day_tail(this: Expression) -> str | None:
    """The end of "May 3-7"; a smaller number is of the next month where it is printed as an ordinal."""
    start, number = first_day(this.joined or ""), number_of(this.parts["day"])
    if start is None or number is None:
        return None
    found = make_day(start.year, start.month, number)
    if found is None or found <= start:
        month = None if this.parts["day"].isdigit() else move(start, "month", 1)
        found = make_day(int(month[:4]), int(month[5:]), number) if month else None
    return found.isoformat() if found else None


def iso(this: Expression) -> str | None:
    """A date in figures; day and month in either order where only one is possible."""
    year, month, day = int(this.parts["year"]), int(this.parts["month"]), int(this.parts["day"])
    if "swap" in this.parts and (month > 12) == (day > 12) and month != day:
        return None
    found = make_day(year, month, day) or make_day(year, day, month)
    return found.isoformat() if found else None


def weekday(this: Expression) -> str | None:
    """A weekday: the last one, the coming one where the words beside it look ahead, or the one after another day."""
    if this.today is None:
        return None
    wanted = weekday_of(this.parts["weekday"])
    day = _weekday_on(this, this.today, wanted)
    return day.isoformat() + _part(this) if day else None


def _weekday_on(this: Expression, today: date, wanted: int) -> date | None:
    back, ahead = (today.weekday() - wanted) % 7, (wanted - today.weekday()) % 7
    if "week" in this.parts:
        return add_days(today, wanted - today.weekday() + 7 * this.shift())
    if "on" in this.parts:
        return add_days(today, (ahead or 7) + 7)
    if this.shift() < 0:
        near = this.parts["shift"].lower() != "past" and back <= _NEAR and wanted <= today.weekday()
        return add_days(today, -(back + 7 if near or back == 0 else back))
    if this.shift() > 0:
        near = this.parts["shift"].lower() == "next" and ahead <= _NEAR and wanted >= today.weekday()
        return add_days(today, ahead + 7 if near or ahead == 0 else ahead)
    if this.joined and grain_of(this.joined) == "week" and (monday := first_day(this.joined)):
        return add_days(monday, wanted)
    joined = first_day(this.joined) if this.joined and grain_of(this.joined) == "day" else None
    if joined is not None:
        return add_days(joined, (wanted - joined.weekday()) % 7 or 7)
    if "this" in this.parts or this.look() in ("ahead", "present"):
        return add_days(today, ahead)
    return add_days(today, -back)


def _part(this: Expression) -> str:
    return PARTS[this.parts["part"].lower()] if "part" in this.parts else ""


def weekday_day(this: Expression) -> str | None:
    """`Thursday the 21st`: of the days so numbered, the nearest that is such a weekday."""
    if this.today is None:
        return None
    number, wanted = number_of(this.parts["day"]) or 0, weekday_of(this.parts["weekday"])
    first = this.today.replace(day=1)
    months = (move(first, "month", n) for n in range(-14, 15))
    days = [day for month in months if month and (day := make_day(int(month[:4]), int(month[5:]), number))]
    found = _likely(this, [day for day in days if day.weekday() == wanted])
    return found.isoformat() if found else None


def month_day(this: Expression) -> str | None:
    """`on the 27th`, `the 20th of next month`."""
    number = number_of(this.parts["day"])
    if this.today is None or number is None:
        return None
    if "shift" in this.parts:
        months = [move(this.today, "month", this.shift())]
    else:
        months = [move(this.today, "month", n) for n in (-2, -1, 0, 1, 2)]
    days = [day for month in months if month and (day := make_day(int(month[:4]), int(month[5:]), number))]
    if "shift" not in this.parts and this.look() != "ahead":
        days = [day for day in days if day <= this.today]
    found = _likely(this, days)
    return found.isoformat() if found else None


def nth_weekday(this: Expression) -> str | None:
    """`the first Friday of July`: of the month named, in the year named or likely."""
    wanted = weekday_of(this.parts["weekday"])
    months = _months_meant(this)
    found = [
        day
        for year, month in months
        if (day := nth_of_month(year, month, wanted, this.parts["nth"].lower())) is not None
    ]
    chosen = found[0] if len(found) == 1 else _likely(this, found)
    return chosen.isoformat() if chosen else None


def _months_meant(this: Expression) -> list[tuple[int, int]]:
    if "month" in this.parts and "year" in this.parts:
        return [(int(this.parts["year"]), month_of(this.parts["month"]))]
    if this.today is None:
        return []
    if "month" in this.parts:
        return [(this.today.year + n, month_of(this.parts["month"])) for n in (-1, 0, 1)]
    month = move(this.today, "month", this.shift())
    return [(int(month[:4]), int(month[5:]))] if month else []


def days(this: Expression) -> str | None:
    """So many days from today: `yesterday`, `tonight`."""
    moved = add_days(this.today, this.by) if this.today else None
    return moved.isoformat() + (this.suffix or _part(this)) if moved else None


def holiday(this: Expression) -> str | None:
    """A holiday of the year named, the last, the next, or the nearest that the words beside it allow."""
    return _holiday_named(this, this.parts["holiday"])


def _holiday_named(this: Expression, name: str) -> str | None:
    if "year" in this.parts:
        day = holiday_of(name, int(this.parts["year"]))
        return day.isoformat() if day else None
    today = this.today
    if today is None:
        return None
    if "of" in this.parts:
        day = holiday_of(name, today.year + this.shift())
        return day.isoformat() if day else None
    found = [day for n in (-1, 0, 1) if (day := holiday_of(name, today.year + n))]
    if this.shift() < 0:
        found = [day for day in found if day < today][-1:]
    elif this.shift() > 0:
        found = [day for day in found if day > today][:1]
    day = _likely(this, found)
    return day.isoformat() if day else None


DAY_RULES: Mapping[str, Rule] = {
    "calendar": calendar,
    "day_tail": day_tail,
    "iso": iso,
    "weekday": weekday,
    "weekday_day": weekday_day,
    "month_day": month_day,
    "nth_weekday": nth_weekday,
    "days": days,
    "holiday": holiday,
}
