"""What belongs together: links, stories, threads, versions and copies. Articles and stories are named by their ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.model.accounts import Claim
from generator.moments import Moment

Relation: TypeAlias = Literal["duplicate", "same-story", "follow-up", "shared-subject", "version"]
StoryRelation: TypeAlias = Literal["follow-up", "related"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why one article points at another. `source` and `target` are article ids; `why` are short phrases."""

    source: str
    target: str
    relation: Relation
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Why an article is of a story, or was nearly: a likeness from 0 to 1, and short phrases."""

    article: str
    score: float
    why: tuple[str, ...]
    claims: tuple[Claim, ...] = ()
    """Of a round-up: the sentences that tell of the story, one a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Two or more reports of one event; `id` is that of its earliest article, `articles` has the lead first.

    `first` and `last` are the moments of its earliest and newest dated reports, None when none is dated.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    topics: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    first: Moment | None
    last: Moment | None
    independent: int = 0
    """Reports that are nobody else's copy, at most one a source."""
    members: tuple[Membership, ...] = ()
    """Why each of `articles` is in, in their order."""
    nearest: tuple[Membership, ...] = ()
    """The articles that came nearest and are not in, the nearest first, with what speaks against them."""
    mentions: tuple[Membership, ...] = ()
    """Round-ups that tell of the event among others."""
    overrides: tuple[str, ...] = ()
    """What the site's own file says of it: `merged by content/vocabulary/stories.yml:12`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyndicatedCopy:
    """An article that carries another's text: the share of the shorter text that both have, and what tells so."""

    article: str
    share: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Syndication:
    """One text carried by several articles: the one that lists show, and the others, the earliest first."""

    shown: str
    copies: tuple[SyndicatedCopy, ...]
    origin: str | None = None
    """Whose text it is (an agency, an outlet), where credits, datelines or the texts tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inclusion:
    """An article that holds another's text among matter of its own: neither is a copy. `share` is that of the part."""

    whole: str
    part: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """A part of a thread: a story by its id, or an article that is of none. `article` is its lead."""

    story: str | None
    article: str
    news: tuple[Claim, ...] = ()
    """Sentences that tell what the episodes before did not."""
    why: tuple[str, ...] = ()
    """What ties it to the episodes before; empty for the first."""
    called: str = ""
    """What the thread is called by this episode and those before, with what was known then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Events that go on from one another over days or months, the earliest first. `id` is its first episode's."""

    id: str
    title: str
    episodes: tuple[Episode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLink:
    """Why one story points at another; `source` and `target` are story ids."""

    source: str
    target: str
    relation: StoryRelation
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Versions of one item, by article ids: the newest, which is shown, and the older ones, the oldest first."""

    newest: str
    older: tuple[str, ...]
