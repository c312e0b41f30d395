"""Copies in lists. In: ids of articles, and which are copies of which. Out: the ids that a list shows, and how many.

Of one text a list shows one article. A copy is left out where the article that stands for it is in the same list, and
shown where it is not: a source's own page lists what the source carried.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Digest
from generator.render.wording import say_count


def stand_ins(digest: Digest) -> Mapping[str, str]:
    """Copy -> the article that lists show for it."""
    return {copy.article: each.shown for each in digest.syndications for copy in each.copies}


def leave_out_copies(articles: Sequence[str], shown_of: Mapping[str, str]) -> tuple[str, ...]:
    """The articles that a list of them shows, in their order."""
    if not shown_of:
        return tuple(articles)
    listed = set(articles)
    return tuple(article for article in articles if shown_of.get(article) not in listed)


def say_reports(articles: Sequence[str], shown_of: Mapping[str, str]) -> str:
    """`12 reports`; `12 reports, 2 of them copies` where the list shows ten."""
    copies = len(articles) - len(leave_out_copies(articles, shown_of))
    count = say_count(len(articles), "report")
    return f"{count}, {copies:,} of them {'a copy' if copies == 1 else 'copies'}" if copies else count
