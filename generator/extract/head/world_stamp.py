"""Lines of other languages that say when, by whom and for whom an article was published.

A line whose words beside names and dates were put in English comes in; what it says goes out, or None.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extract.head.stamp import Stamp, read_stamp
from generator.extract.head.world_lines import NOBODY, starts_with_article
from generator.vocabulary.stamp_words import not_names

# "Madrid - 2015-04-03": a place of one word before the date, as other languages print it.
_PLACE_FIRST = re.compile(
    r"(?P<place>[A-Z\u00c0-\u00de][\w'’-]{2,30})\s?(?:[,|/·]|\s[–-])\s(?=(?:Published |Updated )?\d{1,4}[./-]\d)"
)
_PLACE_LAST = re.compile(r"(?:,\s|\s[–|·-]\s)(?P<place>[A-Z\u00c0-\u00de][\w'’-]{2,30})\Z")
_DIGIT = re.compile(r"\d")


def read_world_stamp(english: str, day_first: bool = True) -> Stamp | None:
    """What a line of another language says, its words put in English; one that names nobody says nothing."""
    if english == NOBODY:
        return Stamp()
    stamp = read_stamp(english, day_first)
    if stamp is None and (match := _PLACE_FIRST.match(english) or _PLACE_LAST.search(english)):
        dated = read_stamp(english[: match.start()] + english[match.end() :], day_first)
        told = dated is not None and (dated.published or dated.updated)
        stamp = replace(dated, place=match["place"]) if dated is not None and told else None
    return _tell_names(stamp) if stamp is not None and stamp.authors else stamp


def _tell_names(stamp: Stamp) -> Stamp | None:
    """The stamp without what stands beside a name and is none: a place, an office; None when no name is left.

    A byline of one word is a sub-heading: `Von Rom`, `Por Navidad`.
    """
    paper = next((author for author in stamp.authors if starts_with_article(author)), None)
    names = tuple(author for author in stamp.authors if author != paper and _is_full_name(author))
    if stamp.authors[0] not in (*names, paper):
        return None
    return replace(stamp, authors=names, source=paper or stamp.source)


def _is_full_name(author: str) -> bool:
    """Whether what stands in a byline is no place, outlet or button: `Berlin`, `G1 Lisboa`, `Alle Artikel`."""
    words = author.casefold().split()
    return len(words) > 1 and not _DIGIT.search(author) and not_names().isdisjoint(words)
