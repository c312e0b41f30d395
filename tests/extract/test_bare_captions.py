"""Captions that no credit and no label tell; and sub-headings, list items and paragraphs that only look like them."""

from __future__ import annotations

import pytest
from pasted import read_pasted

from generator.model import Extraction

HEAD = ["Mine fire kills three in Borsk", "By Ann Field", "8 October 2013"]
STORY = [
    "BORSK, Norland (Sample Wire) -- Three men died on Tuesday when a fire broke out in a mine, the governor said.",
    "Forty others were brought up alive within two hours, and nine of them were taken to hospital in the capital.",
    "The owner, Borsk Coal, said that it would pay the families of the dead a full year of their wages.",
    "An inquiry has begun. It was ordered by the governor, who flew to the mine late on Tuesday evening.",
]
KEPT = [STORY[0].partition("-- ")[2], *STORY[1:]]


def read(*paragraphs: str) -> Extraction:
    return read_pasted("\n\n".join((*HEAD, *paragraphs)))


def taken(extraction: Extraction) -> list[tuple[str, str]]:
    return [(entry.rule, entry.text) for entry in extraction.removed]


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        ("caption-unpunctuated", ["The yard of the mine with its two old winding towers by the road"]),
        ("caption-unpunctuated", ["The yard of the mine at Borsk on Tuesday. Provided to Sample Daily"]),
        ("post-text", ["Five of us sat in the dark for an hour and sang", "— Jens P. (@jensp) October 8, 2013"]),
        ("post-text", ["Never again down there. Never. #borsk", "— Jens P. (@jensp) October 8, 2013"]),
        ("read-link", ["READ | How the mine at Borsk was sold three times"]),
        (
            "newsletter",
            ["Sign up to Low Water", "Stories told by those who left and why they did", "Your email address"],
        ),
        ("newsletter", ["(You can now get our top stories from Borsk in your inbox. Subscribe here.)"]),
        ("social-link", ["WeChat"]),
        ("reader-appeal", ["Send us your comments"]),
    ],
)
def test_what_is_none_of_the_story(rule, lines):
    extraction = read(*STORY[:2], *lines, *STORY[2:])
    assert extraction.document.body == "\n\n".join(KEPT)
    assert rule in [rule for rule, text in taken(extraction) if text == lines[0]]


@pytest.mark.parametrize(
    "lines",
    [
        ["The miners had asked for new fans. Nobody answered them"],
        ["The fans had been switched off since the spring, the union said on Tuesday"],
        ["Why the Men of Borsk Go Down Again"],
        ["A second shaft: what the owner knew of it"],
        ["“We sat in the dark and sang for an hour”"],
        ["How the fire began and where it went", "What the owner knew about the fans"],
        [
            "Fires in the mine",
            "March 1998: Forty die at Old Borsk",
            "May 2011: Flood traps nine men for six days there",
        ],
        ["A miner waits beside the north shaft, police said."],
        ["The Colliers stay second in the Norland League, a point behind Denford."],
        ["A miner waits beside the north shaft in Borsk on Tuesday."],
    ],
)
def test_what_is_the_story_s_own(lines):
    body = read(*STORY[:2], lines[0], STORY[2], *lines[1:], STORY[3]).document.body
    assert [line for line in lines if line.rstrip("“”") not in body] == []


@pytest.mark.parametrize(
    "note",
    [
        "Editor's note: Ann Field is a lecturer in mining at Denford. The opinions expressed are those of the author.",
        "Editor’s Note: This story contains words that some readers may find hard to bear.",
    ],
)
def test_an_editor_s_note_above_the_dateline(note):
    extraction = read(note, *STORY)
    assert extraction.document.body == "\n\n".join(KEPT)
    assert ("editors-note", note) in taken(extraction)


def test_an_appeal_for_letters_below_the_story():
    appeal = (
        "Do you have an opinion on the issues raised in this article? If so, write a letter of up to 250 words to us."
    )
    assert read(*STORY, appeal).document.body == "\n\n".join(KEPT)


def test_a_gallery_s_name_on_a_line_of_its_own():
    lines = [line for text in STORY[1:] for line in ("Photos: Fire at Borsk", text, "Hide Caption", "1 of 3")]
    text = "\n".join(lines)
    extraction = read_pasted(text)
    assert extraction.document.title == "Fire at Borsk"
    assert extraction.document.body == "\n\n".join(STORY[1:])
