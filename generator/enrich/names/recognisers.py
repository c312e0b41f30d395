"""Who finds the names of an article: the option `enrich: recogniser` in, a function out.

A recogniser is a module with one function: text, tokens, lexicon and year in, mentions in text order and what they
name out. `rules` is entities.py; `spacy:NAME` an installed spaCy pipeline, through spacy_names.py. Another one is a
module of its own and one row here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TypeAlias

from generator.enrich.lexicon import Lexicon
from generator.enrich.names.entities import find_entities
from generator.enrich.names.spacy_names import find_spacy_entities, load_pipeline, pipeline_version
from generator.enrich.tokens import Tokens
from generator.model import Entity, Mention

Recogniser: TypeAlias = Callable[[str, Tokens, Lexicon, "int | None"], tuple[tuple[Mention, ...], tuple[Entity, ...]]]


@cache
def open_recogniser(option: str) -> Recogniser:
    """The recogniser of an option that `config` found right.

    Raises MissingExtraError or ConfigError when a package or a pipeline is not installed.
    """
    kind, _, name = option.partition(":")
    return _RECOGNISERS[kind](name)


def recogniser_version(option: str) -> str:
    """What else than our code and data decides what is found. Raises like `open_recogniser`."""
    kind, _, name = option.partition(":")
    return pipeline_version(name) if kind == "spacy" else ""


def _open_rules(_: str) -> Recogniser:
    return find_entities


def _open_spacy(name: str) -> Recogniser:
    return partial(find_spacy_entities, load_pipeline(name))


_RECOGNISERS: Mapping[str, Callable[[str], Recogniser]] = {"rules": _open_rules, "spacy": _open_spacy}
