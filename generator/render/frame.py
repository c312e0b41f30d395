"""The frame that every page stands in. In: the site's options, the page's address and title. Out: a `Frame`.

Pages written by hand are framed by the same functions: `template.render(page=…, **frame_context(frame))`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from generator.config import SiteConfig
from generator.render.feed_link import FeedLink
from generator.render.paths import EDITIONS, FEEDS, HOME, KINDS, SAVED, SOURCES, STORIES, TOPICS, root_of
from generator.render.policy import POLICY
from generator.render.views import Frame, LinkView, SiteView
from generator.render.wording import shorten

SECTIONS = (
    LinkView(address=HOME, text="Today"),
    LinkView(address=STORIES, text="Stories"),
    LinkView(address=TOPICS, text="Topics"),
    LinkView(address=KINDS["person"], text="People"),
    LinkView(address=KINDS["place"], text="Places"),
    LinkView(address=KINDS["organisation"], text="Organisations"),
    LinkView(address=SOURCES, text="Sources"),
    LinkView(address=EDITIONS, text="Editions"),
)
"""The main pages, in the order of the bar at the top."""

READING = LinkView(address=SAVED, text="Your reading")
"""What a reader saved and followed, and how the site looks to them."""

_HOME_CRUMB = LinkView(address=HOME, text="Home")


def make_site_view(site: SiteConfig, written: Sequence[LinkView] = ()) -> SiteView:
    """What all pages share. `written` are the pages a person wrote (about …), linked at the foot of every page."""
    return SiteView(
        name=site.name,
        url=site.url,
        description=site.description,
        language=site.language,
        author=site.author,
        sections=SECTIONS,
        written=(*written, LinkView(address=FEEDS, text="Feeds")),
        policy="" if site.preview else POLICY,
        reading=READING,
    )


def make_frame(
    site: SiteView,
    address: str,
    title: str,
    *,
    description: str = "",
    section: str | None = None,
    crumbs: Sequence[LinkView] = (),
    feeds: Sequence[FeedLink] = (),
    kind: str = "website",
) -> Frame:
    """The frame of the page at `address`. `crumbs` lie between home and the page itself."""
    return Frame(
        site=site,
        root=root_of(address),
        address=address,
        canonical=f"{site.url}{quote(address, safe='/')}",
        title=title,
        head_title=site.name if address == HOME else f"{title} – {site.name}",
        description=shorten(description or site.description, 200),
        section=section,
        crumbs=(_HOME_CRUMB, *crumbs) if address != HOME else (),
        feeds=tuple(feeds),
        kind=kind,
        linked_data=Markup(""),
        listed=True,
    )


def make_lost_frame(site: SiteView, address: str, title: str, feeds: Sequence[FeedLink]) -> Frame:
    """The frame of the page served at any wrong address: its links start at the host."""
    return Frame(
        site=site,
        root=urlsplit(site.url).path or "/",
        address=address,
        canonical=site.url,
        title=title,
        head_title=f"{title} – {site.name}",
        description=site.description,
        section=None,
        crumbs=(),
        feeds=tuple(feeds),
        kind="website",
        linked_data=Markup(""),
        listed=False,
    )


def frame_context(frame: Frame) -> dict[str, Any]:
    """The names a template finds beside its page's own values."""
    return {"frame": frame, "site": frame.site, "root": frame.root}
