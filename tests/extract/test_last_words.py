"""What a story's last paragraph ends in is cut off it, and the paragraph stays."""

from __future__ import annotations

import pytest
from pasted import read_pasted

from generator.extract.story.last_agency import find_last_agency
from generator.model import Extraction

HEAD = ["Ferry aground off Sollen", "12 May 2014"]
STORY = [
    "A ferry with 140 people on board ran aground off the island of Sollen on Monday morning in thick fog.",
    "Lifeboats took off all passengers within three hours, and nobody was badly hurt, the coastguard said.",
]
LAST = 'The master was questioned. He told police that the lamp on the point had been "dark all night"'


def read(*paragraphs: str) -> Extraction:
    text = "\n".join((*HEAD, *STORY, *paragraphs))
    return read_pasted(text)


@pytest.mark.parametrize(
    "end", ["Endi", "End", "end", "Ends", "ends", "ENDS", "Endit", "(ends)", "(end)", "[ENDS]", "- ends -", "/ends"]
)
@pytest.mark.parametrize("stop", [".", '."'])
@pytest.mark.parametrize("below", [[], ["Share this"]])
def test_a_word_for_the_end(end, stop, below):
    extraction = read(f"{LAST}{stop} {end}", *below)
    assert extraction.document.body.endswith(f"{LAST}{stop}")
    assert (end, "end-mark-span") in [(entry.text, entry.rule) for entry in extraction.removed]


def test_a_last_word_that_is_none():
    title = "How the “Maud” Ends"
    assert read(STORY[0], title, LAST + ".").document.body.count(title) == 1
    assert read(f"{LAST}. That was the end.").document.body.endswith("That was the end.")


@pytest.mark.parametrize(
    ("end", "source"),
    [("- AFP", "AFP"), ("— AFP", "AFP"), ("(Reuters)", "Reuters"), ("-Reuters/AFP", "Reuters/AFP")],
)
@pytest.mark.parametrize("below", [[], ["Share this"]])
def test_an_agency_behind_a_sign(end, source, below):
    extraction = read(f"{LAST} {end}", *below)
    assert extraction.document.body.endswith('dark all night"')
    assert extraction.document.source == source
    assert extraction.document.photo_credits == ()


@pytest.mark.parametrize("name", ["Agencies", "XINHUA", "AFP"])
def test_a_bare_agency_below_the_last_paragraph(name):
    extraction = read(f"{LAST}. {name}")
    assert extraction.document.body.endswith('dark all night".')
    assert (extraction.document.source, extraction.document.photo_credits) == (name, ())


def test_a_caption_at_the_end_stays_one():
    extraction = read("Lifeboats beside the ferry off Sollen, an island in the north, on Monday. Reuters")
    assert extraction.document.body == "\n\n".join(STORY)
    assert extraction.document.photo_credits == ("Reuters",)


@pytest.mark.parametrize("text", ["", "AFP", "The wall fell. AFP", "He left the house at nine and went home (late)"])
def test_no_agency_at_the_end(text):
    assert find_last_agency(text) is None


@pytest.mark.parametrize("below", [[], ["Endit"], ["Share this"]])
def test_a_last_paragraph_without_its_full_stop(below):
    last = "The ferry is to be towed to the yard at Denford before the end of the week"
    assert read(last, *below).document.body.endswith(last)
    assert read(LAST, *below).document.body.endswith('dark all night"')
