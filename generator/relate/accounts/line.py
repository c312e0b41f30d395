"""The reports of a story as they are compared. In: articles, syndications. Out: tellings, and the lines of each.

A telling is one text, whoever carries it: copies of one text are one voice. A line is a sentence of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from generator.model import (
    HEADLINE,
    Article,
    Claim,
    DateMention,
    EnrichedArticle,
    Entity,
    Mention,
    Quote,
    Span,
    Syndication,
)
from generator.relate.accounts.once import once
from generator.relate.accounts.standing import QUOTES, is_statement, leans, speaks_itself
from generator.relate.accounts.tokens import Tokens, tokenise
from generator.relate.accounts.words import load_number_words
from generator.relate.vectors import split_terms
from generator.vocabulary.countries import country_name

MOST_TELLINGS = 12
"""Texts of a story that are compared; of more, the lead and an even choice of the others."""
MOST_LINES = 60
"""Sentences of a text that are looked at."""
LONGEST = 800
"""Characters of a sentence; longer ones are tables and lists run on."""
_STEM = 5
"""Letters by which words of one family are told: `resig|ned`, `resig|nation`."""
Annotation = TypeVar("Annotation", Mention, DateMention, Quote)
_BODY = frozenset(("paragraph", "quote", "item"))


@dataclass(frozen=True, kw_only=True)
class Line:
    """A sentence: where it stands, its words, and what was understood in it. What few ask for is read when asked."""

    telling: int
    article: str
    """The id of the article that is read."""
    sentence: int
    start: int
    end: int
    text: str
    """As it stands, line breaks and all: offsets count from `start`."""
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    quotes: tuple[Quote, ...]
    """Quotes that begin in it."""
    countries: frozenset[str]
    """Ids of the countries that its article names."""
    is_within_quote: bool
    """It begins within a quotation."""

    @once
    def claim(self) -> Claim:
        """The sentence as a value of the digest."""
        return Claim(article=self.article, sentence=self.sentence)

    @once
    def terms(self) -> Mapping[str, None]:
        """Each once, in order."""
        return dict.fromkeys(split_terms(self.text))

    @once
    def families(self) -> Mapping[str, str]:
        """What tells the families of its words, and the values of its numbers; each with one of its terms."""
        return dict(zip(map(stem_of, self.terms), self.terms, strict=True))

    @once
    def tokens(self) -> Tokens:
        """Its words, numbers and marks."""
        return tokenise(self.text)

    @once
    def places(self) -> frozenset[str]:
        """Ids of the places in it that are no countries."""
        return frozenset(m.entity for m in self.mentions if m.kind == "place" and m.entity not in self.countries)

    @once
    def is_statement(self) -> bool:
        """It is whole, no question, no furniture, and does not begin within a quotation."""
        return not self.is_within_quote and is_statement(self.text)

    @once
    def leans(self) -> bool:
        """It points at what was told before."""
        return leans(self.text)

    @once
    def stands_alone(self) -> bool:
        """Whether it can be read with nothing before it: it leans on no sentence, and is no mere quotation."""
        if not self.is_statement or self.leans or self.text.lstrip()[0] in QUOTES:
            return False
        if not self.quotes:
            return not speaks_itself(self.text)
        return sum(quote.span.end - quote.span.start for quote in self.quotes) * 2 < len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One text. `articles` carry it, the first of them is the one that is read."""

    articles: tuple[EnrichedArticle, ...]
    lines: tuple[Line, ...]

    @property
    def shown(self) -> EnrichedArticle:
        """The article whose sentences are read."""
        return self.articles[0]


@lru_cache(maxsize=65_536)
def stem_of(term: str) -> str:
    """By what words of one family are told, and numbers however they are written: "13", "thirteen"."""
    number = load_number_words().words.get(term)
    if number is not None:
        return str(number)
    return term[:_STEM] if term.isalpha() else term


def choose_tellings(
    lead: str, articles: Sequence[EnrichedArticle], syndications: Mapping[str, Syndication]
) -> tuple[Telling, ...]:
    """The texts of a story, whose articles are in the order of time; `syndications` by the ids of articles."""
    groups: dict[str, list[EnrichedArticle]] = {}
    for article in articles:
        syndication = syndications.get(article.article.id)
        groups.setdefault(syndication.shown if syndication else article.article.id, []).append(article)
    texts = [_shown_first(key, group) for key, group in groups.items()]
    chosen = _sample(lead, texts)
    return tuple(Telling(articles=text, lines=tuple(_lines(number, text[0]))) for number, text in enumerate(chosen))


def headline_of(number: int, telling: Telling) -> Line:
    """The headline of a text as a line, of which nothing was understood; it stands before the text."""
    article = telling.shown.article
    return Line(
        telling=number, article=article.id, sentence=HEADLINE, text=article.title,
        start=-1 - len(article.title), end=-1,
        mentions=(), dates=(), quotes=(), countries=frozenset(), is_within_quote=False,
    )  # fmt: skip


def _shown_first(shown: str, group: list[EnrichedArticle]) -> tuple[EnrichedArticle, ...]:
    return tuple(sorted(group, key=lambda each: each.article.id != shown))


def _sample(lead: str, texts: list[tuple[EnrichedArticle, ...]]) -> list[tuple[EnrichedArticle, ...]]:
    if len(texts) <= MOST_TELLINGS:
        return texts
    at = next((n for n, text in enumerate(texts) if any(e.article.id == lead for e in text)), 0)
    others = [n for n in range(len(texts)) if n != at]
    room = MOST_TELLINGS - 1
    places = sorted({at, *(others[step * (len(others) - 1) // (room - 1)] for step in range(room))})
    return [texts[place] for place in places]


def _lines(number: int, enriched: EnrichedArticle) -> Iterator[Line]:
    article = enriched.article
    rows = [(place, article.sentences[place]) for place in _body_sentences(article)]
    rows = [(place, span) for place, span in rows if span.end - span.start <= LONGEST]
    spans = [span for _, span in rows]
    mentions, dates = _deal(enriched.mentions, spans), _deal(enriched.dates, spans)
    quotes = _deal(enriched.quotes, spans)
    countries = frozenset(e.id for e in enriched.entities if e.kind == "place" and _is_country(e))
    within = 0
    for at, (place, span) in enumerate(rows):
        own = quotes.get(at, ())
        yield Line(
            telling=number,
            article=article.id,
            sentence=place,
            start=span.start,
            end=span.end,
            text=article.text[span.start : span.end],
            mentions=tuple(mentions.get(at, ())),
            dates=tuple(dates.get(at, ())),
            quotes=tuple(own),
            countries=countries,
            is_within_quote=span.start < within,
        )
        within = max((within, *(quote.span.end for quote in own))) if own else within


def _is_country(place: Entity) -> bool:
    return place.country is not None and place.name == country_name(place.country)


def _body_sentences(article: Article) -> Iterator[int]:
    """The first sentences that are no heading and no caption; of a text without blocks, all."""
    blocks = iter(article.blocks)
    block = next(blocks, None)
    found = 0
    for place, span in enumerate(article.sentences):
        while block is not None and block.span.end <= span.start:
            block = next(blocks, None)
        if block is None or block.kind in _BODY:
            found += 1
            yield place
        if found == MOST_LINES:
            return


def _deal(annotations: Sequence[Annotation], spans: Sequence[Span]) -> Mapping[int, Sequence[Annotation]]:
    """What begins in each of the sentences, by their places in the list; both are in the order of the text."""
    starts = [span.start for span in spans]
    found: dict[int, list[Annotation]] = {}
    for annotation in annotations:
        start = annotation.span.start
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < spans[at].end:
            found.setdefault(at, []).append(annotation)
    return found
