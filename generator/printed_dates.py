"""Dates as newspapers, agencies and web pages print them: `Dec. 10, 2015, 6:40 p.m. ET`, `10 December 2015 18:40 GMT`.

A line of text comes in; the dates in it go out, each with its place in the line. English month names only; a date in
figures is read in any language. What is not printed is not supplied: a day without a time stays a day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from generator.moments import MONTH_NAMES, Moment, is_likely_year

MONTHS = {
    name: number
    for number, month in enumerate(map(str.lower, MONTH_NAMES), start=1)
    for name in (month, month[:3], *(("sept",) if month == "september" else ()))
}
"""English month names and their usual abbreviations, in lower case without a full stop."""

# Hours east of Greenwich. IST is India's, CST and EST America's: the commonest in English news. German and Russian
# letters stand beside the international ones.
_ZONES = {
    "gmt": 0.0, "utc": 0.0, "z": 0.0, "wet": 0.0, "bst": 1.0, "cet": 1.0, "mez": 1.0, "cest": 2.0, "mesz": 2.0,
    "eet": 2.0, "eest": 3.0, "msk": 3.0, "мск": 3.0, "trt": 3.0, "gst": 4.0, "pkt": 5.0, "ist": 5.5, "ict": 7.0,
    "hkt": 8.0, "sgt": 8.0, "pht": 8.0, "jst": 9.0, "kst": 9.0, "aest": 10.0, "aedt": 11.0, "nzst": 12.0,
    "nzdt": 13.0,
    "est": -5.0, "edt": -4.0, "cst": -6.0, "cdt": -5.0, "mst": -7.0, "mdt": -6.0, "pst": -8.0, "pdt": -7.0,
}  # fmt: skip
# "ET" is printed winter and summer; the date tells which offset it stands for.
_AMERICAN = {"et": -5.0, "ct": -6.0, "mt": -7.0, "pt": -8.0}

_MONTH = r"(?P<{}>" + "|".join(sorted(MONTHS, key=lambda name: -len(name))) + r")\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s{1,3})?"
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = (
    r"(?<![\w/.-])" + _WEEKDAY + r"(?:"
    r"(?P<iso_year>\d{4})[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})"
    rf"|{_DAY.format('day_1')}[\s-]{{1,3}}(?:of\s)?{_MONTH.format('month_1')}[\s,-]{{1,3}}(?P<year_1>\d{{4}})"
    rf"|{_MONTH.format('month_2')}\s{{1,3}}{_DAY.format('day_2')},?\s{{1,3}}(?P<year_2>\d{{4}})"
    r"|(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year_3>\d{4})"
    r")(?!\d|[/.-]\d)"
)
_ZONE_NAME = (
    r"(?P<@zone>[-+]\d\d:?\d\d|(?:gmt|utc)\s?[-+]\d{1,2}(?::?\d\d)?|"
    + "|".join(sorted({*_ZONES, *_AMERICAN}, key=lambda name: (-len(name), name)))
    + r")(?!\w)"
)
# "@" stands for a prefix that keeps the group names of two clocks in one pattern apart.
_CLOCK = (
    r"(?P<@hour>\d{1,2})(?:[:.h](?P<@minute>\d\d)(?::(?P<@second>\d\d)(?:\.\d{1,9})?)?(?!\d)"
    r"(?:\s?(?P<@half>[ap])\.?m\b\.?)?|\s?(?P<@half_alone>[ap])\.?m\b\.?)"
    r"(?:\s?(?:hrs|hours|h)\b)?(?:\s?\(?" + _ZONE_NAME + r"\)?)?"
)
_AFTER = r"(?:(?:T|\s{0,3}(?:,|:|\||-|–|—|at\b|@|\()?\s{0,3})" + _CLOCK.replace("@", "after_") + ")?"
_BEFORE = r"(?:(?<![\w:.])" + _CLOCK.replace("@", "before_") + r"\s{0,3}(?:,|\||-|–|on\b)?\s{0,3})?"
_MOMENT = re.compile(_BEFORE + _DATE + _AFTER, re.IGNORECASE)
_TIME = re.compile(r"(?<![\w:.])" + _CLOCK.replace("@", "") + r"\Z", re.IGNORECASE)
_LONGEST_DATE = 200
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[-+]\d{4})?)?\Z")
_DAY_AND_MONTH = re.compile(
    rf"(?:{_DAY.format('day_1')}\s{_MONTH.format('month_1')}|{_MONTH.format('month_2')}\s{_DAY.format('day_2')})\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedMoment:
    """A date in a line of text: `line[start:end]`."""

    start: int
    end: int
    moment: Moment


def find_moments(line: str, day_first: bool = True) -> tuple[PrintedMoment, ...]:
    """Every full date (day, month and year) in a line, with the time and zone printed beside it.

    `day_first` settles `03/04/2015`; a day above 12 settles itself.
    """
    found = []
    for match in _MOMENT.finditer(line):
        day = _read_day(match, day_first)
        if day is not None:
            found.append(PrintedMoment(start=match.start(), end=match.end(), moment=_with_clock(day, match)))
    return tuple(found)


def read_moment(text: str, day_first: bool = True) -> Moment | None:
    """The moment that a text is, when it is nothing else: a front matter value, an attribute."""
    text = text.strip()
    if match := _COMPACT.match(text):
        text = f"{match[1]}-{match[2]}-{match[3]}" + (
            f"T{match[4]}:{match[5]}:{match[6] or '00'}{match[7] or ''}" if match[4] else ""
        )
    found = find_moments(text, day_first)
    return found[0].moment if len(found) == 1 and found[0].start == 0 and found[0].end == len(text) else None


def is_ambiguous(text: str) -> bool:
    """Whether a date is in figures that only `day_first` settles: `03/04/2015`, not `03/03/2015` nor `03/13/2015`."""
    figures = ((match["first"], match["second"]) for match in _MOMENT.finditer(text[:_LONGEST_DATE]) if match["first"])
    return any(int(first) != int(second) and max(int(first), int(second)) <= 12 for first, second in figures)


def tell_day_first(text: str) -> bool | None:
    """What a date in figures shows of the order it is written in; None where it shows nothing."""
    for match in _MOMENT.finditer(text[:_LONGEST_DATE]):
        if match["first"] and max(int(match["first"]), int(match["second"])) > 12:
            return int(match["first"]) > 12
    return None


def read_time(text: str, day: date) -> datetime | None:
    """`8:47 p.m. ET` on that day."""
    match = _TIME.match(text.strip())
    return _at(day, match, "") if match else None


def read_day(text: str, year: int) -> date | None:
    """`Dec. 10` or `10 December` of that year."""
    match = _DAY_AND_MONTH.match(text.strip())
    if match is None:
        return None
    name = (match["month_1"] or match["month_2"]).lower()
    return _make_day(year, MONTHS[name], int(match["day_1"] or match["day_2"]))


def _read_day(match: re.Match[str], day_first: bool) -> date | None:
    if match["iso_year"]:
        return _make_day(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
    if match["year_1"]:
        return _make_day(int(match["year_1"]), MONTHS[match["month_1"].lower()], int(match["day_1"]))
    if match["year_2"]:
        return _make_day(int(match["year_2"]), MONTHS[match["month_2"].lower()], int(match["day_2"]))
    first, second, year = int(match["first"]), int(match["second"]), int(match["year_3"])
    if second > 12 or (first <= 12 and not day_first):
        first, second = second, first
    return _make_day(year, second, first)


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if is_likely_year(year) else None
    except ValueError:
        return None


def _with_clock(day: date, match: re.Match[str]) -> Moment:
    for prefix in ("after_", "before_"):
        if match[f"{prefix}hour"] and (moment := _at(day, match, prefix)):
            return moment
    return day


def _at(day: date, match: re.Match[str], prefix: str) -> datetime | None:
    hour, minute = int(match[f"{prefix}hour"]), int(match[f"{prefix}minute"] or 0)
    half = (match[f"{prefix}half"] or match[f"{prefix}half_alone"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        clock = time(hour, minute, int(match[f"{prefix}second"] or 0))
    except ValueError:
        return None
    zone = (match[f"{prefix}zone"] or "").lower().replace(" ", "")
    return datetime.combine(day, clock, named_zone(zone, day) or _zone_in_figures(zone))


def named_zone(name: str, day: date) -> timezone | None:
    """The zone that letters stand for on a day: `EST`, `MESZ`, `ET`; None for others."""
    name = name.lower()
    if name in _AMERICAN:
        return timezone(timedelta(hours=_AMERICAN[name] + _american_summer(day)))
    return timezone(timedelta(hours=_ZONES[name])) if name in _ZONES else None


def _zone_in_figures(name: str) -> timezone | None:
    """`+01:00`, `gmt+1`."""
    if not name:
        return None
    offset = name.removeprefix("gmt").removeprefix("utc")
    figures = offset[1:].replace(":", "")
    hours, minutes = (int(figures), 0) if len(figures) <= 2 else (int(figures[:-2]), int(figures[-2:]))
    total = timedelta(hours=hours, minutes=minutes) * (-1 if offset[0] == "-" else 1)
    return timezone(total) if abs(total) < timedelta(hours=24) else None


def _american_summer(day: date) -> int:
    """1 while the United States' clocks are forward (Energy Policy Act of 2005; before 2007, April to October)."""
    if day.year >= 2007:
        return int(_sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1))
    return int(_sunday(day.year, 4, 1) <= day < _sunday(day.year, 10, 5 if _sunday(day.year, 10, 1).day <= 3 else 4))


def _sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(7 - first.isoweekday()) % 7 + 7 * (nth - 1))
