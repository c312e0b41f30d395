"""Rules for lengths of time and what is counted in them: "two-year" P2Y, "twice a day" P1D, "two years ago" 2013."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from generator.enrich.dates.expression import (
    PARTS,
    Expression,
    Rule,
    first_day,
    grain_of,
    month_of,
    move,
    number_of,
    weekday_of,
)

_CODES = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "night": "{}D", "week": "{}W", "weekend": "{}WE",
    "fortnight": "{}W", "month": "{}M", "quarter": "{}Q", "year": "{}Y", "decade": "{}DE", "century": "{}CE",
    "millennium": "{}ML",
}  # fmt: skip
"""TIMEX3 codes, those of the long units as TIDES (2005) has them."""
_SHORT = {
    "min": "minute", "hr": "hour", "sec": "second", "yr": "year", "centurie": "century", "wk": "week",
    "millennia": "millennium",
}  # fmt: skip
_HALVES = re.compile(r"(?:(.+?)[ -])??(?:and[ -])?(?:(?:a[ -])?half|1/2)(?:[ -]an?)?\Z", re.IGNORECASE)
_SETS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P1Q", "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "biennial": "P2Y", "biennially": "P2Y",
    "everyday": "P1D", "weekdays": "XXXX-WXX-WD", "weekends": "XXXX-WXX-WE",
}  # fmt: skip
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


def unit_of(printed: str) -> str:
    """A unit in the singular."""
    word = printed.lower().rstrip(".")
    word = word[:-1] if word.endswith("s") else word
    return _SHORT.get(word, word)


def _count(this: Expression) -> str:
    """The number as figures, `2`, `2.5`; X where it is not said."""
    words = this.parts.get("count", str(this.by or "X")).lower()
    half = _HALVES.match(words)
    if half is not None or "half" in this.parts:
        whole = number_of(half[1]) if half is not None and half[1] else 0 if half is not None else number_of(words)
        return "X" if whole is None else f"{whole}.5"
    if re.fullmatch(r"\d+\.\d+", words):
        return words
    number = number_of(words)
    return "X" if number is None else str(number)


def length(this: Expression) -> str | None:
    """A length of time: P2Y, PT3H, PXM."""
    unit, count = unit_of(this.parts["unit"]), _count(this)
    if unit == "fortnight" and count.isdigit():
        count = str(2 * int(count))
    return f"P{_CODES[unit].format(count)}"


def two_lengths(this: Expression) -> str | None:
    """ "Nine hours and 30 minutes" PT9H30M."""
    first, rest = length(this), number_of(this.parts["rest"])
    code = _CODES[unit_of(this.parts["rest_unit"])]
    if first is None or rest is None or ("T" in first) != ("T" in code):
        return None
    return first + code.format(rest).removeprefix("T")


def ago(this: Expression) -> str | None:
    """So many units before today; a span of hours stays a length."""
    return _from(this, this.today, -1)


def hence(this: Expression) -> str | None:
    """So many units after today."""
    return _from(this, this.today, 1)


def ahead(this: Expression) -> str | None:
    """ "In two weeks": after today where the words beside it look ahead, else how long it took."""
    return _from(this, this.today, 1) if this.look() == "ahead" else length(this)


def apart(this: Expression) -> str | None:
    """ "Two days later", "a year earlier": from what the text spoke of last.

    Where it spoke of nothing, a year earlier is last year and "will follow a week later" counts from today; else it is
    a length of time. A year before a quarter is a quarter.
    """
    unit, back = unit_of(this.parts["unit"]), this.parts["shift"].lower() in ("earlier", "before", "previously")
    base = first_day(this.anchor) if this.anchor else None
    if base is None and (this.look() == "ahead" if not back else unit == "year"):
        base = this.today
    if base is None:
        return length(this)
    if this.anchor and "T" in this.anchor and unit in ("minute", "hour"):
        return _move_clock(this, -1 if back else 1)
    grain = grain_of(this.anchor or "")
    if (
        unit == "year"
        and back
        and grain in ("quarter", "month", "half")
        and (number := number_of(this.parts.get("count", "1")))
    ):
        moved = int((this.anchor or "")[:4]) - number
        return f"{moved:04}{(this.anchor or '')[4:]}"
    return _from(this, base, -1 if back else 1)


def _move_clock(this: Expression, way: int) -> str | None:
    count = _count(this)
    try:
        moment = datetime.fromisoformat((this.anchor or "").replace("T24:", "T00:"))
        span = timedelta(**{f"{unit_of(this.parts['unit'])}s": way * float(count)})
        return (moment + span).isoformat(timespec="minutes")
    except (ValueError, OverflowError):
        return length(this)


def _from(this: Expression, base: date | None, way: int) -> str | None:
    unit, count = unit_of(this.parts["unit"]), _count(this)
    if unit in ("second", "minute", "hour"):
        return length(this)
    if count == "X":
        return "PAST_REF" if way < 0 else "FUTURE_REF"
    if base is None:
        return None
    if count == "0.5":
        return move(base, *{"year": ("month", 6 * way), "decade": ("year", 5 * way)}.get(unit, ("year", 50 * way)))
    if unit in ("decade", "century"):
        return move(base, "year", round(way * float(count) * (10 if unit == "decade" else 100)))
    if count.endswith(".5"):
        return move(base, "month", round(way * float(count) * 12)) if unit == "year" else length(this)
    return move(base, unit, way * int(count))


def set_of(this: Expression) -> str | None:
    """What comes again: "every Monday", "each morning", "weekly"."""
    if "weekday" in this.parts:
        return f"XXXX-WXX-{weekday_of(this.parts['weekday']) + 1}" + PARTS.get(this.parts.get("part", "").lower(), "")
    if "month" in this.parts:
        return f"XXXX-{month_of(this.parts['month']):02}"
    if "season" in this.parts:
        return f"XXXX-{_SEASONS[this.parts['season'].lower()]}"
    if "part" in this.parts:
        return f"XXXX-XX-XX{PARTS[this.parts['part'].lower()]}"
    return _SETS[this.parts["set"].lower()]


def set_length(this: Expression) -> str | None:
    """ "Every two years" P2Y, "every other day" P2D, "per hour" PT1H."""
    unit = unit_of(this.parts["unit"])
    count = "2" if "other" in this.parts else _count(this) if "count" in this.parts else "1"
    return f"P{_CODES[unit].format(count)}"


def past(this: Expression) -> str | None:
    """A time past, not said when."""
    return "PAST_REF"


def present(this: Expression) -> str | None:
    """The present."""
    return "PRESENT_REF"


def future(this: Expression) -> str | None:
    """A time to come, not said when."""
    return "FUTURE_REF"


LENGTH_RULES: Mapping[str, Rule] = {
    "length": length,
    "two_lengths": two_lengths,
    "ago": ago,
    "hence": hence,
    "ahead": ahead,
    "apart": apart,
    "set": set_of,
    "set_length": set_length,
    "past": past,
    "present": present,
    "future": future,
}
