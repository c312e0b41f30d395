"""A file of `content/vocabulary/` read node by node: its text in, texts with the lines they stand on out.

YAML is composed, not constructed, so that `No` stays a word and each fault can name its line. Faults are collected and
told together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

import yaml

from generator.config import SiteConfig
from generator.exceptions import ConfigError
from generator.text_yaml import is_deep

_MOST_CHARACTERS = 500_000


@dataclass(frozen=True, slots=True)
class Value:
    """A text of the file, and the line on which it stands."""

    text: str
    line: int


def find_vocabulary(site: SiteConfig, file: str) -> tuple[str | None, str]:
    """The text of a file below `docs_dir` (None when there is none), and its path as messages name it.

    Raises ConfigError when it cannot be read.
    """
    path = site.docs_dir / file
    shown = path.relative_to(site.root).as_posix() if path.is_relative_to(site.root) else str(path)
    try:
        return path.read_bytes().decode("utf-8-sig"), shown
    except FileNotFoundError:
        return None, shown
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{shown}: cannot be read ({error}); save it as UTF-8 text") from None


def compose(text: str, path: str, advice: str, quoting: str) -> yaml.Node | None:
    """The root node, None for an empty file. `advice` is said of a file too large, `quoting` of one that is no YAML."""
    if len(text) > _MOST_CHARACTERS or is_deep(text):
        raise ConfigError(f"{path}: is too large or nested too deeply; {advice}")
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f":{mark.line + 1}" if mark else ""
        raise ConfigError(f"{path}{line}: not valid YAML ({error.problem or error.context}); {quoting}") from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise ConfigError(f"{path}: holds characters that YAML does not allow; save it as UTF-8 text") from None


class Nodes:
    """Reads the nodes of a file, and collects what is wrong with them in `errors`."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.errors: list[tuple[int, str]] = []

    def fail(self, where: yaml.Node | int, message: str) -> None:
        """Note a fault at a node, or at a line."""
        self.errors.append((where if isinstance(where, int) else line_of(where), message))

    def raise_errors(self) -> None:
        """Raise ConfigError with a line for each fault, in the file's order, if there is one."""
        if self.errors:
            ordered = sorted(self.errors, key=lambda error: error[0])
            raise ConfigError("\n".join(f"{self._path}:{line}: {message}" for line, message in ordered))

    def sections(self, root: yaml.Node | None, allowed: tuple[str, ...]) -> dict[str, yaml.Node]:
        """The parts of a file by their keys; none of an empty file."""
        if root is None:
            return {}
        if not isinstance(root, yaml.MappingNode):
            self.fail(root, f"must hold some of {', '.join(f'`{key}:`' for key in allowed)}")
            return {}
        return self.entries(root, allowed)

    def entries(self, node: yaml.MappingNode, allowed: tuple[str, ...]) -> dict[str, yaml.Node]:
        """The values of a mapping whose keys are known beforehand."""
        entries: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            if name not in allowed:
                self.fail(key, f"{name}: no such key; there are {', '.join(allowed)}{say_nearest(name, allowed)}")
            elif name in entries:
                self.fail(key, f"{name}: stands twice; keep one")
            else:
                entries[name] = value
        return entries

    def pairs(self, node: yaml.Node | None, key: str) -> Iterator[tuple[Value, Value]]:
        """The lines `text: text` of a mapping whose keys are a person's own."""
        if node is None or _is_empty(node):
            return
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, f"{key}: takes lines of `name: text`")
            return
        seen: dict[str, int] = {}
        for left, right in node.value:
            name, value = self.text(left, key), self.text(right, key)
            if name is None or value is None:
                continue
            if name.text in seen:
                self.fail(name.line, f"{key}: {name.text}: stands on line {seen[name.text]} already; keep one")
                continue
            seen[name.text] = name.line
            yield name, value

    def items(self, node: yaml.Node | None, key: str) -> Iterable[yaml.Node]:
        """The nodes of a list; none where there is nothing."""
        if node is None or _is_empty(node):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.fail(node, f"{key}: takes a list")
            return ()
        return list(node.value)

    def texts(self, node: yaml.Node | None, key: str) -> Iterator[Value]:
        """A text, or a list of them."""
        nodes = [node] if isinstance(node, yaml.ScalarNode) and node.value else self.items(node, key)
        for entry in nodes:
            if (value := self.text(entry, key)) is not None:
                yield value

    def text(self, node: yaml.Node | None, key: str, *, as_written: bool = False) -> Value | None:
        """One text, without blanks around it unless it is wanted `as_written`."""
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.fail(node, f"{key}: takes a text")
            return None
        return Value(node.value if as_written else node.value.strip(), line_of(node))


def line_of(node: yaml.Node) -> int:
    """The line of the file on which a node begins."""
    return int(node.start_mark.line) + 1


def say_nearest(name: str, known: Iterable[str]) -> str:
    """`; did you mean …?`, or nothing."""
    near = get_close_matches(name, sorted(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value
