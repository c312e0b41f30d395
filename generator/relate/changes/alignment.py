"""Which sentence of a text became which of another. In: the sentences of both as words. Out: pairs, and what is new.

Sentences with the same words did not change. Of the others, those became one another that share most of their words,
numbers apart, the likest first: candidates come from an index of words, so that cost grows with the sentences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Words: TypeAlias = Sequence[str]
"""The words of a sentence in lower case."""

_LIKE = 0.55
"""Share of their words that two sentences have in common when one became the other."""
_LEAST_SHARED = 3
"""Words they share, where they are not the same but for numbers."""
_MOST = 300
"""Changed sentences of a text that are looked at."""
_FAMILIAR = 40
"""A word in more of the changed sentences than this leads to none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Two texts side by side: places of sentences."""

    changed: tuple[tuple[int, int], ...]
    """Sentences that became others, in the order of the former text."""
    added: tuple[int, ...]
    """Sentences of the new text that come from none of the former."""
    kept: float
    """Share of the former text's sentences that the new one has, the same or changed; 1 of an empty text."""


def align(before: Sequence[Words], after: Sequence[Words], numbers: frozenset[str]) -> Alignment:
    """Align the sentences of two texts; `numbers` are words for numbers, digits apart."""
    gone, come = _without_equal(before, after)
    pairs = _match_like(
        {place: _bare(before[place], numbers) for place in gone[:_MOST]},
        {place: _bare(after[place], numbers) for place in come[:_MOST]},
    )
    found = {other for _, other in pairs}
    kept = len(before) - len(gone) + len(pairs)
    return Alignment(
        changed=tuple(pairs),
        added=tuple(place for place in come if place not in found),
        kept=kept / len(before) if before else 1.0,
    )


def _without_equal(before: Sequence[Words], after: Sequence[Words]) -> tuple[list[int], list[int]]:
    """The places of sentences that the other text has not."""
    there: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(after) - 1, -1, -1):
        there[tuple(after[place])].append(place)
    gone, same = [], set()
    for place, words in enumerate(before):
        if places := there.get(tuple(words)):
            same.add(places.pop())
        else:
            gone.append(place)
    return gone, [place for place in range(len(after)) if place not in same]


def _bare(words: Words, numbers: frozenset[str]) -> Counter[str]:
    """A sentence's words without what tells numbers: the figure may be what changed."""
    return Counter(word for word in words if word[0].isalpha() and word not in numbers)


def _match_like(before: dict[int, Counter[str]], after: dict[int, Counter[str]]) -> list[tuple[int, int]]:
    """Pairs of sentences, each in one pair at most, the likest first and then the nearest."""
    ranked = sorted(
        (-likeness, abs(one - other), one, other)
        for one, other, likeness in _candidates(before, after)
        if likeness >= _LIKE
    )
    pairs, gone, come = [], set(), set()
    for _, _, one, other in ranked:
        if one not in gone and other not in come:
            gone.add(one)
            come.add(other)
            pairs.append((one, other))
    return sorted(pairs)


def _candidates(before: dict[int, Counter[str]], after: dict[int, Counter[str]]) -> Iterator[tuple[int, int, float]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for place, words in after.items():
        for word in words:
            index[word].append(place)
    for one, words in before.items():
        near = Counter(place for word in words if len(index[word]) <= _FAMILIAR for place in index[word])
        for other in sorted(near):
            shared = (words & after[other]).total()
            likeness = 2 * shared / (words.total() + after[other].total())
            if shared >= _LEAST_SHARED or words == after[other]:
                yield one, other, likeness
