"""The story in two to four sentences of its reports. In: tellings, their openings. Out: claims.

Maximal marginal relevance (Carbonell and Goldstein 1998) over the sentences that stand alone: near to what all reports
say, early in its report, and new against all that is taken already. The first one says what the headlines say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from generator.model import Claim
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.line import Line, Telling
from generator.relate.accounts.openings import WITHIN, Openings

MOST, MOST_WORDS = 4, 120
_LOOKED_AT = 12
"""Sentences of a report a summary may take; what follows is background."""
_WEIGHED = 6
"""Sentences that are weighed against those that were taken: the worthiest."""
_EARLY = 0.12
_REPEATS = 0.5
_WORTH = 0.3
"""A sentence must weigh this share of the first."""
_UNNAMED = 0.75
"""What a sentence is worth that calls somebody by a surname nobody has explained."""
_RETOLD = 0.6
"""What one is worth that tells the news of the headlines once more."""


def summarise(
    tellings: Sequence[Telling], openings: Openings, centre: Centre, overtaken: Collection[Claim] = ()
) -> tuple[Claim, ...]:
    """Sentences, the opening first. What is `overtaken` gives a figure that a later report gives otherwise."""
    language = tellings[openings.lead].shown.article.language if tellings else None
    rows = [
        _Row(line, centre.nearness(line) / (1.0 + _EARLY * place), place)
        for telling in tellings
        if telling.shown.article.language in (language, None)
        for place, line in enumerate(telling.lines[:_LOOKED_AT])
    ]
    first = next((row for row in _rank_openers(rows, openings) if row.may_stand(overtaken)), None)
    if first is None:
        return ()
    least = _WORTH * first.worth
    worthy = (row for row in rows if row.worth > least and row is not first)
    ranked = (row for row in sorted(worthy, key=_worthiest_first) if row.may_stand(overtaken))
    standing = (row for row in ranked if not openings.is_trifle(row.line))
    left = [_Candidate(row, centre) for row in islice(standing, _WEIGHED)]
    return tuple(line.claim for line in _choose(first.line, left, openings, centre, least))


class _Row(NamedTuple):
    """A sentence that a summary may take, and what it is worth; `place` counts from the beginning of its report."""

    line: Line
    worth: float
    place: int

    def may_stand(self, overtaken: Collection[Claim]) -> bool:
        """Whether it can be read by itself, and is not overtaken."""
        return self.line.stands_alone and self.line.claim not in overtaken


class _Candidate:
    """A sentence that is weighed against those that are taken: how much of it they say, or it of one of them."""

    def __init__(self, row: _Row, centre: Centre) -> None:
        self.line, self.worth, self.place = row
        self._unsaid = _weigh(row.line, centre)
        self._whole = sum(self._unsaid.values())
        self._holds = 0.0

    def compare(self, taken: Line, weights: Mapping[str, float]) -> bool:
        """Count one more sentence as taken, whose stems weigh so much; whether there is still something new."""
        stems, whole = self.line.families, sum(weights.values())
        held = sum([weight for stem, weight in weights.items() if stem in stems])
        self._holds = max(self._holds, held / whole if whole else 1.0)
        said = taken.families
        self._unsaid = {stem: weight for stem, weight in self._unsaid.items() if stem not in said}
        return self.repeats <= _REPEATS

    @property
    def repeats(self) -> float:
        """The share of its weight that was said, or that of a sentence which it says again."""
        return max(self._holds, 1.0 - sum(self._unsaid.values()) / self._whole if self._whole else 1.0)


def _weigh(line: Line, centre: Centre) -> Mapping[str, float]:
    """The stems of a sentence by how few sentences have them."""
    rare = centre.rare
    return {stem: rare[term] for stem, term in line.families.items()}


def _worthiest_first(row: _Row) -> tuple[float, int, int]:
    return -row.worth, row.line.telling, row.line.start


def _rank_openers(rows: Sequence[_Row], openings: Openings) -> Iterator[_Row]:
    """Those that may come first, the best in front: what tells the news of the lead, of any report, all others."""
    opening = [row for row in rows if row.place < WITHIN]
    of_lead = [row for row in opening if row.line.telling == openings.lead]
    yield from (row for row in _rank(of_lead, openings) if openings.says_most(row.line))
    yield from _rank(opening, openings)
    yield from sorted((row for row in rows if row.place >= WITHIN), key=_worthiest_first)


def _rank(rows: Sequence[_Row], openings: Openings) -> Iterator[_Row]:
    ranked = [
        (-openings.rank(row.line, row.place) * _weigh_names(row.line, ()), row.line.telling, row.line.start, row)
        for row in rows
    ]
    yield from (row for *_, row in sorted(ranked, key=itemgetter(0, 1, 2)))


def _choose(first: Line, left: list[_Candidate], openings: Openings, centre: Centre, least: float) -> list[Line]:
    """The first sentence, and those that add most to what stands before them."""
    chosen = [first]
    while len(chosen) < MOST:
        taken, weights = chosen[-1], _weigh(chosen[-1], centre)
        left = [each for each in left if each.compare(taken, weights)]
        gains = [_gain(each, chosen, openings, least) for each in left]
        best = max(gains, default=0.0)
        if best <= least:
            break
        line = left.pop(gains.index(best)).line
        if sum(len(each.text.split()) for each in (*chosen, line)) > MOST_WORDS:
            break
        chosen.append(line)
    return chosen


def _gain(each: _Candidate, chosen: Sequence[Line], openings: Openings, least: float) -> float:
    """What a sentence adds to the `chosen` ones; nothing where it is less than is asked for."""
    gain = each.worth * (1.0 - each.repeats)
    if gain <= least:
        return 0.0
    gain *= openings.weigh_subject(each.line, chosen)
    gain *= _RETOLD if openings.retells(each.line, each.place, chosen[0]) else 1.0
    return gain * _weigh_names(each.line, chosen)


def _weigh_names(line: Line, chosen: Iterable[Line]) -> float:
    """Everybody should have a full name, there or in a sentence before."""
    people = [mention for mention in reversed(line.mentions) if mention.kind == "person"]
    if not people:
        return 1.0
    known = {mention.entity for other in chosen for mention in other.mentions}
    called = {each.entity: line.text[each.span.start - line.start : each.span.end - line.start] for each in people}
    return 1.0 if all(entity in known or " " in name for entity, name in called.items()) else _UNNAMED
