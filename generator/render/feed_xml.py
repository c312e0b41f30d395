"""RSS 2.0 and Atom (RFC 4287) through feedgen. In: a feed and its entries. Out: the bytes of its file.

feedgen keeps one object for both formats, but what is right for one is wrong in the other (which link is `self`, plain
text or HTML in a summary), so each format has its own objects. An entry is written once and put into many feeds: at
10,000 articles most of the time went into writing the same entries again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any, TypeAlias

from feedgen.entry import FeedEntry
from feedgen.ext.dc import DcEntryExtension, DcExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from generator.render.feed_entries import Entry
from generator.render.feedgen_extensions import AtomEntryExtension, ChannelExtension
from generator.render.paths import ATOM, RSS

Item: TypeAlias = bytes
"""An `item` or `entry` element as it stands in a feed."""

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
"""What feedgen declares at the head of each RSS feed, so that an item need not."""

GENERATOR = "News Digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What a feed says of itself. `page` is the URL of the page it belongs to; texts as in `Entry`."""

    title: str
    description: str
    page: str
    folder: str
    """Where the feed is, up to the names of its files."""
    own: str
    """The same of this document; another, where it is archived."""
    previous: str | None = None
    """The folder of the archived document before this one."""
    hub: str = ""
    """A WebSub hub; empty = none."""
    language: str
    author: str
    updated: datetime
    """That of the entry changed last: a feed must not change because it was built again."""

    def links(self, name: str) -> tuple[tuple[str, str], ...]:
        """Relations and addresses beside `self`, of the format whose files have this name.

        An archived document does not name the next: the last would change when one is added (RFC 5005, section 4,
        wants them stable above all, and readers go back from the feed).
        """
        return (
            *((("hub", self.hub),) if self.hub and not self.is_archived else ()),
            *((("current", self.folder + name),) if self.is_archived else ()),
            *((("prev-archive", self.previous + name),) if self.previous else ()),
        )

    @property
    def is_archived(self) -> bool:
        """Whether this is an archived document of the feed."""
        return self.own != self.folder


def write_rss(channel: Channel, items: Sequence[Item]) -> bytes:
    """RSS 2.0, by the RSS Best Practices Profile; `items` are made by `rss_item`."""
    feed = FeedGenerator()
    feed.register_extension("dc", DcExtension, DcEntryExtension, atom=False, rss=True)
    feed.description(channel.description)
    # The channel's <link> becomes the last link set, whatever its relation: the page comes last.
    feed.link(href=channel.own + RSS, rel="self", type="application/rss+xml")
    _fill(feed, channel, RSS)
    return _insert(items, feed.rss_str(pretty=True), b"  </channel>")


def write_atom(channel: Channel, items: Sequence[Item]) -> bytes:
    """Atom; `items` are made by `atom_item`."""
    feed = FeedGenerator()
    feed.id(channel.folder + ATOM)
    feed.subtitle(channel.description)
    feed.author(name=channel.author)
    feed.link(href=channel.own + ATOM, rel="self", type="application/atom+xml")
    _fill(feed, channel, ATOM)
    return _insert(items, feed.atom_str(pretty=True), b"</feed>")


def _insert(items: Sequence[Item], feed: bytes, before: bytes) -> bytes:
    head, mark, rest = feed.rpartition(before)
    return b"".join((head, *items, mark, rest))


def _fill(feed: Any, channel: Channel, name: str) -> None:
    feed.register_extension("history", ChannelExtension)
    feed.history.links, feed.history.is_archived = channel.links(name), channel.is_archived
    feed.title(channel.title)
    feed.link(href=channel.page, rel="alternate", type="text/html")
    feed.language(channel.language)
    feed.generator(GENERATOR)
    feed.updated(channel.updated)


def rss_item(entry: Entry) -> Item:
    """An entry as RSS has it: a summary is HTML there, and an author without an e-mail address is a dc:creator."""
    item = _item(entry)
    for category in entry.categories:
        # What a reader shows is the text; the domain, for machines, says which concept that is.
        domain = {"scheme": category.uri} if category.uri else {}
        item.category(term=category.label, **domain)
    item.guid(entry.guid, permalink=False)
    item.link(href=entry.url)
    if entry.summary:
        item.description(escape(entry.summary, quote=False))
    if entry.html:
        item.content(entry.html)
    if entry.origin and entry.source:
        item.source(url=entry.origin, title=entry.source)
    item.register_extension("dc", DcEntryExtension, atom=False, rss=True)
    item.dc.dc_creator(list(entry.authors))
    if entry.language:
        item.dc.dc_language(entry.language)
    return _write(item.rss_entry(), etree.Element("rss", nsmap=_NAMESPACES))


def atom_item(entry: Entry) -> Item:
    """An entry as Atom has it.

    The origin is a link with rel=via: an atom:source would have to repeat the id and the date of the origin's own feed,
    which we do not know.
    """
    item = _item(entry)
    for category in entry.categories:
        scheme = {"scheme": category.scheme} if category.scheme else {}
        item.category(term=category.term, label=category.label, **scheme)
    item.id(entry.guid)
    item.updated(entry.updated)
    links = [{"href": entry.url, "rel": "alternate", "type": "text/html"}]
    if entry.origin:
        links.append({"href": entry.origin, "rel": "via"})
    item.link(links)
    item.register_extension("links", AtomEntryExtension, atom=True, rss=False)
    item.links.links, item.links.language = links, entry.language
    if entry.summary:
        item.summary(entry.summary, type="text")
    if entry.html:
        item.content(entry.html, type="html")
    item.author([{"name": name} for name in entry.authors])
    return _write(item.atom_entry(), etree.Element("feed"))


def _write(item: etree._Element, feed: etree._Element) -> Item:
    """The element as it is written within such a feed."""
    feed.append(item)
    markup = etree.tostring(feed, encoding="UTF-8", pretty_print=True)
    return markup[markup.index(b">") + 2 : markup.rindex(b"<")]


def _item(entry: Entry) -> Any:
    item = FeedEntry()
    item.title(entry.title)
    item.published(entry.published)
    return item
