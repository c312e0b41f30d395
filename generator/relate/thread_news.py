"""What each episode tells that those before did not. In: the reports of each, in order, their articles. Out: Claims.

The headline of an episode's lead report says what the development is. So one line is the sentence that tells most of
what is new in it; another is that which tells most by itself, or nearly so: by the names, numbers and words that no
report of an earlier episode has, everyday words least. What a report says first counts more, for it says first what is
new. What speaks of time before the last episode alone is background, and what somebody is quoted with is no event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import sqrt

from generator.model import Claim, EnrichedArticle
from generator.relate.chronology import day_of_article
from generator.relate.utterances import Utterance, list_told, take_apart
from generator.relate.vectors import is_common

NEAR_BEST = 0.75
"""Share of the best sentence's weight that one has beside the headline's."""
_ROOT = 5
"""Letters by which words are taken for forms of one: vaccinations, vaccinate."""

LOOKED_AT = 30
"""Sentences of a report, its first; what follows is background."""
SHORTEST, LONGEST = 5, 60
"""Terms of a sentence that may stand alone."""

READ = 40
"""Reports of an episode whose words count as told."""

NEW_NAME, NEW_WORD, NEW_COMMON = 1.5, 1.0, 0.3
FIRM = 1.5
"""A sentence with a name or a number counts so much more: it says who, or how many."""
LATER = 0.3
"""What each sentence before it takes from a sentence's weight."""
OLD_HEADED = 0.2
"""What a word of the headline counts, of two sentences that tell it, where it was told before."""
BACKGROUND, QUOTED = 0.25, 0.5

_QUOTES = "\"'“‘«„"


def find_news(groups: Sequence[Sequence[int]], articles: Sequence[EnrichedArticle]) -> Iterator[tuple[Claim, ...]]:
    """News of each episode, in order; the first has none. `groups` are places of `articles`, each the lead first.

    All articles have a day.
    """
    told: set[str] = set()
    last = date.min
    for number, places in enumerate(groups):
        yield _choose(articles[places[0]], told, last) if number else ()
        days = {at: day for at in places if (day := day_of_article(articles[at].article)) is not None}
        for at in [each for each in places if each in days][:READ]:
            told |= list_told(articles[at], days[at], last)
        last = max(last, *days.values())


def _choose(lead: EnrichedArticle, told: set[str], last: date) -> tuple[Claim, ...]:
    """`told` are terms and facts of the episodes before, `last` is their last day."""
    day = day_of_article(lead.article) or last
    title, *said = take_apart(lead, day, last)
    weights = {u: weight for u in said[:LOOKED_AT] if u.sentence is not None and (weight := _weigh(u, lead, told))}
    if not weights:
        return ()
    headline = {term[:_ROOT] for term in title.terms}
    headed = {u: _count([t for t in u.terms if t[:_ROOT] in headline], told, OLD_HEADED) / _fade(u) for u in weights}
    first = max(weights, key=lambda u: (headed[u], weights[u], -_place(u)))
    least = NEAR_BEST * max(weights.values())
    others = [u for u in weights if u is not first and weights[u] >= least]
    chosen = {first, *sorted(others, key=lambda u: (-weights[u], _place(u)))[:1]}
    return tuple(Claim(article=lead.article.id, sentence=at) for at in sorted(map(_place, chosen)))


def _weigh(said: Utterance, lead: EnrichedArticle, told: set[str]) -> float:
    """0 where it is no sentence to quote, or tells nothing new."""
    if not SHORTEST <= len(said.terms) <= LONGEST or said.span is None:
        return 0.0
    names = [fact for fact in said.facts if fact.startswith("name ")]
    new = _count(said.terms, told) + NEW_NAME * sum(1 for name in names if name not in told)
    firm = FIRM if names or any(term[0].isdigit() for term in said.terms) else 1.0
    weight = firm * new / sqrt(len(said.terms)) / _fade(said)
    if lead.article.text[said.span.start] in _QUOTES:
        weight *= QUOTED
    return weight * (BACKGROUND if said.is_background else 1.0)


def _count(terms: Sequence[str], told: set[str], old: float = 0.0) -> float:
    """What terms are worth that are new, and a part of it of those that are `old`."""
    return sum((NEW_COMMON if is_common(term) else NEW_WORD) * (old if term in told else 1.0) for term in terms)


def _fade(said: Utterance) -> float:
    return 1.0 + LATER * _place(said)


def _place(said: Utterance) -> int:
    return said.sentence or 0
