"""One text in several outlets on the site: shown once in a list, the others named with it, feeds as their pages."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import html
from newsroom import SITE, make_digest, make_report

from generator.config import FeedsConfig, RenderConfig
from generator.model import Inclusion, SyndicatedCopy, Syndication
from generator.render.copies import leave_out_copies, say_reports
from generator.render.site import render_site
from generator.render.templates import Templates

SHOWN, COPY, LATE, WHOLE = (f"articles/2015/12/{name}/" for name in ("shown", "copy", "late", "whole"))


def report(identity: str, title: str, source: str, hour: int):
    moment = datetime(2015, 12, 9, hour, tzinfo=UTC)
    words = (f"Brinemouth heard of the wall from Ada Quay, {identity}.",)
    return make_report(identity, title, words, topics=("medtop:20000593",), source=source, published=moment)


@pytest.fixture(scope="module")
def pages():
    reports = [
        report("shown", "Harbour wall to be built", "Sample Wire", 9),
        report("copy", "Brinemouth gets its wall", "Gazette", 11),
        report("late", "Wall for the harbour", "Harbour Post", 12),
        report("whole", "The day at sea", "Gazette", 20),
    ]
    text = Syndication(
        shown="shown",
        copies=(
            SyndicatedCopy(article="copy", share=1.0, why=("credits Sample Wire", "98% of the text", "2 hours later")),
            SyndicatedCopy(article="late", share=0.9, why=("cut to 40%", "3 hours later")),
        ),
        origin="Sample Wire",
    )
    digest = make_digest(reports, stories=[("shown", "copy", "late")])
    digest = replace(
        digest,
        stories=tuple(replace(story, independent=1) for story in digest.stories),
        syndications=(text,),
        inclusions=(Inclusion(whole="whole", part="shown", share=1.0),),
    )
    site = render_site(digest, SITE, RenderConfig(), FeedsConfig(), Templates())
    return {page.path: page.content.decode() for page in site.pages}


def tree(pages, address):
    return html.fromstring(pages[f"{address}index.html"])


def words(element) -> str:
    return " ".join(element.text_content().split())


def listed(pages, address) -> list[str]:
    """Titles under their days."""
    return tree(pages, address).xpath("//div[@class='days']//h3/a/text()")


def test_the_article_that_is_shown_names_the_others(pages):
    (box,) = tree(pages, SHOWN).xpath("//section[h2='Also carried by']")

    assert [words(row) for row in box.xpath(".//li")] == [
        "Gazette Brinemouth gets its wall credits Sample Wire; 98% of the text; 2 hours later",
        "Harbour Post Wall for the harbour cut to 40%; 3 hours later",
    ]
    assert box.xpath(".//li/a/@href") == [f"../../../../{COPY}", f"../../../../{LATE}"]
    assert words(box.xpath("./p")[0]) == "The text is credited to Sample Wire."


def test_a_copy_says_whose_text_it_carries(pages):
    page = tree(pages, COPY)
    (note,) = page.xpath("//header/p[@role='note']")

    assert words(note) == (
        "The same text as in Sample Wire Harbour wall to be built (credits Sample Wire; 98% of the text; 2 hours later)"
    )
    (other,) = tree(pages, LATE).xpath("//header/p[@role='note']")
    assert words(other).endswith("(cut to 40%; 3 hours later). The text is credited to Sample Wire.")
    assert f"../../../../{SHOWN}" in note.xpath(".//a/@href")
    assert page.xpath("//section[h2='Also carried by']//li/a/text()") == ["Wall for the harbour"]
    assert not page.xpath("//section[h2='Related']")


def test_a_text_within_another_says_so_on_both_pages(pages):
    (holds,) = tree(pages, WHOLE).xpath("//section[h2='Holds the text of']")
    (stands,) = tree(pages, SHOWN).xpath("//section[h2='Its text also stands in']")

    assert holds.xpath(".//li/a/text()") == ["Harbour wall to be built"]
    assert stands.xpath(".//li/a/text()") == ["The day at sea"]


def test_a_list_shows_one_article_of_a_text_and_counts_them_all(pages):
    topic = "topics/government/"

    assert listed(pages, topic) == ["The day at sea", "Harbour wall to be built"]
    assert "4 reports, 2 of them copies" in words(tree(pages, topic).xpath("//main")[0])


def test_a_list_without_what_stands_for_it_shows_the_copy(pages):
    assert listed(pages, "sources/gazette/") == ["The day at sea", "Brinemouth gets its wall"]
    assert "2 reports" in words(tree(pages, "sources/gazette/").xpath("//main")[0])


def test_a_story_says_how_many_speak_for_themselves(pages):
    (address,) = {path for path in pages if path.startswith("stories/shown") and path.endswith("index.html")}

    assert "3 reports, 1 independent" in words(html.fromstring(pages[address]).xpath("//main/header")[0])
    assert "3 reports of this story, 1 independent" in words(tree(pages, "").xpath("//main")[0])


def test_feeds_show_what_their_pages_show(pages):
    feeds = [
        path
        for path in pages
        if path.endswith("feed.json")
        and not path.startswith(("editions/feed", "editions/weekly/", "editions/monthly/"))
    ]
    compared = 0
    for path in feeds:
        page = pages.get(path.replace("feed.json", "index.html"))
        shown = {item["url"].removeprefix(SITE.url) for item in json.loads(pages[path])["items"]}
        assert page is not None
        assert not shown & {COPY, LATE}, path
        linked = {href.split("#")[0].lstrip("./") for href in html.fromstring(page).xpath("//main//a/@href")}
        assert {address for address in linked if address.startswith("articles/")} == shown, path
        compared += 1
    assert compared >= 4


def test_the_digest_feed_leaves_the_copies_to_their_pages(pages):
    for name in ("feed.xml", "atom.xml", "feed.json"):
        text = pages[f"editions/{name}"]
        assert "Harbour wall to be built" in text
        assert "Brinemouth gets its wall" not in text


def test_what_a_list_leaves_out():
    shown_of = {"b": "a", "c": "a"}

    assert leave_out_copies("abcd", shown_of) == ("a", "d")
    assert leave_out_copies("bcd", shown_of) == ("b", "c", "d")
    assert say_reports("abcd", shown_of) == "4 reports, 2 of them copies"
    assert say_reports("abd", shown_of) == "3 reports, 1 of them a copy"
    assert say_reports("bd", shown_of) == "2 reports"
