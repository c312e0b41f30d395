"""The words of a picture that no credit and no label tell: those in its place, and captions by how they are put.

Lines with their roles come in; whether one of them is of a picture goes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from generator.extract.lines import ends_sentence, is_open
from generator.extract.roles import RoledLine

_SAME_WORDS = 4
# "A man in a grey shirt stands at a quay.": the words for those who do not see the picture.
_MOST_SHOWN_WORDS = 30
_SHOWN = re.compile(
    r"(?:an?|two|three|four|several|some|many|people|men|women|children|crowds|members|soldiers|officers|firefighters"
    r"|protesters|workers)\b[^\"“]{3,200}\b(?:wear|hold|stand|sit|smil|pos|gestur|look|walk|tak|point|wav|speak|lean|kneel"
    r"|carry|carri|rid|hug|fill|full of|seat|interview|pictur|shown|seen|view|display)\w{0,4}\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(r"\b(?:was|were|had|has|have|will|would|said|says|told|could|may|should|after|police|court)\b")

# A line that is so long and has no full stop is no sub-heading.
_CAPTION_WORDS = 8
# Two lines of the kind, and they are the story's own: sub-headings, or a list without bullets.
_LEAST_HEADINGS, _HEADING_WORDS = 2, 4
_MOST_SMALL = 0.34
_QUOTES = "\"“”„«»‘’'"
_CREDIT_WORDS = 6
# "… of the road. The": a sentence that another follows; "Gov. Field" is none.
_SENTENCE = re.compile(r"(?:\b[a-z]{2,20}|[A-Za-z]{5}|\d|[\"”’)])[.!?][\"”’']{0,2} (?=[A-Z\"“‘'])")
_CREDITING = frozenset("by for to of from the and via provided courtesy".split())
_TOLD = re.compile(r"\b(?:said|says|told|added|announced|warned|admitted|insisted)\b")
_LABEL = re.compile(r"[^:]{2,30}: ")


def has_headings(lines: Sequence[RoledLine]) -> bool:
    """Whether a story has sub-headings as long as captions, or a list without bullets."""
    alike = (
        line
        for line in lines
        if line.role == "short"
        and line.words >= _HEADING_WORDS
        and not line.line.mark
        and not ends_sentence(line.line.text)
    )
    return sum(1 for _ in islice(alike, _LEAST_HEADINGS)) == _LEAST_HEADINGS


def _is_headline_like(text: str) -> bool:
    """`Why Smiths Leave: The Long Road`, `“Nobody Asked Us”`: what captions are hardly ever put like."""
    quoted = text[0] in _QUOTES and text[-1] in _QUOTES
    if quoted or text[-1] == "?" or ": " in text or " – " in text:
        return True
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].islower() for word in words) <= _MOST_SMALL * len(words)


def is_unpunctuated(lines: Sequence[RoledLine], at: int, page: bool, own: bool) -> bool:
    """Whether a line without a full stop between paragraphs is a caption, and no paragraph or item that lacks it.

    `own`: such a line is the story's, unless it names an owner. Last words lack the full stop as often as a caption.
    """
    line, below = lines[at], lines[at + 1]
    text = line.line.text
    if line.words < _CAPTION_WORDS or below.role not in ("prose", "furniture", "caption"):
        return False
    cuts = [match.end() for match in _SENTENCE.finditer(text)]
    credited = bool(cuts) and _is_credit(text[cuts[-1] :])
    if not page and ((own and not credited) or _TOLD.search(text)):
        return False
    if cuts and not credited:
        return False
    return credited or not (_is_headline_like(text) or (at > 0 and _LABEL.match(text) and _is_sister(lines[at - 1])))


def _is_credit(text: str) -> bool:
    words = text.split()
    return len(words) <= _CREDIT_WORDS and not any(
        word[0].islower() and word.strip(".,()") not in _CREDITING for word in words
    )


def _is_sister(above: RoledLine) -> bool:
    """Whether the line above is an item of a list without bullets, as the one below it is: `May 2011: Flood …`."""
    text = above.line.text
    return above.role == "short" and not ends_sentence(text) and not is_open(text) and _LABEL.match(text) is not None


def is_pictured(line: RoledLine, caption: RoledLine) -> bool:
    """Whether a sentence above a caption says what the same picture shows: in the same words, or as such texts do."""
    text = line.line.text
    if line.role not in ("short", "prose") or line.line.mark or line.words > _MOST_SHOWN_WORDS:
        return False
    first, other = _fold(text).split()[:_SAME_WORDS], _fold(caption.line.text).split()[:_SAME_WORDS]
    if len(first) == _SAME_WORDS and first == other:
        return True
    return _SHOWN.match(text) is not None and _HAPPENED.search(text) is None


def tells_past(text: str) -> bool:
    """Whether a sentence tells what happened: most captions tell what is to be seen."""
    return _HAPPENED.search(text) is not None


def _fold(text: str) -> str:
    return text[:120].replace("’", "'").casefold()
