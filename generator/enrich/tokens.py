"""A text as words and marks with their offsets. `Article.text` and its sentences in, `Tokens` out.

Names, topics and quotes all read this one tokenisation. A possessive ending ("'s") is a token of its own, so that a
name never includes it; so is the second half of "London-based".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Span

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Brig|Capt|Sgt|Cpl|Pvt|Pte|Spc|Coun|Adm|Cmdr|Gov|Sen|Sens|Rep|Reps|Rev|Hon|St|Jr|Sr|Messrs|"
    "Inc|Corp|Co|Ltd|Bros|No|Cllr|Ala|Ariz|Ark|Calif|Cal|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|"
    "Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|vs"
)
_SECOND_HALVES = (
    "based|led|backed|born|owned|controlled|held|run|style|area|bound|made|educated|registered|listed|trained|sponsored|"
    "dominated|occupied|administered|brokered|wide|supported|funded|ruled|educated|mediated|built"
)
_TOKEN = re.compile(
    rf"""[a-z]{{2,}}+(?=[\s,])                                                   # most words, found soonest
    | (?=[^\W\d_]\.) (?: (?:[^\W\d_]\.){{2,}}                                    # U.S.  J.K.  a.m.
        | [^\W\d_]\.(?=\s+[^\W\d_]) )                                           # the J. of "J. Eldon Dorman"
    | (?=[A-Zv][a-z]{{1,5}}\.) (?:{_ABBREVIATIONS})\.                            # Gen.  Nov.
    | ['’]s\b
    | [DRI](?=-[A-Z][a-z])                                                      # the D of "D-Maine"
    | (?:[A-Za-z0-9]+[^\W_]*|[^\W_]+)
        (?: ['’](?!s\b)[^\W_]+ | -(?!(?:{_SECOND_HALVES})\b)[^\W_]+ | &[^\W_]+ | \.(?:com|org|net)\b )*
    | ``|''
    | [^\w\s] | _""",
    re.VERBOSE,
)
_MARKS = frozenset("\"“‘«'``(:—–_•.!?")
"""Marks that open something, and those that end a sentence: a capital after them says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Words and marks in text order, in columns: `words[i]` is `text[starts[i]:ends[i]]`."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: frozenset[int]
    """Tokens that begin a sentence or a block: no name reaches across."""
    initial: frozenset[int]
    """Tokens where a capital says nothing: at a break, and after an opening quotation mark, bracket, colon or dash."""

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """The token's text, or nothing beyond either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def span(self, first: int, end: int) -> Span:
        """The stretch of text from token `first` up to, without, token `end`."""
        return Span(start=self.starts[first], end=self.ends[end - 1])


def split_words(text: str) -> tuple[str, ...]:
    """The words and marks of a phrase, as `tokenise` would cut them."""
    if text.replace(" ", "").isalpha():
        return tuple(text.split())
    return tuple(match[0] for match in _TOKEN.finditer(text))


def tokenise(text: str, sentences: Iterable[Span] = ()) -> Tokens:
    """Cut a text; `sentences` tell where a capital is no sign of a name."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    words = tuple([text[start:end] for start, end in spans])
    starts, ends = tuple([start for start, _ in spans]), tuple([end for _, end in spans])
    breaks = _find_breaks(text, words, starts, ends, sentences)
    return Tokens(words=words, starts=starts, ends=ends, breaks=breaks, initial=_find_initial(words, breaks))


def _find_breaks(
    text: str, words: tuple[str, ...], starts: tuple[int, ...], ends: tuple[int, ...], sentences: Iterable[Span]
) -> frozenset[int]:
    """Tokens that begin a sentence, and those that a line's end stands before, with white space beside it."""
    breaks = {0}
    size = len(words)
    for sentence in sentences:
        index = bisect_left(starts, sentence.start)
        if index < size and starts[index] == sentence.start and not _abbreviated(words, index - 1):
            breaks.add(index)
    line_end = text.find("\n")
    while line_end >= 0:
        index = bisect_left(starts, line_end)
        if index == size:
            break
        if starts[index] - (ends[index - 1] if index else 0) > 1:
            breaks.add(index)
        line_end = text.find("\n", starts[index])
    return frozenset(breaks)


def _abbreviated(words: tuple[str, ...], index: int) -> bool:
    """Whether the token before a sentence ends in a full stop of its own, like "Gen.": then it may be no end at all."""
    return index >= 0 and len(words[index]) > 1 and words[index][-1] == "." and words[index][0].isupper()


def _find_initial(words: tuple[str, ...], breaks: frozenset[int]) -> frozenset[int]:
    """Breaks, what follows the marks, and what follows further marks there."""
    size = len(words)
    initial = {index for index, before in enumerate(words, start=1) if before in _MARKS and index < size} | breaks
    for index in sorted(initial):
        while index < size - 1 and not words[index][0].isalnum() and index + 1 not in initial:
            index += 1
            initial.add(index)
    return frozenset(initial)
