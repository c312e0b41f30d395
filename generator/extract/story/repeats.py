"""What a text says twice: a paragraph printed again, a quotation of the story drawn out of it, a beginning cut short.

Lines with their roles come in; whether one of them is a repeat goes out. The other place keeps the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.extract.lines import ends_sentence
from generator.extract.roles import RoledLine

# A paragraph may well be said again: "He did not answer.". A long one is not, nor are two in the same order.
_LEAST_SAID, _LEAST_SAID_ALONE = 8, 16
_QUOTES = "\"“”„«»‘’'"
_CUT = ("...", "…")
_NEAR, _BELOW = 10, 3
# A piece that whoever said it signs is short; one without may be a sub-heading in the words of somebody.
_LEAST_QUOTED, _LEAST_UNSIGNED = 4, 8
_LEAST_CUT = 30
_NAME_WORDS = 4
_LEAST_TWICE, _LEAST_TWICE_SPACES = 20, 3
# What follows a caption that can be folded.
_MORE_OR_LESS = (" more", " less")
_SAME_START = 60
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


@dataclass(slots=True)
class Told:
    """What a story has told so far, to know what is printed again."""

    _places: dict[str, int] = field(default_factory=dict)
    _again: int | None = None

    def add(self, line: RoledLine) -> None:
        """Remember a line of the story, at its first place."""
        self._places.setdefault(line.line.text, len(self._places))

    def is_again(self, line: RoledLine, below: RoledLine | None) -> bool:
        """Whether a line is printed again: on its own, or with the one above or below it in the order they had."""
        text = line.line.text
        place = None if line.line.mark else self._places.get(text)
        again = place is not None and (
            (self._again is not None and place == self._again + 1)
            or (line.words >= _LEAST_SAID_ALONE and line.role == "prose" and text[0] not in _QUOTES)
            or (
                line.words >= _LEAST_SAID
                and below is not None
                and below.words >= _LEAST_SAID
                and self._places.get(below.line.text) == place + 1
            )
        )
        self._again = place if again else None
        return again


def is_pull_quote(lines: Sequence[RoledLine], at: int) -> bool:
    """Whether a line alone between paragraphs is a piece of one of them, or the name below such a piece."""
    if _is_piece(lines, at, _LEAST_QUOTED if at + 1 < len(lines) and _is_speaker(lines, at + 1) else _LEAST_UNSIGNED):
        return True
    return at > 0 and _is_speaker(lines, at) and _is_piece(lines, at - 1, _LEAST_QUOTED)


def _is_speaker(lines: Sequence[RoledLine], at: int) -> bool:
    """Whether a line is a name that a paragraph near by holds, below a line in quotation marks."""
    line, name = lines[at], lines[at].line.text
    if line.role != "short" or line.words > _NAME_WORDS or line.line.mark or ends_sentence(name):
        return False
    above = lines[at - 1].line.text
    return above[:1] in _QUOTES and above[-1:] in _QUOTES and _find_holder(lines, at, name, of=at - 1)


def _is_piece(lines: Sequence[RoledLine], at: int, least: int) -> bool:
    line = lines[at]
    text = line.line.text
    if line.line.mark or line.role not in ("short", "prose"):
        return False
    quoted = text[:1] in _QUOTES and text[-1:] in _QUOTES
    if not quoted and line.role == "prose":
        return False
    piece = text.strip(_QUOTES + ".,!? ")
    return line.words >= least and _find_holder(lines, at, piece, of=at)


def _find_holder(lines: Sequence[RoledLine], at: int, piece: str, of: int) -> bool:
    """Whether a longer paragraph near by holds the words."""
    piece = piece.translate(_FOLDED)
    return any(
        other.role == "prose" and len(other.line.text) > len(piece) + 20 and piece in other.line.text.translate(_FOLDED)
        for index, other in enumerate(lines[max(0, at - _NEAR) : at + _NEAR], start=max(0, at - _NEAR))
        if index != of
    )


def is_cut_short(lines: Sequence[RoledLine], at: int) -> bool:
    """`The wall fell on Monday and nobody ...`, with all of the sentence right below."""
    text = lines[at].line.text
    if not text.endswith(_CUT) or len(text) < _LEAST_CUT:
        return False
    begun = text.rstrip(".… ")
    return any(
        other.line.text.startswith(begun) and len(other.line.text) > len(begun) + 3
        for other in lines[at + 1 : at + 1 + _BELOW]
    )


def is_folded(text: str, below: str) -> bool:
    """`The wall before it fell on ... more`, and the same with all its words and `less`."""
    if not (text.endswith(_MORE_OR_LESS) and below.endswith(_MORE_OR_LESS)):
        return False
    return len(text) > _SAME_START and text[:_SAME_START] == below[:_SAME_START]


def is_said_twice(text: str) -> bool:
    """Whether a line is the same words twice or three times: a picture's, and those of the link beside it."""
    for times in (2, 3):
        # "The wall The wall", and "The wallThe wall".
        spaced = (len(text) + 1) % times == 0
        end = (len(text) + 1) // times - 1 if spaced else len(text) // times
        said = text[:end]
        if end >= _LEAST_TWICE and text[-end:] == said and text == (" " if spaced else "").join([said] * times):
            return said.count(" ") >= _LEAST_TWICE_SPACES
    return False
