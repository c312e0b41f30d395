"""What was understood of one article by itself: names, topics, dates, quotations, a summary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from generator.model.article import Article, Span

EntityKind: TypeAlias = Literal["person", "place", "organisation"]
TopicOrigin: TypeAlias = Literal["given", "rules", "learned"]
DateType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the text; `entity` is the id of what it names."""

    span: Span
    kind: EntityKind
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonym:
    """A word that speaks of a country and names no place: "Russian", the "UK" of "UK airstrikes"."""

    span: Span
    country: str
    """ISO 3166-1 alpha-2 code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One way in which something is called, and how often."""

    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What someone was called before their name, and the days of the first and the last article that says so."""

    text: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Another name that was taken for the same entity, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, place or organisation.

    `id` is `KIND/slug` (`person/david-cameron`), made of the fullest name or given by a vocabulary. `names` holds every
    form seen, most used first; `articles` the ids of the articles that name it, newest first (empty before relating).
    """

    id: str
    kind: EntityKind
    name: str
    names: tuple[Name, ...] = ()
    roles: tuple[str, ...] = ()
    """Most used first."""
    held: tuple[Role, ...] = ()
    """The same roles with their days, in the order of time (empty before relating)."""
    joined: tuple[Joined, ...] = ()
    """Names of other articles that were taken for this entity (empty before relating)."""
    demonyms: tuple[Name, ...] = ()
    """Of a country: the words of all articles that speak of it and name it not (empty before relating)."""
    articles: tuple[str, ...] = ()
    country: str | None = None
    """ISO 3166-1 alpha-2 code of a place, or of a body that bears its country's name ("Indian Navy")."""
    latitude: float | None = None
    longitude: float | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic an article has. `id` is an IPTC qcode, or the word given in the front matter when it is not one."""

    id: str
    label: str
    score: float
    origin: TopicOrigin
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A time expression in the text: TIMEX3 type and value (`2015-12-09`, `2015-W50`, `P1M`, `PAST_REF`)."""

    span: Span
    type: DateType
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words quoted. The span holds the words and their quotation marks.

    `speaker` is a name, and `entity` whose; or the words for somebody who is not named ("a senior diplomat").
    """

    span: Span
    speaker: str | None
    cue: str | None
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The deck or lead sentences, word for word; `spans` are the sentences it was taken from, empty for a deck."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrichedArticle:
    """An article with all that was understood in it alone. Mentions are in text order and never overlap."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    """What the mentions name, as far as this article tells; `relate` joins them over articles."""
    demonyms: tuple[Demonym, ...] = ()
    """In text order, outside of mentions. They link to countries and count as mentions of none."""
    topics: tuple[Topic, ...] = ()
    guesses: tuple[Topic, ...] = ()
    """Where no topic is sure: the nearest ones, too weak to be given. They count nowhere."""
    dates: tuple[DateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    summary: Summary = Summary(text="")
