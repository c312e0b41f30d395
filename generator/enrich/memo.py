"""What a function says of a word, kept: a text says the same words again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")
_MOST = 1 << 16
"""Words kept; then all are forgotten, so that memory stays bounded."""


class Memo(dict[str, V]):
    """`memo[word]` is `work(word)`, which must depend on the word alone. Read it by `[]`; `get` works nothing out."""

    __slots__ = ("_work",)

    def __init__(self, work: Callable[[str], V]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, word: str) -> V:
        if len(self) >= _MOST:
            self.clear()
        value = self[word] = self._work(word)
        return value
