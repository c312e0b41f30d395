"""Threads as readers meet them: a page each, an index, and the way from stories and articles."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

import jsonschema
from lxml import etree, html
from newsroom import SITE, flood_digest, make_digest, make_report

from generator.config import FeedsConfig, RenderConfig
from generator.export import export_digest
from generator.model import Claim, Digest, Episode, Thread
from generator.render.paths import former_thread_address
from generator.render.site import render_site
from generator.render.templates import Templates

FIRST = date(2015, 12, 1)


def texts_of(digest: Digest) -> dict[str, bytes]:
    return {p.path: p.content for p in render_site(digest, SITE, RenderConfig(), FeedsConfig(), Templates()).pages}


def pages_of(digest: Digest) -> dict[str, html.HtmlElement]:
    pages = {path: text for path, text in texts_of(digest).items() if path.endswith(".html")}
    return {path: html.fromstring(text.decode()) for path, text in pages.items()}


def long_affair() -> Digest:
    """A story, an article of none, a story; the names of the first two are on both."""
    texts = {
        "flood1": ("Brinemouth is under water. Ada Quay sent pumps.",),
        "flood2": ("Water stands in Brinemouth.",),
        "alone": ("Ada Quay warned of a leak. The sluice of Brinemouth cost 40 million crowns.",),
        "inquiry1": ("Judge Wick opened the inquiry. The hall was full.",),
        "inquiry2": ("An inquiry began.",),
    }
    days = {"flood1": 0, "flood2": 1, "alone": 12, "inquiry1": 70, "inquiry2": 70}
    reports = [
        make_report(
            name,
            f"Headline of {name}",
            texts[name],
            topics=("medtop:20000151",),
            source="Sample Gazette",
            published=FIRST + timedelta(days=day),
        )
        for name, day in days.items()
    ]
    digest = make_digest(reports, stories=[("flood1", "flood2"), ("inquiry1", "inquiry2")])
    episodes = (
        Episode(story="flood1", article="flood1"),
        Episode(
            story=None,
            article="alone",
            news=(Claim(article="alone", sentence=1),),
            why=("shares Brinemouth", "12 days later"),
        ),
        Episode(
            story="inquiry1",
            article="inquiry1",
            news=(Claim(article="inquiry1", sentence=0),),
            why=("shares Ada Quay",),
        ),
    )
    return replace(digest, threads=(Thread(id="flood1", title="Brinemouth flood", episodes=episodes),))


def words(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def thread_path(pages: dict[str, html.HtmlElement]) -> str:
    return next(path for path in pages if path.startswith("threads/flood1"))


def test_the_page_tells_the_parts_in_order_with_what_is_new_and_why():
    pages = pages_of(long_affair())
    page = pages[thread_path(pages)]
    assert page.xpath("//h1")[0].text_content() == "Brinemouth flood"
    assert words(page.find_class("opening")[0]).endswith("3 parts 5 reports 1 December 2015 – 9 February 2016")
    parts = page.xpath("//ol[@class='episodes']/li")
    assert [words(part) for part in parts] == [
        "1 Dec 2015 2 reports Headline of flood1 Brinemouth is under water.",
        "13 Dec 2015 Sample Gazette Headline of alone The sluice of Brinemouth cost 40 million crowns. "
        "shares Brinemouth; 12 days later",
        "9 Feb 2016 2 reports Headline of inquiry1 Judge Wick opened the inquiry. shares Ada Quay",
    ]


def test_a_part_has_the_day_of_the_headline_that_stands_for_it_and_the_thread_all_of_its_days():
    digest = long_affair()
    thread = digest.threads[0]
    later = replace(thread.episodes[0], article="flood2")
    digest = replace(digest, threads=(replace(thread, episodes=(later, *thread.episodes[1:])),))
    pages = pages_of(digest)
    page = pages[thread_path(pages)]
    assert words(page.xpath("//ol[@class='episodes']/li")[0]).startswith("2 Dec 2015")
    assert words(page.find_class("opening")[0]).endswith("1 December 2015 – 9 February 2016")


def test_parts_lead_to_their_stories_and_articles_and_sentences_to_their_place():
    pages = pages_of(long_affair())
    path = thread_path(pages)
    for part, kind in zip(
        pages[path].xpath("//ol[@class='episodes']/li"), ("stories", "articles", "stories"), strict=True
    ):
        assert f"/{kind}/" in part.xpath(".//h3/a/@href")[0]
    claims = pages[path].xpath("//ol[@class='episodes']//a[@class='claim']/@href")
    assert [claim.split("#")[0].split("/")[-2] for claim in claims] == ["flood1", "alone", "inquiry1"]
    for claim in claims:
        target, _, anchor = claim.removeprefix("../../").partition("#")
        assert pages[f"{target}index.html"].xpath(f"//*[@id='{anchor}']")


def test_names_and_topics_of_two_parts_stand_beside():
    pages = pages_of(long_affair())
    beside = words(pages[thread_path(pages)].find_class("beside")[0])
    assert "Ada Quay" in beside
    assert "Brinemouth" in beside
    assert "Flood" in beside


def test_stories_and_articles_lead_to_the_thread_and_the_parts_before_and_after():
    pages = pages_of(long_affair())
    boxes = {path: words(box) for path, page in pages.items() for box in page.find_class("thread-box")}
    told = {path.split("/")[-2]: text for path, text in boxes.items()}
    assert told["alone"] == (
        "Part of a thread Brinemouth flood part 2 of 3 "
        "Before Headline of flood1 1 Dec 2015 After Headline of inquiry1 9 Feb 2016"
    )
    assert told["flood2"] == "Part of a thread Brinemouth flood part 1 of 3 After Headline of alone 13 Dec 2015"
    story = next(path for path in boxes if path.startswith("stories/inquiry1"))
    assert boxes[story] == "Part of a thread Brinemouth flood part 3 of 3 Before Headline of alone 13 Dec 2015"


def test_the_index_lists_threads_and_is_linked_from_the_stories():
    pages = pages_of(long_affair())
    row = pages["threads/index.html"].find_class("row")[0]
    assert words(row).startswith(
        "Brinemouth flood 3 parts 1 December 2015 – 9 February 2016 Latest Headline of inquiry1"
    )
    assert "../threads/" in pages["stories/index.html"].xpath("//main//a/@href")


def test_a_site_without_threads_has_no_page_and_no_link_for_them():
    pages = pages_of(flood_digest())
    assert not [path for path in pages if path.startswith("threads/")]
    assert not [path for path, page in pages.items() if any("threads/" in href for href in page.xpath("//a/@href"))]


def test_the_sitemap_dates_a_thread_by_its_newest_report():
    texts = texts_of(long_affair())
    urls = etree.fromstring(texts["sitemap.xml"])
    dates = {url[0].text: url[1].text for url in urls if len(url) > 1}
    assert [day for address, day in dates.items() if "/threads/flood1" in address] == ["2016-02-09"]


def test_the_export_has_threads_and_keeps_to_its_schema():
    record = json.loads(export_digest(long_affair()))
    jsonschema.validate(record, json.loads(files("generator").joinpath("export.schema.json").read_text("utf-8")))
    thread = record["threads"][0]
    assert thread["url"].startswith("threads/flood1")
    assert thread["episodes"][1] == {
        "story": None,
        "article": "alone",
        "news": [1],
        "why": ["shares Brinemouth", "12 days later"],
    }


# --- what leads to threads -------------------------------------------------------------------------------------------


def test_each_report_has_an_address_that_leads_to_the_thread_whatever_it_was_named_after():
    digest = long_affair()
    known = {each.article.id: each.article for each in digest.articles}
    pages = pages_of(digest)
    own = thread_path(pages)
    for report in ("flood2", "alone", "inquiry1", "inquiry2"):
        moved = pages[f"{former_thread_address(known[report])}index.html"]
        (way,) = moved.xpath("//a/@href")
        assert f"threads/{way.removeprefix('../')}index.html" == own


def going_on(page: html.HtmlElement) -> list[str]:
    return [words(row) for row in page.xpath("//section[@class='going-on']//li")]


def test_editions_name_the_threads_that_went_on_in_them_with_the_newest_part():
    pages = pages_of(long_affair())
    assert going_on(pages["editions/2015/12/13/index.html"]) == ["Brinemouth flood Headline of alone 13 Dec 2015"]
    assert going_on(pages["editions/2015/12/01/index.html"]) == []  # what begins does not go on yet
    assert going_on(pages["editions/2016/02/index.html"]) == ["Brinemouth flood Headline of inquiry1 9 Feb 2016"]


def test_the_front_page_names_what_went_on_lately():
    digest = long_affair()
    page = pages_of(digest)["index.html"]
    assert going_on(page) == ["Brinemouth flood Headline of inquiry1 9 Feb 2016"]
    assert page.xpath("//section[@class='going-on']/h2/a/@href") == ["./threads/"]
    later = make_report("later", "Later", ("Nothing happened.",), published=FIRST + timedelta(days=120))
    digest = make_digest([*digest.articles, later], stories=[("flood1", "flood2"), ("inquiry1", "inquiry2")])
    assert going_on(pages_of(replace(digest, threads=long_affair().threads))["index.html"]) == []


def test_an_edition_calls_a_thread_and_its_part_as_they_were_called_then():
    first = long_affair()
    moved = [
        replace(e, article=replace(e.article, published=FIRST + timedelta(days=71)))
        if e.article.id == "inquiry2"
        else e
        for e in first.articles
    ]
    digest = make_digest(moved, stories=[("flood1", "flood2"), ("inquiry1", "inquiry2")])
    (thread,) = first.threads
    called = ("Headline of flood1", "Brinemouth sluice", "Brinemouth inquiry")
    episodes = [replace(each, called=name) for each, name in zip(thread.episodes, called, strict=True)]
    later = replace(episodes[2], article="inquiry2")  # the story is titled by a report of the day after
    thread = replace(thread, title=called[-1], episodes=(*episodes[:2], later))
    pages = pages_of(replace(digest, threads=(thread,)))
    assert going_on(pages["editions/2015/12/13/index.html"]) == ["Brinemouth sluice Headline of alone 13 Dec 2015"]
    assert going_on(pages["editions/2016/02/09/index.html"]) == ["Brinemouth sluice Headline of inquiry1 9 Feb 2016"]
    assert going_on(pages["editions/2016/02/index.html"]) == ["Brinemouth inquiry Headline of inquiry2 10 Feb 2016"]
