"""Reports of one event, grouped. In: reports in the order of time, their articles, copies. Out: groups of places.

Candidates share rare terms; `likeness.compare` scores them; average linkage groups them. A copy is as like as can be. A
round-up is a member of no group.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.model import EnrichedArticle
from generator.relate.likeness import Likeness, compare
from generator.relate.linkage import link_average
from generator.relate.reports import Report
from generator.relate.titles import is_kind

Pair = tuple[int, int]


def group_reports(
    articles: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    likeness: Mapping[Pair, Likeness],
    copies: Iterable[Pair],
    threshold: float,
    story_days: int,
) -> list[list[int]]:
    """Groups of two or more places, each in order.

    `articles` and `reports` are in the order of time; `likeness` has that of candidate pairs by their places.
    """
    apart = frozenset(place for place, article in enumerate(articles) if is_kind(article.article.title, "roundup"))
    usable = {pair: like.score for pair, like in likeness.items() if not apart & {*pair}}
    usable.update({pair: 1.0 for pair in copies if not apart & {*pair}})

    def score(one: int, other: int) -> float:
        return compare(reports[one], reports[other], story_days).score

    return link_average(usable, score, threshold)
