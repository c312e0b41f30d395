"""The story in two to four sentences of its reports. In: tellings. Out: claims.

Maximal marginal relevance (Carbonell and Goldstein 1998) over the sentences that stand alone: near to what all reports
say, early in its report, and new against what is taken already. The first one opens a report: it says what happened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from generator.model import Claim
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.line import Line, Telling

MOST, MOST_WORDS = 4, 120
_LOOKED_AT = 14
"""Sentences of a report a summary may take; what follows is background."""
_WEIGHED = 8
"""Sentences that are weighed against those that were taken: the worthiest."""
_OPENING = 3
_LEAD, _TOLD = 1.2, 0.75
_EARLY = 0.12
_DEFINITE = ("The", "These", "Those")
_REPEATS = 0.5
_WORTH = 0.3
"""A sentence must weigh this share of the first."""
_UNNAMED = 0.75
"""What a sentence is worth that calls somebody by a surname nobody has explained."""


def summarise(
    tellings: Sequence[Telling], lead: str, centre: Centre, overtaken: Collection[Claim] = ()
) -> tuple[Claim, ...]:
    """Sentences, the opening first. What is `overtaken` gives a figure that a later report gives otherwise."""
    language = _language(tellings, lead)
    rows = [
        _Candidate(line, centre.nearness(line) / (1.0 + _EARLY * place), place < _OPENING, 0.0)
        for telling in tellings
        if telling.shown.article.language in (language, None)
        for place, line in enumerate(telling.lines[:_LOOKED_AT])
    ]
    own = next((n for n, telling in enumerate(tellings) if any(e.article.id == lead for e in telling.articles)), 0)
    first = next((row for row in _rank_openers(rows, own) if row.may_stand(overtaken)), None)
    if first is None:
        return ()
    least = _WORTH * first.worth
    worthy = [row for row in rows if row.worth > least and row is not first]
    ranked = sorted(worthy, key=lambda row: (-row.worth, row.line.telling, row.line.start))
    standing = (row for row in ranked if row.may_stand(overtaken))
    left = list(islice(standing, _WEIGHED))
    chosen = [first.line]
    while len(chosen) < MOST:
        left = [c for each in left if (c := each.against(chosen[-1], centre)).gain > least]
        gains = [each.gain * (1.0 if _introduces(each.line, chosen) else _UNNAMED) for each in left]
        if not gains or (gain := max(gains)) <= least:
            break
        best = left.pop(gains.index(gain))
        if sum(len(line.text.split()) for line in (*chosen, best.line)) > MOST_WORDS:
            break
        chosen.append(best.line)
    return tuple(line.claim for line in chosen)


class _Candidate(NamedTuple):
    """A sentence that a summary may take: what it is worth, and how much of it one that was taken says already."""

    line: Line
    worth: float
    opens: bool
    """It is of the beginning of its report."""
    repeats: float

    def may_stand(self, overtaken: Collection[Claim]) -> bool:
        """Whether it can be read by itself, and is not overtaken."""
        return self.line.stands_alone and self.line.claim not in overtaken

    @property
    def gain(self) -> float:
        """What it adds to those that were taken, if somebody has explained whom it names."""
        return self.worth * (1.0 - self.repeats) if self.repeats <= _REPEATS else 0.0

    def against(self, taken: Line, centre: Centre) -> _Candidate:
        """The candidate once another was taken; what adds too little by then adds no more later."""
        return self._replace(repeats=max(self.repeats, centre.overlap(self.line, taken)))


def _rank_openers(rows: Sequence[_Candidate], lead: int) -> Iterator[_Candidate]:
    """Those that may come first, the best in front: sentences that open a report, and after them all others."""
    for opens in (True, False):
        ranked = [
            (-row.worth * _rank_opener(row.line, lead), row.line.telling, row.line.start, row)
            for row in rows
            if row.opens is opens
        ]
        yield from (row for *_, row in sorted(ranked, key=itemgetter(0, 1, 2)))


def _rank_opener(line: Line, lead: int) -> float:
    """The lead report's comes first; "The breakthrough" has been told of before, "The world's" has not."""
    words = (*line.text.split(None, 2), "", "")
    is_told = words[0] in _DEFINITE and words[1][:1].islower() and not words[1].endswith(("'s", "’s"))
    return (_TOLD if is_told else 1.0) * (_LEAD if line.telling == lead else 1.0)


def _language(tellings: Sequence[Telling], lead: str) -> str | None:
    articles = (article.article for telling in tellings for article in telling.articles)
    return next((article.language for article in articles if article.id == lead), None)


def _introduces(line: Line, chosen: Iterable[Line]) -> bool:
    """Whether everybody in it has a full name, there or in a sentence before."""
    known = {mention.entity for other in chosen for mention in other.mentions}
    called = {
        mention.entity: line.text[mention.span.start - line.start : mention.span.end - line.start]
        for mention in reversed(line.mentions)
        if mention.kind == "person"
    }
    return all(entity in known or " " in name for entity, name in called.items())
