"""The two articles the project began with: every field right, and the body word for word."""

from __future__ import annotations

import html
import json
import re

import pytest

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.moments import format_moment
from generator.read.sources import read_source

SEEDS = {
    "000_7e2799d21e00b903.txt": "xinhua_china-org-cn_putin-cameron.json",
    "001_918548f670d94d1e.txt": "trtworld_cameron-putin-syria.json",
}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_is_read_right(shared, seed):
    data = (shared / "seeds" / seed).read_bytes()
    gold = json.loads((shared / "data" / "raw" / SEEDS[seed]).read_text("utf-8"))
    (raw,) = read_source(seed, data, ConvertConfig())
    document = extract_article(raw, ConvertConfig()).document
    assert document.title == gold["title"]
    assert document.deck == gold["deck"]
    assert list(document.authors) == gold["authors"]
    assert document.source == gold["source"]
    assert document.dateline is None
    assert (format_moment(document.published) if document.published else None) == gold["published"]
    assert (format_moment(document.updated) if document.updated else None) == gold["updated"]
    assert list(document.photo_credits) == gold["photo_credits"]
    text = data.decode("utf-8")
    start = text.index(gold["body_first_words"])
    end = text.index(gold["body_last_words"]) + len(gold["body_last_words"])
    assert html.unescape(document.body).split() == re.sub(r"\s+", " ", text[start:end]).split()
