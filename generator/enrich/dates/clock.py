"""Rules for the time of day. The value is `T22:30`, of the place spoken of; `joins.py` joins the day to it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.enrich.dates.expression import Expression, Rule

_NAMED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def twelve(this: Expression) -> str | None:
    """ "10:30 p.m.", "10pm"."""
    hour = int(this.parts["hour"]) % 12 + (12 if this.parts["half"].lower().startswith("p") else 0)
    return f"T{hour:02}:{this.parts.get('minute', '00')}"


def twenty_four(this: Expression) -> str | None:
    """ "14:30", "1400 GMT"."""
    return f"T{int(this.parts['hour']):02}:{this.parts['minute']}"


def named(this: Expression) -> str | None:
    """ "Noon", "midnight": the end of the day, as TIMEX3 has it."""
    return _NAMED[this.parts["named"].lower()]


CLOCK_RULES: Mapping[str, Rule] = {"twelve": twelve, "twenty_four": twenty_four, "named": named}
