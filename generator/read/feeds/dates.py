"""Dates as feeds print them (RFC 822, ISO 8601, what newspapers print), with the zone that is printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import struct_time

from generator.moments import Moment, instant, is_likely_year, parse_moment
from generator.printed_dates import is_ambiguous, read_moment

# What software writes where it knows no date.
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CLOCK = re.compile(r"\d{1,2}:\d\d|T\d\d")
_YEAR = re.compile(r"(?<![-+\d:])\d{4}(?![\d:])")
_LONGEST = 100


def read_feed_date(printed: str | None, parsed: struct_time | None = None, day_first: bool = True) -> Moment | None:
    """The moment a feed prints; `parsed`, the same in UTC by feedparser, where the print is not understood.

    None for what is no date, and for the zero of computers' clocks, which stands for no date.
    """
    text = " ".join((printed or "").split())
    if not text or len(text) > _LONGEST:
        return None
    moment = _read_printed(text, day_first)
    if moment is None and parsed is not None:
        moment = _read_parsed(parsed, whole=_CLOCK.search(text) is not None)
    return None if moment is None or instant(moment) == _EPOCH else moment


def list_ambiguous(printed: Mapping[str, str]) -> tuple[str, ...]:
    """The fields whose dates are in figures that can be read in two ways."""
    return tuple(field for field, text in printed.items() if is_ambiguous(text))


def _read_printed(text: str, day_first: bool) -> Moment | None:
    try:
        return parse_moment(text)
    except ValueError:
        pass
    if moment := read_moment(text, day_first):
        return moment
    if _CLOCK.search(text) is None:
        return None
    try:
        read = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    # It takes the year 0001, which stands for none, for 2001.
    years = _YEAR.findall(text)
    return read if is_likely_year(read.year) and (not years or str(read.year) in years) else None


def _read_parsed(parsed: struct_time, whole: bool) -> Moment | None:
    if not is_likely_year(parsed.tm_year):
        return None
    try:
        moment = datetime(*parsed[:6], tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return moment if whole else moment.date()
