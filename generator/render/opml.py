"""OPML 2.0 (http://opml.org/spec2.opml). In: the site's feeds. Out: `feeds.opml`, which a feed reader imports at once.

It lists the feeds that go on: the site's, the digest, corrections, one a topic. A past day's gets nothing new.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from generator.config import SiteConfig
from generator.model import Page
from generator.render.absolute import absolute_url
from generator.render.feed_entries import one_line
from generator.render.feed_link import FeedLink
from generator.render.paths import HOME, OPML, RSS


def render_opml(feeds: Iterable[FeedLink], site: SiteConfig) -> Page:
    """The list, topics in a folder of their own. Undated, so that it changes only when the feeds do."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = f"Feeds of {one_line(site.name)}"
    if author := one_line(site.author):
        etree.SubElement(head, "ownerName").text = author
    etree.SubElement(head, "ownerId").text = absolute_url(HOME, site.url)
    etree.SubElement(head, "docs").text = "http://opml.org/spec2.opml"
    body = etree.SubElement(root, "body")
    listed = tuple(feeds)
    for feed in listed:
        if feed.kind in ("site", "digest", "corrections"):
            _add_outline(body, feed, site)
    if topics := [feed for feed in listed if feed.kind == "topic"]:
        folder = etree.SubElement(body, "outline", text="Topics")
        for feed in topics:
            _add_outline(folder, feed, site)
    return Page(path=OPML, content=etree.tostring(root, pretty_print=True, encoding="UTF-8", xml_declaration=True))


def _add_outline(parent: etree._Element, feed: FeedLink, site: SiteConfig) -> None:
    page = absolute_url(feed.address, site.url)
    title = one_line(feed.title)
    attributes = {
        "type": "rss",
        "text": title,
        "title": title,
        "description": one_line(feed.description),
        "xmlUrl": page + RSS,
        "htmlUrl": page,
        "language": site.language,
        "version": "RSS2",
    }
    etree.SubElement(parent, "outline", attributes)
