"""Which articles are worth comparing. In: vectors in the order of time. Out: pairs that share rare terms.

An inverted index of each article's heaviest terms, walked in the order of time. A posting list is looked at over its
newest entries only, so that the work of one article is bounded however many there are: cost is linear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.relate.vectors import Vector, heaviest

TERMS = 25
"""Terms of an article that are looked up: those that tell it from others."""

NEWEST = 20
"""Entries of a posting list that are looked at. A term with more within a few days tells too little to go by alone."""

MOST = 12
"""Candidates of one article among those before it, the most promising."""

LEAST = 0.02
"""Promise below which two are not compared: the part of the cosines, by words and by names, seen in the lists."""


def find_candidates(vectors: Sequence[Vector], extras: Sequence[Mapping[str, float]]) -> list[tuple[int, int]]:
    """Pairs of places (earlier, later), in order. `extras` has an article's further terms (names) and weights."""
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    pairs: list[tuple[int, int]] = []
    for place, (vector, extra) in enumerate(zip(vectors, extras, strict=True)):
        promise: defaultdict[int, float] = defaultdict(float)
        for terms, table in ((heaviest(vector, TERMS), vector), (heaviest(extra, TERMS), extra)):
            for term in terms:
                weight = table[term]
                entries = postings[term]
                for other, there in entries[-NEWEST:]:
                    promise[other] += weight * there
                entries.append((place, weight))
                if len(entries) > 2 * NEWEST:  # what nobody looks at takes memory
                    del entries[:-NEWEST]
        best = [(-value, other) for other, value in promise.items() if value >= LEAST]
        best.sort()
        pairs.extend((other, place) for other in sorted(other for _, other in best[:MOST]))
    return pairs
