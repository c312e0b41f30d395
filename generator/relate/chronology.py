"""When an article is of. In: articles. Out: their moments, their order, and how far apart two of them are."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TypeAlias

from generator.model import Article, EnrichedArticle
from generator.moments import Moment, day_of, instant

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SortKey: TypeAlias = tuple[bool, float, str]


def moment_of(article: Article) -> Moment | None:
    """When it was published, else updated, else written (the dateline's day); None = not known."""
    dateline = article.dateline.date if article.dateline else None
    return article.published or article.updated or dateline


def day_of_article(article: Article) -> date | None:
    """The calendar day an article belongs to, as printed."""
    moment = moment_of(article)
    return None if moment is None else day_of(moment)


def oldest_first(article: EnrichedArticle) -> SortKey:
    """Sort key: by instant, then id; articles without a date come last."""
    moment = moment_of(article.article)
    seconds = 0.0 if moment is None else instant(moment).timestamp()
    return (moment is None, seconds, article.article.id)


def newest_first(article: EnrichedArticle) -> SortKey:
    """Sort key: by instant from the newest, then id; articles without a date come last."""
    undated, seconds, identity = oldest_first(article)
    return (undated, -seconds, identity)


def days_between(one: date | None, other: date | None) -> int | None:
    """Whole days from `one` to `other`, negative when `other` is the earlier; None when either is not known."""
    return None if one is None or other is None else (other - one).days
