"""Every address on the site, made in one place.

An address is relative to the site's root and ends in a slash; the page is `index.html` in that folder. The addresses
of an article, an entity and a story come from its path or id, so that correcting a title never moves a page.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date

from generator.model import Article, Edition, Entity, EntityKind, Source, Story, Subject, Thread
from generator.slugs import slugify

_PLAIN_ID = re.compile(r"[0-9a-f]{12}")
"""An id as conversion makes it."""

HOME = ""
TOPICS = "topics/"
EDITIONS = "editions/"
STORIES = "stories/"
THREADS = "threads/"
SOURCES = "sources/"
FEEDS = "feeds/"
SAVED = "saved/"
CORRECTIONS = "corrections/"
UNDATED = "editions/undated/"
NOT_FOUND = "404.html"
KINDS: dict[EntityKind, str] = {"person": "people/", "place": "places/", "organisation": "organisations/"}
"""Index page of each kind of entity."""

RSS, ATOM, JSON_FEED, OPML = "feed.xml", "atom.xml", "feed.json", "feeds.opml"
"""File names of a page's feeds, in the page's own folder. The OPML list is at the root, a part of it by its topic."""
WEEKLY, MONTHLY = "editions/weekly/", "editions/monthly/"
"""Folders of the digest's feeds by week and by month; that by day is beside the page."""


def address_of(path: str) -> str:
    """`articles/2015/12/slug/` for the Markdown file `articles/2015/12/slug.md`, as MkDocs does."""
    stem = path.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    if name in ("index", "README"):
        return f"{folder}/" if folder else HOME
    return f"{stem}/"


def article_address(article: Article) -> str:
    """The page of an article: its Markdown file's."""
    return address_of(article.path)


def story_address(story: Story, first: Article) -> str:
    """Named after its earliest article (`first`), whose id is the story's."""
    return _story_named_after(first, story.id)


def former_story_address(article: Article) -> str:
    """Where a story is, was or would be that is named after this article: each article has one of its own."""
    return _story_named_after(article, article.id)


def thread_address(thread: Thread, first: Article) -> str:
    """Named after the earliest article of its first episode (`first`), whose id is the thread's."""
    return _story_named_after(first, thread.id, THREADS)


def former_thread_address(article: Article) -> str:
    """The same of a thread whose first episode is named after this article."""
    return _story_named_after(article, article.id, THREADS)


def _story_named_after(first: Article, identity: str, folder: str = STORIES) -> str:
    stem = article_address(first).rstrip("/").rpartition("/")[2]
    name = slugify(identity)
    parts = [stem] if stem == name else [stem, name]
    if not _PLAIN_ID.fullmatch(identity):  # made by hand: slugs of two ids may be equal, or end in another's stem
        parts.append(hashlib.sha256(identity.encode()).hexdigest()[:6])
    return f"{folder}{'-'.join(parts)}/"


def subject_address(subject: Subject) -> str:
    """A topic's page."""
    return f"{TOPICS}{subject.slug}/"


def entity_address(entity: Entity) -> str:
    """`people/david-cameron/` for `person/david-cameron`."""
    return f"{KINDS[entity.kind]}{entity.id.partition('/')[2]}/"


def source_address(source: Source) -> str:
    """A source's page."""
    return f"{SOURCES}{source.slug}/"


def edition_address(edition: Edition) -> str:
    """`editions/2015/12/10/`, `editions/2015/w50/`, `editions/2015/12/`, `editions/2015/`."""
    return f"{EDITIONS}{edition.id.lower().replace('-', '/')}/"


def day_address(day: date) -> str:
    """The edition of one day."""
    return f"{EDITIONS}{day:%Y/%m/%d}/"


def archive_address(feed: str, name: str) -> str:
    """`archive/2015-1/`: the folder of an archived document of the feed at `feed`."""
    return f"{feed}archive/{name}/"


def numbered_address(address: str, number: int) -> str:
    """Page `number` of a list that starts at `address`: `topics/syria/`, then `topics/syria/page/2/`."""
    return address if number == 1 else f"{address}page/{number}/"


def page_file(address: str) -> str:
    """The file behind an address."""
    return f"{address}index.html"


def root_of(address: str) -> str:
    """The way up from a page to the site's root: `../../` for `topics/syria/`, `./` for the root itself."""
    return "../" * address.count("/") or "./"
