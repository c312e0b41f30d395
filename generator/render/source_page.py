"""Source pages, their index, and the list of articles without a date. In: the context. Out: pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Page
from generator.render.context import Context
from generator.render.copies import leave_out_copies, say_reports
from generator.render.frame import make_frame
from generator.render.link_views import count_source
from generator.render.listing import cut_list, group_days, numbered_title
from generator.render.name_page import IndexView
from generator.render.page import render_page
from generator.render.paths import EDITIONS, SOURCES, UNDATED, source_address
from generator.render.templates import Templates
from generator.render.views import DayView, LinkView, PagerView
from generator.render.volume_chart import ChartView, Volumes
from generator.render.wording import say_count

_SOURCES = LinkView(address=SOURCES, text="Sources")
_EDITIONS = LinkView(address=EDITIONS, text="Editions")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """What `list.html` reads: articles, newest first."""

    title: str
    count: str
    kicker: LinkView
    chart: ChartView | None
    days: tuple[DayView, ...]
    pager: PagerView | None


def source_pages(context: Context, templates: Templates) -> Iterator[Page]:
    """The index, and the pages of each source."""
    ranked = sorted(context.digest.sources, key=lambda s: (-len(s.articles), s.name.casefold(), s.slug))
    for part in cut_list(ranked, SOURCES, context.render.page_articles):
        frame = make_frame(
            context.site,
            part.address,
            numbered_title("Sources", part.pager),
            section=SOURCES,
            crumbs=() if part.is_first else (_SOURCES,),
            feeds=context.page_feeds(SOURCES),
        )
        view = IndexView(
            title="Sources",
            kind="source",
            lead="Who reported what this digest is made of.",
            entries=tuple(count_source(s) for s in part.members),
            pager=part.pager,
        )
        yield render_page(templates, "names.html", frame, view)
    volumes = Volumes(context)
    for source in ranked:
        own = LinkView(address=source_address(source), text=source.name)
        yield from _list_pages(source.articles, own, _SOURCES, volumes.chart(source.articles), context, templates)


def undated_pages(context: Context, templates: Templates) -> Iterator[Page]:
    """The articles that are in no edition; no page when there is none."""
    articles = undated_articles(context)
    if articles:
        own = LinkView(address=UNDATED, text="Without a date")
        yield from _list_pages(articles, own, _EDITIONS, None, context, templates)


def undated_articles(context: Context) -> tuple[str, ...]:
    """Ids of the articles that no day's edition holds."""
    dated = {a for edition in context.days.values() for item in edition.items for a in item.articles}
    return tuple(e.article.id for e in context.digest.shown if e.article.id not in dated)


def _list_pages(
    articles: Sequence[str],
    own: LinkView,
    index: LinkView,
    chart: ChartView | None,
    context: Context,
    templates: Templates,
) -> Iterator[Page]:
    count = say_count(len(articles), "report")
    listed = leave_out_copies(articles, context.shown_of)
    for part in cut_list(listed, own.address, context.render.page_articles):
        frame = make_frame(
            context.site,
            part.address,
            numbered_title(own.text, part.pager),
            description=f"{own.text}: {count}.",
            section=index.address,
            crumbs=(index,) if part.is_first else (index, own),
            feeds=context.page_feeds(own.address),
        )
        days = group_days(part, context)
        view = ListView(
            title=own.text,
            count=say_reports(articles, context.shown_of),
            kicker=index,
            chart=chart if part.is_first else None,
            days=days,
            pager=part.pager,
        )
        yield render_page(templates, "list.html", frame, view)
