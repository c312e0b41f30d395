"""Everything, related: subjects, sources, editions, and the digest that holds all there is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from generator.model.accounts import Account, Claim, Correction
from generator.model.stories import Chain, Inclusion, Link, Story, StoryLink, Syndication, Thread
from generator.model.understanding import EnrichedArticle, Entity

Grain: TypeAlias = Literal["day", "week", "month", "year"]
PartName: TypeAlias = Literal["sources", "independence", "novelty", "recency"]
LeftOutReason: TypeAlias = Literal["nothing-new", "below-cap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A topic over all articles: a node of the tree, with the ids of its own and its children's articles, newest first.

    `id` and `label` as in `Topic`; `slug` names its page; `parent` is None for a top term and for a site's own topic.
    """

    id: str
    label: str
    slug: str
    articles: tuple[str, ...]
    parent: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who published articles: the name as printed, and the ids of its articles, newest first."""

    name: str
    slug: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of an item's score: what was measured (a number of sources, a share of 1), and the points for it."""

    name: PartName
    value: float
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A place in an edition: a story, or one article alone. `articles` are those of the edition's days, lead first."""

    story: str | None
    articles: tuple[str, ...]
    topic: str | None
    """Id of the top term it is listed under."""
    score: float
    """The sum of the points of its parts."""
    parts: tuple[Part, ...] = ()
    before: date | None = None
    """The newest day before the edition's with a report of the story; None where the story begins in the edition."""
    new: tuple[Claim, ...] = ()
    """Of a story that goes on: sentences that tell what its reports before the edition did not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What is of an edition's days and is only listed, and why: it says nothing new, or others rank higher."""

    item: Item
    reason: LeftOutReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A day, week, month or year. `id` is its ISO 8601 form: `2015-12-10`, `2015-W50`, `2015-12`, `2015`."""

    id: str
    grain: Grain
    first: date
    last: date
    items: tuple[Item, ...]
    """Ranked, the most important first."""
    left_out: tuple[LeftOut, ...] = ()
    """Everything else of its days, in the same order: an article of these days is in one item or left out once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """Everything, related. Articles, newest first; those without a date come last and are in no edition.

    Older versions are among the articles, and in nothing else but `versions` and their links.
    """

    articles: tuple[EnrichedArticle, ...]
    stories: tuple[Story, ...]
    links: tuple[Link, ...]
    entities: tuple[Entity, ...]
    subjects: tuple[Subject, ...]
    sources: tuple[Source, ...]
    editions: tuple[Edition, ...]
    """Newest first within a grain; days, then weeks, months, years."""
    versions: tuple[Chain, ...] = ()
    """In the order of their newest, the earliest first."""
    syndications: tuple[Syndication, ...] = ()
    """In the order of what they show, the earliest first."""
    inclusions: tuple[Inclusion, ...] = ()
    """By the whole, the earliest first."""
    threads: tuple[Thread, ...] = ()
    """By their newest episode, the newest first."""
    accounts: tuple[Account, ...] = ()
    """One a story, in the order of `stories`."""
    story_links: tuple[StoryLink, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """The newest first."""
    now: datetime

    @property
    def shown(self) -> tuple[EnrichedArticle, ...]:
        """The articles that lists and feeds are made of: all but older versions."""
        older = {identity for chain in self.versions for identity in chain.older}
        return tuple(enriched for enriched in self.articles if enriched.article.id not in older)
