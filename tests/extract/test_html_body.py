"""Where a page's story stands, and what of it is furniture: pages written for this test."""

from __future__ import annotations

import json
from importlib import resources

import pytest
import yaml

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.extract.pages.furniture import find_name
from generator.model import Extraction, Origin, RawArticle
from generator.read.sources import read_source

STORY = (
    "The old harbour wall fell into the water on Thursday, a year after engineers had warned that it would.",
    "Nobody was hurt, the mayor said, but two boats were sunk and a warehouse lost its front to the waves.",
    "The council meets on Monday to decide whether the square can open again before the winter comes.",
    "Until then the ferries leave from the new quay, which is ten minutes on foot from the old one.",
)
OTHER = (
    "The opera opens in May with a piece about the sea, the director said at the town hall on Tuesday.",
    "Tickets go on sale in the spring, and those who live in the town pay half of what others pay.",
    "The choir has been practising since the summer in a hall that was lent to it by the shipyard.",
    "There will be four evenings, the last of them in the open air if the weather allows it.",
)
HEAD = "<h1>Wall falls in the old harbour</h1>"


def paragraphs(texts: tuple[str, ...], attributes: str = "") -> str:
    return "".join(f"<p{attributes}>{text}</p>" for text in texts)


def extract(body: str, head: str = "") -> Extraction:
    head = f"<head><title>Wall falls in the old harbour</title>{head}</head>"
    text = f"<!DOCTYPE html>\n<html>{head}<body>{body}</body></html>"
    raw = RawArticle(origin=Origin(path="a.html", sha256=""), form="html", markup="html", text=text)
    return extract_article(raw, ConvertConfig())


def body_of(markup: str, head: str = "") -> list[str]:
    return extract(markup, head).document.body.split("\n\n")


NAMES = yaml.safe_load(resources.files("generator.extract.pages").joinpath("furniture.yml").read_text("utf-8"))


@pytest.mark.parametrize(("kind", "name"), [(entry["id"], name) for entry in NAMES for name in entry["examples"]])
def test_a_name_tells_its_kind(kind, name):
    found = find_name(name)
    assert found is not None
    assert found.id == kind


@pytest.mark.parametrize("name", ["article-body", "commentary", "has-sidebar", "story", "unrelated", "td-post-content"])
def test_other_names_tell_nothing(name):
    assert find_name(name) is None


@pytest.mark.parametrize(
    "around",
    [
        "{story}",
        "<div class='single-author has-sidebar'><div class='entry-content'>{story}</div></div>",
        "<article class='post format-gallery tag-cookies hentry'>{story}</article>",
        "<form action='/'><div>{story}</div></form>",
        "<table><tr><td>{story}</td><td><a href='/'>Home</a></td></tr></table>",
        "<main><nav><a href='/'>Home</a></nav><div>{story}</div><aside>" + paragraphs(OTHER[:1]) + "</aside></main>",
        "<div><section class='c-1'>{story}</section></div><div class='related'>" + paragraphs(OTHER) + "</div>",
        "<div>{story}</div><div id='disqus_thread'>" + paragraphs(OTHER * 3) + "</div>",
        "<div>{story}</div><div class='cookie-modal'>" + paragraphs(OTHER * 2) + "</div>",
        "<div>{story}</div><footer>" + paragraphs(OTHER * 2) + "</footer>",
        "<div class='article-body'>{story}</div><div><h3><a href='/o'>Opera opens in May</a></h3><p>"
        + OTHER[0]
        + "</p><h3><a href='/q'>Choir sings in the hall</a></h3><p>"
        + OTHER[1]
        + "</p></div>",
        "<main><article>{story}</article><div class='x'><article><h1>Opera opens in the town</h1>"
        + paragraphs(OTHER * 3)
        + "</article></div></main>",
    ],
)
def test_the_story_is_found(around):
    assert body_of(around.format(story=HEAD + paragraphs(STORY))) == list(STORY)


def test_a_story_in_several_sections_is_one():
    sections = "".join(f"<div class='block text'><p>{text}</p></div>" for text in STORY)
    assert body_of(f"<div>{HEAD}<div>{sections}</div></div>") == list(STORY)
    unequal = f"<div class='part'>{paragraphs(STORY[:3])}</div><div class='part'>{paragraphs(STORY[3:])}</div>"
    assert body_of(f"<div>{HEAD}</div><div>{unequal}</div>") == list(STORY)


def test_a_lead_outside_the_container_belongs_to_the_story():
    page = f"<div>{HEAD}{paragraphs(STORY[:2])}<div class='rest'>{paragraphs((STORY + OTHER)[2:])}</div></div>"
    assert body_of(page) == [*STORY, *OTHER]


@pytest.mark.parametrize(
    ("box", "rule"),
    [
        ("<p><a href='/x'>Ferry firm cuts its sailings</a></p>", "related-link"),
        ("<p>More on this</p><ul><li><a href='/x'>Ferry firm cuts sailings</a></li></ul>", "link-list"),
        (
            "<div class='newsletter'><p>The week in the harbour, every Friday in your inbox.</p></div>",
            "html-newsletter",
        ),
        ("<p>Lesen Sie auch: Die Fähre fährt nicht mehr</p>", "related-link-languages"),
        ("<p class='caption'>The wall before it fell.</p>", "html-media"),
        (f"<p>{STORY[0]}</p>", "repeated"),
        ("<div hidden>only for machines</div>", "html-hidden"),
    ],
)
def test_what_stands_between_paragraphs_is_told(box, rule):
    page = (
        f"<article>{HEAD}{paragraphs((STORY[0] + ' ' + OTHER[3], *STORY[1:2]))}{box}{paragraphs(STORY[2:])}</article>"
    )
    extraction = extract(page.replace(f"<p>{STORY[0]}</p>", f"<p>{STORY[0]} {OTHER[3]}</p>"))
    assert len(extraction.document.body.split("\n\n")) == 4
    assert rule in {entry.rule for entry in extraction.removed}


def test_a_digest_of_links_keeps_them():
    entries = "".join(
        f"<p><a href='/{n}'>Story number {n} of the day</a></p><p>{text}</p>" for n, text in enumerate(STORY * 2)
    )
    assert extract(f"<article>{HEAD}{entries}</article>").document.body.count("](") == 0
    page = extract(f"<article>{HEAD}{entries}</article>", "<link rel='canonical' href='https://post.example/a'>")
    assert page.document.body.count("](https://post.example/") >= 6


def test_dates_and_menus_above_the_story_go():
    labels = "".join(f"<p>{name}</p>" for name in ("Home", "News", "Coast", "Harbour"))
    page = f"<div><div>{labels}</div><p>segunda-feira, 10 de dezembro de 2015 às 18:40</p>{paragraphs(STORY)}</div>"
    assert body_of(page) == list(STORY)


def test_the_data_of_a_page_says_where_its_story_ends():
    data = {"@type": "NewsArticle", "headline": "Wall falls", "articleBody": " ".join(STORY * 1 + OTHER[:2])}
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    page = f"<div>{HEAD}<p>{OTHER[3]}</p>{paragraphs(STORY + OTHER[:2])}<p>{OTHER[2]}</p></div>"
    assert body_of(page, head) == [*STORY, *OTHER[:2]]
    short = head.replace(OTHER[1], "").replace(OTHER[0], "").replace(STORY[3], "").replace(STORY[2], "")
    assert body_of(page, short) == [OTHER[3], *STORY, *OTHER[:3]]


def test_a_summary_that_is_the_first_paragraph_stays():
    head = f"<meta name='description' content='{STORY[0]}'>"
    extraction = extract(f"<article>{HEAD}{paragraphs(STORY)}</article>", head)
    assert (extraction.document.body.split("\n\n"), extraction.document.deck) == (list(STORY), None)
    set_apart = extract(f"<article>{HEAD}<p class='standfirst'>{STORY[0]}</p>{paragraphs(STORY[1:])}</article>", head)
    assert (set_apart.document.body.split("\n\n"), set_apart.document.deck) == (list(STORY[1:]), STORY[0])


def test_an_emphasised_dateline_is_read():
    first = f"<p><b>PORTSEA (Reuters)</b> - <i>{STORY[0]}</i></p>"
    document = extract(f"<article>{HEAD}{first}{paragraphs(STORY[1:])}</article>").document
    assert document.dateline is not None
    assert document.dateline.place == "PORTSEA"
    assert document.body.startswith(f"*{STORY[0]}*")


def test_the_receipt_names_the_lines_of_the_file():
    page = f"\n<article>{HEAD}\n{paragraphs(STORY)}\n<p>Read more: How walls are built</p></article>"
    page += "\n<footer>Imprint</footer>"
    lines = {entry.text: entry.line for entry in extract(page).removed}
    assert (lines["Read more: How walls are built"], lines["Imprint"]) == (5, 6)


def test_a_page_of_preformatted_text_is_read_as_text():
    lines = "\n".join(STORY[:2]).replace(", ", ",\n").replace(" and ", "\nand ")
    text = f"Wall falls in the old harbour\n\nBy Ann Field\n\n{lines}\n\n{OTHER[0]}"
    page = f"<html><head></head><body>\n<pre style='white-space: pre-wrap'>{text}</pre></body></html>"
    (raw,) = read_source("mail.html", page.encode(), ConvertConfig())
    extraction = extract_article(raw, ConvertConfig())  # type: ignore[arg-type]
    assert extraction.document.title == "Wall falls in the old harbour"
    assert extraction.document.authors == ("Ann Field",)
    assert OTHER[0] in extraction.document.body
    assert next(entry.line for entry in extraction.removed if "Ann Field" in entry.text) == 4
