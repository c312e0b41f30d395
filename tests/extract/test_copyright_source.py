"""The source that a copyright line states, where nothing better does; a picture's owner is none."""

from __future__ import annotations

import pytest
from word_ledger import find_faults

from generator.config import ConvertConfig
from generator.extract.text_article import extract_text
from generator.model import Extraction, Origin, RawArticle

STORY = "The ferry to the isles was cancelled on Monday as winds rose above sixty miles an hour."
OWNER = "The Western Isles Herald"


def read(text: str) -> Extraction:
    extraction = extract_text(
        RawArticle(text=text, markup="text", form="text", origin=Origin(path="a.txt", sha256="")), ConvertConfig()
    )
    assert find_faults(text, extraction) == []
    return extraction


@pytest.mark.parametrize(
    "text",
    [
        f"Ferry cancelled\n\n{STORY}\n\n© 2021 {OWNER}\n",
        f"Ferry cancelled\n\n{STORY}\n\n(c) {OWNER} 2021\n",
        f"Ferry cancelled\n\n{STORY} © 2021 {OWNER}\n",
        f"Ferry cancelled\n\n{STORY} Copyright 2021 {OWNER}. All rights reserved.\n",
        f"© 2021 {OWNER}\n\nFerry cancelled\n\n{STORY}\n",
        f"Ferry cancelled\n© 2021 {OWNER}\n{STORY}\n",
        f"Ferry cancelled\nThe ferry was cancelled on Monday.\n© 2021 {OWNER}\n",
        f"Ferry cancelled\n\n{STORY}\n\nRelated stories\nWhy the ferry sank\n\n© 2021 {OWNER}. All rights reserved.\n",
    ],
)
def test_the_owner_of_the_text_is_its_source(text):
    document = read(text).document
    assert (document.source, document.body.endswith(("an hour.", "on Monday."))) == (OWNER, True)
    assert "source" in document.review


@pytest.mark.parametrize("line", ["© Getty Images", "© EPA", "© Reuters", "© AFP", "Copyright 2021 Getty Images"])
def test_a_picture_s_owner_is_not(line):
    assert read(f"Ferry cancelled\n\n{STORY}\n\n{line}\n").document.source is None


def test_what_states_the_source_comes_first():
    text = f"Ferry cancelled\n\nPORTSEA, Dec 10 (Reuters) - {STORY}\n\n© 2021 {OWNER}\n"
    assert read(text).document.source == "Reuters"


def test_a_sentence_about_rights_is_none():
    text = f"{STORY} The book is copyright 2021. It was written by hand.\n"
    extraction = read(text)
    assert (extraction.document.source, extraction.removed) == (None, ())
