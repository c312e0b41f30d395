"""Editions: a day, week, month or year at a look, and their index. In: the context. Out: pages, and data beside each.

What is ranked, capped and left out was settled in relating; a page shows all of it, with the reasons.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import Edition, Grain, Page
from generator.render.context import Context
from generator.render.copies import say_reports
from generator.render.edition_data import data_address, write_edition
from generator.render.feed_list import edition_articles
from generator.render.frame import make_frame
from generator.render.going_on import GoingOn, GoingOnView
from generator.render.left_out import LeftOutView, view_left_out
from generator.render.link_views import count_edition, view_edition
from generator.render.page import render_page
from generator.render.paths import EDITIONS, UNDATED, edition_address
from generator.render.ranking import names_in, rank_items, view_items
from generator.render.source_page import undated_articles
from generator.render.standing import StandingView, view_standing
from generator.render.templates import Templates
from generator.render.views import CountView, LinkView, NamesView, RankedView
from generator.render.wording import WEEKDAYS, say_month_name, say_week_number

_INDEX = LinkView(address=EDITIONS, text="Editions")
_RECENT_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWeek:
    """A row of a month's calendar; days outside the month and days without news have no link."""

    week: LinkView | None
    number: int
    days: tuple[CalendarDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A cell of a calendar; `text` is empty outside the month."""

    text: str
    edition: CountView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """What `edition.html` reads."""

    title: str
    grain: Grain
    count: str
    ranked: RankedView
    left_out: LeftOutView | None
    going_on: GoingOnView
    """Threads with a new part in it."""
    standing: StandingView | None
    data: str
    """Address of the same as JSON."""
    names: tuple[NamesView, ...]
    within: tuple[LinkView, ...]
    """The week, month and year it lies in."""
    parts: tuple[CountView, ...]
    """Days of a week, months of a year."""
    weekdays: tuple[str, ...]
    calendar: tuple[CalendarWeek, ...]
    """Of a month."""
    previous: LinkView | None
    next: LinkView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """A year in the index."""

    year: CountView
    months: tuple[CountView, ...]
    weeks: tuple[CountView, ...]
    """Those that begin in it, or of whose days only those in it have news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionsView:
    """What `editions.html` reads."""

    days: tuple[CountView, ...]
    years: tuple[YearView, ...]
    undated: CountView | None


class Calendar:
    """Editions by the days they hold."""

    by_id: Mapping[str, Edition]

    def __init__(self, editions: Sequence[Edition]) -> None:
        self.by_id = {e.id: e for e in editions}

    def day(self, day: date) -> Edition | None:
        """The day's edition."""
        return self.by_id.get(day.isoformat())

    def week(self, day: date) -> Edition | None:
        """Of the ISO week a day is in."""
        year, week, _ = day.isocalendar()
        return self.by_id.get(f"{year:04}-W{week:02}")

    def month(self, day: date) -> Edition | None:
        """Of the month a day is in."""
        return self.by_id.get(f"{day:%Y-%m}")

    def year(self, day: date) -> Edition | None:
        """Of the year a day is in."""
        return self.by_id.get(f"{day:%Y}")

    def around(self, edition: Edition) -> Iterator[Edition]:
        """The larger editions an edition lies in, the next larger first."""
        if edition.grain == "day" and (week := self.week(edition.first)):
            yield week
        if edition.grain == "day" and (month := self.month(edition.first)):
            yield month
        if edition.grain == "week":
            months = (self.month(edition.first), self.month(edition.last))
            yield from dict.fromkeys(m for m in months if m is not None)
        if edition.grain == "month" and (year := self.year(edition.first)):
            yield year

    def parts(self, edition: Edition) -> Iterator[CountView]:
        """The days of a week, the months of a year, in order."""
        if edition.grain == "week":
            for number in range(7):
                day = edition.first + timedelta(days=number)
                if found := self.day(day):
                    yield count_edition(found, f"{WEEKDAYS[number]} {day.day}")
        if edition.grain == "year":
            for month in range(1, 13):
                if found := self.month(edition.first.replace(month=month, day=1)):
                    yield count_edition(found, say_month_name(found.first))

    def weeks(self, month: Edition) -> Iterator[CalendarWeek]:
        """A month's days, a row a week."""
        day = month.first - timedelta(days=month.first.weekday())
        while day <= month.last:
            week = self.week(day)
            yield CalendarWeek(
                week=view_edition(week) if week else None,
                number=day.isocalendar().week,
                days=tuple(self._cell(day + timedelta(days=n), month) for n in range(7)),
            )
            day += timedelta(days=7)

    def _cell(self, day: date, month: Edition) -> CalendarDay:
        inside = month.first <= day <= month.last
        edition = self.day(day) if inside else None
        return CalendarDay(
            text=str(day.day) if inside else "", edition=count_edition(edition, str(day.day)) if edition else None
        )


def edition_pages(context: Context, templates: Templates) -> Iterator[Page]:
    """The index, and a page for each edition with its data."""
    calendar = Calendar(context.digest.editions)
    yield _index_page(calendar, context, templates)
    going_on = GoingOn(context)
    by_grain: dict[Grain, list[Edition]] = {}
    for edition in context.digest.editions:
        by_grain.setdefault(edition.grain, []).append(edition)
    for editions in by_grain.values():
        for place, edition in enumerate(editions):
            newer = editions[place - 1] if place else None
            older = editions[place + 1] if place + 1 < len(editions) else None
            yield _edition_page(edition, newer, older, calendar, going_on, context, templates)
            yield Page(path=data_address(edition), content=write_edition(edition, newer, older, context))


def _edition_page(
    edition: Edition,
    newer: Edition | None,
    older: Edition | None,
    calendar: Calendar,
    going_on: GoingOn,
    context: Context,
    templates: Templates,
) -> Page:
    address = edition_address(edition)
    title = view_edition(edition).text
    articles = edition_articles(edition)
    count = say_reports(articles, context.shown_of)
    within = tuple(view_edition(e) for e in calendar.around(edition))
    frame = make_frame(
        context.site,
        address,
        title,
        description=f"{title}: {count}.",
        section=EDITIONS,
        crumbs=(_INDEX, *_crumbs(edition, calendar)),
        feeds=context.page_feeds(address),
    )
    view = EditionView(
        title=title,
        grain=edition.grain,
        count=count,
        ranked=rank_items(view_items(edition.items, context, edition.first, dated=edition.grain != "day")),
        left_out=view_left_out(edition, context),
        going_on=going_on.between(edition.first, edition.last),
        standing=view_standing(edition, context),
        data=data_address(edition),
        names=names_in(articles, context),
        within=within,
        parts=tuple(calendar.parts(edition)),
        weekdays=WEEKDAYS,
        calendar=tuple(calendar.weeks(edition)) if edition.grain == "month" else (),
        previous=view_edition(older) if older else None,
        next=view_edition(newer) if newer else None,
    )
    return render_page(templates, "edition.html", frame, view)


def _crumbs(edition: Edition, calendar: Calendar) -> Iterator[LinkView]:
    if edition.grain != "year" and (year := calendar.year(edition.last)):
        yield view_edition(year)
    if edition.grain == "day" and (month := calendar.month(edition.first)):
        yield view_edition(month)


def _index_page(calendar: Calendar, context: Context, templates: Templates) -> Page:
    years = [e for e in context.digest.editions if e.grain == "year"]
    days = [e for e in context.digest.editions if e.grain == "day"]
    weeks = _weeks_by_year(calendar, context)
    undated = undated_articles(context)
    view = EditionsView(
        days=tuple(count_edition(e) for e in days[:_RECENT_DAYS]),
        years=tuple(
            YearView(year=count_edition(y), months=tuple(calendar.parts(y)), weeks=tuple(weeks.get(y.id, ())))
            for y in years
        ),
        undated=CountView(address=UNDATED, text="Reports without a date", count=len(undated)) if undated else None,
    )
    frame = make_frame(
        context.site,
        EDITIONS,
        "Editions",
        description="Every day, week, month and year of the digest.",
        section=EDITIONS,
        feeds=context.page_feeds(EDITIONS),
    )
    return render_page(templates, "editions.html", frame, view)


def _weeks_by_year(calendar: Calendar, context: Context) -> dict[str, list[CountView]]:
    """Weeks in order, by the year edition they are listed under."""
    found: dict[str, list[CountView]] = {}
    for edition in reversed(context.digest.editions):
        if edition.grain == "week":
            year = calendar.year(edition.first) or calendar.year(edition.last)
            if year is not None:
                found.setdefault(year.id, []).append(count_edition(edition, say_week_number(edition.first)))
    return found
