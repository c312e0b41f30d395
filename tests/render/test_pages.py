"""The rendered pages as a reader, a robot and an enemy meet them."""

from __future__ import annotations

import gzip
import json
import re
from collections import deque
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree, html
from newsroom import SITE, find_spans, flood_digest, flood_reports, make_digest, make_report, with_reports

from generator.config import FeedsConfig, RenderConfig
from generator.exceptions import ConfigError
from generator.model import Digest, EnrichedArticle, Link, Site, Summary
from generator.render.frame import frame_context, make_frame, make_site_view
from generator.render.site import render_site
from generator.render.templates import Templates
from generator.render.views import LinkView

ABOUT = LinkView(address="about/", text="About")


@cache
def templates() -> Templates:
    return Templates()


def render(digest: Digest, options: RenderConfig = RenderConfig()) -> Site:  # noqa: B008 - frozen
    return render_site(digest, SITE, options, FeedsConfig(), templates(), (ABOUT,))


@cache
def flood_pages() -> dict[str, str]:
    return pages_of(render(flood_digest()))


def pages_of(site: Site) -> dict[str, str]:
    """The HTML pages, without those at former addresses, which only lead on."""
    pages = {p.path: p.content.decode() for p in site.pages if p.path.endswith(".html")}
    return {path: text for path, text in pages.items() if 'http-equiv="refresh"' not in text}


def read(path: str, pages: dict[str, str] | None = None) -> html.HtmlElement:
    return html.fromstring((pages or flood_pages())[path])


def links(path: str, pages: dict[str, str]) -> list[str]:
    """Files that a page links to, with `#anchor` where there is one."""
    base = SITE.url + path.removesuffix("index.html")
    found = []
    for href in read(path, pages).xpath("//@href"):
        target = urljoin(base, href)
        if target.startswith(SITE.url):
            parts = urlsplit(target)
            file = unquote(parts.path.removeprefix(urlsplit(SITE.url).path))
            file += "index.html" if file.endswith("/") or not file else ""
            found.append(f"{file}#{parts.fragment}" if parts.fragment else file)
    return found


def crowd(count: int, dated: bool = True) -> list[EnrichedArticle]:
    return [
        make_report(
            f"r{n}",
            f"Report {n}",
            (f"Brinemouth heard report {n}.",),
            topics=("medtop:20000593",),
            source="Example Tribune",
            published=date(2014 + n % 2, 1 + n % 12, 1 + n % 28) if dated else None,
        )
        for n in range(count)
    ]


@pytest.mark.parametrize(
    "digest",
    [
        flood_digest(),
        make_digest(crowd(30)),
        make_digest(crowd(7, dated=False)),
        make_digest([]),
    ],
    ids=["flood", "crowd", "undated", "empty"],
)
def test_every_link_leads_somewhere_and_every_page_is_four_clicks_from_home(digest: Digest) -> None:
    site = render(digest, RenderConfig(page_articles=3))
    pages = pages_of(site)
    assets = {f"assets/{name}" for name in ("style.css", "favicon.svg", "store.js")}
    files = {p.path for p in site.pages} | {"about/index.html"} | assets
    depth = {"index.html": 0}
    queue = deque(depth)
    while queue:
        path = queue.popleft()
        for target in links(path, pages):
            file, _, anchor = target.partition("#")
            assert file in files, f"{path} links to {file}, which is not there"
            assert not anchor or f'id="{anchor}"' in pages[file], f"{path} links to {target}"
            if file in pages and file not in depth:
                depth[file] = depth[path] + 1
                queue.append(file)
    assert set(pages) - set(depth) == {"404.html"}
    assert max(depth.values()) <= 4


def test_an_article_links_to_all_around_it_and_all_of_that_links_back() -> None:
    pages = flood_pages()
    own = "articles/2015/12/flood-a/index.html"
    around = {
        "topics/flood/index.html",
        "editions/2015/12/09/index.html",
        "stories/flood-a-84e5ca/index.html",
        "people/ada-quay/index.html",
        "places/brinemouth/index.html",
        "organisations/tide-board/index.html",
        "sources/example-tribune/index.html",
        "articles/2015/12/flood-b/index.html",
        "articles/2015/12/minister/index.html",
    }
    assert around <= set(links(own, pages))
    for path in around:
        assert own in links(path, pages), path


def test_names_are_linked_in_the_text_where_they_have_a_page() -> None:
    prose = read("articles/2015/12/flood-a/index.html").find_class("prose")[0]
    assert [a.text for a in prose.xpath(".//a")] == ["Brinemouth", "Tide Board", "Ada Quay"]
    undated = read("articles/2015/12/undated/index.html").find_class("prose")[0]
    assert [a.text for a in undated.xpath(".//a")] == ["Saltland"], "Lone Gull is named by one article only"
    assert not any("lone-gull" in path for path in flood_pages())


def test_a_related_article_says_why_from_either_end() -> None:
    digest = flood_digest()
    link = Link(source="minister", target="flood-a", relation="follow-up", score=1.0, why=("shares it", "a day later"))
    pages = pages_of(render(replace(digest, links=(link,))))
    there = read("articles/2015/12/minister/index.html", pages).find_class("related")[0].text_content()
    back = read("articles/2015/12/flood-a/index.html", pages).find_class("related")[0].text_content()
    assert "Later" in there
    assert "shares it; a day later" in there
    assert "Earlier" in back
    assert "shares it; a day earlier" in back


def test_a_story_tells_who_reported_what_and_links_each_sentence() -> None:
    page = read("stories/flood-a-84e5ca/index.html")
    text = page.text_content()
    assert [r.text_content() for r in page.xpath("//table[@class='reports']//a[@class='headline']")] == [
        "Brinemouth bails out its cellars",
        "Tide Board under fire after flood in Brinemouth",
    ]
    claims = {a.text_content(): a.get("href") for a in page.find_class("claim")}
    assert claims["Brinemouth woke on Saturday to water in its cellars."].endswith("flood-a/#s0")
    assert "9–10 December 2015" in text


def test_a_summary_is_sentences_that_link_to_where_they_stand() -> None:
    for path in (
        "index.html",
        "topics/flood/index.html",
        "people/ada-quay/index.html",
        "sources/sample-gazette/index.html",
    ):
        claims = read(path).xpath("//p[@class='summary']/a")
        assert claims, path
        assert all(re.search(r"articles/2015/12/[\w-]+/#s\d+$", a.get("href")) for a in claims), path
        assert "link to where they stand" in read(path).find_class("foot")[0].text_content()
    assert "where they stand" not in flood_pages()["404.html"] + flood_pages()["topics/index.html"]


def test_a_deck_links_to_its_article() -> None:
    report = make_report("r", "Tide", source="Example Tribune", published=date(2015, 12, 10))
    pages = pages_of(render(make_digest([replace(report, summary=Summary(text="High water, higher hopes"))])))
    (claim,) = read("index.html", pages).find_class("claim")
    assert (claim.text, claim.get("href")) == ("High water, higher hopes", "./articles/2015/12/r/")


def test_a_story_has_one_topic_wherever_it_stands() -> None:
    flood, echo, minister, undated = flood_reports()
    flood = replace(flood, topics=(*minister.topics, *flood.topics))
    digest = make_digest([flood, echo, minister, undated], stories=[("flood-a", "flood-b")])
    story = replace(digest.stories[0], topics=("medtop:20000151", "medtop:20000593"))
    pages = pages_of(render(replace(digest, stories=(story,))))
    for path in (
        "index.html",
        "stories/index.html",
        "stories/flood-a-84e5ca/index.html",
        "editions/2015/12/09/index.html",
    ):
        assert read(path, pages).find_class("kicker")[0].text_content() == "Flood", path


def test_a_report_that_names_no_source_says_so_in_the_same_words_everywhere() -> None:
    digest = flood_digest()
    flood = digest.articles[1]
    assert flood.article.id == "flood-a"
    unstated = with_reports(digest, replace(flood, article=replace(flood.article, source=None)))
    pages = pages_of(render(replace(unstated, sources=unstated.sources[1:])))
    story = read("stories/flood-a-84e5ca/index.html", pages)
    assert "1 source, 1 not stated" in story.text_content()
    sources = [td.text_content() for td in story.xpath("//table[@class='reports']//td[2]")]
    assert sources == ["Source not stated", "Sample Gazette"]
    for path in ("articles/2015/12/flood-a/index.html", "editions/2015/12/09/index.html", "topics/flood/index.html"):
        assert "Source not stated" in read(path, pages).text_content(), path


def test_a_chain_of_topics_with_the_same_reports_is_one_row_of_the_index() -> None:
    rows = [" ".join(h.text_content().split()) for h in read("topics/index.html").xpath("//h2 | //li//li | //main//li")]
    assert "Disaster, accident and emergency incident › Flood 2" in rows
    assert "Politics › Government 2" in rows
    assert {"topics/politics/index.html", "topics/flood/index.html"} <= set(links("topics/index.html", flood_pages()))


def test_the_editions_list_weeks_too() -> None:
    assert "editions/2015/w50/index.html" in links("editions/index.html", flood_pages())


def test_a_name_says_what_else_it_is_called() -> None:
    assert "Also called: TB" in read("organisations/tide-board/index.html").text_content()
    assert "Also called" not in read("people/ada-quay/index.html").text_content(), "Ms Quay is no other name"


def test_a_thin_day_is_filled_up_and_a_story_stands_on_the_front_page_once() -> None:
    page = read("index.html")
    lead, *seconds = [h.text_content() for h in page.xpath("//div[@class='top']//h2")]
    assert lead == "Tide Board under fire after flood in Brinemouth"
    assert seconds == ["Ben Pier to visit Brinemouth"]
    assert "Brinemouth bails out its cellars" not in page.text_content()


def test_an_article_without_a_date_is_listed_in_the_editions() -> None:
    assert "editions/undated/index.html" in links("editions/index.html", flood_pages())
    assert "articles/2015/12/undated/index.html" in links("editions/undated/index.html", flood_pages())


def test_pages_announce_their_feeds() -> None:
    def announced(path: str) -> set[str]:
        return {e.get("href") for e in read(path).xpath("//link[@rel='alternate'][@type!='application/json']")}

    assert announced("index.html") == {"./feed.xml", "./atom.xml", "./feed.json"}
    for folder in ("topics/flood/", "editions/2015/12/09/", "editions/2015/12/", "editions/"):
        root = "../" * folder.count("/")
        own = ("editions/", "editions/weekly/", "editions/monthly/") if folder == "editions/" else (folder,)
        expected = {f"{root}{at}{name}" for at in ("", *own) for name in ("feed.xml", "atom.xml", "feed.json")}
        assert announced(f"{folder}index.html") == expected


def test_every_page_has_one_heading_one_main_and_a_title_of_its_own() -> None:
    titles = []
    for path in flood_pages():
        page = read(path)
        titles.append(page.findtext(".//title"))
        assert len(page.xpath("//h1")) == 1, path
        assert len(page.xpath("//main")) == 1, path
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        levels = [int(h.tag[1]) for h in page.xpath("//h1|//h2|//h3|//h4")]
        assert all(b - a <= 1 for a, b in pairwise(levels)), f"{path} skips a heading: {levels}"
    assert len(titles) == len(set(titles))


def test_no_page_asks_another_host_for_anything() -> None:
    for path in flood_pages():
        page = read(path)
        assert not page.xpath("//iframe | //style | //@style | //*[@src and not(self::script)]"), path
        root = page.get("data-root")
        assert all(src.startswith(f"{root}assets/") for src in page.xpath("//script/@src")), path
        assert all(not e.startswith("http") for e in page.xpath("//link[@rel!='canonical']/@href")), path


EVIL = "</title></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def test_hostile_words_are_harmless_everywhere() -> None:
    evil = make_report(
        "evil",
        EVIL,
        (EVIL,),
        topics=("medtop:20000151",),
        source=EVIL,
        authors=(EVIL,),
        deck=EVIL,
        labels=(EVIL,),
        photo_credits=(EVIL,),
        language='en" onload="x',
        url="javascript:alert(1)",
        published=date(2015, 12, 10),
    )
    other = make_report(
        "other", EVIL, (EVIL,), source=EVIL, url='https://x.example/"><script>', published=date(2015, 12, 9)
    )
    why = Link(source="evil", target="other", relation="follow-up", score=1.0, why=(EVIL,))
    digest = make_digest([evil, other, *flood_reports()], stories=[("evil", "other")], links=[why])
    for path, text in pages_of(render(digest)).items():
        page = html.fromstring(text)
        scripts = page.xpath("//script[not(@src)]")
        assert all("assets/" in src for src in page.xpath("//script/@src")), path
        assert all(s.get("type") == "application/ld+json" for s in scripts), path
        assert not page.xpath("//img | //@onload | //@onerror"), path
        assert not any("javascript:" in href for href in page.xpath("//@href")), path
        for script in scripts:
            assert json.loads(script.text)["@type"] == "NewsArticle"


def test_an_odd_file_name_is_still_linked() -> None:
    odd = make_report("odd", "Odd", path="articles/2015/12/50% of #1? é.md", published=date(2015, 12, 10))
    pages = pages_of(render(make_digest([odd])))
    assert "articles/2015/12/50% of #1? é/index.html" in links("editions/2015/12/10/index.html", pages)


def test_linked_data_and_the_original() -> None:
    page = read("articles/2015/12/flood-a/index.html")
    data = json.loads(page.findtext(".//script[@type='application/ld+json']"))
    assert data["datePublished"] == "2015-12-09T18:40:00Z"
    assert data["publisher"]["name"] == "Example Tribune"
    assert page.xpath("//link[@rel='canonical']/@href") == [SITE.url + "articles/2015/12/flood-a/"]
    (original,) = page.xpath("//a[contains(@rel, 'external')]/@href")
    assert original == "https://tribune.example.org/flood?a=1&b=2"


def test_the_lost_page_links_from_the_host() -> None:
    page = read("404.html")
    assert all(h.startswith("/digest/") for h in page.xpath("//@href") if not h.startswith("#"))
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_page_written_by_hand_stands_in_the_frame() -> None:
    class Written:
        content = "<h1>About</h1><p>Us</p>"

    frame = make_frame(make_site_view(SITE, (ABOUT,)), "about/", "About")
    page = html.fromstring(templates().render("main.html", {**frame_context(frame), "page": Written()}))
    assert page.findtext(".//title") == "About – The Harbour Digest"
    assert page.find_class("prose")[0].findtext("h1") == "About"
    assert "../assets/style.css" in page.xpath("//@href")


def test_a_busy_day_names_all_its_articles() -> None:
    reports = [replace_day(report) for report in crowd(60)]
    listed = set(links("editions/2015/12/10/index.html", pages_of(render(make_digest(reports)))))
    assert all(f"articles/2015/12/r{n}/index.html" in listed for n in range(60))


def replace_day(report: EnrichedArticle) -> EnrichedArticle:
    return replace(report, article=replace(report.article, published=date(2015, 12, 10)))


def test_a_month_has_a_calendar() -> None:
    table = read("editions/2015/12/index.html").find_class("calendar")[0]
    assert [r.xpath("string(th)") for r in table.xpath(".//tbody/tr")] == ["49", "50", "51", "52", "53"]
    assert table.xpath(".//td/a/@href") == [f"../../../editions/2015/12/{d:02}/" for d in (8, 9, 10)]


def test_a_foreign_report_is_marked_as_such() -> None:
    report = make_report("f", "Flut", ("Es regnet.",), language="de", published=date(2015, 12, 10))
    pages = pages_of(render(make_digest([report])))
    assert read("articles/2015/12/f/index.html", pages).xpath("//article/@lang") == ["de"]
    assert read("index.html", pages).xpath("//article/@lang") == ["de"]


def test_a_theme_of_ones_own_comes_first(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("Mine", "utf-8")
    assert Templates([tmp_path]).render("404.html", {}) == "Mine"


def test_a_slip_in_a_template_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "slip.html").write_text("{{ nothing }}", "utf-8")
    with pytest.raises(ConfigError, match=r"slip\.html.*nothing"):
        Templates([tmp_path]).render("slip.html", {})


def test_two_pages_at_one_path_are_an_error() -> None:
    twins = [make_report("a", "A", path="articles/x.md"), make_report("b", "B", path="articles/x.md")]
    with pytest.raises(ValueError, match=re.escape("articles/x/index.html")):
        render(make_digest(twins))


def test_the_same_digest_gives_the_same_site() -> None:
    assert render(flood_digest()) == render(flood_digest())


def test_the_stylesheet_is_small_and_asks_for_nothing() -> None:
    style = (Path(__file__).parents[2] / "theme/assets/style.css").read_text("utf-8")
    assert len(gzip.compress(style.encode())) < 15 * 1024
    assert "url(" not in style
    assert "@import" not in style
    etree.fromstring((Path(__file__).parents[2] / "theme/assets/favicon.svg").read_bytes())


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_can_be_read_in_both_schemes(scheme: int) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    style = (Path(__file__).parents[2] / "theme/assets/style.css").read_text("utf-8")
    pairs = re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\);", style)
    tokens = {name: colours[scheme] for name, *colours in pairs}
    for ground in ("paper", "mark"):
        for ink in ("ink", "soft", "accent", "link"):
            light, dark = sorted((luminance(tokens[ground]), luminance(tokens[ink])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def test_spans_of_the_newsroom_are_right() -> None:
    report = flood_reports()[0]
    text = report.article.text
    assert all(text[m.span.start : m.span.end] in text for m in report.mentions)
    assert find_spans(text, "Saturday")
