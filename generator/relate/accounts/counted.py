"""What a figure counts or measures. In: a sentence's tokens, a figure. Out: places of tokens, names of measures."""

from __future__ import annotations

from generator.relate.accounts.numbers import COUNT, Number
from generator.relate.accounts.tokens import Tokens, term_of
from generator.relate.accounts.words import NumberWords

ENDS = frozenset(',;:()—–"“”!?.')
JOINS = frozenset("and or but while when after before as because if although though since until than".split())
PREPOSITIONS = frozenset(
    "in on at for from with by under over near across into during against about of to off inside outside offshore "
    "inland away apart ahead".split()
)
AUXILIARY = frozenset(
    "were was have been had has are be is being reported confirmed also later then still believed feared thought known "
    "presumed said who in total now immediately already others other more all officially reportedly so far "
    "people".split()
)
DASHES = frozenset("-–—")
_REACH = 5
"""Tokens behind a figure among which what it counts must be: `60 white wooden fishing boats`."""
_STATES = frozenset("dead injured wounded missing".split())
_OF_PARTS = frozenset("the its their his her this that these those them which whom all a an".split())
_MEASURED_OF = frozenset(("area", "mass", "volume", "length"))
_DIMENSIONS = {
    "deep": "depth", "depth": "depth", "wide": "width", "width": "width", "diameter": "width", "across": "width",
    "below": "depth", "beneath": "depth",
    "long": "length", "stretches": "length", "spans": "length", "length": "length",
    "high": "height", "tall": "height", "height": "height", "thick": "thickness",
}  # fmt: skip
"""What is measured: a well's depth is not its width."""


MEASURES = " ".join(_DIMENSIONS)
"""The words that say so."""


def find_head(tokens: Tokens, number: Number, words: NumberWords) -> tuple[int | None, int]:
    """The token of the noun that is counted, and the token behind it."""
    if number.unit != COUNT:
        return _find_measured(tokens, number)
    for at in range(number.end, min(number.end + _REACH, len(tokens.words))):
        word = tokens.low[at]
        if word in ENDS or word in JOINS or word in PREPOSITIONS or not word[0].isalpha():
            break
        if word in AUXILIARY and word != "people":
            break
        if _is_plural(word, words) or (number.value == 1 and word in words.same):
            if word in _STATES:
                break
            while (following := tokens.word(at + 1)) not in _STATES and _is_plural(following, words):
                at += 1
            return at, at + 1
    return None, number.end


def _find_measured(tokens: Tokens, number: Number) -> tuple[int | None, int]:
    """What has an age or a measure: the noun right behind (`a six-year-old boy`, `a 40-metre-deep well`), or `of`."""
    at = number.end
    while tokens.word(at) in DASHES or tokens.word(at) in _DIMENSIONS:
        at += 1
    if number.unit in _MEASURED_OF and tokens.word(at) == "of" and tokens.word(at + 1) not in _OF_PARTS:
        at += 1
    word = tokens.word(at)
    is_noun = word.isalpha() and word not in PREPOSITIONS and word not in JOINS and word not in AUXILIARY
    if number.unit in ("age", *_MEASURED_OF) and is_noun and at > 0 and tokens.words[at].islower():
        return at, at + 1
    return None, number.end


def name_dimension(tokens: Tokens, number: Number) -> str:
    """What of a thing is measured, where the report says so: `depth`."""
    if number.unit != "length":
        return ""
    near = (number.end, number.end + 1, number.first - 1, number.first - 2)
    return next((_DIMENSIONS[word] for at in near if (word := tokens.word(at)) in _DIMENSIONS), "")


def name_head(word: str, words: NumberWords) -> str:
    """A noun by the first of its kind, else by its term: `people` for persons."""
    return words.same.get(word) or term_of(word) or word


def _is_plural(word: str, words: NumberWords) -> bool:
    if not word or not word[0].isalpha() or word in words.not_plurals:
        return False
    return word in words.plurals or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s", "ous")))
