"""Pairs of quotation marks. Tokens and the ends of blocks in, the marked pieces of the text out, in order.

A piece stands between a pair of marks within one block. One that is still open goes on where the next block opens with
a mark, or where a sentence does ("One. "Two."): each piece of what one says over paragraphs begins with a mark, and
paragraphs may have been joined. Marks within marks belong to the outer piece. An apostrophe closes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.enrich.tokens import Tokens

DOUBLE = frozenset('"“”«»') | {"``", "''"}
"""Marks that are nothing else."""
_LONGEST, _LONGEST_SINGLE = 600, 200
"""Tokens a quotation may have; else the partner of a lone mark would be sought to the end of the text each time."""
_CLOSERS: Mapping[str, tuple[str, ...]] = {
    '"': ('"', "”"),
    "“": ("”", '"'),
    "«": ("»",),
    "``": ("''", '"'),
    "‘": ("’",),
    "'": ("'",),
}
_SINGLE = frozenset("‘'")
_OPENERS = frozenset(("“", "«", "``", '"'))
_ELISIONS = frozenset("em til tis twas cause bout n round".split())
"""What follows an apostrophe that stands for letters left out: 'em, 'til; years ('80s) are told by their digit."""
_STOPS = frozenset(",.!?…—–-;")
_SENTENCE_ENDS = frozenset(".!?…")
ENDS = frozenset(".!?…,—–-")
"""What a quotation ends with before its mark, when it is a whole one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A piece: its marks are the tokens `first` and `last`; `open` when no mark closes it and the next goes on."""

    first: int
    last: int
    open: bool = False


def find_marked(tokens: Tokens, ends: Sequence[int]) -> Iterator[Marked]:
    """Every marked piece; `ends` are the tokens after each block's last."""
    free = 0
    block = iter(ends)
    end = 0
    for at in [at for at, word in enumerate(tokens.words) if word in _CLOSERS]:
        while at >= end:
            end = next(block, len(tokens))
        if at < free or not _opens(tokens, at):
            continue
        last = _find_close(tokens, at, end)
        if last is not None:
            again = tokens.words[last] in _OPENERS and _opens_again(tokens, last)
            yield Marked(first=at, last=last - again, open=again)
            free = last + (not again)
        elif _goes_on(tokens, at, end):
            yield Marked(first=at, last=end - 1, open=True)
            free = end


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether a mark stands before a word and after white space or another mark."""
    if at + 1 >= len(tokens) or tokens.starts[at + 1] != tokens.ends[at]:
        return False
    if tokens.words[at] in _SINGLE and (tokens.words[at + 1][0].isdigit() or tokens.words[at + 1] in _ELISIONS):
        return False
    return at == 0 or tokens.starts[at] > tokens.ends[at - 1] or not tokens.words[at - 1][0].isalnum()


def _opens_again(tokens: Tokens, at: int) -> bool:
    """Whether a mark begins a sentence within a piece."""
    ended = tokens.words[at - 1] in _SENTENCE_ENDS and tokens.starts[at] > tokens.ends[at - 1]
    return ended and at + 1 < len(tokens) and tokens.words[at + 1][0].isalnum() and _opens(tokens, at)


def _goes_on(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a mark like the one at `at`, straight or curly, opens the block that begins at `end`."""
    alike = tokens.word(end) == tokens.words[at] or {tokens.word(end), tokens.words[at]} <= _OPENERS
    return tokens.words[at] != "'" and alike and _opens(tokens, end)


def _find_close(tokens: Tokens, first: int, end: int) -> int | None:
    if tokens.words[first] in _SINGLE:
        return _find_single_close(tokens, first, min(end, first + _LONGEST_SINGLE))
    closers = _CLOSERS[tokens.words[first]]
    for at in range(first + 1, min(end, first + _LONGEST)):
        if tokens.words[at] in closers and at > first + 1:
            return at
        if tokens.words[at] in ("“", "«", "``"):
            return at if _opens_again(tokens, at) else None
    return None


def _find_single_close(tokens: Tokens, first: int, end: int) -> int | None:
    """The mark after a stop or before one; else the first that is no plural's apostrophe ("the miners' lamp")."""
    closers = _CLOSERS[tokens.words[first]]
    weak = None
    for at in range(first + 2, end):
        if tokens.words[at] not in closers or (at + 1 < len(tokens) and _glued(tokens, at)):
            continue
        before = tokens.words[at - 1]
        if before in _STOPS or not before[0].isalnum():
            return at
        after = tokens.word(at + 1)
        if before[-1] != "s" or at + 1 == end or not after[0].isalnum():
            return at if weak is None or before[-1] != "s" else weak
        weak = at if weak is None else weak
    return weak if tokens.words[first] == "‘" else None


def _glued(tokens: Tokens, at: int) -> bool:
    """Whether a letter follows the mark at once."""
    return tokens.starts[at + 1] == tokens.ends[at] and tokens.words[at + 1][0].isalnum()
