"""A file that is JSON: one value, or one on each line (JSON Lines). Several forms of article come as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from generator.read.decoding import clean_text
from generator.read.source import Source

# How many lines tell that a file is JSON Lines.
_LOOK_AT = 10
_SUFFIXES = (".jsonl", ".ndjson")
# Of so many broken lines it is told what is wrong; further ones are not parsed for that.
_MOST_EXPLAINED = 100


class JsonLine(NamedTuple):
    """A line of a JSON Lines file: its number from 1, and the object in it, or what is wrong with it if it is known."""

    number: int
    value: Any
    error: str | None = None


def load_json(source: Source) -> object | None:
    """What a file holds that is one JSON value, an object or a list; None for any other file. Parsed once a file.

    Its strings are made like all text that is read. Numbers too long for a number are text.
    """
    if "json" not in source.parsed:
        text = source.text.lstrip()
        source.parsed["json"] = _parse(text)[0] if text[:1] in ("{", "[") else None
    return source.parsed["json"]  # type: ignore[no-any-return]


def explain_json(source: Source) -> str:
    """What keeps a file from being JSON, with the line; empty when nothing does."""
    return _parse(source.text)[1] or ""


def is_json_lines(source: Source) -> bool:
    """Whether a file has one JSON object a line: by name, or because at least half of its first lines are such."""
    if PurePosixPath(source.path).suffix.lower() in _SUFFIXES:
        return True
    if not source.text.lstrip().startswith("{"):
        return False
    first = [line for line in source.text[:2_000_000].split("\n", 200) if line.strip()][:_LOOK_AT]
    values = [_parse(line)[0] for line in first]
    return len(first) > 1 and sum(isinstance(value, Mapping) for value in values) * 2 >= len(first)


def read_json_lines(source: Source) -> Iterator[JsonLine]:
    """The lines of a JSON Lines file that hold anything."""
    broken = 0
    for number, line in enumerate(source.text.split("\n"), start=1):
        if (held := line.strip()).startswith("{"):
            is_cut = broken >= _MOST_EXPLAINED and not held.endswith("}")
            value, error = (None, "it is cut") if is_cut else _parse(held)
            broken += error is not None
            yield JsonLine(number, value, error)
        elif held:
            yield JsonLine(number, None)


def _parse(text: str) -> tuple[Any, str | None]:
    """The value and None, or None and what is wrong."""
    try:
        return _clean(json.loads(text, parse_int=_read_int)), None
    except json.JSONDecodeError as error:
        return None, f"{error.msg}, line {error.lineno}, column {error.colno}"
    except RecursionError:
        return None, "it is nested too deeply"
    except ValueError as error:
        return None, str(error)


def _read_int(digits: str) -> int | str:
    return int(digits) if len(digits) < 19 else digits


def _clean(value: Any) -> Any:
    """Strings as they are read from any file."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {clean_text(key): _clean(item) for key, item in value.items()}
    return value
