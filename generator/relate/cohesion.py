"""Whether a text is one report or several, one behind the other. In: the words of two parts. Out: one subject or not.

A report comes back to its people, places and things to its end; the report that someone put behind it has its own. The
share of terms that two parts of one report have in common is 0.29 at the median, and above 0.1 for 95 of 100; of parts
of two reports 0.02, and below 0.1 for 90 of 100 (2,300 articles of three collections, cut at 30, 50 and 70 of 100).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from generator.packaged import read_words
from generator.relate.vectors import is_common, split_terms

_LEAST_TERMS = 2
"""One term that both have may be chance."""

_LEAST_LETTERS = 3


_LEAST_OF_FURNITURE = 3


def is_furniture(words: Iterable[str]) -> bool:
    """Whether a passage is of the page, by its words, and no report."""
    return len(_furniture().intersection(words)) >= _LEAST_OF_FURNITURE


@cache
def _furniture() -> frozenset[str]:
    return frozenset(read_words("generator.relate", "furniture.txt"))


def is_one_subject(one: Iterable[str], other: Iterable[str], least: float) -> bool:
    """Whether the words of two texts are on one thing: they share at least so much of the terms of either."""
    ours, theirs = _find_terms(one), _find_terms(other)
    both = len(ours & theirs)
    return both >= _LEAST_TERMS and both >= least * min(len(ours), len(theirs))


def _find_terms(words: Iterable[str]) -> frozenset[str]:
    """What a text is on: its terms without numbers and without what is in the news every day."""
    terms = split_terms(" ".join(words))
    return frozenset(
        term for term in terms if len(term) >= _LEAST_LETTERS and not term[0].isdigit() and not is_common(term)
    )
