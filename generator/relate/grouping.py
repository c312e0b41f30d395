"""Reports of one event, grouped. In: reports in the order of time, round-ups, copies. Out: groups of places.

Candidates share rare terms; `likeness.py` scores them; average linkage groups them; events of one kind that it joined
are told apart (`siblings.py`). A copy is as like as can be. A round-up is a member of no group.

Among many, reports of one event are found by less likeness than as two alone (LEAST), as far as what they have in
common is their own (OWN): the notices of a hundred dividends are alike too, by words that all such notices have.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from generator.relate.likeness import Comparison, Likeness
from generator.relate.linkage import Scores, link_average
from generator.relate.reports import Report
from generator.relate.siblings import tell_apart

LEAST = 0.34
"""Of the threshold, what is enough among many.

Measured on 554 articles of 84 events and on random halves of the events (BCubed F1): from 0.3 to 0.4 the same within
0.01; from 0.45 on events of a month fall to pieces (ecbplus 0.89), at 0.6 news_cluster has 0.94 instead of 0.96."""

OWN = (0.25, 0.45)
"""Shares of likeness by terms that few articles have: up to the first, two among many are weighed as two alone; from
the second on by LEAST. Labelled events have 0.37 to 0.80, templates 0.07 to 0.26 (see `likeness.py`). Moved up by 0.05
ecbplus loses 0.01, the others nothing. Without it the largest groups of 9,638 articles of Reuters 1987 were 120
quarterly results and 120 Eurobonds; with it reports of one long conference or takeover."""

Pair: TypeAlias = tuple[int, int]


def group_reports(
    reports: Sequence[Report],
    apart: frozenset[int],
    comparison: Comparison,
    candidates: Iterable[Pair],
    copies: Iterable[Pair],
    threshold: float,
    story_days: int,
) -> list[list[int]]:
    """Groups of two or more places, each in order. `reports` are in the order of time, those `apart` of no group."""
    sure: dict[Pair, Scores] = dict.fromkeys(copies, (1.0 / threshold, 1.0 / threshold))

    def score(one: int, other: int) -> Scores:
        pair = (one, other) if one < other else (other, one)
        return sure.get(pair) or scale(comparison.compare(*pair), threshold)

    usable = {pair: score(*pair) for pair in (*candidates, *sure) if not apart & {*pair}}
    return [
        [group[at] for at in event]
        for group in link_average(usable, score)
        for event in tell_apart([reports[at].vector for at in group], [reports[at].day for at in group], story_days)
    ]


def scale(like: Likeness, threshold: float) -> Scores:
    """A likeness as multiples of what is enough: for two alone, and for two among many."""
    low, high = OWN
    own = min(1.0, max(0.0, (like.own - low) / (high - low)))
    alone = like.score / threshold
    return alone, alone + own * (like.among / (threshold * LEAST) - alone)
