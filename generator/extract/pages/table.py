"""Tables of a page: which hold data, and their rows and cells."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import html

from generator.extract.pages.block import HtmlBlock
from generator.extract.pages.page import squeeze
from generator.extract.pages.running_text import Paragraph, Run

_LONGEST_CELL = 300


def own_rows(table: html.HtmlElement) -> list[list[html.HtmlElement]]:
    """The cells of each row of a table, but for those of tables within it."""
    return [
        [cell for cell in row if cell.tag in ("td", "th", "cell")]
        for part in table.iterchildren()
        for row in ([part] if part.tag in ("tr", "row") else part.iterchildren("tr", "row"))
    ]


def is_data(table: html.HtmlElement, rows: Sequence[Sequence[html.HtmlElement]]) -> bool:
    """Whether a table holds figures and words in rows and columns, and does not lay out a page."""
    if table.get("role") == "presentation" or next(table.iterdescendants("table", "h1", "h2", "h3"), None) is not None:
        return False
    # One row is layout, unless it is said to be a table's.
    least = 1 if table.get("role") == "table" else 2
    if max((len(row) for row in rows), default=0) < 2 or len(rows) < least:
        return False
    return all(_is_short(cell) for row in rows for cell in row)


def _is_short(cell: html.HtmlElement) -> bool:
    text = str(cell.text_content())
    return len(text) <= _LONGEST_CELL or len(squeeze(text)) <= _LONGEST_CELL


def read_number(text: str | None) -> int:
    """The number an attribute gives, else 1."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else 1


def cell_lines(block: HtmlBlock) -> list[str]:
    """The lines of a block in a cell, as Markdown."""
    if block.paragraph is not None:
        return [block.paragraph.write("<br>")]
    return [_plain_markdown(part) for part in block.parts or (block.text,)]


def _plain_markdown(text: str) -> str:
    return Paragraph((Run(text),)).write(" ")
