"""The word lists of numbers.yml, facts.yml and roles.yml, read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias, cast

import yaml

from generator.relate.vectors import split_terms

Bound: TypeAlias = Literal["exact", "least", "most", "about", "rest"]
Phrases: TypeAlias = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word -> the phrases that begin with it, the longest first, and what each stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """How numbers, bounds and units are written; keys in lower case."""

    words: Mapping[str, int]
    scales: Mapping[str, int]
    bounds: Phrases
    """By their LAST word, and read backwards: they are looked for in front of a figure."""
    signs: Mapping[str, str]
    money: Mapping[str, str]
    units: Mapping[str, tuple[str, float]]
    plurals: frozenset[str]
    not_plurals: frozenset[str]
    same: Mapping[str, str]
    general: frozenset[str]
    """Nouns for people of whom one fact is told as of people in general: passengers hurt, people hurt."""
    openers: frozenset[str]
    """What a figure may begin with, beside a digit."""
    not_compared: frozenset[str]
    past: tuple[str, ...]
    aside: tuple[str, ...]
    """Each between blanks, as they are looked for."""
    past_words: frozenset[str]
    """The first words of both: a sentence with none of them has none of the phrases."""
    currencies: frozenset[str]
    """What sums of money are in, as units."""
    examples: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactWords:
    """What is counted in the news."""

    after: Phrases
    before: Phrases
    """Read backwards, as `NumberWords.bounds`."""
    weights: Mapping[str, int]
    examples: Mapping[str, Sequence[Sequence[Any]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """What figures are of, told by a word beside them."""

    roles: Mapping[str, Mapping[str, str]]
    """By what is measured (`money`, `time`, `count`), then by terms; of a role called by two words, the last."""
    compared: Mapping[str, str]
    """Roles by which figures are put against one another, and of what."""
    totals: frozenset[str]
    """Terms that tell a role only where the figure follows: "a bill put at"."""
    called: Mapping[str, str]
    """What rows of compared roles are called."""
    single: frozenset[str]
    """Roles of which an event has one figure."""
    examples: Mapping[str, Sequence[Sequence[str]]]


@cache
def load_number_words() -> NumberWords:
    """Read the packaged list."""
    table = _load("numbers.yml")
    return NumberWords(
        words=table["words"],
        scales=table["scales"],
        bounds=index_phrases(
            ((phrase, bound) for bound, row in table["bounds"].items() for phrase in row), backwards=True
        ),
        signs=table["signs"],
        money=table["money"],
        units={word: (kind, float(size)) for kind, row in table["units"].items() for word, size in row.items()},
        plurals=frozenset(table["plurals"]),
        not_plurals=frozenset(table["not_plurals"]),
        same={word.lower(): row[0] for row in table["same"] for word in row},
        general=frozenset(table["general"]),
        openers=frozenset((*table["words"], *table["signs"], "half", "a", "an")),
        not_compared=frozenset(term for word in table["not_compared"] for term in split_terms(word)),
        past=tuple(f" {phrase} " for phrase in table["past"]),
        aside=tuple(f" {phrase} " for phrase in table["aside"]),
        past_words=frozenset(phrase.split()[0] for phrase in (*table["past"], *table["aside"])),
        currencies=frozenset((*table["signs"].values(), *table["money"].values())),
        examples=table["examples"],
    )


@cache
def load_fact_words() -> FactWords:
    """Read the packaged list."""
    table = _load("facts.yml")
    return FactWords(
        after=index_phrases((phrase, name) for name, row in table.items() for phrase in row.get("after", ())),
        before=index_phrases(
            ((phrase, name) for name, row in table.items() for phrase in row.get("before", ())), backwards=True
        ),
        weights={name: row["weight"] for name, row in table.items()},
        examples={name: row["examples"] for name, row in table.items()},
    )


@cache
def load_role_words() -> RoleWords:
    """Read the packaged list."""
    table = _load("roles.yml")
    return RoleWords(
        roles=_roles(table),
        totals=frozenset(split_terms(word)[-1] for row in table.values() for word in row.get("totals", ())),
        called={role: row["called"] for role, row in table.items() if "called" in row},
        single=frozenset(role for role, row in table.items() if row.get("single")),
        compared={role: row["of"] for role, row in table.items() if "of" in row},
        examples={role: row["examples"] for role, row in table.items()},
    )


def _words(row: Mapping[str, Any]) -> Sequence[str]:
    return (*row["words"], *row.get("totals", ()))


def _roles(table: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Mapping[str, str]]:
    """For each measure the words of its own roles over those that are read beside any figure."""
    terms = {role: [split_terms(word)[-1] for word in _words(row)] for role, row in table.items()}
    anywhere = {term: role for role, row in table.items() if not row.get("only") for term in terms[role]}
    measures = dict.fromkeys(("count", *(row["of"] for row in table.values() if "of" in row), ""))
    return {
        measure: anywhere
        | {term: role for role, row in table.items() if row.get("of") == measure for term in terms[role]}
        for measure in measures
    }


def index_phrases(rows: Iterable[tuple[str, str]], *, backwards: bool = False) -> Phrases:
    """Phrases by their first words, or by their last where they are read backwards."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in rows:
        words = tuple(phrase.split())
        if backwards:
            words = words[::-1]
        found.setdefault(words[0], []).append((words, meaning))
    return {first: tuple(sorted(row, key=lambda each: -len(each[0]))) for first, row in found.items()}


def _load(name: str) -> dict[str, Any]:
    text = files("generator.relate.accounts").joinpath(name).read_text("utf-8")
    return cast(dict[str, Any], yaml.load(text, Loader=yaml.CSafeLoader))
