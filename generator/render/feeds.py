"""Feeds: the door. In: the digest. Out: RSS, Atom and JSON Feed files of each of its feeds.

Which feeds there are is `feed_list.py`'s; what an entry says, `feed_entries.py`'s, `digest_feed.py`'s and
`corrections_feed.py`'s; how a format writes it, `feed_xml.py`'s and `json_feed.py`'s. Entries are made once and shared:
the cost is that of what is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.config import FeedsConfig, SiteConfig
from generator.model import Digest, Page
from generator.render.absolute import absolute_url
from generator.render.corrections_feed import correction_entries
from generator.render.digest_feed import digest_entries
from generator.render.feed_entries import Entry, article_entry, first_name, one_line
from generator.render.feed_link import FeedLink
from generator.render.feed_list import feed_scopes
from generator.render.feed_xml import Channel, Item, atom_item, rss_item, write_atom, write_rss
from generator.render.json_feed import json_item, write_json_feed
from generator.render.last_change import last_changes
from generator.render.paths import ATOM, JSON_FEED, RSS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """An entry in the three formats."""

    entry: Entry
    rss: Item
    atom: Item
    json: str


def render_feeds(digest: Digest, site: SiteConfig, options: FeedsConfig) -> tuple[Page, ...]:
    """Three files for each feed of `list_feeds`, in its order."""
    scopes = feed_scopes(digest, site)
    articles = {enriched.article.id: enriched for enriched in digest.articles}
    sources = {identity: source.name for source in digest.sources for identity in source.articles}
    first = {chain.newest: first_name(articles[chain.older[0]].article) for chain in digest.versions}
    changes = last_changes(digest)
    made: dict[str, _Made] = {}
    pages: list[Page] = []
    for scope in scopes:
        if scope.feed.kind == "digest":
            entries = [_make(entry) for entry in digest_entries(digest, site, options)]
        elif scope.feed.kind == "corrections":
            entries = [_make(entry) for entry in correction_entries(digest, site, options)]
        else:
            newest = scope.articles[: options.entries]
            for key in newest:
                if key not in made:
                    entry = article_entry(
                        articles[key], sources.get(key), site, options.content, first.get(key), changes.get(key)
                    )
                    made.update({key: _make(entry)} if entry else {})
            entries = [made[key] for key in newest]
        pages.extend(_files(scope.feed, site, entries))
    return tuple(pages)


def _make(entry: Entry) -> _Made:
    return _Made(entry=entry, rss=rss_item(entry), atom=atom_item(entry), json=json_item(entry))


def _files(feed: FeedLink, site: SiteConfig, entries: Sequence[_Made]) -> Iterator[Page]:
    if not entries:
        return
    channel = _channel(feed, site, entries)
    yield Page(path=feed.address + RSS, content=write_rss(channel, [made.rss for made in entries]))
    yield Page(path=feed.address + ATOM, content=write_atom(channel, [made.atom for made in entries]))
    yield Page(path=feed.address + JSON_FEED, content=write_json_feed(channel, [made.json for made in entries]))


def _channel(feed: FeedLink, site: SiteConfig, entries: Sequence[_Made]) -> Channel:
    page = absolute_url(feed.address, site.url)
    return Channel(
        title=one_line(feed.title),
        description=one_line(feed.description),
        page=page,
        rss=page + RSS,
        atom=page + ATOM,
        json=page + JSON_FEED,
        language=site.language,
        author=one_line(site.author) or one_line(site.name),
        updated=max(made.entry.updated for made in entries),
    )
