"""The dateline that agency copy opens with: `LONDON, Dec 10 (Reuters) - `, `BEIJING -- `, `Paris (AFP) – `."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.extract.head.source import is_agency, is_source
from generator.extract.lines import ends_sentence
from generator.moments import day_of
from generator.printed_dates import MONTHS, find_moments, read_day
from generator.world_dates import read_world_day, write_iso_days

_MONTH = "|".join(sorted(MONTHS, key=lambda name: -len(name)))
# The months of other languages are looked up when the rest is in its place: "3 avril", "10. November", "3 de abril".
_DAY = (
    rf"(?:(?i:{_MONTH})\.?\s\d{{1,2}}"
    rf"|(?:(?:le|den)\s)?\d{{1,2}}(?:\.|er|º)?\s(?:de\s)?(?:(?i:{_MONTH})|[^\W\d_]{{3,10}})\.?)"
    r"(?:,?\s(?:de\s)?\d{4})?"
)
_CAP = r"A-Z\u00c0-\u00deİŞĞŠČŽŁŚŻ"
_UPPER = rf"[{_CAP}][{_CAP}.'’]*(?:[ /-][{_CAP}][{_CAP}.'’]*){{0,4}}"
_PLAIN = rf"[{_CAP}][\w.'’-]*(?:[ /-](?:(?:de|la|el|al|of|the|du|di|am|upon)[ -])?[{_CAP}][\w.'’-]*){{0,3}}"
# An underscore is a dash that an old wire could not send.
# "(EFE).-" is how Spanish agencies end theirs.
_DASH = r"\s?(?:\.?--|\.?[-–—―]|_(?=\s)|:(?!\d))\s?"
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
_COLON_DATELINE = re.compile(rf"(?P<place>[{_CAP}][{_CAP}.'’-]+(?: [{_CAP}][{_CAP}.'’-]+){{0,3}}):\s(?=\S)")
_COUNTRY_DATELINE = re.compile(rf"(?P<place>{_PLAIN},\s{_PLAIN})\s[-–—]{{1,2}}\s(?=[\"“‘']?[{_CAP}])")
_LEAP_YEAR = 2000
_LONGEST_BARE, _BARE_WORDS = 60, 6
_LEAST_COLON_LETTERS, _LEAST_COLON_WORDS = 4, 12
# Italian and Spanish agencies: `(ANSA) - Rome, October 11 - `.
_AGENCY_AND_PLACE = re.compile(
    rf"\((?P<agency>[^()]{{2,40}})\)\s?[-–—]{{1,2}}\s?(?P<place>{_PLAIN})(?:,\s(?P<day>{_DAY}))?\s?[-–—]{{1,2}}\s?(?=\S)"
)
# "Roma, 3 apr. - (Adnkronos) - ".
_AGENCY_LAST = re.compile(
    rf"(?P<place>{_PLAIN}),\s(?P<day>{_DAY})\s?[-–—]\s?\((?P<agency>[^()]{{2,40}})\)\s?[-–—]\s?(?=\S)"
)
# "PORTSEA, England--(SAMPLE WIRE)--The wall": a press release.
_RELEASE_DATELINE = re.compile(
    rf"(?P<place>{_UPPER}(?:,\s{_PLAIN}){{0,2}})\s?--\s?\((?P<agency>[^()]{{2,40}})\)\s?--\s?"
    rf"(?:(?P<day>{_DAY})\s?--\s?)?(?=\S)"
)
_AGENCY_FIRST = re.compile(rf"\((?P<agency>[^()]{{2,40}})\)\s?(?P<dash>{_DASH})?(?=\S)")
# The initials of those who sent it: "EFE abc/def".
_WIRE_TAIL = re.compile(r"[)\]]?(?:\s[a-z0-9]{2,5}(?:[/-][a-z0-9]{2,5}){0,4}|(?:\s[A-Z]{2,4}){1,4})?\.?\Z")
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
    match = _match(_UPPER_DATELINE, head)
    if match and _is_place_in_capitals(match, head):
        return _make(match)
    if "(" in head and (match := _match(_AGENCY_LAST, head)) and _is_agency(match["agency"]):
        return _make(match)
    match = _match(_PLAIN_DATELINE, head)
    if match and (_is_agency(match["agency"]) or (match["day"] and _opens_sentence(head, match.end()))):
        return _make(match)
    if (match := _match(_SLASHED_DATELINE, head)) and _is_agency(match["agency"] or match["other"]):
        agency = match["agency"] or match["other"]
        return PrintedDateline(end=match.end(), place=_tidy_place(match["place"]), day=match["day"], agency=agency)
    return _find_by_agency(head)


def _find_by_agency(head: str) -> PrintedDateline | None:
    """A dateline that is one by the agency that stands in it: without a dash, or in another order."""
    match = _match(_DASHLESS_DATELINE, head)
    if match and is_agency(match["agency"]):
        return PrintedDateline(end=match.end(), place=match["place"], day=match["day"], agency=match["agency"])
    match = _match(_AGENCY_AND_PLACE, head)
    if match and _is_agency(match["agency"]) and _opens_sentence(head, match.end()):
        return _make(match)
    if "—" in head[:_LONGEST_BARE] and (bare := _find_bare_agency(head)):
        return bare
    if "(" in head and (match := _match(_RELEASE_DATELINE, head)) and _is_agency(match["agency"]):
        return _make(match)
    match = _AGENCY_FIRST.match(head)
    if match and (is_agency(match["agency"]) or (match["dash"] and _is_agency(match["agency"]))):
        return PrintedDateline(end=match.end(), place=None, day=None, agency=match["agency"])
    return None


def _find_bare_agency(head: str) -> PrintedDateline | None:
    """`New Portsea CNN — The wall`: broadcasters set the two on lines of their own, which copies run together."""
    before, dash, after = head.partition("—")
    words = before.split()
    if not dash or not 0 < len(words) <= _BARE_WORDS or not all(word[:1].isupper() for word in words):
        return None
    count = next((count for count in (2, 1) if count <= len(words) and is_agency(" ".join(words[-count:]))), None)
    end = len(before) + 1 + len(after) - len(after.lstrip())
    if count is None or not _opens_sentence(head, end):
        return None
    place = " ".join(words[:-count]).strip(",") or None
    return PrintedDateline(end=end, place=place, day=None, agency=" ".join(words[-count:]))


def _match(pattern: re.Pattern[str], head: str) -> re.Match[str] | None:
    """The match of a pattern whose day, if there is one, is a day."""
    match = pattern.match(head)
    day = match["day"] if match is not None else None
    return match if day is None or date_of_day(day, _LEAP_YEAR) is not None else None


def find_country_dateline(paragraph: str) -> PrintedDateline | None:
    """`Portsea, England - The wall …`: a town and its country, a dash and no agency; for a story's first paragraph."""
    match = _COUNTRY_DATELINE.match(paragraph[:80])
    if match is None or not _NOT_PLACES.isdisjoint(match["place"].casefold().replace(",", " ").split()):
        return None
    if len(paragraph.split(None, _LEAST_COLON_WORDS)) <= _LEAST_COLON_WORDS:
        return None
    return PrintedDateline(end=match.end(), place=match["place"], day=None, agency=None)


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
    return re.match(rf"[\"'“‘(]*(?:[{_CAP}]|\d|[a-z]?[A-Z])", head[at : at + 6]) is not None


def find_wire_end(paragraph: str, agency: str) -> int | None:
    """Where in a report's last paragraph its agency ends it: `… fell. EFE abc/def`, `… fell. (ANSA)`."""
    at = paragraph.rfind(agency)
    head, tail = paragraph[:at].rstrip(" ([/-–—"), paragraph[at + len(agency) :]
    return len(head) + 1 if at > 0 and _WIRE_TAIL.match(tail) and ends_sentence(head) else None


def date_of(dateline: PrintedDateline, year: int | None) -> date | None:
    """The dateline's day; its year when it prints none is `year`."""
    if dateline.day is None:
        return None
    return date_of_day(dateline.day, year)


def date_of_day(printed: str, year: int | None) -> date | None:
    """`Dec. 10`, `3 avril 2015`: the day, of `year` when it prints none."""
    if found := find_moments(write_iso_days(printed)):
        return day_of(found[0].moment)
    if year is None:
        return None
    return read_day(printed, year) or read_world_day(printed, year)
