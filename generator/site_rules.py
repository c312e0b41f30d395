"""A site's own cleaning rules: the text of `content/vocabulary/cleaning.yml` in, the rules to clean by out.

The file adds rules, narrows packaged ones to some sources or files, and switches packaged ones off: docs/cleaning.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, get_args

import yaml

from generator.exceptions import ConfigError
from generator.slugs import slugify
from generator.text_yaml import is_deep
from generator.vocabulary.cleaning import Rule, Scope
from generator.vocabulary.pattern_check import find_fault

FILE = "vocabulary/cleaning.yml"
"""Where the rules lie, below `docs_dir`."""
_MOST_CHARACTERS = 500_000
_SINGLE = ("id", "scope", "pattern", "example")
_LISTS = {"source": "source", "except": "but", "files": "files"}
"""Keys that take a text or a list of them, and the field of a rule that each fills."""
_TOP = ("rules", "off")


@dataclass(frozen=True, slots=True)
class _Value:
    """A text of the file, and the line on which it stands."""

    text: str
    line: int


def read_site_rules(text: str, path: str, packaged: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The packaged rules as the file changes them, then its own.

    Raises ConfigError with a line for each fault: file, line, rule, key and remedy.
    """
    reader = _Reader(path, packaged)
    rules = reader.read(_compose(text, path))
    if reader.errors:
        raise ConfigError("\n".join(reader.errors))
    return rules


def _compose(text: str, path: str) -> yaml.Node | None:
    if len(text) > _MOST_CHARACTERS or is_deep(text):
        raise ConfigError(f"{path}: is too large or nested too deeply; keep it to `rules:` and `off:`")
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f":{mark.line + 1}" if mark else ""
        raise ConfigError(
            f"{path}{line}: not valid YAML ({error.problem or error.context}); put patterns in single quotes"
        ) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise ConfigError(f"{path}: holds characters that YAML does not allow; save it as UTF-8 text") from None


class _Reader:
    """Reads the file's nodes, and collects what is wrong with them."""

    def __init__(self, path: str, packaged: tuple[Rule, ...]) -> None:
        self._path = path
        self._rules = {rule.id: rule for rule in packaged}
        self._packaged = frozenset(self._rules)
        self._lines: dict[str, int] = {}
        self.errors: list[str] = []

    def read(self, root: yaml.Node | None) -> tuple[Rule, ...]:
        if root is None:
            return tuple(self._rules.values())
        if not isinstance(root, yaml.MappingNode):
            self._fail(root, "must hold `rules:`, `off:` or both")
            return ()
        sections = self._entries(root, _TOP)
        for entry in self._items(sections.get("rules"), "rules"):
            self._read_rule(entry)
        for name in self._texts(sections.get("off"), "off"):
            self._switch_off(name)
        return tuple(self._rules.values())

    def _read_rule(self, node: yaml.Node) -> None:
        if not isinstance(node, yaml.MappingNode):
            self._fail(node, "rules: takes a list of rules, each with an `id:`")
            return
        before = len(self.errors)
        entries = self._entries(node, (*_SINGLE, *_LISTS))
        single = {key: value for key in _SINGLE if (value := self._text(entries.get(key), key)) is not None}
        narrowed = {
            field: tuple(value.text for value in self._texts(entries[key], key))
            for key, field in _LISTS.items()
            if key in entries
        }
        if "id" not in single and len(self.errors) == before:
            self._fail(node, "a rule needs an `id:`")
        if len(self.errors) > before:
            return
        name = single["id"]
        if name.text in self._lines:
            self._fail(name.line, f"{name.text}: stands on line {self._lines[name.text]} already; keep one")
            return
        self._lines[name.text] = name.line
        if name.text in self._packaged:
            self._narrow(name, single, narrowed)
        else:
            self._add(name, single, narrowed)

    def _narrow(self, name: _Value, single: Mapping[str, _Value], narrowed: Mapping[str, Any]) -> None:
        for key in single.keys() - {"id"}:
            self._fail(
                single[key].line,
                f"{name.text}: {key}: this rule comes with the program; switch it off (`off: [{name.text}]`) and give "
                "yours an id of its own",
            )
        if not narrowed:
            self._fail(name.line, f"{name.text}: says nothing; add `source:`, `except:` or `files:`, or use `off:`")
        self._rules[name.text] = replace(self._rules[name.text], **narrowed)

    def _add(self, name: _Value, single: Mapping[str, _Value], narrowed: Mapping[str, Any]) -> None:
        missing = [key for key in _SINGLE if key not in single]
        if missing:
            near = _nearest(name.text, self._packaged)
            self._fail(name.line, f"{name.text}: {missing[0]}: is missing; a rule of your own needs it{near}")
            return
        if slugify(name.text) != name.text:
            self._fail(name.line, f"id: {name.text!r}: write it in small letters, figures and hyphens")
        if single["scope"].text not in get_args(Scope):
            allowed = ", ".join(get_args(Scope))
            self._fail(single["scope"].line, f"{name.text}: scope: {single['scope'].text!r} is none of {allowed}")
            return
        values: dict[str, Any] = {key: value.text for key, value in single.items()}
        rule = Rule(**values, **narrowed)
        if fault := find_fault(rule):
            self._fail(single["pattern"].line, f"{name.text}: pattern: {fault}")
            return
        self._rules[name.text] = rule

    def _switch_off(self, name: _Value) -> None:
        if name.text not in self._packaged:
            own = "; a rule of your own is removed by deleting it" if name.text in self._lines else ""
            near = own or _nearest(name.text, self._packaged)
            self._fail(name.line, f"off: {name.text}: there is no packaged rule of this id{near}")
        elif name.text in self._lines:
            self._fail(
                name.line, f"off: {name.text}: is narrowed on line {self._lines[name.text]}; keep one of the two"
            )
        else:
            self._rules.pop(name.text, None)

    # --- nodes -------------------------------------------------------------------------------------------------------

    def _entries(self, node: yaml.MappingNode, allowed: tuple[str, ...]) -> dict[str, yaml.Node]:
        entries: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            if name not in allowed:
                near = _nearest(name, allowed)
                self._fail(key, f"{name}: no such key; there are {', '.join(allowed)}{near}")
            elif name in entries:
                self._fail(key, f"{name}: stands twice; keep one")
            else:
                entries[name] = value
        return entries

    def _items(self, node: yaml.Node | None, key: str) -> Iterable[yaml.Node]:
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self._fail(node, f"{key}: takes a list")
            return ()
        return list(node.value)

    def _texts(self, node: yaml.Node | None, key: str) -> Iterator[_Value]:
        nodes = [node] if isinstance(node, yaml.ScalarNode) and node.value else self._items(node, key)
        for entry in nodes:
            if (value := self._text(entry, key)) is not None:
                yield value

    def _text(self, node: yaml.Node | None, key: str) -> _Value | None:
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self._fail(node, f"{key}: takes a text")
            return None
        return _Value(node.value.strip() if key != "pattern" else node.value, node.start_mark.line + 1)

    def _fail(self, where: yaml.Node | int, message: str) -> None:
        line = where if isinstance(where, int) else where.start_mark.line + 1
        self.errors.append(f"{self._path}:{line}: {message}")


def _nearest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, sorted(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""
