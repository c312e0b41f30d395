"""A site's own cleaning rules: the text of `content/vocabulary/cleaning.yml` in, the rules to clean by out.

The file adds rules, narrows packaged ones to some sources or files, and switches packaged ones off: docs/cleaning.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

import yaml

from generator.slugs import slugify
from generator.vocabulary.cleaning import Rule, Scope
from generator.vocabulary.pattern_check import find_fault
from generator.vocabulary_file import Nodes, Value, compose, say_nearest

FILE = "vocabulary/cleaning.yml"
"""Where the rules lie, below `docs_dir`."""
_SINGLE = ("id", "scope", "pattern", "example")
_LISTS = {"source": "source", "except": "but", "files": "files"}
"""Keys that take a text or a list of them, and the field of a rule that each fills."""
_TOP = ("rules", "off")


def read_site_rules(text: str, path: str, packaged: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The packaged rules as the file changes them, then its own.

    Raises ConfigError with a line for each fault: file, line, rule, key and remedy.
    """
    reader = _Reader(path, packaged)
    rules = reader.read(
        compose(text, path, "keep it to `rules:` and `off:`", "put patterns in single quotes"),
    )
    reader.raise_errors()
    return rules


class _Reader(Nodes):
    """Reads the file's nodes, and collects what is wrong with them."""

    def __init__(self, path: str, packaged: tuple[Rule, ...]) -> None:
        super().__init__(path)
        self._rules = {rule.id: rule for rule in packaged}
        self._packaged = frozenset(self._rules)
        self._lines: dict[str, int] = {}

    def read(self, root: yaml.Node | None) -> tuple[Rule, ...]:
        if root is None:
            return tuple(self._rules.values())
        if not isinstance(root, yaml.MappingNode):
            self.fail(root, "must hold `rules:`, `off:` or both")
            return ()
        sections = self.entries(root, _TOP)
        for entry in self.items(sections.get("rules"), "rules"):
            self._read_rule(entry)
        for name in self.texts(sections.get("off"), "off"):
            self._switch_off(name)
        return tuple(self._rules.values())

    def _read_rule(self, node: yaml.Node) -> None:
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, "rules: takes a list of rules, each with an `id:`")
            return
        before = len(self.errors)
        entries = self.entries(node, (*_SINGLE, *_LISTS))
        single = {
            key: value
            for key in _SINGLE
            if (value := self.text(entries.get(key), key, as_written=key == "pattern")) is not None
        }
        narrowed = {
            field: tuple(value.text for value in self.texts(entries[key], key))
            for key, field in _LISTS.items()
            if key in entries
        }
        if "id" not in single and len(self.errors) == before:
            self.fail(node, "a rule needs an `id:`")
        if len(self.errors) > before:
            return
        name = single["id"]
        if name.text in self._lines:
            self.fail(name.line, f"{name.text}: stands on line {self._lines[name.text]} already; keep one")
            return
        self._lines[name.text] = name.line
        if name.text in self._packaged:
            self._narrow(name, single, narrowed)
        else:
            self._add(name, single, narrowed)

    def _narrow(self, name: Value, single: Mapping[str, Value], narrowed: Mapping[str, Any]) -> None:
        for key in single.keys() - {"id"}:
            self.fail(
                single[key].line,
                f"{name.text}: {key}: this rule comes with the program; switch it off (`off: [{name.text}]`) and give "
                "yours an id of its own",
            )
        if not narrowed:
            self.fail(name.line, f"{name.text}: says nothing; add `source:`, `except:` or `files:`, or use `off:`")
        self._rules[name.text] = replace(self._rules[name.text], **narrowed)

    def _add(self, name: Value, single: Mapping[str, Value], narrowed: Mapping[str, Any]) -> None:
        missing = [key for key in _SINGLE if key not in single]
        if missing:
            near = say_nearest(name.text, self._packaged)
            self.fail(name.line, f"{name.text}: {missing[0]}: is missing; a rule of your own needs it{near}")
            return
        if slugify(name.text) != name.text:
            self.fail(name.line, f"id: {name.text!r}: write it in small letters, figures and hyphens")
        if single["scope"].text not in get_args(Scope):
            allowed = ", ".join(get_args(Scope))
            self.fail(single["scope"].line, f"{name.text}: scope: {single['scope'].text!r} is none of {allowed}")
            return
        values: dict[str, Any] = {key: value.text for key, value in single.items()}
        rule = Rule(**values, **narrowed)
        if fault := find_fault(rule):
            self.fail(single["pattern"].line, f"{name.text}: pattern: {fault}")
            return
        self._rules[name.text] = rule

    def _switch_off(self, name: Value) -> None:
        if name.text not in self._packaged:
            own = "; a rule of your own is removed by deleting it" if name.text in self._lines else ""
            near = own or say_nearest(name.text, self._packaged)
            self.fail(name.line, f"off: {name.text}: there is no packaged rule of this id{near}")
        elif name.text in self._lines:
            self.fail(name.line, f"off: {name.text}: is narrowed on line {self._lines[name.text]}; keep one of the two")
        else:
            self._rules.pop(name.text, None)
