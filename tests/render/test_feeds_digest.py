"""The digest feed: one entry a day, its stories under topic headings."""

from __future__ import annotations

from dataclasses import replace

from feed_digest import ARABIC, SITE, make_digest
from lxml import html

from generator.config import FeedsConfig
from generator.render.digest_feed import digest_entries


def test_an_entry_a_day_dated_by_the_day_and_updated_with_its_reports() -> None:
    newer, older = digest_entries(make_digest(), SITE, FeedsConfig())
    assert (newer.title, older.title) == ("Thursday, 10 December 2015", "Monday, 30 November 2015")
    assert newer.url == "https://news.example.org/digest/editions/2015/12/10/"
    assert newer.published.isoformat() == "2015-12-10T00:00:00+00:00"
    assert newer.updated.isoformat() == "2015-12-11T06:00:00+00:00"
    assert newer.guid != older.guid


def test_stories_stand_under_topics_and_name_their_reports_and_sources() -> None:
    newer, _ = digest_entries(make_digest(), SITE, FeedsConfig())
    day = html.fromstring(f"<div>{newer.html}</div>")
    assert [heading.text_content() for heading in day.iter("h2")] == ["Armed conflict", "Other news"]
    story = day.xpath("ul[1]/li")[0]
    assert story.text_content().startswith("Ships <b>sail</b> & return ]]> </title> – Coast <Sample> (2 reports)")
    assert [href.rpartition("/digest/")[2] for href in story.xpath("a/@href")] == [
        "articles/2015/12/hostile/",
        "stories/hostile-8f383c/",
    ]
    (other,) = story.xpath("ul/li")
    assert other.text_content() == "Fleet home after storm – Harbour Sample"
    assert [li.text_content() for li in day.xpath("ul[2]/li")] == [f"{ARABIC} – Source not stated"]


def test_a_day_is_summed_up_by_the_reports_that_lead_on_its_page() -> None:
    newer, _ = digest_entries(make_digest(), SITE, FeedsConfig())
    assert newer.summary == f"{ARABIC} · Ships <b>sail</b> & return ]]> </title>"


def test_summaries_are_for_full_feeds() -> None:
    full = digest_entries(make_digest(), SITE, FeedsConfig())[1]
    short = digest_entries(make_digest(), SITE, FeedsConfig(content="summary"))[1]
    assert "Two ships came home." in full.html
    assert "Two ships came home." not in short.html
    assert "Quiet day" in short.html


def test_the_days_guid_depends_on_site_and_day_alone() -> None:
    digest = make_digest()
    first = digest_entries(digest, SITE, FeedsConfig())[0]
    fewer = replace(digest, editions=(replace(digest.editions[0], items=digest.editions[0].items[:1]),))
    assert digest_entries(fewer, SITE, FeedsConfig())[0].guid == first.guid
    elsewhere = replace(SITE, url="https://other.example/")
    assert digest_entries(digest, elsewhere, FeedsConfig())[0].guid != first.guid
