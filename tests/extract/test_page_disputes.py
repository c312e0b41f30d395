"""Pages that say one thing in two ways: the date that most ways have, and the headline that is whole."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from made_pages import article, make_page, read_page, script

from generator.extract.pages.dates import may_be_same
from generator.moments import day_of, parse_moment

HEADING = "<h1>Wall falls in the old harbour</h1>"


def page(data, meta=None, shown=None, url=None):
    head = script(article(datePublished=data))
    head += f'<meta property="article:published_time" content="{meta}">' if meta else ""
    head += f'<link rel="canonical" href="https://post.example/{url}/wall">' if url else ""
    return read_page(make_page(head=head, above=HEADING + (f'<time datetime="{shown}">then</time>' if shown else "")))


def test_two_that_agree_outvote_the_data():
    document = page("2018-07-25T10:00:00Z", "2018-07-24T09:30:00Z", "2018-07-24", "2018/07/24")
    assert day_of(document.published) == date(2018, 7, 24)
    assert "published" in document.review


def test_one_against_one_is_put_to_review():
    document = page("2018-07-26T10:00:00Z", shown="2018-07-24")
    assert day_of(document.published) == date(2018, 7, 26)
    assert "published" in document.review


def test_a_second_voice_upholds_the_data():
    document = page("2018-07-26T10:00:00Z", "2018-07-26T10:00:00Z", "2018-07-24", "2018/07/24")
    assert day_of(document.published) == date(2018, 7, 26)
    assert "published" in document.review


def test_no_dispute_is_nothing_to_review():
    document = page("2018-07-24T10:00:00Z", "2018-07-24T10:00:00Z", "2018-07-24", "2018/07/24")
    assert document.published == datetime.fromisoformat("2018-07-24T10:00:00+00:00")
    assert "published" not in document.review


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2018-07-25T02:00:00Z", "2018-07-24", True),
        ("2018-07-25T10:00:00Z", "2018-07-25", True),
        ("2018-07-25T23:30:00-04:00", "2018-07-26", True),
        ("2018-07-25T19:30:00+02:00", "2018-07-26", True),
        ("2018-07-25T12:00:00+02:00", "2018-07-24", False),
        ("2018-07-25T12:00:00Z", "2018-07-24", False),
        ("2018-07-25", "2018-07-24", False),
        ("2018-07-25T03:00:00+02:00", "2018-07-24T20:00:00-04:00", True),
    ],
)
def test_days_of_one_publication(one, other, same):
    left, right = parse_moment(one), parse_moment(other)
    assert may_be_same(left, right) is may_be_same(right, left) is same


@pytest.mark.parametrize(
    ("page_title", "heading"),
    [
        ("Dam - Mekong Post", "Dam bursts again"),
        ("Dam", "Dam bursts again"),
        ("River dam bursts | Mekong Post", "Old river dam bursts at dawn"),
    ],
)
def test_a_lone_heading_is_the_whole_title(page_title, heading):
    document = read_page(make_page(head=f"<title>{page_title}</title>", above=f"<h1>{heading}</h1>"))
    assert document.title == heading
    assert heading not in document.body


def test_a_heading_of_something_else_is_no_title():
    head = "<title>River dam bursts at dawn - Mekong Post</title>"
    assert read_page(make_page(head=head, above="<h1>Sports</h1>")).title != "Sports"


def test_data_comes_before_the_heading():
    head = "<title>Dam</title>" + script(article())
    assert read_page(make_page(head=head, above="<h1>Dam bursts again</h1>")).title == "Wall falls in the old harbour"
