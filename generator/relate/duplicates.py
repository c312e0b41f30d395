"""Copies of one report. In: articles in the order of time. Out: pairs of which one is a copy of the other.

Texts are compared by their shingles, five words in a row (Broder 1997). A copy may have lost its tail or have other
furniture, so the measure is containment in the head of the longer text, not likeness of the wholes. Candidates share
shingles that few articles have: furniture shared by many makes no copy.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from generator.model import EnrichedArticle

WORDS = 5
LEAST = 20
"""Shingles a text needs: two short notes may be alike by chance."""

FAMILIAR = 20
"""A shingle in more articles than this is furniture or a phrase of the trade."""

_SAMPLED = 3
"""One shingle in about so many is looked up: those whose first word's hash is divisible by it, in any text the same."""

_LEAST_SHARED = 3
"""Looked-up shingles two texts must share to be measured."""

_HINT = 0.4
"""Share of the shorter text's looked-up shingles that makes it worth measuring."""

_WORD = re.compile(r"\w+")
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two places, the earlier first, and the share of the shorter text that the other has."""

    first: int
    second: int
    share: float


def find_copies(articles: Sequence[EnrichedArticle], threshold: float) -> tuple[Copy, ...]:
    """Pairs with at least `threshold` of their text in common, in order. `articles` come in the order of time."""
    samples = [_make_shingles(article.article.text, _SAMPLED) for article in articles]
    familiar = _find_familiar(samples)
    copies = []
    for first, second in _find_candidates(samples, familiar):
        one, other = (_make_shingles(articles[place].article.text, 1) for place in (first, second))
        shorter, longer = sorted((one, other), key=len)
        share = _measure_share(shorter, longer, familiar)
        if share >= threshold:
            copies.append(Copy(first=first, second=second, share=share))
    return tuple(copies)


def _make_shingles(text: str, sampled: int) -> list[int]:
    """Hashes of the different shingles, in the order of the text; all for `sampled` 1."""
    hashes = [crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    rows = zip(*(hashes[start:] for start in range(WORDS)), strict=False)
    # Factors are primes, so that the same words in another order make another shingle.
    found = [
        a + b * 1_000_003 + c * 10_000_019 + d * 100_000_007 + e * 1_000_000_007
        for a, b, c, d, e in rows
        if not a % sampled
    ]
    return list(dict.fromkeys(found))


def _find_familiar(samples: Sequence[Sequence[int]]) -> frozenset[int]:
    seen: Counter[int] = Counter()
    for row in samples:
        seen.update(row)
    return frozenset(shingle for shingle, count in seen.items() if count > FAMILIAR)


def _find_candidates(samples: Sequence[Sequence[int]], familiar: frozenset[int]) -> list[Pair]:
    """Pairs that share enough of the looked-up shingles to be worth measuring."""
    postings: defaultdict[int, list[int]] = defaultdict(list)
    pairs: list[Pair] = []
    for place, row in enumerate(samples):
        shared: Counter[int] = Counter()
        for shingle in row:
            if shingle not in familiar:
                entries = postings[shingle]
                shared.update(entries)
                entries.append(place)
        least = {other: max(_LEAST_SHARED, _HINT * min(len(row), len(samples[other]))) for other in shared}
        pairs.extend((other, place) for other in sorted(shared) if shared[other] >= least[other])
    return pairs


def _measure_share(shorter: list[int], longer: list[int], familiar: frozenset[int]) -> float:
    """How much of the shorter text the longer one has, if the longer one's head is the same; else 0.

    Without the look at the head, a report within a round-up would be its copy.
    """
    ours = {shingle for shingle in shorter if shingle not in familiar}
    if len(ours) < LEAST:
        return 0.0
    head = longer[: len(shorter)]
    if sum(1 for shingle in head if shingle in ours) * 2 < len(head):
        return 0.0
    return len(ours.intersection(longer)) / len(ours)


def by_pair(copies: Sequence[Copy]) -> Mapping[Pair, float]:
    """Share of each pair of places."""
    return {(copy.first, copy.second): copy.share for copy in copies}
