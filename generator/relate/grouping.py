"""Reports of one event, grouped. In: reports in the order of time, round-ups, copies. Out: groups of places.

Candidates share rare terms; `likeness.py` scores them; average linkage groups them, day after day (`linkage.py`), so
that a new report deals no older ones anew. Two groups that only a subject holds together are no event, and events of
one kind that came on one day are told apart (`siblings.py`). A copy is as like as can be. A round-up is a member of no
group.

Among many, reports of one event are found by less likeness than as two alone (LEAST), as far as what they have in
common is their own (OWN): the notices of a hundred dividends are alike too, by words that all such notices have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeAlias

from generator.relate.comparison import Comparison
from generator.relate.likeness import Likeness
from generator.relate.linkage import Groups, Scores
from generator.relate.reports import Report
from generator.relate.siblings import are_apart, tell_apart

LEAST = 0.34
"""Of the threshold, what is enough among many.

Measured on 554 articles of 84 events and on random halves of the events (BCubed F1): from 0.3 to 0.4 the same within
0.01; from 0.45 on events of a month fall to pieces (ecbplus 0.89), at 0.6 news_cluster has 0.94 instead of 0.96."""

OWN = (0.25, 0.45)
"""Shares of likeness by terms that few articles have: up to the first, two among many are weighed as two alone; from
the second on by LEAST. Labelled events have 0.37 to 0.80, templates 0.07 to 0.26 (see `likeness.py`). Moved up by 0.05
ecbplus loses 0.01, the others nothing. Without it the largest groups of 9,638 articles of Reuters 1987 were 120
quarterly results and 120 Eurobonds; with it reports of one long conference or takeover."""

TITLED = 0.6
"""Share of the titles' weight in the other report with which two that are near tell fully of one event."""

Pair: TypeAlias = tuple[int, int]


def group_reports(
    reports: Sequence[Report],
    apart: frozenset[int],
    comparison: Comparison,
    copies: Iterable[Pair],
    threshold: float,
    story_days: int,
) -> list[list[int]]:
    """Groups of two or more places, each in order. `reports` are in the order of time, those `apart` of no group."""
    sure = dict.fromkeys(copies, Scores(*[1.0 / threshold] * 3))

    def score(one: int, other: int) -> Scores:
        return sure.get((one, other)) or scale(comparison.compare(one, other), threshold)

    def are_two(one: Sequence[int], other: Sequence[int]) -> bool:
        return are_apart([reports[at] for at in sorted(one)], [reports[at] for at in sorted(other)], story_days)

    carried: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in sure:
        carried[other].append(one)
    groups = Groups(score, are_two)
    usable = (place for place in range(len(reports)) if place not in apart)
    for _, lot in groupby(usable, lambda place: reports[place].day):
        places = list(lot)
        known = {place: {*comparison.likeness.earlier(place), *carried[place]} - apart for place in places}
        groups.add(places, [(other, place) for place in places for other in sorted(known[place])])
        for place in places:
            new = groups.members(place)
            events = tell_apart([reports[at] for at in new], story_days)
            if len(events) > 1:
                groups.part(place, [[new[at] for at in event] for event in events])
    return groups.listed()


def scale(like: Likeness, threshold: float) -> Scores:
    """A likeness as multiples of what is enough: for two alone, and for two among many."""
    low, high = OWN
    own = min(1.0, max(0.0, (like.own - low) / (high - low)))
    alone = like.score / threshold
    among = alone + own * (like.among / (threshold * LEAST) - alone)
    return Scores(alone, among, nearest=alone * min(1.0, like.titles / TITLED))
