"""The packaged data files of this stage: a file name in, its content out. Read once, when the lexicon is loaded.

The files are YAML of one shape: keys at the margin or two blanks in, with lists and tables in brackets behind them.
That is read line by line, in a tenth of the time a YAML parser takes; PyYAML reads whatever is of another shape, and a
test compares the two for every file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import yaml

_TEXT = "tag:yaml.org,2002:str"
_NOT_WORDS = frozenset(
    form
    for word in ("yes", "no", "true", "false", "on", "off", "null", "~", "=", "<<")
    for form in (word, word.title(), word.upper())
)
"""What YAML takes for something else than text."""
_BEGINS_NUMBER = frozenset("0123456789-+.")
_CONSTANTS = {"true": True, "false": False, "null": None}
_WHOLE, _DECIMAL, _YEARS = (
    re.compile("-?[1-9][0-9]*|0"),
    re.compile(r"-?[0-9]+\.[0-9]+"),
    re.compile("[0-9]{4}-(?:[0-9]{4})?"),
)
_UNUSUAL = _BEGINS_NUMBER | {" "}
_PLAIN_LIST = re.compile(r"""(?: {2})?([^]\s"'[{}:#,?|>&*!%@`-][^]"'[{}:#]*):[ ]\[([^]"'[{}:#]*)\]""")
_ELSE = tuple("-?|>&*!%@` ")
"""What a line or a value of another shape begins with."""
_PART = re.compile(r"""[][{},] | "[^"\\]*" | '(?:[^']|'')*' | :(?=[ ])
    | (?:[^][{},:"' ]|:(?![ ]))(?:[^][{},:]|:(?![ ]))*+ | (?:[^ ])""", re.VERBOSE)  # fmt: skip
"""A mark or a value; any other sign is none of the shape and makes the reader stop."""


class _OtherShapeError(Exception):
    """The file is for PyYAML."""


def read_table(name: str) -> Any:
    """A YAML data file of `generator/enrich`."""
    text = _read(name)
    try:
        return parse_table(text)
    except _OtherShapeError:
        return _parse_yaml(text)


def parse_table(text: str) -> dict[Any, Any]:
    """The content of a file of the one shape."""
    table: dict[Any, Any] = {}
    block: dict[Any, Any] | None = None
    for line in _whole_lines(text):
        if line[0] == " ":
            if block is None:
                raise _OtherShapeError
            into = block
        else:
            if block == {}:
                raise _OtherShapeError
            into, block = table, None
        if plain := _PLAIN_LIST.fullmatch(line):
            into[_read_scalar(plain[1])] = _read_words(plain[2])
            continue
        key, value = _split_key(line)
        if value:
            into[key] = _parse_value(value)
        elif into is block:
            raise _OtherShapeError
        else:
            block = table[key] = {}
    if block == {}:
        raise _OtherShapeError
    return table


def _whole_lines(text: str) -> Iterator[str]:
    """Lines with those that their brackets go on in, without notes and blank lines."""
    begun: list[str] = []
    depth = 0
    for line in text.splitlines():
        if not begun and _PLAIN_LIST.fullmatch(line):
            yield line
            continue
        bare = line.lstrip()
        if not bare or bare[0] == "#":
            continue
        depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")
        if not begun and not depth:
            yield line
            continue
        begun.append(bare if begun else line)
        if not depth:
            yield " ".join(begun)
            begun = []
    if begun:
        raise _OtherShapeError


def _split_key(line: str) -> tuple[Any, str]:
    line = line.removeprefix("  ")
    if line.startswith(_ELSE) or " #" in line:
        raise _OtherShapeError
    if line[0] in "\"'":
        end = line.find(line[0] + ":", 1)
        if end < 0 or "\\" in line[:end]:
            raise _OtherShapeError
        return line[1:end].replace("''", "'"), line[end + 2 :].strip()
    key, colon, value = line.partition(":")
    if value[:1] not in ("", " ") or not colon:
        raise _OtherShapeError
    return _read_scalar(key), value.strip()


def _parse_value(text: str) -> Any:
    if text.startswith(_ELSE):
        raise _OtherShapeError
    if text[0] not in "[{\"'":
        return _read_scalar(text)
    parts = _Parts(text)
    value = parts.read(parts.next())
    if next(parts.parts, None) is not None:
        raise _OtherShapeError
    return value


def _read_words(text: str) -> list[Any]:
    """What stands in a list without quotation marks and further brackets."""
    words = text.split(", ")
    if any(not word or word[0] in _UNUSUAL or word[-1] == "," for word in words):
        words = [word for word in map(str.strip, text.split(",")) if word]
        return [_read_scalar(word) for word in words]
    return words if _NOT_WORDS.isdisjoint(words) else [_read_scalar(word) for word in words]


class _Parts:
    """What is left of a value in brackets."""

    def __init__(self, text: str) -> None:
        self.parts = iter(_PART.findall(text))

    def read(self, part: str) -> Any:
        """The value that begins with a part."""
        first = part[0]
        if first == "[":
            return self._read_list()
        if first == "{":
            return self._read_dict()
        if first in "\"'":
            if part[-1] != first or len(part) < 2:
                raise _OtherShapeError
            return part[1:-1].replace("''", "'") if first == "'" else part[1:-1]
        if first in "]},:":
            raise _OtherShapeError
        return _read_scalar(part.rstrip())

    def next(self) -> str:
        """The next part; there is one in what is of the shape."""
        part: str | None = next(self.parts, None)
        if part is None:
            raise _OtherShapeError
        return part

    def _read_list(self) -> list[Any]:
        values: list[Any] = []
        part = self.next()
        while part != "]":
            values.append(self.read(part))
            part = self.next()
            if part == ",":
                part = self.next()
            elif part != "]":
                raise _OtherShapeError
        return values

    def _read_dict(self) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        part = self.next()
        while part != "}":
            key = self.read(part)
            if self.next() != ":":
                raise _OtherShapeError
            values[key] = self.read(self.next())
            part = self.next()
            if part == ",":
                part = self.next()
            elif part != "}":
                raise _OtherShapeError
        return values


def _read_scalar(text: str) -> Any:
    """A word, or the number or truth value that YAML takes it for."""
    if text[0] in _BEGINS_NUMBER:
        if _WHOLE.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
        return text if _YEARS.fullmatch(text) else _parse_yaml(text)
    return _CONSTANTS[text] if text in _CONSTANTS else _parse_yaml(text) if text in _NOT_WORDS else text


def _parse_yaml(text: str) -> Any:
    loader = _Loader(text)
    try:
        return loader.build(loader.get_single_node())
    finally:
        loader.dispose()


class _Loader(yaml.CSafeLoader):
    """PyYAML's own, which gives the same values in half the time for files that are lists and tables of words."""

    def build(self, node: Any) -> Any:
        """The value of a node."""
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.tag == _TEXT else self.construct_object(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item) for item in node.value]
        return {self.build(key): self.build(value) for key, value in node.value}


def _read(name: str) -> str:
    return files("generator.enrich").joinpath(name).read_bytes().decode("utf-8")
