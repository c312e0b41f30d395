"""The outline of a text: the same text, its words of time each become a run of one letter as long as the word.

Patterns over it are short ("a month" is one letter), and are read and tried many times faster than lists of names.
Drawing it finds the places as well where an expression may begin.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.enrich.memo import Memo

_LETTERS = "ᚁᚂᚃᚄᚅᚆᚇᚈᚉᚊᚋᚌᚍᚎᚏ"
"""Ogham: letters to `re`, and in no newspaper. Where a text has them, they are taken for marks."""
FIGURES = "0"
_FOREIGN = re.compile(f"[{_LETTERS}]")
_BREAK = re.compile(r"\n(?<!\n\n)(?=\S)")
"""A line's end within a paragraph."""
_TOKEN = re.compile(r"[A-Za-z]+|\d+")
_PLAIN_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """How outlines are drawn. `letters` has a letter for every list of words."""

    words: re.Pattern[str]
    first_words: frozenset[str]
    """What the words of the lists begin with, in lower case; some more do no harm."""
    starts: frozenset[str]
    """The words that expressions begin with besides, and FIGURES."""
    letters: Mapping[str, str]
    holidays: Mapping[str, str]
    """Holidays as printed, without apostrophes, in lower case -> their names in `HOLIDAYS`."""
    keys: Memo[str] = field(init=False, repr=False, compare=False)
    """Word -> what it is looked up by: itself in lower case, FIGURES, or nothing when it begins no expression."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", Memo(self._key))

    def _key(self, word: str) -> str:
        key = FIGURES if word.isdigit() else word.lower()
        return key if key in self.first_words or key in self.starts else ""

    def draw(self, text: str) -> tuple[str, list[tuple[int, str]]]:
        """The outline of a text, every character in its place; and where an expression may begin, with what.

        That is a word in lower case, the letter of a list, or FIGURES.
        """
        text = _BREAK.sub(" ", _FOREIGN.sub("-", text).replace("\xa0", " "))
        pieces: list[str] = []
        places: list[tuple[int, str]] = []
        keys, first_words, starts = self.keys, self.first_words, self.starts
        at = 0
        for token in _TOKEN.finditer(text):
            key = keys[token[0]]
            if not key:
                continue
            start = token.start()
            if start < at:
                continue
            match = self.words.match(text, start) if key in first_words else None
            if match is not None:
                letter = self.letters[match.lastgroup or ""]
                pieces += (text[at:start], letter * len(match[0]))
                places.append((start, letter))
                at = match.end()
            elif key in starts:
                places.append((start, key))
        return "".join((*pieces, text[at:])), places

    def find_holiday(self, printed: str) -> str:
        """The name of a holiday."""
        return self.holidays[_plain(printed)]


def make_outline(lists: Mapping[str, str], holidays: Mapping[str, Sequence[str]], starts: frozenset[str]) -> Outline:
    """From lists of words, as patterns, the forms of holidays, and words that expressions begin with."""
    forms = sorted((form for group in holidays.values() for form in group), key=len, reverse=True)
    patterns = {"holiday": "|".join(re.escape(form).replace("'", "['’]") for form in forms), **lists}
    words = "|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items())
    first_words = frozenset(word.lower() for pattern in patterns.values() for word in _PLAIN_WORD.findall(pattern))
    return Outline(
        words=re.compile(rf"(?<!\w)(?:{words})(?!\w)"),
        first_words=first_words,
        starts=starts | {FIGURES},
        letters=dict(zip(patterns, _LETTERS, strict=False)),
        holidays={_plain(form): name for name, group in holidays.items() for form in group},
    )


def _plain(printed: str) -> str:
    return " ".join(printed.replace("'", "").replace("’", "").lower().split())
