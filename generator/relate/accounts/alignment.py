"""Sentences of two tellings that tell the same. In: lines. Out: how much they share, and in which words.

Used for days, places and names: two of them are put against one another only where the sentences around them agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.relate.accounts.centre import Centre
from generator.relate.accounts.line import Line
from generator.relate.vectors import split_terms

ALIKE = 0.5
LEAST_SHARED = 3
_MOST_WORDS = 5


def tell_same(one: Line, other: Line, centre: Centre, leave_out: Collection[str], alike: float = ALIKE) -> bool:
    """Whether two lines share enough, not counting the terms in which they may differ."""
    shared = (one.terms.keys() & other.terms.keys()).difference(leave_out)
    if len(shared) < LEAST_SHARED:
        return False
    ours = [t for t in one.terms if t not in leave_out]
    theirs = [t for t in other.terms if t not in leave_out]
    weight = sum(centre.rare[term] for term in ours if term in shared)
    whole = min(sum(centre.rare[term] for term in ours), sum(centre.rare[term] for term in theirs))
    return weight >= alike * whole


def shared_words(one: Line, other: Line, leave_out: Collection[str]) -> str:
    """The words of the first line that both have, in order; what is left out between two is shown as "…"."""
    return " ".join(_join(one, other.terms.keys() - {*leave_out}))


def _join(line: Line, terms: Collection[str]) -> Iterator[str]:
    said: list[str] = []
    gap = False
    for word in line.text.split():
        kept = split_terms(word)
        if not kept:
            continue
        if kept[0] in terms and len(kept) == 1:
            if said and gap:
                yield "…"
            said.append(word)
            gap = False
            yield word.strip(",.;:()\"“”'‘’")
            if len(said) == _MOST_WORDS:
                return
        else:
            gap = True
