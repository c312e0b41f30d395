"""How copy of agencies looks when it is pasted: what its signs say is read, and none of them is published."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from wire_samples import extract_one, read

from generator.model import Contributor, Dateline

DPA = """\
bdt0123 4 wi 287  dpa 0456

Energie/Strom/
(Zusammenfassung 1400 - neu: Reaktionen)
Hafenmauer zum zweiten Mal gefallen =

Von Anna Berg, dpa

Quaystadt (dpa) - Die Mauer am Hafen von Quaystadt ist am Montag zum
zweiten Mal gefallen. Das teilte die Stadt am Donnerstag mit.

   «Niemand wurde verletzt», sagte die Sprecherin der Stadt. Die Mauer
werde bis zum Sommer neu gebaut.

# dpa-Notizblock

## Orte
- [Rathaus](Kaistr. 4, 99999 Quaystadt)

* * * *
Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt

## dpa-Kontakte
- Autorin: Anna Berg, +49 30 5555 0100, <berg.anna@wire.example>
dpa ab yyzz n1 cd
031412 Apr 25
"""
PRIVATE = ("5555", "berg.anna", "Kaistr")


def test_a_message_of_dpa():
    done = extract_one(DPA, "mauer.txt")
    document = done.document
    assert done.form == "iptc7901"
    assert document.title == "Hafenmauer zum zweiten Mal gefallen"
    assert document.authors == ("Anna Berg",)
    assert document.source == "dpa"
    assert document.dateline == Dateline(place="Quaystadt")
    assert document.published == datetime(2025, 4, 3, 14, 12)
    assert document.body.startswith("Die Mauer am Hafen von Quaystadt ist")
    assert document.body.endswith("bis zum Sommer neu gebaut.")
    assert document.extra["ednote"].startswith("Zusammenfassung 1400")


def test_several_messages():
    first, second = read(DPA + "\n" + DPA.replace("0123", "0124").replace("Hafenmauer", "Kaimauer"), "mauern.txt")
    assert first.hints.title.startswith("Hafenmauer")
    assert second.hints.title.startswith("Kaimauer")


@pytest.mark.parametrize(
    ("head", "path"),
    [
        ("", "mauer.txt"),
        ("Hafenmauer gefallen\n\n", "mauer.txt"),
        ("# Hafenmauer gefallen\n\n", "mauer.md"),
        ("bdt0123 4 wi 287  dpa 0456\n\n", "mauer.txt"),
    ],
)
def test_what_is_not_for_publication_is_not_published(head, path):
    done = extract_one(head + DPA[DPA.index("Quaystadt (dpa)") :], path)
    published = repr(done.document)
    assert not any(word in published for word in PRIVATE)
    receipt = " ".join(entry.text for entry in done.removed)
    assert all(word in receipt for word in PRIVATE)


REUTERS = """\
r i  BC-HARBOUR-WALL   03-14 0231
^BC-HARBOUR-WALL<
^Quaytown wall falls again -mayor<
^(Adds mayor's quote)<
    QUAYTOWN, March 14 (Reuters) - The wall of the harbour fell for
the second time in a year, the mayor said on Thursday.
    Nobody was hurt, she said.<
 (Reporting by Ada Farrow; Editing by Bo Lund)
 ((ada.farrow@wire.example; +44 20 5555 0100; Reuters
Messaging: ada.farrow.wire@wire.example))
Keywords: HARBOUR WALL/
^REUTERS@
Thursday, 14 March 2024 08:41:22RTRS [nL5N0ABCDE] {C}ENDS
"""


def test_a_report_from_a_terminal():
    document = extract_one(REUTERS, "wall.txt").document
    assert document.title == "Quaytown wall falls again -mayor"
    assert document.published == datetime(2024, 3, 14, 8, 41, 22)
    assert document.contributors == (Contributor(name="Bo Lund", role="editing"),)
    assert document.body.endswith("\n\nNobody was hurt, she said.")
    assert "5555" not in repr(document)


AP = """\
BC-EU--Harbour Wall, 2nd Ld-Writethru,612
URGENT
Wall falls at Quaytown, closing the harbour
Eds: UPDATES with quotes.
By ADA FARROW
Associated Press

QUAYTOWN, England (AP) _ The wall of the harbour fell for the second
time in a year on Monday, and forty ships had to wait outside.

   ``We have waited long enough,'' said a captain. ``They must build a
better one.''

   The first wall fell in March, the mayor said at the pier. (MORE)
   ___
   Associated Press writer Bo Lund in Portsea contributed to this
report.

AP-NY-02-12-24 0918EST
"""


def test_an_urgent_report():
    document = extract_one(AP, "wall.txt").document
    assert document.title == "Wall falls at Quaytown, closing the harbour"
    assert document.dateline == Dateline(place="QUAYTOWN, England")
    assert "URGENT" in document.labels
    assert document.contributors == (Contributor(name="Bo Lund", role="additional reporting"),)
    assert document.body.startswith("The wall of the harbour fell")
    assert document.body.endswith("said at the pier.")


def test_a_transmission_with_the_sign_of_its_header_twice():
    data = (
        b"\x01\x16\x16\x01a0123\x1fru n \r\nBC-Ferry-Fares 1stLd   12-10 0345\r\n"
        b"\x02\x1e\x1e^BC-Ferry Fares, 1st Ld,320<\r\n"
        b"^Ferry fares to rise by a tenth<\r\n^By JO REED=\r\n"
        b"   PORTSEA, England (HN) _ Ferry fares will rise by a tenth,\r\n"
        b"the operator said on Thursday.\r\n   MORE\r\n\x03HN-PS-12-10-15 0810GMT<\r\n\x04"
    )
    document = extract_one(data, "fares.anpa").document
    assert document.title == "Ferry fares to rise by a tenth"
    assert document.published == datetime(2015, 12, 10, 8, 10, tzinfo=timezone(timedelta(0)))
    assert document.body == "Ferry fares will rise by a tenth, the operator said on Thursday."


@pytest.mark.parametrize(
    ("title", "shown"),
    [("*** 14:02 *** UPDATE 3-Wall falls at Quaytown again ***", "Wall falls at Quaytown again")],
)
def test_the_stars_of_a_screen_are_no_headline(title, shown):
    text = f"{title}\n\nQUAYTOWN, Feb 19 (Reuters) - The wall fell on Monday, and nobody was hurt, the mayor said.\n"
    document = extract_one(text, "wall.txt").document
    assert document.title == shown
    assert document.labels == ("UPDATE 3",)


@pytest.mark.parametrize("tail", ["  Enditem\nNNNN", " PTI ABC\nDEF\nGHI\n05101432\nNNNN", " PTI ABC DEF"])
def test_codes_below_a_report(tail):
    agency = "Xinhua" if "Enditem" in tail else "PTI"
    text = (
        f"Wall falls at Quaytown\n\nQUAYTOWN, May 10 ({agency}) -- The wall fell on Friday, and nobody was hurt.\n"
        f'"It was the second time," the mayor told reporters at the pier.{tail}\n'
    )
    document = extract_one(text, "wall.txt").document
    assert document.body.endswith("told reporters at the pier.")
