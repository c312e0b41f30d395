"""Who and what is named beside a name: what tells namesakes apart. In: articles. Out: how much company is shared.

Countries tell nothing, nor do those whom many articles name: half of all articles name the United Nations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.model import EnrichedArticle, Entity
from generator.vocabulary.countries import country_name

_COMMON = 20
"""Named by more articles than this (or a hundredth of all, if that is more), a name is no evidence."""
_COUNTED = 60
"""Of one article, the names looked at: a list of hundreds of names tells little of each."""


class Company:
    """The names beside each article's names, by the article's place in the sequence."""

    def __init__(self, articles: Sequence[EnrichedArticle]) -> None:
        self._articles = articles
        seen = Counter(entity.id for article in articles for entity in article.entities)
        most = max(_COMMON, len(articles) // 100)
        self._common = {identity for identity, count in seen.items() if count > most}
        self._names: dict[int, frozenset[str]] = {}

    def of(self, places: Iterable[int]) -> frozenset[str]:
        """The telling names of these articles."""
        return frozenset().union(*(self.of_article(place) for place in places))

    def of_article(self, place: int) -> frozenset[str]:
        """The telling names of one article."""
        found = self._names.get(place)
        if found is None:
            entities = self._articles[place].entities[:_COUNTED]
            found = frozenset(e.id for e in entities if e.id not in self._common and _is_telling(e))
            self._names[place] = found
        return found


def is_country(entity: Entity) -> bool:
    """Whether an entity is a country. It has coordinates too, so its name has to tell."""
    return entity.kind == "place" and entity.country is not None and entity.name == country_name(entity.country)


def _is_telling(entity: Entity) -> bool:
    if entity.kind == "place":
        return not is_country(entity)
    return entity.kind == "organisation" or " " in entity.name
