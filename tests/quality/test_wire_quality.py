"""Real items of wire formats, which are not in the repository, against what a reader finds in each file.

`wire.json` lists for every file what stands in it, item by item: a value for each field that was looked up (null for
one that the item does not state), the first and last words of the text, its number of blocks, or why it is no article.
"""

from __future__ import annotations

import json
import re

import pytest
from conftest import REPOSITORY, SHARED

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.model import Problem
from generator.moments import format_moment
from generator.read.sources import read_source

EXPECTED = json.loads((REPOSITORY / "tests" / "quality" / "wire.json").read_text("utf-8"))
FOLDER = SHARED / "data" / "wire"
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="needs real items of wire formats, which are not in the repository"
)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
WORD = re.compile(r"\w+")


def words(text):
    return WORD.findall(LINK.sub(r"\1", text).casefold())


def shown(document, field):
    if field == "dateline_place":
        return document.dateline.place if document.dateline else None
    value = getattr(document, field)
    if field in ("published", "updated", "embargo"):
        return format_moment(value) if value else None
    return list(value) if isinstance(value, tuple) else value


def check(extraction, expected):
    document = extraction.document
    wanted = dict(expected)
    found = {"form": extraction.form}
    assert found["form"] == wanted.pop("form")
    body = words(document.body)
    if first := wanted.pop("first", None):
        assert body[: len(words(first))] == words(first)
    if last := wanted.pop("last", None):
        assert body[-len(words(last)) :] == words(last)
    if blocks := wanted.pop("paragraphs", None):
        assert len(document.body.split("\n\n")) == blocks
    assert set(wanted.pop("labels_hold", ())) <= set(document.labels)
    assert {field: shown(document, field) for field in wanted} == wanted


@pytest.mark.parametrize("name", EXPECTED)
def test_wire_file(name):
    readings = read_source(name, (FOLDER / name).read_bytes(), ConvertConfig())
    assert len(readings) == len(EXPECTED[name])
    for reading, expected in zip(readings, EXPECTED[name], strict=True):
        if "problem" in expected:
            assert isinstance(reading, Problem)
            assert expected["problem"] in reading.message
        else:
            assert not isinstance(reading, Problem), reading
            check(extract_article(reading, ConvertConfig()), expected)


def test_every_file_is_read():
    for file in sorted(FOLDER.iterdir()):
        readings = read_source(file.name, file.read_bytes(), ConvertConfig())
        assert readings
        for reading in readings:
            assert isinstance(reading, Problem) or extract_article(reading, ConvertConfig()).document.body
