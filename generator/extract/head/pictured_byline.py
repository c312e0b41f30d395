"""Bylines that say whose words and whose pictures these are: `Words by Ann Field, pictures by Max Holm`.

A line comes in; the byline and the owner of the pictures go out, in any of the languages that there are words of.
"""

from __future__ import annotations

import re
from functools import cache

from generator.extract.head.byline import Byline, read_names, read_script_byline
from generator.vocabulary.stamp_words import by_pattern, cut_by, join_pattern, list_words

_LONGEST_LINE = 200
_LONGEST_OWNER = 60
_CUE = 4
_BETWEEN = " \t,;.|/·•–—-"
_JOIN_LAST = re.compile(r"\s(?:and|und|et|y|e|en|och|og|и)\Z", re.IGNORECASE)
# "Story and photos by Ann Field": one for both.
_WORDS = r"(?:words|story|text|textes?|textos?|testo|tekst)"
_PICTURES = r"(?:photo(?:s|graphs|graphy)?|fotos?|foto's|fotografías?|pictures|images|bilder|beeld)"
_BOTH = re.compile(
    rf"(?:{_WORDS} (?:and|&|und|et|y|e|en|och|og) {_PICTURES}|{_PICTURES} (?:and|&|und|et|y|e|en|och|og) {_WORDS})"
    r"(?:\s?:\s?|\s(?:by|von|par|por|de|di|door|av|af)\s)(?P<names>.{3,120})\Z",
    re.IGNORECASE,
)


def read_pictured_byline(text: str) -> tuple[Byline, str] | None:
    """Who wrote, and whom the pictures are credited to; None when a line does not say both."""
    if len(text) > _LONGEST_LINE:
        return None
    if match := _BOTH.match(text):
        byline = read_names(match["names"])
        return (byline, " and ".join(byline.authors)) if byline is not None and byline.authors else None
    # The cheapest question first: few lines begin as bylines do.
    if not by_pattern().match(text):
        return None
    folded = text.casefold()
    if not any(cue in folded for cue in _list_cues()) or not (labels := list(_label_pattern().finditer(text, 1))):
        return None
    owner = text[labels[-1].end() :].strip(_BETWEEN)
    byline = _read_byline(_JOIN_LAST.sub("", text[: labels[-1].start()].rstrip(_BETWEEN)))
    if byline is None or not byline.authors or not owner or len(owner) > _LONGEST_OWNER or owner.islower():
        return None
    return byline, owner


def _read_byline(text: str) -> Byline | None:
    names = [name for name in join_pattern().split(cut_by(text, names=False)) if name]
    return read_script_byline(text) or (read_names(", ".join(names)) if names else None)


@cache
def _list_cues() -> tuple[str, ...]:
    """The beginnings of all words for pictures: a line that holds none of them names nobody's."""
    return tuple(
        sorted({word.casefold()[:_CUE] for word in list_words("pictures")} | {"phot", "pict", "imag", "bild", "beel"})
    )


@cache
def _label_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in list_words("pictures"))
    return re.compile(rf"(?<!\w)(?:{words})(?:(?<=[:：/／])|\s?:|\s)", re.IGNORECASE)
