"""NITF: everything its head says, and the structure of its body."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from wire_samples import NITF, extract_one, read, read_one, refuse_one

from generator.model import Dateline, Problem

ZONE = timezone(timedelta(hours=1))


def test_the_head_is_read():
    hints = read_one(NITF).hints
    assert hints.title == "Harbour wall holds & town breathes again"
    assert hints.deck == "Hundreds sleep in schools"
    assert hints.authors == ("Ann Field", "Jo Reede-Marsh")
    assert hints.source == "Harbour Sample News"
    assert hints.agency is None
    assert hints.dateline == Dateline(place="PORTSEA, Sample Coast", date=date(2019, 3, 4))
    assert hints.published == datetime(2019, 3, 4, 18, 15, tzinfo=ZONE)
    assert hints.updated is None
    assert hints.embargo is None
    assert hints.section == "Disaster"
    assert hints.labels == ("URGENT", "CORRECTED", "(Corrects the height of the wall)")
    assert (hints.item, hints.version) == ("HSN.1234", "3")
    assert hints.topics == ("medtop:20000151",)
    assert hints.photo_credits == ("Cy Lund",)
    assert hints.captions == ("The wall at dawn.",)
    assert hints.extra["slugline"] == "Harbour Wall"


def test_the_body_keeps_its_structure():
    document = extract_one(NITF).document
    assert document.body.split("\n\n") == [
        "The wall held through the night, Mayor Ina Wells said.",
        "### What comes next",
        "She called it “a near thing” and *a warning*; [a report](https://harbour.example/report) is due.",
        "- New pumps\n- Higher gates",
        "| Year | Metres |\n| --- | --- |\n| 1953 | 4.1 |",
        "> We were lucky.",
    ]
    assert document.title == "Harbour wall holds & town breathes again"
    assert "Pictures will follow" not in document.body


def replaced(*pairs):
    text = NITF
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        ("<docdata>", '<docdata management-status="canceled">', "labels", "KILL"),
        ("<docdata>", '<docdata management-status="withheld">', "labels", "KILL"),
        ('<urgency ed-urg="2"/>', '<urgency ed-urg="5"/>', "labels", "CORRECTED"),
    ],
)
def test_status_and_urgency_are_labels(old, new, field, value):
    assert getattr(read_one(replaced((old, new))).hints, field)[0] == value


def test_a_release_after_the_issue_is_an_embargo():
    later = replaced(('date.release norm="20190304T181500+0100"', 'date.release norm="20190305T060000+0100"'))
    assert read_one(later).hints.embargo == datetime(2019, 3, 5, 6, tzinfo=ZONE)


def test_midnight_stands_for_no_time_and_a_revision_is_an_update():
    text = replaced(
        ('date.issue norm="20190304T181500+0100"', 'date.issue norm="20190304T000000"'),
        ("</docdata>", '</docdata><revision-history norm="20190306T120000Z" function="editor"/>'),
    )
    hints = read_one(text).hints
    assert hints.published == date(2019, 3, 4)
    assert hints.updated == datetime(2019, 3, 6, 12, tzinfo=UTC)


def test_a_slug_is_no_title():
    text = replaced(("<hl1>Harbour wall holds &amp; town breathes again</hl1><hl2>Hundreds sleep in schools</hl2>", ""))
    assert read_one(text).hints.title is None
    named = text.replace("<title>HARBOUR-WALL</title>", "<title>Harbour wall holds through the night</title>")
    assert read_one(named).hints.title == "Harbour wall holds through the night"


def test_the_printed_paper_is_the_source_and_the_owner_its_agency():
    text = replaced(
        ("<doc.copyright", '<pubdata name="The Sample Gazette" ex-ref="https://gazette.example/w"/><doc.copyright')
    )
    hints = read_one(text).hints
    assert (hints.source, hints.agency, hints.url) == (
        "The Sample Gazette",
        "Harbour Sample News",
        "https://gazette.example/w",
    )


def test_an_archive_that_sends_its_first_paragraph_twice_is_read_once():
    text = (
        '<nitf><body><body.content><block class="lead_paragraph"><p>The wall held.</p></block>'
        '<block class="full_text"><p>The wall held.</p><p>A report is due.</p></block></body.content></body></nitf>'
    )
    assert extract_one(text).document.body == "The wall held.\n\nA report is due."


def test_a_text_within_a_text_is_read_once():
    (article,) = read(
        "<nitf><body><body.content><p>The wall held.</p><body.content><p>A report is due.</p></body.content>"
        "</body.content></body></nitf>"
    )
    assert article.text.count("The wall held.") == article.text.count("A report is due.") == 1


def test_lines_broken_at_a_width_are_joined_and_verses_are_not():
    text = (
        "<nitf><body><body.content><p>The wall held through the night and the mayor<br/> of the town went home.</p>"
        "<p>Roses are red<br/>Violets are blue</p></body.content></body></nitf>"
    )
    first, second = extract_one(text).document.body.split("\n\n")
    assert first == "The wall held through the night and the mayor of the town went home."
    assert second.split() != ["Roses", "are", "redViolets", "are", "blue"]
    assert "\n" in second or "<br" in second


def test_an_item_without_text_is_a_problem():
    empty = replaced(("<body.content>", "<body.content><!--"), ("</body.content>", "--></body.content>"))
    message = refuse_one(empty)
    assert "Harbour wall holds" in message
    assert "holds a headline only" in message


def test_an_article_cut_short_is_read_and_told():
    readings = read(NITF[: NITF.index("What comes next")])
    assert [type(reading).__name__ for reading in readings] == ["RawArticle", "Problem"]
    assert "The wall held through the night" in readings[0].text
    assert isinstance(readings[1], Problem)
    assert f"line {NITF[: NITF.index('What comes next')].count(chr(10)) + 1}:" in readings[1].message
