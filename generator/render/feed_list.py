"""Which feeds the site has. In: the digest. Out: one `FeedLink` a feed; nothing is rendered here.

Each feed is three files in one folder: RSS (`feed.xml`), Atom (`atom.xml`) and JSON Feed (`feed.json`). The pages use
this list for autodiscovery and for `/feeds/`, `feeds.py` writes what it promises, `opml.py` lists it for feed readers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.config import FeedsConfig, SiteConfig
from generator.model import Digest, Edition, EnrichedArticle, Episode, Story
from generator.render.article_time import published
from generator.render.copies import leave_out_copies, stand_ins
from generator.render.feed_chosen import choose_articles
from generator.render.feed_link import FeedKind, FeedLink
from generator.render.link_views import capital, view_edition
from generator.render.paths import (
    CORRECTIONS,
    EDITIONS,
    FEEDS,
    HOME,
    MONTHLY,
    WEEKLY,
    entity_address,
    source_address,
    story_address,
    subject_address,
    thread_address,
)
from generator.slugs import slugify

_WITH_FLOOR: frozenset[FeedKind] = frozenset(("source", "person", "place", "organisation", "story", "thread"))
"""Kinds of which there are thousands: one with a few articles has no feeds of its own."""

_Scope = tuple[FeedLink, Iterable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedScope:
    """A feed and the ids of the articles it is made of, newest first. None of them lacks a date."""

    feed: FeedLink
    articles: tuple[str, ...]


def list_feeds(digest: Digest, site: SiteConfig, options: FeedsConfig | None = None) -> tuple[FeedLink, ...]:
    """The site's feed, the digests, topics by name, what was chosen, names, stories, months and days (newest first).

    A feed that would be empty is not made, so it is not listed.
    """
    return tuple(scope.feed for scope in feed_scopes(digest, site, options or FeedsConfig()))


def site_feed(digest: Digest, site: SiteConfig) -> tuple[FeedLink, ...]:
    """The feed of everything; none where no article has a date."""
    has_dated = any(published(e.article) is not None for e in digest.shown)
    return (_whole(site),) if has_dated else ()


def feed_scopes(digest: Digest, site: SiteConfig, options: FeedsConfig) -> tuple[FeedScope, ...]:
    """The same list with the articles of each feed.

    Articles without any date are in no feed: Atom demands a date, and one that we made up would make old news new. Nor
    is a copy in a feed that has the article which stands for it in lists.
    """
    dated = (e.article.id for e in digest.shown if published(e.article) is not None)
    order = {identity: place for place, identity in enumerate(dated)}
    shown_of = stand_ins(digest)
    found: list[FeedScope] = []
    for feed, members in _scopes(digest, site, options):
        known = sorted({i for i in members if i in order}, key=order.__getitem__)
        ids = leave_out_copies(known, shown_of)
        if len(ids) >= (options.min_articles if feed.kind in _WITH_FLOOR else 1):
            found.append(FeedScope(feed=replace(feed, size=len(ids)), articles=ids))
    return tuple(found)


def _scopes(digest: Digest, site: SiteConfig, options: FeedsConfig) -> Iterator[_Scope]:
    name = site.name
    yield _whole(site), (e.article.id for e in digest.shown)
    yield from _digests(digest, name)
    yield from _topics(digest, name)
    yield from _chosen(digest, name, options)
    about = "What reports said wrongly or too early, and what they say now."
    corrected = (correction.article for correction in digest.corrections if correction.moment is not None)
    yield _feed("corrections", "Corrections", name, CORRECTIONS, about), corrected
    for source in digest.sources:
        about = f"Reports published by {source.name}."
        yield _feed("source", source.name, name, source_address(source), about), source.articles
    for entity in digest.entities:
        about = f"Reports that name {entity.name}."
        yield _feed(entity.kind, entity.name, name, entity_address(entity), about), entity.articles
    yield from _stories(digest, name)
    for edition in digest.editions:
        if edition.grain == "month":
            yield _edition_feed("month", name, edition), edition_articles(edition)
    for edition in digest.editions:
        if edition.grain == "day":
            yield _edition_feed("day", name, edition), edition_articles(edition)


def _whole(site: SiteConfig) -> FeedLink:
    about = site.description or f"Every report of {site.name}."
    return FeedLink(kind="site", name="Everything", title=site.name, address=HOME, page=HOME, description=about)


def _digests(digest: Digest, site_name: str) -> Iterator[_Scope]:
    day = _feed("digest", "The day by topic", site_name, EDITIONS, "One entry a day: its stories, topic by topic.")
    about = "One entry a week: its most important stories, by topic and day."
    week = replace(_feed("digest", "The week by topic", site_name, WEEKLY, about), page=EDITIONS, grain="week")
    about = "One entry a month: its most important stories, by topic and day."
    month = replace(_feed("digest", "The month by topic", site_name, MONTHLY, about), page=EDITIONS, grain="month")
    for feed in (day, week, month):
        yield feed, (i for edition in digest.editions if edition.grain == feed.grain for i in edition_articles(edition))


def _topics(digest: Digest, site_name: str) -> Iterator[_Scope]:
    addresses = {subject.id: subject_address(subject) for subject in digest.subjects}
    for subject in digest.subjects:
        about = f"Reports on the topic “{subject.label}”."
        feed = _feed("topic", capital(subject.label), site_name, addresses[subject.id], about)
        yield replace(feed, parent=addresses.get(subject.parent or "")), subject.articles


def _chosen(digest: Digest, site_name: str, options: FeedsConfig) -> Iterator[_Scope]:
    used: Counter[str] = Counter()
    for each, articles in zip(options.chosen, choose_articles(options.chosen, digest), strict=True):
        slug = slugify(each.called)
        used[slug] += 1
        address = f"{FEEDS}{slug}{f'-{used[slug]}' if used[slug] > 1 else ''}/"
        about = f"Reports that share {' · '.join(name for _, name in each.names)}."
        yield replace(_feed("chosen", capital(each.called), site_name, address, about), page=FEEDS), articles


def _stories(digest: Digest, site_name: str) -> Iterator[_Scope]:
    articles = {e.article.id: e for e in digest.articles}
    stories = {story.id: story for story in digest.stories if len(story.articles) > 1 and story.id in articles}
    for story in stories.values():
        address = story_address(story, articles[story.id].article)
        about = f"Reports of one event: {story.title}."
        yield _feed("story", story.title, site_name, address, about), story.articles
    for thread in digest.threads:
        first = articles.get(thread.id) or articles.get(thread.episodes[0].article)
        if first is not None:
            address = thread_address(thread, first.article)
            about = f"Reports of what goes on: {thread.title}."
            members = (i for episode in thread.episodes for i in _episode_articles(episode, stories, articles))
            yield _feed("thread", thread.title, site_name, address, about), members


def _episode_articles(
    episode: Episode, stories: Mapping[str, Story], articles: Mapping[str, EnrichedArticle]
) -> tuple[str, ...]:
    story = stories.get(episode.story or "")
    return story.articles if story else (episode.article,) if episode.article in articles else ()


def _edition_feed(kind: FeedKind, site_name: str, edition: Edition) -> FeedLink:
    own = view_edition(edition)
    return _feed(kind, own.text, site_name, own.address, f"Reports of {own.text}.")


def _feed(kind: FeedKind, name: str, site_name: str, address: str, description: str) -> FeedLink:
    title = f"{name} – {site_name}"
    return FeedLink(kind=kind, name=name, title=title, address=address, page=address, description=description)


def edition_articles(edition: Edition) -> tuple[str, ...]:
    """The ids of the articles of an edition, in its ranking; what is left out comes last."""
    items = (*edition.items, *(left.item for left in edition.left_out))
    return tuple(i for item in items for i in item.articles)
