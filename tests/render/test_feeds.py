"""Feeds as subscribers get them: parsed by feedparser, and held against the rules of each format."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser
import pytest
from feed_digest import ARABIC, SITE, make_article, make_digest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.config import FeedsConfig
from generator.model import Article, Digest, EnrichedArticle, Summary
from generator.render.feed_list import list_feeds
from generator.render.feeds import render_feeds

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
SCHEME = "http://cv.iptc.org/newscodes/mediatopic/"
# RFC 3339 with seconds and a zone, as RFC 4287 §3.3 and JSON Feed demand.
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)\Z")


def render(digest: Digest | None = None, options: FeedsConfig | None = None) -> dict[str, bytes]:
    return {p.path: p.content for p in render_feeds(digest or make_digest(), SITE, options or FeedsConfig())}


FILES = render()
XML = sorted(path for path in FILES if path.endswith(".xml"))
RSS = sorted(path for path in FILES if path.endswith("feed.xml"))
ATOMS = sorted(path for path in FILES if path.endswith("atom.xml"))
JSONS = sorted(path for path in FILES if path.endswith(".json"))


def rss_items(path: str = "feed.xml") -> list[etree._Element]:
    return etree.fromstring(FILES[path]).findall("channel/item")


def atom_entries(path: str = "atom.xml") -> list[etree._Element]:
    return etree.fromstring(FILES[path]).findall(f"{ATOM}entry")


def text(element: etree._Element, name: str) -> str:
    value = element.findtext(name)
    assert value is not None, name
    return value


def page_of(folder: str) -> str:
    """The digests by week and month belong to the page of the editions."""
    return re.sub("editions/(?:weekly|monthly)/$", "editions/", folder)


# --- which feeds there are -------------------------------------------------------------------------------------------


def test_each_page_with_news_has_its_three_feeds() -> None:
    folders = {feed.address for feed in list_feeds(make_digest(), SITE)}
    assert folders == {
        "",
        "editions/",
        "editions/weekly/",
        "editions/monthly/",
        "topics/armed-conflict/",
        "topics/harbour-life/",
        "editions/2015/11/",
        "editions/2015/12/",
        "editions/2015/11/30/",
        "editions/2015/12/10/",
    }
    assert set(FILES) == {folder + name for folder in folders for name in ("feed.xml", "atom.xml", "feed.json")}


def test_a_feed_says_what_it_is_about_and_whose_it_is() -> None:
    titles = [feed.title for feed in list_feeds(make_digest(), SITE)]
    assert titles[:6] == [
        "Small & Early",
        "The day by topic – Small & Early",
        "The week by topic – Small & Early",
        "The month by topic – Small & Early",
        "Armed conflict – Small & Early",
        "Harbour life – Small & Early",
    ]
    assert "December 2015 – Small & Early" in titles
    assert "Thursday, 10 December 2015 – Small & Early" in titles


def test_a_site_without_dated_articles_has_no_feeds() -> None:
    empty = replace(make_digest(), articles=(make_article("undated", "No day"),), editions=())
    assert render(empty) == {}


# --- every format ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", XML)
def test_feedparser_finds_no_fault(path: str) -> None:
    feed = feedparser.parse(FILES[path])
    assert feed.bozo == 0, feed.get("bozo_exception")
    assert feed.version == ("atom10" if "atom" in path else "rss20")
    assert feed.entries


def ids_of(path: str) -> list[str]:
    if path.endswith(".json"):
        return [item["id"] for item in json.loads(FILES[path])["items"]]
    return [entry.id for entry in feedparser.parse(FILES[path]).entries]


@pytest.mark.parametrize("path", RSS)
def test_the_three_formats_hold_the_same_entries_once_each(path: str) -> None:
    ids = ids_of(path)
    assert len(ids) == len(set(ids))
    assert ids == ids_of(path.replace("feed.xml", "atom.xml")) == ids_of(path.replace("feed.xml", "feed.json"))


def test_newest_first_and_undated_articles_left_out() -> None:
    titles = [item["title"] for item in json.loads(FILES["feed.json"])["items"]]
    assert titles[0] == "Fleet home after storm"
    assert titles[2:] == [ARABIC, "Quiet day"]
    assert not any(b"No day at all" in content for content in FILES.values())


def test_limits() -> None:
    files = render(options=FeedsConfig(entries=2, days=1))
    assert [i["title"] for i in json.loads(files["feed.json"])["items"]] == [
        "Fleet home after storm",
        "Ships <b>sail</b> & return ]]> </title>",
    ]
    assert [i["title"] for i in json.loads(files["editions/feed.json"])["items"]] == ["Thursday, 10 December 2015"]


def test_guids_outlive_titles_paths_and_corrections() -> None:
    digest = make_digest()
    late = digest.articles[0]
    moved = replace(late.article, title="Fleet home", path="articles/2016/01/x.md", updated=date(2016, 1, 1))
    changed = render(replace(digest, articles=(replace(late, article=moved), *digest.articles[1:])))
    before, after = (json.loads(f["feed.json"])["items"][0] for f in (FILES, changed))
    assert before["id"] == after["id"]
    assert before["id"].startswith("urn:uuid:")
    assert before["url"] != after["url"]
    assert after["date_modified"] == "2016-01-01T00:00:00Z"


def test_full_text_or_summary() -> None:
    assert "rested" in json.loads(FILES["feed.json"])["items"][0]["content_html"]
    short = render(options=FeedsConfig(content="summary"))
    first = json.loads(short["feed.json"])["items"][0]
    assert "content_html" not in first
    assert first["content_text"] == first["summary"] == "Two ships came home."
    for path in ("feed.xml", "atom.xml"):
        assert b"rested" not in short[path]
        assert feedparser.parse(short[path]).bozo == 0


def test_nothing_depends_on_the_build() -> None:
    later = replace(make_digest(), now=datetime(2031, 1, 1, tzinfo=UTC))
    assert render(later) == FILES
    assert not any(str(datetime.now(UTC).year).encode() in content for content in FILES.values())


def test_characters_that_xml_forbids_are_gone() -> None:
    everything = b"".join(FILES.values()).decode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", everything)


def test_markup_in_titles_and_texts_stays_text() -> None:
    hostile = atom_entries()[1]
    assert text(hostile, f"{ATOM}title") == "Ships <b>sail</b> & return ]]> </title>"
    assert text(hostile, f"{ATOM}summary") == "Less < more & most ]]>"
    assert "<script" not in text(hostile, f"{ATOM}content")
    assert text(rss_items()[1], "description") == "Less &lt; more &amp; most ]]&gt;"


def test_an_unsafe_origin_is_not_linked() -> None:
    assert b"javascript:" not in b"".join(FILES.values())


# --- RSS 2.0 and the RSS Best Practices Profile ----------------------------------------------------------------------


@pytest.mark.parametrize("path", RSS)
def test_rss_channel(path: str) -> None:
    root = etree.fromstring(FILES[path])
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    for required in ("title", "link", "description", "language"):
        assert len(channel.findall(required)) == 1
        assert text(channel, required).strip()
    folder = SITE.url + path.removesuffix("feed.xml")
    assert text(channel, "link") == page_of(folder)
    (own,) = channel.findall(f"{ATOM}link")
    assert dict(own.attrib) == {"rel": "self", "href": folder + "feed.xml", "type": "application/rss+xml"}
    newest = max(parsedate_to_datetime(text(e, "pubDate")) for e in channel.findall("item"))
    assert parsedate_to_datetime(text(channel, "lastBuildDate")) >= newest


@pytest.mark.parametrize("path", RSS)
def test_rss_items(path: str) -> None:
    for item in rss_items(path):
        names = [child.tag for child in item]
        single = [n for n in names if n not in ("category", CREATOR)]
        assert len(single) == len(set(single))
        assert text(item, "title")
        assert text(item, "link").startswith(SITE.url)
        assert text(item, "link").isascii()
        guid = item.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "false"
        assert parsedate_to_datetime(text(item, "pubDate")).tzinfo is not None
        assert item.find("author") is None  # an e-mail address belongs there, and we have none


def test_rss_item_says_who_wrote_it_and_where() -> None:
    late, hostile = rss_items()[:2]
    assert [e.text for e in late.findall(CREATOR)] == ["Ann Quay", "Ben Pier"]
    assert [e.text for e in hostile.findall(CREATOR)] == ["Coast <Sample>"]
    source = late.find("source")
    assert source is not None
    assert (source.get("url"), source.text) == ("https://harbour.example/news?a=1&b=h%C3%B6h", "Harbour Sample")
    assert hostile.find("source") is None
    assert text(late, "pubDate") == "Thu, 10 Dec 2015 18:40:00 +0000"
    assert [(e.get("domain"), e.text) for e in late.findall("category")] == [
        (SCHEME + "20000056", "armed conflict"),
        (None, "harbour life"),
    ]


# --- Atom, RFC 4287 --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ATOMS)
def test_atom_feed(path: str) -> None:
    feed = etree.fromstring(FILES[path])
    assert feed.tag == f"{ATOM}feed"
    folder = SITE.url + path.removesuffix("atom.xml")
    for required in ("id", "title", "updated"):
        assert len(feed.findall(ATOM + required)) == 1
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Small & Early"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": folder + "atom.xml", "alternate": page_of(folder)}
    stamps = [text(entry, f"{ATOM}updated") for entry in feed.findall(f"{ATOM}entry")]
    assert text(feed, f"{ATOM}updated") == max(stamps)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


@pytest.mark.parametrize("path", ATOMS)
def test_atom_entries(path: str) -> None:
    for entry in atom_entries(path):
        for required in ("id", "title", "updated", "published"):
            assert len(entry.findall(ATOM + required)) == 1
        assert RFC3339.match(text(entry, f"{ATOM}updated"))
        assert RFC3339.match(text(entry, f"{ATOM}published"))
        assert text(entry, f"{ATOM}updated") >= text(entry, f"{ATOM}published")
        (alternate,) = [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert alternate.get("type") == "text/html"
        assert (alternate.get("href") or "").startswith(SITE.url)
        for name in ("content", "summary"):
            element = entry.find(ATOM + name)
            assert element is None or element.get("type") in ("html", "text")


def test_atom_entry_names_origin_topics_and_language() -> None:
    late, _, arabic, _ = atom_entries()
    (via,) = [link for link in late.findall(f"{ATOM}link") if link.get("rel") == "via"]
    assert via.get("href") == "https://harbour.example/news?a=1&b=h%C3%B6h"
    assert [dict(e.attrib) for e in late.findall(f"{ATOM}category")] == [
        {"term": "medtop:20000056", "scheme": SCHEME, "label": "armed conflict"},
        {"term": "harbour life", "label": "harbour life"},
    ]
    assert arabic.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"
    assert text(arabic, f"{ATOM}content").startswith('<div lang="ar" dir="auto">')
    assert "dir=" not in text(late, f"{ATOM}content")
    assert text(late, f"{ATOM}updated") == "2015-12-11T06:00:00+00:00"


# --- JSON Feed 1.1 ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", JSONS)
def test_json_feed(path: str) -> None:
    feed: Mapping[str, Any] = json.loads(FILES[path])
    folder = SITE.url + path.removesuffix("feed.json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert (feed["home_page_url"], feed["feed_url"]) == (page_of(folder), SITE.url + path)
    assert feed["authors"] == [{"name": "Small & Early"}]
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["url"].startswith(SITE.url)
        assert item.get("content_html") or item.get("content_text")
        assert RFC3339.match(item["date_published"])
        assert RFC3339.match(item["date_modified"])
        assert all(isinstance(tag, str) for tag in item.get("tags", []))
        assert set(item) <= {
            *("id", "url", "external_url", "title", "content_html", "content_text", "summary"),
            *("date_published", "date_modified", "authors", "tags", "language", "_iptc"),
        }


def test_json_item_names_iptc_topics() -> None:
    late, _, _, plain = json.loads(FILES["feed.json"])["items"]
    assert late["tags"] == ["armed conflict", "harbour life"]
    assert late["_iptc"]["subjects"] == [{"qcode": "medtop:20000056", "name": "armed conflict"}]
    assert "_iptc" not in plain


# --- properties ------------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(title=st.text(), summary=st.text(), source=st.text(), url=st.text() | st.just("http://[::1/"), body=st.text())
def test_whatever_an_article_says_the_feeds_can_be_read(
    title: str, summary: str, source: str, url: str, body: str
) -> None:
    article = Article(
        id="one", title=title, path="articles/1/x.md", html=body, text="", blocks=(), sentences=(), url=url,
        source=source, published=date(2015, 12, 10),
    )  # fmt: skip
    enriched = EnrichedArticle(article=article, summary=Summary(text=summary))
    files = render(replace(make_digest(), articles=(enriched,), stories=(), editions=(), subjects=()))
    assert set(files) == {"feed.xml", "atom.xml", "feed.json"}
    assert feedparser.parse(files["feed.xml"]).bozo == 0
    assert feedparser.parse(files["atom.xml"]).bozo == 0
    assert len(json.loads(files["feed.json"])["items"]) == 1
