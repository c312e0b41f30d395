"""Phrases found in token sequences in one pass: a table of phrases in, the longest match at a token out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[V]):
    """Phrases, each with a value. `entries` is keyed by the words joined by a blank."""

    entries: Mapping[str, V]
    longest: dict[str, int]
    """First word -> words in the longest phrase that begins with it: what keeps a search linear."""

    def match(self, words: Sequence[str], start: int, end: int | None = None) -> tuple[int, V] | None:
        """The longest phrase at `start` that ends by `end`: how many words, and its value."""
        most = self.longest.get(words[start])
        if most is None:
            return None
        if most > 1:
            last = len(words) if end is None else end
            for size in range(min(most, last - start), 1, -1):
                value = self.entries.get(" ".join(words[start : start + size]))
                if value is not None:
                    return size, value
        value = self.entries.get(words[start])
        return None if value is None or (end is not None and start >= end) else (1, value)


def make_phrases(rows: Iterable[tuple[tuple[str, ...], V]]) -> Phrases[V]:
    """Index phrases given as words; the first value of a phrase stays."""
    entries: dict[str, V] = {}
    longest: dict[str, int] = {}
    for words, value in rows:
        if words and entries.setdefault(" ".join(words), value) is value and len(words) > longest.get(words[0], 0):
            longest[words[0]] = len(words)
    return Phrases(entries, longest)
