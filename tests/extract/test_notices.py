"""Notices of corrections that articles print: each pattern's example and counter-example, and where they go."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest
import yaml

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.extract.versions.notices import read_notices
from generator.model import Notice, Removed
from generator.read.sources import read_source

TABLE = yaml.load(
    files("generator.extract.versions").joinpath("notices.yml").read_text("utf-8"), Loader=yaml.CSafeLoader
)
BODY = "The council of Brinemouth voted on Wednesday to build a new harbour wall.\n\nThe work will take two years."
STORY = "Council votes to build the harbour wall\n\nSample Wire, December 9, 2015\n\n{body}\n\n{note}\n"


def removed(text):
    return [Removed(line=1, text=text, rule="version-note")]


@pytest.mark.parametrize("entry", TABLE["says"], ids=lambda entry: entry["pattern"])
def test_every_pattern_reads_its_example_and_not_its_counter_example(entry):
    assert read_notices(removed(entry["example"]), BODY)
    assert read_notices(removed(entry["counter"]), BODY) == ()


@pytest.mark.parametrize("head", TABLE["heads"])
def test_a_paragraph_that_begins_as_a_notice_is_one(head):
    note = f"{head.capitalize()}: The wall is 40 metres long, not 400."
    assert read_notices((), f"{BODY}\n\n*{note}*") == (Notice(text=note),)


def test_what_else_was_taken_off_is_none():
    assert read_notices([Removed(line=1, text="Read more: Error in the accounts", rule="related")], BODY) == ()
    assert read_notices((), f"{BODY}\n\nCorrection fluid was spilt on the plans: nobody was hurt.") == ()


def test_the_date_is_the_one_printed():
    (notice,) = read_notices(
        removed("* This article was amended on 11 December 2015. The wall is 40 metres long."), BODY
    )
    assert notice.date == date(2015, 12, 11)
    assert notice.text.startswith("This article was amended")


@pytest.mark.parametrize("form", ["text", "html"])
def test_an_articles_own_notice_goes_from_its_foot_to_the_front_matter(form):
    note = "This article was amended on 11 December 2015 to correct the length of the wall."
    text = STORY.format(body=BODY, note=note)
    if form == "html":
        paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n")[1:])
        text = (
            f"<html><body><article><h1>Council votes to build the harbour wall</h1>{paragraphs}</article></body></html>"
        )
    (raw,) = read_source("wall.html" if form == "html" else "wall.txt", text.encode(), ConvertConfig())
    document = extract_article(raw, ConvertConfig()).document
    assert document.correction == (Notice(text=note, date=date(2015, 12, 11)),)
    assert note not in document.body


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("correction: The wall is 40 metres long.", (Notice(text="The wall is 40 metres long."),)),
        ("correction: [{text: Not 400., date: 2015-12-11}]", (Notice(text="Not 400.", date=date(2015, 12, 11)),)),
        ("correction: {by: someone}", ()),
    ],
)  # fmt: skip
def test_front_matter_in_the_inbox_may_have_one(written, expected):
    text = f"---\ntitle: Wall to be built\n{written}\n---\n\n{BODY}\n"
    (raw,) = read_source("wall.md", text.encode(), ConvertConfig())
    document = extract_article(raw, ConvertConfig()).document
    assert document.correction == expected
    assert bool(document.extra) is (expected == ())


def test_a_long_text_costs_little():
    assert read_notices(removed("correction " * 100_000), "a: " * 300_000) == ()
