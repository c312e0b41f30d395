"""The front matter of a Markdown file: text to `Metadata` and back.

Scalars stay the text that was written. Keys that are not ours are kept in `Metadata.extra`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import yaml

from generator.exceptions import FrontMatterError
from generator.model import Contributor, Dateline, Metadata, Notice, Origin, VersionOf
from generator.moments import Moment, day_of, format_moment, parse_moment
from generator.text_yaml import load_entries

_OPEN = re.compile(r"\ufeff?---[ \t]*\r?\n")
_TOML = re.compile(
    r"\ufeff?\s{0,100}(\+\+\+)[ \t]*\r?\n(?:[ \t]*\r?\n|#.*\n){0,20}"
    r"[ \t]*(?:[\w.\"'-]{1,60}[ \t]*=|\[|\+\+\+)"
)
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


def split_front_matter(text: str, path: str) -> tuple[str | None, str]:
    """The YAML between the `---` lines (None without them), and the rest. `path` is for messages."""
    opening = _OPEN.match(text)
    if opening is None and (toml := _TOML.match(text)):
        raise FrontMatterError(
            f"{path}:{text.count(chr(10), 0, toml.start(1)) + 1}: the front matter is TOML (+++); write it as YAML"
            " between lines of three dashes (---), or put the file into the inbox to have it converted"
        )
    if opening is None:
        return None, text.removeprefix("\ufeff")
    closing = _CLOSE.search(text, opening.end())
    if closing is None:
        raise FrontMatterError(f"{path}:1: the front matter has no end; close it with a line of three dashes (---)")
    return text[opening.end() : closing.start()], text[closing.end() :]


def load_front_matter(block: str, path: str) -> Metadata:
    """Read the YAML of a front matter block.

    Raises FrontMatterError with every fault found, each with the file, the line and the remedy.
    """
    errors: list[str] = []
    values: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for key, entry in load_entries(block, path, 2).items():
        if key not in _READERS or (key == "published" and isinstance(entry.value, bool)):  # Jekyll's
            extra[key] = entry.value
        elif entry.value is not None:
            try:
                values[key] = _READERS[key](entry.value)
            except ValueError as error:
                errors.append(f"{path}:{entry.line}: {key}: {error}")
    if errors:
        raise FrontMatterError("\n".join(errors))
    return Metadata(**values, extra=extra)


# --- values of our keys ----------------------------------------------------------------------------------------------


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        raise ValueError("takes text, not a list or keys of its own")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(v, str | bool) for v in value):
        raise ValueError("takes a list of texts, like [first, second]")
    return tuple(_text(v) for v in value)


def _moment(value: Any) -> Moment:
    try:
        return parse_moment(_text(value))
    except ValueError:
        raise ValueError(f"{value!r} is not a date; write it like 2015-12-10 or 2015-12-10T18:40:00Z") from None


def _day(value: Any) -> date:
    return day_of(_moment(value))


def _keys(value: Any, allowed: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any]:
    if not isinstance(value, Mapping) or not value.keys() <= allowed.keys():
        raise ValueError(f"takes the keys {', '.join(allowed)}")
    return {k: allowed[k](v) for k, v in value.items() if v is not None}


def _dateline(value: Any) -> Dateline:
    if isinstance(value, str):
        return Dateline(place=value)
    return Dateline(**_keys(value, {"place": _text, "date": _day}))


def _contributors(value: Any) -> tuple[Contributor, ...]:
    if not isinstance(value, list):
        raise ValueError("takes a list, each with the keys name and role")
    found = [_keys(entry, {"name": _text, "role": _text}) for entry in value]
    if not all(len(entry) == 2 for entry in found):
        raise ValueError("takes a list, each with the keys name and role")
    return tuple(Contributor(**entry) for entry in found)


def _origin(value: Any) -> Origin:
    keys = _keys(value, {"path": _text, "sha256": _text, "written": _text})
    if not keys.keys() >= {"path", "sha256"}:
        raise ValueError("takes the keys path and sha256; leave the whole of it out for an article of your own")
    return Origin(**keys)


def _notices(value: Any) -> tuple[Notice, ...]:
    """A text, keys, or a list of both."""
    entries = value if isinstance(value, list) else [value]
    return tuple(_notice(entry) for entry in entries)


def _notice(value: Any) -> Notice:
    keys = {"text": value} if isinstance(value, str) else _keys(value, {"text": _text, "date": _moment})
    if not keys.get("text", "").strip():
        raise ValueError("takes a text, or the keys text and date, or a list of them")
    return Notice(**keys)


def _version_of(value: Any) -> VersionOf:
    if isinstance(value, str) and value.strip():
        return VersionOf(article=value)
    keys = _keys(value, {"article": _text, "number": _count, "until": _moment})
    if not keys.get("article", "").strip():
        raise ValueError("takes the id of an article, or the keys article, number and until")
    return VersionOf(**keys)


def _count(value: Any) -> int:
    text = _text(value)
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise ValueError(f"{text!r} is not a number; count from 1")
    return int(text)


_READERS: dict[str, Callable[[Any], Any]] = {
    "id": _text,
    "title": _text,
    "deck": _text,
    "authors": _texts,
    "contributors": _contributors,
    "source": _text,
    "agency": _text,
    "dateline": _dateline,
    "published": _moment,
    "updated": _moment,
    "embargo": _moment,
    "language": _text,
    "section": _text,
    "labels": _texts,
    "correction": _notices,
    "item": _text,
    "version": _text,
    "version_of": _version_of,
    "url": _text,
    "photo_credits": _texts,
    "captions": _texts,
    "topics": _texts,
    "origin": _origin,
    "review": _texts,
}
KEYS = tuple(_READERS)
"""The keys of our front matter, in the order in which they are written."""


# --- writing ---------------------------------------------------------------------------------------------------------


class _AsWritten(str):
    """Text that stands in YAML without quotes although YAML 1.1 would read a date or a number."""

    __slots__ = ()


class _Dumper(yaml.CSafeDumper):
    pass


_PLAIN_TAGS = {f"tag:yaml.org,2002:{tag}" for tag in ("int", "float", "timestamp")}


def _represent_as_written(dumper: yaml.CSafeDumper, value: _AsWritten) -> yaml.ScalarNode:
    tag = dumper.resolve(yaml.ScalarNode, str(value), (True, False))  # type: ignore[no-untyped-call]
    return dumper.represent_scalar(tag if tag in _PLAIN_TAGS else "tag:yaml.org,2002:str", str(value))


_Dumper.add_representer(_AsWritten, _represent_as_written)
_Dumper.ignore_aliases = lambda self, data: True  # type: ignore[method-assign]


def dump_front_matter(metadata: Metadata) -> str:
    """The YAML lines of a front matter block; what is not known is left out. Ends in a newline."""
    entries = {key: _dumped(getattr(metadata, key)) for key in KEYS}
    known = {key: value for key, value in entries.items() if value not in (None, [])}
    extra = {key: _as_written(value) for key, value in metadata.extra.items()}
    if not known and not extra:
        return ""
    return yaml.dump(
        known | extra, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=1 << 30
    )


def _dumped(value: Any) -> Any:
    if isinstance(value, date):
        return _AsWritten(format_moment(value))
    if isinstance(value, Dateline):
        return _present(place=value.place, date=_dumped(value.date))
    if isinstance(value, Origin):
        return _present(path=value.path, sha256=value.sha256, written=value.written)
    if isinstance(value, Contributor):
        return {"name": value.name, "role": value.role}
    if isinstance(value, Notice):
        return _present(text=value.text, date=_dumped(value.date))
    if isinstance(value, VersionOf):
        return _present(article=value.article, number=_AsWritten(value.number), until=_dumped(value.until))
    return [_dumped(entry) for entry in value] if isinstance(value, tuple) else value


def _present(**keys: Any) -> dict[str, Any] | None:
    return {k: v for k, v in keys.items() if v is not None} or None


def _as_written(value: Any) -> Any:
    if isinstance(value, str):
        return _AsWritten(value)
    if isinstance(value, Mapping):
        return {_AsWritten(k): _as_written(v) for k, v in value.items()}
    return [_as_written(v) for v in value] if isinstance(value, Iterable) else value
