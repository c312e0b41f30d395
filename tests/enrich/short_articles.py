"""Short articles for tests, and what is understood in them."""

from __future__ import annotations

from datetime import date
from functools import cache

from generator.config import EnrichConfig
from generator.enrich.article import enrich_article
from generator.enrich.lexicon import Lexicon, load_lexicon
from generator.model import Article, Block, Document, EnrichedArticle, Span
from generator.segment import split_sentences

DAY = date(2015, 12, 10)


@cache
def lexicon() -> Lexicon:
    return load_lexicon(EnrichConfig())


def article(*paragraphs: str, title: str = "Untitled", published: date | None = DAY, **more: object) -> Article:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind="paragraph", span=Span(start=at, end=at + len(paragraph))))
        at += len(paragraph) + 2
    document = Document(title=title, published=published, body=text, **more)  # type: ignore[arg-type]
    values = {name: getattr(document, name) for name in Document.__dataclass_fields__}
    values |= {"id": "a1", "path": "articles/a1.md", "html": "", "text": text, "title": title}
    return Article(**values, blocks=tuple(blocks), sentences=split_sentences(text, blocks))


def enriched(*paragraphs: str, **more: object) -> EnrichedArticle:
    return enrich_article(article(*paragraphs, **more), lexicon(), EnrichConfig())  # type: ignore[arg-type]


def named(found: EnrichedArticle, kind: str) -> dict[str, list[str]]:
    """Canonical name -> the forms seen, of one kind."""
    return {e.name: [n.text for n in e.names] for e in found.entities if e.kind == kind}


def mentions(found: EnrichedArticle) -> list[tuple[str, str]]:
    """Each mention's text and the id of what it names, in text order."""
    return [(found.article.text[m.span.start : m.span.end], m.entity) for m in found.mentions]
