"""Exports of press databases, and heads of labels: each article with what its head says, and its text alone."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from wire_samples import OPTIONS, read

from generator.extract.article import extract_article
from generator.model import Dateline, Problem

NEXIS = """\
                               1 of 2 DOCUMENTS

                        The Portsea Echo (England)

                          March 5, 2024 Tuesday
                             Final Edition

Harbour wall falls for the second
time in a year

BYLINE: Jo Reed and Ann Bell

SECTION: NEWS; Pg. 3

LENGTH: 512 words

DATELINE: PORTSEA

The wall fell on Monday night, and nobody was hurt, the mayor said at the pier.

She will speak to the council on Thursday, her office said.

LOAD-DATE: March 6, 2024

LANGUAGE: ENGLISH

Copyright 2024 Portsea Echo Ltd
All Rights Reserved

                               2 of 2 DOCUMENTS

                        The Portsea Echo (England)

                         March 6, 2024 Wednesday

Ferry late again

BYLINE: Kim Lee

LENGTH: 90 words

HIGHLIGHT: Nobody minded it much.

BODY:
The ferry was late on Tuesday, and nobody minded it at all, a passenger said.

LOAD-DATE: March 7, 2024
"""
NEXIS_UNI = """\
Harbour wall falls
Portsea Echo (England)
March 5, 2024 Tuesday

Copyright 2024 Portsea Echo Ltd All Rights Reserved

Section: NEWS; Pg. 3
Length: 512 words
Byline: Jo Reed

Body

The wall fell on Monday night, and nobody was hurt, the mayor said at the pier.

Load-Date: March 6, 2024

End of Document

Ferry late
Portsea Echo (England)
March 6, 2024 Wednesday

Length: 102 words

Body

The ferry was late on Tuesday, and nobody minded it at all, a passenger said.

End of Document
"""
FACTIVA = """\
HD  Harbour wall falls
BY  By Jo Reed
WC  512 words
PD  5 March 2024
ET  10:41
SN  Portsea Echo
LA  English
CY  Copyright 2024

LP  The wall fell on Monday night, and nobody was hurt.

TD  The council will meet on Thursday.

IN THE harbour, it is the second wall to fall this year.

AN  Document PECHO000020240305ek3500001

HD
Ferry late
PD
6 March 2024
SN
Portsea Echo

TD
The ferry was late on Tuesday, and nobody minded it at all, a passenger said.

AN
Document PECHO000020240306ek3500002
"""
PROQUEST = """\
____________________________________________________________

Document 1 of 2

Harbour wall falls

Author: Reed, Jo

Publication info: Portsea Echo; Portsea [Portsea]05 Mar 2024: A3.

Full text: The wall fell on Monday night, and nobody was hurt, the mayor said.

Her words were plain: it was the second time.

Subject: Walls; Mayors

Title: Harbour wall falls

Publication title: Portsea Echo

Publication date: Mar 5, 2024

Language of publication: English

____________________________________________________________

Document 2 of 2

Ferry late

Author: Bell, Ann; Lee, Kim

Full text: The ferry was late on Tuesday, and nobody minded it at all, a passenger said.

Publication title: Portsea Echo

Publication date: Mar 6, 2024
"""
LABELLED = """\
Title: Harbour wall falls
Author: Jo Reed
Source: Portsea Echo
Date: 5 March 2024
URL: https://www.echo.example/wall

The wall fell on Monday night, and nobody was hurt, the mayor said at the pier.

What she saw: stones in the water.

---

Title: Ferry late
Source: Portsea Echo
Date: 6 March 2024

The ferry was late on Tuesday, and nobody minded it at all, a passenger said.
"""
ALL = {"nexis": NEXIS, "nexis-uni": NEXIS_UNI, "factiva": FACTIVA, "proquest": PROQUEST, "labelled": LABELLED}


def extract(text, path="articles.txt"):
    return [extract_article(reading, OPTIONS) for reading in read(text, path)]


@pytest.mark.parametrize("name", ALL)
def test_each_article_has_its_head_and_its_text(name):
    first, second = extract(ALL[name])
    assert {first.form, second.form} == {"export"}
    assert first.document.title.startswith("Harbour wall falls")
    assert second.document.title.startswith("Ferry late")
    for done, day in ((first, 5), (second, 6)):
        published = done.document.published
        assert (published.year, published.month, published.day) == (2024, 3, day)
        assert done.document.source.removeprefix("The ") == "Portsea Echo"
    assert first.document.authors[0] == "Jo Reed"
    assert first.document.body.startswith("The wall fell on Monday night")
    assert second.document.body == "The ferry was late on Tuesday, and nobody minded it at all, a passenger said."


@pytest.mark.parametrize("name", ALL)
def test_every_word_is_in_the_body_or_in_the_receipt(name):
    words = set(ALL[name].replace("\n", " ").split())
    said = " ".join(
        f"{done.document.body} {' '.join(entry.text for entry in done.removed)}" for done in extract(ALL[name])
    )
    assert words <= set(said.split())


def test_the_fields_of_nexis():
    first, second = (done.document for done in extract(NEXIS))
    assert first.title == "Harbour wall falls for the second time in a year"
    assert first.authors == ("Jo Reed", "Ann Bell")
    assert (first.section, first.language, first.dateline) == ("NEWS", "en", Dateline(place="PORTSEA"))
    assert first.body.endswith("her office said.")
    assert second.deck == "Nobody minded it much."


def test_the_fields_of_factiva():
    first, _ = (done.document for done in extract(FACTIVA))
    assert first.published == datetime(2024, 3, 5, 10, 41)
    assert first.item == "PECHO000020240305ek3500001"
    assert first.body.split("\n\n")[1:] == [
        "The council will meet on Thursday.",
        "IN THE harbour, it is the second wall to fall this year.",
    ]


def test_a_colon_within_the_text_is_no_label():
    assert "Her words were plain: it was the second time." in extract(PROQUEST)[0].document.body
    assert "What she saw: stones in the water." in extract(LABELLED)[0].document.body


def test_names_turned_round_are_turned_back():
    assert extract(PROQUEST)[1].document.authors == ("Ann Bell", "Kim Lee")


def test_labels_in_another_language():
    (done,) = extract(
        "Titre : Le mur tombe\nAuteur : Zoé Lang\nSource : Le Quai\nDate : mardi 5 mars 2024\n\n"
        "Le mur est tombé lundi soir, et personne n'a été blessé, a dit la maire au port.\n"
    )
    assert done.document.title == "Le mur tombe"
    assert done.document.authors == ("Zoé Lang",)
    assert done.document.published == date(2024, 3, 5)


def test_an_item_without_a_text_is_told():
    (problem,) = read("Title: Wall falls\nAuthor: Jo Reed\nDate: 5 March 2024\n", "wall.txt")
    assert isinstance(problem, Problem)
    assert "wall.txt" in problem.message
    assert "Wall falls" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "Title fight: the wall falls\n\nThe wall fell on Monday, and nobody was hurt, the mayor said at the pier.\n",
        "Title: Wall falls\n\nThe wall fell on Monday, and nobody was hurt, the mayor said at the pier.\n",
        "Date: 5 March 2024\nSource: Portsea Echo\n\nThe wall fell on Monday, and nobody was hurt, she said.\n",
        "Wall falls\n\nIt took 512 words. LENGTH matters, said the mayor of Portsea at the pier on Monday.\n",
    ],
)
def test_other_texts_are_no_exports(text):
    assert {reading.form for reading in read(text, "wall.txt")} == {"text"}
