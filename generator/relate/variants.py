"""The word lists of name_variants.yml, read once: the forms in which one name comes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

from generator.slugs import slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """How names of one tongue come to Latin letters."""

    given: Mapping[str, str]
    """Spelling -> the first of its group."""
    signs: re.Pattern[str]
    family: tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants:
    """What is known of the forms of names. All in the letters of addresses (`slugify`)."""

    particles: frozenset[str]
    suffixes: frozenset[str]
    articles: frozenset[str]
    servants: frozenset[str]
    family_first: frozenset[str]
    family_first_of_three: frozenset[str]
    either: frozenset[str]
    full_given: Mapping[str, tuple[str, ...]]
    """Short given name -> the given names it may stand for."""
    tongues: tuple[Tongue, ...]
    spellings: Mapping[str, str]
    company_forms: frozenset[str]
    heads_of: frozenset[str]
    national: frozenset[str]
    """Names of bodies that many countries have, as `organisation_key` gives them."""
    fields: Mapping[str, str]
    """Last word of a role -> the field of life it is of."""


@cache
def load_variants() -> Variants:
    """Read the packaged lists."""
    table = yaml.load(
        resources.files("generator.relate").joinpath("name_variants.yml").read_text("utf-8"), Loader=yaml.CSafeLoader
    )
    sets = {
        name: frozenset(map(str, table[name]))
        for name in (
            "particles", "suffixes", "articles", "servants", "family_first", "family_first_of_three", "either",
            "company_forms", "heads_of",
        )
    }  # fmt: skip
    spellings = {str(one): str(other) for one, other in table["spellings"]}
    return Variants(
        **sets,
        full_given=_turn(table["short_forms"]),
        tongues=tuple(_make_tongue(row) for row in table["tongues"].values()),
        spellings=spellings,
        national=frozenset(_national_names(table)),
        fields={word: field for field, words in table["fields"].items() for word in words},
    )


def _turn(table: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    turned: dict[str, tuple[str, ...]] = {}
    for full, shorts in table.items():
        for short in shorts:
            turned[short] = (*turned.get(short, ()), full)
    return turned


def _make_tongue(row: Mapping[str, Any]) -> Tongue:
    return Tongue(
        given={spelling: group[0] for group in row["given"] for spelling in group},
        signs=re.compile(row["signs"]),
        family=tuple((re.compile(pattern), target) for pattern, target, _ in row["family"]),
    )


def _national_names(table: Mapping[str, Any]) -> set[str]:
    bodies = {slugify(name) for name in table["national_bodies"]}
    return bodies | {f"{slugify(subject)}-ministry" for subject in table["national_subjects"]}


@lru_cache(maxsize=16_384)
def field_of(role: str) -> str | None:
    """The field of life a role is of; a former one says nothing of today."""
    if not role or role.lower().startswith(("former", "ex-")):
        return None
    return load_variants().fields.get(role.rpartition(" ")[2].lower())
