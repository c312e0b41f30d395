"""Tables in plain text, their columns set with spaces, tabs or upright strokes.

The kept lines of a story come in; the rows that stand together go out as a table in Markdown, or, where the rows do not
have the same columns, as a block of lines set as they were.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.lines import Line
from generator.extract.markdown.text import escape_inline

_SPACED = re.compile(r"\t[ \t]*| {2,}")
MOST_ROWS = 150
"""A table is read so far; one that goes on is two."""
_LEAST_ROWS, _MOST_CELLS = 2, 12
_LONGEST_CELL, _CELL_WORDS = 60, 8
_TICKS = re.compile(r"`+")


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A table that ends above line `end` of those it was found in."""

    end: int
    markdown: str


def read_table(lines: Sequence[Line]) -> PlainTable | None:
    """The table that the lines begin with; None when they begin with none."""
    rows: list[list[str]] = []
    end = 0
    while end < len(lines) and (end == 0 or not lines[end].gap) and (row := _split(lines[end])):
        rows.append(row)
        end += 1
    # A line without columns is a row where others with columns stand below it.
    while len(rows) > 1 and len(rows[-1]) < 2:
        rows.pop()
        end -= 1
    if not _is_table(rows):
        return None
    filled = _fill(rows)
    return PlainTable(end, _write_rows(filled) if filled else _write_lines(lines[:end]))


def _split(line: Line) -> list[str]:
    """The cells of a line; a line that was joined or cut since it was read is none of a table."""
    if line.mark or line.joins or len(line.text) > _LONGEST_CELL * _MOST_CELLS:
        return []
    raw = line.columns
    if not raw:
        return [line.text] if len(line.text) <= _LONGEST_CELL and len(line.text.split()) <= _CELL_WORDS else []
    if "".join(raw.split()) != "".join(line.text.split()):
        return []
    if " | " in raw or "\t|" in raw:
        return [cell.strip() for cell in raw.strip().strip("|").split("|")]
    return [cell for part in _SPACED.split(raw.strip()) if (cell := part.strip())]


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows have columns of figures, or so many columns that nothing else can be meant."""
    set_out = [row for row in rows if len(row) > 1]
    if len(set_out) < _LEAST_ROWS or len(set_out) * 2 < len(rows):
        return False
    if any(
        len(row) > _MOST_CELLS or any(len(cell) > _LONGEST_CELL or len(cell.split()) > _CELL_WORDS for cell in row)
        for row in rows
    ):
        return False
    figured = sum(1 for row in set_out if any(sign.isdigit() for cell in row[1:] for sign in cell))
    same = len({len(row) for row in set_out}) == 1
    return 2 * figured >= len(set_out) or (same and len(set_out[0]) > 2 and len(set_out) > _LEAST_ROWS)


def _fill(rows: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """The rows with as many cells each: a header may have none above the first column; None when they do not fit."""
    width = max(map(len, rows))
    head, *others = rows
    if any(len(row) not in (1, width) for row in others) or len(head) not in (width - 1, width):
        return None
    if any(sign.isdigit() for cell in head for sign in cell) and all(len(row) == width for row in rows):
        # No header: the first row is like the others.
        return [[""] * width, *map(list, rows)]
    filled = [["", *head] if len(head) < width else list(head)]
    return filled + [[*row, *[""] * (width - len(row))] for row in others]


def _write_rows(rows: Sequence[Sequence[str]]) -> str:
    shown = [f"| {' | '.join(escape_inline(cell).replace('|', '&#124;') for cell in row)} |" for row in rows]
    return "\n".join((shown[0], f"| {' | '.join('---' for _ in rows[0])} |", *shown[1:]))


def _write_lines(lines: Sequence[Line]) -> str:
    shown = [(line.columns or " " * line.indent + line.text).expandtabs(8).rstrip() for line in lines]
    margin = min(len(line) - len(line.lstrip()) for line in shown)
    fence = "`" * max(3, 1 + max((len(ticks) for line in shown for ticks in _TICKS.findall(line)), default=0))
    return "\n".join((fence, *(line[margin:] for line in shown), fence))
