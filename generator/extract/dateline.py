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
# An underscore is a dash that an old wire could not send.
_DASH = r"\s?(?:--|[-–—―]|_(?=\s)|:(?!\d))\s?"
_UPPER_DATELINE = re.compile(
    rf"(?P<place>{_UPPER}(?:,\s{_PLAIN}){{0,2}})(?:,\s(?P<day>{_DAY}))?(?:\s\((?P<agency>[^()]{{2,40}})\))?{_DASH}(?=\S)"
)
_PLAIN_DATELINE = re.compile(
    rf"(?P<place>{_PLAIN}(?:,\s{_PLAIN}){{0,2}})(?:,?\s(?P<day>{_DAY}))?(?:\s\((?P<agency>[^()]{{2,40}})\))?{_DASH}(?=\S)"
)
# Agencies that set their name between slashes, and those that end the place or the date with a full stop:
# "BERLIN, Dec. 10 /Xinhua/ --", "MOSCOW, December 10. /TASS/.", "KIEV. Dec 10 (Interfax) -".
_SLASHED_DATELINE = re.compile(
    rf"(?P<place>{_UPPER}(?:,\s{_PLAIN}){{0,2}})[,.]\s(?:(?P<day>{_DAY})[.,]?\s)?"
    rf"(?:/(?P<agency>[^/()]{{2,30}})/[.,]?(?:{_DASH})?\s?|\((?P<other>[^()]{{2,40}})\){_DASH})(?=\S)"
)
# The web editions of broadcasters leave the dash out: "Portsea, England (CNN)The wall", "(CNN) The wall".
_DASHLESS_DATELINE = re.compile(
    rf"(?P<place>{_PLAIN}(?:,\s{_PLAIN}){{0,2}})(?:,\s(?P<day>{_DAY}))?\s\((?P<agency>[^()]{{2,40}})\)\s?"
    r"(?=[\"'“‘]?[A-Z\d])"
)
_COLON_DATELINE = re.compile(
    r"(?P<place>[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’-]+(?: [A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’-]+){0,3}):\s(?=\S)"
)
_LEAST_COLON_LETTERS, _LEAST_COLON_WORDS = 4, 12
# Italian and Spanish agencies: `(ANSA) - Rome, October 11 - `.
_AGENCY_AND_PLACE = re.compile(
    rf"\((?P<agency>[^()]{{2,40}})\)\s?[-–—]{{1,2}}\s?(?P<place>{_PLAIN})(?:,\s(?P<day>{_DAY}))?\s?[-–—]{{1,2}}\s?(?=\S)"
)
_AGENCY_FIRST = re.compile(rf"\((?P<agency>[^()]{{2,40}})\)\s?(?P<dash>{_DASH})?(?=\S)")
_CUE = re.compile(r"[-–—―:)_/]")
# Words that open a line in capitals before a dash or colon and are no places.
_NOT_PLACES = frozenset(
    (
        "watch update updated breaking video photos exclusive analysis opinion review profile live listen read note"
        " warning correction editor clarification factbox timeline explainer interview urgent developing more related"
        " who what why when where how recap preview poll quiz comment letters obituary podcast gallery first second"
        " third news alert flash just in latest headline headlines question answer caption photo picture image source"
        " sources picture editors blog column interactive summary key points fact check tip tips spoiler spoilers day"
        " today yesterday monday tuesday wednesday thursday friday saturday sunday host guest voice-over narrator"
        " advisory lead wrapup refile corrected embargo kill"
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
    if (match := _SLASHED_DATELINE.match(head)) and _is_agency(match["agency"] or match["other"]):
        agency = match["agency"] or match["other"]
        return PrintedDateline(end=match.end(), place=_tidy_place(match["place"]), day=match["day"], agency=agency)
    match = _DASHLESS_DATELINE.match(head)
    if match and is_agency(match["agency"]):
        return PrintedDateline(end=match.end(), place=match["place"], day=match["day"], agency=match["agency"])
    match = _AGENCY_AND_PLACE.match(head)
    if match and _is_agency(match["agency"]) and _opens_sentence(head, match.end()):
        return _make(match)
    match = _AGENCY_FIRST.match(head)
    if match and (is_agency(match["agency"]) or (match["dash"] and _is_agency(match["agency"]))):
        return PrintedDateline(end=match.end(), place=None, day=None, agency=match["agency"])
    return None


def find_colon_dateline(paragraph: str) -> PrintedDateline | None:
    """`PORTSEA: The wall …`, as Indian and Pakistani papers print it.

    Only for a story's first paragraph: elsewhere it is a speaker in a transcript, or the kicker of an item in a list.
    """
    match = _COLON_DATELINE.match(paragraph[:80])
    if match is None or len(paragraph.split(None, _LEAST_COLON_WORDS)) <= _LEAST_COLON_WORDS:
        return None
    place = match["place"]
    if len(place) < _LEAST_COLON_LETTERS or not _NOT_PLACES.isdisjoint(place.casefold().split()) or is_source(place):
        return None
    if not _opens_sentence(paragraph, match.end()):
        return None
    return PrintedDateline(end=match.end(), place=place, day=None, agency=None)


def _make(match: re.Match[str]) -> PrintedDateline:
    agency = match["agency"] if _is_agency(match["agency"]) else None
    return PrintedDateline(end=match.end(), place=_tidy_place(match["place"]), day=match["day"], agency=agency)


def _tidy_place(place: str) -> str:
    """A place in capitals without the full stop that ends it."""
    return place[:-1] if place.isupper() and place.endswith(".") and place.count(".") == 1 else place


def _is_agency(text: str | None) -> bool:
    return bool(text) and (
        is_source(text or "")
        or any(is_agency(part) for part in (text or "").split("/"))
        or bool(re.fullmatch(r"[A-Z][A-Za-z]{1,11}(?:[ /][A-Z][\w.]{1,14}){0,2}", text or ""))
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
