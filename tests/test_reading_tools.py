"""The small tools in a real browser: marks, saving, following, looks, keys, copying; and the site without them."""

from __future__ import annotations

import gzip
import json
import re
import threading
from functools import partial
from http.server import ThreadingHTTPServer

import lxml.html
import pytest
from click.testing import CliRunner
from conftest import REPOSITORY, write_site
from playwright.sync_api import sync_playwright
from test_browser import BROWSER, Quiet

from generator.cli import main

pytestmark = [
    pytest.mark.network,
    pytest.mark.skipif(BROWSER is None, reason="needs Chromium, which .ci/run installs"),
]
TOOLS = ("appearance", "store", "reading", "keys", "panel")
TYPES = {
    "home": "index.html",
    "article": "articles/*/*/*/index.html",
    "story": "stories/*/index.html",
    "thread": "threads/*/index.html",
    "topic": "topics/*/index.html",
    "person": "people/*/index.html",
    "place": "places/*/index.html",
    "organisation": "organisations/*/index.html",
    "source": "sources/*/index.html",
    "year": "editions/[12]???/index.html",
    "month": "editions/[12]???/[01]?/index.html",
    "week": "editions/[12]???/w*/index.html",
    "day": "editions/[12]???/[01]?/??/index.html",
    "saved": "saved/index.html",
    "lost": "404.html",
}


def serve(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}/"


@pytest.fixture(scope="module")
def address(sample_site):
    server, address = serve(sample_site / "site")
    yield address
    server.shutdown()


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visitor(browser):
    """A reader with a browser of their own; what pages say on the console, or ask for, is noted."""
    contexts = []

    def visit(**settings):
        context = browser.new_context(**settings)
        context.asked, context.said = [], []
        context.on("request", lambda request: context.asked.append(request.url))
        context.on("console", lambda message: context.said.append(message.text))
        context.on("weberror", lambda error: context.said.append(str(error.error)))
        contexts.append(context)
        return context

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture
def page(visitor, address):
    page = visitor(viewport={"width": 1280, "height": 900}, base_url=address).new_page()
    page.goto("")
    yield page
    assert page.context.said == []


def one_of(site, kind):
    """The first page of a kind that is no redirect, by its address."""
    paths = (p for p in sorted(site.glob(TYPES[kind])) if b'http-equiv="refresh"' not in p.read_bytes())
    return next(paths).relative_to(site).as_posix().removesuffix("index.html")


def kept(page):
    """All that this site's storage holds."""
    stored = page.evaluate("({...localStorage})")
    assert len(stored) <= 1, "one key, and no more"
    return json.loads(next(iter(stored.values()))) if stored else None


def lead(page):
    return page.locator(".lead .headline a")


# The frame of all tools


def test_no_kind_of_page_says_anything_or_asks_another_host(visitor, address, sample_site):
    site = sample_site / "site"
    context = visitor()
    page = context.new_page()
    for path in {
        *(one_of(site, kind) for kind in TYPES),
        *(f"{index.parent.name}/" for index in site.glob("*/index.html")),
    }:
        page.goto(address + path)
        assert context.said == [], path
    assert [url for url in context.asked if not url.startswith(address)] == []
    assert context.cookies() == []


def test_every_page_has_a_policy_and_nothing_that_it_bars(sample_site):
    for path in sorted((sample_site / "site").rglob("*.html")):
        tree = lxml.html.parse(path)
        if tree.xpath("//meta[@http-equiv='refresh']"):
            continue
        (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert tree.xpath("//script[not(@src) and not(contains(@type, 'json'))] | //style | //@style") == [], path
        assert [name for each in tree.iter() for name in each.attrib if name.startswith("on")] == [], path


def test_scripts_within_a_page_do_not_run(visitor, address):
    context = visitor()
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
    assert page.evaluate("window.ran") is None
    assert "Content Security Policy" in context.said[0]


def test_all_tools_weigh_little():
    assets = REPOSITORY / "theme" / "assets"
    assert sum(len(gzip.compress((assets / f"{name}.js").read_bytes(), 9)) for name in TOOLS) <= 8 * 1024


def test_scripts_hold_no_words_for_readers():
    for name in TOOLS:
        source = (REPOSITORY / "theme" / "assets" / f"{name}.js").read_text("utf-8")
        code = re.sub(r"/\*.*?\*/|(?<!:)//.*", "", source, flags=re.DOTALL)
        strings = re.findall(r"textContent = [\"'`](.+?)[\"'`]|say\([\"'`]", code)
        assert strings == [], name


# What was read, what is new


def test_an_opened_headline_is_marked_also_on_the_way_back(page):
    title = lead(page).inner_text()
    assert lead(page).get_attribute("data-state") in (None, "")
    lead(page).click()
    page.wait_for_selector("article h1")
    page.go_back()
    page.wait_for_selector(".lead [data-state=read]")
    assert lead(page).inner_text().removesuffix("(read)").strip() == title
    assert "(read)" in lead(page).text_content(), "told to those who do not see colours"
    page.reload()
    assert lead(page).get_attribute("data-state") == "read"


ARTICLE = "---\nid: {id}\ntitle: {title}\nsource: Demo Post\npublished: {when}\n---\n\n{title} in the town hall.\n"


@pytest.fixture(scope="module")
def growing(tmp_path_factory):
    """A site of two reports, and how to add one more to it."""
    folder = write_site(
        tmp_path_factory.mktemp("growing"),
        articles={
            "one.md": ARTICLE.format(id="one", title="The bridge is closed for repairs", when="2024-05-02T09:00:00Z"),
            "two.md": ARTICLE.format(id="two", title="A baker wins the regatta", when="2024-05-02"),
        },
    )

    def build():
        done = CliRunner().invoke(main, ["build", "--quiet", "-f", str(folder / "mkdocs.yml")])
        assert done.exit_code == 0, done.output

    def add(identity, title, when):
        text = ARTICLE.format(id=identity, title=title, when=when)
        (folder / "content" / "articles" / f"{identity}.md").write_text(text, "utf-8")
        build()

    build()
    server, address = serve(folder / "site")
    yield address, add
    server.shutdown()


def test_what_came_since_the_last_visit_is_marked_and_counted(visitor, growing):
    address, add = growing
    page = visitor().new_page()
    page.clock.install(time="2024-05-03T08:00:00Z")
    page.goto(address)
    assert page.locator("[data-state=new]").count() == 0, "a first visit has no last one"
    assert page.locator("#since").inner_text() == ""
    add("three", "The library stays open late", "2024-05-03T07:00:00Z")
    add("four", "Ferry crews call off their strike", "2024-05-02")
    page.clock.fast_forward("00:10")
    page.reload()
    assert page.locator("[data-state=new]").count() == 0, "still the same visit"
    page.clock.fast_forward("40:00")
    add("five", "A heron nests on the clock tower", "2024-05-03")
    page.clock.fast_forward("10:00:00")
    page.reload()
    new = page.locator("[data-state=new]")
    assert [text.strip() for text in new.all_text_contents()] == ["A heron nests on the clock tower (new)"]
    assert page.locator("#since").inner_text() == "1 new report since your last visit"
    new.click()
    page.wait_for_selector("article h1")
    page.goto(address)
    assert page.locator("[data-state=new]").count() == 0
    assert page.locator("#since").inner_text() == "Nothing new since your last visit"
    assert page.context.said == []


# Saving and following


def test_a_report_a_story_and_a_headline_are_saved_and_listed(page, sample_site):
    story = one_of(sample_site / "site", "story")
    page.goto(story)
    story_title = page.locator("h1").inner_text()
    button = page.get_by_role("button", name="Save for later")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator("#told").inner_text() == "Saved for later"
    page.goto("")
    headline = lead(page).inner_text()
    page.keyboard.press("j")
    page.keyboard.press("s")
    lead(page).click()
    page.wait_for_selector("article h1")
    assert page.get_by_role("button", name="Save for later").get_attribute("aria-pressed") == "true"
    page.get_by_role("link", name="Your reading").click()
    assert page.locator("#saved h3").all_inner_texts() == [headline, story_title]
    page.locator("#saved h3 a").first.click()
    assert page.locator("h1").inner_text() == headline
    page.go_back()
    page.get_by_role("button", name=f"Remove: {headline}").click()
    assert page.locator("#saved h3").all_inner_texts() == [story_title]
    assert page.evaluate("document.activeElement.id") == "saved"


def test_what_is_followed_comes_first_on_the_front_page(page):
    assert page.locator("#followed-news").is_hidden()
    item = page.locator("[data-about*='people/'], [data-about*='places/']").last
    title = item.locator(".headline").first.inner_text()
    name = next(a for a in item.get_attribute("data-about").split() if not a.startswith("topics/"))
    page.goto(name)
    called = page.locator("h1").inner_text()
    page.get_by_role("button", name="Follow").click()
    page.goto("")
    section = page.get_by_role("region", name="Followed")
    assert title in section.inner_text()
    assert section.get_by_role("link", name=called, exact=True).count() == 1
    assert section.locator(".nothing").is_hidden()
    assert section.bounding_box()["y"] < page.locator(".lead").bounding_box()["y"]
    days = section.locator("[data-when]").evaluate_all("all => all.map(each => each.dataset.when.slice(0, 10))")
    assert days == sorted(days, reverse=True)
    page.goto("saved/")
    page.get_by_role("button", name=f"No longer follow: {called}").click()
    page.goto("")
    assert section.is_hidden()


def test_a_broader_topic_has_the_news_of_those_below(page):
    about = page.locator(".lead").get_attribute("data-about").split()
    page.goto(next(address for address in about if address.startswith("topics/")))
    page.locator(".crumbs a").nth(2).click()
    page.wait_for_load_state()
    page.get_by_role("button", name="Follow").click()
    page.goto("")
    assert lead(page).inner_text() in page.locator("#followed-news").inner_text()


# How it looks


def background(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_a_chosen_theme_and_size_hold_on_every_page_from_the_first_moment(page, address):
    page.emulate_media(color_scheme="light")
    light, size = background(page), page.evaluate("getComputedStyle(document.body).fontSize")
    page.goto("saved/")
    page.get_by_label("Dark").check()
    page.get_by_label("Largest").check()
    dark = background(page)
    assert dark != light
    page.route("**/reading.js", lambda route: None)  # held back: what is there before any module ran
    page.goto("", wait_until="commit")
    page.wait_for_selector("footer", state="attached")
    assert background(page) == dark
    assert page.evaluate("getComputedStyle(document.body).fontSize") != size
    page.unroute("**/reading.js")
    page.emulate_media(color_scheme="dark")
    page.goto("saved/")
    page.get_by_label("Light", exact=True).check()
    assert background(page) == light
    page.get_by_label("As your system has it").check()
    assert background(page) == dark


SHIFT = """new Promise(done => {
  const sum = all => done(all.getEntries().reduce((sum, each) => sum + each.value, 0));
  new PerformanceObserver(sum).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(0), 500);
})"""


def test_nothing_on_the_front_page_shifts_as_the_tools_come(page):
    about = page.locator(".lead").get_attribute("data-about").split()
    for address in (about[0], about[-1]):
        page.goto(address)
        page.get_by_role("button", name="Follow").click()
    page.goto("")
    shift = page.evaluate(SHIFT)
    assert shift < 0.01


# Keys


def focused(page):
    return page.evaluate("document.activeElement.closest('[data-id]')?.dataset.id ?? null")


def test_keys_walk_the_headlines_open_and_save(page):
    rows = page.locator("main [data-id]").evaluate_all("all => all.map(each => each.dataset.id)")
    page.keyboard.press("j")
    assert focused(page) == rows[0]
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert focused(page) == rows[1]
    page.keyboard.press("s")
    assert [each["id"] for each in kept(page)["saved"]] == [rows[1]]
    page.keyboard.press("s")
    assert kept(page)["saved"] == []
    page.keyboard.press("o")
    page.wait_for_selector("article h1")
    assert page.locator("main").get_attribute("data-id") == rows[1]


def test_a_question_mark_lists_the_keys(page):
    page.keyboard.press("j")
    here = focused(page)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    dialog.wait_for()
    assert dialog.locator("kbd").all_inner_texts() == ["j", "k", "o", "Enter", "s", "/", "?"]
    page.keyboard.press("j")
    assert dialog.is_visible()
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert focused(page) == here


def test_no_key_fires_while_typing_with_modifiers_or_when_switched_off(page):
    page.evaluate("document.querySelector('main').prepend(document.createElement('input'))")
    page.locator("main input").first.focus()
    page.keyboard.type("joks/?")
    assert page.locator("main input").first.input_value() == "joks/?"
    page.locator("main input").first.blur()
    for keys in ("Control+j", "Alt+j", "Meta+j"):
        page.keyboard.press(keys)
        assert focused(page) is None
    page.goto("saved/")
    page.get_by_label("Single keys are shortcuts").uncheck()
    page.goto("")
    page.keyboard.press("j")
    assert focused(page) is None


def test_a_reader_without_a_mouse_comes_to_every_tool(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.goto(lead(page).get_attribute("href"))
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset?.does") == "save":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name="Save for later").get_attribute("aria-pressed") == "true"
    page.goto("saved/")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.name || document.activeElement.id"))
    assert {"theme", "size", "keys", "keep", "export", "import", "forget"} <= reached
    small = page.locator("main button:visible, main .button").evaluate_all(
        "all => all.filter(each => each.getBoundingClientRect().height < 44).map(each => each.outerHTML)"
    )
    assert small == []


# Copying


def test_link_and_citation_are_copied(visitor, growing, address, sample_site):
    context = visitor(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    path = one_of(sample_site / "site", "article")
    page.goto(f"{address}{path}?from=mail#s1")
    page.get_by_role("button", name="Copy link").click()
    page.wait_for_function("document.getElementById('told').textContent")
    assert page.evaluate("navigator.clipboard.readText()") == address + path
    page.get_by_role("button", name="Copy citation").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('“'))")
    cited = page.evaluate("navigator.clipboard.readText()")
    assert page.locator("h1").inner_text() in cited
    assert page.locator(".article header .source").inner_text() in cited
    assert re.search(r"\d{4}\. https?://\S+$", cited)
    rich = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then(part => part.text())"
    )
    assert "<cite>" in rich
    assert context.said == []


# What is kept


def test_what_is_kept_can_be_taken_along(page, visitor, address, tmp_path):
    lead(page).click()
    page.get_by_role("button", name="Save for later").click()
    page.goto("saved/")
    page.get_by_label("Dark").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    other = visitor().new_page()
    other.goto(f"{address}saved/")
    other.locator("#import").set_input_files(path)
    other.wait_for_selector("#saved h3")
    assert other.locator("#saved h3").all_inner_texts() == page.locator("#saved h3").all_inner_texts()
    assert other.get_by_label("Dark").is_checked()
    assert kept(other)["read"] == kept(page)["read"]


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "null", "no json", '{"version": 2, "saved": []}', '{"version": 1, "saved": "all"}', "\x00\x01"],
)
def test_a_file_of_another_kind_is_refused_and_changes_nothing(page, tmp_path, text):
    page.goto("saved/")
    before = kept(page)
    (tmp_path / "other.json").write_text(text)
    page.locator("#import").set_input_files(tmp_path / "other.json")
    page.wait_for_function("document.getElementById('told').textContent")
    assert "none that this page exported" in page.locator("#told").inner_text()
    assert kept(page) == before


def test_an_imported_address_leads_nowhere_else(page, tmp_path):
    addresses = ["javascript:alert(1)", "https://elsewhere.example/", "//elsewhere.example/", "stories/"]
    saved = [{"id": str(i), "title": f"<b>{a}</b>", "address": a} for i, a in enumerate(addresses)]
    file = {"version": 1, "saved": [*saved, 7, None, {"id": {}}], "read": [1, {}], "theme": "plaid", "visit": 3}
    (tmp_path / "bad.json").write_text(json.dumps(file))
    page.goto("saved/")
    page.locator("#import").set_input_files(tmp_path / "bad.json")
    page.wait_for_selector("#saved h3")
    assert page.locator("#saved h3 a").all_inner_texts() == ["<b>stories/</b>"]
    assert kept(page)["theme"] == "auto"


def test_one_switch_turns_all_off_and_forgets(page, sample_site):
    lead(page).click()
    page.get_by_role("button", name="Save for later").click()
    page.goto("saved/")
    page.get_by_label("Dark").check()
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_label("Keep my reading").click()
    assert page.get_by_label("Keep my reading").is_checked(), "not without a word"
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_label("Keep my reading").click()
    assert kept(page) == {"version": 1, "off": True}
    page.goto("")
    assert page.locator("[data-state=read]").count() == 0
    lead(page).click()
    page.wait_for_selector("article h1")
    assert page.locator(".tool:visible").count() == 0
    page.keyboard.press("s")
    page.goto(one_of(sample_site / "site", "topic"))
    assert page.locator(".tool:visible").count() == 0
    assert kept(page) == {"version": 1, "off": True}
    page.goto("saved/")
    page.get_by_label("Keep my reading").check()
    assert page.locator("#saved").is_visible()
    assert kept(page)["saved"] == []


def test_all_is_forgotten_at_a_press(page):
    lead(page).click()
    page.get_by_role("button", name="Save for later").click()
    page.goto("saved/")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Forget everything").click()
    assert page.locator("#saved h3").count() == 0
    assert kept(page)["read"] == []


def test_many_tabs_agree(page, address):
    path = lead(page).get_attribute("href")
    page.goto(path)
    other = page.context.new_page()
    other.goto(address + path.removeprefix("./"))
    other.get_by_role("button", name="Save for later").click()
    page.wait_for_selector("button[data-does=save][aria-pressed=true]")
    other.goto(f"{address}saved/")
    other.get_by_label("Dark").check()
    page.wait_for_selector("html[data-theme=dark]", state="attached")


BARRED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


@pytest.mark.parametrize("script", [BARRED, FULL], ids=["barred", "full"])
def test_without_storage_everything_works_for_as_long_as_the_page(visitor, address, script):
    context = visitor()
    context.add_init_script(script)
    page = context.new_page()
    page.goto(address)
    page.keyboard.press("j")
    page.keyboard.press("s")
    assert page.locator("#told").inner_text() == "Saved for later"
    page.goto(f"{address}saved/")
    assert "keeps nothing" in page.locator("#unkept").inner_text()
    page.get_by_label("Dark").check()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert context.said == []


@pytest.mark.parametrize("stored", ["{", "[1, 2]", '"text"', "7", '{"saved": {"a": 1}, "read": "x", "visit": null}'])
def test_what_cannot_be_read_in_the_storage_does_no_harm(page, stored):
    page.evaluate("text => localStorage.setItem('news-digest:/', text)", stored)
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("s")
    assert len(kept(page)["saved"]) == 1


def test_two_sites_of_one_host_keep_apart(visitor, sample_site, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(sample_site / "site")
    server, address = serve(tmp_path)
    context = visitor()
    page = context.new_page()
    for name in ("one", "two"):
        page.goto(f"{address}{name}/")
        page.wait_for_function("Object.keys(localStorage).length")
    page.keyboard.press("j")
    page.keyboard.press("s")
    stored = page.evaluate("({...localStorage})")
    assert {key: len(json.loads(value)["saved"]) for key, value in stored.items()} == {
        "news-digest:/one/": 0,
        "news-digest:/two/": 1,
    }
    page.goto(f"{address}two/saved/")
    page.locator("#saved h3 a").click()
    assert page.url.startswith(f"{address}two/articles/")
    assert context.said == []
    server.shutdown()


# Without scripts, and on paper


@pytest.mark.parametrize("kind", ["home", "article", "story", "topic", "person", "saved"])
def test_without_scripts_nothing_of_it_is_shown(visitor, address, sample_site, kind):
    page = visitor(java_script_enabled=False).new_page()
    page.goto(address + one_of(sample_site / "site", kind))
    assert page.locator("main h1").is_visible()
    assert page.locator("button:visible, .tool:visible, .script:visible, dialog:visible, #told:visible").count() == 0
    if kind == "saved":
        assert "switched off" in page.locator("main").inner_text()


@pytest.mark.parametrize("kind", ["home", "article", "story"])
def test_paper_has_the_text_and_none_of_the_tools(page, sample_site, kind):
    page.goto(one_of(sample_site / "site", kind))
    page.emulate_media(media="print", color_scheme="dark")
    for part in (".masthead nav", ".tasks", ".foot nav", ".crumbs", "#told", "#since"):
        assert page.locator(f"{part}:visible").count() == 0, part
    assert page.locator("main h1").is_visible()
    assert background(page) == "rgb(255, 255, 255)"
    links = page.locator("main a:visible").evaluate_all("all => all.map(each => getComputedStyle(each).color)")
    assert set(links) <= {"rgb(0, 0, 0)", "rgb(51, 51, 51)"}
    if kind == "article" and page.locator(".article > footer a[rel~=external]").count():
        shown = page.locator(".article > footer a[rel~=external]").evaluate(
            "a => getComputedStyle(a, '::after').content"
        )
        assert "http" in shown
