"""Footnotes as a number in brackets and notes at the end."""

from __future__ import annotations

from generator.dialect.footnotes import write_footnotes
from generator.record.body import render_body


def text(source):
    return render_body(source).text


def test_notes_stand_at_the_end():
    assert text("The wall fell.[^1] Rain came.[^2]\n\n[^1]: The old one.\n[^2]: On Monday.\n\nAll is well.") == (
        "The wall fell.[1] Rain came.[2]\n\nAll is well.\n\n[1] The old one.\n\n[2] On Monday."
    )


def test_words_become_numbers_in_their_order():
    made, renamed = write_footnotes("One[^b] two[^a].\n\n[^a]: Ann.\n[^b]: Bea.")
    assert made == "One\\[1] two\\[2].\n\n\\[2] Ann.\n\n\\[1] Bea."
    assert sorted(renamed) == [(0, "a"), (0, "b"), (2, "a"), (3, "b")]


def test_a_note_of_one_word_is_no_address():
    assert text("So he says.[^1]\n\n[^1]: Ibid.") == "So he says.[1]\n\n[1] Ibid."


def test_a_note_of_several_paragraphs():
    assert text("A.[^1]\n\n[^1]: One\n    line.\n\n    Two.\n\nB.") == "A.[1]\n\nB.\n\n[1] One line.\n\nTwo."


def test_code_and_brackets_without_a_note_stay():
    for source in ("`[^1]` and [^2]", "```\n[^1]\n[^1]: x\n```", "[^1]"):
        assert write_footnotes(source) == (source, ())
    assert write_footnotes("`[^1]` [^1]\n\n[^1]: x")[0] == "`[^1]` \\[1]\n\n\\[1] x"


def test_a_note_in_the_text_is_one_too():
    text = "It rained^[So *said* [a](https://x.example) log.] a lot.[^n]\n\n[^n]: Two days.\n\n`a^[b]` c^\\[d]"
    written, renamed = write_footnotes(text)
    assert written == (
        "It rained\\[1] a lot.\\[2]\n\n`a^[b]` c^\\[d]\n\n\\[1] So *said* [a](https://x.example) log.\n\n"
        "\\[2] Two days."
    )
    assert {each.label for each in renamed} == {"n"}
