"""Elements of a page as Markdown: what they say and how it is laid out is there when the Markdown is read again."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from generator.extract.pages.blocks import read_block, read_blocks
from generator.record.body import render_body

BASE = "https://post.example/coast/wall"
MARKS = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "code": "code", "sup": "sup", "sub": "sub"}
BLOCKS = ("li", "h2", "h3", "h4", "h5", "h6", "tr", "pre", "dt", "dd")


def parse(markup: str) -> html.HtmlElement:
    return html.document_fromstring(f"<html><body><div>{markup}</div></body></html>").find("body")


def write(markup: str, base: str | None = BASE) -> str:
    return "\n\n".join(block.markdown for block in read_blocks(parse(markup), base))


def read_letters(tree: html.HtmlElement) -> list[tuple[str, frozenset[str]]]:
    """Every letter that is no white space, with the marks it stands in."""
    letters: list[tuple[str, frozenset[str]]] = []

    def walk(element: html.HtmlElement, marks: frozenset[str]) -> None:
        if element.tag == "a" and element.get("href"):
            marks |= {f"a {unquote(element.get('href'))}"}
        elif element.tag in MARKS:
            marks |= {MARKS[element.tag]}
        letters.extend((letter, marks) for letter in element.text or "" if not letter.isspace())
        for child in element:
            walk(child, marks)
            letters.extend((letter, marks) for letter in child.tail or "" if not letter.isspace())

    walk(tree, frozenset())
    return letters


def count_blocks(tree: html.HtmlElement) -> dict[str, int]:
    return {name: sum(1 for _ in tree.iter(name)) for name in BLOCKS} | {"cell": sum(1 for _ in tree.iter("td", "th"))}


SIGNS = [
    *"ab1é.*_`[](){}<>#+-!|&;:/\\=~%?^@\"'$—語", "&amp;", "&lt;b&gt;", "<b>", "http://", "[^1]", "---", "***",
    "===", "~~~", "1.", "2)", "- ", "+ ", "!!! ", "]:", "**", "{: ", "&nbsp;", "word", " ", " and ", "a_b_c", "|--|",
]  # fmt: skip
texts = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=6).map(
    lambda parts: re.sub("`+", "`", f"x{''.join(parts)}")
)
plain = texts.map(lambda text: escape(text, quote=False))
spaces = st.sampled_from(["", " ", "\n  "])


def mark(name: str, inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(inner, spaces, spaces).map(lambda parts: f"<{name}>{parts[1]}{parts[0]}{parts[2]}</{name}>")


def join(inner: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(st.tuples(inner, spaces), min_size=1, max_size=most).map(lambda ps: "".join(a + b for a, b in ps))


links = st.tuples(st.sampled_from(["/a_b*c", "https://other.example/x?a=1&b=(2)", "d"]), plain).map(
    lambda parts: f'<a href="{escape(parts[0])}">{parts[1]}</a>'
)
code = st.text(alphabet="ab`*_<& \\|", min_size=1, max_size=6).map(lambda text: f"<code>x{escape(text)}y</code>")
leaf = st.one_of(plain, plain, links, code, st.just("<br>"))
inline = st.recursive(
    leaf,
    lambda inner: st.one_of(mark("em", join(inner, 2)), mark("strong", join(inner, 2)), join(inner, 3)),
    max_leaves=5,
)
running = st.tuples(plain, inline).map("".join)


def wrap(name: str, inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return inner.map(lambda text: f"<{name}>{text}</{name}>")


paragraph = wrap("p", running)
heading = st.one_of(*(wrap(name, running) for name in ("h2", "h3", "h4")))
table = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(running, min_size=width, max_size=width), min_size=2, max_size=3).map(
        lambda rows: (
            "<table>"
            + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
            + "</table>"
        )
    )
)
pre = st.lists(plain, min_size=1, max_size=3).map(lambda lines: "<pre><code>" + "\n".join(lines) + "</code></pre>")
simple = st.one_of(paragraph, paragraph, heading)


def lists(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    item = wrap(
        "li", st.one_of(running, st.tuples(running, inner).map("".join), st.tuples(paragraph, paragraph).map("".join))
    )
    items = st.lists(item, min_size=1, max_size=3).map("".join)
    return st.one_of(wrap("ul", items), wrap("ol", items))


definitions = st.lists(st.tuples(wrap("dt", running), wrap("dd", running)), min_size=1, max_size=3).map(
    lambda entries: "<dl>" + "".join(term + meaning for term, meaning in entries) + "</dl>"
)
nested = st.recursive(lists(paragraph), lists, max_leaves=3)
quote = wrap("blockquote", st.lists(st.one_of(paragraph, nested, heading), min_size=1, max_size=3).map("".join))
page = st.lists(st.one_of(simple, nested, quote, table, pre, definitions, running), min_size=1, max_size=4).map("".join)


# --- what is written, looked at --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        ("<p>one<br>two</p>", "one  \ntwo"),
        ("<p>one<br><br>two<br> <br>three</p>", "one\n\ntwo\n\nthree"),
        ("one <b>two</b><p>three</p>four", "one **two**\n\nthree\n\nfour"),
        ("<p>&amp;amp; &lt;b&gt; AT&amp;T &amp;#35;</p>", "&amp;amp; &lt;b> AT&T &amp;#35;"),
        ("<p>a&nbsp;b so&shy;ft ze\u200bro</p>", "a b soft zero"),
        ("<p>He said: ``We <i>heard</i> it'' and left.</p>", "He said: “We *heard* it” and left."),
        ("<p>two <b> boats </b>, <a href='/x'> here </a>!</p>", "two **boats** , [here](https://post.example/x) !"),
        ("<p>wow!<a href='/x'>here</a></p>", "wow\\![here](https://post.example/x)"),
        ("<p><a href='javascript:x'>no</a> <a href='#a'>link</a></p>", "no link"),
        ("<p>H<sub>2</sub>O <code>a*b</code> <code>a|b</code></p>", "H<sub>2</sub>O `a*b` <code>a|b</code>"),
        ("<h1>One</h1><h3>Three #</h3><h6>Six</h6>", "## One\n\n### Three \\#\n\n###### Six"),
        ("<ol start='4'><li>four<li>five</ol>", "4. four\n5. five"),
        ("<ul><li>a<ul><li>b</ul></li><li>c</ul>", "- a\n    - b\n- c"),
        ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n    b\n\n- c"),
        ("<dl><dt>Term</dt><dd>one</dd><dd>two</dd></dl>", "Term\n:   one\n:   two"),
        (
            "<table><caption>Boats</caption><tr><th>Year<th>n|m</tr><tr><td>2015<td>1<br>2</tr></table>",
            "Boats\n\n| Year | n&#124;m |\n| --- | --- |\n| 2015 | 1<br>2 |",
        ),
        (
            "<table><tr><th colspan=2>Both</th></tr><tr><td>1</td><td>2</td></tr></table>",
            "| Both |  |\n| --- | --- |\n| 1 | 2 |",
        ),
        ("<table><tr><td><p>laid out</p></td></tr></table>", "laid out"),
        ("<pre><code>if x:\n    y = `1`</code></pre>", "```\nif x:\n    y = `1`\n```"),
        (
            "<pre>A line of prose that is long enough to be read as such\nand to go on in the next.\n\n"
            "Another line of prose, again a long one.</pre>",
            "A line of prose that is long enough to be read as such and to go on in the next.\n\n"
            "Another line of prose, again a long one.",
        ),
        ("<figure><img alt='x'><figcaption>The wall</figcaption></figure><hr><p>x</p>", "x"),
        ("<figure><blockquote>said</blockquote></figure>", "> said"),
        ("<a href='/x'><div>here</div></a>", "[here](https://post.example/x)"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n> > b"),
    ],
)
def test_markup_as_markdown(markup, written):
    assert write(markup) == written


def test_skipped_elements_are_passed_over():
    tree = parse("<p>one <span>two</span> three</p><div>four</div>")
    blocks = read_blocks(tree, None, {tree.find(".//span"), tree.find(".//div/div")})
    assert [block.text for block in blocks] == ["one three"]


def test_a_block_knows_its_line_and_its_links():
    tree = html.document_fromstring("<html>\n<body>\n<p>See <a href='/x'>here</a></p></body></html>")
    (block,) = read_blocks(tree.find("body"), None)
    assert (block.line, block.linked, block.text) == (3, 4, "See here")


def test_trees_of_other_names_are_written_alike():
    tree = etree.fromstring(
        "<quote><p>said <hi rend='#b'>so</hi><lb/>and <ref target='http://b.example/'>so</ref></p></quote>"
    )
    assert [block.markdown for block in read_block(tree, None)] == ["> said **so**  \n> and [so](http://b.example/)"]


def check(markup: str) -> None:
    before = parse(markup)
    after = html.fromstring(f"<div>{render_body(write(markup)).html}</div>")
    before.make_links_absolute(BASE)
    assert read_letters(after) == read_letters(before)
    assert count_blocks(after) == count_blocks(before)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(page)
def test_text_marks_and_layout_survive(markup):
    check(markup)
