"""Versions of one item on the site: the newest shown, the older ones reachable, one entry in feeds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import html
from newsroom import SITE, make_digest, make_report

from generator.config import FeedsConfig, RenderConfig
from generator.model import Chain, Digest
from generator.relate.versions import link_versions
from generator.render.feed_entries import make_guid
from generator.render.site import render_site
from generator.render.templates import Templates
from generator.render.version_views import shown_labels

OLD, NEW = "articles/2015/12/wall-1/", "articles/2015/12/wall-2/"


def at(hour: int) -> datetime:
    return datetime(2015, 12, 9, hour, tzinfo=UTC)


def wall(identity: str, hour: int | None, *labels: str):
    return make_report(
        identity,
        "Harbour wall to be built",
        (f"Brinemouth heard of the wall, {identity}.",),
        topics=("medtop:20000593",),
        source="Sample Wire",
        published=at(hour) if hour is not None else None,
        labels=labels,
    )


def make_chain(dated: bool = True) -> Digest:
    """A digest of two versions and another report; what relating leaves an older version out of is made without it."""
    new = wall("wall-2", 11 if dated else None, "UPDATE 1", "EMBARGO", "(Adds quotes)")
    storm = make_report("storm", "Storm at Saltland", source="Gazette", published=at(8) if dated else None)
    old, chain = wall("wall-1", 9 if dated else None), Chain(newest="wall-2", older=("wall-1",))
    digest = make_digest([new, storm])
    articles = (*digest.articles, old)
    return replace(digest, articles=articles, versions=(chain,), links=tuple(link_versions([chain])))


def render(digest: Digest) -> dict[str, str]:
    site = render_site(digest, SITE, RenderConfig(), FeedsConfig(), Templates())
    return {page.path: page.content.decode() for page in site.pages}


@pytest.fixture(scope="module")
def pages():
    return render(make_chain())


def tree(pages, address):
    return html.fromstring(pages[f"{address}index.html"])


def test_the_older_page_leads_to_the_newest(pages):
    page = tree(pages, OLD)
    (note,) = page.xpath("//*[@role='note']")
    assert " ".join(note.text_content().split()) == (
        "A newer version: UPDATE 1 (Adds quotes) Harbour wall to be built 9 December 2015, 11:00 UTC"
    )
    assert note.xpath(".//a/@href") == [f"../../../../{NEW}"]
    assert page.xpath("//link[@rel='canonical']/@href") == [SITE.url + NEW]
    assert page.xpath("//p[@class='meta']//a[text()='Sample Wire']")


def test_the_newest_page_lists_the_older_ones_apart_from_related_reports(pages):
    page = tree(pages, NEW)
    (box,) = page.xpath("//section[h2='Earlier versions']")
    assert box.xpath(".//a/@href") == [f"../../../../{OLD}"]
    assert box.xpath(".//time/@datetime") == ["2015-12-09T09:00:00Z"]
    assert page.xpath("//link[@rel='canonical']/@href") == [SITE.url + NEW]
    assert not page.xpath("//section[h2='Related']")
    assert not page.xpath("//*[@role='note']")


def test_labels_are_shown_but_for_an_embargo_that_is_over(pages):
    labels = tree(pages, NEW).xpath("//p[@class='labels']/span/text()")
    assert labels == ["UPDATE 1", "(Adds quotes)"]


def test_labels_are_words_apart_for_who_reads_the_text_alone(pages):
    (line,) = tree(pages, NEW).xpath("//p[@class='labels'][not(@role)]")
    assert " ".join(line.text_content().split()) == "UPDATE 1 (Adds quotes)"


def test_a_note_that_a_longer_one_says_too_is_not_shown_again():
    article = wall("w", 9, "UPDATE 2", "(Adds quotes)", "(Corrects day)", "(Adds detail, quotes from minister)").article
    assert shown_labels(article) == ("UPDATE 2", "(Corrects day)", "(Adds detail, quotes from minister)")


@pytest.mark.parametrize("dated", [True, False])
def test_no_other_page_links_the_older_version(dated):
    pages = render(make_chain(dated))
    linking = [
        path for path, text in pages.items() if path.endswith(".html") and "wall-1" in text and not path.startswith(OLD)
    ]
    assert linking == [f"{NEW}index.html"]


def test_a_feed_has_one_entry_named_after_the_first_version(pages):
    items = json.loads(pages["feed.json"])["items"]
    assert [item["url"] for item in items] == [SITE.url + NEW, f"{SITE.url}articles/2015/12/storm/"]
    assert items[0]["id"] == make_guid("wall-1")
    assert make_guid("wall-1") in pages["feed.xml"]
    assert make_guid("wall-1") in pages["atom.xml"]
    assert make_guid("wall-2") not in "".join(pages.values())


def test_the_sitemap_lists_the_older_page_too(pages):
    assert SITE.url + OLD in pages["sitemap.xml"]
