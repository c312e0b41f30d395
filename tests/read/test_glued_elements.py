"""XML without white space between its elements: what each names stays a word of its own."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import etree
from wire_samples import NITF, read_one

from generator.model import Dateline
from generator.read.xml_document import words_of


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        ("<d><location>OSLO</location><story.date>April 3</story.date></d>", "OSLO April 3"),
        ("<b>By<person>Ann Field</person><byttl>Editor</byttl></b>", "By Ann Field Editor"),
        ("<p><name.given>Ann</name.given><name.family>Field</name.family></p>", "Ann Field"),
        ("<h>Wall holds<br/>Town sleeps</h>", "Wall holds Town sleeps"),
        ("<h>CO<sub>2</sub> falls, <em>s</em>lowly</h>", "CO2 falls, slowly"),
        ("<h>The <person>Lund</person>s, (<org>HSN</org>) say</h>", "The Lunds, (HSN) say"),
        ("<d><p>One.</p><p>Two.</p></d>", "One. Two."),
        ("<d/>", None),
    ],
)
def test_words_of_elements_are_apart(xml, words):
    assert words_of(etree.fromstring(xml)) == words


@pytest.mark.parametrize(
    ("inside", "place"),
    [
        ("<location>OSLO</location><story.date>April 3</story.date>", "OSLO"),
        ("<location>OSLO</location><story.date>3 avril</story.date>", "OSLO"),
        ("<location><city>OSLO</city><country>Norway</country></location><story.date>3 April</story.date>",
         "OSLO, Norway"),
        ("<location>OSLO</location>, Norway, <story.date>April 3</story.date>", "OSLO, Norway"),
    ],
)  # fmt: skip
def test_a_dateline_is_read_part_by_part(inside, place):
    start, end = NITF.index("<dateline>"), NITF.index("</dateline>")
    dateline = read_one(NITF[:start] + "<dateline>" + inside + NITF[end:]).hints.dateline
    assert dateline is not None
    assert dateline.place == place
    assert dateline.date is None or isinstance(dateline.date, date)
    if "pril" in inside:
        assert dateline == Dateline(place=place, date=date(2019, 4, 3))
