"""Whose age a figure is. In: a line, a figure. Out: the age, and the name."""

from __future__ import annotations

from generator.relate.accounts.counted import DASHES
from generator.relate.accounts.line import Line
from generator.relate.accounts.numbers import COUNT, Number
from generator.relate.accounts.tokens import Tokens

AGE = "age"
"""The unit of years of life."""
_YOUNGEST, _OLDEST = 1, 115


def read_age(line: Line, tokens: Tokens, number: Number) -> tuple[Number, str] | None:
    """The age of somebody named: `Tam Reyes, 34,` and `the 34-year-old Tam Reyes`, and the name."""
    if number.unit == AGE:
        at = number.end + (tokens.word(number.end) in DASHES)
        start = line.start + tokens.starts[at] if at < len(tokens.words) else -1
        spans = [m.span for m in line.mentions if m.kind == "person" and m.span.start == start]
    else:
        spans = [m.span for m in line.mentions if m.kind == "person"] if _is_bare_age(tokens, number) else []
        end = line.start + tokens.ends[number.first - 2] if spans else -1
        spans = [span for span in spans if span.end == end]
    if not spans:
        return None
    name = " ".join(line.text[spans[0].start - line.start : spans[0].end - line.start].split())
    if number.unit == AGE:
        return number, name
    return Number(
        value=number.value, size=1.0, bound=number.bound, unit=AGE,
        first=number.first, core=number.core, end=number.end, is_digits=True,
    ), name  # fmt: skip


def _is_bare_age(tokens: Tokens, number: Number) -> bool:
    is_between = tokens.word(number.first - 1) == "," and number.first > 1
    is_between = is_between and tokens.word(number.end) in ("", ",", ".", ";", ")", "and", "of", "was", "from")
    return is_between and number.unit == COUNT and number.is_digits and _YOUNGEST <= number.value <= _OLDEST
