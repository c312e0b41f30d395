"""An entry of a feed as an article: what RSS, Atom, RDF and JSON Feed have in common.

An `Entry` holds what its feed says, made plain; a `RawArticle` goes out, or a `Problem` that says why the entry is
none. An entry keeps its id from one download of its feed to the next, whatever becomes of its text.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Form, Metadata, Problem, RawArticle
from generator.moments import Moment, instant
from generator.read.plain_html import has_text, resolve_links, strip_tags
from generator.read.source import Readings, Source
from generator.read.web_address import make_address

_WORDS = re.compile(r"\w+")
_LENGTH_OF_ID = 12
_GLOBAL_ID = re.compile(r"(?:https?://|urn:|tag:).{6,}|[0-9a-f-]{32,}", re.IGNORECASE | re.DOTALL)
_LONGEST_DECK = 600
_LONGEST_NAME = 80
# So many headlines without a text are named one by one; the rest are counted.
_MOST_HEADLINES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed says of itself, for entries that say nothing else."""

    source: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    key: str = ""
    """What tells the feed from others, whose entries may have the same numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as its feed gives it: `content` and `summary` are HTML, all else is plain text."""

    title: str | None = None
    content: str = ""
    summary: str = ""
    base: str | None = None
    """What addresses in the content are relative to, where that is not the entry's own address."""
    identifier: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    language: str | None = None
    categories: tuple[str, ...] = ()
    photo_credits: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    fault: str | None = None
    """Why the entry is no article, where that is known already."""


def read_entries(source: Source, form: Form, feed: Feed, entries: Sequence[Entry]) -> Readings:
    """The entries of a file in order, each as an article, or as a problem."""
    readings: list[RawArticle | Problem] = []
    headlines = 0
    for number, (entry, own) in enumerate(zip(entries, _make_ids(feed, entries), strict=True), start=1):
        fault = entry.fault or (f"is entry {own} again" if isinstance(own, int) else None)
        if fault is None and isinstance(own, str) and (article := _make_article(source, form, feed, entry, own)):
            readings.append(article)
            continue
        headlines += fault is None
        if fault is not None or headlines <= _MOST_HEADLINES:
            message = f"{_name(source.path, entry, number)}: {fault or _explain(entry, feed)}"
            readings.append(Problem(path=source.path, message=message))
    if headlines > _MOST_HEADLINES:
        more = headlines - _MOST_HEADLINES
        message = f"{source.path}: {more} more entries hold a headline only; save the pages that they link to"
        readings.append(Problem(path=source.path, message=message))
    return tuple(readings)


def _make_article(source: Source, form: Form, feed: Feed, entry: Entry, own: str) -> RawArticle | None:
    """None for an entry without a text."""
    body, rest = _choose_body(entry)
    if not body or _fold(body) == _fold(entry.title or ""):
        return None
    url = make_address(entry.url, feed.url)
    section, *topics = entry.categories or (None,)
    later = entry.published and entry.updated and instant(entry.updated) != instant(entry.published)
    hints = Metadata(
        id=own,
        title=entry.title,
        deck=_read_deck(rest, body),
        authors=entry.authors or feed.authors,
        source=entry.source or feed.source,
        published=entry.published,
        updated=entry.updated if later else None,
        section=section,
        topics=tuple(word for word in topics if word is not None),
        url=url,
        item=entry.identifier if entry.identifier and is_global(entry.identifier) else None,
        photo_credits=entry.photo_credits,
        captions=entry.captions,
        review=entry.review,
    )
    # A feed that gives one date may mean that of the last change; and software writes a language without being asked.
    only = entry.updated if entry.published is None else None
    fallback = Metadata(published=only, language=entry.language or feed.language)
    text = resolve_links(body, make_address(entry.base, feed.url)) if entry.base else body
    return RawArticle(origin=source.origin, form=form, markup="fragment", text=text, hints=hints, fallback=fallback)


def _choose_body(entry: Entry) -> tuple[str, str]:
    """The entry's text, and what is said besides it: the content, or the summary where that is all of the text."""
    content, summary = (part if has_text(part) else "" for part in (entry.content, entry.summary))
    if not content or (len(summary) > len(content) and _begins_with(summary, strip_tags(content))):
        return summary, ""
    return content, summary


def _read_deck(summary: str, body: str) -> str | None:
    """The summary, where it is a standfirst: not the beginning of the text, and not as long as one."""
    deck = strip_tags(summary) if len(summary) <= 4 * _LONGEST_DECK else ""
    deck = deck.removesuffix("[…]").removesuffix("[...]").rstrip()
    return deck if deck and len(deck) <= _LONGEST_DECK and not _begins_with(body, deck) else None


def _begins_with(markup: str, start: str) -> bool:
    """Whether a text begins with the words of another, the last of which may be cut short."""
    words = _fold(start)
    own = _fold(markup)[: len(words)]
    return bool(words) and len(own) == len(words) and own[:-1] == words[:-1] and own[-1].startswith(words[-1])


def _fold(markup: str) -> list[str]:
    return _WORDS.findall(strip_tags(markup).casefold())


def _make_ids(feed: Feed, entries: Sequence[Entry]) -> Iterator[str | int]:
    """An id for each entry; the number of the entry that another repeats in its place.

    Some feeds give all their entries one identifier: those are told apart by address and title.
    """
    keys = [entry.identifier or entry.url or f"{entry.title}\n{entry.content or entry.summary}" for entry in entries]
    times = Counter(keys)
    seen: dict[str, int] = {}
    for number, (entry, key) in enumerate(zip(entries, keys, strict=True), start=1):
        known = key if times[key] == 1 else f"{key}\n{entry.url}\n{entry.title}"
        own = make_entry_id(feed.key, known)
        yield own if seen.setdefault(own, number) == number else seen[own]


def is_global(identifier: str) -> bool:
    """Whether an identifier is nobody else's: an address, a URN, a UUID or a hash, and no mere number."""
    return _GLOBAL_ID.fullmatch(identifier) is not None


def make_entry_id(key: str, identifier: str) -> str:
    """An article's id made of the identifier that its feed gives it; `key` tells the feed, for a plain number."""
    known = identifier if is_global(identifier) else f"{key}\n{identifier}"
    return hashlib.sha256(known.encode("utf-8", "replace")).hexdigest()[:_LENGTH_OF_ID]


def _name(path: str, entry: Entry, number: int) -> str:
    title = entry.title or ""
    shown = f"{title[:_LONGEST_NAME]}…" if len(title) > _LONGEST_NAME else title
    return f"{path}: entry {number} “{shown}”" if shown else f"{path}: entry {number}"


def _explain(entry: Entry, feed: Feed) -> str:
    what = "holds a headline only" if entry.title else "holds no text"
    url = make_address(entry.url, feed.url)
    return f"{what}; open {url} and save the page, or digest add {url}" if url else f"{what}; there is no article in it"
