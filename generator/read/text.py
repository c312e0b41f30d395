"""Pasted text: one article, whatever stands around it."""

from __future__ import annotations

from generator.model import RawArticle
from generator.read.source import Reader, Readings, Source


def read_text(source: Source) -> Readings:
    """One article; its furniture is told from its story in `extract`."""
    return (RawArticle(origin=source.origin, form="text", markup="text", text=source.text),)


TEXT = Reader("text", lambda source: True, read_text)
