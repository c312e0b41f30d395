"""What lines above a story say by where they stand: the outlet, a place on a line of its own, a label and no more."""

from __future__ import annotations

import re

from generator.extract.byline import tidy_name
from generator.extract.roles import RoledLine
from generator.extract.section import read_kicker
from generator.extract.source import is_agency, is_source, read_home_link
from generator.extract.stamp import Stamp

_DATE_LABEL = re.compile(r"(?:first |last )?(?:published|updated|posted)\s?:?\Z", re.IGNORECASE)
_SECTION_LABEL = re.compile(r"from the section\s?:?\Z", re.IGNORECASE)
# "PORTSEA", "Portsea, England" between the date and the story.
_PLACE_ALONE = re.compile(
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.-]{2,20}(?:[ ,]{1,2}[A-Z\u00c0-\u00de'’.-]{2,20}){0,3}\Z"
)
_ONE_PLACE = re.compile(r"[A-Z\u00c0-\u00de][^\W\d_]{2,20}\Z")
_NAMES = r"[A-Z\u00c0-\u00de][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){0,2}"
_PLACE_AND_COUNTRY = re.compile(rf"{_NAMES}(?:, {_NAMES}){{0,2}}\Z")
# Where a page names itself.
_MAST_LINES = 60


def find_masthead(top: tuple[RoledLine, ...], dump: bool) -> str | None:
    """The outlet that a paste opens with, above a row of links; on a page, the one whose home a link leads to."""
    if dump:
        return next((name for line in top[:_MAST_LINES] if (name := read_home_link(line.line.text))), None)
    first = top[0] if top else None
    named = first is not None and first.role == "short" and not first.line.mark and is_source(first.line.text)
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


def is_section_label(line: RoledLine) -> bool:
    """Whether a line announces the section on the next: `From the section`."""
    return _SECTION_LABEL.match(line.line.text) is not None
