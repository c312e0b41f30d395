"""JSON of articles: a list of objects, an object that holds such a list, one object, or one a line (JSON Lines)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import PurePosixPath
from typing import Any

from generator.exceptions import UnreadableError
from generator.read.json_text import JsonLine, explain_json, is_json_lines, load_json, read_json_lines
from generator.read.source import Reader, Readings, Source
from generator.read.tables.columns import find_columns, require_text_column
from generator.read.tables.rows import Row, read_rows

_SUFFIXES = (".json", ".jsonl", ".ndjson")
_LOOK_AT = 20


def is_records(source: Source) -> bool:
    """Whether a file is JSON, by content or by name. Forms with a signature of their own have been told before."""
    named = PurePosixPath(source.path).suffix.lower() in _SUFFIXES
    return named or load_json(source) is not None or is_json_lines(source)


def read_records(source: Source) -> Readings:
    """The records in order.

    Raises UnreadableError when the file is broken, or holds none with a text.
    """
    value = load_json(source)
    if value is None and not is_json_lines(source):
        raise UnreadableError(f"{source.path}: is not JSON ({explain_json(source)}); mend it there")
    rows = tuple(_list_lines(source) if value is None else _list_rows(_find_records(value, source.columns)))
    if not rows:
        raise UnreadableError(f"{source.path}: is JSON without any record; add articles, or delete it")
    names = dict.fromkeys(name for row in islice(rows, _LOOK_AT) for name in row.values)
    require_text_column(tuple(names), source, "key")
    return read_rows(source, "records", rows)


def _list_lines(source: Source) -> Iterator[Row]:
    """The objects, and what stands in their place: lines one after the other that are none are told as one."""
    for is_other, lines in groupby(read_json_lines(source), key=_is_other):
        if is_other:
            yield _make_fault([line.number for line in lines])
            continue
        for line in lines:
            fault = f"is not JSON ({line.error}); mend it" if line.error else None
            yield Row(where=f"line {line.number}", values=line.value or {}, fault=fault)


def _is_other(line: JsonLine) -> bool:
    return line.value is None and line.error is None


def _make_fault(numbers: Sequence[int]) -> Row:
    if len(numbers) == 1:
        return Row(where=f"line {numbers[0]}", values={}, fault="is no object, in braces; mend it")
    where = f"lines {numbers[0]} to {numbers[-1]}"
    return Row(where=where, values={}, fault="are no objects, in braces, each on a line; mend them")


def _find_records(value: object, columns: Mapping[str, str]) -> list[Any]:
    """The list of records that a file is or holds; of several lists in an object, the one whose records have a text."""
    if not isinstance(value, Mapping):
        return value if isinstance(value, list) else []
    if find_columns(value, "body", columns):
        return [value]
    held = [v for v in value.values() if isinstance(v, list) and v and isinstance(v[0], Mapping)]
    texts = [records for records in held if find_columns(records[0], "body", columns)]
    return next(iter((*texts, *held)), [value])


def _list_rows(records: list[Any]) -> Iterator[Row]:
    for number, record in enumerate(records, start=1):
        where = f"record {number}"
        if isinstance(record, Mapping):
            yield Row(where=where, values=record)
        else:
            yield Row(where=where, values={}, fault="is no object, in braces; mend it")


RECORDS = Reader("records", is_records, read_records)
