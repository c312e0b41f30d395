"""The story in two to four sentences of its reports. In: tellings. Out: claims.

Maximal marginal relevance (Carbonell and Goldstein 1998) over the sentences that stand alone: near to what all reports
say, early in its report, and new against what is taken already. The first one opens a report: it says what happened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from generator.model import Claim
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.line import Line, Telling

MOST, MOST_WORDS = 4, 120
_LOOKED_AT = 14
"""Sentences of a report a summary may take; what follows is background."""
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
    lines = [
        (line, place)
        for telling in tellings
        if telling.shown.article.language in (language, None)
        for place, line in enumerate(telling.lines[:_LOOKED_AT])
        if line.claim not in overtaken and line.stands_alone
    ]
    worth = {line.claim: centre.nearness(line) / (1.0 + _EARLY * place) for line, place in lines}
    openers = [line for line, place in lines if place < _OPENING] or [line for line, _ in lines]
    if not openers:
        return ()
    own = next((n for n, telling in enumerate(tellings) if any(e.article.id == lead for e in telling.articles)), 0)
    first = max(openers, key=lambda line: (worth[line.claim] * _rank_opener(line, own), -line.telling, -line.start))
    least = _WORTH * worth[first.claim]
    chosen = [first]
    left = [_Candidate(line, worth[line.claim], 0.0) for line, _ in lines if line is not first]
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
    repeats: float

    @property
    def gain(self) -> float:
        """What it adds to those that were taken, if somebody has explained whom it names."""
        return self.worth * (1.0 - self.repeats) if self.repeats <= _REPEATS else 0.0

    def against(self, taken: Line, centre: Centre) -> _Candidate:
        """The candidate once another was taken; what adds too little by then adds no more later."""
        return self._replace(repeats=max(self.repeats, centre.overlap(self.line, taken)))


def _rank_opener(line: Line, lead: int) -> float:
    """The lead report's comes first; "The breakthrough" has been told of before, "The world's" has not."""
    words = line.text.split(None, 2)
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
