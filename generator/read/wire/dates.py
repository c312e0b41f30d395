"""Dates and datelines as wire formats write them, in the zone that each field names itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from generator.model import Dateline
from generator.moments import Moment, day_of, instant, is_likely_year, parse_moment
from generator.printed_dates import MONTHS, find_moments, named_zone, read_day

# ISO 8601's basic form, as NITF and NewsML 1.2 write it; "T000000" stands for no time (NITF 3.1, date formats).
_BASIC = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?\Z"
)
# The group at the end of a message: `131137 GMT Nov 13` (IPTC 7901), `10-12-2015`.
_GROUP = re.compile(
    r"(?<!\d)(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s{0,3}(?P<zone>[A-Za-z]{0,5})\s{1,3}(?P<month>[A-Za-z]{3,9})\.?\s{1,3}"
    r"(?P<year>\d{4}|\d\d)(?!\d)"
)
# The line at the end of American wires: `AP-WF-11-13-13 0745GMT`, `NYT-02-12-90 1207EST`, `UPI 12-10-15 08:34`.
_SENT = re.compile(
    r"(?<![\w-])(?:[A-Z]{2,4}-[A-Z]{2}-|[A-Z]{3,4}[- ])(\d\d)-(\d\d)-(\d\d)\s{1,3}(\d\d):?(\d\d)\s?([A-Z]{1,4}\b)?"
)
_STAMPED = re.compile(
    r"(?P<moment>[^\[\]{}()]{0,16}\b\d{1,2} [A-Z][a-z]{2,8} \d{4} \d\d:\d\d(?::\d\d)?) ?[A-Z]{3,5}\b.{0,80}\Z"
)
_CENTURY = 1970
_AGENCY = re.compile(r"\(([^()]{2,40})\)")
_LONGEST_PLACE = 60
_MONTH_LAST = re.compile(r"[\s,]+(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?\s*\Z", re.IGNORECASE)


def read_wire_moment(text: str | None, midnight_is_none: bool = False) -> Moment | None:
    """A date in ISO 8601, extended or basic; None for anything else.

    `midnight_is_none`: the format writes midnight where it knows no time.
    """
    if not text or len(text) > 40:
        return None
    match = _BASIC.match(text.strip())
    try:
        if match is None:
            return parse_moment(text)
        year, month, day, hour, minute, second, zone = match.groups()
        found = date(int(year), int(month), int(day))
        if not is_likely_year(found.year):
            return None
        if hour is None or (midnight_is_none and f"{hour}{minute}{second or '00'}" == "000000"):
            return found
        return datetime.combine(found, time(int(hour), int(minute), int(second or 0)), _offset(zone))
    except ValueError:
        return None


def _offset(zone: str | None) -> timezone | None:
    if zone is None or zone == "Z":
        return None if zone is None else UTC
    figures = zone[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(figures[:2]), minutes=int(figures[2:]))
    return timezone(-offset if zone[0] == "-" else offset)


def read_day_time_group(text: str) -> datetime | None:
    """`131137 GMT Nov 13`: day, hour and minute, month, year."""
    match = _GROUP.search(text[:400])
    month = MONTHS.get(match["month"].lower()) if match else None
    if match is None or month is None:
        return None
    return _make(int(match["year"]), month, int(match["day"]), int(match["hour"]), int(match["minute"]), match["zone"])


def read_sent_line(text: str) -> datetime | None:
    """`AP-WF-11-13-13 0745GMT`: month, day, year, hour and minute."""
    match = _SENT.search(text[:400])
    if match is None:
        return None
    month, day, year, hour, minute = (int(figures) for figures in match.groups()[:5])
    return _make(year, month, day, hour, minute, match[6] or "")


def read_stamp_line(text: str) -> Moment | None:
    """`Thursday, 10 December 2015 08:41:22RTRS [nL5N0ABCDE]`: the line that a terminal prints below a report."""
    match = _STAMPED.match(text[:200].strip())
    found = find_moments(match["moment"]) if match else ()
    return found[0].moment if len(found) == 1 else None


def is_stamp_line(text: str) -> bool:
    """Whether a line is one that a terminal prints below a report."""
    return _STAMPED.match(text[:200].strip()) is not None


def _make(year: int, month: int, day: int, hour: int, minute: int, zone: str) -> datetime | None:
    try:
        sent = datetime(full_year(year), month, day, hour, minute)
        return sent.replace(tzinfo=named_zone(zone, sent.date()))
    except ValueError:
        return None


def full_year(year: int) -> int:
    """The year that two figures stand for: wires began to be kept in the 1970s."""
    if year >= 100:
        return year
    century = _CENTURY // 100 * 100
    return century + year if year >= _CENTURY % 100 else century + 100 + year


def settle_dates(first: Moment | None, revised: Moment | None) -> tuple[Moment | None, Moment | None]:
    """Published and updated: the revision is an update only when it is the later."""
    if first is None or revised is None:
        return first or revised, None
    return first, revised if instant(revised) > instant(first) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class WireDateline:
    """A dateline field read: what it says, and the agency it names."""

    dateline: Dateline | None
    agency: str | None = None


def read_wire_dateline(text: str | None, near: Moment | None = None) -> WireDateline:
    """`London (dpa) - `, `BETHESDA, Md.`, `Strasbourg, 10 juil 2024 (AFP)`; a date alone names no place.

    `near` is when the item was published: it gives the year, and the month in a language that is not known here.
    """
    head = " ".join((text or "").split())[:200]
    agency = _AGENCY.search(head)
    if agency is not None:
        head = head[: agency.start()].strip() or head[agency.end() :]
    head = head.strip(" -–—,:;=_")
    figure = re.search(r"\d", head)
    before = head[: figure.start()] if figure else head
    month = _MONTH_LAST.search(f" {before}") if figure else None
    before = before[: max(0, month.start() - 1)] if month else before
    day = _read_dateline_day(head[len(before) :].strip(" ,"), near) if figure else None
    place: str | None = before.strip(" ,-–—")
    if not place or len(place) > _LONGEST_PLACE or not any(letter.isalpha() for letter in place):
        place = None
    dateline = Dateline(place=place, date=day) if place or day else None
    return WireDateline(dateline=dateline, agency=agency[1].strip() if agency else None)


def _years_near(day: date) -> tuple[int, ...]:
    """A report of 31 December is published on 1 January."""
    return tuple(year for year in (day.year, day.year - 1, day.year + 1) if is_likely_year(year))


def _read_dateline_day(text: str, near: Moment | None) -> date | None:
    if found := find_moments(text):
        return day_of(found[0].moment)
    if near is None:
        return None
    published = day_of(near)
    for part in re.split(r",\s*|\s{2,}", text):
        candidates = [day for year in _years_near(published) if (day := read_day(part, year))]
        if candidates:
            return min(candidates, key=lambda day: abs(day - published))
    figures = [int(figure) for figure in re.findall(r"\d{1,4}", text)]
    return published if figures and all(figure in (published.day, published.year) for figure in figures) else None
