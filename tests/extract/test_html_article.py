"""Saved pages, written for this test."""

from __future__ import annotations

import json
from datetime import date

import markdown
import pytest
from lxml import html as lxml_html

from generator.config import ConvertConfig
from generator.extract.pages.article import extract_html
from generator.extract.pages.author_names import split_names
from generator.extract.pages.body import read_block
from generator.extract.pages.page import read_address
from generator.html_tree import parse_html
from generator.model import Dateline, Extraction, Origin, RawArticle
from generator.moments import format_moment

OPTIONS = ConvertConfig()
PARAGRAPHS = """
<p>The old harbour wall fell into the water on Thursday, a year after <a href="/warning">engineers had warned</a>
that it would.</p>
<p>Nobody was hurt, the mayor said, but <b>two boats</b> were sunk &amp; a warehouse lost its *front*.</p>
<h2>What was lost</h2>
<ul><li>two boats</li><li>a lamp that had been lit since <em>1911</em></li></ul>
<blockquote><p>“We heard it go and then we saw the dust,” said Ann Field, who keeps a shop across the square.</p>
</blockquote>
<p>The council meets on Monday to decide whether the square can open again before the winter.</p>
"""
DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Harbour Post"},
        {
            "@type": ["NewsArticle"],
            "headline": "Wall falls in the old harbour",
            "datePublished": "2015-12-10T18:40:00+01:00",
            "dateModified": "2015-12-11T09:00:00Z",
            "author": [{"@type": "Person", "name": "Jo Reed"}, {"@type": "Person", "name": "Max Holm"}],
            "publisher": {"@type": "Organization", "name": "Harbour Post"},
            "description": "Engineers told the council in 2014 that the stones were moving",
            "articleSection": "Coast",
        },
    ],
}
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><title>Wall falls in the old harbour - Harbour Post</title>
<link rel="canonical" href="https://post.example/coast/wall">
<script type="application/ld+json">{json.dumps(DATA)}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/coast">Coast</a></li></ul></nav>
<main><article><h1>Wall falls in the old harbour</h1>
<p class="standfirst">Engineers told the council in 2014 that the stones were moving</p>
<p class="byline">By Jo Reed and Max Holm</p>
<figure><img src="a.jpg"><figcaption>The wall before it fell. Photograph: Harbour Pictures</figcaption></figure>
{PARAGRAPHS}
<p>Read more: How walls are built</p></article></main>
<footer><p>© Harbour Post 2015</p></footer></body></html>"""


def extract(page: str) -> Extraction:
    return extract_html(
        RawArticle(origin=Origin(path="a.html", sha256=""), form="html", markup="html", text=page), OPTIONS
    )


def test_what_the_head_says():
    document = extract(PAGE).document
    assert document.title == "Wall falls in the old harbour"
    assert document.deck == "Engineers told the council in 2014 that the stones were moving"
    assert document.authors == ("Jo Reed", "Max Holm")
    assert document.source == "Harbour Post"
    assert document.section == "Coast"
    assert document.language == "en"
    assert document.url == "https://post.example/coast/wall"
    assert document.photo_credits == ("Harbour Pictures",)
    assert document.published is not None
    assert format_moment(document.published) == "2015-12-10T18:40:00+01:00"
    assert document.updated is not None
    assert format_moment(document.updated) == "2015-12-11T09:00:00Z"


def test_the_body_keeps_links_lists_quotes_and_emphasis():
    assert extract(PAGE).document.body.split("\n\n") == [
        "The old harbour wall fell into the water on Thursday, a year after "
        "[engineers had warned](https://post.example/warning) that it would.",
        r"Nobody was hurt, the mayor said, but **two boats** were sunk & a warehouse lost its \*front\*.",
        "## What was lost",
        "- two boats\n- a lamp that had been lit since *1911*",
        "> “We heard it go and then we saw the dust,” said Ann Field, who keeps a shop across the square.",
        "The council meets on Monday to decide whether the square can open again before the winter.",
    ]


def test_what_was_left_out_is_told():
    removed = {entry.text: entry.rule for entry in extract(PAGE).removed}
    assert removed["Read more: How walls are built"] == "read-more"
    assert (removed["© Harbour Post 2015"], removed["Coast"]) == ("html-navigation", "html-navigation")
    assert removed["The wall before it fell. Photograph: Harbour Pictures"] == "caption"
    assert not [text for text in removed if "council meets" in text]


def test_a_byline_and_a_date_that_were_used_are_told_as_such():
    page = PAGE.replace("<footer>", "<footer><p>By Xi Wu</p><p>2 May 2014</p>")
    page = page.replace("</h1>", "</h1><div>10 December 2015</div><div>Max Holm</div>")
    removed = {entry.text: entry.rule for entry in extract(page).removed}
    assert removed["10 December 2015"] == "stamp"
    assert (removed["By Jo Reed and Max Holm"], removed["Max Holm"]) == ("byline", "byline")
    assert (removed["By Xi Wu"], removed["2 May 2014"]) == ("html-navigation", "html-navigation")


@pytest.mark.parametrize("section", ["Cumbria", "UK", "Middle East"])
def test_labels_for_screen_readers(section):
    labels = (
        f"</h1><ul><li>10 December 2015</li><li>From the section <a href='/s'>{section}</a></li></ul>"
        '<figure><span><img src="b.jpg"><span class="off-screen">Image copyright</span>'
        "<span>Portsea Pictures</span></span></figure>"
    )
    page = PAGE.replace("</h1>", labels).replace('"articleSection": "Coast"', '"wordCount": 90')
    extraction = extract(page)
    assert extraction.document.section == section
    assert extraction.document.photo_credits == ("Harbour Pictures", "Portsea Pictures")
    removed = {entry.text: entry.rule for entry in extraction.removed}
    assert removed["Image copyright Portsea Pictures"] == "caption"


def test_a_page_that_says_it_in_its_text_only():
    page = (
        "<html><head><title>Wall falls in the old harbour | Harbour Times</title></head><body><div>"
        f"<h1>Wall falls in the old harbour</h1><p>By Jo Reed<br>10 December 2015</p>{PARAGRAPHS}</div></body></html>"
    )
    document = extract(page).document
    assert (document.title, document.authors) == ("Wall falls in the old harbour", ("Jo Reed",))
    assert document.published == date(2015, 12, 10)
    assert (document.source, document.review) == ("Harbour Times", ("source",))


def test_a_dateline_is_read_off_the_first_paragraph():
    page = PAGE.replace("<p>The old", "<p>PORTSEA, Dec 9 (Reuters) - The old")
    document = extract(page).document
    assert document.dateline == Dateline(place="PORTSEA", date=date(2015, 12, 9))
    assert document.body.startswith("The old harbour wall")


def test_nothing_active_survives():
    attack = (
        '<p onclick="x()">The note said <a href="javascript:alert(1)">go</a> and <a href="data:text/html,x">stay</a>'
        " and &lt;script&gt;alert(1)&lt;/script&gt; and went on for long enough to be a paragraph of its own.</p>"
        "<script>alert(2)</script>"
    )
    page = PAGE.replace("<h2>", attack + "<h2>").replace("https://post.example/coast/wall", "javascript:alert(3)")
    document = extract(page).document
    assert document.url is None
    tree = lxml_html.fromstring(f"<div>{markdown.markdown(document.body)}</div>")
    assert "<script>alert(1)</script>" in tree.text_content()
    assert not list(tree.iter("script"))
    assert not [link for link in tree.iter("a") if not link.get("href").startswith("http")]


def test_addresses():
    assert read_address("../b", "https://post.example/a/c") == "https://post.example/b"
    for bad in (
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "#top",
        "mailto:a@b.example",
        "http://",
        "https://[",
        None,
    ):
        assert read_address(bad, None) is None


def test_authors_of_a_head_are_people():
    assert split_names("By JO REED and Max Holm, Harbour Times") == ("Jo Reed", "Max Holm")
    assert split_names("https://social.example/jo") == ()
    assert split_names("admin") == ()


def test_a_page_of_a_few_words_is_read_as_the_text_it_shows():
    assert extract(
        "<html><body><b>The wall fell on Thursday, and nobody in the town was hurt.</b></body></html>"
    ).document.body


def test_tables_and_nested_lists():
    table = lxml_html.fromstring(
        "<table><row><cell>Team</cell><cell>Won|lost</cell></row><row><cell>A</cell></row></table>"
    )
    (block,) = read_block(table, None)
    assert block.markdown == "| Team | Won&#124;lost |\n| --- | --- |\n| A |  |"
    nested = lxml_html.fromstring(
        '<list rend="ol"><item>one<list rend="ul"><item>more</item></list></item><item>two</item></list>'
    )
    (block,) = read_block(nested, None)
    assert block.markdown == "1. one\n    - more\n2. two"


def test_no_page_at_all():
    assert parse_html("") is None
