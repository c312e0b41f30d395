"""`.story` files: the first line is the story's, and highlights are told as removed."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from wire_samples import STORY, extract_one, read_one


def test_highlights_are_removed_and_no_title_is_made():
    extraction = extract_one(STORY, "a.txt")
    document = extraction.document
    assert extraction.form == "story"
    assert (document.title, document.deck) == (None, None)
    assert document.body.startswith("The wall held through the night, and hundreds")
    assert document.body.endswith("a report was due next week.")
    assert [(entry.line, entry.text) for entry in extraction.removed if entry.rule == "highlight"] == [
        (5, "@highlight"),
        (7, "Wall holds through the night"),
        (9, "@highlight"),
        (11, "Hundreds sleep in schools"),
    ]


def test_byline_and_dates_set_one_by_one():
    head = (
        "By\n\n.\n\nAnn Field\n\nand\n\nJo Reede\n\n.\n\nPUBLISHED:\n\n.\n\n11:53 EST, 20 March 2012\n\n.\n\n|\n\n.\n\n"
        "UPDATED:\n\n.\n\n12:45 EST, 20 March 2012\n\n.\n\n"
    )
    article = read_one(head + STORY, "a.story")
    zone = timezone(timedelta(hours=-5))
    assert article.hints.authors == ("Ann Field", "Jo Reede")
    assert article.hints.published == datetime(2012, 3, 20, 11, 53, tzinfo=zone)
    assert article.hints.updated == datetime(2012, 3, 20, 12, 45, tzinfo=zone)
    document = extract_one(head + STORY, "a.story").document
    assert document.body.startswith("The wall held through the night")


def test_the_word_in_a_sentence_makes_no_story_file():
    assert read_one("They wrote @highlight in the file.\nAnd went on.\n", "a.txt").form == "text"
