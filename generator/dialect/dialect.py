"""The door of `dialect`: Markdown as people write it comes in, Markdown as Python-Markdown reads it goes out."""

from __future__ import annotations

from generator.dialect.blocks import part_blocks
from generator.dialect.footnotes import write_footnotes
from generator.dialect.lists import indent_lists
from generator.dialect.signs import write_signs


def write_dialect(text: str) -> str:
    """The text with footnotes, blocks, lists and signs in their common form. Doing it twice changes nothing."""
    return write_blocks(write_footnotes(text)[0])


def write_blocks(text: str) -> str:
    """The same, of a text whose footnotes are written already."""
    return write_signs(indent_lists(part_blocks(text)))
