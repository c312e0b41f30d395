"""What became of the counted: killed, freed, evacuated. In: a sentence's tokens, a figure. Out: a fact of facts.yml."""

from __future__ import annotations

from generator.relate.accounts.counted import AUXILIARY
from generator.relate.accounts.numbers import Number
from generator.relate.accounts.tokens import Tokens, match_after, match_before
from generator.relate.accounts.words import FactWords

_REACH, _REACH_BEFORE = 8, 4
_AT_PLACE = frozenset(("in", "at", "near", "around", "across"))
_BETWEEN = frozenset(("of", "the", "some", "lives", "people"))
_SMALL = frozenset(("and", "around", "of", "the", "near"))
"""Words within the name of a place, or of several: `in and around Port Arden`."""


def find_fact(tokens: Tokens, number: Number, behind: int, facts: FactWords) -> tuple[str | None, str]:
    """What became of the counted, and the words behind them that say so; of two, the graver.

    "Killed 13 people aboard the ferry" is of people killed.
    """
    after, said = _fact_at(tokens, number, behind, facts) or _fact_after(tokens, behind, facts)
    before = _fact_before(tokens, number, facts)
    if before and (after is None or facts.weights[before] > facts.weights[after]):
        return before, ""
    return (after, said) if after else _find_toll(tokens, number)


def _fact_at(tokens: Tokens, number: Number, behind: int, facts: FactWords) -> tuple[str, str] | None:
    """What is counted may be the fact itself: `22 arrests`."""
    found = match_after(tokens, behind - 1, facts.after) if behind > number.end else None
    return (found[0], tokens.words[behind - 1]) if found else None


def _fact_after(tokens: Tokens, behind: int, facts: FactWords) -> tuple[str | None, str]:
    at = behind
    while at < min(behind + _REACH, len(tokens.words)):
        if (found := match_after(tokens, at, facts.after)) is not None:
            return found[0], " ".join(tokens.words[at : found[1]])
        place = _skip_place(tokens, at)
        if place == at and tokens.word(at) not in AUXILIARY:
            break
        at = max(place, at + 1)
    return None, ""


def _skip_place(tokens: Tokens, at: int) -> int:
    """The token behind `in Port Arden`, or the same one where no such words stand there."""
    if tokens.word(at) not in _AT_PLACE:
        return at
    behind = at + 1
    while behind < len(tokens.words) and (tokens.words[behind][:1].isupper() or tokens.low[behind] in _SMALL):
        behind += 1
    return behind if tokens.words[behind - 1][:1].isupper() else at


def _fact_before(tokens: Tokens, number: Number, facts: FactWords) -> str | None:
    for at in range(number.first - 1, max(-1, number.first - _REACH_BEFORE), -1):
        if (found := match_before(tokens, at, facts.before)) is not None:
            return found[0]
        if tokens.low[at] not in _BETWEEN:
            break
    return None


def _find_toll(tokens: Tokens, number: Number) -> tuple[str | None, str]:
    """`The death toll from the fire has risen to 27`."""
    window = tokens.low[max(0, number.first - 10) : number.first]
    if "toll" in window and window[-1] in ("to", "at", "of", "is"):
        return "killed", ""
    return None, ""
