"""Raw text as numbered lines, and what a line looks like: prose, list item, heading, menu.

Nothing here knows what a line means; that is for the files named after what they read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPACES = re.compile(r"[ \t\xa0]{2,}|\t")
# "10. Dezember 2015" is a day, no item.
_MARK = re.compile(
    r"(?:(?P<dot>[•●○◦▪■□☆★‣►▶·]+)\s*|(?P<dash>[*+–-]|\d{1,2}[.)](?!\s[^\W\d]{3,12}\.?\s(?:19|20)\d\d\b))\s+)(?=\S)"
)
_COLUMNS = re.compile(r"\S(?:\t|(?<![.!?;]) {2,}| \| ) *\S")
_LONGEST_ROW = 1_000
_LETTERS = re.compile(r"\w")
_WORD = re.compile(r"\S+")
# Scripts written without spaces: about two characters make a word.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
# Some print a space before the closing quotation marks.
_TERMINAL = re.compile(r"(?:[.!?…。！？؟।]|\.\.\.)(?:\s?[\"'”’»)\]])*(?:\s?\[\d+\])*\Z")
_OPEN = (":", ";", ",", "—", "–", "-")

PROSE_WORDS = 8
"""A line of at least this many words that ends like a sentence, or opens a list, is prose; headlines hardly ever do."""
MOST_LINES = 5_000
"""No article has so many lines. What has is kept, but not searched line by line: ten times the work."""
LONG_WORDS = 25
"""A line of at least this many words is prose however it ends."""
# "The wall fell on Monday night, and nobody knows why. What happens next?": a sentence before the question.
_QUESTION_AFTER = re.compile(r"[a-z]{2}[.!?][\"”’']? (?=[A-Z])")
_QUESTION_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that holds something. `text` has neither the white space nor the list mark at its start."""

    number: int
    """Where it stands in the raw text, from 1."""
    text: str
    mark: str = ""
    """The bullet or number of a list item, else empty."""
    indent: int = 0
    gap: bool = False
    """Whether a blank line stands above it."""
    joins: tuple[tuple[int, int], ...] = ()
    """Where in `text` further raw lines begin that were joined to the first: offset and number of each."""

    columns: str = ""
    """The line as it was printed, where cells seem to be set apart in it by spaces, tabs or strokes."""

    def number_at(self, offset: int) -> int:
        """The raw line on which `text[offset]` stands."""
        return next((number for at, number in reversed(self.joins) if at <= offset), self.number)

    @property
    def printed(self) -> str:
        """The line as it was, white space apart."""
        return f"{self.mark} {self.text}".strip()


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not blank."""
    lines = []
    gap = False
    for number, raw in enumerate(text.split("\n"), start=1):
        stripped = raw.strip()
        if not stripped:
            gap = True
            continue
        lines.append(_make_line(number, raw, stripped, gap))
        gap = False
    return tuple(lines)


def _make_line(number: int, raw: str, stripped: str, gap: bool) -> Line:
    wide = "  " in stripped or "\t" in stripped or "\xa0" in stripped
    text = _SPACES.sub(" ", stripped) if wide else stripped
    mark = _MARK.match(text)
    indent = len(raw) - len(raw.lstrip())
    if mark is None:
        columns = raw.rstrip()[:_LONGEST_ROW] if (wide or " | " in text) and _COLUMNS.search(raw) else ""
        return Line(number=number, text=text, indent=indent, gap=gap, columns=columns)
    return Line(number=number, text=text[mark.end() :], mark=mark[0].strip(), indent=indent, gap=gap)


def count_words(text: str) -> int:
    """Words, and for scripts without spaces pairs of characters."""
    if text.isascii():
        return len(text.split())
    return sum(1 for _ in _WORD.finditer(text)) + sum(1 for _ in _UNSPACED.finditer(text)) // 2


def has_words(text: str) -> bool:
    """Whether there is a letter or figure in it."""
    return _LETTERS.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, closing quotation marks and brackets apart."""
    return not text[-1:].isalnum() and _TERMINAL.search(text[-20:]) is not None


def is_open(text: str) -> bool:
    """Whether a text calls for something after it: a colon, a comma, a dash."""
    return text.endswith(_OPEN)


def is_prose(text: str, words: int | None = None) -> bool:
    """Whether a line reads like a paragraph of a story rather than a headline, a link or a label.

    `words`: how many it has, if they have been counted.
    """
    words = count_words(text) if words is None else words
    if words >= LONG_WORDS:
        return True
    if text.endswith("?"):
        return words >= _QUESTION_WORDS and _QUESTION_AFTER.search(text) is not None
    return words >= PROSE_WORDS and (ends_sentence(text) or text.endswith(":"))
