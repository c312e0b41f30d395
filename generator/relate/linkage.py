"""Average linkage. In: scores of pairs. Out: groups whose members are, on average, alike enough.

Merges the two most alike groups until no two reach the threshold (group-average agglomerative clustering). Pairs that
were no candidates are scored only when a merge could hang on them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from heapq import heapify, heappop, heappush

SAMPLE = 12
"""Members of a large group that stand for it when missing pairs are scored: bounds the cost of one merge."""

WEAK = 0.3
"""Pairs below this share of the threshold are forgotten: a mean that needs them is not reached."""

Pair = tuple[int, int]


def link_average(scores: Mapping[Pair, float], score: Callable[[int, int], float], threshold: float) -> list[list[int]]:
    """Groups of two or more places, each in order, the groups by their first.

    `scores` has keys (smaller, larger); `score` gives those of any other pair. Equal scores are taken in the order of
    the groups' first members.
    """
    return _Groups(scores, score, threshold).merge()


class _Groups:
    """Groups under way, each named by its smallest member."""

    def __init__(self, scores: Mapping[Pair, float], score: Callable[[int, int], float], threshold: float) -> None:
        self._score = score
        self._threshold = threshold
        self._members: dict[int, list[int]] = {}
        self._near: dict[int, dict[int, float]] = {}
        for (one, other), value in sorted(scores.items()):
            if value < threshold * WEAK:
                continue
            self._near.setdefault(one, {})[other] = value
            self._near.setdefault(other, {})[one] = value
            self._members[one], self._members[other] = [one], [other]
        self._heap = [(-value, one, other) for (one, other), value in scores.items() if value >= threshold]
        heapify(self._heap)

    def merge(self) -> list[list[int]]:
        while self._heap:
            value, one, other = heappop(self._heap)
            if self._near.get(one, {}).get(other) == -value:
                self._join(one, other)
        return sorted(sorted(members) for members in self._members.values() if len(members) > 1)

    def _join(self, one: int, other: int) -> None:
        """Join `other` into `one` (`one` < `other`) and find what the joined group is near to."""
        ours, theirs = self._near.pop(one), self._near.pop(other)
        del ours[other], theirs[one]
        here, there = self._members[one], self._members.pop(other)
        near: dict[int, float] = {}
        for third in sorted({*ours, *theirs}):
            value = self._average(third, (here, ours.get(third)), (there, theirs.get(third)))
            back = self._near[third]
            back.pop(one, None)
            back.pop(other, None)
            if value >= self._threshold * WEAK:
                near[third] = back[one] = value
                if value >= self._threshold:
                    heappush(self._heap, (-value, min(one, third), max(one, third)))
        self._near[one] = near
        self._members[one] = here + there

    def _average(self, third: int, *parts: tuple[list[int], float | None]) -> float:
        whole = sum(len(members) for members, _ in parts)
        known = sum(len(members) * value for members, value in parts if value is not None)
        missing = [members for members, value in parts if value is None]
        # A pair that is no candidate scores low: were it at the threshold itself, would the mean reach it?
        hopeful = known + sum(len(members) * self._threshold for members in missing)
        if missing and hopeful >= whole * self._threshold:
            known += sum(len(members) * self._measure(members, third) for members in missing)
        return known / whole

    def _measure(self, members: list[int], third: int) -> float:
        pairs = [(a, b) for a in _sample(members) for b in _sample(self._members[third])]
        return sum(self._score(min(pair), max(pair)) for pair in pairs) / len(pairs)


def _sample(members: list[int]) -> list[int]:
    """Up to SAMPLE members, evenly spread."""
    if len(members) <= SAMPLE:
        return members
    return [members[place * len(members) // SAMPLE] for place in range(SAMPLE)]
