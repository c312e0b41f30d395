"""What the desk writes to editors above a story is read and told as removed; the story keeps its dateline."""

from __future__ import annotations

import pytest

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.extract.versions.label_lines import take_label_lines
from generator.extract.versions.label_rules import load_label_rules
from generator.model import Origin, RawArticle

RULES = load_label_rules()
STORY = (
    "QUAYTOWN, Dec 10 (Reuters) - The mayor of Quaytown resigned on Thursday after a report on the harbour contract "
    "found that she had signed it without the council's consent.\n\n"
    '"I have made a mistake and I regret it," she told reporters outside the town hall.\n\n'
    "The council will choose her successor in January, a spokesman said.\n"
)


def extract(text):
    raw = RawArticle(origin=Origin(path="wall.txt", sha256="0" * 64), form="text", markup="text", text=text)
    return extract_article(raw, ConvertConfig())


@pytest.mark.parametrize("rule", RULES.notes_go_on, ids=lambda rule: rule.example)
def test_a_line_goes_on_with_the_note_above_it_and_its_counter_example_does_not(rule):
    def taken(line):
        return [entry.text for entry in take_label_lines(f"Eds: Adds quotes.\n{line}\n\n{STORY}").removed]

    assert taken(rule.example) == ["Eds: Adds quotes.", rule.example]
    assert taken(rule.counter) == ["Eds: Adds quotes."]


@pytest.mark.parametrize("title", ["KILL: Mayor resigns over quay", "WITHDRAWN: Mayor resigns over quay"])
@pytest.mark.parametrize(
    "note",
    [
        "EDITORS: Please kill the story slugged HARBOUR-MAYOR. The mayor has not resigned.",
        "Editors, please withdraw HARBOUR-MAYOR, sent at 0930 GMT.",
        "EDS: The first paragraph of the story that moved at 0930 GMT names another mayor.",
        "ATTENTION EDITORS - The story below is withdrawn. No substitute will follow.",
        "Attention, editors: the story below is withdrawn.",
        "ATTN EDS -- A kill is mandatory.",
        "Eds. Updates throughout.",
        "Note to editors: photos of the harbour are to follow.",
    ],
)
def test_the_story_below_a_note_keeps_its_dateline_and_agency(title, note):
    done = extract(f"{title}\n\n{note}\n\n{STORY}")
    assert done.document.dateline.place == "QUAYTOWN"
    assert done.document.source == "Reuters"
    assert done.document.title == "Mayor resigns over quay"
    assert done.document.labels[0] == "KILL"
    assert [(entry.line, entry.text) for entry in done.removed if entry.rule == "label"] == [(3, note)]
    assert done.document.body.startswith("The mayor of Quaytown resigned")


def test_a_note_in_the_place_of_a_byline_goes_on_over_lines():
    note = "EDS: The headline of the story that moved at 0930 GMT named\nanother mayor.\nA corrected version follows."
    done = extract(f"CORRECTED - Mayor resigns over quay\nBy Jo Reed\n{note}\n\n{STORY}")
    assert [entry.line for entry in done.removed if entry.rule == "label"] == [3, 4, 5]
    assert done.document.authors == ("Jo Reed",)
    assert done.document.labels[0] == "CORRECTED"


def test_of_a_long_note_the_label_says_the_first_sentences():
    more = " ".join(f"The harbour paragraph number {number} named another mayor." for number in range(12))
    done = extract(f"CORRECTED - Mayor resigns\n\nEDITORS: Please note two changes. {more}\n\n{STORY}")
    assert done.document.labels[1].startswith("(EDITORS: Please note two changes.")
    assert len(done.document.labels[1]) <= 202
    assert done.document.dateline.place == "QUAYTOWN"
    assert any(entry.text.endswith(more) for entry in done.removed)


def test_a_notice_alone_is_its_own_text():
    note = "Editors, please kill HARBOUR-MAYOR, filed from Quaytown. The mayor did not resign."
    done = extract(f"MANDATORY KILL\n\n{note}\n\nThe AP\n")
    assert done.document.body == note
    assert "KILL" in done.document.labels


@pytest.mark.parametrize(
    "line",
    [
        "Editors and writers met in the town hall on Thursday to speak of the report.",
        "Editors: how the Quaytown Gazette was made, and by whom, is told in a new book.",
        "Attention turned to the mayor on Thursday, when the report was shown.",
    ],
)
def test_a_first_sentence_about_editors_stays(line):
    assert extract(f"Mayor resigns over quay\n\n{line}\n\n{STORY}").document.body.startswith(line)
