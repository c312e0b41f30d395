"""The agency that a story's last paragraph ends in, `… was "still open" - AFP`, `… had been out. Agencies`.

A paragraph comes in; where in it the agency's name begins, and the name, go out. A caption at a text's end may close in
a bare agency as well: it is one sentence, and nobody says anything in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.head.credits import is_photo_agency
from generator.extract.head.source import is_source
from generator.extract.lines import count_words, ends_sentence

_REACH = 50
_LEAST_WORDS = 8
_END = re.compile(r"[.!?\"”’')](?P<cut>\s(?P<sign>[-–—(\[]{0,2}\s?)(?P<name>[A-Z][\w/ .&,-]{1,38}?)[)\]]?\.?)\Z")
# "The lamp had been out. Nobody saw it.": two sentences or more; "Gov. Field" is not the end of one.
_SENTENCE = re.compile(r"(?:\b[a-z]{2,20}|[A-Za-z]{5}|\d|[\"”’)])[.!?][\"”’']{0,2} [A-Z\"“‘']")
_TOLD = re.compile(r"[\"“]|\b(?:said|says|told|added|announced|warned)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class LastAgency:
    """The name, and where what is to be cut off begins."""

    start: int
    name: str


def find_last_agency(text: str) -> LastAgency | None:
    """The agency at the end of a paragraph, after a sentence."""
    match = _END.search(text, max(0, len(text) - _REACH))
    if match is None:
        return None
    name = match["name"].strip(" .")
    rest = text[: match.start("cut")]
    if count_words(rest) < _LEAST_WORDS:
        return None
    signed = bool(match["sign"].strip())
    if not (is_photo_agency(name) or (signed and is_source(name))):
        return None
    told = signed or (ends_sentence(rest) and (_TOLD.search(rest) or _SENTENCE.search(rest)))
    return LastAgency(start=match.start("cut"), name=name) if told else None
