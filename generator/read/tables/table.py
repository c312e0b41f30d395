"""CSV and TSV: a table with a header, one article a row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.exceptions import UnreadableError
from generator.read.source import Reader, Readings, Source
from generator.read.tables.columns import find_columns, require_text_column
from generator.read.tables.rows import Row, read_rows

_SUFFIXES = (".csv", ".tsv", ".tab")
_DELIMITERS = ",;\t|"
_NAME = re.compile(r"[^\W\d][\w .:/-]{0,40}\Z")
# Spreadsheets write this line above the header.
_SEPARATOR_LINE = re.compile(r"sep=(.)\n", re.IGNORECASE)
_LONGEST_HEADER = 10_000
# Its own limit is 131,072 characters a cell.
_LONGEST_CELL = 1 << 30


def is_table(source: Source) -> bool:
    """Whether a file is one by name, or begins with a header that names a text and more that an article has."""
    if PurePosixPath(source.path).suffix.lower() in _SUFFIXES:
        return True
    names, _ = _read_header(source.text)
    if len(names) < 2 or not all(_NAME.match(name) for name in names) or not find_columns(names, "body", {}):
        return False
    return any(find_columns(names, field, {}) for field in ("title", "published", "url", "source", "authors"))


def read_table(source: Source) -> Readings:
    """The rows in order.

    Raises UnreadableError when the table has no header, no column of texts, or no row.
    """
    names, delimiter = _read_header(source.text)
    require_text_column(names, source, "column")
    rows = tuple(_read_rows(source.text, names, delimiter))
    if not rows:
        raise UnreadableError(f"{source.path}: has a header and no rows; add the articles, or delete it")
    return read_rows(source, "table", rows)


def _read_header(text: str) -> tuple[tuple[str, ...], str]:
    """The names of the columns, and what stands between them: the sign that the header has most of."""
    told = _SEPARATOR_LINE.match(text)
    header = text[told.end() if told else 0 :].lstrip()[:_LONGEST_HEADER].partition("\n")[0]
    delimiter = told[1] if told else max(_DELIMITERS, key=header.count)
    names = next(csv.reader([header], delimiter=delimiter), [])
    return tuple(name.strip() for name in names), delimiter


def _read_rows(text: str, names: tuple[str, ...], delimiter: str) -> Iterator[Row]:
    """The rows below the header; blank ones are passed over."""
    escape = "\\" if '\\"' in text and '""' not in text else None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, escapechar=escape)
    last = text.rstrip("\n").count("\n") + 1
    unclosed = escape is None and text.count('"') % 2 == 1
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        header, below = True, 0
        for cells in reader:
            first, below = below + 1, reader.line_num
            if header:
                header = tuple(cell.strip() for cell in cells) != names and below < last
            elif any(cell.strip() for cell in cells):
                yield _make_row(cells, names, first, cut=unclosed and below > first and below >= last)
    finally:
        csv.field_size_limit(limit)


def _make_row(cells: list[str], names: tuple[str, ...], line: int, cut: bool) -> Row:
    where = f"line {line}"
    fault = None
    if cut:
        fault = "a quotation mark is opened in it and never closed; close it, and double those within the text"
    elif len(cells) < len(names) or any(cell.strip() for cell in cells[len(names) :]):
        fault = f"has {len(cells)} cells, its header {len(names)}; put texts that hold the separator in quotation marks"
    return Row(where=where, values=dict(zip(names, cells, strict=False)), fault=fault)


TABLE = Reader("table", is_table, read_table)
