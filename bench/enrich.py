"""Time enrichment on one core: articles of 400 words a second, in all and by part. `python bench/enrich.py`.

Processor time, the best of RUNS passes over synthetic articles: those of `corpus.py`, with sentences of names, dates
and quotations between theirs, as many as news has. Fails below 60 % of what is wanted, or where reading the word lists
takes so much longer: machines differ, and a rule that takes twice as long shows anywhere.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpus import make_article as make_corpus_article

from generator.config import EnrichConfig
from generator.enrich.article import enrich_article, find_day
from generator.enrich.dates.mentions import find_dates
from generator.enrich.lexicon import Lexicon, load_lexicon
from generator.enrich.names.entities import find_entities
from generator.enrich.quotes.quotations import find_quotes
from generator.enrich.summary import summarise
from generator.enrich.tokens import tokenise
from generator.enrich.topics.choice import find_topics
from generator.model import Article
from generator.record.article import make_article
from generator.record.document import read_document

RUNS = 3
SLACK = 0.6
WANTED = 150.0
"""Articles a second."""
LOAD_WANTED = 0.5
"""Seconds for the word lists."""
WORDS = 400
SHARE = 0.6
"""Of paragraphs with a sentence of NEWS: it makes about nine dates an article, as many as real news has (measured)."""
COUNT = 200
NEWS = (
    'Interior Minister Ada Farrow told reporters in Vienna on Tuesday that the talks would resume next week. "We have'
    ' lost two years," she said, "and nobody will give them back."',
    "The Lindgren Institute, which has 1,200 members in 14 countries, was founded in Stockholm in 1987 and moved to"
    " Brussels three years ago.",
    "Shares of Okafor Holdings fell 3.2 percent to $41.50 on Friday, their lowest since September 2014.",
    "According to Cy Marsh, a spokesman for the European Commission, a decision is due by Dec. 18.",
    '"It rained from 10:30 p.m. on Saturday until noon," said Dee Okafor, 43, who lives near the River Eden.',
    "Prime Minister Farrow's party won 112 of 240 seats in the second quarter of last year; Mr. Marsh's took 37.",
    "Farrow, who was elected in May, will travel to Washington, Paris and Moscow between Jan. 4 and Feb. 9.",
    "Police in Manchester said that a 19-year-old man had been arrested late on Monday, five days after the fire.",
)
"""What makes work: names, roles, places, organisations, dates, numbers that are none, quotations."""


def make_news(number: int) -> Article:
    """Article `number`, of WORDS words."""
    own = random.Random(f"news {number}")
    path, text = make_corpus_article(number)
    front, body = text.split("\n---\n\n", 1)
    paragraphs = body.strip().split("\n\n")
    for step in (1, 2):
        paragraphs += make_corpus_article(number + step)[1].split("\n---\n\n", 1)[1].strip().split("\n\n")
    mixed = [f"{own.choice(NEWS)} {paragraph}" if own.random() < SHARE else paragraph for paragraph in paragraphs]
    return make_article(read_document(f"{front}\n---\n\n{_cut(mixed)}\n", path), path)


def _cut(paragraphs: list[str]) -> str:
    left, kept = WORDS, []
    for paragraph in paragraphs:
        words = paragraph.split()[:left]
        left -= len(words)
        kept.append(" ".join(words))
    return "\n\n".join(paragraph for paragraph in kept if paragraph)


def time_parts(articles: list[Article], lexicon: Lexicon, options: EnrichConfig) -> dict[str, float]:
    """Processor seconds of each part for all articles; the later parts need what the earlier ones found."""
    spent = dict.fromkeys(("tokens", "names", "topics", "dates", "quotes", "summary"), 0.0)
    for article in articles:
        day = find_day(article)
        tokens = _time(spent, "tokens", lambda a=article: tokenise(a.text, a.sentences))
        mentions, entities = _time(
            spent, "names", lambda a=article, t=tokens, d=day: find_entities(a.text, t, lexicon, d.year if d else None)
        )
        _time(spent, "topics", lambda a=article, t=tokens: find_topics(a, t, lexicon.topics, options))
        _time(spent, "dates", lambda a=article, d=day: find_dates(a.text, d, lexicon.dates, a.language))
        _time(
            spent, "quotes", lambda a=article, t=tokens, m=mentions, e=entities: find_quotes(a, t, m, e, lexicon.quotes)
        )
        _time(spent, "summary", lambda a=article: summarise(a))
    return spent


def _time(spent: dict[str, float], part: str, work: Callable[[], Any]) -> Any:
    began = time.process_time()
    done = work()
    spent[part] += time.process_time() - began
    return done


def time_all(articles: list[Article], lexicon: Lexicon, options: EnrichConfig) -> float:
    """Processor seconds for enriching all articles."""
    began = time.process_time()
    for article in articles:
        enrich_article(article, lexicon, options)
    return time.process_time() - began


def main() -> None:
    options = EnrichConfig()
    began = time.process_time()
    lexicon = load_lexicon(options)
    load = time.process_time() - began
    articles = [make_news(number) for number in range(COUNT)]
    time_all(articles[:20], lexicon, options)
    rate = COUNT / min(time_all(articles, lexicon, options) for _ in range(RUNS))
    passes = [time_parts(articles, lexicon, options) for _ in range(RUNS)]
    print(f"{'':10} {'ms each':>8} {'a second':>9} {'wanted':>7}")
    for part in passes[0]:
        spent = min(times[part] for times in passes) / COUNT
        print(f"{part:10} {spent * 1000:8.2f} {1 / spent:9.0f}")
    print(f"{'all':10} {1000 / rate:8.2f} {rate:9.1f} {WANTED:7.0f}   ratio {rate / WANTED:.2f}")
    print(f"word lists: {load:.2f} s ({LOAD_WANTED} s wanted)", flush=True)
    if rate < SLACK * WANTED:
        sys.exit(f"enrichment: less than {SLACK:.0%} of what is wanted")
    if load > LOAD_WANTED / SLACK:
        sys.exit(f"word lists: more than {1 / SLACK - 1:.0%} over what is wanted")


if __name__ == "__main__":
    main()
