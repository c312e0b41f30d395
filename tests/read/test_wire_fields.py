"""Fields of wire headers: dates, datelines, bylines, credits, notes; and plain text with its paragraphs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import yaml
from conftest import REPOSITORY

from generator.model import Dateline
from generator.read.wire.byline import WireByline, read_part, read_wire_byline
from generator.read.wire.dates import full_year, read_sent_line, read_wire_dateline, read_wire_moment, settle_dates
from generator.read.wire.header import (
    label_note,
    label_slugline,
    label_status,
    label_urgency,
    other_name,
    read_credit,
    read_photo_credit,
)
from generator.read.wire.text import mend_signs, write_content, write_paragraphs
from generator.vocabulary.stamp_words import list_words

# In one language "by", in another the beginning of a name.
BEGIN_NAMES = ("de", "di", "του", "τησ")
NAMES = yaml.safe_load((REPOSITORY / "generator" / "read" / "wire" / "names.yml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("20150218T160141", datetime(2015, 2, 18, 16, 1, 41)),
        ("20160908T132446+0100", datetime(2016, 9, 8, 13, 24, 46, tzinfo=timezone(timedelta(hours=1)))),
        ("20070101T000000", date(2007, 1, 1)),
        ("20070101", date(2007, 1, 1)),
        ("2013-03-04T11:14:13.000Z", datetime(2013, 3, 4, 11, 14, 13, tzinfo=UTC)),
        ("2019-03-04", date(2019, 3, 4)),
        ("20200230T100000Z", None),
        ("20200101T256100Z", None),
        ("20200101T100000+9900", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_moments(text, moment):
    assert read_wire_moment(text, midnight_is_none=True) == moment


def test_a_year_in_two_figures_and_lines_of_sending():
    assert [full_year(year) for year in (69, 70, 99, 0, 2015)] == [2069, 1970, 1999, 2000, 2015]
    assert read_sent_line("AP-WF-11-13-13 0745GMT<") == datetime(2013, 11, 13, 7, 45, tzinfo=UTC)
    assert read_sent_line("AP-WF-13-45-13 0745GMT") is None


def test_a_revision_is_an_update_only_when_later():
    first, later = datetime(2019, 3, 4, 10, tzinfo=UTC), datetime(2019, 3, 4, 11, tzinfo=UTC)
    assert settle_dates(first, later) == (first, later)
    assert settle_dates(later, first) == (later, None)
    assert settle_dates(first, first) == (first, None)
    assert settle_dates(None, later) == (later, None)


@pytest.mark.parametrize(
    ("text", "place", "day", "agency"),
    [
        ("Portsea (dpa) - ", "Portsea", None, "dpa"),
        ("PORTSEA, Md.", "PORTSEA, Md.", None, None),
        ("Portsea, 10 juil 2024 (AFP)", "Portsea", date(2024, 7, 10), "AFP"),
        ("PORTSEA, Dec 31 (Reuters) -", "PORTSEA", date(2023, 12, 31), "Reuters"),
        ("MARCH 04, 2013", None, date(2013, 3, 4), None),
        ("2013-03-04 11:40:31 GMT+00:00", None, date(2013, 3, 4), None),
        ("(ANSA) - Portsea", "Portsea", None, "ANSA"),
        ("", None, None, None),
    ],
)
def test_datelines(text, place, day, agency):
    near = date(2024, 1, 1) if "Dec" in text else date(2024, 7, 10)
    read = read_wire_dateline(text, near)
    assert read.dateline == (Dateline(place=place, date=day) if place or day else None)
    assert read.agency == agency


@pytest.mark.parametrize(
    ("text", "authors", "organisation"),
    [
        ("By Ann Field, Harbour Press", ("Ann Field",), "Harbour Press"),
        ("ANN FIELD, JO MCREEDE ", ("Ann Field", "Jo McReede"), None),
        ("Ann B. Field, Harbour State University", ("Ann B. Field",), None),
        ("By ANN FIELD and JO O'REEDE", ("Ann Field", "Jo O'Reede"), None),
        ("Von Anna von Feld, dpa", ("Anna von Feld",), "dpa"),
        ("Par Anne de la Tour à Portsea", ("Anne de la Tour",), None),
        ("By Ann Field in Portsea, Coast Correspondent", ("Ann Field",), None),
        ("harbournews/AF", (), "harbournews"),
        ("HSN", (), "HSN"),
        ("Harbour, MAR 04", (), "Harbour"),
        ("field.ann", (), None),
        ("", (), None),
        (None, (), None),
    ],
)
def test_bylines(text, authors, organisation):
    assert read_wire_byline(text, ("Harbour",)) == WireByline(authors=authors, organisation=organisation)


@pytest.mark.parametrize("word", [word for word in list_words("by") if word not in BEGIN_NAMES])
def test_every_word_before_a_byline(word):
    assert read_wire_byline(f"{word.capitalize()} Ann Field").authors == ("Ann Field",)


@pytest.mark.parametrize("word", [*(word for word in list_words("and") if word not in NAMES["at"]), *"&/;,|"])
def test_every_word_between_names(word):
    assert read_wire_byline(f"Ann Field {word} Jo Reede").authors == ("Ann Field", "Jo Reede")


@pytest.mark.parametrize("word", NAMES["at"])
def test_every_word_before_a_place(word):
    assert read_wire_byline(f"Ann Field {word} Portsea").authors == ("Ann Field",)


@pytest.mark.parametrize("word", [*NAMES["organisations"], *NAMES["roles"]])
def test_no_organisation_and_no_role_is_a_person(word):
    assert read_wire_byline(f"Ann Field, Harbour {word.capitalize()}").authors == ("Ann Field",)


@pytest.mark.parametrize(("word", "part"), NAMES["parts"].items())
def test_every_part(word, part):
    assert read_part(f"crol:{word.capitalize()}") == part


def test_parts_unknown():
    assert read_part("crol:singer") is None
    assert read_part(None) is None


def test_status_urgency_notes_and_slugs():
    assert label_status("stat:canceled") == ("KILL",)
    assert label_status("Usable") == ()
    assert label_status("stat:withheld", date(2019, 3, 4)) == ()
    assert label_urgency("1") == ("URGENT",)
    assert label_urgency("4") == ()
    assert label_note("Eds: Adds full figures. For Monday.") == ("(Adds full figures)",)
    assert label_note("EDS: CORRECTS the date.") == ("CORRECTED", "(CORRECTS the date)")
    assert label_note("Call the desk.") == ()
    assert label_slugline("BC-US--Harbour, 1st Ld-Writethru,127") == ("1st Ld-Writethru",)
    assert label_slugline("BC-US--Harbour, Storm") == ()


def test_credits():
    assert read_credit("HSN\u2013CNW") == ("HSN", "CNW")
    assert read_credit("HSN\u2013") == ("HSN", None)
    assert read_credit("No-Data-Available") == (None, None)
    assert read_photo_credit("Photograph by Cy Lund, available at https://x.example") == "Cy Lund"
    assert read_photo_credit("CY LUND/HSN") == "CY LUND/HSN"
    assert other_name("AP", "The Associated Press") is None
    assert other_name("HSN", "HSN", "CNW") == "CNW"
    assert other_name("Harbour Press", "PA") == "PA"


def test_signs():
    assert mend_signs("PORTSEA (AP) _ ``Held,'' she said _") == "PORTSEA (AP) — “Held,” she said —"
    assert mend_signs("a_b __ c") == "a_b __ c"


def test_paragraphs_of_plain_text():
    indented = "   The wall of the harbour held through the night, the mayor\nsaid.\n   A report is due.\n"
    assert write_paragraphs(indented).count("<p>") == 2
    listed = "- New pumps\n- Higher gates"
    assert write_paragraphs(listed) == "<ul><li>New pumps</li><li>Higher gates</li></ul>"
    columns = "Year     Metres\n1953     4.1\n2019     6.0"
    assert write_paragraphs(columns) == f"<pre>{columns}</pre>"
    long_lines = f"{'word ' * 40}\n{'more ' * 40}"
    assert write_paragraphs(long_lines).count("<p>") == 2
    assert write_content("<p>Held.</p><h2>Next</h2>") == "<p>Held.</p><h2>Next</h2>"
    assert write_content("4 < 5 & 6") == "<p>4 &lt; 5 &amp; 6</p>"
