from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from generator.render.wording import say_count, say_days, say_moment, say_time, say_week, shorten


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2015, 12, 10), date(2015, 12, 10), "10 December 2015"),
        (date(2015, 12, 9), date(2015, 12, 11), "9–11 December 2015"),
        (date(2015, 11, 30), date(2015, 12, 2), "30 November – 2 December 2015"),
        (date(2015, 12, 30), date(2016, 1, 2), "30 December 2015 – 2 January 2016"),
    ],
)
def test_days(first: date, last: date, words: str) -> None:
    assert say_days(first, last) == words


def test_a_week_has_its_iso_number() -> None:
    assert say_week(date(2015, 12, 28)) == "Week 53, 28 December 2015 – 3 January 2016"


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (None, "18:40"),
        (UTC, "18:40 UTC"),
        (timezone(timedelta(hours=-5)), "18:40 UTC-5"),
        (timezone(timedelta(hours=5, minutes=30)), "18:40 UTC+5:30"),
    ],
)
def test_a_time_is_told_as_printed(zone: timezone | None, words: str) -> None:
    assert say_time(datetime(2015, 12, 10, 18, 40, tzinfo=zone)) == words


def test_a_day_alone_has_no_time() -> None:
    assert say_time(date(2015, 12, 10)) is None
    assert say_moment(date(2015, 12, 10)) == "10 December 2015"
    assert say_moment(datetime(2015, 12, 10, 7, 5)) == "10 December 2015, 07:05"


def test_counts() -> None:
    assert [say_count(n, "story", "stories") for n in (1, 2, 10_000)] == ["1 story", "2 stories", "10,000 stories"]


def test_a_text_is_cut_at_a_word() -> None:
    assert shorten("One,  two\nthree", 40) == "One, two three"
    assert shorten("One, two three", 9) == "One, two…"
    assert shorten("One, two", 5) == "One…"
    assert shorten("x" * 50, 10) == "x" * 10 + "…"
