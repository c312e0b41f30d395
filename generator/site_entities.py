"""A site's own say on names: the text of `content/vocabulary/entities.yml` in, a `SiteEntities` value out.

The file merges, splits, renames, hides and pins names, and gives Wikidata ids: docs/names.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

import yaml

from generator.model import EntityKind
from generator.slugs import slugify
from generator.vocabulary.countries import is_country
from generator.vocabulary.entities import EntityRules, Merge, Note, Pin, SiteEntities, Split
from generator.vocabulary_file import Nodes, Value, compose, line_of

FILE = "vocabulary/entities.yml"
"""Where the file lies, below `docs_dir`."""
_TOP = ("merge", "split", "rename", "hide", "pin", "wikidata")
_SPLIT = ("name", "as", "articles", "role", "source")
_PIN = ("name", "kind", "also", "country", "latitude", "longitude", "wikidata")
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")


def read_site_entities(text: str, path: str) -> SiteEntities:
    """The file as a value.

    Raises ConfigError with a line for each fault: file, line, key and remedy.
    """
    reader = _Reader(path)
    found = reader.read(compose(text, path, "keep it to lists of names", "put names that hold `: ` or `#` in quotes"))
    reader.raise_errors()
    return found


class _Reader(Nodes):
    """Reads the file's nodes."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._path = path
        self._pinned: dict[str, int] = {}
        self._merged: dict[str, int] = {}

    def read(self, root: yaml.Node | None) -> SiteEntities:
        sections = self.sections(root, _TOP)
        pins = tuple(pin for node in self.items(sections.get("pin"), "pin") for pin in self._pin(node))
        return SiteEntities(
            pins=pins,
            rules=EntityRules(
                path=self._path,
                merges=tuple(m for node in self.items(sections.get("merge"), "merge") for m in self._merge(node)),
                splits=tuple(s for node in self.items(sections.get("split"), "split") for s in self._split(node)),
                renames=tuple(
                    Note(name=name.text, text=new.text, line=name.line)
                    for name, new in self.pairs(sections.get("rename"), "rename")
                ),
                hidden=tuple(Note(name=v.text, line=v.line) for v in self.texts(sections.get("hide"), "hide")),
                wikidata=tuple(
                    Note(name=name.text, text=value.text, line=name.line)
                    for name, value in self.pairs(sections.get("wikidata"), "wikidata")
                    if self._is_wikidata(value, f"wikidata: {name.text}")
                ),
            ),
        )

    def _merge(self, node: yaml.Node) -> Iterator[Merge]:
        if not isinstance(node, yaml.SequenceNode):
            self.fail(node, "merge: takes lists of names, such as `- [Hillary Clinton, Hillary Rodham Clinton]`")
            return
        names = list(self.texts(node, "merge"))
        if len(names) < 2:
            self.fail(node, "merge: a list needs two names or more; the first is the one that is shown")
            return
        for name in names:
            other = self._merged.setdefault(slugify(name.text), line_of(node))
            if other != line_of(node):
                self.fail(name.line, f"merge: {name.text}: stands on line {other} already; make one list of both")
        yield Merge(names=tuple(name.text for name in names), line=line_of(node))

    def _split(self, node: yaml.Node) -> Iterator[Split]:
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, "split: takes a list of entries, each with `name:` and `as:`")
            return
        before = len(self.errors)
        entries = self.entries(node, _SPLIT)
        name, own = self.text(entries.get("name"), "name"), self.text(entries.get("as"), "as")
        lists = {
            key: tuple(v.text for v in self.texts(entries.get(key), key)) for key in ("articles", "role", "source")
        }
        if len(self.errors) > before:
            return
        if name is None or own is None:
            self.fail(node, f"split: {'name' if name is None else 'as'}: is missing; an entry needs it")
        elif not any(lists.values()):
            self.fail(node, f"split: {name.text}: add `articles:`, `role:` or `source:`, to say where it is the other")
        elif slugify(name.text) == slugify(own.text):
            self.fail(own.line, f"split: {name.text}: as: must be another name, such as {name.text} (footballer)")
        else:
            yield Split(
                name=name.text,
                own=own.text,
                articles=lists["articles"],
                roles=lists["role"],
                sources=lists["source"],
                line=line_of(node),
            )

    def _pin(self, node: yaml.Node) -> Iterator[Pin]:
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, "pin: takes a list of entries, each with `name:` and `kind:`")
            return
        before = len(self.errors)
        entries = self.entries(node, _PIN)
        texts = {key: value for key in _PIN if key != "also" and (value := self.text(entries.get(key), key))}
        also = tuple(self.texts(entries.get("also"), "also"))
        for key in ("name", "kind"):
            if key not in entries:
                self.fail(node, f"pin: {key}: is missing; an entry needs it")
        self._check_pin(texts)
        for form in (*filter(None, [texts.get("name")]), *also):
            other = self._pinned.setdefault(form.text, form.line)
            if other != form.line or sum(form.text == each.text for each in also) > 1:
                self.fail(form.line, f"pin: {form.text}: is pinned on line {other} already; keep one")
        if len(self.errors) > before:
            return
        values = {key: value.text for key, value in texts.items()}
        yield Pin(
            name=values["name"],
            kind=next(kind for kind in get_args(EntityKind) if kind == values["kind"]),
            also=tuple(form.text for form in also),
            country=values.get("country"),
            latitude=float(values["latitude"]) if "latitude" in values else None,
            longitude=float(values["longitude"]) if "longitude" in values else None,
            wikidata=values.get("wikidata"),
        )

    def _check_pin(self, texts: dict[str, Value]) -> None:
        kinds = get_args(EntityKind)
        if "kind" in texts and texts["kind"].text not in kinds:
            self.fail(texts["kind"].line, f"pin: kind: {texts['kind'].text!r} is none of {', '.join(kinds)}")
        if "country" in texts and not is_country(texts["country"].text):
            code = texts["country"]
            self.fail(
                code.line, f"pin: country: takes two capitals of ISO 3166, such as GB; {code.text!r} is no country's"
            )
        for key, most in (("latitude", 90.0), ("longitude", 180.0)):
            if key in texts and not _is_degrees(texts[key].text, most):
                self.fail(texts[key].line, f"pin: {key}: takes degrees from -{most:g} to {most:g}, such as 51.5")
        if ("latitude" in texts) != ("longitude" in texts):
            key = "latitude" if "latitude" in texts else "longitude"
            self.fail(texts[key].line, "pin: latitude and longitude go together; add the other")
        if "wikidata" in texts:
            self._is_wikidata(texts["wikidata"], "pin: wikidata")

    def _is_wikidata(self, value: Value, where: str) -> bool:
        if _WIKIDATA.fullmatch(value.text):
            return True
        self.fail(value.line, f"{where}: {value.text!r} is no Wikidata id, which looks like Q42")
        return False


def _is_degrees(text: str, most: float) -> bool:
    try:
        return abs(float(text)) <= most
    except ValueError:
        return False
