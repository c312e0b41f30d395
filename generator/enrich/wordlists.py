"""The packaged data files of this stage: a file name in, its content out. Read once, when the lexicon is loaded."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml


def read_table(name: str) -> Any:
    """A YAML data file of `generator/enrich`."""
    return yaml.load(_read(name), yaml.CSafeLoader)


def read_words(name: str) -> frozenset[str]:
    """A text file of words divided by white space; lines that begin with # are notes."""
    lines = (line for line in _read(name).splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def read_lines(name: str) -> list[str]:
    """The lines of a text file that are no notes."""
    return [line for line in _read(name).splitlines() if not line.startswith("#")]


def _read(name: str) -> str:
    return files("generator.enrich").joinpath(name).read_text(encoding="utf-8")
