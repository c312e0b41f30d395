"""The dateline that agency copy opens with: `LONDON, Dec 10 (Reuters) - `, `BEIJING -- `, `Paris (AFP) – `."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.extract.source import is_agency, is_source
from generator.moments import day_of
from generator.printed_dates import MONTHS, find_moments, read_day

_MONTH = "|".join(sorted(MONTHS, key=lambda name: -len(name)))
_DAY = rf"(?:(?i:{_MONTH})\.?\s\d{{1,2}}|\d{{1,2}}\s(?i:{_MONTH})\.?)(?:,?\s\d{{4}})?"
_UPPER = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’]*(?:[ /-][A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’]*){0,4}"
_PLAIN = (
    r"[A-Z\u00c0-\u00de][\w.'’-]*(?:[ /-](?:(?:de|la|el|al|of|the|du|di|am|upon)[ -])?[A-Z\u00c0-\u00de][\w.'’-]*){0,3}"
)
_DASH = r"\s?(?:--|[-–—―]|:(?!\d))\s?"
_UPPER_DATELINE = re.compile(
    rf"(?P<place>{_UPPER}(?:,\s{_PLAIN}){{0,2}})(?:,\s(?P<day>{_DAY}))?(?:\s\((?P<agency>[^()]{{2,40}})\))?{_DASH}(?=\S)"
)
_PLAIN_DATELINE = re.compile(
    rf"(?P<place>{_PLAIN}(?:,\s{_PLAIN}){{0,2}})(?:,?\s(?P<day>{_DAY}))?(?:\s\((?P<agency>[^()]{{2,40}})\))?{_DASH}(?=\S)"
)
_AGENCY_FIRST = re.compile(rf"\((?P<agency>[^()]{{2,40}})\)\s?(?P<dash>{_DASH})?(?=\S)")
_CUE = re.compile(r"[-–—―:)]")
# Words that open a line in capitals before a dash or colon and are no places.
_NOT_PLACES = frozenset(
    (
        "watch update updated breaking video photos exclusive analysis opinion review profile live listen read note"
        " warning correction editor clarification factbox timeline explainer interview urgent developing more related"
        " who what why when where how recap preview poll quiz comment letters obituary podcast gallery first second"
        " third"
    ).split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDateline:
    """A dateline found at the start of a paragraph: `paragraph[:end]`."""

    end: int
    place: str | None
    day: str | None
    """The date as printed, often without a year."""
    agency: str | None


def find_dateline(paragraph: str) -> PrintedDateline | None:
    """The dateline a paragraph opens with.

    A place in capitals needs nothing but the dash; a place in small letters needs an agency or a date beside it, or
    any sentence "Paris - …" would be one.
    """
    head = paragraph[:160]
    if not _CUE.search(head):
        return None
    match = _UPPER_DATELINE.match(head)
    if match and _is_place_in_capitals(match, head):
        return _make(match)
    match = _PLAIN_DATELINE.match(head)
    if match and (_is_agency(match["agency"]) or (match["day"] and _opens_sentence(head, match.end()))):
        return _make(match)
    match = _AGENCY_FIRST.match(head)
    if match and (is_agency(match["agency"]) or (match["dash"] and _is_agency(match["agency"]))):
        return PrintedDateline(end=match.end(), place=None, day=None, agency=match["agency"])
    return None


def _make(match: re.Match[str]) -> PrintedDateline:
    agency = match["agency"] if _is_agency(match["agency"]) else None
    return PrintedDateline(end=match.end(), place=match["place"], day=match["day"], agency=agency)


def _is_agency(text: str | None) -> bool:
    return bool(text) and (
        is_source(text or "") or bool(re.fullmatch(r"[A-Z][A-Za-z]{1,11}(?:[ /][A-Z][\w.]{1,14}){0,2}", text or ""))
    )


def _is_place_in_capitals(match: re.Match[str], head: str) -> bool:
    place = match["place"]
    if place.split(",")[0].casefold().strip(".") in _NOT_PLACES or len(place.split(",")[0]) < 3:
        return False
    if match["agency"] or match["day"]:
        return True
    if is_agency(place):
        return False
    dash = match[0][len(place) :]
    return ":" not in dash and dash.strip() != "-" * len(dash) and _opens_sentence(head, match.end())


def _opens_sentence(head: str, at: int) -> bool:
    return re.match(r"[\"'“‘(]*(?:[A-Z\u00c0-\u00de]|\d|[a-z]?[A-Z])", head[at : at + 6]) is not None


def date_of(dateline: PrintedDateline, year: int | None) -> date | None:
    """The dateline's day; its year when it prints none is `year`."""
    if dateline.day is None:
        return None
    if found := find_moments(dateline.day):
        return day_of(found[0].moment)
    return read_day(dateline.day, year) if year is not None else None
