"""Wire archives in SGML, and the Reuters-21578 collection."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from wire_samples import OPTIONS, REUTERS, SGML, read, read_one

from generator.extract.article import extract_article
from generator.model import Dateline, Problem
from generator.read.wire.sgml import _name_source, _names


def test_documents_of_several_archives():
    agency, paper, advisory = read(SGML, "archive.sgml")
    assert agency.form == "sgml"
    assert agency.hints.title == "Harbour wall holds through the night"
    assert (agency.hints.source, agency.hints.item) == ("Associated Press", "APW_ENG_20190304.0012")
    assert agency.hints.dateline == Dateline(place="PORTSEA, Sample Coast", date=date(2019, 3, 4))
    assert agency.hints.published == date(2019, 3, 4)
    assert paper.hints.title == "Harbour Co. Profit Rises"
    assert (paper.hints.authors, paper.hints.source) == (("Ann Field",), "SAMPLE JOURNAL (J)")
    assert paper.hints.published == date(1987, 2, 13)
    assert isinstance(advisory, Problem)
    assert "item 3 “BUDGET”: holds a headline only" in advisory.message


def test_paragraphs_are_unwrapped_and_characters_decoded_once():
    agency, paper, _ = read(SGML, "archive.sgml")
    assert extract_article(agency, OPTIONS).document.body.split("\n\n") == [
        "The wall held through the night, and hundreds of people who had slept in schools went home. “It was a near "
        "thing,” the mayor & her deputy said — and smiled.",
        "A report is due next week.",
    ]
    assert extract_article(paper, OPTIONS).document.body.split("\n\n") == [
        "Harbour Co. said that its profit rose by a fifth, because more ships called at its quays in the last quarter "
        "of the year than ever before.",
        "The company will build two quays.",
    ]


def doc(fields):
    return f"<DOC>{fields}<TEXT><P>The wall held.</TEXT></DOC>"


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ("<DOCNO>NYT_ENG_20101210.0123</DOCNO>", date(2010, 12, 10)),
        ("<DOCNO>APW19980304.0001</DOCNO><DATE_TIME>03/04/1998 13:26:00</DATE_TIME>", datetime(1998, 3, 4, 13, 26)),
        ("<DOCNO>APW19980304.0001</DOCNO><DATE_TIME>04/03/1998 13:26:00</DATE_TIME>", datetime(1998, 3, 4, 13, 26)),
        ("<DOCNO>AP900212-0001</DOCNO>", date(1990, 2, 12)),
        (
            "<DOCNO>AP900212-0001</DOCNO><FILEID>AP-NR-02-12-90 1207EST</FILEID>",
            datetime(1990, 2, 12, 12, 7, tzinfo=timezone(timedelta(hours=-5))),
        ),
        ("<DOCNO>LA010289-0001</DOCNO><DATE><P>January 2, 1989, Monday, Home Edition</P></DATE>", date(1989, 1, 2)),
        ("<DOCNO>FT911-3</DOCNO><DATE>910514</DATE>", date(1991, 5, 14)),
        ("<DOCNO>X-1</DOCNO><DATE>2019-03-04T18:15:00Z</DATE>", datetime(2019, 3, 4, 18, 15, tzinfo=UTC)),
        ("<DOCNO>X-1</DOCNO>", None),
        ("<DOCNO>APW19981399.0001</DOCNO>", None),
    ],
)
def test_dates_are_those_of_fields_then_of_the_number(fields, published):
    assert read_one(doc(fields), "a.sgml").hints.published == published


def test_end_tags_may_be_missing():
    text = "<DOC><DOCNO> X-1\n<HEADLINE> Wall holds\n<DATELINE>PORTSEA\n<TEXT>The wall held.</TEXT></DOC>"
    hints = read_one(text, "a.sgml").hints
    assert (hints.item, hints.title, hints.dateline) == ("X-1", "Wall holds", Dateline(place="PORTSEA"))
    article, problem = read("<DOC><DOCNO>1</DOCNO><TEXT>The wall held.\n", "a.sgml")
    assert article.text == "<p>The wall held.</p>"
    assert "the last document has no end" in problem.message


@pytest.mark.parametrize("row", ["NYT", "AP", "WSJ", "LA", "FT"])
def test_sources_are_known_by_the_number(row):
    assert any(prefix == row for prefix, _ in _names().sources)


def test_every_source_has_an_example():
    import yaml
    from conftest import REPOSITORY

    data = yaml.safe_load((REPOSITORY / "generator" / "read" / "wire" / "sgml_names.yml").read_text("utf-8"))
    for entry in data["sources"]:
        assert _name_source(entry["example"]) == entry["name"]


def test_prose_about_such_tags_is_text():
    assert read_one("The tag <DOC> holds <TEXT> and more, she said of the archive.", "note.txt").form == "text"


def test_reuters_collection():
    article, brief, lump = read(REUTERS, "reut2-000.sgm")
    hints = article.hints
    assert hints.title == "HARBOUR <HBR> LIFTS TOLL"
    assert (hints.authors, hints.source, hints.item) == (("Ann Field",), "Reuters", "Reuters-21578:1")
    assert hints.dateline == Dateline(place="PORTSEA", date=date(1987, 2, 26))
    assert hints.published == datetime(1987, 2, 26, 15, 1, 1)
    assert article.text == (
        "<p>The harbour lifted its toll by a tenth, &lt;HBR.S&gt; said, and hundreds of shippers said that they would "
        "go elsewhere this year.</p>\n<p>AT&amp;T laid a cable there last year.</p>"
    )
    assert "item 2 “HARBOUR TOLL UP A TENTH”: holds a headline only" in brief.message
    assert lump.hints.title == "HARBOUR SEES MORE SHIPS"
    assert lump.text == "<p>The harbour said that it saw more ships this month.</p>"
