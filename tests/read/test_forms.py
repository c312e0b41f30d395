"""Every form is read, whatever stands in it: an article, or a word on why not; never a crash."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from form_seeds import SEEDS, STORY, make_seed
from growth import cpu_seconds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config import ConvertConfig
from generator.exceptions import GeneratorError
from generator.extract.article import extract_article
from generator.model import Problem, RawArticle
from generator.read import sources
from generator.read.sources import read_source

CASES = sorted(path for path in Path(__file__).with_name("cases").iterdir() if path.name[:3].isdigit())
OPTIONS = ConvertConfig()
MOST_SECONDS = 4
"""Twice what bench/fuzz.py allows: machines have moods."""


def convert(name: str, data: bytes) -> None:
    """Read and extract; what a person could have caused is told, anything else is our mistake."""
    try:
        readings = read_source(name, data, OPTIONS)
    except GeneratorError:
        return
    for reading in readings:
        assert isinstance(reading, RawArticle | Problem)
        if isinstance(reading, RawArticle):
            with suppress(GeneratorError):
                extract_article(reading, OPTIONS)


@pytest.mark.parametrize("name", [name for name, (form, _) in SEEDS.items() if form != "opml"])
def test_each_seed_is_read_as_its_form(name):
    readings = read_source(name, make_seed(name), OPTIONS)
    assert {reading.form for reading in readings if isinstance(reading, RawArticle)} == {SEEDS[name][0]}
    for reading in readings:
        assert "twenty minutes" in extract_article(reading, OPTIONS).document.body


def test_there_is_a_seed_of_every_form():
    assert {form for form, _ in SEEDS.values()} == {reader.form for reader in sources._READERS}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_what_once_broke_a_reader(path):
    assert cpu_seconds(lambda: convert(path.name, path.read_bytes())) < MOST_SECONDS


parts = st.sampled_from(
    ["", "\0", "\x03", "<", "&", "]]>", '"', "\n\n", "---", "--b1", "\\", "{", "\ud7ff", "1e999", "%"]
)


@pytest.mark.parametrize("name", SEEDS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_file_cut_or_broken_anywhere(name, data):
    seed = make_seed(name, STORY)
    at = data.draw(st.integers(0, len(seed)))
    end = data.draw(st.integers(at, min(len(seed), at + 40)))
    put = data.draw(parts | st.text(max_size=8)).encode("utf-8", "replace")
    broken = seed[:at] + put + (b"" if data.draw(st.booleans()) else seed[end:])
    convert(name, broken)
