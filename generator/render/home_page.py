"""The front page: the newest day's edition, and the days before it. In: the context. Out: the page.

A story stands on it once, with its newest reports. Where the newest day has little, the best of the days before fill
the places below the lead. What the day's edition leaves out is listed on its own page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from generator.model import Edition, Page
from generator.moments import format_moment, instant
from generator.render.article_time import moment_of
from generator.render.context import Context
from generator.render.copies import leave_out_copies, say_reports
from generator.render.feed_list import edition_articles
from generator.render.followable import followable
from generator.render.frame import make_frame
from generator.render.going_on import GoingOn, GoingOnView
from generator.render.left_out import link_left_out
from generator.render.link_views import view_edition
from generator.render.page import render_page
from generator.render.paths import HOME
from generator.render.ranking import SECONDS, names_in, rank_items, topics_in, view_items
from generator.render.templates import Templates
from generator.render.views import CountView, ItemView, LinkView, NamesView, RankedView, RowView

_DAYS_BEFORE = 7
_ITEMS_A_DAY = 5
_UNDATED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierDay:
    """A day before, by its first stories."""

    day: LinkView
    count: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What `home.html` reads. `ranked` and `day` are None where no article has a date."""

    newest: str
    """When the newest report of the day is from, for machines."""
    day: LinkView | None
    count: str
    ranked: RankedView | None
    left_out: LinkView | None
    """To the list of what the day's edition leaves out."""
    going_on: GoingOnView | None
    earlier: tuple[EarlierDay, ...]
    names: tuple[NamesView, ...]
    topics: tuple[CountView, ...]
    undated: tuple[RowView, ...]


def home_page(context: Context, templates: Templates) -> Page:
    """The page at the site's root."""
    days = [e for e in context.digest.editions if e.grain == "day"]
    view = _view_home(days, context) if days else _view_undated(context)
    frame = make_frame(context.site, HOME, context.site.name, section=HOME, feeds=context.page_feeds(HOME))
    return render_page(templates, "home.html", frame, view)


def _view_home(days: Sequence[Edition], context: Context) -> HomeView:
    today = days[0]
    before = _days_before(today, days[1:])
    items = view_items(today.items, context, today.first, dated=False)
    earlier = {day.first: view_items(day.items, context, day.first, dated=True) for day in before}
    scores = {item.articles[0]: item.score for day in before for item in day.items if item.articles}
    told: set[str] = set()
    items = list(_untold(items, told))
    earlier = {day: list(_untold(views, told)) for day, views in earlier.items()}
    spare = max(1 + SECONDS - len(items), 0)
    ranked = sorted((v for views in earlier.values() for v in views), key=lambda v: -scores.get(v.lead.id, 0.0))
    filling = ranked[:spare]
    taken = {view.lead.id for view in filling}
    articles = [a for day in (today, *before) for a in edition_articles(day)]
    topics = topics_in(articles, context)
    return HomeView(
        newest=_newest(today, context),
        day=view_edition(today),
        count=say_reports(edition_articles(today), context.shown_of),
        ranked=rank_items(_with_followable([*items, *filling], context)),
        left_out=link_left_out(today),
        going_on=GoingOn(context).lately(today.last),
        earlier=tuple(
            EarlierDay(day=view_edition(day), count=say_reports(edition_articles(day), context.shown_of), items=left)
            for day in before
            if (
                left := _with_followable(
                    [v for v in earlier[day.first] if v.lead.id not in taken][:_ITEMS_A_DAY], context
                )
            )
        ),
        names=names_in(articles, context, topics),
        topics=topics,
        undated=(),
    )


def _with_followable(views: Sequence[ItemView], context: Context) -> tuple[ItemView, ...]:
    """Items with what readers may follow them by."""
    return tuple(
        replace(view, about=" ".join(followable([row.id for row in (view.lead, *view.others)], context)))
        for view in views
    )


def _untold(views: Sequence[ItemView], told: set[str]) -> Iterator[ItemView]:
    """Those whose story was not told yet; notes the stories."""
    for view in views:
        if view.story is None or view.story not in told:
            told.update({view.story} if view.story else ())
            yield view


def _newest(today: Edition, context: Context) -> str:
    moments = [m for a in edition_articles(today) if (m := moment_of(context.articles[a].article)) is not None]
    newest = max(moments, key=lambda m: (instant(m), format_moment(m)), default=None)
    return format_moment(newest) if newest else ""


def _view_undated(context: Context) -> HomeView:
    articles = [e.article.id for e in context.digest.shown]
    topics = topics_in(articles, context)
    return HomeView(
        newest="",
        day=None,
        count="",
        ranked=None,
        left_out=None,
        going_on=None,
        earlier=(),
        names=names_in(articles, context, topics),
        topics=topics,
        undated=context.rows_of(leave_out_copies(articles, context.shown_of)[:_UNDATED]),
    )


def _days_before(today: Edition, earlier: Sequence[Edition]) -> Sequence[Edition]:
    """The days with news of the week before; where there was none, the last one before."""
    week = [e for e in earlier[:_DAYS_BEFORE] if today.first - e.first < timedelta(days=_DAYS_BEFORE)]
    return week or earlier[:1]
