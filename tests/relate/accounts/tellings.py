"""Invented reports of one event, understood as a build does, and what an account makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache

from generator.config import EnrichConfig
from generator.enrich.article import enrich_article
from generator.enrich.lexicon import Lexicon, load_lexicon
from generator.model import Account, Claim, Document, EnrichedArticle, Story, Syndication
from generator.record.article import make_article
from generator.relate.accounts.account import write_accounts

START = datetime(2016, 3, 7, 6, tzinfo=UTC)


@cache
def lexicon() -> Lexicon:
    return load_lexicon(EnrichConfig())


def report(identity: str, text: str, hour: int = 0, source: str | None = None, **more: object) -> EnrichedArticle:
    """A report of 7 March 2016, a Monday, so many hours after six, where no other moment is given."""
    more.setdefault("title", "Report")
    more.setdefault("published", START + timedelta(hours=hour))
    document = Document(id=identity, body=text, source=source or identity.title(), **more)  # type: ignore[arg-type]
    return enrich_article(make_article(document, f"articles/{identity}.md"), lexicon(), EnrichConfig())


def reports(*texts: str) -> list[EnrichedArticle]:
    """Reports `a`, `b` … an hour apart."""
    return [report("abcdefghijklmnopqrstuvwxyz"[number], text, number) for number, text in enumerate(texts)]


def account(articles: Sequence[EnrichedArticle], syndications: Sequence[Syndication] = ()) -> Account:
    story = Story(
        id=articles[0].article.id,
        title="Story",
        articles=tuple(article.article.id for article in articles),
        first=None,
        last=None,
    )
    return write_accounts(articles, [story], syndications)[0]


def rows(*texts: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The rows of the table: what of, and each thing said with the letters of the reports that say it."""
    found = account(reports(*texts)).differences
    return [
        (row.subject, [(cell.text, "".join(claim.article for claim in cell.claims)) for cell in row.cells])
        for row in found
    ]


def sentence(articles: Sequence[EnrichedArticle], claim: Claim) -> str:
    article = next(each.article for each in articles if each.article.id == claim.article)
    span = article.sentences[claim.sentence]
    return article.text[span.start : span.end]
