"""Who is named where, and how much that tells. In: articles, entities. Out: weights, shared names, likeness by names.

A name weighs ln(1 + articles / articles that name it) x (1 + ln mentions), half again as much in a title. The names of
the sources are left out: a paper names itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log, sqrt
from sys import intern

from generator.model import EnrichedArticle, Entity
from generator.relate.sources import printed_names, source_key

PLACE = 0.5
"""A place tells half as much as a person or an organisation: many things happen in Syria."""

TITLE = 1.5

_WORD = re.compile(r"\w+")


class Names:
    """The names of articles, by the articles' places in the order of time."""

    def __init__(self, articles: Sequence[EnrichedArticle], entities: Iterable[Entity]) -> None:
        self._labels = {entity.id: entity.name for entity in entities}
        sources = printed_names(articles)
        seen = Counter(intern(entity.id) for article in articles for entity in article.entities)
        rarity = {identity: log(1.0 + len(articles) / count) for identity, count in seen.items()}
        self.weights: tuple[Mapping[str, float], ...] = tuple(
            {
                intern(entity.id): rarity[entity.id] * _prominence(entity, title)
                for entity in article.entities
                if source_key(entity.name) not in sources
            }
            for article in articles
            for title in [spaced(article.article.title)]
        )
        self._sums = tuple(sum(sorted(row.values())) for row in self.weights)

    def shared(self, one: int, other: int) -> list[str]:
        """Ids both name, the most telling first."""
        ours, theirs = self.weights[one], self.weights[other]
        weights = {identity: min(ours[identity], theirs[identity]) for identity in ours if identity in theirs}
        return sorted(weights, key=lambda identity: (-weights[identity], identity))

    def likeness(self, one: int, other: int) -> float:
        """What the names of both have in common, 0 to 1: the weighted Jaccard index."""
        ours, theirs = self.weights[one], self.weights[other]
        shared = 0.0
        for identity in ours:
            if identity in theirs:
                shared += min(ours[identity], theirs[identity])
        return shared / (self._sums[one] + self._sums[other] - shared) if shared else 0.0

    def unit_rows(self) -> list[dict[str, float]]:
        """The weights of each article, made to length 1."""
        rows = []
        for row in self.weights:
            length = sqrt(sum(weight * weight for weight in sorted(row.values()))) or 1.0
            rows.append({intern(f"@{identity}"): weight / length for identity, weight in row.items()})
        return rows

    def label(self, identity: str) -> str:
        """What it is called."""
        return self._labels.get(identity, identity)


def _prominence(entity: Entity, title: str) -> float:
    mentions = sum(name.count for name in entity.names)
    weight = 1.0 + log(max(1, mentions))
    if is_named(entity, title):
        weight *= TITLE
    return weight * PLACE if entity.kind == "place" else weight


def is_named(entity: Entity, text: str) -> bool:
    """Whether a text, `spaced`, has one of the entity's names, as whole words."""
    return any(spaced(name.text) in text for name in entity.names)


@lru_cache(maxsize=20_000)
def spaced(text: str) -> str:
    """A text's words with a space around each."""
    return f" {' '.join(_WORD.findall(text))} "
