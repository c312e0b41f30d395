"""Whether two figures say the same. In: numbers. Out: yes or no.

Equal figures do; so do figures of differing precision ("more than 200" and 276, "143 million" and 143,100,000, "about
60" and 64). Two bounds that rose are no such case: "at least 10" and "at least 27" differ.
"""

from __future__ import annotations

from generator.relate.accounts.numbers import Number

ABOUT, BOTH_ABOUT = 0.1, 0.04
"""How far, of the larger, what is said to be about a figure may be from it; from another that is about one too."""
_FAR = 1.6
"""What is so many times the other is another figure, whatever is said of its precision."""
_MEASURED = 0.06
"""How far two measures may be apart: 40 metres and 131 feet."""
_BOTH_LEAST = 0.1
"""How far two bounds may be apart that need not differ, from `_ROUND_FROM` on: "more than 300", "at least 280"."""
_ROUND_FROM = 100
"""Whole figures from here on may be rounded to one digit ..."""
_ROUND_TO_TWO = 1000
"""... and from here on to two or more: 190 is not 186."""


def say_same(one: Number, other: Number) -> bool:
    """Whether both may be said of one thing by people who know the same."""
    low, high = sorted((one.value, other.value))
    if low == high:
        return True
    if high > low * _FAR:
        return False
    abouts = (one.bound, other.bound).count("about")
    if abouts and high - low <= (ABOUT if abouts == 1 else BOTH_ABOUT) * high:
        return True
    is_converted = one.unit == other.unit and one.unit in _MEASURES and one.size != other.size
    if is_converted and high - low <= _MEASURED * high:
        return True
    if one.bound == other.bound == "least" and low >= _ROUND_FROM and high - low <= _BOTH_LEAST * high:
        return True
    if _within_bound(one, other) or _within_bound(other, one):
        return True
    size = one.size if one.size == other.size else 1.0
    return _rounds_to(low / size, high / size) or _rounds_to(high / size, low / size)


_MEASURES = frozenset(("length", "mass", "area", "speed", "volume", "time"))


def _within_bound(bounded: Number, other: Number) -> bool:
    """Whether one figure is a bound that the other keeps, and is not far from."""
    if bounded.bound == "least":
        room = 1.5 if _digits(bounded.value) == 1 and bounded.value >= _ROUND_FROM else 1.25
        return bounded.value <= other.value <= bounded.value * room and other.bound != "least"
    if bounded.bound == "most":
        return bounded.value / 1.5 <= other.value <= bounded.value and other.bound != "most"
    return False


def _rounds_to(exact: float, rounded: float) -> bool:
    """Whether rounding one figure to the digits of the other gives the other."""
    digits = _digits(rounded)
    is_small = exact == int(exact) and (rounded < _ROUND_FROM or (rounded < _ROUND_TO_TWO and digits > 1))
    if digits >= _digits(exact) or (digits == 1 and _digits(exact) == 2) or (is_small and rounded == int(rounded)):
        return False
    return float(f"{exact:.{digits}g}") == rounded


def _digits(value: float) -> int:
    """Digits that count: 2 of 2,300."""
    return len(f"{value:.12g}".split("e")[0].replace(".", "").strip("0")) or 1
