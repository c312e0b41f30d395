"""Pastes in the manner of different outlets' pages: what stands around a story there, written for this test."""

from __future__ import annotations

import pytest

from generator.config import ConvertConfig
from generator.extract.head.byline import Byline, read_byline
from generator.extract.head.credits import read_caption
from generator.extract.head.headline_parts import split_headline
from generator.extract.head.stamp import read_stamp
from generator.extract.lines import split_lines
from generator.extract.story.gallery import strip_captions_heading
from generator.extract.text_article import extract_text
from generator.model import Dateline, Extraction, Origin, RawArticle
from generator.moments import format_moment

PARAGRAPHS = [
    "The old harbour wall fell into the water on Thursday, a year after engineers had warned that it would.",
    "Nobody was hurt, the mayor said, but two boats were sunk and a warehouse lost its front.",
]
STORY = "\n".join(PARAGRAPHS)


def extract(text: str) -> Extraction:
    raw = RawArticle(origin=Origin(path="a.txt", sha256=""), form="text", markup="text", text=text)
    return extract_text(raw, ConvertConfig())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ann Field BBC Harbour News", Byline(authors=("Ann Field",), source="BBC Harbour News")),
        ("By Ann Field Health editor", Byline(authors=("Ann Field",))),
        ("By Ann Field Coast correspondent, BBC News", Byline(authors=("Ann Field",), source="BBC News")),
        ("By Ann Field BBC News, Portsea", Byline(authors=("Ann Field",), source="BBC News", place="Portsea")),
        ("By Ann Field, for CNN", Byline(authors=("Ann Field",), source="CNN")),
        ("By Ann Field, a historian and former pilot. Follow her on Twitter @annf", Byline(authors=("Ann Field",))),
    ],
)
def test_an_outlet_or_office_after_a_name(text, expected):
    assert read_byline(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "updated", "source", "place"),
    [
        ("Updated 2315 GMT (0715 HKT) December 12, 2017", None, "2017-12-12T23:15:00Z", None, None),
        ("0 Comment(s)Print E-mail Xinhua, August 3, 2016", "2016-08-03", None, "Xinhua", None),
        ("Source: Xinhua | 2017-09-04 21:15 | Editor: Ann Field", "2017-09-04T21:15:00", None, "Xinhua", None),
        ("NEW PORTSEA, March 4, 2019", "2019-03-04", None, None, "NEW PORTSEA"),
        ("Published - March 4, 2019 - NEW PORTSEA", "2019-03-04", None, None, "NEW PORTSEA"),
        ("March 4, 2019 / 1:05 PM / Updated 3 hours ago", "2019-03-04T13:05:00", None, None, None),
    ],
)
def test_a_date_as_outlets_print_it(text, published, updated, source, place):
    stamp = read_stamp(text)
    assert stamp is not None
    dates = tuple(format_moment(day) if day else None for day in (stamp.published, stamp.updated))
    assert (*dates, stamp.source, stamp.place, stamp.authors) == (published, updated, source, place, ())


def test_a_source_in_brackets_before_a_date_is_no_dateline():
    done = extract(f"Harbour wall falls\n(Xinhua) Updated: 2018-02-01 19:22\n{STORY}")
    assert done.document.title == "Harbour wall falls"
    assert done.document.source == "Xinhua"
    assert done.document.deck is None
    assert format_moment(done.document.updated) == "2018-02-01T19:22:00"


def test_tools_with_a_box_stand_between_byline_and_story():
    text = "Harbour wall falls in Portsea\nBy Ann Field\nPublished\n12 January 2021\nShare\nclose\nRelated Topics\n"
    done = extract(f"{text}image captionThe wall on Thursday\n{STORY}")
    assert done.document.title == "Harbour wall falls in Portsea"
    assert done.document.authors == ("Ann Field",)
    assert format_moment(done.document.published) == "2021-01-12"
    assert done.document.body == "\n\n".join(PARAGRAPHS)


def test_rights_below_a_headline_are_the_pictures():
    done = extract(f"Harbour wall falls in Portsea\nPublished time: 12 Dec, 2017 13:01\n© Reuters / Ann Field\n{STORY}")
    assert done.document.photo_credits == ("Reuters / Ann Field",)
    assert done.document.source is None


def test_what_a_gallery_shows_is_not_its_owner():
    assert read_caption("Photos: Life after the storm").credit is None
    for credit in ("Kim Lee / Getty Images", "Kim Lee/Getty Images", "Kim van der Lee / Getty Images"):
        assert read_caption(credit).credit == credit
        assert read_caption(f"The wall on the quay after the storm on Sunday {credit}").credit == credit
        assert read_caption(f"Boats lie on the quay. {credit}").credit == credit
    assert read_caption("Photo: Reuters (Archive)").credit == "Reuters"
    assert read_caption("The wall on May 16. ANN FIELD/FOR HARBOUR DAILY").credit == "ANN FIELD/FOR HARBOUR DAILY"


def test_a_gallery_that_says_its_name_twice():
    lines = split_lines("\n".join(f"Photos: Harbour storm Harbour storm – {text}" for text in ("A", "B", "C")))
    assert strip_captions_heading(lines)[0] == "Harbour storm"


def test_a_link_and_its_read_more_on_two_lines():
    done = extract(f"{PARAGRAPHS[0]}\nWhy did the harbour wall fall?\nRead more\n{PARAGRAPHS[1]}")
    assert done.document.body == "\n\n".join(PARAGRAPHS)


def test_an_agencys_dateline_below_an_editors_note():
    done = extract(f"Editor's note: Ann Field keeps a shop across the square.\n\nPORTSEA, England (CNN) -- {STORY}")
    assert done.document.source == "CNN"
    assert done.document.dateline == Dateline(place="PORTSEA, England")


def test_a_kicker_of_any_topic_before_a_long_headline():
    plain = frozenset(("harbour", "walls", "engineers"))
    line = (
        "Coast policy Harbour walls to be mended from next year, mayor says Ann Field promises to pay for the work"
        " from parking charges"
    )
    title, deck, split = split_headline(line, plain)
    assert (title, split) == ("Harbour walls to be mended from next year, mayor says", True)
    assert deck == "Ann Field promises to pay for the work from parking charges"
