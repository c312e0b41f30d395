"""Whether a paragraph that stands apart from a story belongs to it: by the words it has in common with it.

A paragraph of a story takes its words up again; what a page says of itself, or of another story, hardly does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]{5,40}")
_LEAST_SHARED, _SHARE = 3, 0.15
_TO_READER = re.compile(r"\b(?:you|your|newsletters?|subscri\w{2,8}|cookies?|Sie|Ihnen|Ihre?|vous|votre|usted)\b")


def list_words(texts: Iterable[str]) -> frozenset[str]:
    """The longer words of a story, by which its paragraphs are known."""
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


def takes_up(text: str, known: frozenset[str]) -> bool:
    """Whether a paragraph has words of the story in it; `known` are all of the story's."""
    words = list_words((text,))
    shared = len(words & known)
    return shared >= _LEAST_SHARED and shared >= _SHARE * len(words)


def speaks_to_reader(text: str) -> bool:
    """Whether a sentence seems to be the site's own word to who reads it."""
    return _TO_READER.search(text) is not None
