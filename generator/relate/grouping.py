"""Reports of one event, grouped. In: reports in the order of time, round-ups, copies. Out: groups of places.

Candidates share rare terms; `likeness.py` scores them; average linkage groups them, day after day (`linkage.py`), so
that a new report deals no older ones anew. Two groups that only a subject holds together are no event, and events of
one kind that came on one day are told apart (`siblings.py`). A copy goes where its original goes, and is no evidence: a
text that ten outlets carry is one report. A round-up is a member of no group.

Among many, reports of one event are found by less likeness than as two alone (LEAST), as far as what they have in
common is their own (OWN): the notices of a hundred dividends are alike too, by words that all such notices have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from generator.relate.comparison import Comparison
from generator.relate.likeness import Likeness
from generator.relate.linkage import Groups, Scores
from generator.relate.reports import Report
from generator.relate.siblings import are_apart, tell_apart

LEAST = 0.34
"""Of the threshold, what is enough among many.

Measured, BCubed F1 of news_cluster, basil and ecbplus: 0.969, 1 and 0.945. With 0.3 basil has 0.985; with 0.4 they have
0.962, 1 and 0.940, and with 0.6, where events of a month fall to pieces, 0.924, 1 and 0.940."""

OWN = (0.25, 0.45)
"""Shares of likeness by terms that few articles have: up to the first, two among many are weighed as two alone; from
the second on by LEAST. Labelled events have 0.37 to 0.80, templates 0.07 to 0.26 (see `likeness.py`). Moved up by 0.05
ecbplus loses 0.005, the others nothing. Without it the largest groups of 9,638 articles of Reuters 1987 were 120
quarterly results and 120 Eurobonds; with it reports of one long conference or takeover."""

TITLED = 0.6
"""Share of the titles' weight in the other report with which two that are near tell fully of one event.

With 0.4 all labelled events are the same, with 0.8 news_cluster has 0.949 instead of 0.969."""

PATIENCE = 5
"""Times `story_days` that a story may be silent for longer than it was told before, and go on as the same story.

From 3 to 12 the same on all labelled events, with 2 news_cluster has 0.962 instead of 0.969. Of its 134 reports one
comes later: after seven months."""

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
    originals = _find_originals(pair for pair in copies if apart.isdisjoint(pair))
    usable = [place for place in range(len(reports)) if place not in apart and place not in originals]

    def score(one: int, other: int) -> Scores:
        return scale(comparison.compare(one, other), threshold)

    def are_two(one: Sequence[int], other: Sequence[int]) -> bool:
        return are_apart([reports[at] for at in sorted(one)], [reports[at] for at in sorted(other)], story_days)

    groups = Groups(score, are_two, [report.day for report in reports], PATIENCE * story_days)
    for _, lot in groupby(usable, lambda place: reports[place].day):
        places = list(lot)
        known = {(originals.get(one, one), place) for place in places for one in comparison.likeness.earlier(place)}
        groups.add(places, [pair for pair in known if pair[0] not in apart])
        for place in places:
            new = groups.members(place)
            events = tell_apart([reports[at] for at in new], story_days)
            if len(events) > 1:
                groups.part(place, [[new[at] for at in event] for event in events])
    return _add_copies(groups.listed(), originals)


def _find_originals(copies: Iterable[Pair]) -> dict[int, int]:
    """The earliest report that each copy goes back to."""
    originals: dict[int, int] = {}
    for one, copy in sorted(copies, key=lambda pair: (pair[1], pair[0])):
        originals.setdefault(copy, originals.get(one, one))
    return originals


def _add_copies(groups: Iterable[Sequence[int]], originals: Mapping[int, int]) -> list[list[int]]:
    copies: defaultdict[int, list[int]] = defaultdict(list)
    for copy, original in originals.items():
        copies[original].append(copy)
    full = [sorted([*group, *(copy for place in group for copy in copies[place])]) for group in groups]
    return [group for group in full if len(group) > 1]


def scale(like: Likeness, threshold: float) -> Scores:
    """A likeness as multiples of what is enough: for two alone, and for two among many."""
    low, high = OWN
    own = min(1.0, max(0.0, (like.own - low) / (high - low)))
    alone = like.score / threshold
    among = alone + own * (like.among / (threshold * LEAST) - alone)
    return Scores(alone, among, nearest=alone * min(1.0, like.titles / TITLED))
