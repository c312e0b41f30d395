"""Lists indented in any of the ways people have, as the levels that their writers meant."""

from __future__ import annotations

import re
from timeit import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dialect.fences import find_fences
from generator.dialect.lists import indent_lists
from generator.record.body import render_body


def shown(source):
    return re.sub(r"\n", "", render_body(source).html)


@pytest.mark.parametrize(
    ("source", "same"),
    [
        ("1. First\n   - in\n   - in too\n2. Second", "1. First\n    - in\n    - in too\n2. Second"),
        ("- a\n  - b\n    - c\n  - d\n- e", "- a\n    - b\n        - c\n    - d\n- e"),
        ("1. a\n  - b\n2. c", "1. a\n    - b\n2. c"),
        ("10. a\n\n    more\n11. b", "10. a\n\n    more\n\n11. b"),
        ("- a\n\t- b\n\t\t- c", "- a\n    - b\n        - c"),
        ("* a\n\n  more\n\n      code\n        on\n\n* b", "* a\n\n    more\n\n        code\n          on\n\n* b"),
        ("- a\n  ```py\n  x\n    y\n  ```\n- b", "- a\n\n        x\n          y\n\n- b"),
        ("- a\n\n  > q\n  > r\n\nEnd.", "- a\n\n    > q\n    > r\n\nEnd."),
        ("> - a\n>   - b\n\nEnd.", "> - a\n>     - b\n\nEnd."),
        ("- a\n\n  | x | y |\n  |---|---|\n  | 1 | 2 |", "- a\n\n    | x | y |\n    |---|---|\n    | 1 | 2 |"),
    ],
)
def test_levels_are_those_the_writer_meant(source, same):
    assert indent_lists(source) == same
    assert indent_lists(same) == same


@pytest.mark.parametrize(
    "source",
    [
        "- a\n    - b\n        - c\n\n            code\n\n- d",
        "1. a\n\n    more\n\n        code\n\n2. b",
        "A line\n    that goes on\n- with a dash",
        "    - code",
        "- a\ngoes on\n  and on\n- b",
        "***\n\n- - -\n\ntext",
        "```\n- a\n  - b\n```",
    ],
)
def test_what_is_in_steps_of_four_stays(source):
    assert indent_lists(source) == source


def test_a_written_article_shows_its_levels():
    assert shown("1. First\n   - in\n2. Second") == "<ol><li>First<ul><li>in</li></ul></li><li>Second</li></ol>"
    assert shown("- a\n  - b\n    - c") == "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"


lines = st.sampled_from(
    (
        "- a|1. b|  - c|   - d|    1. e|      f|        - g|h|  i|||> - j|>   - k|```|  ```|\t- l|# m|  # n|---|  * o"
        "|12. p|          s"
    ).split("|")
)
sources = st.lists(lines, max_size=14).map("\n".join)


@given(sources)
def test_nothing_is_lost(source):
    assert re.findall(r"[a-s]", indent_lists(source)) == re.findall(r"[a-s]", source)


@given(sources)
def test_doing_it_twice_changes_nothing(source):
    once = indent_lists(source)
    assert indent_lists(once) == once


@given(sources)
def test_lists_keep_all_their_words_on_the_page(source):
    assert "".join(re.findall(r"[a-s]", render_body(source).text)) == "".join(re.findall(r"[a-s]", source))


def test_a_fence_that_nothing_closes_is_text():
    assert find_fences(["```", "a", "````", "b"]) == [(0, 2)]
    assert find_fences(["````", "a", "```", "b"]) == []


@pytest.mark.parametrize("unit", ["- a\n  - b\n", "```x\n", "1. a\n\n   b\n", "> - a\n>   - b\n", "  - " * 50 + "\n"])
def test_time_grows_with_length_alone(unit):
    small, large = (unit * (size // len(unit)) for size in (20_000, 200_000))
    once, more = (min(repeat(lambda: indent_lists(text), number=1, repeat=3)) for text in (small, large))  # noqa: B023
    assert more < 12 * once + 0.25
