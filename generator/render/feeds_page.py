"""The page that explains the feeds. In: the context. Out: the page at `feeds/`."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Page
from generator.render.context import Context
from generator.render.feed_link import FeedKind, FeedLink
from generator.render.frame import make_frame
from generator.render.page import render_page
from generator.render.paths import ATOM, FEEDS, JSON_FEED, OPML, RSS
from generator.render.templates import Templates

_NEWEST = 12
"""Most months, and most days, in the list: each has its feeds on its own page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRow:
    """A feed with the addresses of its three files, and of its page."""

    feed: FeedLink
    rss: str
    atom: str
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedGroup:
    """Feeds of one kind; `lead` is a sentence on them."""

    heading: str
    lead: str
    rows: tuple[FeedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsView:
    """What `feeds.html` reads."""

    groups: tuple[FeedGroup, ...]
    opml: str


_GROUPS: tuple[tuple[str, str, tuple[FeedKind, ...], int | None], ...] = (
    (
        "The whole digest",
        "Every report as it comes in, or one entry a day with that day’s stories under their topics.",
        ("site", "digest"),
        None,
    ),
    ("By topic", "A topic’s feed holds the reports on it and on all that is below it.", ("topic",), None),
    ("Corrections", "What reports said wrongly, and what they say now.", ("corrections",), None),
    ("By month", "The newest months. Every month’s page announces its own feed.", ("month",), _NEWEST),
    ("By day", "The newest days. Every day’s page announces its own feed.", ("day",), _NEWEST),
)


def feeds_page(context: Context, templates: Templates) -> Page:
    """All feeds, each in a sentence with its addresses."""
    feeds = tuple(context.feeds.values())
    groups = tuple(
        FeedGroup(heading=heading, lead=lead, rows=rows)
        for heading, lead, kinds, most in _GROUPS
        if (rows := tuple([_row(f) for f in feeds if f.kind in kinds][:most]))
    )
    frame = make_frame(
        context.site,
        FEEDS,
        "Feeds",
        description="Subscribe to the digest, to a topic, a month or a day: RSS, Atom and JSON Feed.",
        section=FEEDS,
        feeds=context.page_feeds(FEEDS),
    )
    return render_page(templates, "feeds.html", frame, FeedsView(groups=groups, opml=OPML))


def _row(feed: FeedLink) -> FeedRow:
    return FeedRow(feed=feed, rss=feed.address + RSS, atom=feed.address + ATOM, json=feed.address + JSON_FEED)
