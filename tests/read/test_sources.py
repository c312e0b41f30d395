"""Files of the inbox: read, or refused with a message that says what to do."""

from __future__ import annotations

import hashlib

import pytest

from generator.config import ConvertConfig
from generator.exceptions import FrontMatterError, UnreadableError
from generator.read.sources import read_source

OPTIONS = ConvertConfig()


def read_one(data: bytes, path: str = "note.txt"):
    (article,) = read_source(path, data, OPTIONS)
    return article


def test_text_is_read_with_its_origin():
    data = b"Flood in the harbour\r\n\r\nThe wall fell.\r\n"
    article = read_one(data)
    assert article.form == "text"
    assert article.text == "Flood in the harbour\n\nThe wall fell.\n"
    assert article.origin.path == "note.txt"
    assert article.origin.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("path", "text", "form"),
    [
        ("a.txt", "<!DOCTYPE html><html><body><p>The wall fell.</p></body></html>", "html"),
        ("a.txt", "<!-- saved -->\n<html><p>The wall fell.</p></html>", "html"),
        ("a.txt", "<div><p>The wall fell.</p></div>", "html"),
        ("a.html", "The wall <p>fell.", "html"),
        ("a.html", "A plain note under a wrong name.", "text"),
        ("a.txt", "---\ntitle: The wall\n---\nIt fell.", "markdown"),
        ("a.txt", "# The wall\n\nIt fell.", "markdown"),
        ("a.md", "The wall fell.", "markdown"),
        ("a.md", "<p>The wall fell.</p>", "markdown"),
        ("a.md", "Title: The wall\nDate: 2015-12-10\n\nIt fell.", "markdown"),
        ("a.txt", "Title: The wall\nDate: 2015-12-10\n\nIt fell.", "text"),
        ("a.txt", "The wall fell, and 3 < 4 was written <p> on it.", "text"),
        ("a", "---\n\nA rule above plain prose.\n\n---\n", "text"),
        ("a.txt", "#hashtag of the day", "text"),
    ],
)
def test_the_form_is_told_by_content_before_name(path, text, form):
    assert read_one(text.encode(), path).form == form


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"%PDF-1.7 x", "PDF document"),
        (b"PK\x03\x04xxxx", "zip archive"),
        (b"\x89PNG\r\n\x1a\n", "PNG image"),
        (b"\xff\xd8\xff\xe0", "JPEG image"),
        (b"GIF89a..", "GIF image"),
        (b"some\x00thing", "NUL bytes"),
    ],
)
def test_what_is_no_article_is_named_and_the_remedy_said(data, said):
    with pytest.raises(UnreadableError) as error:
        read_one(data, "inbox/odd.txt")
    assert str(error.value).startswith("inbox/odd.txt: ")
    assert said in str(error.value)
    assert ";" in str(error.value)


def test_a_large_file_names_the_option():
    with pytest.raises(UnreadableError, match="max_megabytes"):
        read_source("big.txt", b"a" * 1_000_001, ConvertConfig(max_megabytes=1))


def test_broken_yaml_is_named_with_its_line():
    with pytest.raises(FrontMatterError, match=r"^a\.md:3: .*quotes"):
        read_one(b"---\nid: x\ntitle: Storm: the day after\n  and the next\n---\nIt fell.", "a.md")


def test_front_matter_without_an_end_is_told():
    with pytest.raises(FrontMatterError, match=r"^a\.md:1: .*three dashes"):
        read_one(b"---\ntitle: The wall\n\nIt fell.", "a.md")


def test_line_numbers_stay_those_of_the_file():
    article = read_one(b"---\ntitle: The wall\n---\nIt fell.", "a.md")
    assert article.text.split("\n")[3] == "It fell."
    assert article.hints.title == "The wall"
