"""Titles of one pattern that tell of others: "… sets quarterly dividend". In: two Events, their lead reports.
Out: whether they are."""

from __future__ import annotations

from collections.abc import Iterator

from generator.relate.likeness import PATTERN
from generator.relate.reports import Report
from generator.relate.thread_events import Event
from generator.relate.thread_rarity import Rarity
from generator.relate.vectors import Vector

SAME = 0.75
"""Share of the titles' weight in common from which a number in one alone is as much as other numbers in both: the
other's may be written out."""

RARE = 0.7
"""Rarity of a title's term that may be a name, where it fills in a pattern."""


def are_of_pattern(one: Event, other: Event, leads: tuple[Report, Report], rarity: Rarity) -> bool:
    """Whether the titles are alike but for numbers, or for names that the other event knows nothing of."""
    alike = _measure_alikeness(leads[0].title, leads[1].title)
    if alike < PATTERN:
        return False
    numbers = leads[0].numbers, leads[1].numbers
    if not numbers[0] & numbers[1] and (all(numbers) or (any(numbers) and alike >= SAME)):
        return True
    return all(_is_filled(here, there, rarity) for here, there in ((one, other), (other, one)))


def _measure_alikeness(one: Vector, other: Vector) -> float:
    """The share of the titles' weight that they have in common, numbers apart."""
    whole = shared = 0.0
    for here, there in ((one, other), (other, one)):
        for term, weight in here.items():
            if not term[0].isdigit():
                whole += weight
                shared += weight if term in there else 0.0
    return shared / whole if whole else 0.0


def _is_filled(one: Event, other: Event, rarity: Rarity) -> bool:
    """Whether one's title has what may be somebody's or something's name, and the other knows none such."""
    filling = list(_fill(one, other, rarity))
    return bool(filling) and not any(f in other.names or f in other.terms or f in other.text for f in filling)


def _fill(one: Event, other: Event, rarity: Rarity) -> Iterator[str]:
    yield from (name for name in one.title_names if name not in other.title_names)
    for term in one.title:
        if term not in other.title and not term[0].isdigit() and rarity.get(term, 0.0) >= RARE:
            yield term
