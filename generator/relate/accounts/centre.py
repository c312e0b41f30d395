"""How near a sentence is to what all reports of a story say. In: tellings. Out: `Centre`.

The centroid of multi-document summarisation (Radev et al. 2004): a term weighs as many tellings have it, and the more
the fewer sentences it is in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import fsum, log, sqrt

from generator.relate.accounts.line import Line, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """Weights of a story's terms: `shared` by how many tellings have it, `rare` by how few sentences do."""

    shared: Mapping[str, float]
    rare: Mapping[str, float]
    tellings: Mapping[str, Sequence[int]]
    """The tellings that have a term."""
    _near: dict[tuple[int, int], float] = field(default_factory=dict)
    _whole: dict[tuple[int, int], float] = field(default_factory=dict)
    """What was measured already, by telling and place: a summary, a timeline and what one alone has all ask."""

    def nearness(self, line: Line) -> float:
        """How much of what all say is in a sentence; long ones gain little by their length."""
        place = line.telling, line.start
        near = self._near.get(place)
        if near is None:
            shared = self.shared
            weight = sum([shared[term] for term in line.terms if term in shared])
            near = self._near[place] = weight / sqrt(len(line.terms) + 4)
        return near

    def overlap(self, one: Line, other: Line) -> float:
        """The share of the weight of the lesser of two sentences that the other has too, 0 to 1."""
        whole = min(self._weigh(one), self._weigh(other))
        theirs = other.terms
        return sum([self.rare[term] for term in one.terms if term in theirs]) / whole if whole else 1.0

    def weigh(self, terms: Collection[str]) -> float:
        """The weight of terms, each of which a sentence has."""
        return fsum(map(self.rare.__getitem__, terms))

    def _weigh(self, line: Line) -> float:
        place = line.telling, line.start
        if place not in self._whole:
            self._whole[place] = sum(map(self.rare.__getitem__, line.terms))
        return self._whole[place]


def find_centre(tellings: Sequence[Telling]) -> Centre:
    """The centre of all tellings."""
    in_tellings: dict[str, list[int]] = defaultdict(list)
    rows = [[line.terms for line in telling.lines] for telling in tellings]
    for number, row in enumerate(rows):
        for term in dict.fromkeys(chain.from_iterable(row)):
            in_tellings[term].append(number)
    lines = sum(map(len, rows))
    in_lines = Counter(chain.from_iterable(chain.from_iterable(rows)))
    by_count = {count: log(1.0 + lines / count) for count in set(in_lines.values())}
    rare = {term: by_count[count] for term, count in in_lines.items()}
    whole = max(1, len(tellings))
    shared = {term: (len(those) - 1) / whole * rare[term] for term, those in in_tellings.items() if len(those) > 1}
    return Centre(shared=shared, rare=rare, tellings=in_tellings)
