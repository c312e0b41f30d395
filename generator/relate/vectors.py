"""Articles as weighted terms. In: titles and texts. Out: one TF-IDF vector each.

A term's weight is (1 + ln tf) * ln((N + K) / (df + K p)): the corpus is filled up with K imagined articles, in which a
word of `common_words.txt` is frequent and any other rare. So two articles alone are compared as two of a thousand are.
N + K is rounded up to a scale, so that one more article changes the weights of its own terms, and of no others.

The word lists are read once, when first needed; within a stage that is right only because they are packaged with the
program and never change while it runs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from math import ceil, fsum, log, sqrt
from operator import mul
from sys import intern
from typing import TypeAlias

from generator.packaged import read_words

Vector: TypeAlias = Mapping[str, float]
"""Terms and their weights; its length is 1 (0 for an article without words)."""

TITLE_COUNTS = 2
"""A word of the title counts as if the text had it this many times more."""

LONGEST = 250
"""Terms kept of one article, the heaviest: bounds the cost of a very long text."""

_IMAGINED = 500
_SHARE_COMMON, _SHARE_RARE = 0.2, 0.002

_STEP = 1.25
"""From one size of the corpus to the next. A larger step would change more at once, a smaller one more often."""

# A number with its decimals, a word with one inner apostrophe, or one sign of a script written without spaces.
_WORD = re.compile(
    r"\d+(?:[.,]\d+)*|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+(?:['’][^\W\d_]+)?", re.UNICODE
)
_ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


def make_vectors(texts: Sequence[tuple[Sequence[str], Sequence[str]]]) -> tuple[Vector, ...]:
    """Vectors of (terms of the title, terms of the text), in order."""
    counts = [_count_terms(title, text) for title, text in texts]
    frequency: Counter[str] = Counter()
    for count in counts:
        frequency.update(count.keys())
    rarity = _measure_rarity(frequency, len(texts))
    return tuple(_make_vector(count, rarity) for count in counts)


def split_terms(text: str) -> tuple[str, ...]:
    """The terms of a text in order: words in lower case, without common endings and without stop words; numbers."""
    # No word holds a blank, so that what stands between two blanks is looked at alone, and but once.
    return tuple(chain.from_iterable(map(_PIECES.__getitem__, text.split())))


def cosine(one: Vector, other: Vector) -> float:
    """Likeness of two vectors, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    # A loop, not a generator: this is where relating spends its time.
    total = 0.0
    for term in one:
        if term in other:
            total += one[term] * other[term]
    return total


def heaviest(vector: Vector, most: int) -> list[str]:
    """The terms that tell most of an article, the heaviest first; ties in the order of the text."""
    return sorted(vector, key=vector.__getitem__, reverse=True)[:most]


def is_common(term: str) -> bool:
    """Whether a term is in the news whatever it is about."""
    return term in _common_terms()


def _count_terms(title: Iterable[str], text: Iterable[str]) -> Counter[str]:
    counts = Counter(text)
    for term in title:
        counts[term] += TITLE_COUNTS
    return counts


def _measure_rarity(frequency: Mapping[str, int], articles: int) -> dict[str, float]:
    common = _common_terms()
    whole = _STEP ** ceil(log(articles + _IMAGINED, _STEP))
    return {
        term: log(whole / (seen + _IMAGINED * (_SHARE_COMMON if term in common else _SHARE_RARE)))
        for term, seen in frequency.items()
    }


def _make_vector(counts: Mapping[str, int], rarity: Mapping[str, float]) -> Vector:
    weights = {
        term: rare if count == 1 else (1.0 + log(count)) * rare
        for term, count in counts.items()
        if (rare := rarity[term]) > 0.0
    }
    if len(weights) > LONGEST:
        weights = {term: weights[term] for term in heaviest(weights, LONGEST)}
    # Summed exactly: the last bit of a float would depend on the order.
    length = sqrt(fsum(map(mul, weights.values(), weights.values())))
    return {term: weight / length for term, weight in weights.items()} if length else {}


@lru_cache(maxsize=100_000)
def _make_term(word: str) -> str:
    """The term of a word, or "" for one that is none."""
    plain = word.casefold().replace("’", "'").removesuffix("'s")
    if plain in _stop_words() or (len(plain) < 2 and plain.isascii()):
        return ""
    return intern(_stem(plain))  # one string for all articles: less memory, and quicker to look up


def _stem(word: str) -> str:
    """Cut a common English ending, so that `strike`, `strikes` and `striking` are near enough one term."""
    if len(word) < 5 or word[0].isdigit() or word.endswith("ss"):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return (word[: -len(ending)] + instead).removesuffix("e")
    return word.removesuffix("e")


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(read_words("generator.relate", "stopwords.txt"))


@cache
def _common_terms() -> frozenset[str]:
    return frozenset(_make_term(word) for word in read_words("generator.relate", "common_words.txt")) - {""}


class _Pieces(dict[str, tuple[str, ...]]):
    """What stands between two blanks, and its terms: made when first asked for. Only saves time, and is bounded."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        terms = tuple(filter(None, map(_make_term, _WORD.findall(piece))))
        if len(piece) <= _LONGEST_KEPT:
            if len(self) >= _KEPT:
                self.clear()
            self[piece] = terms
        return terms


# A language has far fewer words than a corpus has tokens.
_KEPT = 200_000
_LONGEST_KEPT = 40
_PIECES = _Pieces()
