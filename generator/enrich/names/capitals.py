"""Runs of capitals in a text: tokens in, where a run ends out."""

from __future__ import annotations

from generator.enrich.tokens import Tokens

_LONGEST_RUN = 40
"""Tokens of a run; longer ones are lines in capitals, cut so that the work stays linear."""


def _joined(word: str) -> bool:
    """Whether a word is of the form al-Assad."""
    return word.startswith(("al-", "el-", "ul-", "as-", "ad-", "an-", "ash-")) and word.partition("-")[2][:1].isupper()


def is_capital(word: str) -> bool:
    """Whether a word may be part of a name."""
    return word[:1].isupper() or ("-" in word and _joined(word))


def end_of_run(tokens: Tokens, start: int, particles: frozenset[str]) -> int:
    """The token after the run at `start`: capitals of one sentence, with the particles and "&" between them."""
    words, breaks, size = tokens.words, tokens.breaks, len(tokens.words)
    end = start + 1
    while end < size and end not in breaks and end - start < _LONGEST_RUN:
        if is_capital(words[end]):
            end += 1
            continue
        after = end
        while after < size and after - end < 2 and words[after] in particles:
            after += 1
        if words[end] == "&":
            after = end + 1
        if after == end or after >= size or after in breaks or not is_capital(words[after]):
            break
        end = after + 1
    return end
