"""What a story's page says of other stories, and what topic and source pages say of time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from lxml import html
from newsroom import SITE, flood_digest, make_digest, make_report

from generator.config import FeedsConfig, RenderConfig
from generator.model import Digest, StoryLink
from generator.render.site import render_site
from generator.render.templates import Templates

FIRST = date(2015, 12, 1)


def pages_of(digest: Digest) -> dict[str, html.HtmlElement]:
    site = render_site(digest, SITE, RenderConfig(), FeedsConfig(), Templates())
    return {p.path: html.fromstring(p.content.decode()) for p in site.pages if p.path.endswith(".html")}


def two_stories() -> Digest:
    reports = [
        make_report(f"{name}{n}", f"{name} {n}", source="Sample Gazette", published=FIRST + timedelta(days=day + n))
        for name, day in (("flood", 0), ("inquiry", 5))
        for n in (1, 2)
    ]
    digest = make_digest(reports, stories=[("flood1", "flood2"), ("inquiry1", "inquiry2")])
    links = (
        StoryLink(
            source="flood1", target="inquiry1", relation="follow-up", score=0.5, why=("shares it", "5 days later")
        ),
        StoryLink(
            source="inquiry1", target="flood1", relation="follow-up", score=0.5, why=("shares it", "5 days earlier")
        ),
    )
    return replace(digest, story_links=links)


def test_a_story_says_which_others_go_on_from_it_and_why_from_either_end():
    pages = pages_of(two_stories())
    told = {
        path.split("/")[1].partition("-")[0]: " ".join(" ".join(page.find_class("related")[0].itertext()).split())
        for path, page in pages.items()
        if path.startswith("stories/") and page.find_class("related")
    }
    assert told == {
        "flood1": "Related stories Later inquiry 1 2 reports 7–8 December 2015 shares it; 5 days later",
        "inquiry1": "Related stories Earlier flood 1 2 reports 2–3 December 2015 shares it; 5 days earlier",
    }


def test_a_story_without_others_says_nothing_of_them():
    assert not any(
        p.find_class("related") for path, p in pages_of(flood_digest()).items() if path.startswith("stories/")
    )


def test_a_topic_and_a_source_show_their_volume_with_the_figures_behind_it():
    days = (0, 0, 0, 2, 9)
    reports = [
        make_report(
            f"r{n}",
            f"Water {n}",
            topics=("medtop:20000151",),
            source="Sample Gazette",
            published=FIRST + timedelta(days=day),
        )
        for n, day in enumerate(days)
    ]
    pages = pages_of(make_digest(reports))
    for path in ("topics/flood/index.html", "sources/sample-gazette/index.html"):
        (chart,) = pages[path].find_class("volume")
        (svg,) = chart.iter("svg")
        assert svg.get("role") == "img"
        named = svg.get("aria-labelledby").split()
        assert [chart.get_element_by_id(each).text for each in named] == [
            "Reports by day",
            "5 reports, 1 Dec 2015 to 10 Dec 2015; most: 3 on 1 Dec 2015.",
        ]
        rows = {
            row.findtext("th/a"): (row.find("th/a").get("href"), row.findtext("td"))
            for row in chart.iter("tr")
            if row.find("td") is not None
        }
        assert rows == {
            "1 Dec 2015": ("../../editions/2015/12/01/", "3"),
            "3 Dec 2015": ("../../editions/2015/12/03/", "1"),
            "10 Dec 2015": ("../../editions/2015/12/10/", "1"),
        }


def test_a_topic_lists_its_sub_topics_those_of_most_reports_first():
    page = pages_of(flood_digest())["topics/politics/index.html"]
    assert " ".join(page.find_class("narrower")[0].text_content().split()) == "Government 2"
    assert page.xpath("//h2[@id='narrower']/text()") == ["Sub-topics"]
