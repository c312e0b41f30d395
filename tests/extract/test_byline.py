"""Bylines, sign-offs and stamps."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from generator.config import ConvertConfig
from generator.extract.head.byline import read_byline
from generator.extract.head.names import is_name, tidy_name
from generator.extract.head.office import is_role
from generator.extract.head.sign_off import is_sign_off, read_sign_off
from generator.extract.head.stamp import Stamp, is_slug, read_stamp
from generator.extract.text_article import extract_text
from generator.model import Document, Origin, RawArticle
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
        ("By Jo Reed for the Portsea Echo", ("Jo Reed",), "Portsea Echo", None),
        (
            "By Jo Reed, Ann Bell and Kim Lee for the Portsea Echo",
            ("Jo Reed", "Ann Bell", "Kim Lee"),
            "Portsea Echo",
            None,
        ),
        ("By Jo Reed and Ann Bell for BBC News", ("Jo Reed", "Ann Bell"), "BBC News", None),
        ("By JO REED FOR THE PORTSEA ECHO", ("Jo Reed",), "THE PORTSEA ECHO", None),
        ("By Jo Reed For EchoOnline", ("Jo Reed",), "EchoOnline", None),
        ("By Jo Reed for the Portsea Echo in Madrid", ("Jo Reed",), "Portsea Echo", "Madrid"),
        ("By Jo Reed in Madrid for The Portsea Echo", ("Jo Reed",), "The Portsea Echo", "Madrid"),
    ],
)
def test_a_byline(text, authors, source, place):
    byline = read_byline(text)
    assert byline is not None
    assert (byline.authors, byline.source, byline.place) == (authors, source, place)


@pytest.mark.parametrize(
    "text",
    [
        "By the time it was out, the wall fell",
        "By night the city sleeps",
        "By Monday morning",
        "Ann Field",
        "By Royal Appointment for Christmas",
        "By special order for the Portsea Echo, all boats stayed in",
        "By Christmas for the Portsea Echo",
        "By reporting for the Portsea Echo she paid her way",
    ],
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
        ("Story by Jo Reed • 3h", {"authors": ("Jo Reed",)}),
        ("Story by Jo Reed and Ann Bell • 2d • 4 min read", {"authors": ("Jo Reed", "Ann Bell")}),
        ("By Jo Reed · Portsea Echo · 12 mins", {"authors": ("Jo Reed",), "source": "Portsea Echo"}),
        ("By Jo Reed, with additional reporting from Ann Bell • 3h", {"authors": ("Jo Reed",)}),
    ],
)
def test_a_stamp_says_several_things_in_one_line(text, expected):
    assert said(read_stamp(text)) == expected


def test_a_headline_may_stand_before_the_rest():
    stamp = read_stamp("Wall falls in the harbour Updated: 2016-07-15 13:14 By Agencies(Harbour Daily)")
    assert stamp is not None
    assert (stamp.title, stamp.source) == ("Wall falls in the harbour", "Harbour Daily")


@pytest.mark.parametrize(
    "text",
    [
        "On 24 July 2015 he was shot.",
        "Founded in Madrid, May 3, 1923, it closed.",
        "The wall fell.",
        "World • Sport • 3h",
        "By noon • 3h",
        "By Jo Reed • The wall fell on the quay",
        "By working with reporting by Ann Bell they found out more",
    ],
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


@pytest.mark.parametrize(
    ("text", "authors", "helpers"),
    [
        ("By Jo Reed, with additional reporting from Ann Bell", ("Jo Reed",), ("Ann Bell",)),
        ("By Jo Reed and Kim Lee; additional reporting by Ann Bell and Di Vale", ("Jo Reed", "Kim Lee"),
         ("Ann Bell", "Di Vale")),
        ("By Jo Reed (additional reporting by Ann Bell)", ("Jo Reed",), ("Ann Bell",)),
        ("By Jo Reed with reporting by Ann Bell in Madrid | 3 May 2021", ("Jo Reed",), ("Ann Bell",)),
        ("By Jo Reed with Ann Bell", ("Jo Reed", "Ann Bell"), ()),
    ],
)  # fmt: skip
def test_who_helped_is_a_contributor_and_no_author(text, authors, helpers):
    stamp = read_stamp(text)
    assert stamp is not None
    assert stamp.authors == authors
    assert [(one.name, one.role) for one in stamp.contributors] == [(name, "additional reporting") for name in helpers]


STORY = (
    "The old sea wall at Portsea fell into the harbour on Monday night, after three days of rain and wind.\n\n"
    "Nobody was hurt, the harbour master said, but four boats that lay below the wall have been lost.\n\n"
    "Work on a new wall will begin in the spring, and the town expects to pay for all of it by itself.\n"
)


def read(*head: str) -> Document:
    origin = Origin(path="wall.txt", sha256="")
    raw = RawArticle(origin=origin, form="text", markup="text", text="\n\n".join((*head, STORY)))
    return extract_text(raw, ConvertConfig()).document


@pytest.mark.parametrize(
    ("line", "authors", "source", "helpers"),
    [
        ("By Jo Reed, Ann Bell and Kim Lee for the Portsea Echo", ("Jo Reed", "Ann Bell", "Kim Lee"), "Portsea Echo",
         ()),
        ("By Jo Reed, with additional reporting from Ann Bell", ("Jo Reed",), None, ("Ann Bell",)),
        ("Story by Jo Reed • 3h", ("Jo Reed",), None, ()),
        ("Jo Reed and Ann Bell, Portsea Echo", ("Jo Reed", "Ann Bell"), "Portsea Echo", ()),
        ("Jo Reed, Ann Bell & Kim Lee, Harbour Times", ("Jo Reed", "Ann Bell", "Kim Lee"), "Harbour Times", ()),
        ("By Jo Reed\nFor the Portsea Echo", ("Jo Reed",), "Portsea Echo", ()),
        ("Jo Reed and Ann Bell, Political Correspondents", ("Jo Reed", "Ann Bell"), None, ()),
        ("Jo Reed and Ann Bell, Staff Writers", ("Jo Reed", "Ann Bell"), None, ()),
    ],
)  # fmt: skip
def test_a_byline_below_the_headline_is_no_deck(line, authors, source, helpers):
    document = read("Sea wall falls into the harbour", line)
    assert (document.title, document.deck) == ("Sea wall falls into the harbour", None)
    assert (document.authors, document.source) == (authors, source)
    assert tuple(one.name for one in document.contributors) == helpers


@pytest.mark.parametrize(
    "line",
    [
        "Jo Reed and Ann Bell, who live on the quay, saw it fall",
        "Tom Hall and Ann Bell, chief rivals for the harbour, blame the town",
        "Tom Hall and Ann Bell, chief rivals for the harbour and the town",
        "Boats and nets for the Portsea Echo are lost as the wall goes",
        "Wall and boats lost, Portsea counts the cost",
    ],
)
def test_a_deck_with_names_stays_a_deck(line):
    document = read("Sea wall falls into the harbour", line)
    assert (document.deck, document.authors) == (line, ())
