"""Lines broken at a width, teleprinters' quotation marks."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.lines import split_lines
from generator.extract.wire import mend_quotes, unwrap_lines

WRAPPED = """\
HARBOUR-WALL

Wall falls in the old harbour and nobody is hurt, the town's mayor
says

MADRID, Dec 10 (Harbour Wire) - A stretch of the old wall fell into
the harbour on Thursday, a year after engineers warned of it, a long-
serving guard said.
   Nobody was hurt when the stones came down, the mayor said, but two
boats sank.
   "We were lucky," she said.

- one boat was empty
- the other was not in use
"""


def texts(text: str) -> list[str]:
    return [line.text for line in unwrap_lines(split_lines(text))]


def test_paragraphs_are_joined_and_short_lines_are_not():
    assert texts(WRAPPED) == [
        "HARBOUR-WALL",
        "Wall falls in the old harbour and nobody is hurt, the town's mayor says",
        "MADRID, Dec 10 (Harbour Wire) - A stretch of the old wall fell into the harbour on Thursday, a year after "
        "engineers warned of it, a long-serving guard said.",
        "Nobody was hurt when the stones came down, the mayor said, but two boats sank.",
        '"We were lucky," she said.',
        "one boat was empty",
        "the other was not in use",
    ]


def test_paragraphs_on_one_line_stay():
    text = "A first paragraph of the story that is long enough.\nA second paragraph of the story, also long.\n" * 4
    assert texts(text) == text.strip().split("\n")


def test_quotes():
    assert mend_quotes("``Go,'' she said. ``Now") == "“Go,” she said. “Now"
    assert mend_quotes("It''s `one' thing") == "It''s `one' thing"


@given(st.text(alphabet="ab `'\n", max_size=60))
def test_quotes_keep_every_word(text):
    assert mend_quotes(text).replace("“", "``").replace("”", "''") == text


def test_a_head_and_two_paragraphs_of_a_width_are_not_broken_lines():
    head = [
        "Harbour wall at Portsea was never safe, says engineer who built it",
        "Report to council reveals cracks were found in 2014, as families demand answers",
        "By Jo Reed and Max Holm, our correspondents in the north, at the harbour of Portsea",
        "The engineer who built the wall said on Thursday that it had never been safe, in a report.",
        "Max Holm, who is 81, said that the stones had been laid in a hurry and without a survey.",
    ]
    assert texts("\n".join(head)) == head


LONG = (
    "Nobody was hurt, the council said on Friday, and it would hold an inquiry into what it was that was known in 2014."
)
MIXED = f"""Harbour wall falls
By Jo Reed
{LONG}
``We heard it go and then we saw the dust,'' said Ann Field, who keeps
a shop across the square. ``Then nothing,'' she said, ``for a long
minute, and we thought it was over.''
{LONG}
The mayor, Max Holm, said that he had seen it, and that he had sent a
copy to the company.
{LONG}
"""


def test_paragraphs_broken_at_a_width_among_long_ones():
    """Close together or with blank lines between them."""
    for text in (MIXED, f"{LONG}\n\n{MIXED}"):
        joined = [line.text for line in unwrap_lines(split_lines(text))]
        assert joined[-5:] == [
            LONG,
            "``We heard it go and then we saw the dust,'' said Ann Field, who keeps a shop across the square. ``Then"
            " nothing,'' she said, ``for a long minute, and we thought it was over.''",
            LONG,
            "The mayor, Max Holm, said that he had seen it, and that he had sent a copy to the company.",
            LONG,
        ]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Harbour wall falls a year after it was known",
            "Portsea mayor to stand down in the new year",
            "Pier opens to all",
        ],
        [
            "The wall is long and the wall is grey and cold,",
            "the sea is wide,",
            "and nobody comes by here to see it now,",
        ],
    ],
    ids=["headlines", "verse"],
)
def test_lines_of_their_own_stay(lines):
    assert [line.text for line in unwrap_lines(split_lines("\n".join([LONG, *lines, LONG])))] == [LONG, *lines, LONG]


def test_paragraphs_that_are_set_in_and_fit_on_a_line_are_not_joined():
    text = (
        "   A stretch of the old wall fell into the harbour on Thursday, a year\n"
        "after engineers warned of it, the mayor of the town told reporters on\n"
        "the quay.\n"
        "   The council will choose a builder for the new wall before January.\n"
        "   Fishermen said that they had expected no less of a wall as old as\n"
        "that one was, and that the next would have to be a good deal higher\n"
        "than it is.\n"
    )
    assert [line.split()[0] for line in texts(text)] == ["A", "The", "Fishermen"]


SHORT_PARAGRAPHS = [
    "The harbour talks in Portsea broke down on Monday after the unions rejected an offer.",
    "Ministers said they would not step in.",
    '"We have nothing left to give," Ann Field said.',
    "Workers had warned in January that the quay would not be mended before the spring, when the first of the larger "
    "ferries is due.",
    "Talks resume on Tuesday.",
]
LONG_HEADLINE = "Harbour talks in Portsea to resume after a strike of nine days that closed the quay and its market"


@pytest.mark.parametrize("width", [40, 60, 72, 80])
def test_short_paragraphs_with_blank_lines_between_them(width):
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (LONG_HEADLINE, *SHORT_PARAGRAPHS))
    assert texts(wrapped) == [LONG_HEADLINE, *SHORT_PARAGRAPHS]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_short_paragraphs_whose_first_lines_are_set_in(width):
    wrapped = "\n".join(textwrap.fill(paragraph, width, initial_indent="   ") for paragraph in SHORT_PARAGRAPHS)
    assert texts(f"Harbour talks to resume\n\n{wrapped}") == ["Harbour talks to resume", *SHORT_PARAGRAPHS]


def test_a_byline_right_below_a_headline_is_not_joined_to_it():
    wrapped = "\n\n".join(textwrap.fill(paragraph, 42) for paragraph in SHORT_PARAGRAPHS)
    assert texts(f"Harbour talks to resume after long strike\nBy Jo Reed\n\n{wrapped}")[:2] == [
        "Harbour talks to resume after long strike",
        "By Jo Reed",
    ]


def test_lists_and_verses_in_small_letters_are_left_as_they_are():
    verses = "the wall is down\nand the boats are gone\nwe stood at the quay\nand looked at the sea\nuntil it was dark"
    assert texts(verses) == verses.splitlines()
