"""What a word says that another report would say otherwise: a number, a name, a turn. In: words. Out: facts.

The words are in `facts.yml`, which is read once; it is packaged with the program and never changes while it runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_ALIKE = 4
"""Letters that two spellings of a name have in common, at its beginning or its end."""


def say_fact(word: str, is_name: bool) -> str:
    """The fact a word bears, written one way: `2,300` and `2.300` are `2300`, `ten` is `10`; "" for none.

    `word` is in lower case and without signs at its ends; `is_name` tells of a capital within a sentence.
    """
    if not word.isalpha() and any(letter.isdigit() for letter in word):
        return "".join(letter for letter in word if letter.isdigit()).lstrip("0") or "0"
    listed = _listed_facts().get(word)
    if listed is not None:
        return listed
    return word.removesuffix("'s").removesuffix("’s") if is_name else ""


def is_number(fact: str) -> bool:
    """Whether a fact is a number."""
    return fact[0].isdigit()


def differ(ours: Iterable[str], theirs: Iterable[str]) -> int:
    """How many facts of one text have another in their place, other spellings of one name aside."""
    ours, theirs = list(dict.fromkeys(ours)), list(dict.fromkeys(theirs))
    mine = [fact for fact in ours if not any(_is_spelling(fact, other) for other in theirs)]
    others = [fact for fact in theirs if not any(_is_spelling(fact, other) for other in ours)]
    return min(len(mine), len(others))


def find_turns(words: Iterable[str]) -> frozenset[str]:
    """The turns that words in lower case say: `up` for `rose`."""
    return frozenset(turn for word in words if (turn := _turns().get(word)))


def are_opposite(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one has a turn and the other its opposite, and neither has both."""
    return any(
        _opposites().get(turn) in theirs and _opposites()[turn] not in ours and turn not in theirs for turn in ours
    )


def _is_spelling(one: str, other: str) -> bool:
    """Whether two words may be one name: `Jan` and `January`, `Reuter` and `Reuters`, a slip of the pen."""
    if is_number(one) or is_number(other):
        return one == other
    if one.startswith(other) or other.startswith(one):
        return min(len(one), len(other)) > 1
    return min(len(one), len(other)) > _ALIKE and (one[:_ALIKE] == other[:_ALIKE] or one[-_ALIKE:] == other[-_ALIKE:])


@cache
def _listed_facts() -> Mapping[str, str]:
    data = read_facts()
    numbers = {word: str(number) for word, number in data["numbers"].items()}
    return numbers | {word: f"({turn})" for word, turn in _turns().items()}


@cache
def _turns() -> Mapping[str, str]:
    return {word: turn for turn, row in read_facts()["turns"].items() for word in row["words"]}


@cache
def _opposites() -> Mapping[str, str]:
    return {turn: row["opposite"] for turn, row in read_facts()["turns"].items() if "opposite" in row}


def read_facts() -> Any:
    """The packaged list, as it is written."""
    text = files("generator.relate").joinpath("facts.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)
