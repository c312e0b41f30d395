"""The page that explains the feeds. In: the context. Out: the page at `feeds/`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from generator.model import Page
from generator.render.absolute import absolute_url
from generator.render.context import Context
from generator.render.feed_link import FeedKind, FeedLink
from generator.render.feed_readers import subscribe_links
from generator.render.frame import make_frame
from generator.render.opml import topics_below
from generator.render.page import render_page
from generator.render.paths import ATOM, FEEDS, JSON_FEED, OPML, RSS
from generator.render.templates import Templates
from generator.render.views import LinkView

_MOST = 12
"""Most feeds listed of kinds of which there are many: each has its feeds on its own page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRow:
    """A feed with the addresses of its three files and of its page, as they stand in links."""

    name: str
    about: str
    page: str
    rss: str
    atom: str
    json: str
    url: str
    """The whole address of its RSS, to paste into a reader."""
    readers: tuple[LinkView, ...]
    opml: str | None
    """The list of a topic's feed and those below it."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    heading: str
    lead: str
    kinds: tuple[FeedKind, ...]
    listed: Literal["all", "first", "largest"] = "all"


_GROUPS = (
    _Kind(
        heading="The whole digest",
        lead="Every report as it comes in, or one entry a day, a week or a month with its stories under their topics.",
        kinds=("site", "digest"),
    ),
    _Kind(
        heading="By topic",
        lead="A topic’s feed holds the reports on it and on all that is below it.",
        kinds=("topic",),
    ),
    _Kind(heading="Chosen", lead="Reports that share several things.", kinds=("chosen",)),
    _Kind(
        heading="Corrections",
        lead="What reports said wrongly or too early, and what they say now.",
        kinds=("corrections",),
    ),
    _Kind(
        heading="By source",
        lead="The sources of most reports. The page of every source that has feeds announces them.",
        kinds=("source",),
        listed="largest",
    ),
    _Kind(
        heading="People",
        lead="Those named most. The page of everyone who has feeds announces them.",
        kinds=("person",),
        listed="largest",
    ),
    _Kind(
        heading="Places",
        lead="Those named most. The page of every place that has feeds announces them.",
        kinds=("place",),
        listed="largest",
    ),
    _Kind(
        heading="Organisations",
        lead="Those named most. The page of every organisation that has feeds announces them.",
        kinds=("organisation",),
        listed="largest",
    ),
    _Kind(
        heading="Stories and threads",
        lead="Those with most reports. The page of every story and thread that has feeds announces them.",
        kinds=("story", "thread"),
        listed="largest",
    ),
    _Kind(
        heading="By month",
        lead="The newest months. Every month’s page announces its own feed.",
        kinds=("month",),
        listed="first",
    ),
    _Kind(
        heading="By day",
        lead="The newest days. Every day’s page announces its own feed.",
        kinds=("day",),
        listed="first",
    ),
)


def feeds_page(context: Context, templates: Templates) -> Page:
    """All feeds, each in a sentence with its addresses."""
    feeds = tuple(context.feeds.values())
    below = topics_below(feeds)
    groups = tuple(
        FeedGroup(
            heading=kind.heading, lead=kind.lead, rows=tuple(_row(f, context, f.address in below) for f in listed)
        )
        for kind in _GROUPS
        if (listed := _listed(kind, feeds))
    )
    frame = make_frame(
        context.site,
        FEEDS,
        "Feeds",
        description="Subscribe to the digest, to a topic, a name, a source or a story: RSS, Atom and JSON Feed.",
        section=FEEDS,
        feeds=context.page_feeds(FEEDS),
    )
    return render_page(templates, "feeds.html", frame, FeedsView(groups=groups, opml=OPML))


def _listed(kind: _Kind, feeds: Iterable[FeedLink]) -> Sequence[FeedLink]:
    of_kind = [feed for feed in feeds if feed.kind in kind.kinds]
    if kind.listed == "largest":
        of_kind.sort(key=lambda feed: (-feed.size, feed.name.casefold(), feed.address))
    return of_kind if kind.listed == "all" else of_kind[:_MOST]


def _row(feed: FeedLink, context: Context, has_opml: bool) -> FeedRow:
    url = absolute_url(feed.address, context.site.url) + RSS
    return FeedRow(
        name=feed.name,
        about=feed.description,
        page=quote(feed.page),
        rss=feed.href + RSS,
        atom=feed.href + ATOM,
        json=feed.href + JSON_FEED,
        url=url,
        readers=subscribe_links(url),
        opml=feed.href + OPML if has_opml else None,
    )
