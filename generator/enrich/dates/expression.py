"""What the rules for values are given: a matched time expression, and what its surroundings tell of it.

Also the steps between days and the periods they lie in, as TIMEX3 writes them: `2015-W50`, `2015-12`, `2015-Q4`, `201`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from generator.enrich.dates.cues import Cue

MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
WEEKDAYS = {d: n for n, d in enumerate("mon tue wed thu fri sat sun".split())}
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth"
).split()
_NUMBERS = (
    {word: n for n, word in enumerate(_ONES, start=1)}
    | {word: n for n, word in enumerate(_ORDINALS, start=1)}
    | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
    | {f"{word[:-1]}ieth": 10 * n for n, word in enumerate(_TENS, start=2)}
    | {"a": 1, "an": 1, "dozen": 12, "hundred": 100}
)


class Expression(NamedTuple):
    """A match, the day it is read on (None: not known), and what stands around it."""

    parts: Mapping[str, str]
    today: date | None
    look: Callable[[], Cue]
    """Reads what the words beside it say; asked only by rules that need it."""
    anchor: str | None = None
    """The value of the day or period the text spoke of last."""
    joined: str | None = None
    """The value of the expression this one goes on from: "Monday and Tuesday"."""
    by: int = 0
    suffix: str = ""

    def shift(self) -> int:
        """-1, 0 or 1 for `last week`, `this week`, `next week`."""
        return _SHIFTS.get(self.parts.get("shift", "").lower().split(" ")[-1], 0)


_GRAIN = re.compile(
    r"\d{4}(?:-(?:(?P<weekend>W\d\d-WE)|(?P<week>W\d\d)|(?P<quarter>Q\d)|(?P<half>H\d)"
    r"|(?P<day>\d\d-\d\d(?:T[\w:]+)?)|(?P<month>\d\d))|(?P<year>))\Z"
)

Rule: TypeAlias = Callable[[Expression], "str | None"]

_SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "before": -1, "earlier": -1,
    "next": 1, "coming": 1, "following": 1, "upcoming": 1, "after": 1, "later": 1,
}  # fmt: skip


def month_of(name: str) -> int:
    """The number of a month, printed as a word or a number."""
    return MONTHS[name[:3].lower()] if name[:1].isalpha() else int(name)


def weekday_of(name: str) -> int:
    """0 for Monday."""
    return WEEKDAYS[name[:3].lower()]


def number_of(words: str) -> int | None:
    """`21`, `21st`, `twenty-first`, `a dozen`, `1,200`; None where it is no exact whole number."""
    plain = words.lower().replace(",", "")
    figures = plain.rstrip("stndrh")
    if figures.isascii() and figures.isdigit():
        return int(figures)
    known = [_NUMBERS.get(word) for word in plain.replace("-", " ").split() if word != "and"]
    if not known or None in known:
        return None
    if known[0] == 1 and len(known) == 2:
        return known[1]
    return sum(n or 0 for n in known)


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(day: date, count: int) -> date | None:
    """The day so many days on; None outside the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def first_day(value: str) -> date | None:
    """The first day of a DATE value; None for one that has no day (`PAST_REF`, `1990s`)."""
    try:
        if value[4:6] == "-W":
            return date.fromisocalendar(int(value[:4]), int(value[6:8]), 6 if value.endswith("-WE") else 1)
        if value[4:6] == "-Q":
            return date(int(value[:4]), 3 * int(value[6]) - 2, 1)
        if value[4:6] == "-H":
            return date(int(value[:4]), 6 * int(value[6]) - 5, 1)
        year, month, day = (*value[:10].split("-"), "1", "1")[:3]
        return date(int(year), int(month), int(day)) if len(year) == 4 else None
    except ValueError:
        return None


def grain_of(value: str) -> str:
    """`day`, `week`, `weekend`, `month`, `quarter`, `half`, `year`, or nothing."""
    match = _GRAIN.match(value)
    return (match.lastgroup or "") if match else ""


def period_of(day: date, unit: str) -> str:
    """The period of a unit that holds a day."""
    if unit in ("week", "fortnight", "weekend"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
    forms = {
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "year": f"{day.year:04}",
        "decade": f"{day.year // 10:03}",
        "century": f"{day.year // 100:02}",
    }
    return forms.get(unit, day.isoformat())


def move(day: date | None, unit: str, count: int) -> str | None:
    """The period of a unit so many units on from the one that holds a day."""
    if day is None:
        return None
    lengths = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
    if unit in lengths:
        moved = add_days(day, lengths[unit] * count)
        return period_of(moved, unit) if moved else None
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
    if unit not in months:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months[unit] * count, 12)
    return period_of(date(year, month + 1, 1), unit) if date.min.year <= year <= date.max.year else None
