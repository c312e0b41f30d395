"""Copy of American wires pasted as text: recognised by its content, with and without the signs of ANPA 1312."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from wire_samples import extract_one, read, read_one

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.model import Dateline

STORY = """\
   QUAYTOWN (AP) _ The mayor of Quaytown resigned on Thursday after a
report on the harbour contract found that she had signed it without the
council's consent.
   ``I have made a mistake and I regret it,'' she told reporters
outside the town hall _ the first words she had spoken for a week.
   The council will choose her successor in January, a spokesman said.
   Fishermen on the quay said that they had expected no less of her,
and that the contract had been bad from the start.
"""
SENT = "\nAP-NY-12-10-15 0834EST\n"
SET = """\
^BC-Harbour-Mayor, 1st Ld-Writethru,0234<
^Mayor resigns<
^Eds: UPDATES with quotes from council. With AP Photos.<
^By JO REED=
^Associated Press Writer=
"""
PLAIN = """\
a0234
r i BC-Harbour-Mayor 1stLd-Writethru 12-10 0234
BC-Harbour-Mayor, 1st Ld-Writethru,0234
Mayor resigns
By JO REED
Associated Press Writer
"""
PARAGRAPHS = [
    "The mayor of Quaytown resigned on Thursday after a report on the harbour contract found that she had signed it "
    "without the council's consent.",
    "“I have made a mistake and I regret it,” she told reporters outside the town hall — the first words she had "
    "spoken for a week.",
    "The council will choose her successor in January, a spokesman said.",
    "Fishermen on the quay said that they had expected no less of her, and that the contract had been bad from the "
    "start.",
]
EASTERN = timezone(timedelta(hours=-5))


def extract(text):
    return extract_one(text.encode(), "mayor.txt")


@pytest.mark.parametrize("head", [SET, PLAIN, "\n\n" + SET, PLAIN.replace("a0234\n", "")])
def test_the_head_is_read_and_the_text_is_joined(head):
    done = extract(head + STORY + SENT)
    document = done.document
    assert done.form == "anpa"
    assert (document.title, document.authors, document.source) == ("Mayor resigns", ("Jo Reed",), "AP")
    assert document.dateline == Dateline(place="QUAYTOWN")
    assert document.published == datetime(2015, 12, 10, 8, 34, tzinfo=EASTERN)
    assert document.labels[0] == "LEAD 1"
    assert document.item == "Harbour-Mayor:2015-12-10"
    assert document.body.split("\n\n") == PARAGRAPHS


def test_every_line_of_the_head_and_the_last_are_told():
    done = extract(SET + STORY + SENT)
    told = [(entry.line, entry.rule) for entry in done.removed if entry.rule.startswith("wire-")]
    assert told == [*((number, "wire-head") for number in range(1, 6)), (15, "wire-end")]
    assert "(UPDATES with quotes from council)" in done.document.labels


def test_a_line_set_on_its_own_may_be_broken():
    note = "^Eds: LEADS with 3 grafs to name the mayor;\npicks up 4th graf pvs, bgng: ``The council...''<\n"
    done = extract(SET.replace("^By", note + "^By") + STORY)
    assert done.document.authors == ("Jo Reed",)
    assert "picks up 4th graf" in done.document.extra["ednote"]
    assert done.document.body.split("\n\n") == PARAGRAPHS


@pytest.mark.parametrize(
    "head",
    [
        "PM-Harbour Mayor, Bjt, a0512,300\nMayor Resigns Over Quay\nBy JO REED\nAssociated Press Writer\n",
        "r w PM-HarbourMayor 1stLd-Writethru a0512 12-10 0334\nMayor Resigns Over Quay\nBy JO REED\n",
        "^AM-Harbour Mayor<\n^Mayor Resigns Over Quay<\n^By JO REED=\n",
        "BC-HARBOUR-MAYOR\nMayor Resigns Over Quay\nBy JO REED\n",
    ],
)
def test_older_heads(head):
    done = extract(head + STORY.replace(" _ ", " -- ", 1))
    assert done.form == "anpa"
    assert (done.document.title, done.document.authors) == ("Mayor Resigns Over Quay", ("Jo Reed",))
    assert (done.document.source, done.document.dateline) == ("AP", Dateline(place="QUAYTOWN"))
    assert done.document.published is None


def test_upi():
    story = STORY.replace("QUAYTOWN (AP) _", "QUAYTOWN, Dec. 10 (UPI) --")
    done = extract(
        f"BC-HARBOUR-MAYOR (UPDATE 1)\nMayor resigns\nBy JO REED\nUPI Correspondent\n{story}\nUPI 12-10-15 08:34 aes\n"
    )
    assert (done.document.source, done.document.labels) == ("UPI", ("UPDATE 1",))
    assert done.document.published == datetime(2015, 12, 10, 8, 34)
    assert done.document.body.split("\n\n") == PARAGRAPHS


def test_several_items_in_one_paste():
    other = STORY.replace("mayor", "harbour master").replace("mayor", "harbour master")
    second = PLAIN.replace("Mayor", "Master")
    first, last = (
        extract_article(raw, ConvertConfig()).document
        for raw in read((SET + STORY + SENT + "\n" + second + other + SENT).encode(), "two.txt")
    )
    assert (first.title, last.title) == ("Mayor resigns", "Master resigns")
    assert first.body.split("\n\n") == PARAGRAPHS
    assert "harbour master" in last.body


def test_a_heading_in_the_text():
    done = extract(SET + STORY + "^THE CONTRACT=\n   It was signed in May, on a wet day at the quay.\n" + SENT)
    assert "## THE CONTRACT" in done.document.body


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "BC-Ferries to add sailings\n\nThe company said on Thursday that two more ferries will sail in May.\n",
        "AP-style quotation marks are here to stay\n\nBy Jo Reed\n\n" + STORY,
        "AM-Quays wins harbour order\n\nThe works said on Thursday that it would hire.\n",
        "Notes\n\n^ see above\n\n" + STORY,
        "I a m not 12-10 sure\n\n" + STORY,
    ],
)
def test_other_texts_are_read_as_they_were(text):
    assert read_one(text.encode(), "mayor.txt").form == "text"
