"""Topic pages and their index. In: the context. Out: pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Page, Subject
from generator.render.context import Context
from generator.render.copies import leave_out_copies, say_reports
from generator.render.frame import make_frame
from generator.render.link_views import capital, count_subject, view_subject
from generator.render.listing import cut_list, group_days, numbered_title
from generator.render.page import render_page
from generator.render.paths import TOPICS, subject_address
from generator.render.ranking import group_names
from generator.render.templates import Templates
from generator.render.views import CountView, DayView, LinkView, NamesView, PagerView
from generator.render.volume_chart import ChartView, Volumes
from generator.render.wording import say_count

_INDEX = LinkView(address=TOPICS, text="Topics")
_MOST_STORIES = 8
_MOST_NAMES = 6
_DEEPEST = 10
"""Levels of the tree: a bound, should a vocabulary run in a circle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """What `topic.html` reads."""

    address: str
    title: str
    count: str
    narrower: tuple[CountView, ...]
    """Sub-topics, those of most reports first."""
    chart: ChartView | None
    stories: tuple[CountView, ...]
    names: tuple[NamesView, ...]
    days: tuple[DayView, ...]
    pager: PagerView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicNode:
    """A row of the index with those below it: a topic, behind the broader ones that have its articles and no others."""

    broader: tuple[LinkView, ...]
    topic: CountView
    narrower: tuple[TopicNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsView:
    """What `topics.html` reads."""

    topics: tuple[TopicNode, ...]


def topic_pages(context: Context, templates: Templates) -> Iterator[Page]:
    """The index, and the pages of each topic."""
    frame = make_frame(context.site, TOPICS, "Topics", section=TOPICS, feeds=context.page_feeds(TOPICS))
    nodes = tuple(_node(s, context, 0) for s in context.children.get(None, ()))
    yield render_page(templates, "topics.html", frame, TopicsView(topics=nodes))
    volumes = Volumes(context)
    for subject in context.digest.subjects:
        yield from _pages(subject, volumes, context, templates)


def _node(subject: Subject, context: Context, depth: int) -> TopicNode:
    broader: list[LinkView] = []
    below = context.children.get(subject.id, ())
    while len(below) == 1 and len(below[0].articles) == len(subject.articles) and len(broader) < _DEEPEST:
        broader.append(view_subject(subject))
        subject = below[0]
        below = context.children.get(subject.id, ())
    return TopicNode(
        broader=tuple(broader),
        topic=count_subject(subject),
        narrower=tuple(_node(s, context, depth + 1) for s in below) if depth < _DEEPEST else (),
    )


def _pages(subject: Subject, volumes: Volumes, context: Context, templates: Templates) -> Iterator[Page]:
    address = subject_address(subject)
    title = capital(subject.label)
    crumbs = topic_crumbs(subject, context)[:-1]
    below = sorted(context.children.get(subject.id, ()), key=lambda s: -len(s.articles))
    narrower = tuple(count_subject(s) for s in below)
    stories = subject_stories(subject.articles, context)
    counts: dict[str, int] = {}
    for article in subject.articles:
        for entity in context.names_of.get(article, ()):
            counts[entity.id] = counts.get(entity.id, 0) + 1
    names = group_names(counts, context, _MOST_NAMES)
    listed = leave_out_copies(subject.articles, context.shown_of)
    for part in cut_list(listed, address, context.render.page_articles):
        frame = make_frame(
            context.site,
            part.address,
            numbered_title(title, part.pager),
            description=f"{title}: {say_count(len(subject.articles), 'report')}.",
            section=TOPICS,
            crumbs=crumbs if part.is_first else (*crumbs, view_subject(subject)),
            feeds=context.page_feeds(address),
        )
        view = TopicView(
            address=address,
            title=title,
            count=say_reports(subject.articles, context.shown_of),
            narrower=narrower,
            chart=volumes.chart(subject.articles) if part.is_first else None,
            stories=stories if part.is_first else (),
            names=names if part.is_first else (),
            days=group_days(part, context),
            pager=part.pager,
        )
        yield render_page(templates, "topic.html", frame, view)


def topic_crumbs(subject: Subject, context: Context) -> tuple[LinkView, ...]:
    """The way from the topics' index down to a topic, itself included."""
    return (_INDEX, *(view_subject(s) for s in (*context.broader(subject), subject)))


def subject_stories(articles: tuple[str, ...], context: Context, most: int = _MOST_STORIES) -> tuple[CountView, ...]:
    """The stories some articles belong to, each once, in the order of the articles."""
    found = dict.fromkeys(context.story_of[a].id for a in articles if a in context.story_of)
    return tuple(context.story_link(context.stories[s]) for s in list(found)[:most])
