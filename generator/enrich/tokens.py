"""A text as words and marks with their offsets. `Article.text` and its sentences in, `Tokens` out.

Names, topics and quotes all read this one tokenisation. A possessive ending ("'s") is a token of its own, so that a
name never includes it; so is the second half of "London-based".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Span

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Brig|Capt|Sgt|Cpl|Pvt|Adm|Cmdr|Gov|Sen|Sens|Rep|Reps|Rev|Hon|St|Jr|Sr|Messrs|"
    "Inc|Corp|Co|Ltd|Bros|No|Cllr|Ala|Ariz|Ark|Calif|Cal|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|"
    "Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|vs"
)
_SECOND_HALVES = (
    "based|led|backed|born|owned|controlled|held|run|style|area|bound|made|educated|registered|listed|trained|sponsored|"
    "dominated|occupied|administered|brokered|wide|supported|funded|ruled|educated|mediated|built"
)
_TOKEN = re.compile(
    rf"""(?:[^\W\d_]\.){{2,}}                                                   # U.S.  J.K.  a.m.
    | (?:{_ABBREVIATIONS})\.                                                    # Gen.  Nov.
    | [^\W\d_]\.(?=\s+[^\W\d_])                                                 # the J. of "J. Eldon Dorman"
    | ['’]s\b
    | [DRI](?=-[A-Z][a-z])                                                      # the D of "D-Maine"
    | [^\W_]+ (?: ['’](?!s\b)[^\W_]+ | -(?!(?:{_SECOND_HALVES})\b)[^\W_]+ | &[^\W_]+ | \.(?:com|org|net)\b )*
    | ``|''
    | [^\w\s] | _""",
    re.VERBOSE,
)
_OPENING = frozenset("\"“‘«'``(:—–_•")
_CLOSING_MARKS = frozenset(".!?")


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
    matches = list(_TOKEN.finditer(text))
    words = tuple(match[0] for match in matches)
    starts = tuple(match.start() for match in matches)
    ends = tuple(match.end() for match in matches)
    breaks = _find_breaks(text, words, starts, ends, sentences)
    return Tokens(words=words, starts=starts, ends=ends, breaks=breaks, initial=_find_initial(words, breaks))


def _find_breaks(
    text: str, words: tuple[str, ...], starts: tuple[int, ...], ends: tuple[int, ...], sentences: Iterable[Span]
) -> frozenset[int]:
    begins = {sentence.start for sentence in sentences}
    breaks = set()
    end = 0
    for index, start in enumerate(starts):
        if (start in begins and not _abbreviated(words, index - 1)) or (start - end > 1 and "\n" in text[end:start]):
            breaks.add(index)
        end = ends[index]
    return frozenset(breaks | {0})


def _abbreviated(words: tuple[str, ...], index: int) -> bool:
    """Whether the token before a sentence ends in a full stop of its own, like "Gen.": then it may be no end at all."""
    return index >= 0 and len(words[index]) > 1 and words[index][-1] == "." and words[index][0].isupper()


def _find_initial(words: tuple[str, ...], breaks: frozenset[int]) -> frozenset[int]:
    initial = set(breaks)
    for index in range(1, len(words)):
        before = words[index - 1]
        if before in _OPENING or before in _CLOSING_MARKS or (index - 1 in initial and not before[0].isalnum()):
            initial.add(index)
    return frozenset(initial)
