"""The word lists of day_roles.yml, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWords:
    """What the words around a day tell; the file says of what."""

    leads: frozenset[str]
    bounds: frozenset[str]
    from_here: frozenset[str]
    moved: frozenset[str]
    connectives: frozenset[str]
    afterwards: frozenset[str]
    harm: frozenset[str]
    relatives: frozenset[str]
    awaiting: frozenset[str]
    against: frozenset[str]
    compared: frozenset[str]
    figures: frozenset[str]
    be: frozenset[str]
    adverbs: frozenset[str]
    due: frozenset[str]
    shall: frozenset[str]
    would: frozenset[str]
    might: frozenset[str]
    said: frozenset[str]
    setting: frozenset[str]
    took_place: frozenset[str]
    participles: frozenset[str]
    intransitive: frozenset[str]
    clausal: frozenset[str]
    conjunctions: frozenset[str]
    prepositions: frozenset[str]


@cache
def load_day_lists() -> Mapping[str, Mapping[str, object]]:
    """The packaged file: lists of words, each with its example."""
    text = files("generator.relate.accounts").joinpath("day_roles.yml").read_text("utf-8")
    lists: Mapping[str, Mapping[str, object]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return lists


@cache
def load_day_words() -> DayWords:
    """The lists as sets."""
    return DayWords(**{name: frozenset(entry["words"]) for name, entry in load_day_lists().items()})  # type: ignore[call-overload]
