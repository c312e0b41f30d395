"""What crawlers are told."""

from __future__ import annotations

import re

from feed_digest import SITE, make_digest
from lxml import etree

from generator.render.sitemap import render_robots, render_sitemap

NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PATHS = (
    "index.html",
    "404.html",
    "feed.xml",
    "about/index.html",
    "articles/2015/12/late/index.html",
    "articles/2015/12/سفن/index.html",
    "stories/hostile/index.html",
    "topics/harbour-life/index.html",
    "editions/2015/w50/index.html",
    "myindex.html",
)


def sitemap() -> dict[str, str | None]:
    root = etree.fromstring(render_sitemap(PATHS, make_digest(), SITE).content)
    assert root.tag == f"{NS}urlset"
    return {url.findtext(f"{NS}loc") or "": url.findtext(f"{NS}lastmod") for url in root.findall(f"{NS}url")}


def test_pages_and_only_pages_are_listed_with_escaped_addresses() -> None:
    assert sorted(sitemap()) == [
        "https://news.example.org/digest/",
        "https://news.example.org/digest/about/",
        "https://news.example.org/digest/articles/2015/12/%D8%B3%D9%81%D9%86/",
        "https://news.example.org/digest/articles/2015/12/late/",
        "https://news.example.org/digest/editions/2015/w50/",
        "https://news.example.org/digest/stories/hostile/",
        "https://news.example.org/digest/topics/harbour-life/",
    ]


def test_a_page_is_as_new_as_its_newest_report() -> None:
    dates = {url.removeprefix(SITE.url): date for url, date in sitemap().items()}
    assert dates[""] == "2015-12-11T06:00:00Z"
    assert dates["articles/2015/12/late/"] == "2015-12-11T06:00:00Z"
    assert dates["articles/2015/12/%D8%B3%D9%81%D9%86/"] == "2015-12-10"
    assert dates["about/"] is None
    w3c = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?\Z")
    assert all(w3c.match(date) for date in dates.values() if date)


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    lines = render_robots(SITE).content.decode().splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert "Sitemap: https://news.example.org/digest/sitemap.xml" in lines
