"""Average linkage. In: scores of pairs. Out: groups whose members are, on average, alike enough.

Merges the two most alike groups until no two are alike enough (group-average agglomerative clustering). Pairs that were
no candidates are scored only when a merge could hang on them.

A pair has two scores, each a multiple of what is enough: as two alone, and as two among many. Up to FEW members are
joined by the first, MANY or more by the second, for a mean over many pairs is better evidence than one pair.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from heapq import heapify, heappop, heappush
from typing import TypeAlias

SAMPLE = 4
"""Members of a group that stand for it when missing pairs are scored: bounds the cost of one merge."""

WEAK = 0.15
"""Pairs below it are forgotten: a mean that needs them is not reached."""

FEW, MANY = 3, 6

Pair: TypeAlias = tuple[int, int]
Scores: TypeAlias = tuple[float, float]
"""As two alone, and as two among many; 1 is enough."""

_NONE: Scores = (0.0, 0.0)


def link_average(scores: Mapping[Pair, Scores], score: Callable[[int, int], Scores]) -> list[list[int]]:
    """Groups of two or more places, each in order, the groups by their first.

    `scores` has keys (smaller, larger); `score` gives those of any other pair. Equal scores are taken in the order of
    the groups' first members.
    """
    return _Groups(scores, score).merge()


def settle(value: Scores, size: int) -> float:
    """The one score of a group of `size` members, joined of two with this mean."""
    if size <= FEW:
        return value[0]
    if size >= MANY:
        return value[1]
    return value[0] + (value[1] - value[0]) * (size - FEW) / (MANY - FEW)


class _Groups:
    """Groups under way, each named by its smallest member."""

    def __init__(self, scores: Mapping[Pair, Scores], score: Callable[[int, int], Scores]) -> None:
        self._score = score
        self._members: dict[int, list[int]] = {}
        self._near: dict[int, dict[int, Scores]] = {}
        self._heap: list[tuple[float, int, int]] = []
        for (one, other), value in sorted(scores.items()):
            if max(value) < WEAK:
                continue
            self._near.setdefault(one, {})[other] = value
            self._near.setdefault(other, {})[one] = value
            self._members[one], self._members[other] = [one], [other]
            if value[0] >= 1.0:
                self._heap.append((-value[0], one, other))
        heapify(self._heap)

    def merge(self) -> list[list[int]]:
        while self._heap:
            value, one, other = heappop(self._heap)
            if self._settle(one, other) == -value:
                self._join(one, other)
        return sorted(sorted(members) for members in self._members.values() if len(members) > 1)

    def _settle(self, one: int, other: int) -> float:
        value = self._near.get(one, {}).get(other, _NONE)
        return settle(value, len(self._members[one]) + len(self._members[other])) if value is not _NONE else 0.0

    def _join(self, one: int, other: int) -> None:
        """Join `other` into `one` (`one` < `other`) and find what the joined group is near to."""
        ours, theirs = self._near.pop(one), self._near.pop(other)
        del ours[other], theirs[one]
        here, there = self._members[one], self._members.pop(other)
        self._members[one] = here + there
        self._near[one] = near = {}
        for third in sorted({*ours, *theirs}):
            value = self._average(third, here, ours.get(third), there, theirs.get(third))
            back = self._near[third]
            back.pop(one, None)
            back.pop(other, None)
            if max(value) >= WEAK:
                near[third] = back[one] = value
                if (settled := self._settle(one, third)) >= 1.0:
                    heappush(self._heap, (-settled, min(one, third), max(one, third)))

    def _average(
        self, third: int, here: list[int], ours: Scores | None, there: list[int], theirs: Scores | None
    ) -> Scores:
        """The mean score of a group with two joined ones, of which one may not be known."""
        one, other = len(here), len(there)
        whole = one + other
        # A pair that is no candidate scores low: it is worth scoring only where the known half would be enough.
        if ours is None or theirs is None:
            known = ours or theirs or _NONE
            hopeful = settle(known, whole + len(self._members[third])) >= 1.0
            missing = self._measure(there if ours else here, third) if hopeful else _NONE
            ours, theirs = (ours, missing) if ours else (missing, known)
        return (ours[0] * one + theirs[0] * other) / whole, (ours[1] * one + theirs[1] * other) / whole

    def _measure(self, members: list[int], third: int) -> Scores:
        values = [self._score(a, b) for a in _sample(members) for b in _sample(self._members[third])]
        return sum(value[0] for value in values) / len(values), sum(value[1] for value in values) / len(values)


def _sample(members: list[int]) -> list[int]:
    """Up to SAMPLE members, evenly spread."""
    if len(members) <= SAMPLE:
        return members
    return [members[place * len(members) // SAMPLE] for place in range(SAMPLE)]
