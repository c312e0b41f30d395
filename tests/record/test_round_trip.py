"""A Markdown article goes through extraction and the record as it was written, and is published with all its text."""

from __future__ import annotations

import markdown
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.config import ConvertConfig
from generator.exceptions import FrontMatterError
from generator.extract.markdown.article import extract_markdown
from generator.model import Document, Origin, RawArticle
from generator.record.article import make_article
from generator.record.document import read_document, write_document

EXTENSIONS = ["tables", "fenced_code", "sane_lists", "def_list"]
LEAD = "The wall of the old harbour fell into the water on Thursday, and nobody in the town was hurt."
BLOCKS = [
    "Two boats were *sunk* & a warehouse lost its **front** (see [the map](https://post.example/map_1)).",
    "## What was lost",
    "- two boats\n- a lamp\n    - its stand\n    - its glass\n- a flag",
    "1. first\n2. second\n\n    more of the second\n\n3. third",
    "> “We heard it go,” she said.\n>\n> > “So did we,” they said.",
    "| Year | Boats |\n| --- | ---: |\n| 2014 | 3 \\| 4 |\n| 2015 | `2` |",
    "```\nwall = fall(2015)\n    <now>\n```",
    "    indented = code",
    "A line that ends here,  \nand one that goes on.",
    "Signs: \\* \\_ \\# 1\\. &amp; &lt;b&gt; AT&T 3 < 4 > 2 a_b_c `x*y`",
    "***",
    "Setext\n------",
    "Grüße aus Łódź — 語 🙂",
    "Reference [link][1].\n\n[1]: https://post.example/one",
]  # fmt: skip
bodies = st.lists(st.sampled_from(BLOCKS), max_size=8).map(lambda blocks: "\n\n".join([LEAD, *blocks]))


def letters(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=200, deadline=None)
@given(bodies)
def test_a_body_stays_as_written(body):
    raw = RawArticle(origin=Origin(path="a.md", sha256=""), form="markdown", markup="markdown", text=body)
    document = extract_markdown(raw, ConvertConfig()).document
    assert document.body == body
    text = write_document(document)
    assert read_document(text, "a.md").body == body
    assert write_document(read_document(text, "a.md")) == text


@settings(max_examples=200, deadline=None)
@given(bodies)
def test_the_text_is_that_of_the_rendered_markdown(body):
    article = make_article(Document(id="a", title="A", body=body), "articles/a.md")
    rendered = html.fromstring(f"<div>{markdown.markdown(body, extensions=EXTENSIONS)}</div>")
    assert letters(article.text) == letters(rendered.text_content())


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), max_size=200).map(str.strip))
def test_any_text_is_read_as_it_was_written(body):
    document = Document(id="a", title="A", body=body)
    try:
        assert read_document(write_document(document), "a.md") == document
    except FrontMatterError:
        raise AssertionError("what was written cannot be read") from None
