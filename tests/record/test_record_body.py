from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Document
from generator.record.article import make_article
from generator.record.body import canonical_body, render_body, sanitise
from generator.record.location import choose_path
from generator.slugs import slugify


def kinds(source):
    body = render_body(source)
    return [(block.kind, body.text[block.span.start : block.span.end]) for block in body.blocks]


def test_each_kind_of_block_is_told_apart():
    source = "First *one*\nline.\n\n## Why\n\n> They said so.\n\n- milk\n- tea\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert kinds(source) == [
        ("paragraph", "First one line."),
        ("heading", "Why"),
        ("quote", "They said so."),
        ("item", "milk"),
        ("item", "tea"),
        ("item", "a"),
        ("item", "b"),
        ("item", "1"),
        ("item", "2"),
    ]


def test_a_heading_of_the_body_stands_below_the_title():
    assert "<h2>Part</h2>" in render_body("# Part").html


def test_line_breaks_are_newlines():
    assert render_body("one  \ntwo").text == "one\ntwo"


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "<a href='javascript:alert(1)'>x</a>",
    "<svg onload=alert(1)><text>x</text></svg>",
    "<iframe src='https://evil.example'></iframe>",
    "<p style='background:url(https://evil.example)' onclick='x()'>y</p>",
    "<style>body{}</style><form action='/'><input></form>",
    '[x](https://a.example "q\\" onmouseover=alert(1)")',
    "<h1 id='top' class='x'>y</h1>",
]


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_markup_ends_harmless(source):
    made = render_body(f"Before.\n\n{source}\n\nAfter.").html
    tags = re.findall(r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>", made)
    assert not re.search(r"<(script|img|svg|iframe|style|form|input)", made)
    assert not any(re.search(r"\son\w+=|javascript:|data:|style=|\sid=", re.sub(r'title="[^"]*"', "", t)) for t in tags)
    assert "Before." in made
    assert "After." in made


def text_nodes(markup):
    broken = markup.replace("<br>", "\n")
    return html.unescape(re.sub(r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>\n?", "", broken))


pieces = st.sampled_from(
    "<p>|</p>|<em>|</em>|<br>|a| |  b c |\n|&amp;|&lt;|<ul><li>|</li></ul>|é|</a>|<blockquote>|</blockquote>|<h2>|</h2>"
    '|<hr>|<a href="https://x.example/?a=1&b=2">'.split("|")
)


@given(st.lists(pieces, max_size=25).map("".join))
def test_text_nodes_read_in_order_are_the_text(markup):
    body = canonical_body(sanitise(markup))
    assert text_nodes(body.html) == "".join(body.text[b.span.start : b.span.end] for b in body.blocks)
    assert "\n\n".join(body.text[b.span.start : b.span.end] for b in body.blocks) == body.text
    assert all(body.text[b.span.start : b.span.end].strip() for b in body.blocks if b.span.start != b.span.end)


@given(st.text(max_size=300))
def test_any_body_can_be_read(source):
    body = render_body(source)
    assert all(0 <= b.span.start < b.span.end <= len(body.text) for b in body.blocks)


def sentences(source):
    article = make_article(Document(body=source, title="T"), "a.md")
    return [article.text[s.start : s.end] for s in article.sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Smith met Gen. Jones on Nov. 24 in the U.S. Embassy.", "Nobody spoke."],
        ["He moved to the U.S. in May.", "It rained."],
        ["They live in the U.S.", "The law is new."],
        ['"We will not go," she said.', '"It is late."', "The hall emptied."],
        ["Shares of Acme Inc. rose 3.5 percent.", "Others fell."],
        ["Who knows?", "Not the minister.", "“Never!”", "He left."],
        ["J. K. Rowling wrote it.", "J. S. Bach did not."],
        ["The vote is at 9 p.m. on Friday.", "Results follow at 10 a.m.", "They may be late."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(parts):
    assert sentences(" ".join(parts)) == parts


@given(st.text(alphabet="aB .!?\"'\n1”", max_size=200))
def test_sentences_hold_all_of_the_text(source):
    article = make_article(Document(body=source, title="T"), "a.md")
    together = "".join(article.text[s.start : s.end] for s in article.sentences)
    assert re.sub(r"\s", "", together) == re.sub(r"\s", "", article.text)


def test_an_article_without_a_headline_shows_its_first_sentence():
    article = make_article(Document(body="Rain fell on the north. More is due."), "articles/x.md")
    assert (article.title, article.review) == ("Rain fell on the north.", ("title",))


def test_an_article_without_an_id_gets_one_of_its_path():
    one, two = (make_article(Document(body="x"), path).id for path in ("a.md", "b.md"))
    assert one != two
    assert len(one) == 12


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Macri’s first day: São Paulo", "macris-first-day-sao-paulo"),
        ("Łódź & Ærø", "lodz-aero"),
        ("../../etc/passwd", "etc-passwd"),
        ("مصر تصوت", "مصر-تصوت"),
        ("!!!", "untitled"),
        ("word " * 200, "-".join(["word"] * 16)),
    ],
)
def test_slugs(title, slug):
    assert slugify(title) == slug


def test_two_articles_of_one_title_do_not_share_a_file():
    document = Document(id="3fa9c1d2e4b7", body="x")
    first = choose_path(document, "Vote", "articles", set())
    assert first == "articles/undated/vote.md"
    second = choose_path(document, "Vote", "articles", {first})
    assert second == "articles/undated/vote-3fa9c1.md"
    assert choose_path(document, "Vote", "articles", {first, second}) == "articles/undated/vote-3fa9c1d2e4b7.md"
