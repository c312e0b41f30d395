"""Whole pages: the last and first paragraphs of a story that a box, a form or an offer parts from the rest of it."""

from __future__ import annotations

import pytest
from pasted import read_pasted

MENU = "Home News Sport Weather Travel Culture Jobs Boats Food Letters Radio Shop Skip to content".replace(" ", "\n")
HEAD = "Harbour talks to resume after strike\n\nBy Jo Reed\n\n10 December 2015\n"
STORY = [
    "The harbour talks in Portsea broke down on Monday after the unions rejected an offer of four per cent.",
    "Ministers said they would not step in to end the dispute, which has closed the quay for nine days.",
    "The unions had asked for a new offer before the winter, when the ferries stop and the harbour is quiet.",
]
LAST = "Workers from both unions say that talks about the quay will go on at the harbour office next week."
FOOT = "Share\nHarbour\nPortsea\nMost read\nWhy the pier burned\nMayor to go\nFares rise\nAbout us\nTerms\nHelp\n"
LINKS = "Why the harbour wall fell\nPortsea mayor to stand down\nWhat the strike means for ferries"
BOXES = {
    "related": f"Related stories\n{LINKS}",
    "list": "More on this story\n\n" + "\n".join(f"• {link}" for link in LINKS.splitlines()),
    "most read": "Most read\n1. Why the pier burned\n2. Mayor to go\n3. Ferry fares rise\n4. Storm on its way",
    "form": "Newsletter\n\nEvery day the best of the harbour\n\nEnter your email address\n\nSign up\n\n"
    "after newsletter promotion",
    "advertisement": "Advertisement",
    "anzeige": f"Anzeige\n\nMehr zum Thema\n\n{LINKS}",
    "publicidad": f"PUBLICIDAD\n\nMás información\n\n{LINKS}",
}


def write_page(*blocks: str, foot: str = FOOT) -> str:
    return "\n\n".join((MENU, HEAD, *blocks, foot))


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_the_last_paragraph_below_a_box(box):
    extraction = read_pasted(write_page(*STORY, box, LAST))
    assert extraction.document.body == "\n\n".join((*STORY, LAST))


def test_paragraphs_below_two_boxes():
    end = "Nobody hopes for a new offer before the talks at the harbour office."
    page = write_page(*STORY, BOXES["related"], LAST, BOXES["most read"], end)
    assert read_pasted(page).document.body == "\n\n".join((*STORY, LAST, end))


def test_links_with_blank_lines_between_them_are_no_sub_headings():
    links = LINKS.replace("\n", "\n\n")
    assert "##" not in read_pasted(write_page(STORY[0], f"Related stories\n\n{links}", *STORY[1:], LAST)).document.body


def test_a_short_sub_heading_right_below_a_box_is_kept():
    first, *rest = STORY
    page = write_page(LAST, first, "Related stories", "Why the old harbour wall fell", "What comes next", *rest)
    assert "## What comes next" in read_pasted(page).document.body


@pytest.mark.parametrize(
    "below",
    [
        "The Echo has told the news of the coast since the year it was founded by three sisters.",
        "Get the best of the harbour, the quay and the unions in your newsletter every Monday morning.",
        "Jo Reed is the harbour reporter of the Echo and has covered strikes at the quay of Portsea for years.",
    ],
)
def test_what_a_page_says_of_itself_is_no_last_paragraph(below):
    page = write_page(*STORY, f"Related stories\n\n{LINKS}".replace("\n", "\n\n"), below)
    assert read_pasted(page).document.body == "\n\n".join(STORY)


def test_what_a_link_says_is_no_last_paragraph():
    links = ("Why the old harbour wall fell again", "Mayor of Portsea to stand down")
    page = write_page(*STORY, "Related stories", *links, LAST, "What the strike means for us all")
    assert read_pasted(page).document.body == "\n\n".join(STORY)


def test_the_first_paragraph_above_an_offer_to_subscribe():
    first = (
        "Talks about the harbour of Portsea broke down for the third time in a month, and neither the unions nor the "
        "ministers who closed the quay seem to know what an offer might look like that ends the dispute before winter."
    )
    offer = (
        "THIS CONTENT IS RESERVED FOR SUBSCRIBERS ONLY\n\nSubscribe now to read the latest news of the coast.\n\n"
        + "\n".join(f"• Unlimited access to {name}" for name in ("the Echo", "the Bell", "the Post", "the Mail"))
        + "\n\nCreate an account or sign in to continue with your reading experience.\n\nEmail address\n\nContinue"
        "\n\nRecommended videos\n\nWhy the pier burned"
    )
    extraction = read_pasted(write_page(first, offer, *STORY, LAST))
    assert extraction.document.body.startswith(first)
    assert extraction.document.body.endswith(LAST)
    assert "Email address" not in extraction.document.body
