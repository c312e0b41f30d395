"""How to cite a report: who wrote it, its title, where and when it appeared. In: article and row. Out: the parts."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Article
from generator.moments import day_of
from generator.render.views import RowView
from generator.render.web_address import web_address
from generator.render.wording import say_date

_CLOSED = (".", "?", "!", "…", "。", "؟")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The parts in their order; those that the article does not state are empty."""

    authors: str
    title: str
    """Closed by a full stop or a mark of its own."""
    source: str
    date: str
    url: str


def view_citation(article: Article, row: RowView, url: str) -> Citation:
    """`url` is the article's page here, cited where its own address is not known."""
    return Citation(
        authors=", ".join(article.authors),
        title=article.title if article.title.endswith(_CLOSED) else f"{article.title}.",
        source=row.source.text if row.source.address else "",
        date=say_date(day_of(article.published)) if article.published else "",
        url=web_address(article.url) or url,
    )
