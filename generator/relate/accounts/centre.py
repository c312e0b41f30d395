"""How near a sentence is to what all reports of a story say. In: tellings. Out: `Centre`.

The centroid of multi-document summarisation (Radev et al. 2004): a term weighs as many tellings have it, and the more
the fewer sentences it is in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log, sqrt

from generator.model import Claim
from generator.relate.accounts.line import Line, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """Weights of a story's terms: `shared` by how many tellings have it, `rare` by how few sentences do."""

    shared: Mapping[str, float]
    rare: Mapping[str, float]
    tellings: Mapping[str, Sequence[int]]
    """The tellings that have a term."""
    _near: dict[Claim, float] = field(default_factory=dict)
    """What was measured already: a summary, a timeline and what one alone has all ask."""

    def nearness(self, line: Line) -> float:
        """How much of what all say is in a sentence; long ones gain little by their length."""
        if line.claim not in self._near:
            terms = dict.fromkeys(line.terms)
            weight = sum([self.shared.get(term, 0.0) for term in terms])
            self._near[line.claim] = weight / sqrt(len(terms) + 4)
        return self._near[line.claim]

    def overlap(self, one: Line, other: Line) -> float:
        """The share of the weight of the lesser of two sentences that the other has too, 0 to 1."""
        ours, theirs = dict.fromkeys(one.terms), dict.fromkeys(other.terms)
        weights = self.rare
        whole = min(sum([weights[t] for t in ours]), sum([weights[t] for t in theirs]))
        return sum([weights[t] for t in ours if t in theirs]) / whole if whole else 1.0


def find_centre(tellings: Sequence[Telling]) -> Centre:
    """The centre of all tellings."""
    in_tellings: dict[str, list[int]] = defaultdict(list)
    in_lines: Counter[str] = Counter()
    lines = 0
    for number, telling in enumerate(tellings):
        seen: dict[str, None] = {}
        for line in telling.lines:
            terms = dict.fromkeys(line.terms)
            in_lines.update(terms.keys())
            seen |= terms
            lines += 1
        for term in seen:
            in_tellings[term].append(number)
    rare = {term: log(1.0 + lines / count) for term, count in in_lines.items()}
    whole = max(1, len(tellings))
    shared = {term: (len(those) - 1) / whole * rare[term] for term, those in in_tellings.items() if len(those) > 1}
    return Centre(shared=shared, rare=rare, tellings=in_tellings)
