"""The chart of reports over time: bars that stand for the right lengths of time, bounded, with the figures beside."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.volume_chart import MOST_BARS, draw_chart

DAY = date(2015, 12, 2)


def spread(days: int, count: int = 8) -> list[date]:
    """Days evenly spread over a span."""
    return [DAY + timedelta(days=days * n // (count - 1)) for n in range(count)]


@pytest.mark.parametrize(
    ("span", "grain", "first", "last"),
    [
        (15, "day", "2 Dec 2015", "17 Dec 2015"),
        (200, "week", "30 November – 6 December 2015", "13–19 June 2016"),
        (1000, "month", "December 2015", "August 2018"),
        (9000, "year", "2015", "2040"),
        (100_000, "decade", "2010–2019", "2280–2289"),
    ],
)
def test_a_bar_is_as_long_as_the_span_demands(span, grain, first, last):
    chart = draw_chart(spread(span), {})
    assert (chart.title, chart.first, chart.last) == (f"Reports by {grain}", first, last)


def test_the_highest_bar_is_as_tall_as_the_chart_and_said_in_words():
    chart = draw_chart([DAY, DAY, DAY, DAY, DAY + timedelta(days=2), DAY + timedelta(days=4)], {})
    assert chart.bars == "M0 60V0h9V60M24 60V45h9V60M48 60V45h9V60"
    assert chart.box == "0 0 60 60"
    assert chart.most == "4 on 2 Dec 2015"
    assert chart.description == "6 reports, 2 Dec 2015 to 6 Dec 2015; most: 4 on 2 Dec 2015."


def test_the_figures_lead_to_the_editions_there_are():
    days = [DAY, DAY, DAY, DAY + timedelta(days=1)]
    chart = draw_chart(days, {"2015-12-02": "editions/2015/12/02/"})
    assert [(r.text, r.count, r.address) for r in chart.rows] == [
        ("2 Dec 2015", 3, "editions/2015/12/02/"),
        ("3 Dec 2015", 1, ""),
    ]


@pytest.mark.parametrize(("span", "edition"), [(200, "2015-W49"), (1000, "2015-12"), (9000, "2015")])
def test_a_bar_of_a_week_month_or_year_has_its_edition(span, edition):
    assert draw_chart(spread(span), {edition: "there/"}).rows[0].address == "there/"


def test_little_has_no_chart():
    assert draw_chart([], {}) is None
    assert draw_chart([DAY, DAY + timedelta(days=1), DAY], {}) is None
    assert draw_chart([DAY] * 20, {}) is None, "the list says as much as one bar"


@given(st.lists(st.dates(), min_size=4, max_size=40))
def test_bars_are_bounded_and_the_figures_whole_whatever_the_days(days):
    chart = draw_chart(days, {})
    if chart is not None:
        assert sum(row.count for row in chart.rows) == len(days)
        assert len(chart.rows) <= MOST_BARS
        width = int(chart.box.split()[2])
        for x, top in re.findall(r"M(\d+) 60V(\d+)h", chart.bars):
            assert int(x) + 9 <= width
            assert 0 <= int(top) < 60
