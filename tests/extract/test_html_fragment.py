"""A fragment that is all story: its structure is kept, whatever its length; furniture at the ends of lines is told."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.extract.pages.fragment import extract_fragment
from generator.model import Metadata, Origin, RawArticle
from generator.record.body import render_body

OPTIONS = ConvertConfig()


def extract(text: str, **hints):
    hints.setdefault("url", "https://example.org/news/wall")
    origin = Origin(path="feed.xml", sha256="0" * 64)
    raw = RawArticle(origin=origin, form="feed", markup="fragment", text=text, hints=Metadata(**hints))
    return extract_fragment(raw, OPTIONS)


@pytest.mark.parametrize(
    ("markup", "body"),
    [
        ("The wall fell.", "The wall fell."),
        ("<p>The wall fell.</p>", "The wall fell."),
        ("The wall <b>fell</b> at <i>noon</i>.", "The wall **fell** at *noon*."),
        ('See <a href="plan">the plan</a>.', "See [the plan](https://example.org/news/plan)."),
        ('See <a href="javascript:x()">the plan</a>.', "See the plan."),
        ("<ul><li>One wall</li><li>Two ferries</li></ul>", "- One wall\n- Two ferries"),
        ("<ol><li>One wall</li><li>Two ferries</li></ol>", "1. One wall\n2. Two ferries"),
        ("<blockquote><p>It fell.</p></blockquote>", "> It fell."),
        ("<div>It fell.<p>It was old.</p>Nobody was hurt.</div>", "It fell.\n\nIt was old.\n\nNobody was hurt."),
        ("It fell.<br><br>It was old.", "It fell.\n\nIt was old."),
        ("<p>It fell.</p><h3>Old stones</h3><p>It was old.</p>", "It fell.\n\n### Old stones\n\nIt was old."),
        ("5 &lt; 6 &amp;amp; 7 &gt; 2 * 3", "5 &lt; 6 &amp;amp; 7 > 2 \\* 3"),
        (
            "<table><tr><th>Ship</th><th>Day</th></tr><tr><td>Queen</td><td>Friday</td></tr></table>",
            "| Ship | Day |\n| --- | --- |\n| Queen | Friday |",
        ),
        (
            "<table><tr><td><table><tr><td>It fell.</td></tr></table></td></tr><tr><td>It was old.</td></tr></table>",
            "It fell.\n\nIt was old.",
        ),
    ],
)
def test_structure_is_kept_however_short_the_fragment(markup, body):
    assert extract(markup).document.body == body


@pytest.mark.parametrize(
    ("markup", "body", "removed"),
    [
        ("<p>It fell. […]</p>", "It fell.", [("excerpt-mark", "[…]")]),
        (
            '<p>It fell… <a href="x">Continue reading Wall falls →</a></p>',
            "It fell…",
            [("read-more", "Continue reading Wall falls →")],
        ),
        ('<p>It fell.</p><p><a href="x">Read more</a></p>', "It fell.", [("see-all", "Read more")]),
        (
            "<p>It fell. The post Wall falls appeared first on Gazette.</p>",
            "It fell.",
            [("post-appeared-span", "The post Wall falls appeared first on Gazette.")],
        ),
        (
            "<p>It fell.</p><p>Article URL: https://example.org/wall</p><p>Points: 12</p>",
            "It fell.",
            [("link-list-entry", "Article URL: https://example.org/wall"), ("link-list-entry", "Points: 12")],
        ),
        (
            '<p>It fell.</p><img src="https://p.example"><div class="feedflare"><a href="x"><img src="y"></a></div>',
            "It fell.",
            [],
        ),
        (
            '<p style="display:none">In this mail: walls</p><p>It fell.</p>',
            "It fell.",
            [("hidden", "In this mail: walls")],
        ),
        (
            '<p>It fell <a href="x">near the more modern quay</a></p>',
            "It fell [near the more modern quay](https://example.org/news/x)",
            [],
        ),
    ],
)
def test_furniture_of_feeds_goes_to_the_receipt(markup, body, removed):
    extraction = extract(markup)
    assert extraction.document.body == body
    assert [(entry.rule, entry.text) for entry in extraction.removed] == removed


def test_pictures_give_captions_and_credits():
    markup = "<figure><img src=a><figcaption>The old wall. Photo: Ann Field</figcaption></figure><p>It fell.</p>"
    extraction = extract(markup)
    assert extraction.document.body == "It fell."
    assert extraction.document.captions == ("The old wall.",)
    assert extraction.document.photo_credits == ("Ann Field",)
    assert [entry.rule for entry in extraction.removed] == ["caption"]


def test_the_title_that_is_known_is_not_said_again():
    extraction = extract("<h1>Wall falls</h1><p>It fell.</p>", title="Wall falls")
    assert extraction.document.body == "It fell."
    assert [(entry.rule, entry.text) for entry in extraction.removed] == [("title", "Wall falls")]


def test_a_first_heading_is_the_title_where_none_is_known():
    extraction = extract("<h1>Wall falls</h1><p>It fell.</p>")
    assert (extraction.document.title, extraction.document.body) == ("Wall falls", "It fell.")


def test_a_declared_language_gives_way_to_the_text():
    german = "<p>Die Mauer am Hafen ist am Montag nach dem Sturm eingestürzt, sagte die Bürgermeisterin.</p>"
    raw = RawArticle(
        origin=Origin(path="feed.xml", sha256="0" * 64),
        form="feed",
        markup="fragment",
        text=german,
        fallback=Metadata(language="en"),
    )
    document = extract_article(raw, OPTIONS).document
    assert (document.language, "language" in document.review) == ("de", True)


WORD = st.text("abcdefgh", min_size=1, max_size=8)
INLINE = st.recursive(
    WORD,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag}>",
        st.sampled_from(["b", "i", "em", "a href='x'", "span", "u", "code", "sub"]),
        st.lists(inner, min_size=1, max_size=3),
    ).map(lambda markup: re.sub(r"</(\w+) [^>]*>", r"</\1>", markup)),
    max_leaves=6,
)
BLOCK = st.recursive(
    st.builds(
        lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag}>",
        st.sampled_from(["p", "div", "h2", "li", "td"]),
        st.lists(INLINE, min_size=1, max_size=4),
    ),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag}>",
        st.sampled_from(["div", "ul", "ol", "table", "section", "tr"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[a-h]+", text))


@given(st.lists(st.one_of(BLOCK, INLINE), min_size=1, max_size=5).map(" ".join))
def test_every_word_is_in_the_body_or_in_the_receipt(markup):
    extraction = extract(markup)
    shown = render_body(extraction.document.body).text
    told = " ".join(entry.text for entry in extraction.removed)
    title = extraction.document.title or ""
    kept = words(shown) + words(told)
    assert kept == words(re.sub(r"<[^>]*>", " ", markup)), (extraction.document.body, title)


@given(st.text(alphabet="<>/&;#!-=\"'pbdiv ahref1xz\n", max_size=300))
def test_no_markup_makes_it_crash(markup):
    extract(markup)
