"""The story in two to four sentences of its reports. In: tellings. Out: claims.

Maximal marginal relevance (Carbonell and Goldstein 1998) over the sentences that stand alone: near to what all reports
say, early in its report, and new against what is taken already. The first one opens a report: it says what happened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

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
    chosen = [first]
    left = [line for line, _ in lines if line is not first]
    while len(chosen) < MOST:
        gains = {line.claim: _gain(line, chosen, worth[line.claim], centre) for line in left}
        best = max(left, key=lambda line: gains[line.claim], default=None)
        if best is None or not _is_worth_it(best, chosen, gains[best.claim], worth[first.claim]):
            break
        chosen.append(best)
        left.remove(best)
    return tuple(line.claim for line in chosen)


def _rank_opener(line: Line, lead: int) -> float:
    """The lead report's comes first; "The breakthrough" has been told of before, "The world's" has not."""
    words = line.text.split(None, 2)
    is_told = words[0] in _DEFINITE and words[1][:1].islower() and not words[1].endswith(("'s", "’s"))
    return (_TOLD if is_told else 1.0) * (_LEAD if line.telling == lead else 1.0)


def _language(tellings: Sequence[Telling], lead: str) -> str | None:
    articles = (article.article for telling in tellings for article in telling.articles)
    return next((article.language for article in articles if article.id == lead), None)


def _gain(line: Line, chosen: Sequence[Line], worth: float, centre: Centre) -> float:
    repeats = max(centre.overlap(line, other) for other in chosen)
    if repeats > _REPEATS:
        return 0.0
    return worth * (1.0 - repeats) * (1.0 if _introduces(line, chosen) else _UNNAMED)


def _is_worth_it(line: Line, chosen: Sequence[Line], gain: float, first: float) -> bool:
    words = sum(len(each.text.split()) for each in (*chosen, line))
    return gain > _WORTH * first and words <= MOST_WORDS


def _introduces(line: Line, chosen: Iterable[Line]) -> bool:
    """Whether everybody in it has a full name, there or in a sentence before."""
    known = {mention.entity for other in chosen for mention in other.mentions}
    called = {
        mention.entity: line.text[mention.span.start - line.start : mention.span.end - line.start]
        for mention in reversed(line.mentions)
        if mention.kind == "person"
    }
    return all(entity in known or " " in name for entity, name in called.items())
