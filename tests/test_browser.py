"""The sample site in a real browser: it fits a phone, has a dark side, needs nobody else, and can be walked."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner
from conftest import write_site
from playwright.sync_api import sync_playwright
from relate.accounts.ferry import REPORTS, as_markdown

from generator.cli import main

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.network,
    pytest.mark.skipif(BROWSER is None, reason="needs Chromium, which .ci/run installs"),
]
PAGES = ("", "stories/", "topics/", "people/", "editions/", "editions/2015/12/", "sources/", "feeds/", "about/")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address(sample_site):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(sample_site / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, address):
    """Opens a page and notes what it asked for and what the console said."""
    opened = []

    def open_(path="", **settings):
        context = browser.new_context(**settings)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(address + path)
        opened.append(context)
        return page

    yield open_
    for context in opened:
        context.close()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_a_phone_or_asks_another_host(open_page, address, path):
    page = open_page(path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.said == []
    assert [url for url in page.asked if not url.startswith(address)] == []


def test_a_dark_room_gets_a_dark_page(open_page):
    def brightness(scheme):
        page = open_page(color_scheme=scheme)
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))

    assert brightness("light") > 600 > 200 > brightness("dark")


def test_a_reader_walks_from_home_to_a_story_its_reports_and_a_name(open_page, address):
    page = open_page(viewport={"width": 1280, "height": 900})
    page.locator("main a[href*='stories/']").first.click()
    title = page.locator("h1").inner_text()
    page.locator("table a[href*='articles/']").first.click()
    assert page.locator("article h1").count() == 1
    page.locator(".prose a[href*='people/'], .prose a[href*='places/'], .prose a[href*='organisations/']").first.click()
    assert page.locator("main a[href*='articles/']").count() >= 2
    page.go_back()
    page.locator("aside a[href*='stories/']").first.click()
    assert page.locator("h1").inner_text() == title


def test_a_claim_leads_to_its_sentence(open_page):
    page = open_page("stories/")
    page.locator("main a[href*='stories/']").first.click()
    claim = page.locator("main a[href*='#s']").first
    words = claim.inner_text().strip(" \"'“”…")[:40]
    claim.click()
    anchor = page.evaluate("location.hash.slice(1)")
    sentence = page.locator(f"#{anchor}").inner_text()
    assert words.split()[0] in sentence


def test_it_reads_without_scripts_and_on_paper(open_page):
    page = open_page(java_script_enabled=False)
    assert page.locator("main h1, main h2").count() >= 5
    page = open_page()
    page.emulate_media(media="print")
    assert not page.locator("nav[aria-label='Sections']").is_visible()


def test_a_former_address_of_a_story_leads_to_it(open_page, address, sample_site):
    moved = next(
        page.parent.name
        for page in sorted((sample_site / "site" / "stories").glob("*/index.html"))
        if b"To the story" in page.read_bytes()
    )
    page = open_page(f"stories/{moved}/", java_script_enabled=False)
    page.wait_for_selector("main h1")
    assert page.url.startswith(f"{address}stories/")
    assert moved not in page.url


@pytest.fixture(scope="module")
def ferry_address(tmp_path_factory):
    """A site of six reports of one fire, which differ in figures, a name and a quotation."""
    folder = write_site(
        tmp_path_factory.mktemp("ferry"), articles={f"{report[0]}.md": as_markdown(report) for report in REPORTS}
    )
    done = CliRunner().invoke(main, ["build", "--quiet", "-f", str(folder / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def test_a_reader_walks_from_home_to_a_difference_and_its_sentence(browser, ferry_address):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(ferry_address)
    page.locator("main a.compare").first.click()
    rows = page.locator("table.versus tbody").filter(has_text="people killed")
    assert rows.locator("td.value > a").all_inner_texts() == ["at least eight", "Thirteen"]
    rows.locator("td.value > a").first.click()
    sentence = page.locator(f"#{page.evaluate('location.hash.slice(1)')}")
    assert "at least eight people were killed" in sentence.inner_text()
    plain = page.evaluate("getComputedStyle(document.querySelector('.prose p')).backgroundColor")
    assert sentence.evaluate("each => getComputedStyle(each).backgroundColor") != plain, "the sentence is marked"
    assert sentence.bounding_box()["y"] < 900
    page.close()


@pytest.mark.parametrize(
    ("values", "source", "words"),
    [
        (["At least 188", "At least 269", "280", "at least 325"], "Mockingham Times (sample)", "killed at least 325"),
        (["some 55,000", "About 60,000", "Some 42,000"], "Demo Broadcasting", "About 60,000 homes in Lancashire"),
        (["Monday", "Tuesday"], "Demo Broadcasting", "in Mockingham on Tuesday"),
        (["York", "Hull"], "Demo Broadcasting", "tank of wax in Hull"),
        (["Hanna Lindqvist", "Hannah Lindqvist"], "Demo Broadcasting", "said Hannah Lindqvist"),
    ],
    ids=["a toll", "homes", "a day", "a place", "a name"],
)
def test_each_kind_of_difference_on_the_sample_site_leads_to_its_sentence(
    open_page, sample_site, values, source, words
):
    told = next(
        path.parent.name
        for path in sorted((sample_site / "site" / "stories").glob("*/index.html"))
        if all(f">{value}</a></td>" in path.read_text("utf-8") for value in values)
    )
    page = open_page("stories/", viewport={"width": 1280, "height": 900})
    page.locator(f"main a[href*='{told}']").first.click()
    rows = page.locator("table.versus tbody").all()
    row = next(row for row in rows if row.locator("td.value > a").all_inner_texts() == values)
    said = next(line for line in row.locator("tr").all() if words in line.locator("td.words").inner_text())
    assert source in said.locator("td.words").inner_text()
    said.locator("td.value > a").click()
    assert source in page.locator("article").inner_text()
    sentence = page.locator(f"#{page.evaluate('location.hash.slice(1)')}")
    assert words in sentence.inner_text()
    assert 0 <= sentence.bounding_box()["y"] < 900, "the sentence is in sight"


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_table_of_differences_fits_its_page(browser, ferry_address, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(ferry_address)
    page.locator("main a.compare").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    table = page.locator("table.versus").bounding_box()
    assert table["x"] >= 0
    assert table["x"] + table["width"] <= width
    page.close()
