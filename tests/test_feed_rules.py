"""Every feed of the sample site, rule by rule. Nothing here trusts the generator's own checks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest
from lxml import etree

SITE_URL = "https://news-digest.example/"
ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)\Z")
RFC822 = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:[+-]\d{4}|GMT)\Z")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")

CHANNEL = {"title", "link", "description", "language", "lastBuildDate", "generator", "docs", ATOM + "link"}
ITEM = {"title", "link", "description", "guid", "pubDate", "category", "source"}


@pytest.fixture(scope="module")
def site(sample_site: Path) -> Path:
    return sample_site / "site"


@pytest.fixture(scope="module")
def rss(site: Path) -> dict[str, etree._Element]:
    return read_all(site, "feed.xml")


@pytest.fixture(scope="module")
def atom(site: Path) -> dict[str, etree._Element]:
    return read_all(site, "atom.xml")


@pytest.fixture(scope="module")
def jsons(site: Path) -> dict[str, dict[str, Any]]:
    return {p.relative_to(site).as_posix(): json.loads(p.read_text("utf-8")) for p in site.rglob("feed.json")}


def read_all(site: Path, name: str) -> dict[str, etree._Element]:
    found = {p.relative_to(site).as_posix(): etree.parse(p).getroot() for p in sorted(site.rglob(name))}
    assert len(found) > 50
    return found


def items(feeds: dict[str, etree._Element], name: str) -> Iterator[tuple[str, etree._Element]]:
    for path, root in feeds.items():
        for item in root.iter(name):
            yield path, item


def is_whole(url: str | None) -> bool:
    return bool(url and url.isascii() and urlsplit(url).scheme in ("http", "https") and urlsplit(url).netloc)


def test_there_are_feeds_of_every_kind(rss: dict[str, etree._Element]) -> None:
    for start in (
        "topics/",
        "people/",
        "places/",
        "organisations/",
        "sources/",
        "stories/",
        "threads/",
        "corrections/",
    ):
        assert any(path.startswith(start) for path in rss), start
    assert {"feed.xml", "editions/feed.xml", "editions/weekly/feed.xml", "editions/monthly/feed.xml"} <= rss.keys()
    assert any(re.fullmatch(r"archive/\d{4}-\d+/feed.xml", path) for path in rss)


# --- XML -------------------------------------------------------------------------------------------------------------


def test_utf8_is_declared_and_nothing_comes_before_it(site: Path) -> None:
    for path in (*site.rglob("feed.xml"), *site.rglob("atom.xml")):
        assert path.read_bytes().startswith(b"<?xml version='1.0' encoding='UTF-8'?>"), path


# --- RSS 2.0 and the RSS Best Practices Profile ----------------------------------------------------------------------


def test_rss_has_one_channel_with_the_elements_it_must_have_once_each(rss: dict[str, etree._Element]) -> None:
    for path, root in rss.items():
        assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1), path
        for name in CHANNEL - {ATOM + "link"}:
            assert len(root[0].findall(name)) == 1, (path, name)
            assert (root[0].findtext(name) or "").strip(), (path, name)
        assert {child.tag for child in root[0]} <= CHANNEL | {"item", HISTORY + "archive"}, path


def test_rss_channel_links_are_whole_and_self_is_told_once(rss: dict[str, etree._Element]) -> None:
    for path, root in rss.items():
        assert is_whole(root[0].findtext("link")), path
        own = [link for link in root[0].findall(ATOM + "link") if link.get("rel") == "self"]
        assert [(link.get("href"), link.get("type")) for link in own] == [(SITE_URL + path, "application/rss+xml")]


def test_rss_dates_are_of_rfc_822_with_four_digits_of_a_year(rss: dict[str, etree._Element]) -> None:
    for path, stamp in (*items(rss, "pubDate"), *items(rss, "lastBuildDate")):
        assert RFC822.match(stamp.text or ""), path
        assert parsedate_to_datetime(stamp.text or "").tzinfo is not None


def test_rss_language_is_a_tag(rss: dict[str, etree._Element]) -> None:
    assert all(LANGUAGE.match(language.text or "") for _, language in items(rss, "language"))


def test_rss_items_have_what_the_profile_recommends_once_each(rss: dict[str, etree._Element]) -> None:
    for path, item in items(rss, "item"):
        for name in ("title", "link", "guid", "pubDate"):
            assert len(item.findall(name)) == 1, (path, name)
            assert (item.findtext(name) or "").strip(), (path, name)
        plain = [child.tag for child in item if not str(child.tag).startswith("{")]
        assert set(plain) <= ITEM, path
        assert all(plain.count(name) == 1 for name in set(plain) - {"category"}), path
        assert len(item.findall(CONTENT)) <= 1
        assert is_whole(item.findtext("link")), path


def test_rss_guids_are_unique_and_no_permalinks(rss: dict[str, etree._Element]) -> None:
    for path, root in rss.items():
        guids = [(guid.text, guid.get("isPermaLink")) for guid in root.iter("guid")]
        assert len(set(guids)) == len(guids), path
        assert all(kind == "false" and (text or "").startswith("urn:uuid:") for text, kind in guids), path


def test_rss_sources_name_an_address(rss: dict[str, etree._Element]) -> None:
    assert all(is_whole(source.get("url")) and source.text for _, source in items(rss, "source"))


def test_rss_titles_are_plain_text(rss: dict[str, etree._Element]) -> None:
    for path, title in items(rss, "title"):
        assert "\n" not in (title.text or ""), path
        assert not re.search(r"&(?:amp|lt|gt|quot|#\d+);|</?[a-z]+>", title.text or ""), path


def test_content_is_html_with_whole_links_and_no_active_parts(rss: dict[str, etree._Element]) -> None:
    for path, content in items(rss, CONTENT):
        tree = lxml.html.fromstring(f"<div>{content.text}</div>")
        for element, attribute, link, _ in tree.iterlinks():
            assert link.startswith(("https://", "http://", "mailto:")), (path, element.tag, attribute, link)
        assert not tree.xpath(
            "//script|//style|//iframe|//object|//embed|//form|//@style|//@*[starts-with(name(),'on')]"
        )


# --- Atom, RFC 4287 --------------------------------------------------------------------------------------------------


def test_atom_feeds_have_id_title_updated_once_and_an_author(atom: dict[str, etree._Element]) -> None:
    for path, root in atom.items():
        assert root.tag == ATOM + "feed", path
        for name in ("id", "title", "updated"):
            assert len(root.findall(ATOM + name)) == 1, (path, name)
            assert (root.findtext(ATOM + name) or "").strip(), (path, name)
        assert root.findtext(f"{ATOM}author/{ATOM}name"), path


def test_atom_entries_have_id_title_updated_once_and_an_author_or_the_feeds(atom: dict[str, etree._Element]) -> None:
    for path, entry in items(atom, ATOM + "entry"):
        for name in ("id", "title", "updated", "published"):
            assert len(entry.findall(ATOM + name)) == 1, (path, name)
        assert len(entry.findall(ATOM + "content")) <= 1
        assert len(entry.findall(ATOM + "summary")) <= 1
        assert all(author.findtext(ATOM + "name") for author in entry.findall(ATOM + "author")), path


def test_atom_ids_are_iris_and_unique_in_a_document(atom: dict[str, etree._Element]) -> None:
    for path, root in atom.items():
        ids = [element.text or "" for element in root.iter(ATOM + "id")]
        assert len(set(ids)) == len(ids), path
        assert all(re.match(r"(?:urn:uuid:|https://)\S+\Z", each) for each in ids), path


def test_atom_dates_are_of_rfc_3339(atom: dict[str, etree._Element]) -> None:
    for path, stamp in (*items(atom, ATOM + "updated"), *items(atom, ATOM + "published")):
        assert RFC3339.match(stamp.text or ""), path


def test_atom_has_one_self_and_at_most_one_alternate_of_a_type(atom: dict[str, etree._Element]) -> None:
    for path, root in atom.items():
        own = [link.get("href") for link in root.findall(ATOM + "link") if link.get("rel") == "self"]
        assert own == [SITE_URL + path]
        for holder in (root, *root.iter(ATOM + "entry")):
            alternate = [link for link in holder.findall(ATOM + "link") if link.get("rel") == "alternate"]
            assert len(alternate) == 1, path
            assert alternate[0].get("type") == "text/html"
    assert all(is_whole(link.get("href")) for _, link in items(atom, ATOM + "link"))


def test_atom_texts_have_a_type_that_is_known(atom: dict[str, etree._Element]) -> None:
    for name in ("title", "summary", "content", "subtitle"):
        assert all(element.get("type", "text") in ("text", "html") for _, element in items(atom, ATOM + name))


# --- JSON Feed 1.1 ---------------------------------------------------------------------------------------------------


def test_json_feeds_have_version_title_and_items(jsons: dict[str, dict[str, Any]]) -> None:
    for path, feed in jsons.items():
        assert feed["version"] == "https://jsonfeed.org/version/1.1", path
        assert feed["title"]
        assert feed["feed_url"] == SITE_URL + path
        assert is_whole(feed["home_page_url"])
        assert LANGUAGE.match(feed["language"])
        assert feed["authors"]
        assert "author" not in feed  # of version 1.0


def test_json_items_have_a_text_id_and_content(jsons: dict[str, dict[str, Any]]) -> None:
    for path, feed in jsons.items():
        ids = [item["id"] for item in feed["items"]]
        assert all(isinstance(identity, str) and identity for identity in ids), path
        assert len(set(ids)) == len(ids), path
        for item in feed["items"]:
            assert item.get("content_html") or item.get("content_text"), path
            assert is_whole(item["url"])
            assert is_whole(item.get("external_url", SITE_URL))
            assert RFC3339.match(item["date_published"])
            assert RFC3339.match(item["date_modified"])
            assert all(isinstance(tag, str) and tag for tag in item.get("tags", ()))


def test_json_next_url_is_another_document_that_exists(site: Path, jsons: dict[str, dict[str, Any]]) -> None:
    for path, feed in jsons.items():
        if "next_url" in feed:
            assert feed["next_url"] != feed["feed_url"], path
            assert feed["next_url"].removeprefix(SITE_URL) in jsons, path


# --- RFC 5005 --------------------------------------------------------------------------------------------------------


def test_archives_are_marked_once_name_the_current_feed_and_exist(
    rss: dict[str, etree._Element], atom: dict[str, etree._Element]
) -> None:
    for feeds in (rss, atom):
        for path, root in feeds.items():
            holder = root[0] if root.tag == "rss" else root
            links = {link.get("rel"): (link.get("href") or "") for link in holder.findall(ATOM + "link")}
            is_archived = "archive/" in path
            assert len(holder.findall(HISTORY + "archive")) == is_archived, path
            assert ("current" in links) == is_archived
            for relation in ("current", "prev-archive"):
                if relation in links:
                    assert links[relation].removeprefix(SITE_URL) in feeds, path


# --- OPML 2.0 --------------------------------------------------------------------------------------------------------


def test_opml_has_a_head_with_a_title_and_outlines_with_texts(site: Path) -> None:
    lists = sorted(site.rglob("*.opml"))
    assert len(lists) > 3
    for path in lists:
        root = etree.parse(path).getroot()
        assert (root.tag, root.get("version"), [child.tag for child in root]) == ("opml", "2.0", ["head", "body"])
        assert root.findtext("head/title")
        assert len(root.find("body") or ()) > 0
        for outline in root.iter("outline"):
            assert outline.get("text"), path
            if outline.get("type") == "rss":
                url = outline.get("xmlUrl") or ""
                assert (site / url.removeprefix(SITE_URL)).is_file(), (path, url)
                assert is_whole(outline.get("htmlUrl"))
