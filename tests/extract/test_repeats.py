"""What a text says twice is kept once; the other place stands in the receipt."""

from __future__ import annotations

import pytest
from pasted import read_pasted

from generator.extract.story.repeats import is_said_twice
from generator.model import Extraction

HEAD = ["Harbour talks to resume after strike", "By Jo Reed", "10 December 2015"]
STORY = [
    "The harbour talks in Portsea broke down on Monday after the unions rejected an offer of four per cent.",
    "Ministers said they would not step in to end the dispute, which has closed the quay for nine days.",
    "“We have nothing left to give to people who never once asked us,” said Ann Field, who leads the dockers.",
    "The quay has been closed since the wall fell in a storm on the first night of the month.",
    "Talks resume on Tuesday at the old customs house, where both sides will meet in private.",
]


def read(*paragraphs: str) -> Extraction:
    return read_pasted("\n\n".join((*HEAD, *paragraphs)))


def rules(extraction: Extraction) -> dict[str, str]:
    return {entry.text: entry.rule for entry in extraction.removed}


@pytest.mark.parametrize(
    "pulled",
    [
        ["“We have nothing left to give to people who never once asked us”"],
        ["“We have nothing left to give”", "Ann Field"],
        ["'We have nothing left to give'", "Ann Field"],
    ],
)
@pytest.mark.parametrize("at", [2, 4])
def test_a_quotation_drawn_out_of_the_story(pulled, at):
    extraction = read(*STORY[:at], *pulled, *STORY[at:])
    assert extraction.document.body.replace("'", "’") == "\n\n".join(STORY)
    assert {rules(extraction)[line] for line in pulled} == {"pull-quote"}


def test_a_sub_heading_in_somebody_s_words_is_none():
    assert "## “Nothing left to give”" in read(*STORY[:2], "“Nothing left to give”", *STORY[2:]).document.body


@pytest.mark.parametrize("at", [2, 5])
def test_a_paragraph_printed_again(at):
    extraction = read(*STORY[:at], STORY[1], *STORY[at:])
    assert extraction.document.body == "\n\n".join(STORY)
    assert rules(extraction)[STORY[1]] in ("said-twice", "caption-twice")


def test_a_story_printed_again_below_itself():
    assert read(*STORY, HEAD[0], *STORY).document.body == "\n\n".join(STORY)


def test_a_lead_that_is_the_standfirst_too_is_told_once():
    assert read(STORY[0], *STORY).document.body == "\n\n".join(STORY)


def test_a_beginning_cut_short_above_the_whole():
    extraction = read(f"{STORY[0][:60]}...", *STORY)
    assert extraction.document.body == "\n\n".join(STORY)


def test_a_short_sentence_may_be_said_again():
    body = read(*STORY[:2], "Nobody knows.", STORY[3], "Nobody knows.", STORY[4]).document.body
    assert body.count("Nobody knows.") == 2


def test_a_caption_that_can_be_folded_stands_twice():
    words = "Ann Field, who leads the dockers of Portsea, stands at the closed quay on Monday, Dec. 7, 2015"
    extraction = read(f"{words}. The wall fell in a storm. less", f"{words}. The wall ... more", *STORY)
    assert extraction.document.body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "alternative", ["Two men in yellow coats look at a wall.", "The closed quay of Portsea at noon"]
)
def test_the_words_in_a_picture_s_place_above_its_caption(alternative):
    caption = "The closed quay of Portsea at noon on Monday (Picture: Max Holm/Sample)"
    extraction = read(*STORY[:2], alternative, caption, *STORY[2:])
    assert extraction.document.body == "\n\n".join(STORY)


def test_a_paragraph_above_a_caption_is_the_story_s():
    lead = "A man was seen to stand at the quay after police had closed it."
    extraction = read(*STORY[:2], lead, "The closed quay (Picture: Max Holm/Sample)", *STORY[2:])
    assert lead in extraction.document.body


@pytest.mark.parametrize("times", [2, 3])
@pytest.mark.parametrize("between", ["", " "])
def test_a_line_that_is_the_same_words_again(times, between):
    assert is_said_twice(between.join(["Why the old harbour wall fell"] * times))


@pytest.mark.parametrize(
    "text", ["", "a", "no no no no", "Row, row, row the boat", "Why the wall fell and why it fell"]
)
def test_a_line_that_is_not(text):
    assert not is_said_twice(text)


def test_an_answer_given_twice_stays():
    answer = "“I have no memory of that meeting, and I was never in the room with those men.”"
    body = read(*STORY[:2], answer, STORY[3], answer, STORY[4]).document.body
    assert body.count(answer) == 2


def test_short_paragraphs_go_with_a_story_printed_again():
    story = [*STORY[:2], "Nobody knows.", *STORY[2:]]
    assert read(*story, *story).document.body == "\n\n".join(story)
