"""The cleaning receipt: raw text = body + receipt, letter for letter, whatever the text."""

from __future__ import annotations

import ast
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from word_ledger import find_faults

from generator import extract
from generator.config import ConvertConfig
from generator.exceptions import UnreadableError
from generator.extract.article import extract_article
from generator.extract.lines import Line
from generator.extract.receipt import take_end, take_line, take_start
from generator.extract.text_article import extract_text
from generator.extract.wire import unwrap_lines
from generator.model import Extraction, Origin, RawArticle, Removed
from generator.read.decoding import decode_text
from generator.read.sources import read_source
from generator.record.body import render_body

WIRE = """HARBOUR-WALL/INQUIRY (UPDATE 2)

Wall falls in the old harbour

By Jo Reed and Max Holm

PORTSEA, England, Dec 10 (Harbour Wire) - The old harbour wall fell
into the water on Thursday, a year after engineers had warned that it
would, and took two boats with it.

``We heard it go and then we saw the dust,'' said Ann Field, who keeps
a shop across the square. ``Then nothing,'' she said, ``for a long-
drawn minute.''

Nobody was hurt. The council said that it would hold an inquiry into
what had been known, and by whom, and when. It meets in April, once
the second survey of the quay is in. E-mail to a friend

(Reporting by Jo Reed and Max Holm; Editing by Xi Wu)
-30-

Dec 10, 2015
"""
LINES = [
    *WIRE.split("\n"),
    "Home | News | Sport | Weather | Business",
    "Adjust font size: A A A",
    "Harbour wall falls a year after warning",
    "Wall falls Wall falls in the old harbour and takes two boats",
    "Engineers told the council in 2014 that the stones were moving",
    "By Jo Reed, Northern Correspondent, in Portsea",
    "Published: 3 December 2015 00:35 GMT",
    "Share on Facebook   Tweet   Email",
    "Photo by: Harbour Pictures",
    "Image caption The wall before it fell",
    "Photos: Harbour wall falls The wall went at dawn on Thursday. Hide Caption 1 of 3",
    "Photos: Harbour wall falls Two boats were sunk in the basin. Hide Caption 2 of 3",
    "Photos: Harbour wall falls Nobody was hurt, the mayor said. Hide Caption 3 of 3",
    "The old harbour wall fell into the water on Thursday, a year after engineers had warned that it would.",
    "Nobody was hurt, the mayor said, but two boats were sunk and a warehouse lost its front. Endit",
    "1. Two boats were lost",
    "2) A lamp fell",
    "3. How walls are built",
    "* How walls are built",
    "• Storm takes pier",
    "Related stories",
    "Most read",
    "MORE FROM THE HARBOUR",
    "View comments (312)",
    "The council said: ``It is 3 metres high'' and R&amp;D &lt;b&gt; was no help to it on Thursday.",
    "Portsea 2 Harbour 1",
    "Source: Xinhua",
    "© The Harbour Gazette 2015",
    "From the section England",
    "941 comments",
    "The wall before the storm",
    "- 30 -",
    "UPDATE 2-Wall falls in the old harbour",
    "(Adds quotes, background)",
    "EMBARGOED until 0001 GMT Friday 11 December",
    "CORRECTED: to say the wall fell on Thursday",
    "URGENT",
    "(EDITORS: LEAD TO FOLLOW)",
    "Wall falls (Adds details)",
    "Eds: UPDATES with mayor's comment.",
    "@highlight",
    "",
    "",
    "",
]


def read(text: str) -> Extraction:
    raw = RawArticle(origin=Origin(path="a.txt", sha256=""), form="text", markup="text", text=text)
    try:
        return extract_article(raw, ConvertConfig())
    except UnreadableError:
        return extract_text(raw, ConvertConfig())


@given(lines=st.lists(st.sampled_from(LINES), max_size=40))
@settings(max_examples=300)
@example(lines=WIRE.split("\n"))
def test_every_line_is_in_the_body_or_in_the_receipt_once(lines):
    text = "\n".join(lines)
    assert find_faults(text, read(text)) == []


@given(
    paragraphs=st.lists(
        st.lists(st.sampled_from([line for line in LINES if line]), min_size=1, max_size=3), max_size=12
    ),
    width=st.integers(min_value=45, max_value=90),
)
@settings(max_examples=200)
def test_lines_broken_at_a_width_are_told_by_their_own_numbers(paragraphs, width):
    text = "\n\n".join(wrap(" ".join(paragraph), width) for paragraph in paragraphs)
    assert find_faults(text, read(text)) == []


def wrap(text: str, width: int) -> str:
    return re.sub(rf"(.{{1,{width}}})(?:\s|\Z)", r"\1\n", text).rstrip("\n")


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\n .,'`-*[]_#&<>1"))


@given(text=words)
@settings(max_examples=200)
def test_any_text_at_all(text):
    assert find_faults(text, read(text)) == []


MARKDOWN = [
    "# Harbour wall falls",
    "Harbour wall falls",
    "===",
    "",
    "",
    "**By Jo Reed**",
    "*10 December 2015*",
    "PORTSEA (Harbour Wire) - The old harbour wall fell into the water on Thursday.",
    "The old *harbour* wall fell into [the water](https://example.org/a), it said.",
    "By Ann Field in Portsea",
    "- two boats",
    "1. a lamp",
    "> Nobody was hurt.",
    "Portsea 2 Harbour 1",
    "(Adds quotes, background)",
    "Source: Xinhua",
    "| a | b |",
]


@given(lines=st.lists(st.sampled_from(MARKDOWN), max_size=14))
@settings(max_examples=200)
def test_of_markdown_every_line_is_in_the_body_or_in_the_receipt(lines):
    text = "\n".join(lines)
    raw = RawArticle(origin=Origin(path="a.md", sha256=""), form="markdown", markup="markdown", text=text)
    try:
        extraction = extract_article(raw, ConvertConfig())
    except UnreadableError:
        return
    assert find_faults(text, extraction, extraction.document.body) == []


def test_a_span_at_the_end_of_a_broken_paragraph_names_its_own_line():
    entry = next(entry for entry in read(WIRE).removed if entry.text == "E-mail to a friend")
    assert WIRE.split("\n")[entry.line - 1].endswith("E-mail to a friend")


def test_a_line_taken_apart_is_told_whole():
    line = unwrap_lines(tuple(Line(number=n, text=text) for n, text in enumerate(WIRE.split("\n")[6:9], 7)))
    joined = Line(number=7, text="one two three four", joins=((8, 8), (14, 9)))
    assert [joined.number_at(at) for at in (0, 7, 8, 13, 14, 18)] == [7, 7, 8, 8, 9, 9]
    rest, head = take_start(joined, 8, "a")
    assert (rest, head) == (
        Line(number=8, text="three four", joins=((6, 9),)),
        Removed(line=7, text="one two", rule="a"),
    )
    rest, tail = take_end(rest, 5, "b")
    assert (rest, tail) == (Line(number=8, text="three"), Removed(line=9, text="four", rule="b"))
    assert take_line(rest, "c") == Removed(line=8, text="three", rule="c")
    assert line


@pytest.mark.parametrize("folder", ["head", "story"])
def test_nothing_is_taken_off_a_text_but_through_the_receipt(folder):
    home = Path(extract.__file__).parent
    modules = [*(home / folder).glob("*.py"), *(home / f"{name}.py" for name in ("cleaning", "text_article", "wire"))]
    assert len(modules) > 10
    for module in modules:
        calls = (node for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call))
        made = [call.lineno for call in calls if ast.unparse(call.func) == "Removed"]
        assert not made, f"{module.name} makes an entry by itself, line {made[0]}; let extract/receipt.py do it"


def test_real_articles(shared):
    for file in sorted((shared / "data" / "raw").glob("*.txt")):
        (raw,) = read_source(file.name, file.read_bytes(), ConvertConfig())
        try:
            extraction = extract_article(raw, ConvertConfig())
        except UnreadableError as error:
            pytest.fail(str(error))
        # What a reader takes off a file is told by the lines of the file.
        text = decode_text(file.read_bytes()) if raw.removed else raw.text
        assert find_faults(text, extraction) == [], file.name


def test_the_ledger_finds_what_is_missing_and_what_is_told_twice():
    whole = read(WIRE)
    assert find_faults(WIRE, replace(whole, removed=whole.removed[1:]))
    assert find_faults(WIRE, replace(whole, removed=(*whole.removed, whole.removed[-1])))
    assert find_faults(WIRE, replace(whole, removed=tuple(replace(entry, line=1) for entry in whole.removed)))


# --- pages -----------------------------------------------------------------------------------------------------------

PARAGRAPHS = [
    "<p>The old harbour wall fell into the water on Thursday, a year after engineers had warned that it would.</p>",
    "<p>Nobody was hurt, the mayor <b>said</b>, but two boats and a <a href=/a>warehouse</a> were lost.</p>",
    "<p>PORTSEA (Reuters) - The council said it would hold an inquiry into what had been known, and by whom.</p>",
    "<blockquote><p>We heard it go and then we saw the dust, said Ann Field, who keeps a shop there.</p></blockquote>",
    "<ul><li>two boats that lay in the basin</li><li>a lamp that stood on the wall for a century</li></ul>",
    "<h2>What was lost that night</h2>",
]
FURNITURE = [
    "<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>",
    "<p class=byline>By Jo Reed</p>",
    "<time datetime=2015-12-10>10 December 2015</time>",
    "<figure><img src=a.jpg><figcaption>The wall before it fell. Photo: Ann Field</figcaption></figure>",
    "<aside><h3>Related stories</h3><ul><li><a href=/1>Pier lost in the night</a></li></ul></aside>",
    "<div class=share>Share on Facebook Tweet</div>",
    "<p>Advertisement</p>",
    "<p>Nobody was hurt, the mayor said</p>",
    "<footer><p>© 2015 Harbour Times. All rights reserved.</p></footer>",
    "<div>Sign up for our newsletter<p>every weekday</p> for free</div>",
]
blocks = st.lists(st.sampled_from(PARAGRAPHS), min_size=3, max_size=9), st.lists(st.sampled_from(FURNITURE), max_size=6)


@given(story=blocks[0], above=blocks[1], below=blocks[1])
@settings(max_examples=60)
def test_every_block_of_a_page_is_in_the_body_or_in_the_receipt_once(story, above, below):
    head = "<!DOCTYPE html><html><head><title>Wall falls in the harbour</title></head><body>"
    article = f"<article><h1>Wall falls in the harbour</h1>{' '.join(story)}</article>"
    page = f"{head}{' '.join(above)}{article}{' '.join(below)}"
    raw = RawArticle(origin=Origin(path="a.html", sha256=""), form="html", markup="html", text=page)
    try:
        extraction = extract_article(raw, ConvertConfig())
    except UnreadableError:
        return
    seen = Counter(re.findall(r"\w+", re.sub(r"<[^>]*>", " ", page.split("<body>")[1])))
    body = render_body(extraction.document.body).text
    told = Counter(re.findall(r"\w+", f"{body} {' '.join(entry.text for entry in extraction.removed)}"))
    assert told == seen
