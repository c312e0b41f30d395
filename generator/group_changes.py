"""Groups of two states and which goes on in which: of stories by their reports, of threads by their episodes.

A group goes on in the one that has most of its members, or half of them and its id. One with most of the members of
several is a merger; several that got most of theirs from one are what it was split into. In: members by group, twice.
Out: `GroupChange`s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

GroupEvent: TypeAlias = Literal["new", "merged", "split", "grown", "shrunk", "gone"]
Members: TypeAlias = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChange:
    """A group, and what became of it. `was` are the groups that it comes from; a group with none is new."""

    group: str
    events: tuple[GroupEvent, ...]
    was: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    """Members that none of the former groups had."""
    left: tuple[str, ...] = ()
    """Members that one of the former groups had and none of those that come from it has."""


def compare_groups(before: Members, after: Members) -> Iterator[GroupChange]:
    """All groups of `after` in their order, changed or not; then those of `before` that are gone."""
    groups = _Groups(before, after)
    for group in after:
        yield groups.compare(group)
    for group, members in before.items():
        if not groups.goes_on(group):
            yield GroupChange(group=group, events=("gone",), left=tuple(members))


class _Groups:
    def __init__(self, before: Members, after: Members) -> None:
        self._before, self._after = before, after
        home = {member: group for group, members in before.items() for member in members}
        shared = Counter((home[m], group) for group, members in after.items() for m in members if m in home)
        self._parents: dict[str, list[str]] = {group: [] for group in after}
        self._heirs: dict[str, list[str]] = {group: [] for group in before}
        self._tied: dict[str, list[str]] = {group: [] for group in after}
        for (old, new), count in shared.items():
            # Of two members one may change: half of both is enough for what kept its id.
            kept = old == new and 2 * count >= max(len(before[old]), len(after[new]))
            most = kept or 2 * count > len(before[old])
            from_one = kept or 2 * count > len(after[new])
            if most:
                self._parents[new].append(old)
            if from_one:
                self._heirs[old].append(new)
            if most or from_one:
                self._tied[new].append(old)
        place = {old: at for at, old in enumerate(before)}
        for tied in self._tied.values():
            tied.sort(key=place.__getitem__)
        self._going_on = {old for tied in self._tied.values() for old in tied}

    def goes_on(self, old: str) -> bool:
        return old in self._going_on

    def compare(self, group: str) -> GroupChange:
        was = self._tied[group]
        had = {member for old in was for member in self._before[old]}
        kept = {m for old in was for heir in {*self._heirs[old], group} for m in self._after[heir]}
        added = tuple(member for member in self._after[group] if member not in had)
        left = tuple(member for old in was for member in self._before[old] if member not in kept)
        events = tuple(self._find_events(group, was, added, left))
        return GroupChange(group=group, events=events, was=tuple(was), added=added, left=left)

    def _find_events(
        self, group: str, was: Sequence[str], added: Sequence[str], left: Sequence[str]
    ) -> Iterator[GroupEvent]:
        if not was:
            yield "new"
            return
        if len(self._parents[group]) > 1:
            yield "merged"
        if any(len(self._heirs[old]) > 1 for old in was):
            yield "split"
        if added:
            yield "grown"
        if left:
            yield "shrunk"
