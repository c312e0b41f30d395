"""The stage's one door: an article in, everything understood in it alone out."""

from __future__ import annotations

from datetime import date

from generator.config import EnrichConfig
from generator.enrich.dates import find_dates
from generator.enrich.entities import find_entities
from generator.enrich.lexicon import Lexicon
from generator.enrich.quotes import find_quotes
from generator.enrich.summary import summarise
from generator.enrich.tokens import tokenise
from generator.enrich.topics import find_topics
from generator.model import Article, EnrichedArticle
from generator.moments import day_of


def enrich_article(article: Article, lexicon: Lexicon, options: EnrichConfig) -> EnrichedArticle:
    """Understand one article: names, topics, dates, quotations, summary."""
    tokens = tokenise(article.text, article.sentences)
    day = find_day(article)
    mentions, entities = find_entities(article.text, tokens, lexicon, day.year if day else None)
    return EnrichedArticle(
        article=article,
        mentions=mentions,
        entities=entities,
        topics=find_topics(article, tokens, lexicon.topics, options),
        dates=find_dates(article.text, day, lexicon.dates),
        quotes=find_quotes(article, tokens, mentions, entities, lexicon.quotes),
        summary=summarise(article),
    )


def find_day(article: Article) -> date | None:
    """The day an article speaks from: its publication, else its last update, else its dateline."""
    if article.published is not None:
        return day_of(article.published)
    if article.updated is not None:
        return day_of(article.updated)
    return article.dateline.date if article.dateline else None
