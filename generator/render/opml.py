"""OPML 2.0 (http://opml.org/spec2.opml). In: the site's feeds. Out: `feeds.opml`, which a feed reader imports at once.

It lists the feeds that go on, topics below topics: a past day's gets nothing new, and a story is soon told. Each topic
that has others below it has a list of its own, beside its page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from generator.config import SiteConfig
from generator.model import Page
from generator.render.absolute import absolute_url
from generator.render.feed_entries import one_line
from generator.render.feed_link import FeedKind, FeedLink
from generator.render.paths import HOME, OPML, RSS

_FOLDERS: tuple[tuple[str, FeedKind], ...] = (
    ("Sources", "source"),
    ("People", "person"),
    ("Places", "place"),
    ("Organisations", "organisation"),
)

_Below = Mapping[str | None, Sequence[FeedLink]]
"""Topics' feeds by the address of the one above."""


def render_opml(feeds: Iterable[FeedLink], site: SiteConfig) -> Iterator[Page]:
    """The whole list, then that of each topic. Undated, so that they change only when the feeds do."""
    listed = tuple(feeds)
    below = topics_below(listed)
    root, body = _document(f"Feeds of {one_line(site.name)}", site)
    for feed in listed:
        if feed.kind in ("site", "digest", "corrections", "chosen"):
            _add_outline(body, feed, site)
    if below[None]:
        _add_topics(etree.SubElement(body, "outline", text="Topics"), None, below, site)
    for heading, kind in _FOLDERS:
        if of_kind := [feed for feed in listed if feed.kind == kind]:
            folder = etree.SubElement(body, "outline", text=heading)
            for feed in of_kind:
                _add_outline(folder, feed, site)
    yield _page(HOME, root)
    for feed in listed:
        if feed.kind == "topic" and feed.address in below:
            root, body = _document(f"{one_line(feed.name)} – feeds of {one_line(site.name)}", site)
            _add_topics(_add_outline(body, feed, site), feed.address, below, site)
            yield _page(feed.address, root)


def topics_below(feeds: Iterable[FeedLink]) -> _Below:
    """Topics' feeds by the address of the one above, those at the top by None."""
    topics = [feed for feed in feeds if feed.kind == "topic"]
    known = {feed.address for feed in topics}
    below: dict[str | None, list[FeedLink]] = defaultdict(list, {None: []})
    for feed in topics:
        below[feed.parent if feed.parent in known else None].append(feed)
    return dict(below)


def _document(title: str, site: SiteConfig) -> tuple[etree._Element, etree._Element]:
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = title
    if author := one_line(site.author):
        etree.SubElement(head, "ownerName").text = author
    etree.SubElement(head, "ownerId").text = absolute_url(HOME, site.url)
    etree.SubElement(head, "docs").text = "http://opml.org/spec2.opml"
    return root, etree.SubElement(root, "body")


def _page(address: str, root: etree._Element) -> Page:
    content = etree.tostring(root, pretty_print=True, encoding="UTF-8", xml_declaration=True)
    return Page(path=address + OPML, content=content)


def _add_topics(parent: etree._Element, above: str | None, below: _Below, site: SiteConfig) -> None:
    for feed in below.get(above, ()):
        _add_topics(_add_outline(parent, feed, site), feed.address, below, site)


def _add_outline(parent: etree._Element, feed: FeedLink, site: SiteConfig) -> etree._Element:
    title = one_line(feed.title)
    attributes = {
        "type": "rss",
        "text": title,
        "title": title,
        "description": one_line(feed.description),
        "xmlUrl": absolute_url(feed.address, site.url) + RSS,
        "htmlUrl": absolute_url(feed.page, site.url),
        "language": site.language,
        "version": "RSS2",
    }
    return etree.SubElement(parent, "outline", attributes)
