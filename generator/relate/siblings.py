"""Events of one kind, told apart. In: the reports of one group. Out: the groups of the events that it holds.

Two raids on jewellers in one city, or one law in two states, share so many rare words that no threshold parts them and
yet joins the reports of one long event. What parts them is what the group itself varies in: weighed by how few of the
group's reports have a term, the reports of one event stay alike and those of two have hardly a term in common.

Groups that came on one day are cut in two where both halves hold enough reports and their mean likeness across is far
below that within: the less far, the more reports either half has, and the plainer their days tell two events
(`tell_apart`). By the same measure two groups stay two (`are_apart`). A text and its copies are one report: they come
here as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from statistics import fmean

from generator.relate.dendrogram import Node, build_tree
from generator.relate.reports import Report
from generator.relate.vectors import Vector, cosine, heaviest

ENOUGH = 3
"""Reports of a half that may be alike by chance, as the best of many halves. A half has to have more; one of twice as
many is an event by the limits below, one of four times as many by limits half as high again.

BCubed F1 of ecbplus 0.945 (0.942 on average of random halves of its topics); at 4 0.934. With limits that do not depend
on how many there are it was 0.902 (0.892)."""

MINGLED, UNDATED, PARTED = 0.28, 0.35, 0.62
"""Likeness across, as a share of that within, below which two halves are two events: where they were reported in the
same days, where nothing is known of their days (or little lies between them), where days without a report do.

Measured, BCubed F1 on 554 articles of 84 events: with MINGLED from 0.2 to 0.3 and PARTED from 0.42 to 0.7 the same, but
two stories of the sample are one with MINGLED 0.2, and with PARTED up to 0.52. With MINGLED 0.34 events of weeks fall
to pieces (news_cluster 0.957 instead of 0.969). With UNDATED 0.32 and less two events of three reports run together
(basil 0.985 instead of 1), with 0.36 ecbplus has 0.937 instead of 0.945."""

MOST = 60
"""Reports of a group that are compared, evenly spread; the others go with the half they are nearest to."""

MOST_OF_TWO = 12
"""Reports of either of two groups that are compared."""

TERMS = 80
"""Terms of a report that are compared, the heaviest."""

PAIR = 2
"""Reports of a group that is kept beside another, where the days are known: what made it a group is their likeness."""


def tell_apart(reports: Sequence[Report], gap: int) -> list[list[int]]:
    """Places of the reports of each event, each in order, the events by their first; one list where it is one event.

    `gap` days or more without a report part two events.
    """
    if len(reports) <= 2 * ENOUGH:
        return [list(range(len(reports)))]
    chosen = _choose(len(reports), MOST)
    group = _Group([reports[place] for place in chosen], gap)
    events = [[chosen[at] for at in event] for event in group.cut(range(len(chosen)))]
    if len(events) > 1:
        _deal(sorted({*range(len(reports))} - {*chosen}), events, [report.vector for report in reports])
    return sorted(sorted(event) for event in events)


def are_apart(one: Sequence[Report], other: Sequence[Report], gap: int) -> bool:
    """Whether two groups of reports, both with their days, are of two events."""
    if len(one) < PAIR or len(other) < PAIR:
        return False
    first, second = ([side[at] for at in _choose(len(side), MOST_OF_TWO)] for side in (one, other))
    if any(report.day is None for report in (*first, *second)):
        return False
    return _Group([*first, *second], gap).are_two(len(first))


def _choose(number: int, most: int) -> Sequence[int]:
    """Up to so many places, evenly spread."""
    return range(number) if number <= most else [place * number // most for place in range(most)]


class _Group:
    """Reports with their likeness by the words that tell them apart, and by all words."""

    def __init__(self, reports: Sequence[Report], gap: int) -> None:
        self._days = [report.day for report in reports]
        self._gap = gap
        self._near = _fill(_weigh([report.vector for report in reports]))

    def cut(self, places: Sequence[int]) -> list[list[int]]:
        """The places by event."""
        if len(places) <= 2 * ENOUGH:
            return [list(places)]
        halves = self._find_halves(build_tree([[self._near[a][b] for b in places] for a in places]), places)
        return [list(places)] if halves is None else [event for half in halves for event in self.cut(half)]

    def are_two(self, first: int) -> bool:
        """Whether the reports up to `first` and those from there on are of two events."""
        one, other = range(first), range(first, len(self._days))
        return self._mean(one, other) < self._limit(one, other) * self._within(one, other)

    def _find_halves(self, root: Node, places: Sequence[int]) -> tuple[list[int], list[int]] | None:
        """The two events of a tree, if it holds two; the few that stand apart from both go with the nearer."""
        node: Node | None = root
        alone: list[int] = []
        while node is not None:
            one, other = ([places[at] for at in side] for side in (node.one, node.other))
            if len(one) > ENOUGH and len(other) > ENOUGH:
                break
            first, second = node.below
            few, node = (one, second) if len(one) <= len(other) else (other, first)
            alone += few
        if node is None:
            return None
        limit = self._limit(one, other) * 2 * (1 - ENOUGH / min(len(one), len(other)))
        if self._mean(one, other) >= limit * self._within(one, other):
            return None
        for place in alone:
            (one if self._mean([place], one) >= self._mean([place], other) else other).append(place)
        return sorted(one), sorted(other)

    def _limit(self, one: Sequence[int], other: Sequence[int]) -> float:
        """How alike two halves of one event may be, as a share of the likeness within."""
        here, there = ([day for at in half if (day := self._days[at]) is not None] for half in (one, other))
        if 2 * len(here) < len(one) or 2 * len(there) < len(other):
            return UNDATED
        between = max((min(here) - max(there)).days, (min(there) - max(here)).days)
        if between <= 0:
            return MINGLED
        return PARTED if between >= self._gap else UNDATED

    def _mean(self, one: Sequence[int], other: Sequence[int]) -> float:
        return sum(self._near[a][b] for a in one for b in other) / (len(one) * len(other))

    def _within(self, one: Sequence[int], other: Sequence[int]) -> float:
        """The mean of what each half has within, so that two events run together do not hide how close a third is."""
        return (self._closeness(one) + self._closeness(other)) / 2

    def _closeness(self, places: Sequence[int]) -> float:
        return fmean(self._near[a][b] for a in places for b in places if a < b)


def _fill(vectors: Sequence[Vector]) -> list[list[float]]:
    """The cosines of all with all; that of one with itself is 1."""
    table = [[1.0] * len(vectors) for _ in vectors]
    for a, one in enumerate(vectors):
        for b in range(a):
            table[a][b] = table[b][a] = cosine(one, vectors[b])
    return table


def _weigh(vectors: Sequence[Vector]) -> list[Vector]:
    """The vectors by what tells the reports apart: terms that all have, or one alone, count for nothing."""
    held = Counter(term for vector in vectors for term in vector)
    rarity = {term: log(len(vectors) / seen) for term, seen in held.items() if 1 < seen < len(vectors)}
    weighed: list[Vector] = []
    for vector in vectors:
        full = {term: weight * rarity[term] for term, weight in vector.items() if term in rarity}
        terms = {term: full[term] for term in heaviest(full, TERMS)}
        length = sqrt(sum(weight * weight for weight in sorted(terms.values())))
        weighed.append({term: weight / length for term, weight in terms.items()} if length else {})
    return weighed


def _deal(places: Sequence[int], events: list[list[int]], vectors: Sequence[Vector]) -> None:
    """Add each place to the event that it is nearest to."""
    held = [list(event) for event in events]
    for place in places:
        means = [sum(cosine(vectors[place], vectors[other]) for other in event) / len(event) for event in held]
        events[means.index(max(means))].append(place)
