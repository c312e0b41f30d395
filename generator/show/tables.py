"""A table for a terminal: cells below each other in columns, broken where the table is wider than there is room.

Cells come in with the elements that they stand in; lines go out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text

from generator.show.outline import Frame
from generator.show.styles import QUIET

_GAP = "  "
_LEAST_COLUMN = 8


@dataclass(slots=True)
class _Row:
    """The cells of a row by their columns, from 1; one that is empty is not there."""

    cells: dict[int, Text] = field(default_factory=dict)
    heading: bool = True


def lay_table(blocks: Sequence[tuple[tuple[Frame, ...], Text]], console: Console, width: int) -> Iterator[Text]:
    """The rows of a table, and a line below its headings."""
    rows = _read_rows(blocks)
    last = max((number for row in rows for number in row.cells), default=0)
    widths = [max(row.cells[n].cell_len if n in row.cells else 0 for row in rows) for n in range(1, last + 1)]
    widths = _fit(widths, width)
    for place, row in enumerate(rows):
        yield from _lay_row(row, widths, console)
        if row.heading and place == 0:
            yield Text(_GAP.join("-" * wide for wide in widths), style=QUIET)


def _read_rows(blocks: Sequence[tuple[tuple[Frame, ...], Text]]) -> list[_Row]:
    rows: dict[int, _Row] = {}
    for frames, text in blocks:
        around = next((frame for frame in frames if frame.tag == "tr"), frames[-1])
        cell = next((frame for frame in frames if frame.tag in ("td", "th")), around)
        row = rows.setdefault(around.id, _Row())
        row.heading = row.heading and cell.tag == "th"
        number = cell.number or 1
        shown = Text(" ").join(text.split("\n"))
        row.cells[number] = row.cells[number] + Text(" ") + shown if number in row.cells else shown
    return list(rows.values())


def _fit(widths: list[int], width: int) -> list[int]:
    """The widths of the columns, the widest made narrower until all have room together."""
    room = width - len(_GAP) * (len(widths) - 1)
    limit = max(widths, default=0)
    while sum(min(wide, limit) for wide in widths) > room and limit > _LEAST_COLUMN:
        limit -= 1
    return [min(wide, limit) for wide in widths]


def _lay_row(row: _Row, widths: Sequence[int], console: Console) -> Iterator[Text]:
    broken = [list(row.cells.get(number, Text()).wrap(console, wide)) for number, wide in enumerate(widths, start=1)]
    for at in range(max(map(len, broken), default=0)):
        cells = [lines[at] if at < len(lines) else Text() for lines in broken]
        line = Text(_GAP).join(_fill(cell, wide) for cell, wide in zip(cells, widths, strict=True))
        if row.heading:
            line.stylize("bold")
        line.rstrip()
        yield line


def _fill(cell: Text, width: int) -> Text:
    cell.rstrip()
    return cell + Text(" " * max(0, width - cell.cell_len))
