"""Where a story ends: sentences below a box of links are its own; what is taken below it is told by its own rule."""

from __future__ import annotations

import pytest
from pasted import read_pasted

from generator.model import Extraction

HEAD = """Harbour talks to resume after strike

By Jo Reed

10 December 2015

"""
STORY = """The harbour talks in Portsea broke down on Monday after the unions rejected an offer of four per cent.

Ministers said they would not step in to end the dispute, which has closed the quay for nine days.
"""
LINKS = """Why the harbour wall fell
Portsea mayor to stand down
What the strike means for ferries
"""
GERMAN = """Die Gespräche über den Hafen von Portsea sind am Montag gescheitert, weil niemand ein Angebot machen wollte.

Die Ministerin sagte, sie wolle nicht eingreifen, obwohl der Kai seit neun Tagen geschlossen ist.

Lesen Sie auch:
Warum die Hafenmauer fiel
Bürgermeisterin tritt zurück

Die Gespräche gehen am Dienstag weiter.
"""


def rules(extraction: Extraction) -> dict[str, str]:
    return {entry.text: entry.rule for entry in extraction.removed}


@pytest.mark.parametrize("heading", ["Read more:", "Read more", "Related stories", "See also:", "Read also:"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_short_sentence_below_a_box_of_links_is_the_story_s(heading, gap):
    extraction = read_pasted(f"{HEAD}{STORY}\n{heading}\n{LINKS}{gap}Talks resume on Tuesday.\n{gap}Nobody hopes.\n")
    assert extraction.document.body.endswith("nine days.\n\nTalks resume on Tuesday.\n\nNobody hopes.")
    assert {rules(extraction)[line] for line in LINKS.splitlines()} == {"related-box"}


def test_links_with_blank_lines_between_them():
    links = LINKS.replace("\n", "\n\n")
    extraction = read_pasted(f"{HEAD}{STORY}\nRelated stories\n\n{links}Talks resume on Tuesday.\n")
    assert extraction.document.body.endswith("nine days.\n\nTalks resume on Tuesday.")


def test_a_long_last_sentence_below_a_box_is_the_story_s():
    last = "Talks resume on Tuesday at the old customs house, said Ann Field."
    extraction = read_pasted(f"{HEAD}{STORY}\nRelated stories\n{LINKS}\n{last}\n")
    assert extraction.document.body.endswith(f"nine days.\n\n{last}")


LAST = "Workers had warned in January that the quay would not be mended."
TAILS = (
    "Harbour\nPortsea\nStrikes\n",
    "Do you have a question? Ask us\n",
    "Sponsored\nSleep well with this pillow\n",
    "Join the talk\nFeedback\n",
    "mmr/sw\nJoin the talk\n",
)


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_last_words_between_a_box_of_links_and_the_furniture(tail, gap):
    extraction = read_pasted(f"{HEAD}{STORY}\nRelated stories\n{LINKS}{gap}{LAST}\n\n{tail}")
    assert extraction.document.body.endswith(f"nine days.\n\n{LAST}")
    told = rules(extraction)
    assert {told[line] for line in LINKS.splitlines()} == {"related-box"}
    assert "related-box" not in {told[line] for line in tail.splitlines()}


@pytest.mark.parametrize("below", ["How walls are built\nWhen the pier burned\n", "How walls are built\n"])
def test_a_sentence_between_links_is_what_a_link_says(below):
    extraction = read_pasted(f"{HEAD}{STORY}\nRelated stories\n{LINKS}{LAST}\n{below}")
    assert extraction.document.body.endswith("nine days.")


def test_what_a_reader_writes_below_the_links_of_a_comments_box_is_no_story():
    extraction = read_pasted(f"{HEAD}{STORY}\nComments\n{LINKS}\n{LAST}\n\nReply to this\n")
    assert extraction.document.body.endswith("nine days.")


def test_a_sentence_below_a_german_box():
    assert read_pasted(GERMAN).document.body.endswith("geschlossen ist.\n\nDie Gespräche gehen am Dienstag weiter.")


def test_a_box_in_the_middle_of_a_story_ends_at_a_short_sentence():
    middle = f"Read more:\n{LINKS}Talks resume on Tuesday.\n{STORY.splitlines()[2]}\n"
    extraction = read_pasted(f"{HEAD}{STORY.splitlines()[0]}\n{middle}")
    assert "Talks resume on Tuesday." in extraction.document.body
    assert "mayor" not in extraction.document.body


def test_what_links_say_is_none_of_the_story():
    """Sentences between links are summaries of theirs."""
    links = "Pier reopens\nIt was shut for a year.\nMayor to go\nShe has served three terms.\n"
    extraction = read_pasted(f"{HEAD}{STORY}\nRelated stories\n{links}How walls are built\n")
    assert extraction.document.body.endswith("nine days.")


def test_a_heading_alone_has_no_story_below_it():
    extraction = read_pasted(f"{HEAD}{STORY}\nLatest issue\nOut on Monday.\n")
    assert extraction.document.body.endswith("nine days.")


def test_comments_are_told_as_comments_and_links_as_links():
    text = f"{HEAD}{STORY}\nComments\nJo Reed 10 December 2015\nGreat news.\nRelated stories\nWhy the pier burned\n"
    told = rules(read_pasted(text))
    assert told["Great news."] == told["Jo Reed 10 December 2015"] == "comments-box"
    assert told["Why the pier burned"] == "related-box"


def test_what_stands_below_the_rights_is_the_page_s():
    text = f"{HEAD}{STORY}\nRelated stories\n{LINKS}© 2015 The Portsea Echo. All rights reserved.\nWork for us\n"
    assert rules(read_pasted(text))["Work for us"] == "page-end"


def test_read_more_below_a_link_s_title_is_that_link_s():
    text = f"{HEAD}{STORY.splitlines()[0]}\n\nWhy the harbour wall fell\nRead more\n\n{STORY.splitlines()[2]}\n"
    extraction = read_pasted(text)
    assert rules(extraction)["Why the harbour wall fell"] == "read-more-title"
    assert extraction.document.body.endswith("nine days.")


ITEMS = "tables chairs cups plates spoons flags string tape pens paper paint brushes buckets balls bats jam".split()


@pytest.mark.parametrize("mark", ["- ", "• "])
@pytest.mark.parametrize("lead", ["", "Please bring:\n\n"])
def test_a_long_list_that_ends_a_note_is_the_note_s(mark, lead):
    listed = "".join(f"{mark}{item}, {count}\n" for count in ("one", "two") for item in ITEMS)
    text = f"The fair is on Saturday in the field behind the school, and we need all hands.\n\n{lead}{listed}\nThanks\n"
    extraction = read_pasted(text)
    assert extraction.removed == ()
    assert extraction.document.body.endswith("- jam, two\n\nThanks")


def test_a_list_that_a_note_opens_with_is_the_note_s():
    text = (
        "- Paint the boat\n- Mend the lamp\n\nAnn will write to the council about the wall and the lamp.\n\nAt nine\n"
    )
    assert read_pasted(text).removed == ()


@pytest.mark.parametrize("last", ["Nobody came.", "Jo", "1.", "See you there"])
def test_a_row_of_names_does_not_end_a_note(last):
    extraction = read_pasted(f"{STORY}\nTea | Milk | Cake | Jam\n\nBring cups.\n\n{last}\n")
    assert "Bring cups." in extraction.document.body
    assert extraction.document.body.replace("\\", "").endswith(last)


def test_a_number_alone_below_a_label_is_no_count():
    assert "1." not in rules(read_pasted("Ferry notes\n\nLikes\n1.\nThe boat is new.\n2.\nThe crew is kind.\n"))


def test_a_day_with_a_full_stop_is_no_item_of_a_list():
    text = f"Hafengespräche gehen weiter\n10. Dezember 2015\n\n{GERMAN}"
    assert read_pasted(text).document.title == "Hafengespräche gehen weiter"


def test_a_list_above_the_comments_is_the_story_s_and_tags_are_not():
    listed = "- The gate opens at six\n- Dogs are welcome\n- No cycling\n"
    assert read_pasted(f"{HEAD}{STORY}\n{listed}\nComments\nGreat news\n").document.body.endswith("- No cycling")
    assert read_pasted(f"{HEAD}{STORY}\nHarbours\nStrikes\n\nComments\nGreat news\n").document.body.endswith(
        "nine days."
    )
