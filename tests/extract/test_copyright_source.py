"""The source that a copyright line states, where nothing better does; a picture's owner is none."""

from __future__ import annotations

import pytest
from pasted import read_pasted

STORY = "The ferry to the isles was cancelled on Monday as winds rose above sixty miles an hour."
OWNER = "The Western Isles Herald"


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
    document = read_pasted(text).document
    assert (document.source, document.body.endswith(("an hour.", "on Monday."))) == (OWNER, True)
    assert "source" in document.review


@pytest.mark.parametrize("line", ["© Getty Images", "© EPA", "© Reuters", "© AFP", "Copyright 2021 Getty Images"])
def test_a_picture_s_owner_is_not(line):
    assert read_pasted(f"Ferry cancelled\n\n{STORY}\n\n{line}\n").document.source is None


def test_what_states_the_source_comes_first():
    text = f"Ferry cancelled\n\nPORTSEA, Dec 10 (Reuters) - {STORY}\n\n© 2021 {OWNER}\n"
    assert read_pasted(text).document.source == "Reuters"


def test_a_sentence_about_rights_is_none():
    text = f"{STORY} The book is copyright 2021. It was written by hand.\n"
    extraction = read_pasted(text)
    assert (extraction.document.source, extraction.removed) == (None, ())
