"""Each fault is planted alone in a good site, and found."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import ATOM, FILES, JSON, OPML, RSS, SITEMAP, URL, page, write_site

from generator.check.addresses import SiteAddresses, Target
from generator.check.site import check_site
from generator.exceptions import GeneratorError

SHIPS = "articles/ships/index.html"


def test_a_good_site_gives_nothing(tmp_path: Path) -> None:
    assert check_site(write_site(tmp_path), URL) == ()


def test_no_site_at_all(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="no built site"):
        check_site(tmp_path / "nowhere", URL)


def ships(body: str, head: str = "") -> dict[str, str | None]:
    links = '<p id="why"><a href="../../people/%D8%B3%D9%81%D9%86/">x</a></p>'
    return {SHIPS: page("Ships", links + body, "../../", head)}


PAGE_FAULTS = [
    ("link-broken", ships('<a href="../gone/">x</a>')),
    ("link-broken", ships('<a href="../../about">no slash</a>')),
    ("link-broken", ships('<a href="/other-site/">x</a>')),
    ("link-broken", ships('<a href="../../../../up/">x</a>')),
    ("link-broken", ships(f'<a href="{URL}gone/">x</a>')),
    ("link-anchor", ships('<a href="#nothing">x</a>')),
    ("link-anchor", ships('<a href="../../about/#nothing">x</a>')),
    ("resource-foreign", ships('<img src="https://cdn.example/x.png" alt="">')),
    ("resource-foreign", ships('<img srcset="//cdn.example/x.png 2x" alt="">')),
    ("resource-foreign", ships("", '<link rel="stylesheet" href="https://fonts.example/a.css">')),
    ("resource-foreign", ships("", "<style>@import url(https://fonts.example/a.css);</style>")),
    ("resource-foreign", ships('<p style="background:url(https://cdn.example/x.png)">x</p>')),
    ("resource-foreign", ships('<iframe src="https://ads.example/"></iframe>')),
    ("resource-missing", ships('<img src="gone.png" alt="">')),
    ("html-heading", ships("<h1>Again</h1>")),
    ("html-id", ships('<p id="why">Because</p>')),
    ("html-alt", ships('<img src="../../logo.png">')),
    ("html-script", ships("<script>alert(1)</script>")),
    ("html-script", ships('<p onclick="x()">x</p>')),
    ("html-script", ships('<a href="java\nscript:alert(1)">x</a>')),
    ("html-data", ships("", '<script type="application/ld+json">{"a": </script>')),
    ("html-canonical", ships("", f'<link rel="canonical" href="{URL}gone/">')),
]


@pytest.mark.parametrize(("rule", "changes"), PAGE_FAULTS)
def test_a_fault_of_a_page(rule: str, changes: dict[str, str | None], tmp_path: Path) -> None:
    findings = check_site(write_site(tmp_path, changes), URL)
    assert [(f.path, f.rule) for f in findings] == [(SHIPS, rule)]


def test_a_page_without_language_title_doctype(tmp_path: Path) -> None:
    bare = '<html><body><h1>x</h1><a href="../people/%D8%B3%D9%81%D9%86/">x</a></body></html>'
    findings = check_site(write_site(tmp_path, {"about/index.html": bare}), URL)
    assert [f.rule for f in findings] == ["html-doctype", "html-language", "html-title"]


def test_an_empty_page_and_one_that_is_not_utf8(tmp_path: Path) -> None:
    folder = write_site(tmp_path, {"about/index.html": ""})
    (folder / SHIPS).write_bytes(b"<!doctype html><p>\xff")
    rules = {(f.path, f.rule) for f in check_site(folder, URL)}
    assert ("about/index.html", "html-heading") in rules
    assert (SHIPS, "html-encoding") in rules


def with_sitemap(*addresses: str) -> str:
    urls = "".join(f"<url><loc>{URL}{address}</loc></url>" for address in addresses)
    return SITEMAP.replace("</urlset>", urls + "</urlset>")


def test_an_orphan_and_pages_that_only_orphans_lead_to(tmp_path: Path) -> None:
    changes = {
        "a/index.html": page("A", '<a href="../b/">b</a> <a href="">self</a>', "../"),
        "b/index.html": page("B", "", "../"),
        "sitemap.xml": with_sitemap("a/", "b/"),
    }
    findings = check_site(write_site(tmp_path, changes), URL)
    assert [(f.path, f.rule) for f in findings] == [
        ("a/index.html", "page-orphan"),
        ("b/index.html", "page-unreachable"),
    ]


def test_a_page_too_far_from_home(tmp_path: Path) -> None:
    chain = {f"{n}/index.html": page(str(n), f'<a href="../{n + 1}/">on</a>' if n < 4 else "", "../") for n in range(5)}
    changes = {
        **chain,
        "about/index.html": page("About", '<a href="../0/">on</a>', "../"),
        "sitemap.xml": with_sitemap("0/", "1/", "2/", "3/", "4/"),
    }
    findings = check_site(write_site(tmp_path, changes), URL)
    assert [(f.path, f.rule) for f in findings] == [("3/index.html", "page-far"), ("4/index.html", "page-far")]


def test_the_not_found_page_must_not_have_relative_links(tmp_path: Path) -> None:
    changes = {"404.html": page("Not found", '<a href="about/">About</a>', root="/digest/")}
    assert [f.rule for f in check_site(write_site(tmp_path, changes), URL)] == ["link-relative"]


def test_a_stylesheet_that_loads_from_elsewhere(tmp_path: Path) -> None:
    css = "@import 'https://fonts.example/a.css'; p { background: url(gone.png) }"
    findings = check_site(write_site(tmp_path, {"style.css": css}), URL)
    assert [f.rule for f in findings] == ["resource-foreign", "resource-missing"]


FILE_FAULTS = [
    ("feed-self", "feed.xml", RSS.replace(f'{URL}feed.xml"', f'{URL}other.xml"')),
    ("feed-self", "atom.xml", ATOM.replace('rel="self"', 'rel="related"')),
    ("feed-self", "feed.json", JSON.replace(f"{URL}feed.json", f"{URL}other.json")),
    ("feed-syntax", "feed.xml", RSS.replace("</channel>", "")),
    ("feed-syntax", "feed.json", JSON.replace('"urn:a"', "7")),
    ("feed-syntax", "feed.json", JSON.replace('"items"', '"entries"')),
    ("feed-title", "feed.xml", RSS.replace("<title>News</title>", "")),
    ("feed-page", "atom.xml", ATOM.replace(f'rel="alternate" href="{URL}"', f'rel="alternate" href="{URL}gone/"')),
    ("feed-date", "feed.xml", RSS.replace("lastBuildDate", "category")),
    ("feed-entry", "feed.xml", RSS.replace("articles/ships/", "articles/gone/")),
    ("feed-entry", "feed.json", JSON.replace(f"{URL}articles/ships/", "articles/ships/")),
    ("feed-entry", "atom.xml", ATOM.replace("published", "rights")),
    ("feed-id", "atom.xml", ATOM.replace("</feed>", ATOM[ATOM.index("<entry>") :])),
    ("feed-id", "feed.xml", RSS.replace("urn:a", "")),
    ("feed-empty", "atom.xml", ATOM[: ATOM.index("<entry>")] + "</feed>"),
    ("feed-content", "feed.xml", RSS.replace(f'href="{URL}about/"', 'href="../about/"')),
    ("feed-content", "feed.xml", RSS.replace(f'href="{URL}about/"', f'href="{URL}gone/"')),
    ("data-syntax", "feed.json", JSON[:-5]),
    ("sitemap", "sitemap.xml", with_sitemap("gone/")),
    ("sitemap", "sitemap.xml", with_sitemap("about/")),
    ("sitemap", "sitemap.xml", SITEMAP.replace("2015-12-10<", "10 Dec 2015<")),
    ("data-syntax", "sitemap.xml", SITEMAP[:-5]),
    ("robots", "robots.txt", FILES["robots.txt"].replace("sitemap.xml", "map.xml")),
    ("robots", "robots.txt", FILES["robots.txt"].replace("User-agent: *", "")),
    ("opml", "feeds.opml", OPML.replace("feed.xml", "gone.xml")),
    ("opml", "feeds.opml", OPML.replace('version="2.0"', 'version="1.0"')),
    ("opml", "feeds.opml", OPML.replace('text="News"', "")),
    ("data-syntax", "feeds.opml", OPML[:-5]),
    ("data-missing", "robots.txt", None),
    ("data-missing", "sitemap.xml", None),
]


@pytest.mark.parametrize(("rule", "path", "content"), FILE_FAULTS)
def test_a_fault_of_a_file(rule: str, path: str, content: str | None, tmp_path: Path) -> None:
    findings = check_site(write_site(tmp_path, {path: content}), URL)
    assert [(f.path, f.rule) for f in findings] == [(path, rule)]


def test_a_page_that_the_sitemap_forgets(tmp_path: Path) -> None:
    shorter = SITEMAP.replace(f"<url><loc>{URL}about/</loc></url>", "")
    findings = check_site(write_site(tmp_path, {"sitemap.xml": shorter}), URL)
    assert [(f.path, f.rule) for f in findings] == [("about/index.html", "sitemap")]


def test_autodiscovery_of_a_feed_that_is_not_there_and_a_feed_that_no_page_offers(tmp_path: Path) -> None:
    findings = check_site(write_site(tmp_path, {"atom.xml": None}), URL)
    assert {(f.path, f.rule) for f in findings} == {(name, "link-broken") for name in FILES if name.endswith(".html")}
    hidden = RSS.replace(f"{URL}feed.xml", f"{URL}more.xml")
    findings = check_site(write_site(tmp_path, {"more.xml": hidden}), URL)
    assert [(f.path, f.rule) for f in findings] == [("more.xml", "feed-hidden")]


def test_findings_are_sorted_and_each_is_said_once(tmp_path: Path) -> None:
    body = '<a href="x/">x</a><a href="x/">x</a><h1>Two</h1>'
    findings = check_site(write_site(tmp_path, {"about/index.html": page("A", body, "../"), "robots.txt": None}), URL)
    assert list(findings) == sorted(set(findings))
    assert [f.rule for f in findings] == ["html-heading", "link-broken", "data-missing"]


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("", Target("topics/syria/index.html", "")),
        ("#a%20b", Target("topics/syria/index.html", "a b")),
        ("./", Target("topics/syria/index.html", "")),
        ("../", Target("topics/index.html", "")),
        ("../..", Target("index.html", "")),
        ("../../", Target("index.html", "")),
        ("../../feed.xml?x=1#y", Target("feed.xml", "y")),
        ("?page=2", Target("topics/syria/index.html", "")),
        ("/digest/", Target("index.html", "")),
        ("/digest", Target("index.html", "")),
        ("/", Target("..", "")),
        ("//news.example.org/digest/about/", Target("about/index.html", "")),
        ("https://news.example.org/digest", Target("index.html", "")),
        ("https://news.example.org/other/", None),
        ("https://elsewhere.example/", None),
        ("mailto:a@b.example", None),
    ],
)
def test_where_a_link_leads(href: str, target: Target | None) -> None:
    assert SiteAddresses(URL).resolve(href, "topics/syria/index.html") == target
