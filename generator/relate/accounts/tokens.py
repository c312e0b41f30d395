"""A sentence as words, numbers and marks. In: its text. Out: `Tokens`, in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.relate.accounts.words import Phrases
from generator.relate.vectors import split_terms

_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,3})?(?![\d,]*\d)|\d+(?:\.\d+)?|(?:[A-Za-z]\.){2,5}"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """`low` are the words in lower case; places are offsets into the sentence."""

    words: Sequence[str]
    low: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def joined(self, at: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < at < len(self.words) and self.starts[at] == self.ends[at - 1]

    def word(self, at: int) -> str:
        """The token in lower case; nothing beyond either end."""
        return self.low[at] if 0 <= at < len(self.low) else ""


def tokenise(text: str) -> Tokens:
    """Cut a sentence."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    words = [text[start:end] for start, end in spans]
    low = [word.lower() for word in words]
    return Tokens(
        words=words,
        low=[word.replace("’", "'") for word in low] if "’" in text else low,
        starts=[start for start, _ in spans],
        ends=[end for _, end in spans],
    )


@lru_cache(maxsize=65_536)
def term_of(word: str) -> str:
    """The term of a single word, as `split_terms` has it; empty for a word that is none."""
    return next(iter(split_terms(word)), "")


def match_after(tokens: Tokens, at: int, phrases: Phrases) -> tuple[str, int] | None:
    """The phrase that begins at a token: what it stands for, and the token behind it."""
    for words, meaning in phrases.get(tokens.word(at), ()):
        if all(tokens.word(at + step) == word for step, word in enumerate(words)):
            return meaning, at + len(words)
    return None


def match_before(tokens: Tokens, at: int, phrases: Phrases) -> tuple[str, int] | None:
    """The phrase that ends with a token: what it stands for, and its first token."""
    for words, meaning in phrases.get(tokens.word(at), ()):
        if all(tokens.word(at - step) == word for step, word in enumerate(words)):
            return meaning, at - len(words) + 1
    return None
