"""Bylines, sign-offs and stamps."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from generator.extract.byline import is_name, is_role, is_sign_off, read_byline, read_sign_off, tidy_name
from generator.extract.stamp import Stamp, is_slug, read_stamp
from generator.moments import format_moment


@pytest.mark.parametrize(
    ("text", "authors", "source", "place"),
    [
        ("By Ann Field", ("Ann Field",), None, None),
        ("by Ann Field and Jo Reed in Madrid", ("Ann Field", "Jo Reed"), None, "Madrid"),
        ("By Ann Field, Political Editor", ("Ann Field",), None, None),
        ("By Ann Field, Northern Correspondent, in Carlisle", ("Ann Field",), None, "Carlisle"),
        ("By ANN O'FIELD-MCREED", ("Ann O'Field-McReed",), None, None),
        ("By María de la Cruz, Xi Wu & Jo Reed", ("María de la Cruz", "Xi Wu", "Jo Reed"), None, None),
        ("By Ann Field @annfield", ("Ann Field",), None, None),
        ("By Ann Field, Harbour Times (sample)", ("Ann Field",), "Harbour Times (sample)", None),
        ("By Reuters", (), "Reuters", None),
        ("By agencies (Harbour Daily)", (), "Harbour Daily", None),
        ("Written by: Ann Field", ("Ann Field",), None, None),
        ("By Ann Field in Moscow and Jo Reed in Kiev", ("Ann Field", "Jo Reed"), None, "Kiev"),
        ("By Ann Field and Jo Reed The Associated Press", ("Ann Field", "Jo Reed"), "The Associated Press", None),
        ("Ann FieldBy Ann Field, Harbour Staff", ("Ann Field",), None, None),
        ("By Ann FieldAnn Field", ("Ann Field",), None, None),
    ],
)
def test_a_byline(text, authors, source, place):
    byline = read_byline(text)
    assert byline is not None
    assert (byline.authors, byline.source, byline.place) == (authors, source, place)


@pytest.mark.parametrize(
    "text", ["By the time it was out, the wall fell", "By night the city sleeps", "By Monday morning", "Ann Field"]
)
def test_no_byline(text):
    assert read_byline(text) is None


def test_names_and_roles():
    assert is_name("Ann-Marie O'Reed")
    assert not is_name("the harbour wall")
    assert is_role("Environment reporter, Madrid")
    assert not is_role("The reporter ran down to the harbour, and the editor ran after him")
    assert tidy_name("Ann Field") == "Ann Field"


def test_who_reported_is_an_author_and_who_edited_is_not():
    line = "(Reporting by Ann Field in Madrid and Jo Reed; Additional reporting by Xi Wu; Editing by Max Holm)"
    assert is_sign_off(line)
    assert read_sign_off(line) == ("Ann Field", "Jo Reed")
    assert read_sign_off("(Editing by Max Holm)") == ()


def said(stamp: Stamp | None) -> dict[str, object]:
    assert stamp is not None
    published = format_moment(stamp.published) if stamp.published else None
    updated = format_moment(stamp.updated) if stamp.updated else None
    found = {"authors": stamp.authors, "source": stamp.source, "published": published, "updated": updated}
    return {key: value for key, value in found.items() if value}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xinhua, December 10, 2015", {"source": "Xinhua", "published": "2015-12-10"}),
        ("Updated Jul 28, 2015", {"updated": "2015-07-28"}),
        ("Xinhua | Updated: 2017-09-15 17:52", {"source": "Xinhua", "updated": "2017-09-15T17:52:00"}),
        ("By ANN FIELD | Dec. 16, 2015", {"authors": ("Ann Field",), "published": "2015-12-16"}),
        (
            "By Ann Field | Dec. 8, 2015 | Updated 8:47 p.m.",
            {"authors": ("Ann Field",), "published": "2015-12-08", "updated": "2015-12-08T20:47:00"},
        ),
        ("15 December 2015 Last updated at 20:41", {"published": "2015-12-15", "updated": "2015-12-15T20:41:00"}),
        (
            "Harbour Wire | Saturday 12 December 2015 | 21:05 GMT | HARBOUR-WALL (WRAPUP 7)",
            {"source": "Harbour Wire", "published": "2015-12-12T21:05:00Z"},
        ),
        ("(Harbour Daily 07/15/2016 page1)", {"source": "Harbour Daily", "published": "2016-07-15"}),
        ("Published 3 Dec 2015 | Updated 4 Dec 2015", {"published": "2015-12-03", "updated": "2015-12-04"}),
        ("Source: Xinhua", {"source": "Xinhua"}),
    ],
)
def test_a_stamp_says_several_things_in_one_line(text, expected):
    assert said(read_stamp(text)) == expected


def test_a_headline_may_stand_before_the_rest():
    stamp = read_stamp("Wall falls in the harbour Updated: 2016-07-15 13:14 By Agencies(Harbour Daily)")
    assert stamp is not None
    assert (stamp.title, stamp.source) == ("Wall falls in the harbour", "Harbour Daily")


@pytest.mark.parametrize(
    "text", ["On 24 July 2015 he was shot.", "Founded in Madrid, May 3, 1923, it closed.", "The wall fell."]
)
def test_prose_with_a_date_is_no_stamp(text):
    assert read_stamp(text) is None


def test_addresses_and_slugs():
    stamp = read_stamp("https://web.archive.org/web/20151111/http://example.org/wall")
    assert stamp is not None
    assert stamp.url == "http://example.org/wall"
    assert read_stamp("javascript:alert(1)") is None
    assert is_slug("HARBOUR-WALL/INQUIRY (UPDATE 2)")
    assert not is_slug("CO-OP BANK TO CLOSE")


def test_a_day_in_figures_follows_the_option():
    stamp = read_stamp("03/04/2015", day_first=False)
    assert stamp is not None
    assert stamp.published == date(2015, 3, 4)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Posted: 5/3/24 10:00", datetime(2024, 3, 5, 10)),
        ("Published 05.03.98", date(1998, 3, 5)),
        ("Tue., March 5, 2024timer2 min. read", date(2024, 3, 5)),
    ],
)
def test_days_as_pages_shorten_them(text, published):
    stamp = read_stamp(text)
    assert stamp is not None
    assert stamp.published == published


def test_two_figures_without_a_label_are_no_year():
    assert read_stamp("5/3/24 10:00") is None
