"""Markdown articles, and the door for all forms."""

from __future__ import annotations

from datetime import date

import pytest

from generator.config import ConvertConfig
from generator.exceptions import UnreadableError
from generator.extract.article import extract_article, make_id
from generator.model import Dateline, Document, Metadata, Origin, RawArticle

OPTIONS = ConvertConfig()
NO_HINTS = Metadata()
BODY = "The old harbour wall fell into the water on Thursday.\n\n## What was *lost*\n\n- two boats\n- a <b>lamp</b>"


def extract(text: str, hints: Metadata = NO_HINTS) -> Document:
    raw = RawArticle(
        origin=Origin(path="a.md", sha256="ab"), form="markdown", markup="markdown", text=text, hints=hints
    )
    return extract_article(raw, OPTIONS).document


def test_the_body_stays_as_written():
    document = extract(f"\n\n{BODY}\n", Metadata(title="Wall falls", topics=("walls",), extra={"layout": "post"}))
    assert document.body == BODY
    assert (document.title, document.topics, document.extra) == ("Wall falls", ("walls",), {"layout": "post"})


def test_a_heading_at_the_top_is_the_title():
    document = extract(f"# Wall *falls* in [Portsea](http://x.example/a)\n\nBy **Jo Reed**, 10 December 2015\n\n{BODY}")
    assert (document.title, document.authors) == ("Wall falls in Portsea", ("Jo Reed",))
    assert document.published == date(2015, 12, 10)
    assert document.body == BODY


def test_a_heading_that_says_something_else_stays():
    assert extract(f"# Another thing\n\n{BODY}", Metadata(title="Wall falls")).body == f"# Another thing\n\n{BODY}"
    assert extract(f"Wall falls\n==========\n\n{BODY}", Metadata(title="Wall falls")).body == BODY


def test_a_byline_below_a_score():
    document = extract(f"**Portsea 2 Harbour 1**\n\nBy Jo Reed at the Old Ground\n\n{BODY}")
    assert document.authors == ("Jo Reed",)
    assert document.body == f"**Portsea 2 Harbour 1**\n\n{BODY}"


def test_the_score_of_the_title_is_no_first_sentence():
    hints = Metadata(title="Portsea 2-1 Harbour: late goal settles it", source="Harbour Post")
    assert extract(f"**Portsea 2 Harbour 1**\n\nBy Jo Reed at the Old Ground\n\n{BODY}", hints).body == BODY
    other = Metadata(title="Late goal settles it", source="Harbour Post")
    assert extract(f"**Portsea 2 Harbour 1**\n\n{BODY}", other).body.startswith("**Portsea 2 Harbour 1**\n\n")


def test_a_dateline():
    document = extract(f"PORTSEA, Dec 9 (Reuters) - {BODY}", Metadata(published=date(2015, 12, 10)))
    assert document.dateline == Dateline(place="PORTSEA", date=date(2015, 12, 9))
    assert document.source == "Reuters"
    assert document.body == BODY


def test_what_the_front_matter_says_comes_first():
    hints = Metadata(id="mine", title="Mine", authors=("Ann Field",), source="Harbour Post", published=date(2015, 1, 2))
    document = extract(f"# Mine, longer\n\nBy Jo Reed, 10 December 2015\n\n{BODY}", hints)
    assert (document.id, document.title, document.authors) == ("mine", "Mine", ("Ann Field",))
    assert (document.source, document.published) == ("Harbour Post", date(2015, 1, 2))


def test_two_notes_of_one_text_have_ids_of_their_own():
    origin = Origin(path="a.md", sha256="")
    one, other = (
        RawArticle(origin=origin, form="markdown", markup="markdown", text="Text.", hints=Metadata(title=title))
        for title in ("North", "South")
    )
    assert make_id(one) != make_id(other)


def test_nothing_to_publish_is_told_by_name():
    with pytest.raises(UnreadableError, match=r"^a\.md: “Wall falls”: no article"):
        extract("\n\n", Metadata(title="Wall falls"))
