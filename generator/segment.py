"""Sentences: text and its blocks in, the span of each sentence out.

A sentence never crosses a block. Rules after the usual practice for news English (full stop, abbreviation, capital):
see Kiss and Strunk, "Unsupervised multilingual sentence boundary detection" (2006), section 2, for the cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator.model import Block, Span
from generator.packaged import read_lines

# A possible end: the stop, what closes with it, white space, and what may open the next sentence.
_END = re.compile(r"(?P<stop>[.!?…]+|[。！？؟।])[\"'”’»)\]]{0,3}(?P<gap>\s+|(?<=[。！？])|\Z)")
_OPENERS = "\"'“‘«([¿¡—-"
_LAST_WORD = re.compile(r"[^\s\"'“‘«(\[—]+\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+\Z")


@cache
def _abbreviations() -> dict[str, str]:
    """Abbreviation (casefolded, with its stop) -> how it binds to what follows; see the file's head."""
    rows = (line.split() for line in read_lines("generator.vocabulary", "abbreviations.txt"))
    return {word.casefold(): binds for binds, *words in rows for word in words}


def split_sentences(text: str, blocks: Iterable[Block]) -> tuple[Span, ...]:
    """Spans of the sentences of every block, in order; together they hold all of a block but its outer white space."""
    return tuple(span for block in blocks for span in _sentences(text, block.span.start, block.span.end))


def _sentences(text: str, start: int, end: int) -> Iterable[Span]:
    at = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _is_end(text, at, match, end):
            continue
        stop = match.start("gap")
        if stop > at:
            yield Span(start=at, end=stop)
        at = match.end()
    if text[at:end].strip():
        yield Span(start=at, end=at + len(text[at:end].rstrip()))


def _is_end(text: str, start: int, match: re.Match[str], end: int) -> bool:
    following = text[match.end() : min(end, match.end() + 40)].lstrip(_OPENERS)
    if not following or following[0].islower():
        return False
    if match["stop"] != "." or match.start("gap") > match.end("stop"):
        return True
    last = _LAST_WORD.search(text, max(start, match.start() - 30), match.end("stop"))
    word = last[0] if last else ""
    binds = _abbreviations().get(word.casefold())
    if binds == "always":
        return False
    if binds == "number":
        return not following[0].isdigit()
    if binds == "starter" or _INITIALS.match(word):
        return _starts_sentence(following, initials=binds is None and len(word) == 2)
    return True


# Words that open a sentence and hardly ever a name: after "U.S." or "Inc." they tell that a new sentence began.
_STARTERS = frozenset(
    "a after although an and as at but by despite during earlier even for he her his how however if in it its last"
    " meanwhile more most no not on one our she since so some such that the their then there these they this those"
    " to under we what when where while who with you".split()
)


def _starts_sentence(following: str, *, initials: bool) -> bool:
    if initials:
        return False
    word = re.match(r"\w+", following)
    return word is not None and word[0].casefold() in _STARTERS
