from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.moments import day_of, format_moment, instant, parse_moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2015-12-10", date(2015, 12, 10)),
        ("2015-12-10T18:40:00Z", datetime(2015, 12, 10, 18, 40, tzinfo=UTC)),
        ("2015-12-10 18:40", datetime(2015, 12, 10, 18, 40)),
        ("2015-12-10T18:40:00.123+0530", datetime(2015, 12, 10, 18, 40, tzinfo=timezone(timedelta(hours=5.5)))),
        ("2015-12-10T18:40-08:00", datetime(2015, 12, 10, 18, 40, tzinfo=timezone(timedelta(hours=-8)))),
    ],
)
def test_iso_dates_are_read(text, moment):
    assert parse_moment(text) == moment
    assert type(parse_moment(text)) is type(moment)


@pytest.mark.parametrize(
    "text",
    ["", "10 December 2015", "2015-13-01", "2015-02-30", "2015-12-10T25:00", "2015-12-10x", "0001-01-01", "9999-12-31"],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        parse_moment(text)


zones = st.none() | st.integers(-23 * 60, 23 * 60).map(lambda m: timezone(timedelta(minutes=m)))


@given(
    st.dates(date(1600, 1, 1), date(2999, 12, 31))
    | st.datetimes(datetime(1600, 1, 1), datetime(2999, 12, 31), timezones=zones).map(
        lambda d: d.replace(microsecond=0, fold=0)
    )
)
def test_what_is_written_is_read_back(moment):
    again = parse_moment(format_moment(moment))
    assert again == moment
    assert format_moment(again) == format_moment(moment)


def test_the_day_is_that_of_the_printed_zone():
    late = parse_moment("2015-12-10T23:30:00-05:00")
    assert day_of(late) == date(2015, 12, 10)
    assert instant(late) == datetime(2015, 12, 11, 4, 30, tzinfo=UTC)


def test_a_day_alone_sorts_as_its_midnight():
    assert instant(date(2015, 12, 10)) == datetime(2015, 12, 10, tzinfo=UTC)
