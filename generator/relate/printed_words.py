"""How a term is printed. In: terms, a title or a text. Out: words in small letters, to be told in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.relate.vectors import split_terms

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_REST = re.compile(r"\w{0,12}")

_LOOKED_AT = 6000
"""Characters of a text in which a word is looked for."""

_TRIES = 8
"""Places at which a term is looked for: `port` is found in `report` first."""


def title_words(title: str) -> dict[str, str]:
    """The terms of a title, and the first word of each."""
    found: dict[str, str] = {}
    for word in _WORD.findall(title):
        for term in split_terms(word):
            found.setdefault(term, word.casefold().replace("’", "'").removesuffix("'s"))
    return found


def text_words(text: str, terms: Collection[str], most: int) -> list[str]:
    """The first words of a text that these terms stand for, in the order of the terms, `most` of them."""
    plain = text[:_LOOKED_AT].casefold()
    found: list[str] = []
    for term in terms:
        if (word := _find_word(plain, term)) is not None and word not in found:
            found.append(word)
            if len(found) == most:
                break
    return found


def _find_word(plain: str, term: str) -> str | None:
    """A word of this term, which begins as the word does; None where its ending changed ("cities")."""
    at = -1
    for _ in range(_TRIES):
        at = plain.find(term, at + 1)
        if at < 0:
            return None
        if at and plain[at - 1].isalnum():
            continue
        rest = _REST.match(plain, at + len(term))
        word = term + (rest[0] if rest else "")
        if split_terms(word) == (term,):
            return word
    return None
