"""The words of an article as a learner counts them: an article in, features and where they stand out.

Case is folded and digits are all one, so that "3.45" and "9.87" are both an amount with two decimals. The first words
of the text, where news says what it is about, count twice; words of the title count as in the text, and as the title's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Article, Span

_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,/]*")
_DIGIT = re.compile(r"\d")
_LEAD = 40
_IN_TITLE = "title: "


def list_features(article: Article) -> list[str]:
    """All features, each as often as it counts."""
    title = [_fold(match[0]) for match in _WORD.finditer(article.title)]
    text = [feature for feature, _ in place_features(article)]
    return [*(_IN_TITLE + word for word in title), *title, *text, *text[:_LEAD]]


def place_features(article: Article) -> Iterator[tuple[str, Span]]:
    """The features of the text in order, each with its place."""
    for match in _WORD.finditer(article.text):
        yield _fold(match[0]), Span(start=match.start(), end=match.end())


def _fold(word: str) -> str:
    word = word.rstrip(".,/'’-").casefold()
    return _DIGIT.sub("0", word) if word[:1].isdigit() else word
