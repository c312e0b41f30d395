"""Lines broken at a width, teleprinters' quotation marks."""

from __future__ import annotations

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
