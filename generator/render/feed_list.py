"""Which feeds the site has. In: the digest. Out: one `FeedLink` a feed; nothing is rendered here.

Each feed is three files in one folder: RSS (`feed.xml`), Atom (`atom.xml`) and JSON Feed (`feed.json`). The pages use
this list for autodiscovery and for `/feeds/`, `feeds.py` writes what it promises, `opml.py` lists it for feed readers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.config import SiteConfig
from generator.model import Digest, Edition
from generator.render.article_time import published
from generator.render.copies import leave_out_copies, stand_ins
from generator.render.feed_link import FeedKind, FeedLink
from generator.render.link_views import capital, view_edition
from generator.render.paths import CORRECTIONS, EDITIONS, HOME, subject_address


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedScope:
    """A feed and the ids of the articles it is made of, newest first. None of them lacks a date."""

    feed: FeedLink
    articles: tuple[str, ...]


def list_feeds(digest: Digest, site: SiteConfig) -> tuple[FeedLink, ...]:
    """The site's feed, the digest by day and topic, then topics by name, months and days (the newest first).

    A feed that would be empty is not made, so it is not listed.
    """
    return tuple(scope.feed for scope in feed_scopes(digest, site))


def feed_scopes(digest: Digest, site: SiteConfig) -> tuple[FeedScope, ...]:
    """The same list with the articles of each feed.

    Articles without any date are in no feed: Atom demands a date, and one that we made up would make old news new. Nor
    is a copy in a feed that has the article which stands for it in lists.
    """
    dated = (e.article.id for e in digest.shown if published(e.article) is not None)
    order = {identity: place for place, identity in enumerate(dated)}
    shown_of = stand_ins(digest)
    return tuple(
        FeedScope(feed=feed, articles=ids)
        for feed, members in _scopes(digest, site)
        if (ids := leave_out_copies(sorted({i for i in members if i in order}, key=order.__getitem__), shown_of))
    )


def _scopes(digest: Digest, site: SiteConfig) -> Iterator[tuple[FeedLink, Iterable[str]]]:
    name = site.name
    about = site.description or f"Every report of {name}."
    whole = FeedLink(kind="site", name="Everything", title=name, address=HOME, description=about)
    yield whole, (e.article.id for e in digest.shown)
    days = [e for e in digest.editions if e.grain == "day"]
    by_day = _feed("digest", "The day by topic", name, EDITIONS, "One entry a day: its stories, topic by topic.")
    yield by_day, (i for day in days for i in edition_articles(day))
    for subject in digest.subjects:
        about = f"Reports on the topic “{subject.label}”."
        yield _feed("topic", capital(subject.label), name, subject_address(subject), about), subject.articles
    about = "What reports said wrongly, and what they say now."
    corrected = (correction.article for correction in digest.corrections if correction.moment is not None)
    yield _feed("corrections", "Corrections", name, CORRECTIONS, about), corrected
    for edition in digest.editions:
        if edition.grain == "month":
            yield _edition_feed("month", name, edition), edition_articles(edition)
    for edition in days:
        yield _edition_feed("day", name, edition), edition_articles(edition)


def _edition_feed(kind: FeedKind, site_name: str, edition: Edition) -> FeedLink:
    own = view_edition(edition)
    return _feed(kind, own.text, site_name, own.address, f"Reports of {own.text}.")


def _feed(kind: FeedKind, name: str, site_name: str, address: str, description: str) -> FeedLink:
    return FeedLink(kind=kind, name=name, title=f"{name} – {site_name}", address=address, description=description)


def edition_articles(edition: Edition) -> tuple[str, ...]:
    """The ids of the articles of an edition, in its ranking; what is left out comes last."""
    items = (*edition.items, *(left.item for left in edition.left_out))
    return tuple(i for item in items for i in item.articles)
