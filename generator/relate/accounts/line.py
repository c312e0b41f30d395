"""The reports of a story as they are compared. In: articles, syndications. Out: tellings, and the lines of each.

A telling is one text, whoever carries it: copies of one text are one voice. A line is a sentence of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model import Article, Claim, DateMention, EnrichedArticle, Entity, Mention, Quote, Syndication
from generator.relate.accounts.standing import QUOTES, is_statement, leans, speaks_itself
from generator.relate.vectors import split_terms
from generator.vocabulary.countries import country_name

MOST_TELLINGS = 12
"""Texts of a story that are compared; of more, the lead and an even choice of the others."""
MOST_LINES = 60
"""Sentences of a text that are looked at."""
LONGEST = 800
"""Characters of a sentence; longer ones are tables and lists run on."""
Annotation = TypeVar("Annotation", Mention, DateMention, Quote)
_BODY = frozenset(("paragraph", "quote", "item"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence: where it stands, its words on one line, its terms, and what was understood in it."""

    telling: int
    claim: Claim
    start: int
    end: int
    text: str
    """As it stands, line breaks and all: offsets count from `start`."""
    terms: Mapping[str, None]
    """Each once, in order."""
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    quotes: tuple[Quote, ...]
    """Quotes that begin in it."""
    places: frozenset[str]
    """Ids of the places in it that are no countries."""
    is_statement: bool
    """It is whole, no question, no furniture, and does not begin within a quotation."""
    leans: bool
    """It points at what was told before."""

    @property
    def stands_alone(self) -> bool:
        """Whether it can be read with nothing before it: it leans on no sentence, and is no mere quotation."""
        if not self.is_statement or self.leans or self.text.lstrip()[0] in QUOTES:
            return False
        quoted = sum(quote.span.end - quote.span.start for quote in self.quotes)
        return quoted * 2 < len(self.text) and (bool(self.quotes) or not speaks_itself(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One text. `articles` carry it, the first of them is the one that is read."""

    articles: tuple[EnrichedArticle, ...]
    lines: tuple[Line, ...]

    @property
    def shown(self) -> EnrichedArticle:
        """The article whose sentences are read."""
        return self.articles[0]


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
    mentions: _Pointer[Mention] = _Pointer(enriched.mentions)
    dates: _Pointer[DateMention] = _Pointer(enriched.dates)
    quotes: _Pointer[Quote] = _Pointer(enriched.quotes)
    countries = {entity.id for entity in enriched.entities if entity.kind == "place" and _is_country(entity)}
    within = 0
    for place in _body_sentences(article):
        span = article.sentences[place]
        if span.end - span.start > LONGEST:
            continue
        own, named = quotes.take(span.start, span.end), mentions.take(span.start, span.end)
        text = article.text[span.start : span.end]
        yield Line(
            telling=number,
            claim=Claim(article=article.id, sentence=place),
            start=span.start,
            end=span.end,
            text=text,
            terms=dict.fromkeys(split_terms(text)),
            mentions=named,
            places=frozenset(m.entity for m in named if m.kind == "place" and m.entity not in countries),
            dates=dates.take(span.start, span.end),
            quotes=own,
            is_statement=span.start >= within and is_statement(text),
            leans=leans(text),
        )
        within = max((within, *(quote.span.end for quote in own)))


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


class _Pointer(Generic[Annotation]):
    """Takes annotations, which are in the order of the text, sentence by sentence."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        self._annotations: Sequence[Annotation] = annotations
        self._at = 0

    def take(self, start: int, end: int) -> tuple[Annotation, ...]:
        """Those that begin in the stretch; stretches come in order."""
        annotations, at = self._annotations, self._at
        while at < len(annotations) and annotations[at].span.start < start:
            at += 1
        first = at
        while at < len(annotations) and annotations[at].span.start < end:
            at += 1
        self._at = at
        return tuple(annotations[first:at])
