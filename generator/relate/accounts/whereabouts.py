"""Whether two sentences are about two places. In: tellings, lines, figures. Out: yes or no.

Places near one another are no two: the homes "in Lancashire" may be those "around Lancaster".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from math import cos, hypot, radians

from generator.model import Entity
from generator.relate.accounts.line import Line, Telling
from generator.relate.accounts.quantities import Quantity

_NEAR, _NEXT = 60.0, 15.0
"""Kilometres: a town, and the county that it lies in; two towns that are one."""
_DEGREE = 111.2


class Whereabouts:
    """The places of a story's tellings."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._tellings = tellings
        self._places: dict[int, Mapping[str, Entity]] = {}

    def are_apart(self, one: Quantity, other: Quantity) -> bool:
        """Whether two figures' sentences name places that are far apart, or their clauses two countries."""
        if self._lie_apart(one.line, other.line, one.line.places, other.line.places):
            return True
        ours, theirs = self._countries(one), self._countries(other)
        return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)

    def distance(self, one: Line, place: str, other: Line, another: str) -> float | None:
        """Kilometres between two places of two lines, None where either is nowhere."""
        here, there = self._of(one.telling).get(place), self._of(other.telling).get(another)
        return _distance(here, there) if here and there else None

    def _lie_apart(self, one: Line, other: Line, ours: Set[str], theirs: Set[str]) -> bool:
        if not ours or not theirs or not ours.isdisjoint(theirs):
            return False
        pairs = ((a, b) for a in sorted(ours) for b in sorted(theirs))
        return all(self._is_far(one, a, other, b) for a, b in pairs)

    def _is_far(self, one: Line, place: str, other: Line, another: str) -> bool:
        here, there = self._of(one.telling).get(place), self._of(other.telling).get(another)
        distance = _distance(here, there) if here and there else None
        if distance is None or here is None or there is None:
            return True
        return distance > (_NEXT if is_point(here) and is_point(there) else _NEAR)

    def _countries(self, quantity: Quantity) -> frozenset[str]:
        """The countries that the figure's clause names."""
        line = quantity.line
        named = [m for m in line.mentions if m.kind == "place" and m.entity not in line.places]
        if not named:
            return frozenset()
        low, high = quantity.reach
        return frozenset(m.entity for m in named if low <= m.span.start < high)

    def _of(self, telling: int) -> Mapping[str, Entity]:
        if telling not in self._places:
            self._places[telling] = _by_id(self._tellings[telling].shown.entities)
        return self._places[telling]


def is_point(place: Entity) -> bool:
    """Whether it is a town: our lists have those to a thousandth of a degree and less, regions to a hundredth."""
    return any(value is not None and round(value, 2) != value for value in (place.latitude, place.longitude))


def _by_id(entities: Iterable[Entity]) -> Mapping[str, Entity]:
    return {entity.id: entity for entity in entities if entity.kind == "place"}


def _distance(one: Entity, other: Entity) -> float | None:
    """As on a plane: right to a hundredth over some hundred kilometres."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    east = (one.longitude - other.longitude) * cos(radians((one.latitude + other.latitude) / 2))
    return _DEGREE * hypot(one.latitude - other.latitude, east)
