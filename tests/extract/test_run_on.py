"""Headline, standfirst and picture without blank lines between them, or in one line."""

from __future__ import annotations

import pytest
from pasted import read_pasted

from generator.model import Document

TITLE = "Harbour wall at Portsea ‘was never safe’, says engineer who built it"
DECK = "Report to council reveals cracks were found in 2014, as families demand answers"
CAPTION = "The harbour wall at Portsea, seen in 2014. Photograph: Ann Field/Sample Images"
STORY = """The engineer who built the harbour wall at Portsea said on Thursday that it had never been safe, in a report.
Max Holm, who is 81, said that the stones had been laid in a hurry and without a survey of the quay.
"""


def read(text: str) -> Document:
    return read_pasted(text).document


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n{DECK}\n{CAPTION}\n",
        f"{TITLE}\n{DECK}\n{CAPTION}\nJo Reed, northern correspondent\nThursday 10 December 2015 18.52 GMT\n",
        f"{TITLE}\n{DECK}\nJo Reed\nThursday 10 December 2015 18.52 GMT\n{CAPTION}\n",
        f"Harbour walls {TITLE} {DECK}\n{CAPTION}\n",
        f"Harbour walls {TITLE} {DECK} {CAPTION}\n",
        f"Harbour walls {TITLE} {DECK} {CAPTION}\n\n",
    ],
)
def test_headline_standfirst_and_caption_are_told_apart(head):
    document = read(head + STORY)
    assert (document.title, document.deck) == (TITLE, DECK)
    assert (document.captions, document.photo_credits) == (
        ("The harbour wall at Portsea, seen in 2014.",),
        ("Ann Field/Sample Images",),
    )
    assert document.body == STORY.strip().replace("\n", "\n\n")


def test_a_kicker_of_any_topic():
    document = read(
        "Transport policy City ferries to be free for under-18s from next year, mayor says Max Holm promises to pay for"
        " it from mooring charges A ferry in the middle of the basin. Photograph: Ann Field/Sample Images\n"
        "Ferries in Portsea will be free for everyone under 18 from January, the mayor of the city has announced.\n"
        "Max Holm said that the cost of it would be met by higher mooring charges in the basin.\n"
    )
    assert (document.title or "").startswith("City ferries to be free")
    assert document.captions == ("A ferry in the middle of the basin.",)


def test_a_long_caption_alone_stays_one():
    caption = (
        "The old harbour wall at Portsea on the day in December 2014 when the engineers of the council came with The"
        " Portsea Echo to see it for the first time. Photograph: Ann Field/Sample Images"
    )
    assert read(f"{caption}\n\n{STORY}").captions == (caption.removesuffix(" Photograph: Ann Field/Sample Images"),)
