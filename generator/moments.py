"""Points in time as news states them: a day, or a day with a time and perhaps a zone.

A moment is a `date` or a `datetime`. A date alone is kept as such: nothing is invented.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeAlias

Moment: TypeAlias = date | datetime

# Written out because `strftime` follows the locale of whoever builds the site.
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# ISO 8601 calendar dates as front matter, HTML and feeds write them; "Z" and "+0100" are read as well as "+01:00".
_ISO = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)"
    r"(?:[Tt ]\s*(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(?:([Zz])|([+-])(\d\d):?(\d\d)?)?)?\Z"
)


# Years of the printed press and a margin; it also keeps dates where arithmetic with zones and weeks cannot overflow.
_FIRST_YEAR, _LAST_YEAR = 1600, 2999


def is_likely_year(year: int) -> bool:
    """Whether an article can be of this year."""
    return _FIRST_YEAR <= year <= _LAST_YEAR


def parse_moment(text: str) -> Moment:
    """Read an ISO 8601 date or date-time. Fractions of a second are dropped.

    Raises ValueError when the text has another form, names no real day, or is of no likely year.
    """
    match = _ISO.match(text.strip())
    if match is None or not is_likely_year(int(match[1])):
        raise ValueError(f"not an ISO 8601 date of an article: {text!r}")
    year, month, day, hour, minute, second, zulu, sign, off_hours, off_minutes = match.groups()
    if hour is None:
        return date(int(year), int(month), int(day))
    moment = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
    if zulu:
        return moment.replace(tzinfo=UTC)
    if sign:
        offset = timedelta(hours=int(off_hours), minutes=int(off_minutes or 0)) * (-1 if sign == "-" else 1)
        return datetime.fromisoformat(f"{moment.isoformat()}{_offset(offset)}")
    return moment


def _offset(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def format_moment(moment: Moment) -> str:
    """ISO 8601: `2015-12-10`, `2015-12-10T18:40:00`, `2015-12-10T18:40:00+01:00`, or `…Z` for UTC."""
    text = moment.isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def day_of(moment: Moment) -> date:
    """The calendar day as printed, in the moment's own zone."""
    return moment.date() if isinstance(moment, datetime) else moment


def instant(moment: Moment) -> datetime:
    """An aware UTC datetime to sort by; a day alone counts as its midnight, a time without a zone as UTC."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), UTC)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
