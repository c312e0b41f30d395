"""The sample site as a reader, a crawler and a subscriber meet it. Nothing here trusts the generator's own checks."""

from __future__ import annotations

import json
import posixpath
from collections import Counter, deque
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import feedparser
import lxml.etree
import lxml.html
import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.config import FeedsConfig

SITE_URL = "https://news-digest.example/"


class Crawl:
    """Every page that can be reached from home, with its depth, its links and its anchors."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.depth = {"index.html": 0}
        self.links: dict[str, list[tuple[str, str]]] = {}
        self.anchors: dict[str, set[str]] = {}
        self.trees: dict[str, lxml.html.HtmlElement] = {}
        waiting = deque(["index.html"])
        while waiting:
            page = waiting.popleft()
            self.read(page)
            for target, _ in self.links[page]:
                if target.endswith(".html") and target not in self.depth and (folder / target).is_file():
                    self.depth[target] = self.depth[page] + 1
                    waiting.append(target)

    def read(self, page: str) -> None:
        tree = lxml.html.fromstring((self.folder / page).read_bytes())
        self.trees[page] = tree
        self.anchors[page] = {element.get("id") for element in tree.iter() if element.get("id")}
        self.links[page] = [self.resolve(page, href) for href in tree.xpath("//a/@href") if not urlsplit(href).scheme]

    def resolve(self, page: str, href: str) -> tuple[str, str]:
        path, anchor = urldefrag(href)
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), unquote(path)))[1:] if path else page
        if path.endswith("/") or path in (".", ".."):
            target = posixpath.join(target, "index.html")
        return target, unquote(anchor)

    def linked(self, page: str) -> set[str]:
        return {target for target, _ in self.links[page]}


@pytest.fixture(scope="module")
def site(sample_site):
    return sample_site / "site"


@pytest.fixture(scope="module")
def crawl(site):
    return Crawl(site)


@pytest.fixture(scope="module")
def digest(sample_site):
    return json.loads(CliRunner().invoke(main, ["export", "-f", str(sample_site / "mkdocs.yml")]).stdout)


def test_the_sample_is_of_the_size_it_should_be(sample_site, digest):
    inbox = sorted(path.suffix for path in (sample_site / "content" / "inbox").iterdir())
    assert len(digest["articles"]) == len(inbox) >= 30
    assert min(Counter(inbox)[suffix] for suffix in (".txt", ".html", ".md")) >= 5
    assert len({a["source"] for a in digest["articles"]}) >= 5
    assert len({a["published"][:10] for a in digest["articles"]}) >= 10
    assert len([t for t in digest["topics"] if t["parent"] is None and len(t["articles"]) >= 2]) >= 6
    source = {a["id"]: a["source"] for a in digest["articles"]}
    told_by_several = [s for s in digest["stories"] if len({source[a] for a in s["articles"]}) >= 2]
    assert len(told_by_several) >= 5


def test_every_kind_of_difference_is_shown(digest):
    differences = [row for account in digest["accounts"] for row in account["differences"]]
    assert {row["kind"] for row in differences} == {"number", "date", "place", "name"}
    source = {a["id"]: a["source"] for a in digest["articles"]}
    for row in differences:
        assert len({source[claim["article"]] for cell in row["cells"] for claim in cell["claims"]}) >= 2, row["subject"]


def test_no_link_or_anchor_is_broken(site, crawl):
    broken = []
    for page, links in crawl.links.items():
        for target, anchor in links:
            if not (site / target).is_file() or (anchor and anchor not in crawl.anchors.get(target, ())):
                broken.append((page, target, anchor))
    assert broken == []


def test_every_page_is_within_four_clicks_of_home(site, crawl):
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {"404.html", *former(site)}
    assert pages - crawl.depth.keys() == set()
    assert max(crawl.depth.values()) <= 4


def former(site, folder="*"):
    """Pages that lead on to where a story or thread is now, and where: the crawl comes to none of them."""
    found = {}
    for path in site.glob(f"{folder}/*/index.html"):
        tree = lxml.html.fromstring(path.read_bytes())
        for content in tree.xpath("//meta[@http-equiv='refresh']/@content"):
            target = posixpath.normpath(posixpath.join(path.parent.relative_to(site), content.partition("url=")[2]))
            found[path.relative_to(site).as_posix()] = f"{unquote(target)}/index.html"
    return found


def test_former_addresses_of_stories_lead_to_them(site, crawl, digest):
    story_pages = {f"{story['url']}index.html" for story in digest["stories"]}
    older = {chain["newest"]: len(chain["older"]) for chain in digest["versions"]}
    reports = {article for story in digest["stories"] for article in story["articles"]}
    near = {each["article"] for story in digest["stories"] for each in story["nearest"]} - reports
    names = sum(1 + older.get(article, 0) for article in reports | near)
    found = former(site, "stories")
    assert set(found.values()) == story_pages
    assert len(found) == names - len(digest["stories"])
    assert not crawl.depth.keys() & former(site).keys()


def test_former_addresses_of_threads_lead_to_them(site, digest):
    pages = {f"{thread['url']}index.html" for thread in digest["threads"]}
    assert pages
    assert set(former(site, "threads").values()) == pages


def test_no_page_asks_another_host_for_anything(crawl):
    for page, tree in crawl.trees.items():
        wanted = [*tree.xpath("//@src"), *tree.xpath("//link[@rel='stylesheet' or @rel='icon']/@href")]
        assert not [url for url in wanted if urlsplit(url).netloc or urlsplit(url).scheme], page


def stand_ins(digest):
    """Article -> the one that stands for it in lists that have both: whose text it carries, its newest version."""
    copies = {copy["article"]: each["shown"] for each in digest["syndications"] for copy in each["copies"]}
    return copies | {older: chain["newest"] for chain in digest["versions"] for older in chain["older"]}


def test_every_article_links_to_all_it_belongs_to_and_back(site, crawl, digest):
    pages = {a["id"]: f"{a['url']}index.html" for a in digest["articles"]}
    groups = [*digest["topics"], *digest["stories"], *digest["entities"]]
    shown = stand_ins(digest)
    for group in groups:
        page = f"{group['url']}index.html"
        for article in group["articles"]:
            other = shown.get(article)
            seen = other if other in group["articles"] else article
            assert pages[seen] in crawl.linked(page), (page, article)
    own = {a["id"]: {t["id"] for t in a["topics"]} for a in digest["articles"]}
    for group in (*digest["stories"], *digest["entities"]):
        for article in group["articles"]:
            assert f"{group['url']}index.html" in crawl.linked(pages[article]), (group["url"], article)
    for topic in digest["topics"]:
        for article in topic["articles"]:
            if topic["id"] in own[article]:
                assert f"{topic['url']}index.html" in crawl.linked(pages[article])
    days = {a["id"]: f"editions/{a['published'][:10].replace('-', '/')}/index.html" for a in digest["articles"]}
    for article in digest["articles"]:
        day = days[article["id"]]
        other = shown.get(article["id"], "")
        assert day in crawl.linked(pages[article["id"]])
        assert pages[other if days.get(other) == day else article["id"]] in crawl.linked(day)
        source = [t for t in crawl.linked(pages[article["id"]]) if t.startswith("sources/") and t.count("/") == 2]
        is_older = any(article["id"] in chain["older"] for chain in digest["versions"])
        assert is_older or article["source"] is None or any(pages[article["id"]] in crawl.linked(s) for s in source)
    for link in digest["links"]:
        assert pages[link["to"]] in crawl.linked(pages[link["from"]])
        assert pages[link["from"]] in crawl.linked(pages[link["to"]])


def test_every_named_entity_with_a_page_is_linked_once_in_the_text(crawl, digest):
    entities = {f"{e['url']}index.html" for e in digest["entities"]}
    linked = 0
    for article in digest["articles"]:
        page = f"{article['url']}index.html"
        body = crawl.trees[page].xpath("//*[contains(concat(' ', @class, ' '), ' prose ')]")
        assert len(body) == 1
        targets = Counter(crawl.resolve(page, href)[0] for href in body[0].xpath(".//a/@href"))
        named = {target: n for target, n in targets.items() if target in entities}
        assert all(n == 1 for n in named.values()), article["title"]
        linked += len(named)
    assert linked >= 5 * len(digest["articles"])


def test_pages_that_say_nothing_are_not_made(digest):
    assert all(len(e["articles"]) >= 2 for e in digest["entities"])
    assert all(len(s["articles"]) >= 2 for s in digest["stories"])


def test_every_word_of_every_body_stands_on_its_page(sample_site, crawl, digest):
    for article in digest["articles"]:
        record = (sample_site / "content" / article["path"]).read_text("utf-8")
        shown = CliRunner().invoke(main, ["show", "--json", str(sample_site / "content" / article["path"])]).stdout
        paragraphs = json.loads(shown)["paragraphs"]
        text = " ".join(crawl.trees[f"{article['url']}index.html"].text_content().split())
        assert yaml.safe_load(record.split("\n---\n")[0])["id"] == article["id"]
        assert all(" ".join(p.split()) in text for p in paragraphs), article["title"]


# --- feeds -----------------------------------------------------------------------------------------------------------


def feeds(site):
    return sorted((*site.rglob("feed.xml"), *site.rglob("atom.xml")))


def test_every_feed_is_well_formed_and_says_where_it_is(site):
    for path in feeds(site):
        feed = feedparser.parse(path.read_bytes())
        assert feed.bozo == 0, path
        own = [link.href for link in feed.feed.links if link.rel == "self"]
        assert own == [SITE_URL + path.relative_to(site).as_posix()]
        assert feed.entries
        for entry in feed.entries:
            assert entry.id.startswith("urn:uuid:")
            assert entry.link.startswith(SITE_URL)
            assert entry.get("updated_parsed") or entry.get("published_parsed")
        assert len({entry.id for entry in feed.entries}) == len(feed.entries)


def test_the_three_formats_hold_the_same(site):
    for path in sorted(site.rglob("feed.json")):
        entries = json.loads(path.read_text("utf-8"))["items"]
        rss = feedparser.parse((path.parent / "feed.xml").read_bytes()).entries
        atom = feedparser.parse((path.parent / "atom.xml").read_bytes()).entries
        expected = [(item["id"], item["url"]) for item in entries]
        assert [(e.id, e.link) for e in rss] == [(e.id, e.link) for e in atom] == expected


def test_a_topics_and_a_days_feed_hold_what_their_pages_hold(site, crawl, digest):
    pages = {f"{a['url']}index.html" for a in digest["articles"]}
    checked = 0
    for path in sorted(site.rglob("feed.xml")):
        page = path.parent.relative_to(site).as_posix() + "/index.html"
        main_part = crawl.trees[page].xpath("//main//a/@href") if page in crawl.trees else []
        on_page = {crawl.resolve(page, href)[0] for href in main_part} & pages
        if page.startswith(("topics/", "editions/2")):
            entries = feedparser.parse(path.read_bytes()).entries
            in_feed = {f"{entry.link.removeprefix(SITE_URL)}index.html" for entry in entries}
            assert in_feed <= on_page, page
            assert len(in_feed) == min(len(on_page), FeedsConfig().entries), page
            checked += 1
    assert checked >= 20


def test_the_sites_feed_holds_the_newest_articles(site, digest):
    entries = feedparser.parse((site / "atom.xml").read_bytes()).entries
    shown = stand_ins(digest)
    listed = [SITE_URL + a["url"] for a in digest["articles"] if a["id"] not in shown]
    assert [e.link for e in entries] == listed[: FeedsConfig().entries]
    schemes = {tag.scheme for entry in entries for tag in entry.get("tags", ())}
    assert "http://cv.iptc.org/newscodes/mediatopic/" in schemes


def test_the_digest_feed_has_a_day_an_entry_grouped_by_topic(site, digest):
    entries = feedparser.parse((site / "editions" / "feed.xml").read_bytes()).entries
    shown = stand_ins(digest)
    days = sorted({a["published"][:10] for a in digest["articles"]}, reverse=True)
    assert [f"{SITE_URL}editions/{day.replace('-', '/')}/" for day in days] == [e.link for e in entries]
    for day, entry in zip(days, entries, strict=True):
        content = lxml.html.fromstring(entry.content[0].value if "content" in entry else entry.summary)
        headings = [h.text_content() for h in content.iter("h2")]
        assert headings
        assert len(headings) == len(set(headings))
        links = set(content.xpath(".//a/@href"))
        of_day = {a["id"]: a["url"] for a in digest["articles"] if a["published"][:10] == day}
        assert {SITE_URL + url for own, url in of_day.items() if shown.get(own) not in of_day} <= links


def test_every_page_announces_feeds_that_exist(site, crawl):
    for page, tree in crawl.trees.items():
        announced = tree.xpath("//link[@rel='alternate']/@href")
        assert announced, page
        for href in announced:
            target = href.removeprefix(SITE_URL) if href.startswith(SITE_URL) else crawl.resolve(page, href)[0]
            assert (site / target).is_file(), (page, href)


def test_the_opml_names_feeds_that_exist(site):
    tree = lxml.etree.parse(site / "feeds.opml")
    targets = tree.xpath("//outline/@xmlUrl")
    assert len(targets) >= 10
    assert all((site / target.removeprefix(SITE_URL)).is_file() for target in targets)


def test_the_sitemap_lists_every_page(site, crawl):
    tree = lxml.etree.parse(site / "sitemap.xml")
    listed = {loc.removeprefix(SITE_URL) for loc in tree.xpath("//*[local-name()='loc']/text()")}
    unlisted = {page for page, tree in crawl.trees.items() if tree.xpath("//meta[@name='robots']")}
    assert unlisted == {"saved/index.html"}
    assert {f"{address}index.html" for address in listed} == set(crawl.depth) - unlisted
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (site / "robots.txt").read_text("utf-8")
