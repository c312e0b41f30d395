"""What an article is. From a raw file to the record: RawArticle -> Extraction (Document + Removed) -> Article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypeAlias

from generator.moments import Moment

Markup: TypeAlias = Literal["text", "html", "fragment", "markdown"]
"""`html` is a whole page, whose story has to be found; `fragment` is HTML that is all story."""
Form: TypeAlias = Literal[
    "text", "html", "markdown", "mhtml", "mail", "feed", "opml", "story", "sgml", "nitf", "newsml", "newsml-g2",
    "ninjs", "iptc7901", "anpa", "table", "records", "export",
]  # fmt: skip
BlockKind: TypeAlias = Literal["paragraph", "heading", "quote", "item", "caption"]


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

    @property
    def first_id(self) -> str:
        """The id that it was published under first: that of a former text is made later, when it is kept."""
        return self.version_of.article if self.version_of else self.id
