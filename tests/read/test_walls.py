"""A wall before an article and a front page are no articles; what only looks like them is."""

from __future__ import annotations

import pytest

from generator.config import ConvertConfig
from generator.conversion import extract_articles
from generator.extract.cleaning import packaged_rules
from generator.model import Problem
from generator.read.front_page import is_front_page
from generator.read.walls import find_wall, load_walls

STORY = "The board voted on Monday.\n\n" * 3
TEASERS = [(f"Harbour board number {n} meets the press", f"The wall holds on day {n}, it says.") for n in range(12)]
FRONT = "".join(f"<div><h2><a href=/{n}>{title}</a></h2><p>{text}</p></div>" for n, (title, text) in enumerate(TEASERS))


def read(name, text):
    """What a file of the inbox gives: the words of its problem, or its article."""
    (found,) = extract_articles(name, text.encode(), ConvertConfig(), packaged_rules())
    return found.message if isinstance(found, Problem) else found.document


def page(title, body, head=""):
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize("wall", load_walls(), ids=lambda wall: wall.id)
def test_a_wall_is_told_by_its_example_and_not_by_its_counter_example(wall):
    found = find_wall([wall.example], STORY) or find_wall([], "The wall fell.", ["The wall fell.", wall.example])
    assert (found or find_wall([], wall.example)) == wall
    for counter in (
        find_wall([wall.counter], STORY),
        find_wall([], STORY, [wall.counter]),
        find_wall([], wall.counter),
    ):
        assert counter is None


def test_what_a_paragraph_begins_with_tells_a_wall_but_not_in_a_long_text():
    text = "Please enable JavaScript and cookies to continue.\n"
    assert find_wall(["news.example"], text).id == "browser-check"
    assert find_wall(["Just a moment"], text + "Words of the harbour. " * 100) is None


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        ("Echo", "<noscript>You need to enable JavaScript to run this.</noscript><div id=root></div>", "JavaScript"),
        ("Echo", "<p>Your browser is out of date. Please update it.</p>", "JavaScript"),
        ("Just a moment...", "<h1>echo.example</h1><p>Verifying you are human.</p>Ray ID: 7", "check of browsers"),
        ("Echo", "<h1>Press &amp; Hold to confirm you are a human.</h1><p>Reference ID a</p>", "check of browsers"),
        ("Wall falls", "<h2>We value your privacy</h2><p>We and our 84 partners store data.</p>", "consent"),
        ("Page not found | Echo", "<h1>404</h1><p>Try our search.</p>", "says that there is none"),
        ("Echo", "<h1>Oops! That page can’t be found.</h1><p>Maybe try a search?</p>", "says that there is none"),
        ("502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr>nginx", "something failed"),
        ("451: Unavailable due to legal reasons", "<h1>451</h1><p>We recognise you live there.</p>", "refusal"),
        ("Wall falls", "<h2>Please disable your ad blocker</h2><p>It pays for our reports.</p>", "advertising"),
        ("Log in - Echo", "<h1>Log in</h1><p>Log in to your account to continue.</p>", "form to log in"),
    ],
)  # fmt: skip
def test_a_wall_in_the_inbox_is_a_problem_with_a_remedy_saved_or_pasted(title, body, told):
    assert told in read("page.html", page(title, body))
    pasted = page(title, body).replace("><", ">\n<").replace("&amp;", "&")
    while "<" in pasted:
        pasted = pasted.partition("<")[0] + pasted.partition("<")[2].partition(">")[2]
    message = read("page.txt", pasted)
    assert message.startswith("page.txt: is ")
    assert told in message
    assert "; " in message


TEASER = "The wall of the old harbour fell into the water on Thursday, and nobody was hurt, the port said."


@pytest.mark.parametrize("ask", ["Subscribe to continue reading", "This article is for subscribers only."])
def test_a_teaser_that_its_publisher_sells_is_not_taken_for_the_article(ask):
    head = f"<h1>Wall falls</h1><p>By Jo Reed</p><p>{TEASER}</p>"
    wanted = "is the beginning of an article that its publisher sells"
    assert wanted in read(
        "a.html", page("Wall falls", f"<article>{head}</article><div class=paywall><h3>{ask}</h3></div>")
    )
    assert wanted in read("a.txt", f"Wall falls\n\nBy Jo Reed\n\n{TEASER}\n\n{ask}\n\nUnlimited access for £1 a week\n")
    whole = "".join(f"<p>{TEASER} It was part {n} of {n + 1}.</p>" for n in range(8))
    assert not isinstance(read("a.html", page("Wall falls", f"<h1>Wall falls</h1>{whole}<h3>{ask}</h3>")), str)
    above = page("Wall falls", f"<header><p>{ask}</p></header><main>{head}</main>")
    assert not isinstance(read("a.html", above), str)


@pytest.mark.parametrize(
    "title",
    [
        "Access denied: anglers lose the old quay",
        "404: the number of boats that never came home",
        "Just a moment: how the ferry missed the tide",
        "500 boats at the harbour show",
        "Please wait your turn, ferry tells anglers",
        "Forbidden quay to open in May",
        "Captcha: the test that keeps clerks awake",
        "Cookie settings to be simpler under new harbour rules, minister says",
        "Log in harbour mouth holds up ferries",
    ],
)
def test_a_short_report_of_such_things_is_an_article(title):
    text = f"{title}\n\n{TEASER}\n\nThe board meets again on Monday, a clerk said. Cookies were served.\n"
    assert not isinstance(read("a.txt", text), str)
    assert not isinstance(read("a.html", page(title, f"<h1>{title}</h1><p>{TEASER}</p>")), str)


def test_a_brief_on_a_page_with_a_banner_is_an_article():
    banner = "<div class=cookie-banner><p>We use cookies to improve our site.</p><button>Accept all</button></div>"
    brief = page(
        "Old harbour wall falls | Echo", f"<main><h1>Old harbour wall falls</h1><p>{TEASER}</p></main>{banner}"
    )
    assert read("a.html", brief).body == TEASER


def test_what_someone_wrote_as_markdown_is_never_a_wall():
    assert not isinstance(read("a.md", "# Page not found\n\nPlease enable JavaScript.\n"), str)


def test_a_page_with_a_date_and_an_author_is_no_wall_by_its_title():
    head = "<h1>Too many requests</h1><p>By Jo Reed</p><time datetime='2026-03-05'>5 March 2026</time>"
    assert not isinstance(read("a.html", page("Too many requests", f"<article>{head}<p>{TEASER}</p></article>")), str)


@pytest.mark.parametrize("mark", ["## {}\n\n{}", "[{}](https://a.example/1)\n\n{}", "{} {}"])
def test_headlines_that_lead_elsewhere_are_a_front_page(mark):
    body = "\n\n".join(mark.format(*teaser) for teaser in TEASERS)
    assert is_front_page(f"<html><body>{FRONT}</body></html>", body)
    assert not is_front_page(f'<html><meta property="og:type" content="article"><body>{FRONT}</body></html>', body)


def test_a_front_page_in_the_inbox_is_a_problem():
    assert "is a list of articles, not one; save" in read("a.html", page("Echo", f"<h1>Echo</h1>{FRONT}"))


def test_an_article_over_a_list_of_others_is_none():
    story = "\n\n".join(f"The board of the harbour voted for part {n} of the wall." for n in range(10))
    assert not is_front_page(f"<html><body><p>{story}</p>{FRONT}</body></html>", story)
