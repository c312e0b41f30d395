"""Pasted text: the file is the article."""

from __future__ import annotations

from generator.model import RawArticle
from generator.read.source import Source


def read_text(source: Source) -> tuple[RawArticle, ...]:
    """One article; the text says everything about it."""
    return (RawArticle(origin=source.origin, form="text", text=source.text),)
