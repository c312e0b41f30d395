"""When an article is of, as pages and feeds say it. In: an article. Out: moments; None = not known."""

from __future__ import annotations

from datetime import datetime

from generator.model import Article
from generator.moments import Moment, instant


def moment_of(article: Article) -> Moment | None:
    """When it was published, else updated, else written. Editions go by the same moment."""
    dateline = article.dateline.date if article.dateline else None
    return article.published or article.updated or dateline


def published(article: Article) -> datetime | None:
    """When a feed says the article came out, in UTC."""
    moment = moment_of(article)
    return None if moment is None else instant(moment)


def changed(article: Article) -> datetime | None:
    """When a feed says the article changed last: never before it came out."""
    moment = published(article)
    return moment and max(moment, instant(article.updated or moment))
