"""A summary: an article in, its deck or its best lead sentences out, word for word.

A good one has 20 to 45 words. The deck is taken when it has; a shorter one leaves most unsaid, and put before a
sentence it would say the same twice, so it is passed over like a teaser ("Watch: …"). Of the body, the first sentences
that can stand alone are taken, whole: the earliest that opens a summary, with as many of the next as it needs. One that
is too long by itself is passed over for a fitting one near it; where there is none it is taken whole, since a sentence
cut in two would no longer be word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from generator.enrich.wordlists import read_table
from generator.model import Article, Block, Span, Summary
from generator.segment import split_sentences

FEWEST, MOST = 20, 45
"""Words of a good summary. A lead of news style has 25 to 40."""
_LEAD_SENTENCES = 8
_SHORTEST, _SHORTEST_NEXT = 6, 3
"""Words of a sentence that says something, and of one that goes on with it."""
_SOON = 6
"""Words of a sentence in which "her" is someone told of before."""
_LEANING = frozenset("he she his her him they their them its".split())
_PREPOSITIONS = frozenset("after before since of with for in at to by from during without".split())
_DEFINITE = ("The ", "These ", "Those ")
_SHORTEST_DECK = 8
_LONGEST_DECK = 2000
"""Characters of a deck that are looked at."""
_BODY = frozenset(("paragraph", "item"))
_ENDS = (".", "!", "…", "。", "！", "।")
_CLOSING = "\"'“”’»)]"
_OPENING = "\"'“‘«("
# A place in capitals, perhaps a day and an agency, and a dash: LONDON, Dec 10 (Sample Wire) -
_DATELINE = re.compile(
    r"[A-Z][A-Z.' ]{1,30}(?:, [A-Z][\w.]{1,20}){0,3}(?:,? \d{1,2})?(?: \([\w. /-]{1,40}\))? (?:-{1,2}|–|—) "
)
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class _Line(NamedTuple):
    """A sentence of the beginning and its words.

    `stands`: it is a statement; `opens`: a summary may begin with it; `alone`: nothing told before is missed.
    """

    span: Span
    size: int
    stands: bool
    opens: bool
    alone: bool


def summarise(article: Article) -> Summary:
    """The deck when it says enough, else sentences from the beginning of the body."""
    deck = _fit_deck((article.deck or "").strip())
    if deck is not None:
        return Summary(text=deck)
    lines = list(_lead_lines(article))
    spans = _pick_lead(lines)
    size = sum(line.size for line in lines if line.span in spans)
    words = (article.deck or "").split()
    if not spans or (size < FEWEST and size < len(words) >= _SHORTEST_DECK and not _is_teaser(article.deck or "")):
        return Summary(text=" ".join(words))
    return Summary(text=" ".join(_text(article.text, span) for span in spans), spans=spans)


# --- decks -----------------------------------------------------------------------------------------------------------


def _fit_deck(deck: str) -> str | None:
    """A deck of the right length, or as many of its first sentences as fit; None for a short one and a teaser."""
    if _is_teaser(deck) or len(deck) > _LONGEST_DECK:
        return None
    sentences = split_sentences(deck, (Block(kind="paragraph", span=Span(start=0, end=len(deck))),))
    taken: list[str] = []
    size = 0
    for span in sentences:
        size += count_words(deck[span.start : span.end])
        if size > MOST:
            break
        taken.append(_text(deck, span))
    text = " ".join(taken)
    return text if count_words(text) >= FEWEST else None


def _is_teaser(deck: str) -> bool:
    return _begins(deck, "teasers") or deck.rstrip(_CLOSING)[-1:] in ("?", ":")


# --- leads -----------------------------------------------------------------------------------------------------------


def _lead_lines(article: Article) -> Iterator[_Line]:
    """The first sentences of the body, no heading, no caption; a dateline left standing is no part of one."""
    for span in _lead_sentences(article):
        text = article.text[span.start : span.end]
        dateline = _DATELINE.match(text)
        if dateline is not None and dateline.end() < len(text):
            span, text = Span(start=span.start + dateline.end(), end=span.end), text[dateline.end() :]
        size = count_words(text)
        stands = size >= _SHORTEST_NEXT and _is_statement(text)
        opens = stands and size >= _SHORTEST and text[0] not in _OPENING and not _leans(text)
        alone = opens and not (text.startswith(_DEFINITE) and text.split(None, 2)[1][:1].islower())
        yield _Line(span, size, stands, opens, alone)


def _lead_sentences(article: Article) -> Iterator[Span]:
    blocks = iter([block for block in article.blocks if block.kind in _BODY] or article.blocks)
    block: Block | None = next(blocks, None)
    found = 0
    for span in article.sentences:
        while block is not None and block.span.end <= span.start:
            block = next(blocks, None)
        if block is None or found == _LEAD_SENTENCES:
            return
        if span.start >= block.span.start:
            found += 1
            yield span


def _pick_lead(lines: Sequence[_Line]) -> tuple[Span, ...]:
    """The first sentences that make a good summary; else the first that can open one; else the first."""
    if not lines:
        return ()
    openers = [number for number, line in enumerate(lines) if line.opens]
    others = [number for number, line in enumerate(lines) if line.stands and line.size >= _SHORTEST and not line.opens]
    for start in (*openers, *others):
        chosen = _extend(lines, start)
        if FEWEST <= sum(lines[number].size for number in chosen) <= MOST:
            return tuple(lines[number].span for number in chosen)
    return tuple(lines[number].span for number in _extend(lines, (*openers, *others, 0)[0]))


def _extend(lines: Sequence[_Line], start: int) -> list[int]:
    """A sentence with as many of the next ones as bring it to a good length.

    After a sentence left out, none is taken that may lean on it.
    """
    chosen, size = [start], lines[start].size
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if size >= FEWEST:
            break
        follows = not any(left_out.stands for left_out in lines[chosen[-1] + 1 : number])
        if line.stands and size + line.size <= MOST and (line.alone or follows):
            chosen.append(number)
            size += line.size
    return chosen


def _leans(text: str) -> bool:
    """Whether a sentence speaks at once of somebody or something told before: "Her brother", "Four days after her"."""
    soon = text.lower().split(None, _SOON)[:_SOON]
    led_to = any(word in _LEANING and before in _PREPOSITIONS for before, word in pairwise(soon))
    return led_to or _begins(text, "leaning")


def _is_statement(text: str) -> bool:
    """Whether a sentence has an end, and is no question, no credit and no call to look elsewhere."""
    ended = text.rstrip(_CLOSING)[-1:] in _ENDS
    return ended and not _begins(text, "credits") and not _begins(text, "teasers")


# --- words -----------------------------------------------------------------------------------------------------------


def count_words(text: str) -> int:
    """Words between white space; of scripts that have none, two characters for a word."""
    wide = 0 if text.isascii() else len(_WIDE.findall(text))
    return len(text.split()) if wide * 2 < len(text) else wide // 2


def _text(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())


@cache
def _beginnings(name: str) -> tuple[str, ...]:
    """The packaged words of one kind; see summary.yml."""
    return tuple(words for words, _ in read_table("summary.yml")[name])


def _begins(text: str, name: str) -> bool:
    return text[:40].lower().startswith(_beginnings(name))
