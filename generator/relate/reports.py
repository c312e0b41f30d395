"""What two articles are compared by. In: articles. Out: a Report of each, in the order of time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import Article, EnrichedArticle
from generator.relate.chronology import day_of_article, oldest_first
from generator.relate.facts import find_turns
from generator.relate.names import is_named, spaced
from generator.relate.vectors import Vector, make_vectors, split_terms

LEAD_CHARACTERS = 600
"""The head of a report, which says what happened, to whom and when; what follows is background."""

BEGINNING = 200
"""Characters that say where it happened: further on, reports name places that they compare with."""

OPENING = 2
"""Sentences that open a report; where they are not known, its lead's characters."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_FULL_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T\S*)?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article as the comparison sees it.

    What another report is looked up in is a set; the rest are tuples, which take a third of the memory.
    """

    id: str
    day: date | None
    vector: Vector
    title: Vector
    """The terms of the title with their weights in `vector`."""
    headline: tuple[str, ...]
    """Terms that the title alone has, not the text."""
    opening: tuple[str, ...]
    """The terms of the first sentences that `vector` has."""
    numbers: frozenset[str]
    """Numbers in the title."""
    turns: frozenset[str]
    """What the title says of directions (`facts.yml`): up, down."""
    names: frozenset[str]
    """Ids of all entities."""
    principals: tuple[str, ...]
    """Ids of the people and organisations of title and lead."""
    places: tuple[str, ...]
    """Ids of the places of title and beginning (`BEGINNING`)."""
    title_places: tuple[str, ...]
    """Ids of the places that the title names."""
    title_names: tuple[str, ...]
    """Terms of the title that the text has as names: with a capital letter within a sentence, and never without."""
    event_days: frozenset[date]
    """Days that the lead states."""


def make_reports(articles: Sequence[EnrichedArticle]) -> tuple[Report, ...]:
    """Reports, the oldest first, undated ones last; ties by id."""
    ordered = sorted(articles, key=oldest_first)
    terms = [_split(each.article) for each in ordered]
    vectors = make_vectors([(title, opening + rest) for title, opening, rest in terms])
    return tuple(
        _make_report(article, title, opening, rest, vector)
        for article, (title, opening, rest), vector in zip(ordered, terms, vectors, strict=True)
    )


def _split(article: Article) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The terms of the title, of the first sentences, and of the rest."""
    first = article.sentences[:OPENING]
    end = first[-1].end if first else article.text.find(" ", LEAD_CHARACTERS) % (len(article.text) + 1)
    return split_terms(article.title), split_terms(article.text[:end]), split_terms(article.text[end:])


def _make_report(
    article: EnrichedArticle, title: Sequence[str], opening: Sequence[str], rest: Sequence[str], vector: Vector
) -> Report:
    record = article.article
    title_places = tuple(_find_title_places(article))
    return Report(
        id=record.id,
        day=day_of_article(record),
        vector=vector,
        title={term: vector[term] for term in dict.fromkeys(title) if term in vector},
        headline=tuple(sorted({*title}.difference(opening, rest))),
        opening=tuple([term for term in dict.fromkeys(opening) if term in vector]),
        numbers=frozenset(_NUMBER.findall(record.title)),
        turns=find_turns(record.title.casefold().split()),
        names=frozenset(entity.id for entity in article.entities),
        principals=tuple(_find_principals(article)),
        places=tuple(dict.fromkeys((*title_places, *_find_early_places(article)))),
        title_places=title_places,
        title_names=tuple(_find_title_names(record)),
        event_days=frozenset(_find_event_days(article)),
    )


def _find_principals(article: EnrichedArticle) -> Iterator[str]:
    title = spaced(article.article.title)
    in_lead = {mention.entity for mention in article.mentions if mention.span.start < LEAD_CHARACTERS}
    for entity in article.entities:
        if entity.kind != "place" and (entity.id in in_lead or is_named(entity, title)):
            yield entity.id


def _find_early_places(article: EnrichedArticle) -> Iterator[str]:
    return (m.entity for m in article.mentions if m.span.start < BEGINNING and m.kind == "place")


def _find_title_places(article: EnrichedArticle) -> Iterator[str]:
    title = spaced(article.article.title)
    return (entity.id for entity in article.entities if entity.kind == "place" and is_named(entity, title))


def _find_title_names(article: Article) -> Iterator[str]:
    for word in _WORD.findall(article.title):
        if word[0].isupper() and word.lower() not in article.text and _is_name(word, article.text):
            yield from split_terms(word)


def _is_name(word: str, text: str) -> bool:
    """Whether a text has a word after another or a comma, there where it has it first or last."""
    if word not in text:
        word = word.capitalize()  # a title in capitals
    found = {text.find(word), text.rfind(word)}
    return any(at > 1 and text[at - 1] == " " and (text[at - 2].isalnum() or text[at - 2] == ",") for at in found)


def _find_event_days(article: EnrichedArticle) -> Iterator[date]:
    for mention in article.dates:
        match = _FULL_DAY.match(mention.value) if mention.span.start < LEAD_CHARACTERS else None
        if match is not None:
            try:
                yield date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue


def title_share(one: Report, other: Report) -> float:
    """How much of the weight of one report's title is in the other report's text; 0.5 where a title has no term.

    In the text, not in the title: two columns called "Letters" have no event in common.
    """
    return _share(one.title, other)


def opening_share(one: Report, other: Report) -> float:
    """How much of the weight of one report's opening is in the other report's text; 0.5 where it has no term."""
    return _share({term: one.vector[term] for term in one.opening}, other)


def _share(terms: Vector, other: Report) -> float:
    whole = shared = 0.0
    for term, weight in terms.items():
        whole += weight
        if term in other.vector and term not in other.headline:
            shared += weight
    return shared / whole if whole else 0.5
