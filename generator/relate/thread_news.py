"""What each episode tells that those before did not. In: the reports of each, in order, their articles. Out: Claims.

Sentences of an episode's lead report are weighed by what in them no report of an earlier episode has: names, numbers,
words, everyday words least. What a report says first counts more, for it says first what is new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from generator.model import Claim, EnrichedArticle
from generator.relate.vectors import is_common, split_terms

MOST = 2
"""Sentences of one episode."""
NEAR_BEST = 0.75
"""Share of the best sentence's weight that a second one has."""

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


def find_news(groups: Sequence[Sequence[int]], articles: Sequence[EnrichedArticle]) -> Iterator[tuple[Claim, ...]]:
    """News of each episode, in order; the first has none. `groups` are places of `articles`, each the lead first."""
    told: set[str] = set()
    named: set[str] = set()
    for number, places in enumerate(groups):
        yield _choose(articles[places[0]], told, named) if number else ()
        for at in places[:READ]:
            told.update(split_terms(articles[at].article.title), split_terms(articles[at].article.text))
            named.update(entity.id for entity in articles[at].entities)


def _choose(lead: EnrichedArticle, told: set[str], named: set[str]) -> tuple[Claim, ...]:
    weights = {at: weight for at in range(LOOKED_AT) if (weight := _weigh(lead, at, told, named)) > 0.0}
    ranked = sorted(weights, key=lambda at: (-weights[at], at))[:MOST]
    chosen = [at for at in ranked if weights[at] >= NEAR_BEST * weights[ranked[0]]]
    return tuple(Claim(article=lead.article.id, sentence=at) for at in sorted(chosen))


def _weigh(lead: EnrichedArticle, at: int, told: set[str], named: set[str]) -> float:
    """0 where it is no sentence to quote, or tells nothing new."""
    if at >= len(lead.article.sentences):
        return 0.0
    span = lead.article.sentences[at]
    terms = split_terms(lead.article.text[span.start : span.end])
    if not SHORTEST <= len(terms) <= LONGEST:
        return 0.0
    new = sum(NEW_COMMON if is_common(term) else NEW_WORD for term in dict.fromkeys(terms) if term not in told)
    inside = dict.fromkeys(m.entity for m in lead.mentions if span.start <= m.span.start < span.end)
    new += NEW_NAME * sum(1 for entity in inside if entity not in named)
    firm = FIRM if inside or any(term[0].isdigit() for term in terms) else 1.0
    return firm * new / sqrt(len(terms)) / (1.0 + LATER * at)
