"""Front matter: the block of keys and values at the head of a Markdown file, in each of the ways tools write it.

YAML between `---` lines (Jekyll, Hugo, MkDocs), TOML between `+++` lines (Hugo), and bare `Key: value` lines (Pelican,
MultiMarkdown). Out goes a plain mapping and the text below. Scalars stay the text that was written, so that an id
`123e4` or a date keeps its form; only null, true and false are more than text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, NamedTuple

from generator.exceptions import FrontMatterError
from generator.text_yaml import is_deep, load_entries, quote_loose

_OPEN = re.compile(r"\A\s*?(---|\+\+\+)[ \t]*\n")
_CLOSE = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_KEY_LINE = re.compile(r"([A-Za-z][A-Za-z0-9_ -]{0,30}?)\s?:(?:[ \t]+(.*)|[ \t]*)\Z")
# Bare keys are front matter only when they begin with one of these; prose begins with others ("Update: …").
_BARE_FIRST = {"title", "date", "author", "authors", "slug", "category", "tags", "summary", "lang"}
_FIRST = {"id", "layout", "source", "published", "description", "categories", "url", "headline"}


def has_front_matter(text: str, markdown: bool) -> bool:
    """Whether a text begins with front matter; bare keys count only in a file that is Markdown by name."""
    if opened := _OPEN.match(text):
        return _CLOSE[opened[1]].search(text, opened.end()) is not None and _looks_like_keys(text, opened)
    return markdown and bool(_bare_lines(text))


class FrontMatter(NamedTuple):
    """The keys and values, and the text with blank lines in their place."""

    values: Mapping[str, Any]
    body: str
    loose: tuple[str, ...] = ()
    """Keys whose values are no YAML, and were taken as they stand."""


def split_front_matter(text: str, path: str) -> FrontMatter:
    """What a text begins with.

    Raises FrontMatterError naming the file and the line when the block cannot be read.
    """
    opened = _OPEN.match(text)
    if opened is None:
        return _split_bare(text)
    closed = _CLOSE[opened[1]].search(text, opened.end())
    if closed is None and opened[1] == "---" and _begins_with_known_key(text[opened.end() :]):
        raise FrontMatterError(f"{path}:1: the front matter has no end; close it with a line of three dashes (---)")
    if closed is None or not _looks_like_keys(text, opened):
        return FrontMatter({}, text)
    block = text[opened.end() : closed.start()]
    first = text.count("\n", 0, opened.end()) + 1
    if opened[1] == "---":
        quoted, loose = quote_loose(block)
        values: Mapping[str, Any] = {key: entry.value for key, entry in load_entries(quoted, path, first).items()}
    else:
        values, loose = _load_toml(block, path, first), ()
    blank = "\n" * text.count("\n", 0, closed.end())
    return FrontMatter(values, blank + text[closed.end() :], loose)


def _begins_with_known_key(text: str) -> bool:
    match = _KEY_LINE.match(text.lstrip("\n").partition("\n")[0])
    return match is not None and match[1].lower() in _BARE_FIRST | _FIRST


def _looks_like_keys(text: str, opened: re.Match[str]) -> bool:
    """A rule of dashes above plain prose is no front matter; a first line `key:` or `key = ` is, and so is nothing."""
    for line in text[opened.end() :].split("\n", 20)[:20]:
        if line.strip() and not line.lstrip().startswith("#"):
            return re.match(r"\s*(?:[\w\"'.-][^:=]{0,60}[:=]|\w[:=]|---|\+\+\+|\.\.\.|[\[{%&*!|>@`])", line) is not None
    return True


def _load_toml(block: str, path: str, first: int) -> Mapping[str, Any]:
    if is_deep(block):
        raise FrontMatterError(f"{path}:{first}: the front matter is nested too deeply; keep it to plain keys")
    try:
        return {key: _as_text(value) for key, value in tomllib.loads(block, parse_float=str).items()}
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise FrontMatterError(
            f"{path}:{first}: the front matter is not valid TOML ({error}); mend that line"
        ) from error


def _as_text(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _bare_lines(text: str) -> list[tuple[str, str]]:
    """The `Key: value` lines that a text begins with, up to the first blank line; none when any line is another."""
    lines: list[tuple[str, str]] = []
    for line in text.split("\n", 40)[:40]:
        if not line.strip():
            break
        if match := _KEY_LINE.match(line):
            lines.append((match[1], (match[2] or "").strip()))
        elif lines and line[0] in " \t":
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line.strip()}".strip())
        else:
            return []
    return lines if lines and lines[0][0].lower() in _BARE_FIRST else []


def _split_bare(text: str) -> FrontMatter:
    lines = _bare_lines(text)
    if not lines:
        return FrontMatter({}, text)
    head, _, rest = text.partition("\n\n")
    return FrontMatter(dict(lines), "\n" * (head.count("\n") + 2) + rest)
