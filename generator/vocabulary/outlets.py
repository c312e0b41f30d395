"""Words that tell the name of an outlet from a person's: packaged data, the same wherever names are read."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def outlet_words() -> frozenset[str]:
    """The words, casefolded: a capitalised name that holds one is an outlet's."""
    text = resources.files("generator.vocabulary").joinpath("outlet_words.txt").read_text(encoding="utf-8")
    return frozenset(word.casefold() for line in text.splitlines() if not line.startswith("#") for word in line.split())
