"""A wall before an article and a front page are no articles; what only looks like them is."""

from __future__ import annotations

import pytest

from generator.read.walls import find_wall, is_front_page, load_walls

STORY = "The board voted on Monday.\n\n" * 3
TEASERS = [(f"Harbour board number {n} meets the press", f"The wall holds on day {n}, it says.") for n in range(12)]
FRONT = "".join(f"<div><h2><a href=/{n}>{title}</a></h2><p>{text}</p></div>" for n, (title, text) in enumerate(TEASERS))


@pytest.mark.parametrize("wall", load_walls(), ids=lambda wall: wall.id)
def test_a_wall_is_told_by_its_example_and_not_by_its_counter_example(wall):
    assert find_wall([wall.example], STORY) == wall.told
    assert find_wall([wall.counter], STORY) is None


def test_what_a_paragraph_begins_with_tells_a_wall_but_not_in_a_long_text():
    text = "Please enable JavaScript and cookies to continue.\n"
    assert find_wall(["news.example"], text) == "a check of browsers"
    assert find_wall(["Just a moment"], text + "Words of the harbour. " * 100) is None


@pytest.mark.parametrize("mark", ["## {}\n\n{}", "[{}](https://a.example/1)\n\n{}", "{} {}"])
def test_headlines_that_lead_elsewhere_are_a_front_page(mark):
    body = "\n\n".join(mark.format(*teaser) for teaser in TEASERS)
    assert is_front_page(f"<html><body>{FRONT}</body></html>", body)
    assert not is_front_page(f'<html><meta property="og:type" content="article"><body>{FRONT}</body></html>', body)


def test_an_article_over_a_list_of_others_is_none():
    story = "\n\n".join(f"The board of the harbour voted for part {n} of the wall." for n in range(10))
    assert not is_front_page(f"<html><body><p>{story}</p>{FRONT}</body></html>", story)
