"""What a page sets around its story: first dates and appeals at the foot, tags, who a writer is; and what it leaves."""

from __future__ import annotations

import pytest
from pasted import read_pasted

from generator.extract.head.sign_off import is_sign_off
from generator.model import Extraction
from generator.moments import format_moment

HEADLINE = "Harbour talks to resume after strike"
STORY = [
    "The harbour talks in Portsea broke down on Monday after the unions rejected an offer of four per cent.",
    "Ministers said they would not step in to end the dispute, which has closed the quay for nine days.",
    "“We have nothing left to give to people who never once asked us,” said Ann Field, who leads the dockers.",
    "Talks resume on Tuesday at the old customs house, where both sides will meet in private.",
]
BODY = "\n\n".join(STORY)
MENU = "\n".join(f"  • {name}" for name in "News Sport Weather Shop Earth Travel Culture Radio Local Food".split())


def rules(extraction: Extraction) -> dict[str, str]:
    return {entry.text: entry.rule for entry in extraction.removed}


def test_the_day_of_first_publication_ends_the_story():
    foot = [
        "First Published: June 11, 2015: 10:02 AM EDT",
        "Ferries: Who sails next?",
        "Boats for every purse and purpose are on show in the old hall until the end of the summer.",
        "© 2015 Sample Harbour News. All Rights Reserved.",
    ]
    extraction = read_pasted(
        "\n\n".join((HEADLINE, "By Jo Reed", "Last Updated: June 11, 2015: 4:47 PM EDT", *STORY, *foot))
    )
    document = extraction.document
    assert document.body == BODY
    times = [format_moment(moment) for moment in (document.published, document.updated) if moment is not None]
    assert times == ["2015-06-11T10:02:00-04:00", "2015-06-11T16:47:00-04:00"]


def test_a_day_of_first_publication_above_the_story_does_not():
    head = (HEADLINE, "By Jo Reed", "First published: June 11, 2015")
    assert read_pasted("\n\n".join((*head, *STORY))).document.body == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Tell us: Have you been kept waiting by the strike? E-mail your story to quay@sample.example.",
        "Are you a docker? Please write to our newsroom at quay@sample.example if you can tell more of this.",
        "For the Sample Post Comment Policy, click here.",
        "Find boat rates in your area",
        "Market data is delayed by at least ten minutes, and is meant for nobody in particular.",
        "[Photo provided to boatdaily.example]",
        "[Photo courtesy of the harbour museum]",
        "The old customs house in the spring. [Photo provided to boatdaily.example]",
    ],
)
def test_appeals_notices_and_owners_between_paragraphs(line):
    extraction = read_pasted("\n\n".join((HEADLINE, "By Jo Reed", *STORY[:2], line, *STORY[2:])))
    assert extraction.document.body == BODY
    assert extraction.document.photo_credits == ()


def test_a_picture_that_somebody_provided_is_theirs_and_the_mark_is_no_caption():
    lines = ("[Photo provided to boatdaily.example]", "The quay in May. [Photo provided by Max Holm]")
    document = read_pasted("\n\n".join((HEADLINE, "By Jo Reed", *STORY[:2], *lines, *STORY[2:]))).document
    assert (document.photo_credits, document.captions) == (("Max Holm",), ("The quay in May.",))


@pytest.mark.parametrize(
    "sentence",
    [
        "“Have you been to the quay? Tell them nobody sleeps there now,” she said to those who stood at the gate.",
        "The court was shown the photo (provided to it by the port), and both gates stand open in it.",
        "Market data given to the court was delayed by nine days, and nobody has said why that was so.",
        "The quay was closed for the fourth time this year . ''",
        "Produced by Sample Films, it was shown in Portsea for a week and drew four thousand people.",
        "Writing from Denford, Max Holm told the minister that the wall would fall within the year.",
        "BBC News spoke to nine of the dockers on Monday about the wall. They gave no names, and said:",
        "The Colliers stay second in the Norland League, a point behind Denford.",
    ],
)
def test_sentences_that_look_like_them_stay(sentence):
    assert (
        sentence in read_pasted("\n\n".join((HEADLINE, "By Jo Reed", *STORY[:2], sentence, *STORY[2:]))).document.body
    )


def test_a_closing_line_without_a_sign():
    assert is_sign_off("Reporting by Ann Field in Portsea, Max Holm in Denford; editing by Jo Reed")


def test_a_sentence_printed_twice_is_told_once():
    said = "Nine boats were sunk that night in the inner basin."
    assert read_pasted("\n\n".join((HEADLINE, *STORY[:2], said, said, *STORY[2:]))).document.body.count(said) == 1


@pytest.mark.parametrize(
    "about",
    [
        "is a writer on ports in Denford and once sat on the harbour board. Follow her on Twitter @joreed",
        "writes about ports and what is left of them.",
        "Jo Reed is the author of a book on walls.",
    ],
)
def test_who_a_writer_is_is_no_standfirst(about):
    extraction = read_pasted("\n".join((HEADLINE, "", "Jo Reed", "Jo Reed", about, "5 Jul, 2015 16:24", *STORY)))
    document = extraction.document
    assert (document.deck, document.authors, document.body) == (None, ("Jo Reed",), BODY)
    assert rules(extraction)[about] == "byline"


def test_the_rest_of_the_tags_below_a_line_of_them():
    extraction = read_pasted("\n".join((HEADLINE, "By Jo Reed", *STORY, "Tags: Harbour news", "DOCKERS", "Portsea")))
    assert extraction.document.body == BODY
    assert rules(extraction)["DOCKERS"] == rules(extraction)["Portsea"] == "page-end"


@pytest.mark.parametrize("byline", ["Jo Reed and Max Holm", "Jo Reed and Max Holm in Denford"])
def test_a_byline_that_is_an_item_above_the_date(byline):
    head = f"{HEADLINE}\n\nComments (118)\n\n  • {byline}\n  • boatdaily.co.uk, Monday 29 March 2010 19.52 BST\n"
    head += "  • Article history\n"
    document = read_pasted(f"{MENU}\n\n{MENU}\n\n{head}\n{BODY}\n\n{MENU}\n").document
    assert (document.authors, document.body) == (("Jo Reed", "Max Holm"), BODY)


@pytest.mark.parametrize("last", ["Portsea lifts eel ban", "The woman who talks to gulls"])
def test_links_of_a_box_set_apart_by_blank_lines_and_indented(last):
    links = f"More stories about harbours:\n\n    Why the pier of Harwick fell\n\n    {last}\n"
    text = f"{MENU}\n\n{MENU}\n\n{HEADLINE}\n\nBy Jo Reed\n\n" + "\n\n".join((*STORY[:2], links, *STORY[2:]))
    extraction = read_pasted(f"{text}\n\n{MENU}\n")
    assert extraction.document.body == BODY
    assert rules(extraction)[last] == "page-box"


def test_a_headline_of_advertising_is_none():
    title = "Ad sales lift Harbour Post to profit"
    assert read_pasted("\n\n".join((title, *STORY))).document.title == title
