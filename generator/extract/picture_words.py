"""The words that stand in a picture's place, for those who do not see it, above its caption."""

from __future__ import annotations

import re

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


def is_pictured(line: RoledLine, caption: RoledLine) -> bool:
    """Whether a sentence above a caption says what the same picture shows: in the same words, or as such texts do."""
    text = line.line.text
    if line.role not in ("short", "prose") or line.line.mark or line.words > _MOST_SHOWN_WORDS:
        return False
    first, other = _fold(text).split()[:_SAME_WORDS], _fold(caption.line.text).split()[:_SAME_WORDS]
    if len(first) == _SAME_WORDS and first == other:
        return True
    return _SHOWN.match(text) is not None and _HAPPENED.search(text) is None


def _fold(text: str) -> str:
    return text[:120].replace("’", "'").casefold()
