"""Feeds: the door. In: the digest. Out: RSS, Atom and JSON Feed files of each of its feeds.

Which feeds there are is `feed_list.py`'s; what an entry says, `feed_entries.py`'s, `digest_feed.py`'s and
`corrections_feed.py`'s; what is archived, `feed_archive.py`'s; how a format writes it, `feed_xml.py`'s and
`json_feed.py`'s. Entries are made once and shared: the cost is that of what is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.config import FeedsConfig, SiteConfig
from generator.model import Digest, Page
from generator.render.absolute import absolute_url
from generator.render.corrections_feed import correction_entries
from generator.render.digest_feed import digest_entries
from generator.render.feed_archive import cut_archive
from generator.render.feed_entries import Entry, article_entry, one_line
from generator.render.feed_link import FeedLink
from generator.render.feed_list import FeedScope, feed_scopes
from generator.render.feed_xml import Channel, Item, atom_item, rss_item, write_atom, write_rss
from generator.render.json_feed import json_item, write_json_feed
from generator.render.last_change import last_changes
from generator.render.paths import ATOM, JSON_FEED, RSS, archive_address

_MAIN = ("site", "digest", "corrections")
"""Kinds of feeds whose history is kept unless the options say otherwise."""
_ENDED = ("day", "month")
"""Kinds that are an archive themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """An entry in the three formats."""

    entry: Entry
    rss: Item
    atom: Item
    json: str


def render_feeds(digest: Digest, site: SiteConfig, options: FeedsConfig) -> tuple[Page, ...]:
    """Three files for each feed of `list_feeds`, in its order, and three for each archived document of it."""
    maker = _Maker(digest, site, options)
    return tuple(page for scope in feed_scopes(digest, site, options) for page in maker.files(scope))


class _Maker:
    """Makes feeds; keeps the entries made, most of which are in several."""

    def __init__(self, digest: Digest, site: SiteConfig, options: FeedsConfig) -> None:
        self.digest = digest
        self.site = site
        self.options = options
        self.articles = {enriched.article.id: enriched for enriched in digest.articles}
        self.sources = {identity: source.name for source in digest.sources for identity in source.articles}
        self.first = {chain.newest: self.articles[chain.older[0]].article.first_id for chain in digest.versions}
        self.changes = last_changes(digest)
        self.made: dict[str, _Made] = {}

    def files(self, scope: FeedScope) -> Iterator[Page]:
        """A feed's files, then those of its archive."""
        most = self.options.days if scope.feed.kind == "digest" else self.options.entries
        keeps_all = self._keeps_all(scope.feed)
        entries = self._entries(scope, None if keeps_all else most)
        if not entries:
            return
        channel = self._channel(scope.feed)
        pieces = cut_archive([made.entry.published for made in entries], most) if keeps_all else ()
        previous = None
        for piece in pieces:
            address = archive_address(scope.feed.address, piece.name)
            own = absolute_url(address, self.site.url)
            archived = replace(channel, own=own, previous=previous)
            yield from _documents(address, archived, entries[piece.start : piece.stop])
            previous = own
        yield from _documents(scope.feed.address, replace(channel, previous=previous), entries[:most])

    def _keeps_all(self, feed: FeedLink) -> bool:
        if self.options.archives == "none" or feed.kind in _ENDED:
            return False
        return self.options.archives == "all" or feed.kind in _MAIN

    def _entries(self, scope: FeedScope, most: int | None) -> Sequence[_Made]:
        whole = most is None
        if scope.feed.kind == "digest":
            entries = digest_entries(self.digest, self.site, self.options, scope.feed.grain, whole=whole)
            return [_make(entry) for entry in entries]
        if scope.feed.kind == "corrections":
            return [_make(entry) for entry in correction_entries(self.digest, self.site, self.options, whole=whole)]
        return list(self._articles(scope.articles[:most]))

    def _articles(self, keys: Iterable[str]) -> Iterator[_Made]:
        for key in keys:
            if (made := self.made.get(key)) is None:
                entry = article_entry(
                    self.articles[key],
                    self.sources.get(key),
                    self.site,
                    self.options.content,
                    self.first.get(key),
                    self.changes.get(key),
                )
                if entry is None:
                    continue
                made = self.made[key] = _make(entry)
            yield made

    def _channel(self, feed: FeedLink) -> Channel:
        site = self.site
        folder = absolute_url(feed.address, site.url)
        return Channel(
            title=one_line(feed.title),
            description=one_line(feed.description),
            page=absolute_url(feed.page, site.url),
            folder=folder,
            own=folder,
            hub=self.options.hub,
            language=site.language,
            author=one_line(site.author) or one_line(site.name),
            updated=self.digest.now,
        )


def _make(entry: Entry) -> _Made:
    return _Made(entry=entry, rss=rss_item(entry), atom=atom_item(entry), json=json_item(entry))


def _documents(address: str, channel: Channel, entries: Sequence[_Made]) -> Iterator[Page]:
    dated = replace(channel, updated=max(made.entry.updated for made in entries))
    yield Page(path=address + RSS, content=write_rss(dated, [made.rss for made in entries]))
    yield Page(path=address + ATOM, content=write_atom(dated, [made.atom for made in entries]))
    yield Page(path=address + JSON_FEED, content=write_json_feed(dated, [made.json for made in entries]))
