"""Articles below a head of labels: `Title: …`, `Author: …`, `Source: …`, `Date: …`, `URL: …`, in any order; ProQuest.

    Title: Wall falls / Author: Jo Reed / Source: Portsea Echo / Date: 5 March 2024        … and the text below, or
    Document 1 of 2 / Wall falls / Author: Reed, Jo / Publication info: … / Full text: … / Publication title: … / …

A text that begins so comes in; its articles in order go out. The labels are packaged data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise

import yaml

from generator.read.exports.item import Item, make_article
from generator.read.source import Reader, Readings, Source

_SEPARATOR = re.compile(
    r"\s{0,8}(?:[_=*-]{3,}|(?:[*-]\s){2,}[*-]|document \d{1,5} (?:of|von|de|sur) \d{1,5})\s*\Z", re.IGNORECASE
)
_LOOK_WITHIN = 20_000
_LONGEST_LABEL = 60
_NEAR, _NEAR_LINES = 12, 40
_LEAST, _LEAST_AGAIN = 3, 2
_SURE = ("authors", "source", "published", "url")


@cache
def _labels() -> Mapping[str, str]:
    text = resources.files("generator.read.exports").joinpath("labels.yml").read_text(encoding="utf-8")
    data: Mapping[str, list[str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return {label: name for name, labels in data.items() for label in labels}


def _read_label(line: str) -> tuple[str, str] | None:
    """The field that a line fills, and its value."""
    label, colon, _ = line[:_LONGEST_LABEL].partition(":")
    name = _labels().get(" ".join(label.strip(" \t*").casefold().split())) if colon else None
    return (name, line[len(label) + 1 :].strip().removeprefix("**").strip()) if name else None


def is_labelled(source: Source) -> bool:
    """Whether a text begins with labels, the title's and that of another of its facts among them, or is ProQuest's."""
    lines = source.text[:_LOOK_WITHIN].split("\n")
    if _is_full_text(lines):
        return True
    shown = [line for line in lines[:_NEAR_LINES] if line.strip() and not _SEPARATOR.match(line)]
    names: list[str] = []
    for line in shown[:_NEAR]:
        label = _read_label(line)
        if label is None:
            break
        names.append(label[0] if label[1] or label[0] == "text" else "")
    known = set(names) - {""}
    return "title" in known and len(known) >= _LEAST and not known.isdisjoint(_SURE)


def _is_full_text(lines: Sequence[str]) -> bool:
    """Whether a text has the labels that ProQuest sets around one."""
    starts = [line.lstrip()[:24].casefold() for line in lines]
    return any(start.startswith("full text:") for start in starts) and any(
        start.startswith(("publication info:", "publication title:", "proquest document id:")) for start in starts
    )


def read_labelled(source: Source) -> Readings:
    """The articles in order."""
    lines = source.text.split("\n")
    whole = _is_full_text(lines)
    items = pairwise([*_find_items(lines, whole), len(lines)])
    read = _read_whole if whole else _read_item
    return tuple(
        make_article(source, read(lines[start:end], start))
        for start, end in items
        if any(map(str.strip, lines[start:end]))
    )


def _find_items(lines: Sequence[str], whole: bool) -> list[int]:
    """Where items begin: below a line that parts them, or with a head of labels of which the title's is the first."""
    starts = [0]
    text = False
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        label = _read_label(line)
        if _SEPARATOR.match(line):
            if text and _count_labels(lines, at + 1) >= _LEAST_AGAIN:
                starts.append(at)
                text = False
        elif label is None:
            text = True
        elif not whole and text and label[0] == "title" and not lines[at - 1].strip():
            if _count_labels(lines, at) >= _LEAST_AGAIN:
                starts.append(at)
                text = False
        else:
            text = text or label[0] == "text"
    return starts


def _count_labels(lines: Sequence[str], start: int) -> int:
    """The labels near below a line."""
    shown = [line for line in lines[start : start + _NEAR_LINES] if line.strip()][:_NEAR]
    return sum(_read_label(line) is not None for line in shown)


def _read_item(lines: Sequence[str], start: int) -> Item:
    """A head of labels, and all below it as text."""
    item = Item(lines, start)
    name: str | None = None
    for at, line in enumerate(lines):
        label = _read_label(line) if not item.text else None
        if label is not None and label[0] != "text":
            name = label[0]
            item.say(name, label[1])
        elif label is not None:
            item.text[at] = label[1]
        elif not line.strip():
            name = None
            if item.text:
                item.text[at] = ""
        elif name is not None and line[:1].isspace():
            item.go_on(name, line)
        elif item.values and (item.text or not _SEPARATOR.match(line)):
            item.text[at] = line.rstrip()
    return item


def _read_whole(lines: Sequence[str], start: int) -> Item:
    """ProQuest: a headline, labels, the text behind `Full text:`, and more labels below it."""
    item = Item(lines, start)
    inside = False
    first: str | None = None
    for at, line in enumerate(lines):
        label = _read_label(line)
        above = at == 0 or not lines[at - 1].strip() or not inside
        if label is not None and label[0] == "text":
            inside = True
            item.text[at] = label[1]
        elif label is not None and above:
            inside = False
            item.say(label[0], label[1])
        elif inside:
            item.text[at] = line.rstrip()
        elif first is None and label is None and line.strip() and not _SEPARATOR.match(line):
            first = line
    if first is not None:
        item.say("title", first)
    return item


LABELLED = Reader("export", is_labelled, read_labelled)
