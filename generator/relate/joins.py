"""Which names are one, with the reason of each joining: union-find, the same whatever the order of joining."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Joins:
    """Sets of ids. The root of a set is its smallest id until somebody chooses a name for it."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {identity: identity for identity in ids}
        self.why: dict[str, str] = {}
        """Id -> why it is one with the others of its set; the first reason stays."""

    def __contains__(self, identity: str) -> bool:
        return identity in self._parent

    def root(self, identity: str) -> str:
        """The one id that stands for the set."""
        parent = self._parent
        top = identity
        while parent[top] != top:
            top = parent[top]
        while parent[identity] != top:
            parent[identity], identity = top, parent[identity]
        return top

    def join(self, one: str, other: str, why: str) -> None:
        """Make two sets one."""
        first, second = sorted((self.root(one), self.root(other)))
        if first != second:
            self._parent[second] = first
        self.why.setdefault(one, why)
        self.why.setdefault(other, why)

    def sets(self) -> Iterator[tuple[str, list[str]]]:
        """Each root with the ids of its set, both sorted."""
        found: dict[str, list[str]] = {}
        for identity in sorted(self._parent):
            found.setdefault(self.root(identity), []).append(identity)
        yield from found.items()
