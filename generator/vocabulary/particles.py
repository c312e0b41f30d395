"""Words without a capital inside the names of people. Out: a set of words, in lower case."""

from __future__ import annotations

from functools import cache

from generator.packaged import read_words


@cache
def name_particles() -> frozenset[str]:
    """`van`, `de la`, `bin`, word by word."""
    return frozenset(read_words("generator.vocabulary", "particles.txt"))
