"""Figures in a sentence: value, bound and unit. In: tokens. Out: `Number`s, in the order of the text.

What only looks like a figure is left out: days, times, ordinals, ranges, scores, and numbers that are a name's
("Flight 804", "Article 50").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.relate.accounts.tokens import Tokens, match_before
from generator.relate.accounts.words import Bound, NumberWords, load_number_words

COUNT = "count"
"""The unit of things counted; `dollar` and so on of money, `length` and so on of measures, `age` of years of life."""

MAGNITUDE = "magnitude"
"""The unit of the strength of earthquakes."""

SPEED = "speed"
"""The unit of how fast something goes."""

_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_HALVES = frozenset(("am", "pm", "a.m.", "p.m.", "gmt", "bst", "est", "o'clock", "edt"))
_OPENING = frozenset("the a an this his her their its and but in at on for by with of from".split())
"""Words with a capital for no more than that a sentence begins with them."""
_ARTICLES = frozenset(("a", "an"))
_DASHES = frozenset("-–—")
_MEASURED = frozenset("measured measuring registered registering".split())
_RICHTER_IN = 4
_EACH, _HOUR = frozenset(("/", "an", "per")), frozenset(("h", "hour", "hr"))
_KILOMETRE, _MILLION = 1000.0, 1_000_000
_BETWEEN = 6
"""Words in front of the second figure of a range: `between 60 million and 80 million`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A figure. `first` and `end` are its tokens, bound and unit included; `core` is the token of the number itself."""

    value: float
    size: float
    """How many of the first of its units one is: 1000 for kilometres."""
    bound: Bound
    unit: str
    first: int
    core: int
    end: int
    is_digits: bool


def find_numbers(tokens: Tokens) -> Iterator[Number]:
    """The figures of a sentence."""
    words = load_number_words()
    behind = 0
    low = tokens.low
    for at in [place for place, word in enumerate(low) if word in words.openers or "0" <= word[0] <= "9"]:
        if at < behind or (low[at] in _ARTICLES and tokens.word(at + 1) not in words.scales):
            continue
        number = _read(tokens, at, words)
        if number is not None:
            yield number
            behind = number.end


def _read(tokens: Tokens, at: int, words: NumberWords) -> Number | None:
    sign = _sign(tokens, at, words)
    start = at + 1 if sign else at
    core = _core(tokens, start, words)
    if core is None or (sign and not tokens.words[start][0].isdigit()):
        return None
    value, end, rough = core
    if sign and tokens.word(end) == "m" and tokens.joined(end):  # of lengths it is a metre
        value, end = value * _MILLION, end + 1
    is_digits = tokens.words[start][0].isdigit()
    if sign is None and is_digits and _is_name(tokens, start, end):
        return None
    if sign is None and _ends_range(tokens, at, words):
        return None
    unit, size, behind = (sign, 1.0, end) if sign else _unit(tokens, start, end, words)
    if _is_range(tokens, end, words):
        return None
    if sign is None and unit == COUNT and is_digits and _is_no_count(tokens, start, end, value):
        return None
    bound, first = _bound(tokens, at, words)
    if bound == "exact" and rough:
        bound = "about"
    return Number(
        value=value * size, size=size, bound=bound, unit=unit, first=first, core=start, end=behind, is_digits=is_digits
    )


def _sign(tokens: Tokens, at: int, words: NumberWords) -> str | None:
    """The currency of a sign in front of a number."""
    return words.signs.get(tokens.words[at]) if at + 1 < len(tokens.words) else None


def _core(tokens: Tokens, at: int, words: NumberWords) -> tuple[float, int, bool] | None:
    """The value of the number at a token, the token behind it, and whether it is a round word ("a hundred")."""
    word = tokens.word(at)
    if not word:
        return None
    if word[0].isdigit():
        return _scaled(tokens, at + 1, float(word.replace(",", "")), words, is_digits=True)
    if word in words.words:
        value, end = float(words.words[word]), at + 1
        if value >= 20 and (unit := _unit_word(tokens, end, words)):
            value, end = value + unit[0], unit[1]
        return _scaled(tokens, end, value, words, is_digits=False)
    if word == "half" and tokens.word(at + 1) == "a" and tokens.word(at + 2) in words.scales:
        return words.scales[tokens.word(at + 2)] / 2, at + 3, True
    if word in ("a", "an") and words.scales.get(tokens.word(at + 1), 0) >= 12:
        return float(words.scales[tokens.word(at + 1)]), at + 2, True
    return None


def _unit_word(tokens: Tokens, at: int, words: NumberWords) -> tuple[int, int] | None:
    """The `one` of `twenty-one` and `twenty one`."""
    at += tokens.word(at) in _DASHES and tokens.joined(at)
    value = words.words.get(tokens.word(at), 0)
    return (value, at + 1) if 0 < value < 10 else None


def _scaled(tokens: Tokens, end: int, value: float, words: NumberWords, *, is_digits: bool) -> tuple[float, int, bool]:
    """With what scales it: `2.5 million`, `two dozen`, `three hundred thousand`."""
    rough = False
    while True:
        at = end + (tokens.word(end) in _DASHES and tokens.joined(end))
        word = tokens.word(at)
        scale = words.scales.get(word)
        if scale is None or (len(word) == 1 and not (is_digits and tokens.joined(at))):
            return value, end, rough
        value, end, rough = value * scale, at + 1, rough or (word == "dozen" and value != 1)


def _is_number(tokens: Tokens, at: int, words: NumberWords) -> bool:
    word = tokens.word(at)
    return bool(word) and (word[0].isdigit() or word in words.words)


def _is_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a number is a part of a name: it stands behind a capital and in front of no common word."""
    before = tokens.words[start - 1] if start else ""
    if before in ("#", "No", "@", "/", ".") and tokens.joined(start):
        return True
    following = tokens.words[end] if end < len(tokens.words) else ""
    is_capital = before[:1].isupper() and before.isalpha() and before.lower() not in _OPENING
    return start > 0 and is_capital and not following[:1].islower()


def _is_range(tokens: Tokens, end: int, words: NumberWords) -> bool:
    """Whether it goes on to another number: `10 to 30`, `2-1`, `10:30`."""
    following = tokens.word(end)
    if following in ("to", "or") and _is_number(tokens, end + 1, words):
        return True
    return (
        (following in _DASHES or following in (":", "/", "."))
        and tokens.joined(end)
        and tokens.joined(end + 1)
        and tokens.word(end + 1)[:1].isdigit()
    )


def _ends_range(tokens: Tokens, at: int, words: NumberWords) -> bool:
    before = tokens.word(at - 1)
    is_dash = before == "/" or (before in _DASHES and tokens.joined(at))
    if before == "and" and "between" in tokens.low[max(0, at - _BETWEEN) : at - 1]:
        return True
    return (is_dash or before in ("to", "or")) and _is_number(tokens, at - 2, words)


def _is_no_count(tokens: Tokens, start: int, end: int, value: float) -> bool:
    """Whether digits are a year, an ordinal, a time of day or a part of something written together."""
    following = tokens.word(end)
    if following in _HALVES or (tokens.joined(end) and (following in _ORDINALS or following[:1].isalpha())):
        return True
    if following == "," and tokens.word(end + 1).isdigit() and len(tokens.word(end + 1)) == 3:  # "1, 600"
        return True
    if tokens.word(start - 1) == "," and tokens.word(start - 2)[:1].isdigit() and len(tokens.word(start)) == 3:
        return True
    if tokens.joined(start) and tokens.words[start - 1] not in _DASHES and tokens.words[start - 1] not in "(\"'“‘[~":
        return True
    return end == start + 1 and len(tokens.words[start]) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR


def _unit(tokens: Tokens, start: int, end: int, words: NumberWords) -> tuple[str, float, int]:
    """Unit, its size, and the token behind it."""
    at = end + (tokens.word(end) in _DASHES and tokens.joined(end))
    word = tokens.word(at)
    if word == MAGNITUDE:
        return MAGNITUDE, 1.0, at + 1
    if _is_magnitude(tokens, start, end):
        return MAGNITUDE, 1.0, end
    if word == "per" and tokens.word(at + 1) == "cent":
        return "share", 1.0, at + 2
    if word in ("percentage", "basis") and tokens.word(at + 1).startswith("point"):
        return "points", 1.0, at + 2
    if word in ("year", "years", "month", "months") and _is_age(tokens, at):
        return "age", 1.0 if word.startswith("y") else 1 / 12, at + 2 + (tokens.word(at + 1) in _DASHES)
    if word in words.units and (len(word) > 1 or tokens.joined(at)):
        kind, size = words.units[word]
        if kind == "length" and (behind := _end_of_speed(tokens, at + 1)):
            return SPEED, size / _KILOMETRE, behind
        return kind, size, at + 1
    if word in ("us", "american", "canadian", "australian") and tokens.word(at + 1) in words.money:
        return words.money[tokens.word(at + 1)], 1.0, at + 2
    if word in words.money:
        return words.money[word], 1.0, at + 1
    return COUNT, 1.0, end


def _is_magnitude(tokens: Tokens, start: int, end: int) -> bool:
    """`a magnitude of 6.1`, `magnitude-6.1`; `it measured 6.1` of what has no unit; `6.1 on the Richter scale`."""
    before = tokens.word(start - 1)
    if before == MAGNITUDE or (before in ("of", *_DASHES) and tokens.word(start - 2) == MAGNITUDE):
        return True
    if end != start + 1 or "." not in tokens.words[start]:
        return False
    if "richter" in tokens.low[end : end + _RICHTER_IN]:
        return True
    return before in _MEASURED and (end == len(tokens.words) or not tokens.words[end][0].isalpha())


def _end_of_speed(tokens: Tokens, at: int) -> int:
    """The token behind the `/h` of `140 km/h`, the `an hour` of `90 miles an hour`; 0 where no such words stand."""
    return at + 2 if tokens.word(at) in _EACH and tokens.word(at + 1) in _HOUR else 0


def _is_age(tokens: Tokens, at: int) -> bool:
    following = at + 1 + (tokens.word(at + 1) in _DASHES)
    return tokens.word(following) in ("old", "olds")


def _bound(tokens: Tokens, at: int, words: NumberWords) -> tuple[Bound, int]:
    """What stands in front of the figure, and its first token."""
    found = match_before(tokens, at - 1, words.bounds)
    if found is None:
        return "exact", at
    bound, first = found
    return bound, first if bound in ("least", "most", "about") else at  # type: ignore[return-value]
