"""Figures of which a report has one for its role: the cost, the hours of the siege. In: quantities. Out: which.

Two reports that each give one cost, high up, speak of one cost, in whatever words. Only roles of which an event has one
figure are read so (`single` in roles.yml), and ages of somebody who is not named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.relate.accounts.ages import AGE
from generator.relate.accounts.numbers import COUNT, MAGNITUDE, SPEED
from generator.relate.accounts.quantities import PEOPLE, Quantity
from generator.relate.accounts.sameness import say_same
from generator.relate.accounts.words import load_number_words, load_role_words

_VAGUE = frozenset((PEOPLE, "member", "official", "case", "place", "day", "group", "time"))
"""Nouns that stand for many things."""
_SELF_TOLD = frozenset((MAGNITUDE, SPEED))
"""Units of which there is one figure whatever stands around it."""
_OWNED = frozenset("his her their my our its".split())
SINGLE_LINES = 10
"""Sentences of a report in which its event is told; further down are other events."""


class Singles:
    """Knows which figures are their report's only ones of their role, or say the same as its others."""

    def __init__(self, quantities: Iterable[Quantity]) -> None:
        self._figures: dict[tuple[int, str], list[Quantity]] = defaultdict(list)
        for quantity in quantities:
            self._figures[quantity.line.telling, quantity.number.unit].append(quantity)
        self._single: dict[tuple[int, str], frozenset[Quantity]] = {}

    def role(self, quantity: Quantity) -> str:
        """The role of which a figure is its report's only one; empty where it is none such."""
        key = quantity.line.telling, quantity.number.unit
        if key not in self._single:
            self._single[key] = frozenset(_find_single(self._figures[key]))
        return single_role(quantity) if quantity in self._single[key] else ""


def _find_single(quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    found: dict[tuple[str, str], list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        role = single_role(quantity)
        if role and not quantity.is_background and not quantity.is_part:
            found[role, quantity.rate].append(quantity)
    for own in found.values():
        if all(say_same(each.number, own[0].number) for each in own):
            yield from (each for each in own if each.line.sentence < SINGLE_LINES)


def single_role(quantity: Quantity) -> str:
    """The role by which a figure may be its report's only one; empty where it has none such."""
    if quantity.number.unit == AGE:
        return "" if quantity.person else quantity.head
    role, words = quantity.role, load_role_words()
    is_own = words.compared.get(role) == quantity.measure
    if is_own and role in words.single:
        return role
    if quantity.number.unit in _SELF_TOLD:
        return "" if is_own else quantity.number.unit  # roles are of other tremors, and of what is allowed
    return quantity.head if quantity.number.unit == COUNT and _is_telling(quantity) else ""


def is_told_alone(quantity: Quantity) -> bool:
    """Whether a figure tells what it is of without the words around its sentence: a toll, a fine, a capacity."""
    if not quantity.is_count:
        return bool(single_role(quantity))
    words = load_role_words()
    return bool(quantity.fact) or words.roles[COUNT].get(quantity.head) in words.single


def _is_telling(quantity: Quantity) -> bool:
    """Whether a noun may be counted once in an event: no vague one, and not one alone."""
    words = load_number_words()
    noun = quantity.head
    if quantity.tokens.word(quantity.number.first - 1) in _OWNED:
        return False  # "their three children" are not the children of the event
    return bool(noun) and not quantity.fact and quantity.number.value > 1 and noun not in words.not_compared | _VAGUE
