"""Dates as they are printed."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from generator.moments import format_moment
from generator.printed_dates import find_moments, named_zone, read_day, read_moment, read_time


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Harbour Wire, December 10, 2015", "2015-12-10"),
        ("10 December 2015", "2015-12-10"),
        ("10th of December, 2015", "2015-12-10"),
        ("Dec. 10, 2015", "2015-12-10"),
        ("Thu Dec 10, 2015 6:40pm GMT", "2015-12-10T18:40:00Z"),
        ("Updated: 2015-12-10 18:40", "2015-12-10T18:40:00"),
        ("December 10, 2015: 12:41 PM ET", "2015-12-10T12:41:00-05:00"),
        ("July 10, 2015: 12:41 PM ET", "2015-07-10T12:41:00-04:00"),
        ("12:03 GMT, Dec 10, 2015", "2015-12-10T12:03:00Z"),
        ("Saturday 12 December 2015 | 21:05 GMT", "2015-12-12T21:05:00Z"),
        ("10.12.2015 21:48 GMT+8", "2015-12-10T21:48:00+08:00"),
        ("Sat 24 Feb 2024 12.42 CET", "2024-02-24T12:42:00+01:00"),
        ("10/12/2015 07:55", "2015-12-10T07:55:00"),
        ("12/25/2015", "2015-12-25"),
        ("2015-12-10T18:40:00.123+01:00", "2015-12-10T18:40:00+01:00"),
        ("20 Nov, 2019 05:47 IST", "2019-11-20T05:47:00+05:30"),
        ("4 July 2016 at 5 pm", "2016-07-04T17:00:00"),
    ],
)
def test_a_date_in_a_line(line, moment):
    (found,) = find_moments(line)
    assert format_moment(found.moment) == moment


@pytest.mark.parametrize(
    "line", ["1.2.3.2015", "31 February 2015", "The 2015 flood", "at 9 a.m. Sunday", "10-12-15", ""]
)
def test_no_date(line):
    assert find_moments(line) == ()


def test_an_impossible_time_leaves_the_day():
    (found,) = find_moments("10 December 2015 25:61")
    assert found.moment == date(2015, 12, 10)


def test_the_order_of_figures_is_an_option():
    assert read_moment("03/04/2015", day_first=True) == date(2015, 4, 3)
    assert read_moment("03/04/2015", day_first=False) == date(2015, 3, 4)


def test_a_whole_text_is_a_moment_or_none():
    assert read_moment("20151210T184000Z") == datetime(2015, 12, 10, 18, 40, tzinfo=timezone(timedelta(0)))
    assert read_moment("20151210") == date(2015, 12, 10)
    assert read_moment("on 10 December 2015") is None


def test_a_time_and_a_day_alone():
    assert read_time("8:47 p.m.", date(2015, 12, 8)) == datetime(2015, 12, 8, 20, 47)
    assert read_day("Dec. 8", 2015) == date(2015, 12, 8)
    assert read_day("29 February", 2015) is None


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        ("2015-03-07", -5),
        ("2015-03-08", -4),
        ("2015-10-31", -4),
        ("2015-11-01", -5),
        ("2000-10-28", -4),
        ("2000-10-29", -5),
    ],
)
def test_american_clocks_go_forward(day, offset):
    moment = read_moment(f"{day} 12:00 ET")
    assert isinstance(moment, datetime)
    assert moment.utcoffset() == timedelta(hours=offset)


@pytest.mark.parametrize(
    ("printed", "hours"), [("MEZ", 1), ("MESZ", 2), ("мск", 3), ("EST", -5), ("ET", -5), ("Z", 0), ("XYZ", None)]
)
def test_zones_by_their_letters(printed, hours):
    offset = named_zone(printed, date(2015, 12, 10))
    assert offset == (None if hours is None else timezone(timedelta(hours=hours)))
