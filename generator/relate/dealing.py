"""Groups as a site's own file wants them. In: groups that were found, overrides. Out: groups.

    split   those that leave go together, and with them the copies of their texts; of a list, each is of another group,
            and the others go where they are likest
    merge   groups with a report of the list become one; then splits once more, for what only a merge brought together
    pin     the listed are a group as they are, and in no other

What is merged goes as a whole. Entries name articles, not groups, so they hold as other articles come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from generator.relate.overrides import Overrides, Parting

Group: TypeAlias = list[int]
Measure: TypeAlias = Callable[[int, int], float]


class Dealt(NamedTuple):
    """Groups of two or more places, each in order, the groups by their first; lines of splits that parted something."""

    groups: list[Group]
    parted: frozenset[int] = frozenset()


def deal_groups(
    groups: Sequence[Group], overrides: Overrides, measure: Measure, copies: Iterable[tuple[int, int]] = ()
) -> Dealt:
    """Apply the overrides; `measure` tells how alike two places are, `copies` are pairs that carry one text."""
    found = _Groups(groups, overrides, measure, copies if overrides.partings else ())
    for parting in overrides.partings:
        found.part(parting)
    for unit in dict.fromkeys(overrides.units.values()):
        found.merge(unit)
    for parting in overrides.partings:
        found.part(parting)
    for pin in overrides.pins:
        found.pin(pin.places)
    return Dealt(found.listed(), frozenset(found.parted))


class _Groups:
    """Groups under way. An entry looks at the groups of the places that it names, not at all."""

    def __init__(
        self, groups: Sequence[Group], overrides: Overrides, measure: Measure, copies: Iterable[tuple[int, int]]
    ) -> None:
        self._overrides = overrides
        self._measure = measure
        self._groups: dict[int, Group] = {}
        self._home: dict[int, int] = {}
        self._next = 0
        self._copies: dict[int, list[int]] = {}
        for one, other in copies:
            self._copies.setdefault(one, []).append(other)
            self._copies.setdefault(other, []).append(one)
        self.parted: set[int] = set()
        for group in groups:
            self._add(group)

    def listed(self) -> list[Group]:
        """Groups of two or more, each in order, by their first."""
        return sorted(sorted(group) for group in self._groups.values() if len(group) > 1)

    def _add(self, group: Group) -> None:
        self._groups[self._next] = group
        self._home.update(dict.fromkeys(group, self._next))
        self._next += 1

    def _take(self, places: Iterable[int]) -> list[Group]:
        """The groups that hold some of these places, which are not there any more."""
        numbers = sorted({self._home[place] for place in places if place in self._home})
        taken = [self._groups.pop(number) for number in numbers]
        for group in taken:
            for place in group:
                del self._home[place]
        return taken

    def part(self, parting: Parting) -> None:
        named = self._with_copies({place for each in parting.places for place in self._unit(each)}, parting)
        for group in self._take(named):
            parts = self._leave(group, named, parting) if parting.others else self._deal(group, parting)
            if len(parts) > 1:
                self.parted.add(parting.line)
            for part in parts:
                self._add(part)

    def merge(self, unit: Sequence[int]) -> None:
        self._add(sorted({*unit, *(place for group in self._take(unit) for place in group)}))

    def pin(self, places: Sequence[int]) -> None:
        for group in self._take(places):
            self._add([place for place in group if place not in places])
        self._add(list(places))

    def _unit(self, place: int) -> tuple[int, ...]:
        return self._overrides.units.get(place, (place,))

    def _with_copies(self, named: set[int], parting: Parting) -> set[int]:
        """Who carries the text of a report that leaves goes with it, unless it carries that of one that stays."""
        if not parting.others:
            return named
        staying = {place for each in parting.others for place in self._unit(each)}
        held = staying.union(*(self._copies.get(place, ()) for place in staying))
        leaving = {copy for place in named for copy in self._copies.get(place, ()) if copy not in held}
        return named | {place for copy in leaving for place in self._unit(copy) if place not in staying}

    def _leave(self, group: Group, leaving: set[int], parting: Parting) -> list[Group]:
        if set(group).isdisjoint(parting.others):
            return [group]
        return [[place for place in group if place not in leaving], [place for place in group if place in leaving]]

    def _deal(self, group: Group, parting: Parting) -> list[Group]:
        """A group for each that is listed, with what is merged with it; the others go where they are likest."""
        inside = frozenset(group)
        units = dict.fromkeys(self._unit(each) for each in parting.places if each in inside)
        seeds = sorted([place for place in unit if place in inside] for unit in units)
        if len(seeds) < 2:
            return [group]
        parts = [list(seed) for seed in seeds]
        settled = {place for seed in seeds for place in seed}
        for unit in dict.fromkeys(self._unit(place) for place in group if place not in settled):
            members = [place for place in unit if place in inside]
            means = [_mean(members, seed, self._measure) for seed in seeds]
            parts[means.index(max(means))] += members
        return parts


def _mean(places: Sequence[int], others: Sequence[int], measure: Measure) -> float:
    pairs = [(min(one, other), max(one, other)) for one in places for other in others]
    return sum(measure(*pair) for pair in pairs) / len(pairs)
