"""How alike the candidate pairs are. In: the Likeness of each pair. Out: a mapping of pairs that takes little memory.

A corpus of 100,000 articles has a million pairs. What was found of them stands in columns, the pairs of one later
article side by side: 45 bytes a pair, where a dict of tuples takes 400.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import ItemsView, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from generator.relate.likeness import Likeness

Pair: TypeAlias = tuple[int, int]


class LikenessTable(Mapping[Pair, Likeness]):
    """Pairs of places, the earlier first, in order of the later place."""

    def __init__(self, found: Iterable[tuple[Pair, Likeness]]) -> None:
        """Of one later place the pairs come one after another, the earlier places in order."""
        self._earlier = array("i")
        self._rows: dict[int, tuple[int, int]] = {}
        """Where the pairs of a later place begin and end."""
        self._numbers = tuple(array("d") for _ in range(5))
        self._against = array("i")
        """Which of `_said` speaks against one event: there are few different ones."""
        number: dict[tuple[str, ...], int] = {}
        score, words, among, titles, own = self._numbers
        for at, ((earlier, later), like) in enumerate(found):
            self._earlier.append(earlier)
            self._rows[later] = self._rows.get(later, (at, at))[0], at + 1
            score.append(like.score)
            words.append(like.words)
            among.append(like.among)
            titles.append(like.titles)
            own.append(like.own)
            self._against.append(number.setdefault(like.against, len(number)))
        self._said = tuple(number)

    def __getitem__(self, pair: Pair) -> Likeness:
        like = self.get(pair)
        if like is None:
            raise KeyError(pair)
        return like

    def get(self, pair: Pair, instead: Likeness | None = None) -> Likeness | None:  # type: ignore[override]
        """What was found of a pair."""
        start, end = self._rows.get(pair[1], (0, 0))
        at = bisect_left(self._earlier, pair[0], start, end)
        return self._read(at) if at < end and self._earlier[at] == pair[0] else instead

    def earlier(self, later: int) -> Sequence[int]:
        """The earlier places of the pairs of a later one, in order."""
        start, end = self._rows.get(later, (0, 0))
        return self._earlier[start:end]

    def __len__(self) -> int:
        return len(self._earlier)

    def __iter__(self) -> Iterator[Pair]:
        for later, (start, end) in self._rows.items():
            for earlier in self._earlier[start:end]:
                yield earlier, later

    def items(self) -> ItemsView[Pair, Likeness]:
        """All pairs, each with what was found of it."""
        return _Items(self)

    @property
    def words(self) -> Sequence[float]:
        """The `words` of all pairs, in order."""
        return self._numbers[1]

    @property
    def titles(self) -> Sequence[float]:
        """The `titles` of all pairs, in order."""
        return self._numbers[3]

    def read_all(self) -> Iterator[Likeness]:
        """What was found of all pairs, in order."""
        score, words, among, titles, own = self._numbers
        against = map(self._said.__getitem__, self._against)
        return map(Likeness, score, words, against, among, titles, own)

    def _read(self, at: int) -> Likeness:
        score, words, among, titles, own = self._numbers
        return Likeness(score[at], words[at], self._said[self._against[at]], among[at], titles[at], own[at])


class _Items(ItemsView[Pair, Likeness]):
    """Pairs read one after another, not looked up one by one."""

    _mapping: LikenessTable

    def __iter__(self) -> Iterator[tuple[Pair, Likeness]]:
        return zip(self._mapping, self._mapping.read_all(), strict=True)
