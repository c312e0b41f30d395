"""Pasted text read as `convert` reads it, with nothing lost and nothing told twice on the way."""

from __future__ import annotations

from word_ledger import find_faults

from generator.config import ConvertConfig
from generator.extract.text_article import extract_text
from generator.model import Extraction, Origin, RawArticle


def read_pasted(text: str) -> Extraction:
    """What is read of a pasted text."""
    raw = RawArticle(text=text, markup="text", form="text", origin=Origin(path="a.txt", sha256=""))
    extraction = extract_text(raw, ConvertConfig())
    assert find_faults(text, extraction) == []
    return extraction
