"""How many reports there were, over time. In: days of reports. Out: a small bar chart, and the figures behind it.

A bar stands for a day, a week, a month or more, as the whole span demands, so that there are never more than MOST_BARS.
All bars are one path of an SVG that a page holds inline; words stand beside it, so that it may be stretched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.moments import day_of
from generator.render.article_time import moment_of
from generator.render.context import Context
from generator.render.paths import edition_address
from generator.render.views import CountView
from generator.render.wording import say_count, say_days, say_month, say_short_date

MOST_BARS = 60
LEAST_REPORTS, LEAST_BARS = 4, 2
"""With fewer reports, or all in one bar, a chart says nothing that the list does not."""

_STEP, _BAR, _TALL = 12, 9, 60
"""Width of a bar with and without the gap after it, and height of the chart."""
_WIDEST = 24
"""How many pixels a bar takes at most, where there are few."""
_WIDE = 720


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """What the macro `volume` reads."""

    title: str
    """`Reports by week`."""
    description: str
    """What the picture shows, in words."""
    box: str
    """The SVG's view box."""
    width: int
    height: int
    bars: str
    """The path of the bars."""
    first: str
    """What the first bar stands for."""
    last: str
    most: str
    """The highest: `34 in March 1987`."""
    grain: str
    rows: tuple[CountView, ...]
    """The figures of all bars that are not empty, the earliest first; linked where there is an edition."""


@dataclass(frozen=True, slots=True)
class _Grain:
    """A length of time. `number` counts it from the year 1; `first_of` is the first day of that number."""

    name: str
    number: Callable[[date], int]
    first_of: Callable[[int], date]
    edition: Callable[[date], str]
    say: Callable[[date], str]
    within: str
    """The word between a figure and what `say` gives."""


def _years(name: str, length: int) -> _Grain:
    def first_of(number: int) -> date:
        return date(max(1, number * length), 1, 1)

    def say(first: date) -> str:
        began = first.year // length * length
        return str(first.year) if length == 1 else f"{began}–{min(9999, began + length - 1)}"

    return _Grain(
        name,
        lambda day: day.year // length,
        first_of,
        lambda first: str(first.year) if length == 1 else "",
        say,
        "in",
    )


_GRAINS = (
    _Grain("day", date.toordinal, date.fromordinal, date.isoformat, say_short_date, "on"),
    _Grain(
        "week",
        lambda day: (day.toordinal() - 1) // 7,
        lambda number: date.fromordinal(number * 7 + 1),
        lambda first: f"{first.isocalendar().year}-W{first.isocalendar().week:02}",
        lambda first: say_days(first, min(first, date.max - timedelta(days=6)) + timedelta(days=6)),
        "in the week of",
    ),
    _Grain(
        "month",
        lambda day: day.year * 12 + day.month - 1,
        lambda number: date(number // 12, number % 12 + 1, 1),
        lambda first: first.isoformat()[:7],
        say_month,
        "in",
    ),
    _years("year", 1),
    _years("decade", 10),
    _years("century", 100),
    _years("millennium", 1000),
)


class Volumes:
    """The days of a digest's articles, looked up once, and charts of some of them."""

    def __init__(self, context: Context) -> None:
        moments = ((e.article.id, moment_of(e.article)) for e in context.digest.shown)
        self._days = {identity: day_of(moment) for identity, moment in moments if moment is not None}
        self._editions = {edition.id: edition_address(edition) for edition in context.digest.editions}

    def day_of(self, article: str) -> date | None:
        """The day an article is of."""
        return self._days.get(article)

    def chart(self, articles: Iterable[str]) -> ChartView | None:
        """The chart of some articles; None where there is too little to show. Those without a date are left out."""
        return draw_chart([day for a in articles if (day := self._days.get(a)) is not None], self._editions)


def draw_chart(days: Sequence[date], editions: Mapping[str, str]) -> ChartView | None:
    """The chart of reports on these days; `editions` are addresses by id."""
    if len(days) < LEAST_REPORTS:
        return None
    grain, counts = _count(days)
    first, last = min(counts), max(counts)
    if len(counts) < LEAST_BARS:
        return None
    bars = last - first + 1
    best = max(counts, key=lambda number: (counts[number], -number))
    says = {number: grain.say(grain.first_of(number)) for number in (first, last, best)}
    most = f"{counts[best]:,} {grain.within} {says[best]}"
    return ChartView(
        title=f"Reports by {grain.name}",
        description=f"{say_count(len(days), 'report')}, {says[first]} to {says[last]}; most: {most}.",
        box=f"0 0 {bars * _STEP} {_TALL}",
        width=min(_WIDE, bars * _WIDEST),
        height=_TALL,
        bars=_path(counts, first, counts[best]),
        first=says[first],
        last=says[last],
        most=most,
        grain=grain.name,
        rows=tuple(_row(grain, number, counts[number], editions) for number in sorted(counts)),
    )


def _count(days: Sequence[date]) -> tuple[_Grain, Counter[int]]:
    """The finest grain that needs no more than MOST_BARS, and the reports of each number."""
    first, last = min(days), max(days)
    grain = next(g for g in _GRAINS if g.number(last) - g.number(first) < MOST_BARS)
    return grain, Counter(grain.number(day) for day in days)


def _path(counts: Mapping[int, int], first: int, most: int) -> str:
    """Each bar from the ground up: `M0 60V12h9V60`. None that stands for anything is too low to be seen."""
    steps = []
    for number in sorted(counts):
        top = _TALL - max(2, round(_TALL * counts[number] / most))
        steps.append(f"M{(number - first) * _STEP} {_TALL}V{top}h{_BAR}V{_TALL}")
    return "".join(steps)


def _row(grain: _Grain, number: int, count: int, editions: Mapping[str, str]) -> CountView:
    first = grain.first_of(number)
    return CountView(address=editions.get(grain.edition(first), ""), text=grain.say(first), count=count)
