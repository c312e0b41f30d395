"""YAML whose scalars stay the text that was written: lines of `key: value` in, plain values with their lines out.

YAML 1.1 makes a number of the id `123e4`, a boolean of the headline `No`, and loses the zone of a date. So a document
is composed, not constructed, and read node by node: only null, true and false mean more than text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from generator.exceptions import FrontMatterError

# Front matter is small: what is larger is an accident or an attack (aliases that multiply).
_MOST_CHARACTERS = 200_000
_MOST_VALUES = 20_000
# Real front matter nests two or three deep; libyaml and we recurse.
_DEEPEST = 50
_NESTING = re.compile(r"[\[\]{}]")
_STAIRS = re.compile(r"^ {200}|^[ ?:-]{100}[ ?:-]*\S", re.MULTILINE)
# A plain value that ends with its line.
_LOOSE = re.compile(r"([A-Za-z][\w-]{0,60}):[ \t]+(\S(?:.*\S)?)[ \t]*")
_MOST_LOOSE = 10
_NULLS = ("", "~", "null", "Null", "NULL")
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The value of a key, and the line of the file on which the key stands."""

    value: Any
    line: int


def load_entries(block: str, path: str, first: int) -> Mapping[str, Entry]:
    """The entries of a YAML mapping that begins on line `first` of the file `path`.

    Raises FrontMatterError naming the file and the line.
    """
    if len(block) > _MOST_CHARACTERS:
        raise FrontMatterError(
            f"{path}:{first}: the front matter has {len(block):,} characters; is the closing --- missing?"
        )
    if is_deep(block):
        raise FrontMatterError(f"{path}:{first}: the front matter is nested too deeply; keep it to plain keys")
    root = _compose(block, path, first)
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise FrontMatterError(f"{path}:{first}: the front matter must be lines of `key: value`")
    entries: dict[str, Entry] = {}
    budget = _Budget(f"{path}:{first}: the front matter holds too many values; keep it to plain keys")
    for key, value in root.value:
        line = key.start_mark.line + first
        if not isinstance(key, yaml.ScalarNode):
            raise FrontMatterError(f"{path}:{line}: a key of the front matter must be a word")
        if key.value in entries:
            raise FrontMatterError(f"{path}:{line}: {key.value}: stands twice; keep one")
        entries[key.value] = Entry(value=_plain(value, budget), line=line)
    return entries


def quote_loose(block: str) -> tuple[str, tuple[str, ...]]:
    """A block that is no YAML, with those lines `key: value` quoted that are the reason; and their keys.

    A headline written by hand holds a colon (`title: Ferry: 12 dead`) or begins with a sign (`title: "Wall" holds`): it
    is the text to the end of its line. A block with another fault is given back as it came.
    """
    lines = block.split("\n")
    keys: list[str] = []
    while (at := _find_fault("\n".join(lines))) is not None:
        match = _LOOSE.fullmatch(lines[at]) if at < len(lines) else None
        if match is None or match[1] in keys or len(keys) == _MOST_LOOSE:
            return block, ()
        keys.append(match[1])
        lines[at] = f"{match[1]}: '{match[2].replace(chr(39), chr(39) * 2)}'"
    return "\n".join(lines), tuple(keys)


def _find_fault(block: str) -> int | None:
    """The line at which a block ceases to be YAML; one past all where it is not known."""
    if len(block) > _MOST_CHARACTERS or is_deep(block):
        return None
    try:
        yaml.compose(block, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return mark.line if mark else block.count("\n") + 1
    except (yaml.YAMLError, RecursionError, ValueError):
        return block.count("\n") + 1
    return None


def is_deep(block: str) -> bool:
    """Nesting that no person writes: brackets, indented lines, dashes within dashes."""
    depth = 0
    for match in _NESTING.finditer(block):
        depth = max(0, depth + (1 if match[0] in "[{" else -1))
        if depth > _DEEPEST:
            return True
    return _STAIRS.search(block) is not None


def _compose(block: str, path: str, first: int) -> yaml.Node | None:
    try:
        return yaml.compose(block, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first + (mark.line if mark else 0)
        raise FrontMatterError(
            f"{path}:{line}: the front matter is not valid YAML ({error.problem or error.context}); "
            'put values that hold ": ", "#" or quotation marks in quotes'
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise FrontMatterError(
            f"{path}:{first}: the front matter holds characters that YAML does not allow; write lines like `title: …`"
        ) from None


class _Budget:
    """Counts values down, so that aliases cannot multiply without bound."""

    def __init__(self, message: str) -> None:
        self._left = _MOST_VALUES
        self._message = message

    def spend(self, depth: int) -> None:
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            raise FrontMatterError(self._message)


def _plain(node: yaml.Node, budget: _Budget, depth: int = 0) -> Any:
    budget.spend(depth)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, budget, depth + 1) for child in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(_plain(k, budget, depth + 1)): _plain(v, budget, depth + 1) for k, v in node.value}
    text = str(node.value)
    if getattr(node, "style", None):  # quoted, or a block of text
        return text
    return None if text in _NULLS else _BOOLEANS.get(text, text)
