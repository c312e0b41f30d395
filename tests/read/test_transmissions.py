"""IPTC 7901 and ANPA 1312: messages framed by control characters."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from wire_samples import ANPA, IPTC7901, extract_one, read, read_one, refuse_one

from generator.model import Contributor, Dateline


def test_iptc7901():
    article = read_one(IPTC7901, "message.txt")
    hints = article.hints
    assert article.form == "iptc7901"
    assert hints.title == "Harbour wall holds through the night as hundreds of people sleep in schools"
    assert (hints.authors, hints.source) == (("Ann Field",), "hsn")
    assert hints.contributors == (
        Contributor(name="Ann Field", role="reporting"),
        Contributor(name="Bea Stone", role="editing"),
    )
    assert hints.published == datetime(2019, 3, 4, 17, 45, tzinfo=UTC)
    assert hints.labels == ("URGENT",)
    assert hints.extra["slugline"] == "Harbour/Weather"


def test_iptc7901_text_is_unwrapped_and_notes_are_told():
    extraction = extract_one(IPTC7901, "message.txt")
    assert extraction.document.body.split("\n\n") == [
        "The wall held through the night, and hundreds of people who had slept in schools went home in the morning, "
        "the mayor of the town said.",
        "A report is due next week.",
        "Pumps: 4",
        "Gates: 2",
    ]
    assert extraction.document.dateline == Dateline(place="Portsea")
    notes = next(entry for entry in extraction.removed if entry.rule == "wire-notes")
    assert notes.text.startswith("# hsn Notebook")
    assert "Bea Stone" in notes.text


@pytest.mark.parametrize(
    ("end", "published"),
    [
        (b"041745 GMT Mar 19", datetime(2019, 3, 4, 17, 45, tzinfo=UTC)),
        (b"101845 dec 15", datetime(2015, 12, 10, 18, 45)),
        (b"101845 GMT Dec 1998", datetime(1998, 12, 10, 18, 45, tzinfo=UTC)),
        (b"311799 GMT Feb 19", None),
        (b"no date", None),
    ],
)
def test_iptc7901_date_is_at_the_end(end, published):
    data = IPTC7901.replace(b"041745 GMT Mar 19", end)
    assert read_one(data, "message.txt").hints.published == published


def test_several_messages_with_nul_and_del_between():
    articles = read(b"\x00\x00" + IPTC7901 + b"\x00\x7f\r\n" + IPTC7901.replace(b"042 2 i", b"043 5 i"), "two.txt")
    assert [article.form for article in articles] == ["iptc7901", "iptc7901"]
    assert articles[1].hints.labels == ()


def test_a_message_cut_short_is_still_read():
    data = IPTC7901[: IPTC7901.index(b"A report")]
    assert "slept in schools" in read_one(data, "message.txt").text


def test_a_message_with_a_headline_alone():
    data = b"\x01hsn042 2 i 57\r\n\x02Harbour wall holds =\r\n\r\n\x03041745 GMT Mar 19\x04"
    assert "“Harbour wall holds”: holds a headline only" in refuse_one(data, "message.txt")


def test_anpa():
    article = read_one(ANPA, "story.tst")
    hints = article.hints
    assert article.form == "anpa"
    assert hints.title == "Harbour wall holds through the night"
    assert (hints.authors, hints.source) == (("Ann Field", "Jo Reede"), "AP")
    assert hints.published == datetime(2019, 3, 4, 17, 45, tzinfo=UTC)
    assert (hints.item, hints.version) == ("US--Harbour Wall:2019-03-04", "2nd Ld-Writethru")
    assert hints.labels == ("2nd Ld-Writethru", "URGENT", "(Updates with the mayor's words)")
    assert "AP Photo HSN101" in hints.extra["ednote"]


def test_anpa_typesetting_is_decoded():
    document = extract_one(ANPA, "story.tst").document
    assert document.body.split("\n\n") == [
        "The wall held through the night, the mayor said.",
        "“It was a near thing,” she said — and went home.",
        "### THE FIGURES",
        "|  | Year | Metres |\n| --- | --- | --- |\n| Old wall | 1953 | 4½ |\n| New | 2019 | — |",
    ]
    assert document.dateline == Dateline(place="PORTSEA, Sample Coast")


def test_anpa_without_a_dated_end_states_no_date():
    hints = read_one(ANPA.replace(b"AP-WF-03-04-19 1745GMT<", b""), "story.tst").hints
    assert (hints.published, hints.item, hints.source) == (None, None, None)


def test_anpa_of_a_house_without_tabs():
    header = b"\x16\x16\x01W2607\x1f_sample\r\nr a\x13\x11 bc-wall 03-04 0107\r\n"
    data = header + b"\x02The wall held.\r\n\r\nA report is due.\r\n\x03\x04"
    assert extract_one(data, "story.tst").document.body == "The wall held.\n\nA report is due."
