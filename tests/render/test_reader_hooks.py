"""What readers' tools hang on in a page: ids, moments, what an item may be followed by, citations, the policy."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from lxml import html
from newsroom import SITE, flood_digest, make_digest, make_report

from generator.config import FeedsConfig, RenderConfig, SiteConfig
from generator.model import Digest
from generator.render.policy import POLICY
from generator.render.site import render_site
from generator.render.templates import Templates

TEMPLATES = Templates()


def render(digest: Digest, site: SiteConfig = SITE) -> dict[str, str]:
    pages = render_site(digest, site, RenderConfig(), FeedsConfig(), TEMPLATES).pages
    return {page.path: page.content.decode() for page in pages}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render(flood_digest())


def read(path: str, pages: dict[str, str]) -> html.HtmlElement:
    return html.fromstring(pages[path])


def test_every_list_says_which_report_and_when(pages: dict[str, str]) -> None:
    ids = {report.article.id for report in flood_digest().articles}
    for path in ("index.html", "stories/index.html", "sources/example-tribune/index.html"):
        marked = read(path, pages).xpath("//*[@data-id]")
        assert marked, path
        assert {each.get("data-id") for each in marked} <= ids, path
        assert all(each.xpath(".//a[@href]") for each in marked), path
        assert all(datetime.fromisoformat(each.get("data-when")) for each in marked), path


def test_pages_of_reports_and_stories_say_what_they_are(pages: dict[str, str]) -> None:
    report = read("articles/2015/12/flood-a/index.html", pages).find(".//main")
    assert (report.get("data-id"), report.get("data-kind")) == ("flood-a", None)
    path = next(p for p in pages if p.startswith("stories/") and "flood" in p and "data-id" in pages[p])
    story = read(path, pages).find(".//main")
    assert story.get("data-kind") == "story"
    assert story.get("data-id") in {each.id for each in flood_digest().stories}


def test_what_items_are_about_leads_to_pages_with_a_button(pages: dict[str, str]) -> None:
    items = read("index.html", pages).xpath("//*[@data-about]")
    addresses = {address for item in items for address in item.get("data-about").split()}
    assert {address.partition("/")[0] for address in addresses} >= {"topics", "places"}
    for address in addresses:
        (button,) = read(f"{address}index.html", pages).xpath("//button[@data-does='follow']")
        assert button.get("data-address") == address
    assert not read("stories/index.html", pages).xpath("//*[@data-about]"), "on the front page alone"


def test_the_front_page_alone_says_what_is_newest() -> None:
    reports = [
        make_report("a", "Ayes have it", published=datetime(2015, 12, 9, 8, 30, tzinfo=UTC)),
        make_report("b", "Boats are back", published=datetime(2015, 12, 9, 18, 5, tzinfo=UTC)),
    ]
    pages = render(make_digest(reports))
    assert [p for p in pages if "data-newest" in pages[p]] == ["index.html"]
    assert read("index.html", pages).find(".//main").get("data-newest") == "2015-12-09T18:05:00Z"


@pytest.mark.parametrize(
    ("values", "cited"),
    [
        (
            {"authors": ("Ana Poe", "Bo Quist"), "source": "Demo Post", "published": date(2015, 12, 9)},
            "Ana Poe, Bo Quist. “Is it over?” Demo Post, 9 December 2015. https://a.example/x",
        ),
        ({"published": None}, "“Is it over?” https://a.example/x"),
        ({"published": None, "url": None}, f"“Is it over?” {SITE.url}articles/2015/12/c/"),
        ({"published": None, "title": "It is over"}, "“It is over.” https://a.example/x"),
        ({"published": None, "url": "javascript:alert(1)"}, f"“Is it over?” {SITE.url}articles/2015/12/c/"),
    ],
    ids=["all", "little", "no address", "a plain title", "a bad address"],
)
def test_a_citation_says_what_is_known(values: dict[str, object], cited: str) -> None:
    given = {"title": "Is it over?", "url": "https://a.example/x", "path": "articles/2015/12/c.md", **values}
    pages = render(make_digest([make_report("c", **given)]))
    (template,) = read("articles/2015/12/c/index.html", pages).xpath("//template[@id='citation']")
    assert " ".join(template.text_content().split()) == cited


def test_every_page_bars_scripts_within_it_but_in_a_preview(pages: dict[str, str]) -> None:
    whole = {p: text for p, text in pages.items() if p.endswith(".html") and 'http-equiv="refresh"' not in text}
    assert all(
        html.fromstring(t).xpath('//meta/@content[contains(., "default-src")]') == [POLICY] for t in whole.values()
    )
    preview = render(flood_digest(), replace(SITE, preview=True))
    assert not any("Content-Security-Policy" in text for text in preview.values())
    tag = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'.replace("'", "&#39;")
    assert all(preview[p] == text.replace(tag, "") for p, text in whole.items())


def test_your_reading_is_for_readers_not_for_robots(pages: dict[str, str]) -> None:
    page = read("saved/index.html", pages)
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "saved/" not in pages["sitemap.xml"]
    assert all("saved/" in text for p, text in pages.items() if p.endswith("/index.html") and "<footer" in text)
