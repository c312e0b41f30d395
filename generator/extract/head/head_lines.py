"""What lines above a story say by where they stand: the outlet, a place on a line of its own, a label and no more."""

from __future__ import annotations

import re

from generator.extract.head.names import tidy_name
from generator.extract.head.section import read_kicker, read_trail
from generator.extract.head.source import is_agency, is_source
from generator.extract.head.stamp import Stamp
from generator.extract.lines import LONG_WORDS, ends_sentence
from generator.extract.roles import RoledLine

_DATE_LABEL = re.compile(r"(?:first |last )?(?:published|updated|posted)\s?:?\Z", re.IGNORECASE)
# Above the topics of a story: "Ships, Trade, Portsea".
_TAGS_LABEL = re.compile(
    r"(?:tags|topics|related topics|trends|key ?words|filed under|categories)\s?:?\Z", re.IGNORECASE
)
_SECTION_LABEL = re.compile(r"from the section\s?:?\Z", re.IGNORECASE)
# "PORTSEA", "Portsea, England" between the date and the story.
_PLACE_ALONE = re.compile(
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.-]{2,20}(?:[ ,]{1,2}[A-Z\u00c0-\u00de'’.-]{2,20}){0,3}\Z"
)
_ONE_PLACE = re.compile(r"[A-Z\u00c0-\u00de][^\W\d_]{2,20}\Z")
_NAMES = r"[A-Z\u00c0-\u00de][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){0,2}"
_PLACE_AND_COUNTRY = re.compile(rf"{_NAMES}(?:, {_NAMES}){{0,2}}\Z")
# Between a page's headline and its picture stand labels of a word or two.
_PICTURE_REACH, _LABEL_WORDS = 8, 2


def find_masthead(top: tuple[RoledLine, ...], dump: bool) -> str | None:
    """The outlet that a paste opens with, above a row of links; a page names others, and its own for its site."""
    first = top[0] if top and not dump else None
    named = first is not None and first.role == "short" and not first.line.mark and is_source(first.line.text)
    named = named and first is not None and read_trail(first.line.text) is None
    return tidy_name(first.line.text.removesuffix(".")) if first is not None and named else None


def read_place(above: tuple[RoledLine, ...], index: int, signed: bool) -> Stamp | None:
    """The place on a line of its own: in capitals between date and story, or above an agency's name and a dash.

    `signed`: a byline stands right above; with a date below, one word is where its author is.
    """
    line = above[index]
    if line.role != "short" or line.line.mark:
        return None
    text, last = line.line.text, index + 1 == len(above)
    stamps = [other.stamp for other in above[:index] if other.stamp is not None]
    dated = next((stamp.published for stamp in stamps if stamp.published), None)
    if last and dated and _PLACE_ALONE.match(text) and not is_source(text) and read_kicker(text) is None:
        return Stamp(place=text, published=dated)
    if signed and not last and above[index + 1].role == "stamp" and _ONE_PLACE.match(text) and not is_source(text):
        return Stamp(place=text) if read_kicker(text) is None else None
    below = [other.line.text for other in above[index + 1 :]]
    agency = len(below) == 2 and is_agency(below[0]) and not any(sign.isalnum() for sign in below[1])
    return Stamp(place=text, source=below[0]) if agency and _PLACE_AND_COUNTRY.match(text) else None


def is_date_label(line: RoledLine) -> bool:
    """Whether a line is a date's label, with an age below it or nothing: `Published`."""
    return line.role == "short" and _DATE_LABEL.match(line.said) is not None


def is_tags_label(line: RoledLine) -> bool:
    """Whether a line announces the topics of a story, which are no headline: `Tags`."""
    return line.role in ("box", "furniture", "short") and _TAGS_LABEL.match(line.line.text) is not None


def is_reporting_label(line: RoledLine) -> bool:
    """Whether a line says that the next one is where a writer is: `Reporting from`."""
    return line.role == "short" and line.line.text.casefold() in ("reporting from", "reporting in")


def is_place_name(line: RoledLine) -> bool:
    """Whether a line can be the name of a place and no more: `Portsea`, `New Portsea, England`."""
    return line.role == "short" and not line.line.mark and _PLACE_AND_COUNTRY.match(line.line.text) is not None


def is_run_on(above: tuple[RoledLine, ...], index: int) -> bool:
    """Whether a text's first line, with the words of a picture below it, is headline and standfirst in one."""
    line = above[index]
    if line.line.number != 1 or line.line.mark or line.words < LONG_WORDS or ends_sentence(line.line.text):
        return False
    return index + 1 < len(above) and above[index + 1].role == "caption"


def reach_picture(lines: tuple[RoledLine, ...], top: int) -> int:
    """Where the picture begins that stands above a headline's labels; `top`, the first of those, when none does."""
    at = top
    while at > 0 and top - at < _PICTURE_REACH and _is_by_picture(lines[at - 1]):
        at -= 1
    return next((index for index in range(at, top) if lines[index].role == "caption"), top)


def _is_by_picture(line: RoledLine) -> bool:
    label = line.role == "short" and not line.line.mark and line.words <= _LABEL_WORDS
    return label or line.role in ("caption", "furniture")


def is_section_label(line: RoledLine) -> bool:
    """Whether a line announces the section on the next: `From the section`."""
    return _SECTION_LABEL.match(line.line.text) is not None
