"""Ten times the text takes about ten times as long, whatever the text: no pattern goes back and forth over it.

`make stress` does the same with 1 MB, where ten times may take twelve times as long, and with every form.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import pytest
from growth import assert_in_proportion
from hard_texts import HARD_TEXTS

from generator.config import ConvertConfig
from generator.exceptions import GeneratorError, UnreadableError
from generator.extract.article import extract_article
from generator.model import RawArticle
from generator.read.sources import read_source

sys.path.append(str(Path(__file__).parent.with_name("read")))
from form_seeds import SEEDS, make_seed

SMALL = 2_500
SIGNS = ("spaces", "signs", "less-than", "ampersands", "open tags", "paragraphs", "lines of one letter", "mixed")


def convert(name: str, data: bytes) -> None:
    with suppress(GeneratorError):
        for raw in read_source(name, data, ConvertConfig()):
            if isinstance(raw, RawArticle):
                with suppress(GeneratorError):
                    extract_article(raw, ConvertConfig())


@pytest.mark.parametrize("kind", HARD_TEXTS)
def test_time_grows_with_the_text(kind):
    small, large = (HARD_TEXTS[kind](size).encode() for size in (SMALL, 10 * SMALL))
    assert_in_proportion(lambda: convert("a.txt", small), lambda: convert("a.txt", large))


@pytest.mark.parametrize("name", SEEDS)
def test_time_grows_with_the_file_in_every_form(name):
    small, large = (
        make_seed(name, "\n\n".join(HARD_TEXTS[kind](size) for kind in SIGNS)) for size in (SMALL // 8, 10 * SMALL // 8)
    )
    assert_in_proportion(lambda: convert(name, small), lambda: convert(name, large))


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.txt", b"GET /index 200\n" * 70_000, "70,000 lines"),
        ("a.html", b"<html><body>" + b"<p>a" * 70_000, "70,002 tags"),
        ("b.html", b"<!DOCTYPE html><html><body>" + b"a line\n" * 70_000, "70,000 lines"),
    ],
)
def test_what_is_no_article_is_refused_at_once(name, data, what):
    (raw,) = read_source(name, data, ConvertConfig())
    with pytest.raises(UnreadableError, match=f"{name}: has {what}, where an article has 60,000 at most"):
        extract_article(raw, ConvertConfig())
