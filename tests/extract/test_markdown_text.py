"""Text as Markdown renders as exactly that text."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from generator.extract.markdown.text import escape_heading, escape_text, heading_text
from generator.model import Document
from generator.record.article import make_article

EXTENSIONS = [
    ["tables", "fenced_code", "toc"],
    ["extra", "admonition", "meta", "sane_lists", "toc"],
]
SIGNS = [*"ab1 .*_`[](){}<>#+-!|&;:/\\=~%?^@\"'$—é\n\t"]
SIGNS += [
    "&amp;",
    "http://",
    "[^1]",
    "``",
    "---",
    "***",
    "===",
    "~~~",
    "1. ",
    "2) ",
    "- ",
    "!!! ",
    "<b>",
    "]: ",
    "**",
    "{: ",
]


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def render(text: str, extensions: list[str]) -> html.HtmlElement:
    return html.fromstring(f"<div>{markdown.markdown(text, extensions=extensions)}</div>")


@pytest.mark.parametrize("extensions", EXTENSIONS, ids=["mkdocs", "extra"])
@settings(max_examples=300)
@given(parts=st.lists(st.sampled_from(SIGNS), min_size=1, max_size=25))
@example(parts=["---"])
@example(parts=["1. a"])
@example(parts=["Update: more"])
@example(parts=["a_b_c and _d_"])
@example(parts=["<script>alert(1)</script> [x](javascript:alert(1))"])
def test_a_paragraph_is_one_paragraph_of_the_same_text(extensions, parts):
    text = "".join(parts)
    if not text.strip():
        return
    tree = render(f"lead\n\n{escape_text(text)}\n\ntail", extensions)
    assert [child.tag for child in tree] == ["p", "p", "p"]
    assert squeeze(tree[1].text_content()) == squeeze(text)
    assert len(tree[1]) == 0


@settings(max_examples=300)
@given(text=st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=60))
def test_any_characters(text):
    if not text.strip():
        return
    tree = render(f"lead\n\n{escape_text(text)}", EXTENSIONS[0])
    assert squeeze(tree.text_content()) == squeeze(f"lead {text}")


@settings(max_examples=300)
@given(parts=st.lists(st.sampled_from(SIGNS), min_size=1, max_size=15))
def test_a_heading_is_a_heading_of_the_same_text(parts):
    text = "".join(parts)
    if not text.strip():
        return
    tree = render(escape_heading(text), EXTENSIONS[0])
    assert [child.tag for child in tree] == ["h2"]
    assert squeeze(tree.text_content()) == squeeze(text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("# Barrage closed", "Barrage closed"),
        ("#\tBarrage closed ##  ", "Barrage closed"),
        ("# Learning C#", "Learning C#"),
        ("# #", ""),
        ("## Below it", None),
        ("#barrage", None),
    ],
)
def test_a_heading_is_read_without_its_signs(line, text):
    assert heading_text(line) == text


def test_prose_stays_readable():
    text = 'Costs rose 5% (to £3.4m) in 2015 - more than "planned"; see a_file.txt & AT&T. It\'s 3 > 2!'
    assert escape_text(text) == text


PROSE = st.one_of(
    st.lists(
        st.sampled_from([*SIGNS, "    ", "word", " and ", "&lt;b&gt;", "&#", "&#60;", "<!--", "-->", "]("]), max_size=20
    ).map("".join),
    st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=60),
)


@settings(max_examples=400, deadline=None)
@given(paragraphs=st.lists(PROSE, min_size=1, max_size=5))
@example(paragraphs=["&#", "a <b>"])
@example(paragraphs=["1. one", "2. two", "- three", "    four", "> five", "+ six", "---", "| a | b |"])
@example(paragraphs=["[a]: http://b", "*[HTML]: x", "[^1]: note", "Term", ": no meaning"])
def test_the_published_text_is_the_articles_text(paragraphs):
    prose = [squeeze(paragraph) for paragraph in paragraphs if squeeze(paragraph)]
    body = "\n\n".join(escape_text(paragraph) for paragraph in paragraphs if squeeze(paragraph))
    article = make_article(Document(id="a", title="A", body=body), "articles/a.md")
    assert article.text == "\n\n".join(prose)
    assert [block.kind for block in article.blocks] == ["paragraph"] * len(prose)
