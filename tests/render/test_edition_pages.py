"""What an edition shows, what it leaves out and why; and the same as data."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
from lxml import html
from newsroom import SITE, flood_reports, make_digest, make_report

from generator.config import FeedsConfig, RenderConfig
from generator.model import Claim, Digest, Edition, Item, LeftOut, Part
from generator.render.site import render_site
from generator.render.templates import Templates

SCHEMA = Path(__file__).resolve().parents[2] / "generator" / "edition.schema.json"
DAY = "editions/2015/12/10/"
PARTS = (
    Part(name="sources", value=2.0, points=0.79),
    Part(name="independence", value=1.0, points=2.0),
    Part(name="novelty", value=0.55, points=0.55),
    Part(name="recency", value=1.0, points=0.5),
)


def _settle(edition: Edition) -> Edition:
    """The day goes on with the flood, repeats an old story and has no room for a third; the month has room for one."""
    if edition.id == "2015-12-10":
        flood, walk, gulls = sorted(edition.items, key=lambda item: item.articles)
        flood = replace(flood, before=date(2015, 12, 9), new=(Claim(article="flood-b", sentence=0),))
        old = replace(walk, before=date(2015, 12, 8), score=3.0, parts=PARTS)
        left = (LeftOut(item=old, reason="nothing-new"), LeftOut(item=gulls, reason="below-cap"))
        return replace(edition, items=(replace(flood, score=3.84, parts=PARTS),), left_out=left)
    if edition.grain == "month":
        left = tuple(LeftOut(item=item, reason="below-cap") for item in edition.items[1:])
        return replace(edition, items=edition.items[:1], left_out=left)
    return edition


@cache
def _digest() -> Digest:
    more = [
        make_report(
            name, title, ("It was dry.",), source="Sample Gazette", published=datetime(2015, 12, 10, 9, tzinfo=UTC)
        )
        for name, title in (("walk", "A walk & a <talk>"), ("wild", "Wild gulls"))
    ]
    digest = make_digest([*flood_reports(), *more], stories=[("flood-a", "flood-b")])
    return replace(digest, editions=tuple(_settle(edition) for edition in digest.editions))


@cache
def _files(page_articles: int = 100) -> dict[str, str]:
    options = RenderConfig(page_articles=page_articles)
    site = render_site(_digest(), SITE, options, FeedsConfig(), Templates())
    return {page.path: page.content.decode() for page in site.pages}


def _page(address: str = DAY) -> html.HtmlElement:
    return html.fromstring(_files()[f"{address}index.html"])


def _data(address: str = DAY) -> dict[str, Any]:
    return json.loads(_files()[f"{address}edition.json"])


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_story_that_goes_on_says_what_is_new_and_where_it_stands() -> None:
    (news,) = _page().find_class("news")
    assert _words(news) == "New since 9 Dec 2015 The Tide Board was warned, a councillor of Brinemouth said."
    assert news.xpath(".//a/@href") == ["../../../../articles/2015/12/flood-b/#s0"]
    assert not _page().find_class("lead")[0].find_class("summary"), "what is new stands in the summary's place"


def test_what_is_left_out_is_listed_with_title_source_and_reason() -> None:
    (left,) = _page().find_class("left-out")
    assert [_words(heading) for heading in left.iter("h2", "h3")] == [
        "Left out 2 stories",
        "Nothing new since Tuesday, 8 December 2015",
        "Below the first 1",
    ]
    assert [_words(entry) for entry in left.iter("li")] == [
        "A walk & a <talk> Sample Gazette",
        "Wild gulls Sample Gazette",
    ]
    assert left.xpath("h3/a/@href") == ["../../../../editions/2015/12/08/"]


def test_home_leads_to_what_its_day_leaves_out() -> None:
    home = html.fromstring(_files()["index.html"])
    (link,) = home.xpath("//a[contains(@href, '#left-out')]")
    assert (link.text, link.get("href")) == ("2 stories left out of this edition", f"./{DAY}#left-out")


def test_a_reader_can_see_why_a_story_stands_where_it_stands() -> None:
    (details,) = _page().find_class("standing")
    assert details.tag == "details"
    assert details.get("open") is None
    assert [head.get("scope") for head in details.iter("th")] == ["col"] * 6 + ["row"]
    assert [_words(cell) for cell in details.iter("td")] == ["2 0.79", "1 2.00", "55% 0.55", "100% 0.50", "3.84"]
    assert "score = " in _words(details)


def test_an_edition_without_anything_new_says_so() -> None:
    digest = _digest()
    day = next(edition for edition in digest.editions if edition.id == "2015-12-10")
    quiet = replace(
        day, items=(), left_out=(*day.left_out, *(LeftOut(item=i, reason="nothing-new") for i in day.items))
    )
    digest = replace(digest, editions=(quiet, *(e for e in digest.editions if e is not day)))
    site = render_site(digest, SITE, RenderConfig(), FeedsConfig(), Templates())
    files = {page.path: page.content.decode() for page in site.pages}
    assert "say nothing that was not reported before" in files[f"{DAY}index.html"]
    assert html.fromstring(files["index.html"]).find_class("lead"), "home is filled from the days before"
    assert feedparser.parse(files["editions/feed.xml"]).entries[0].link == f"{SITE.url}{DAY}"


def test_a_long_edition_lists_some_and_says_how_many_more() -> None:
    month = html.fromstring(_files(page_articles=1)["editions/2015/12/index.html"])
    (left,) = month.find_class("left-out")
    assert len(left.xpath(".//li")) == 1
    assert "each in the edition of its day" in _words(left)
    assert len(json.loads(_files(page_articles=1)["editions/2015/12/edition.json"])["left_out"]) > 1


def test_every_edition_has_its_data_by_the_schema() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    pages = [path for path in _files() if path.startswith("editions/2") and path.endswith("index.html")]
    assert len(pages) == len(_digest().editions)
    for path in pages:
        address = path.removesuffix("index.html")
        jsonschema.validate(_data(address), schema, jsonschema.Draft202012Validator)
        (link,) = _page(address).xpath("//link[@rel='alternate'][@type='application/json']/@href")
        assert link.endswith(f"{address}edition.json")


def test_the_data_say_what_the_page_says() -> None:
    data = _data()
    (item,) = data["items"]
    assert (item["rank"], item["score"], sum(part["points"] for part in item["parts"])) == (1, 3.84, 3.84)
    assert item["before"] == "2015-12-09"
    assert [claim["text"] for claim in item["new"]] == ["The Tide Board was warned, a councillor of Brinemouth said."]
    assert [(left["reason"], left["title"]) for left in data["left_out"]] == [
        ("nothing-new", "A walk & a <talk>"),
        ("below-cap", "Wild gulls"),
    ]
    assert data["previous"] == "editions/2015/12/09/edition.json"
    assert data["next"] is None
    for each in (item, *data["left_out"]):
        assert f"{each['url']}index.html" in _files()


def test_a_days_feeds_hold_what_its_page_holds() -> None:
    listed = {i for each in (*_data()["items"], *_data()["left_out"]) for i in (a["url"] for a in each["articles"])}
    entries = feedparser.parse(_files()[f"{DAY}feed.xml"]).entries
    assert {entry.link.removeprefix(SITE.url) for entry in entries} == listed
    content = html.fromstring(feedparser.parse(_files()["editions/feed.xml"]).entries[0].content[0].value)
    assert listed <= {href.removeprefix(SITE.url) for href in content.xpath("//a/@href")}
    left = content.xpath("//h2[.='Left out']/following-sibling::ul/li")
    assert [_words(entry) for entry in left] == [
        "A walk & a <talk> – Sample Gazette. Nothing new since 8 December 2015",
        "Wild gulls – Sample Gazette. Below the first 1",
    ]


def test_an_edition_whose_items_tell_no_parts_has_no_table() -> None:
    assert not _page("editions/2015/12/09/").find_class("standing")
    assert Item(story=None, articles=("a",), topic=None, score=1.0).parts == ()
