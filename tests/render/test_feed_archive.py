"""The history of a feed (RFC 5005): complete, without gaps, and the same bytes when newer articles come."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from feed_digest import SITE, make_article, make_digest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.config import FeedsConfig
from generator.model import Digest, EnrichedArticle
from generator.render.feed_archive import cut_archive
from generator.render.feeds import render_feeds

ATOM = "{http://www.w3.org/2005/Atom}"
ARCHIVE = "{http://purl.org/syndication/history/1.0}archive"
OPTIONS = FeedsConfig(entries=6, hub="https://hub.example/")
START = datetime(2015, 12, 20, 9, tzinfo=UTC)


def make_articles(count: int) -> list[EnrichedArticle]:
    """One a day over the turn of a year, the newest first."""
    days = (START + timedelta(days=number) for number in range(count))
    return [make_article(f"day-{day:%Y-%m-%d}", f"News of {day:%d %B}", published=day) for day in days][::-1]


def digest_of(articles: list[EnrichedArticle]) -> Digest:
    bare = replace(make_digest(), stories=(), subjects=(), sources=(), editions=())
    return replace(bare, articles=tuple(articles))


def render(count: int, options: FeedsConfig = OPTIONS) -> dict[str, bytes]:
    return {page.path: page.content for page in render_feeds(digest_of(make_articles(count)), SITE, options)}


def links(document: bytes) -> dict[str, str]:
    found = etree.fromstring(document).iter(f"{ATOM}link")
    return {link.get("rel") or "": link.get("href") or "" for link in found if link.get("rel") != "via"}


def path_of(url: str) -> str:
    return urlsplit(url).path.removeprefix("/digest/")


def test_a_reader_that_goes_back_has_every_entry() -> None:
    files = render(40)
    for name in ("atom.xml", "feed.xml"):
        seen: set[str] = set()
        path: str | None = name
        while path:
            root = etree.fromstring(files[path])
            seen |= {e.text or "" for e in root.iter(f"{ATOM}id", "guid") if e.getparent() is not root}
            back = links(files[path]).get("prev-archive")
            path = path_of(back) if back else None
        assert len(seen) == 40, name


def test_json_readers_follow_next_url() -> None:
    files = render(40)
    seen, path = set(), "feed.json"
    while path:
        feed = json.loads(files[path])
        seen |= {item["id"] for item in feed["items"]}
        path = path_of(feed.get("next_url", ""))
    assert len(seen) == 40


def test_archived_documents_are_marked_and_name_the_current_feed() -> None:
    files = render(40)
    archived = [path for path in files if path.startswith("archive/") and path.endswith(".xml")]
    assert len(archived) >= 10
    for path in archived:
        root = etree.fromstring(files[path])
        marks = list(root.iter(ARCHIVE))
        assert len(marks) == 1
        assert marks[0].getparent() in (root, root.find("channel"))
        name = path.rpartition("/")[2]
        assert links(files[path])["self"] == SITE.url + path
        assert links(files[path])["current"] == SITE.url + name
        assert "hub" not in links(files[path])
    for name in ("feed.xml", "atom.xml"):
        assert not list(etree.fromstring(files[name]).iter(ARCHIVE))


def test_the_logical_feed_has_one_id() -> None:
    files = render(40)
    ids = {etree.fromstring(files[path]).findtext(f"{ATOM}id") for path in files if path.endswith("atom.xml")}
    assert ids == {SITE.url + "atom.xml"}


def test_newer_articles_change_no_archived_document() -> None:
    before = {path: content for path, content in render(25).items() if path.startswith("archive/")}
    for count in range(26, 45):
        after = render(count)
        assert {path: after[path] for path in before} == before, count


def test_a_report_that_comes_a_little_late_changes_none() -> None:
    articles = make_articles(25)
    late = make_article("late-one", "Told late", published=articles[1].article.published)
    pages = render_feeds(digest_of([articles[0], late, *articles[1:]]), SITE, OPTIONS)
    before = render(25)
    assert all(page.content == before[page.path] for page in pages if page.path in before and "archive" in page.path)


def test_a_small_feed_and_a_feed_without_archives_have_none() -> None:
    assert not any(path.startswith("archive/") for path in render(6))
    assert not any(path.startswith("archive/") for path in render(40, replace(OPTIONS, archives="none")))


def test_the_hub_is_named_in_all_formats_when_configured() -> None:
    files = render(3)
    assert links(files["feed.xml"])["hub"] == links(files["atom.xml"])["hub"] == "https://hub.example/"
    assert json.loads(files["feed.json"])["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    plain = render(3, FeedsConfig())
    assert not any(b"hub" in content for content in plain.values())


@given(
    years=st.lists(st.integers(2012, 2016), max_size=60).map(lambda found: sorted(found, reverse=True)),
    most=st.integers(1, 12),
)
def test_pieces_and_feed_leave_no_gap(years: list[int], most: int) -> None:
    moments = [datetime(year, 1, 1, tzinfo=UTC) for year in years]
    pieces = cut_archive(moments, most)
    stop = len(moments)
    for piece in pieces:
        assert piece.stop == stop
        assert piece.start < piece.stop
        stop = piece.start
    assert stop <= most
    assert len({piece.name for piece in pieces}) == len(pieces)
