"""The reports of one corpus, compared. In: reports in the order of time, candidate pairs. Out: how alike two are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from generator.relate.likeness import Likeness, measure_likeness, weigh_terms
from generator.relate.likeness_table import LikenessTable
from generator.relate.reports import Report

Pair: TypeAlias = tuple[int, int]


class Comparison:
    """Compares reports by their places, each pair once."""

    def __init__(self, reports: Sequence[Report], story_days: int, candidates: Iterable[Pair] = ()) -> None:
        """`candidates` (earlier, later) are in order of the later, then of the earlier place."""
        self._reports = reports
        self._story_days = story_days
        self._tells = weigh_terms([report.vector for report in reports])
        self._known: dict[Pair, Likeness] = {}
        self.likeness = LikenessTable((pair, self._measure(pair)) for pair in candidates)
        """Of the candidates."""

    def compare(self, one: int, other: int) -> Likeness:
        """How much two articles look like reports of one event; the same whichever comes first."""
        pair = (one, other) if one < other else (other, one)
        like = self._known.get(pair) or self.likeness.get(pair)
        if like is None:
            like = self._known[pair] = self._measure(pair)
        return like

    def _measure(self, pair: Pair) -> Likeness:
        one, other = pair
        return measure_likeness(self._reports[one], self._reports[other], self._tells, self._story_days)
