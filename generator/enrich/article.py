"""The stage's one door: an article in, everything understood in it alone out."""

from __future__ import annotations

from datetime import date

from generator.config import EnrichConfig
from generator.enrich.dates.mentions import find_dates
from generator.enrich.lexicon import Lexicon
from generator.enrich.names.dateline_place import add_dateline_place
from generator.enrich.names.demonyms import find_demonyms
from generator.enrich.names.pins import pin_names
from generator.enrich.names.recognisers import open_recogniser
from generator.enrich.names.which_place import tell_places
from generator.enrich.quotes.quotations import find_quotes
from generator.enrich.summary import summarise
from generator.enrich.tokens import tokenise
from generator.enrich.topics.choice import find_topics
from generator.model import Article, EnrichedArticle
from generator.moments import day_of


def enrich_article(article: Article, lexicon: Lexicon, options: EnrichConfig) -> EnrichedArticle:
    """Understand one article: names, topics, dates, quotations, summary."""
    tokens = tokenise(article.text, article.sentences)
    day = find_day(article)
    mentions, entities = open_recogniser(options.recogniser)(article.text, tokens, lexicon, day.year if day else None)
    entities = add_dateline_place(article, entities, lexicon.places)
    mentions, entities = tell_places(mentions, entities, lexicon.places)
    mentions, entities = pin_names(tokens, mentions, entities, lexicon, article.text)
    topics = find_topics(article, tokens, lexicon.topics, options)
    return EnrichedArticle(
        article=article,
        mentions=mentions,
        entities=entities,
        demonyms=find_demonyms(tokens, mentions, lexicon.places),
        topics=topics.topics,
        guesses=topics.guesses,
        dates=find_dates(article.text, day, lexicon.dates, article.language),
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
