"""Which sentences of two tellings may be of one event. In: tellings. Out: `Kinship`.

A story may hold a report too many: notes of two companies' results are worded alike. Nothing is compared where the
openings of two tellings, or the two sentences, name nobody that the other telling names anywhere; nor where sentences
say the same of another week.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from datetime import date
from itertools import combinations

from generator.relate.accounts.line import LONGEST, Line, Telling
from generator.relate.accounts.tokens import term_of
from generator.relate.chronology import day_of_article
from generator.relate.vectors import split_terms

_OPENING = 2
_SUBJECT = 80
"""Characters of a first sentence in which its subject stands."""
_APART_DAYS = 3
_WORDED_ALIKE = 0.6


class Kinship:
    """What speaks against comparing."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._named = [_all_terms(telling) for telling in tellings]
        self._days = [day_of_article(telling.shown.article) for telling in tellings]
        self._about = [{term for line in telling.lines[:_OPENING] for term in _names(line)} for telling in tellings]
        self._first = [
            {term for line in telling.lines[:1] for term in _names(line, _SUBJECT)[:1]} for telling in tellings
        ]
        self._strangers = frozenset(
            (one, other) for one, other in combinations(range(len(tellings)), 2) if self._are_strangers(one, other)
        )

    def may_compare(self, one: Line, other: Line, but: Collection[str] = (), *, is_rising: bool = False) -> bool:
        """Whether nothing speaks against it; `but` are terms of names in which they may differ.

        What `is_rising`, a toll, is told in the same words from week to week.
        """
        pair = (min(one.telling, other.telling), max(one.telling, other.telling))
        return (
            not (pair in self._strangers and self._are_strangers(*pair, but))
            and not self._name_others(one, other, but)
            and (is_rising or not self._of_other_weeks(one, other))
        )

    def share_subject(self, one: Line, other: Line, but: Collection[str]) -> bool:
        """Whether who is named first in one of two tellings is named in the other; it may name nobody."""
        ours, theirs = self._first[one.telling].difference(but), self._first[other.telling].difference(but)
        return ours <= self._named[other.telling] or theirs <= self._named[one.telling]

    def _are_strangers(self, one: int, other: int, but: Collection[str] = ()) -> bool:
        """Whether the openings of two tellings have names, or subjects, and the other telling none of them."""
        return any(
            self._are_strange(names[one].difference(but), names[other].difference(but), one, other)
            for names in (self._about, self._first)
        )

    def _are_strange(self, ours: Set[str], theirs: Set[str], one: int, other: int) -> bool:
        return bool(ours and theirs) and not ours & self._named[other] and not theirs & self._named[one]

    def _name_others(self, one: Line, other: Line, but: Collection[str]) -> bool:
        ours, theirs = frozenset(_names(one)).difference(but), frozenset(_names(other)).difference(but)
        if not ours or not theirs:
            return False
        return not ours & self._named[other.telling] and not theirs & self._named[one.telling]

    def _of_other_weeks(self, one: Line, other: Line) -> bool:
        """Whether it is a report that comes again and again: days apart, and worded alike but for figures."""
        if _days_between(self._days[one.telling], self._days[other.telling]) < _APART_DAYS:
            return False
        ours, theirs = ({term for term in line.terms if not term[0].isdigit()} for line in (one, other))
        return len(ours & theirs) > _WORDED_ALIKE * min(len(ours), len(theirs))


def _names(line: Line, within: int = LONGEST) -> list[str]:
    """A word of each name in the first characters of a line: of a body the first, else the last; no countries."""
    found = []
    for mention in line.mentions:
        start, end = mention.span.start - line.start, mention.span.end - line.start
        if start < within and (mention.kind != "place" or mention.entity in line.places):
            words = line.text[start:end].split()
            if words and (term := term_of(words[0 if mention.kind == "organisation" else -1])):
                found.append(term)
    return found


def place_terms(line: Line) -> list[str]:
    """The terms of the places that a line names."""
    spans = (m.span for m in line.mentions if m.kind == "place")
    return [term for span in spans for term in split_terms(line.text[span.start - line.start : span.end - line.start])]


def _all_terms(telling: Telling) -> frozenset[str]:
    return frozenset(split_terms(telling.shown.article.title)).union(*(line.terms for line in telling.lines))


def _days_between(one: date | None, other: date | None) -> int:
    return abs((one - other).days) if one and other else 0
