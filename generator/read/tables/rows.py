"""A row of a table, or a JSON record, as an article, or as a problem that names its place.

Columns that are nothing of an article stay in the raw file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from generator.exceptions import GeneratorError
from generator.model import Form, Markup, Problem, RawArticle
from generator.moments import format_moment
from generator.printed_dates import is_ambiguous, tell_day_first
from generator.read.feeds.dates import read_feed_date
from generator.read.feeds.entry import is_global, make_entry_id
from generator.read.html import is_page
from generator.read.metadata_keys import read_metadata
from generator.read.source import Readings, Source
from generator.read.tables.columns import Columns

# What a record can say of its article; `id` is not taken from it, which is ours to give.
_FIELDS = (
    "title", "deck", "authors", "source", "published", "updated", "dateline", "language", "section", "labels", "url",
    "photo_credits", "topics",
)  # fmt: skip
_DATE_FIELDS = ("published", "updated")
_MARKED_UP = re.compile(
    r"<(?:p|div|br|a|b|i|em|strong|ul|ol|li|h[1-6]|span|blockquote|img|table|figure)(?:\s[^<>]{0,2000})?/?>", re.I
)
_EPOCH_SECONDS = re.compile(r"(\d{9,10})(?:\.\d{1,9})?\Z")
_EPOCH_MILLIS = re.compile(r"(\d{10})\d{3}\Z")
# So many faults are told one by one; the rest are counted.
_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row or record: where it stands (`line 12`), and its values by the names of their columns; or its fault."""

    where: str
    values: Mapping[str, Any]
    fault: str | None = None


def read_rows(source: Source, form: Form, rows: Sequence[Row]) -> Readings:
    """The rows in order, each as an article or as a problem."""
    columns = Columns(source.columns)
    orders = _tell_orders(rows, columns)
    identities = [_identify(row, columns) for row in rows]
    times = Counter(identities)
    readings: list[RawArticle | Problem] = []
    seen: dict[object, str] = {}
    faults = 0
    for row, identity in zip(rows, identities, strict=True):
        if faults >= _MOST_FAULTS and (row.fault is not None or not row.values):
            faults += 1
            continue
        reading = _read_row(source, form, row, columns, identity, orders)
        if isinstance(reading, RawArticle):
            known = (reading.text, reading.hints.title, reading.hints.published)
            if first := seen.get(known):
                reading = _problem(source, row, f"is the same article as {first}; remove one of the two")
            elif identity and times[identity] == 1:
                reading = replace(reading, hints=replace(reading.hints, id=make_entry_id("", identity)))
            seen.setdefault(known, row.where)
        faults += isinstance(reading, Problem)
        if isinstance(reading, RawArticle) or faults <= _MOST_FAULTS:
            readings.append(reading)
    if faults > _MOST_FAULTS:
        message = f"{source.path}: {faults - _MOST_FAULTS} more records cannot be read; mend the first, and look again"
        readings.append(Problem(path=source.path, message=message))
    return tuple(readings)


def _identify(row: Row, columns: Columns) -> str | None:
    """What tells the record from any other, whatever becomes of its text: an identifier of its own, or its address."""
    for field in ("identifier", "url") if row.values else ():
        for column in columns.find(row.values, field):
            value = row.values[column]
            if isinstance(value, str) and is_global(value.strip()):
                return value.strip()
    return None


def _has_values(row: Row) -> bool:
    return bool(row.values)


def _tell_orders(rows: Sequence[Row], columns: Columns) -> Mapping[str, bool]:
    """Whether the dates in figures of a column have the day first, where one with a part above 12 tells and none other.

    A column's dates are written in one order.
    """
    told: dict[str, set[bool]] = {}
    for row in filter(_has_values, rows):
        for column in (name for field in _DATE_FIELDS for name in columns.find(row.values, field)):
            value = row.values[column]
            if isinstance(value, str) and (day_first := tell_day_first(value)) is not None:
                told.setdefault(column, set()).add(day_first)
    return {column: next(iter(orders)) for column, orders in told.items() if len(orders) == 1}


def _read_row(
    source: Source, form: Form, row: Row, columns: Columns, identity: str | None, orders: Mapping[str, bool]
) -> RawArticle | Problem:
    if row.fault is not None:
        return _problem(source, row, row.fault)
    body = _find_text(row, columns)
    if body is None:
        return _problem(source, row, "holds no text of an article; add it, or remove the record")
    named, unread, unsure = _name_fields(row, columns, source.day_first, orders)
    try:
        said = read_metadata(named, source.path, source.day_first)
    except GeneratorError as error:
        return Problem(path=source.path, message=f"{error} ({row.where})")
    hints = replace(said, item=identity if identity != said.url else None, extra=unread, review=unsure)
    markup, text = _mark_up(body)
    return RawArticle(origin=source.origin, form=form, markup=markup, text=text, hints=hints)


def _problem(source: Source, row: Row, message: str) -> Problem:
    return Problem(path=source.path, message=f"{source.path}: {row.where}: {message}")


def _find_text(row: Row, columns: Columns) -> str | None:
    """The first of the columns for it that holds any; a text may come as a list of paragraphs."""
    for name in columns.find(row.values, "body"):
        value = row.values[name]
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _name_fields(
    row: Row, columns: Columns, day_first: bool, orders: Mapping[str, bool]
) -> tuple[dict[str, Any], dict[str, Any], tuple[str, ...]]:
    """The values under our names for them; the dates that cannot be read, under names that say so; and unsure dates."""
    named: dict[str, Any] = {}
    unread: dict[str, Any] = {}
    unsure: list[str] = []
    for field in _FIELDS:
        for column in columns.find(row.values, field):
            value = _as_text(row.values[column])
            if value in (None, "", [], {}):
                continue
            if field in _DATE_FIELDS:
                said = str(value)
                if (value := _read_date(said, orders.get(column, day_first))) is None:
                    unread[f"original_{column}"] = said
                    continue
                unsure.extend([field] if column not in orders and is_ambiguous(said) else [])
            named[field] = value
            break
    return named, unread, tuple(unsure)


def _as_text(value: Any) -> Any:
    """Scalars as text, as a table would have them; what is nested stays."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, Mapping) and isinstance(name := value.get("name") or value.get("title"), str):
        return name
    return None if isinstance(value, bool) else value


def _read_date(text: str, day_first: bool) -> str | None:
    """A date in ISO 8601; computers' own count of seconds is read as well."""
    seconds = _EPOCH_SECONDS.match(text) or _EPOCH_MILLIS.match(text)
    moment = datetime.fromtimestamp(int(seconds[1]), UTC) if seconds else read_feed_date(text, day_first=day_first)
    return format_moment(moment) if moment is not None else None


def _mark_up(body: str) -> tuple[Markup, str]:
    if is_page(body):
        return "html", body
    if _MARKED_UP.search(body):
        return "fragment", body
    # Some exports write line ends as two characters.
    return "text", body if "\n" in body.strip() or body.count("\\n") < 2 else body.replace("\\n", "\n")
