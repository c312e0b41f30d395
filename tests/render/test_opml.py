"""The list of feeds that a feed reader imports."""

from __future__ import annotations

from feed_digest import SITE, make_digest
from lxml import etree

from generator.render.feed_list import list_feeds
from generator.render.opml import render_opml


def test_opml_lists_site_digest_and_topics() -> None:
    page = next(iter(render_opml(list_feeds(make_digest(), SITE), SITE)))
    assert page.path == "feeds.opml"
    root = etree.fromstring(page.content)
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    assert [child.tag for child in root] == ["head", "body"]
    assert root.findtext("head/title") == "Feeds of Small & Early"
    outlines = root.findall("body//outline[@xmlUrl]")
    for outline in outlines:
        assert outline.get("type") == "rss"
        assert outline.get("text")
        assert (outline.get("xmlUrl") or "").startswith(outline.get("htmlUrl") or "?")
    assert [(outline.get("xmlUrl") or "").removeprefix(SITE.url) for outline in outlines] == [
        "feed.xml",
        "editions/feed.xml",
        "editions/weekly/feed.xml",
        "editions/monthly/feed.xml",
        "topics/armed-conflict/feed.xml",
        "topics/harbour-life/feed.xml",
    ]
    assert [folder.get("text") for folder in root.findall("body/outline") if folder.get("xmlUrl") is None] == ["Topics"]


def test_every_outline_has_text() -> None:
    root = etree.fromstring(next(iter(render_opml((), SITE))).content)
    assert root.find("body") is not None
    assert all(outline.get("text") for outline in root.iter("outline"))
