"""The feeds. In: the built site. Out: feeds a reader refuses, entries that repeat or lead nowhere, wrong self links."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote

from lxml import etree

from generator.check.built import BuiltSite
from generator.check.feed import EntrySummary, FeedSummary, decode_json_feed, read_json_feed, read_xml_feed
from generator.check.finding import Finding

_WHOLE = re.compile(r"(?:https?://[^/]|mailto:)")
_XML_FEEDS = ("rss", "{http://www.w3.org/2005/Atom}feed")


def check_feeds(site: BuiltSite) -> Iterator[Finding]:
    """Every RSS, Atom and JSON feed of the site, and whether pages point at it, or for an archived one another feed."""
    files = frozenset(site.files)
    offered = set(_offered(site))
    found: list[str] = []
    for path in site.files:
        if not path.endswith((".xml", ".json")):
            continue
        try:
            feed = read_feed(path, site.read(path))
        except (ValueError, etree.XMLSyntaxError) as error:
            yield Finding(path=path, rule="data-syntax", message=f"cannot be read: {error}")
            continue
        if feed is None:
            continue
        for rule, message in _faults(feed, site, files):
            yield Finding(path=path, rule=rule, message=message)
        found.append(path)
        if feed.previous:
            offered.add(site.addresses.file_of(feed.previous) or "")
            if site.addresses.file_of(feed.previous) not in files:
                message = f"its archive {feed.previous!r} is no file of the site"
                yield Finding(path=path, rule="feed-archive", message=message)
    for path in found:
        if path not in offered:
            yield Finding(path=path, rule="feed-hidden", message="no page offers it for autodiscovery")


def read_feed(path: str, data: bytes) -> FeedSummary | None:
    """The feed in a file; None when it is no feed. Raises what its parser does when it is neither XML nor JSON."""
    if path.endswith(".json"):
        value = decode_json_feed(data)
        return None if value is None else read_json_feed(path, value)
    root = next(etree.iterparse(io.BytesIO(data), events=("start",), resolve_entities=False))[1].tag
    return read_xml_feed(path, data) if root in _XML_FEEDS else None


def _offered(site: BuiltSite) -> frozenset[str]:
    targets = (site.addresses.resolve(href, page.path) for page in site.pages.values() for href in page.feeds)
    return frozenset(target.path for target in targets if target)


def _faults(feed: FeedSummary, site: BuiltSite, files: frozenset[str]) -> Iterator[tuple[str, str]]:
    if feed.fault:
        yield "feed-syntax", f"a feed reader refuses it: {feed.fault}"
        return
    if not feed.title:
        yield "feed-title", "has no title"
    if not feed.dated:
        yield "feed-date", "does not say when it was changed"
    own = site.addresses.url + quote(feed.path)
    if feed.own != own:
        yield "feed-self", f"says it is at {feed.own!r}, but it is at {own!r}"
    if site.addresses.file_of(feed.page) not in site.pages:
        yield "feed-page", f"belongs to {feed.page!r}, which is no page of the site"
    if not feed.entries:
        yield "feed-empty", "has no entries"
    for identity, count in Counter(entry.id for entry in feed.entries).items():
        if not identity or count > 1:
            yield "feed-id", f"the id {identity!r} stands {count} time(s)"
    for entry in feed.entries:
        yield from _entry_faults(entry, site)
        yield from _content_faults(entry, site, files)


def _entry_faults(entry: EntrySummary, site: BuiltSite) -> Iterator[tuple[str, str]]:
    if not entry.title:
        yield "feed-entry", f"{entry.id}: has no title"
    if not entry.dated:
        yield "feed-entry", f"{entry.id}: has no date of publication"
    if site.addresses.file_of(entry.link) not in site.pages:
        yield "feed-entry", f"{entry.id}: leads to {entry.link!r}, which is no page of the site"


def _content_faults(entry: EntrySummary, site: BuiltSite, files: frozenset[str]) -> Iterator[tuple[str, str]]:
    for url in entry.content_links:
        if not _WHOLE.match(url):
            yield "feed-content", f"{entry.id}: the address {url!r} in its content is not whole"
        elif (file := site.addresses.file_of(url)) is not None and file not in files:
            yield "feed-content", f"{entry.id}: {url!r} in its content leads to no file of the site"
