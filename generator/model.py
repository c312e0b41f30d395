"""The values that travel through the program, one frozen type for each stretch of the road.

    RawArticle -> Extraction (Document + Removed) -> Article -> EnrichedArticle -> Digest -> Site

`None` means not known, an empty tuple means known to be none. Offsets count Python characters of `Article.text`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, TypeAlias

from generator.moments import Moment

Markup: TypeAlias = Literal["text", "html", "fragment", "markdown"]
"""`html` is a whole page, whose story has to be found; `fragment` is HTML that is all story."""
Form: TypeAlias = Literal[
    "text", "html", "markdown", "mhtml", "mail", "feed", "opml", "story", "sgml", "nitf", "newsml", "newsml-g2",
    "ninjs", "iptc7901", "anpa", "table", "records", "export",
]  # fmt: skip
EntityKind: TypeAlias = Literal["person", "place", "organisation"]
BlockKind: TypeAlias = Literal["paragraph", "heading", "quote", "item", "caption"]
Relation: TypeAlias = Literal["duplicate", "same-story", "follow-up", "shared-subject", "version"]
StoryRelation: TypeAlias = Literal["follow-up", "related"]
DifferenceKind: TypeAlias = Literal["number", "date", "place", "name"]
Grain: TypeAlias = Literal["day", "week", "month", "year"]
PartName: TypeAlias = Literal["sources", "independence", "novelty", "recency"]
LeftOutReason: TypeAlias = Literal["nothing-new", "below-cap"]
TopicOrigin: TypeAlias = Literal["given", "rules", "learned"]
DateType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of `Article.text`: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong with one article or file. A value: it is reported, never raised."""

    path: str
    message: str


# --- read ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an article came from: a path in the inbox (or a URL), and the SHA-256 of its bytes in hex.

    `written` is a fingerprint of the Markdown that conversion wrote; another one tells that a person edited the file.
    """

    path: str
    sha256: str
    written: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The place and day a report says it was written: `LONDON, Dec 10 (Reuters) -`."""

    place: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """Someone credited for a part in an article, not its author. `role` is `reporting`, `editing`, `writing` …"""

    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What an article, or who publishes it, says of a correction: the words, and when it was made."""

    text: str
    date: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionOf:
    """Of which article a document is a former text: that one's id, its place among the former texts from 1, and when
    another text took its place."""

    article: str
    number: int = 1
    until: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What an article says of itself: the front matter of its Markdown file. See docs/front-matter.md."""

    id: str | None = None
    title: str | None = None
    deck: str | None = None
    authors: tuple[str, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    source: str | None = None
    """Who published the article."""
    agency: str | None = None
    """Whose copy it is, where that is another than the source."""
    dateline: Dateline | None = None
    published: Moment | None = None
    updated: Moment | None = None
    embargo: Moment | None = None
    """Not to be published before."""
    language: str | None = None
    section: str | None = None
    labels: tuple[str, ...] = ()
    """What the wire says of this version: see extract/versions/labels.py."""
    correction: tuple[Notice, ...] = ()
    """Notices of corrections, the newest first or as a person wrote them."""
    item: str | None = None
    """What all versions of a report have in common: the identifier its source gave it."""
    version: str | None = None
    version_of: VersionOf | None = None
    """Where it is the former text of an article whose raw file changed."""
    url: str | None = None
    photo_credits: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    origin: Origin | None = None
    review: tuple[str, ...] = ()
    """Names of fields that were settled by a weak rule and deserve a look (`title`, `published` …)."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Front matter keys of other tools, kept as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """One article as it was dropped: `text` is the decoded source, markup and furniture included."""

    origin: Origin
    form: Form
    """The form of the file it came in."""
    markup: Markup
    """How to read `text`."""
    text: str
    hints: Metadata = Metadata()
    """What the container already says: front matter, a feed entry, a wire header."""
    fallback: Metadata = Metadata()
    """What the container says less surely than the text does: taken where the text is silent, and put to review."""
    removed: tuple[Removed, ...] = ()
    """What the reader took off already: the header of a forwarded mail, a signature."""


# --- extract, record -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A line or span of the raw text that is not in the article, and the id of the rule that took it.

    `line` counts lines of `RawArticle.text` from 1; 0 where a markup library removed it and kept no position.
    """

    line: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Metadata):
    """What one Markdown file holds: front matter and a body in Markdown."""

    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """A raw article read: the document, the cleaning receipt, and the form of the file it came in."""

    document: Document
    form: Form = "text"
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of the body, in order."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Document):
    """A document ready to be understood.

    `text` is the blocks' texts joined by a blank line. `html` is sanitised; read in order, its text nodes are `text`
    without the blank lines, so that an offset into `text` is a place in `html`.
    """

    id: str
    title: str
    path: str
    """Path of the Markdown file below `docs_dir`: `articles/2015/12/slug.md`."""
    html: str
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]


# --- enrich ----------------------------------------------------------------------------------------------------------


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


# --- relate ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why one article points at another. `source` and `target` are article ids; `why` are short phrases."""

    source: str
    target: str
    relation: Relation
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of an article: its id, and the sentence's place in `Article.sentences`."""

    article: str
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Why an article is of a story, or was nearly: a likeness from 0 to 1, and short phrases."""

    article: str
    score: float
    why: tuple[str, ...]


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
class Happening:
    """A day that the reports of a story speak of (TIMEX3 value of a day), and the sentences that do."""

    value: str
    claims: tuple[Claim, ...]
    is_background: bool = False
    """It lies well before the event or after it."""
    is_planned: bool = False
    """No report tells what happened on it, only what is, or was, to happen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One of the things that are said where reports differ: the words of the first report that says so.

    `claims` are the sentences that do, the earliest report's first: one of each report, copies of one text among them.
    """

    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something on which the reports of a story differ: `subject` in the reports' own words ("people killed").

    `cells` come in the order of time, so that a figure that rose with the hours is read as that.
    """

    kind: DifferenceKind
    subject: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sole:
    """What one source alone reports: its sentence, and what is in it that no other has (names, numbers, days)."""

    claim: Claim
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words quoted, with their quotation marks, as the first of its claims has them; the claims as in `Cell`."""

    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that somebody said, in each wording that reports give it, the earliest first."""

    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody whom reports quote: the name, the entity's id where it is known, and what they said."""

    name: str
    entity: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What the reports of one story say, side by side. Everything in it is a sentence of a report."""

    story: str
    summary: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()
    soles: tuple[Sole, ...] = ()
    """Those of one report follow one another."""
    timeline: tuple[Happening, ...] = ()
    """In the order of the days."""
    voices: tuple[Voice, ...] = ()
    """Who is quoted by most reports comes first."""
    unread: int = 0
    """Reports of a very large story whose texts were not compared; an even choice of the others was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A fact that a correction changed: what it was and is, as printed, and where it stands.

    `words` are other words than a fact's ("imposed", "proposed"), named where a version says that it corrects.
    """

    kind: DifferenceKind | Literal["words"]
    was: str
    now: str
    before: Claim | None
    after: Claim | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A version of an article that says otherwise than the one before, or an article that says it was corrected.

    `article` is the newest version, whose page tells it; `older` the version with the former text, None where only
    words tell of a correction; `newer` the version that put it right, mostly `article` itself.
    """

    article: str
    older: str | None
    newer: str | None = None
    moment: Moment | None
    changes: tuple[Change, ...]
    notices: tuple[str, ...] = ()
    """The words of its source, or of who publishes it."""
    is_arrival: bool = False
    """Nobody states when it was corrected: `moment` is when the changed text arrived."""


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
class Chain:
    """Versions of one item, by article ids: the newest, which is shown, and the older ones, the oldest first."""

    newest: str
    older: tuple[str, ...]


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


# --- render, publish -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file of the site: a POSIX path below its root (`topics/index.html`, `feed.xml`), and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The files to publish, sorted by path, each path once."""

    pages: tuple[Page, ...]
