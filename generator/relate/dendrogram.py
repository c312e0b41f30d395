"""The tree of average linkage. In: the full table of likeness of a few places. Out: what was joined of what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Node(NamedTuple):
    """Two groups of places and what they were joined of; `None` is a place alone."""

    one: list[int]
    other: list[int]
    below: tuple[Node | None, Node | None]


def build_tree(scores: Sequence[Sequence[float]]) -> Node:
    """Two or more places 0, 1, … joined two groups at a time, the most alike first.

    Takes the square of their number in memory, and its cube in time at worst: for the few that are one group already.
    Of equally alike groups those with the first members are joined first.
    """
    groups: dict[int, list[int]] = {place: [place] for place in range(len(scores))}
    nodes: dict[int, Node] = {}
    means = {(a, b): scores[a][b] for a in groups for b in groups if a < b}
    while len(groups) > 1:
        one, other = min(means, key=lambda pair: (-means[pair], pair))
        nodes[one] = Node(groups[one], groups[other], (nodes.get(one), nodes.pop(other, None)))
        ours, theirs = len(groups[one]), len(groups[other])
        groups[one] = groups[one] + groups.pop(other)
        del means[one, other]
        for third in groups:
            if third != one:
                mine, its = _ordered(one, third), _ordered(other, third)
                means[mine] = (means[mine] * ours + means.pop(its) * theirs) / (ours + theirs)
    return nodes[0]


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
