"""Words that tell the name of an outlet from a person's: packaged data, the same wherever names are read."""

from __future__ import annotations

from functools import cache

from generator.packaged import read_words


@cache
def outlet_words() -> frozenset[str]:
    """The words, casefolded: a capitalised name that holds one is an outlet's."""
    return frozenset(word.casefold() for word in read_words("generator.vocabulary", "outlet_words.txt"))
