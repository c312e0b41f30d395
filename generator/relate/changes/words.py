"""The word lists of `words.yml`. Packaged, read once, when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWords:
    """Words in lower case; see the file."""

    rising: frozenset[str]
    moving: frozenset[str]
    cues: frozenset[str]
    not_counted: frozenset[str]
    honorifics: frozenset[str]
    nearby: frozenset[str]
    ordinals: Mapping[str, int]
    """Each with its place in the order."""


@cache
def load_change_words() -> ChangeWords:
    """The packaged lists."""
    text = files("generator.relate.changes").joinpath("words.yml").read_text("utf-8")
    lists = yaml.load(text, Loader=yaml.CSafeLoader)
    sets = {name: frozenset(entry["words"]) for name, entry in lists.items() if name != "ordinals"}
    return ChangeWords(**sets, ordinals={word: place for place, word in enumerate(lists["ordinals"]["words"], 1)})
