"""Signs of other Markdowns are shown as what they mean, and what only looks like them as it stands."""

from __future__ import annotations

from timeit import repeat

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.dialect.dialect import write_dialect
from generator.extract.markdown.text import escape_text
from generator.record.body import render_body


def shown(source):
    return render_body(source).html.strip().removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("the ~~old~~ new wall", "the <del>old</del> new wall"),
        ("the ~~old\nand tall~~ wall", "the <del>old and tall</del> wall"),
        ("the ==wall==, and ==a=b==", "the <mark>wall</mark>, and <mark>a=b</mark>"),
        ("the ++new++ wall", "the <ins>new</ins> wall"),
        ("H~2~O, CO~2~ and 10^6^ and 10^-3^, the 19^th^", "H<sub>2</sub>O, CO<sub>2</sub> and 10<sup>6</sup> and "
         "10<sup>-3</sup>, the 19<sup>th</sup>"),
        ("{++new++}{--old--} {~~a~>b~~} {==c==}", "<ins>new</ins><del>old</del> <del>a</del><ins>b</ins> "
         "<mark>c</mark>"),
        ("**==both==** ==**both**== ~~==x==~~", "<strong><mark>both</mark></strong> <mark><strong>both</strong></mark> "
         "<del><mark>x</mark></del>"),
        (r"\"It\'s\" 5\$, 3\% \& \~x\~ \=\=y\=\= a\^2\^ \<b\>", "\"It's\" 5$, 3% &amp; ~x~ ==y== a^2^ &lt;b&gt;"),
        (r"one \| two", "one | two"),
        ("`~~a~~ ==b==` and ``c^2^ ` ``", "<code>~~a~~ ==b==</code> and <code>c^2^ `</code>"),
        ("if A==B and C==D or ==== and = = and x ~ y ~ z ~5 and ~6", None),
        ("x^2+y^2 and a ^ b ^ c and ^_^ and ^^", None),
        ("+++ 12:30 +++ C++ and D++ A++/B++", None),
        ("~~ not struck ~~ and ~~~ and a~~b", None),
        ("5~10~15 km", None),
        ("https://a.example/~b~/?c==d==e^f^", None),
        ("#BlackLivesMatter marches, #1 seed out", None),
    ],
)  # fmt: skip
def test_signs_are_shown_as_what_they_mean(source, html):
    assert shown(source) == (source if html is None else html)


def test_signs_end_with_their_cell_item_and_paragraph():
    table = "| a ~~b | c~~ d |\n| --- | --- |\n| ==e | f== \\| g |"
    assert render_body(table).text.split("\n\n") == ["a ~~b", "c~~ d", "==e", "f== | g"]
    assert "<del>" not in shown("- a ~~b\n- c~~ d\n\n~~e\n\nf~~")


def test_code_is_left_alone():
    source = "Of code:\n\n    x ==y== ~~z~~ \\$\n\n```\na ==b== \\$\n#c\n- [ ] d\n```\n\n"
    source += "- item\n\n        e ==f==\n\n    ==g==\n"
    html = shown(source)
    for code in ("x ==y== ~~z~~ \\$", "a ==b== \\$\n#c\n- [ ] d", "e ==f=="):
        assert code in html
    assert "<mark>g</mark>" in html


def test_tasks_have_boxes():
    text = render_body(
        "Of it:\n- [ ] wall\n- [x] quay\n    1. [X] boats\n    2. [x](https://x.example) it\n\n[ ] no item"
    ).text
    assert text.split("\n\n") == ["Of it:", "☐ wall", "☑ quay", "☑ boats", "x it", "[ ] no item"]


def test_headings_without_a_space_stay_where_they_are_the_writers_way():
    assert shown("#Wall\n\n##Quay") == shown("# Wall\n\n## Quay")


signs = st.lists(
    st.sampled_from(
        "~ ~~ = == ^ + ++ \\ | ` { } -- [ ] ( ) < > * _ # 1 2) a b B http://x.y/z ! : & ; ^[ [^1] \n ☐".split(" ")
    ),
    max_size=14,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(signs)
@example("- [ ] a")
def test_doing_it_twice_changes_nothing(text):
    once = write_dialect(text)
    assert write_dialect(once) == once


@settings(max_examples=400, deadline=None)
@given(signs)
@example("#a ~~b~~ ==c== d^2^ H~2~O \\$ 2) e ++f++ {--g--} ^[h]")
def test_the_published_text_is_the_articles_text(text):
    plain = " ".join(text.split())
    if plain:
        assert render_body(escape_text(plain)).text == plain


@pytest.mark.parametrize(
    "unit", ["~~a", "==a ", "++a", "^a", "a~b", "\\", "\\|", "{--a", "{~~a~>", "<a", "](", "^[", "^[a", "~~==", "#a\n"]
)
def test_time_grows_with_length_alone(unit):
    small, large = (unit * (size // len(unit)) for size in (10_000, 100_000))
    once, more = (min(repeat(lambda: write_dialect(text), number=1, repeat=3)) for text in (small, large))  # noqa: B023
    assert more < 12 * once + 0.1
