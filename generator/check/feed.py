"""One feed file, read as a feed reader does. In: its bytes. Out: a `FeedSummary`, the same for all three formats."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

import feedparser

_CONTENT_LINK = re.compile(r'<[^<>]*?\s(?:href|src)="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySummary:
    """An entry. `dated` tells whether it says when it was published; `content_links` are in its HTML."""

    id: str
    title: str
    link: str
    dated: bool
    content_links: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSummary:
    """A feed. `fault` is why it cannot be read as what it claims to be, None when it can."""

    path: str
    title: str = ""
    own: str = ""
    """Its address, as it says itself."""
    page: str = ""
    previous: str = ""
    """The archived document before it (RFC 5005)."""
    dated: bool = True
    """Whether it says when it was changed; JSON Feed has no field for that."""
    entries: tuple[EntrySummary, ...] = ()
    fault: str | None = None


def read_xml_feed(path: str, data: bytes) -> FeedSummary:
    """An RSS or Atom feed, by feedparser."""
    # Sanitising is off because the check is for what is written, and costs ten times the rest.
    parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if parsed.bozo:
        return FeedSummary(path=path, fault=f"{parsed.get('bozo_exception')}")
    feed = parsed.feed
    own = [link.get("href", "") for link in feed.get("links", ()) if link.get("rel") == "self"]
    return FeedSummary(
        path=path,
        title=feed.get("title", ""),
        own=own[0] if own else "",
        page=feed.get("link", ""),
        previous=next(
            (link.get("href", "") for link in feed.get("links", ()) if link.get("rel") == "prev-archive"), ""
        ),
        dated="updated" in feed,
        entries=tuple(_xml_entry(entry) for entry in parsed.entries),
    )


def _xml_entry(entry: Any) -> EntrySummary:
    markup = [content.get("value", "") for content in entry.get("content", ())] or [entry.get("summary", "")]
    return EntrySummary(
        id=entry.get("id", ""),
        title=entry.get("title", ""),
        link=entry.get("link", ""),
        dated=bool(entry.get("published_parsed")),
        content_links=_content_links("".join(markup)),
    )


def read_json_feed(path: str, feed: Mapping[str, Any]) -> FeedSummary:
    """A JSON Feed; `feed` is the decoded object."""
    items = feed.get("items")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        return FeedSummary(path=path, fault="items is not a list of objects")
    if not all(isinstance(item.get("id"), str) for item in items):
        return FeedSummary(path=path, fault="an item has no id, or one that is not a string")
    return FeedSummary(
        path=path,
        title=str(feed.get("title") or ""),
        own=str(feed.get("feed_url") or ""),
        page=str(feed.get("home_page_url") or ""),
        previous=str(feed.get("next_url") or ""),
        entries=tuple(
            EntrySummary(
                id=item["id"],
                title=str(item.get("title") or ""),
                link=str(item.get("url") or ""),
                dated=bool(item.get("date_published")),
                content_links=_content_links(str(item.get("content_html") or "")),
            )
            for item in items
        ),
    )


def decode_json_feed(data: bytes) -> Mapping[str, Any] | None:
    """The decoded object when the bytes are a JSON Feed; None for other JSON.

    Raises ValueError when they are no JSON.
    """
    value = json.loads(data)
    if isinstance(value, dict) and str(value.get("version", "")).startswith("https://jsonfeed.org/version/"):
        return value
    return None


def _content_links(markup: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unescape(url) for url in _CONTENT_LINK.findall(markup)))
