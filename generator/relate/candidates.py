"""Which articles are worth comparing. In: vectors in the order of time. Out: pairs that share rare terms.

An inverted index of each article's heaviest terms, walked in the order of time. Of a posting list the newest entries
are looked at, of an article's lists those of its heaviest terms, until ENTRIES were seen: the work and the memory of
one article are bounded however many there are.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from generator.relate.vectors import Vector, heaviest

TERMS = 22
"""Words, and names, of an article that are looked up: those that tell it from others."""

NEWEST = 20
"""Entries of a posting list that are looked at. A term with more within a few days tells too little to go by alone."""

ENTRIES = 150
"""Entries looked at for one article: what is left of its lists is that of its lightest terms."""

MOST = 12
"""Candidates of one article among those before it, the most promising."""

LEAST, ALONE = 0.035, 0.08
"""Promise below which two are not compared: the part of the cosines, by words and by names, seen in the lists. ALONE is
that of two which share one term."""

_MET = 16.0
"""Added for each shared term, so that one number tells how many there are and what they promise, which is less."""

_Rows: TypeAlias = Sequence[Mapping[str, float]]


def find_candidates(vectors: Sequence[Vector], extras: _Rows) -> Iterator[tuple[int, int]]:
    """Pairs of places (earlier, later), in order of the later, then of the earlier place.

    `extras` has an article's further terms (names) and weights. The rows of both have length 1 at most, and no term in
    common.
    """
    postings = _Postings(vectors, extras)
    return ((other, place) for place in range(len(vectors)) for other in _choose(postings.enter(place)))


def _choose(promise: Mapping[float, float]) -> list[int]:
    """The most promising of some articles, in order."""
    alone, several = _MET + ALONE, 2 * _MET
    found = [
        (value % _MET, -other)
        for other, value in promise.items()
        if value >= alone and (value < several or value % _MET >= LEAST)
    ]
    found.sort(reverse=True)
    return sorted(int(-other) for _, other in found[:MOST])


class _Postings:
    """Where the terms of the articles so far stand."""

    def __init__(self, vectors: Sequence[Vector], extras: _Rows) -> None:
        self._vectors = vectors
        self._extras = extras
        self._once: dict[str, int] = {}
        """Where a term stands first. Most stand nowhere else, and take no more memory than this."""
        self._lists: dict[str, array[float]] = {}
        """Of the others: place, weight, place, weight …"""

    def enter(self, place: int) -> dict[float, float]:
        """Put an article into its lists; what it and the articles before it promise, by their places."""
        promise: dict[float, float] = {}
        known, left = promise.get, ENTRIES
        for weight, term in self._heaviest(place):
            entries = self._lists.get(term)
            if entries is None:
                entries = self._begin(term, place)
                if entries is None:
                    continue
            if left > 0:
                newest = iter(entries[-2 * NEWEST :])
                # Written out, not a function: this is where looking for candidates spends its time.
                for other, there in zip(newest, newest, strict=True):
                    promise[other] = known(other, 0.0) + (_MET + weight * there)
                left -= min(NEWEST, len(entries) // 2)
            entries.extend((place, weight))
            if len(entries) > 4 * NEWEST:  # what nobody looks at takes memory
                del entries[: -2 * NEWEST]
        return promise

    def _heaviest(self, place: int) -> list[tuple[float, str]]:
        vector, extra = self._vectors[place], self._extras[place]
        row = [(vector[term], term) for term in heaviest(vector, TERMS)]
        row.extend((extra[term], term) for term in heaviest(extra, TERMS))
        row.sort(reverse=True)
        return row

    def _begin(self, term: str, place: int) -> array[float] | None:
        """The list of a term that stands in one article before this; None where it stands in none."""
        first = self._once.setdefault(term, place)
        if first == place:
            return None
        vector = self._vectors[first]
        entries = self._lists[term] = array("d", (first, (vector if term in vector else self._extras[first])[term]))
        return entries
