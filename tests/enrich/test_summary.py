from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from short_articles import article, enriched

from generator.enrich.summary import FEWEST, MOST, count_words, summarise
from generator.enrich.wordlists import read_table
from generator.model import Span

LEAD = (
    "The harbour board closed the northern pier on Monday after divers found that two of its oldest "
    "pillars had moved by a hand's breadth since the storms of January."
)
DECK = (
    "Divers find that the old pier has moved, and the board acts at once: boats must lie at the southern pier until May"
)
LONG = "The board, " + "which met again and again, " * 11 + "closed the pier."


def summary(*paragraphs, **values):
    return summarise(article(*paragraphs, **values)).text


def test_a_deck_of_the_right_length_is_the_summary():
    found = summarise(article(LEAD, deck=DECK))
    assert (found.text, found.spans) == (DECK, ())


@pytest.mark.parametrize(
    "deck",
    [
        "Divers find that the old pier has moved, and the board acts at once",
        "Watch: " + DECK,
        DECK + ". But what will become of the boats?",
        DECK + " " + DECK + " " + DECK,
    ],
)
def test_a_short_deck_a_teaser_a_question_and_a_long_one_are_passed_over(deck):
    assert summary(LEAD, deck=deck) == LEAD


def test_of_a_long_deck_the_sentences_that_fit_are_taken():
    assert summary(LEAD, deck=f"{DECK}. {LONG}") == DECK + "."


def test_a_short_deck_is_better_than_a_shorter_lead():
    deck = "Divers find that the old pier has moved, and the board acts at once"
    assert summary("The northern pier is closed.", deck=deck) == deck


def test_the_lead_word_for_word_with_its_span():
    found = enriched(LEAD, "Boats must use the southern pier.").summary
    assert found.text == LEAD
    assert found.spans == (Span(start=0, end=len(LEAD)),)


def test_a_short_lead_takes_the_next_sentences():
    first, second = "The northern pier is now closed.", "Divers found that two of its pillars had moved."
    third = "It reopens in May, the board says."
    assert summary(f"{first} {second}", third) == f"{first} {second} {third}"


@pytest.mark.parametrize(
    "line",
    [
        "Watch: the pier",
        "Who closed the northern pier, and why was nobody told of it?",
        "But the board had no money left for the pier.",
        "He had no money left for the pier and none for the boats.",
        "“We had no money left for the pier,” he said.",
        "Four days after her fall the keeper was found.",
        "Photograph: Anna Whitlock for the Example Tribune.",
    ],
)
def test_a_line_that_cannot_open_a_summary_is_passed_over(line):
    assert summary(line, LEAD) == LEAD


def test_a_dateline_left_standing_is_no_part_of_a_summary():
    found = summarise(article(f"OLDHAVEN, Dec 10 (Sample Wire) - {LEAD}"))
    assert found.text == LEAD
    assert found.spans[0].start == len("OLDHAVEN, Dec 10 (Sample Wire) - ")


def test_a_heading_or_fragment_is_not_joined_to_a_lead():
    assert (
        summary("The northern pier is now closed.", "What we know", LEAD) == f"The northern pier is now closed. {LEAD}"
    )


def test_after_a_sentence_left_out_none_is_taken_that_leans_on_it():
    quoted = (
        "“" + "The stone had moved and moved again, and nobody would hear of it, " * 3 + "I say,” said Anna Whitlock."
    )
    first, last = (
        "The northern pier is now closed.",
        "Divers found on Monday that two of the oldest pillars of the pier had moved.",
    )
    found = summary(first, quoted, "The group sued the board over the old pier and its two pillars in May.", last)
    assert found == f"{first} {last}"


def test_a_lead_too_long_by_itself_is_passed_over_for_a_fitting_sentence_else_taken_whole():
    assert summary(LONG, LEAD) == LEAD
    assert summary(LONG, "Boats lie at anchor.") == LONG


def test_nothing_to_summarise():
    assert summary("") == ""


def test_words_of_a_script_without_blanks_are_counted_by_characters():
    assert count_words("北码头周一关闭。") == 3
    assert count_words("The pier is closed.") == 4


def _rows(kind):
    return [pytest.param(words, example, id=words) for words, example in read_table("summary.yml")[kind]]


@pytest.mark.parametrize(("words", "example"), [*_rows("teasers"), *_rows("leaning"), *_rows("credits")])
def test_the_example_of_each_word_opens_no_summary(words, example):
    assert example.lower().startswith(words)
    assert summary(example, LEAD) == LEAD


SENTENCES = st.builds(
    lambda first, size, end: " ".join([first, *["pier"] * size]) + end,
    st.sampled_from(["The", "Anna", "But", "She", "“We", "Watch:", "Four days after her"]),
    st.integers(0, 60),
    st.sampled_from([".", "?", "", "!”"]),
)


@given(st.lists(st.lists(SENTENCES, min_size=1, max_size=4), min_size=1, max_size=5), st.none() | SENTENCES)
def test_a_summary_is_the_deck_or_sentences_of_the_text(paragraphs, deck):
    item = article(*map(" ".join, paragraphs), deck=deck)
    found = summarise(item)
    if found.spans:
        assert found.text == " ".join(item.text[span.start : span.end] for span in found.spans)
        assert list(found.spans) == sorted(set(found.spans), key=lambda span: span.start)
        assert set(found.spans) <= set(item.sentences)
    else:
        assert found.text == (deck or "")


@given(st.integers(FEWEST, MOST), st.integers(0, 6), st.data())
def test_it_has_20_to_45_words_whenever_one_of_the_first_sentences_has(size, place, data):
    paragraphs = [data.draw(SENTENCES) for _ in range(place)] + ["The" + " pier" * (size - 1) + "."]
    found = summarise(replace(article(*paragraphs), deck=None))
    assert FEWEST <= count_words(found.text) <= MOST
