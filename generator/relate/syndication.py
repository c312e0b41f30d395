"""One text carried by several. In: articles in the order of time, pairs of copies. Out: Syndications."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model import EnrichedArticle, Syndication
from generator.relate.duplicates import Copy


def find_syndications(articles: Sequence[EnrichedArticle], copies: Sequence[Copy]) -> tuple[Syndication, ...]:
    """Texts that two or more articles carry, in the order of what is shown of each."""
    return ()


def count_independent(articles: Iterable[str], syndications: Sequence[Syndication]) -> int:
    """How many of some articles are nobody else's copy."""
    shown = {copy.article: each.shown for each in syndications for copy in each.copies}
    return len({shown.get(article, article) for article in articles})
