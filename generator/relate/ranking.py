"""How items are ranked. In: what was measured of an item. Out: the parts of its score, and their sum.

    score = 0.5 x log2(1 + sources) + 2 x log2(1 + independent) + novelty + 0.5 x recency

sources      different sources among the item's articles of the edition's days; those that name none count as one
             together, for nobody can tell them apart
independent  voices among them: a source is one however much it writes, and so are all that carry one text or
             credit one agency
novelty      0 to 1: 1 for what begins in those days; of a story that goes on, the share of its sentences that tell what
             its reports before those days did not, in the report that tells most (`novelty.py`)
recency      0 to 1: how late in those days its newest article is; of a day, always 1

Several outlets that found out for themselves are the best sign that something matters; that many more carry their text
is a weak one, and a dozen more weigh less than one more voice. What is new decides among equals, and the day least, so
that a month is not its last week. Points are rounded to hundredths before they are summed, as pages show them. Ties go
to the item of more reports, then to the newer lead, then to the smaller id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log2
from typing import NamedTuple

from generator.model import EnrichedArticle, Part, PartName, Syndication
from generator.relate.sources import source_keys
from generator.relate.syndication import Carried

WEIGHTS: Mapping[PartName, float] = {"sources": 0.5, "independence": 2.0, "novelty": 1.0, "recency": 0.5}
"""What a part counts; `sources` and `independence` count by the logarithm, so that each further one tells less."""


class Standing(NamedTuple):
    """What is measured of an item."""

    sources: int
    independent: int
    novelty: float
    recency: float


# Most items are one new report of one source: they share their parts, which bounds the memory of a large digest.
@lru_cache(maxsize=10_000)
def weigh(standing: Standing) -> tuple[Part, ...]:
    """The parts of the score, in the order of the formula."""
    return (
        _count_part("sources", standing.sources),
        _count_part("independence", standing.independent),
        _share_part("novelty", standing.novelty),
        _share_part("recency", standing.recency),
    )


@lru_cache(maxsize=10_000)
def add_points(standing: Standing) -> float:
    """The score."""
    return round(sum(part.points for part in weigh(standing)), 2)


def _count_part(name: PartName, count: int) -> Part:
    return Part(name=name, value=float(count), points=round(WEIGHTS[name] * log2(1 + count), 2))


def _share_part(name: PartName, share: float) -> Part:
    share = round(share, 2)
    return Part(name=name, value=share, points=round(WEIGHTS[name] * share, 2))


class Voices:
    """Who speaks for themselves, over all articles."""

    def __init__(self, articles: Sequence[EnrichedArticle], syndications: Sequence[Syndication]) -> None:
        self._sources = source_keys(articles)
        self._articles = {enriched.article.id: enriched.article for enriched in articles}
        self._carried = Carried(syndications)

    def count(self, articles: Sequence[str]) -> tuple[int, int]:
        """Both counts; most items are one article."""
        return (1, 1) if len(articles) == 1 else (self.count_sources(articles), self.count_independent(articles))

    def count_sources(self, articles: Iterable[str]) -> int:
        """Different sources of some articles."""
        return len({self._sources.get(article) for article in articles})

    def count_independent(self, articles: Sequence[str]) -> int:
        """How many of some articles are nobody else's copy, at most one a source.

        A copy is its source's text, though that be of another day.
        """
        sources = len({self._sources.get(self._carried.stand_in(article)) for article in articles})
        if sources == 1:  # as of most items; to ask after credits costs more than all else here
            return 1
        return min(sources, self._carried.count_independent(self._articles[article] for article in articles))
