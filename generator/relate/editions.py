"""The news of a day, week, month and year. In: articles, stories, syndications, subjects. Out: Editions.

An item is a story, or an article of none, with its articles of those days. Items are ranked (`ranking.py`), and what an
edition shows is bounded and says nothing twice:

    a story that was reported before those days is an item only where its new reports say something new
    of the rest, as many are items as the options allow

What is not shown is left out with its reason, never dropped: every article of those days is in one item or is left out
once. "Before" is all that the digest has of the story before those days, however long ago, so that neither an edition
between, nor what another edition had no room for, changes what is new.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from generator.config import RelateConfig
from generator.model import Edition, EnrichedArticle, Item, LeftOut, Story, Syndication
from generator.relate.chronology import SortKey, day_of_article, newest_first
from generator.relate.edition_days import GRAINS, Days
from generator.relate.novelty import News, Telling
from generator.relate.ranking import Standing, Voices, add_points, weigh
from generator.relate.vectors import Vector


class _Group(NamedTuple):
    """The dated articles of a story, in its order, or one of none; and the top term they are listed under."""

    story: str | None
    members: Mapping[str, EnrichedArticle]
    """By id."""
    topic: str | None
    orders: Mapping[str, SortKey]
    """What articles are put in order by; of all articles, by id."""


class _Ranked(NamedTuple):
    """An item with what it is sorted by, and whether it says something new."""

    place: tuple[float, int, SortKey]
    item: Item
    is_new: bool


def make_editions(
    articles: Sequence[EnrichedArticle],
    stories: Sequence[Story],
    syndications: Sequence[Syndication],
    weights: Mapping[str, Vector],
    parents: Mapping[str, str | None],
    options: RelateConfig,
) -> tuple[Edition, ...]:
    """Days, then weeks, months, years, each newest first.

    `weights` has the terms of each article by its id, `parents` each subject's parent, None for a top term.
    """
    voices = Voices(articles, syndications)
    days_of = {a.article.id: day for a in articles if (day := day_of_article(a.article)) is not None}
    editions_of = {day: [make_days(day) for make_days in GRAINS.values()] for day in set(days_of.values())}
    found: dict[Days, list[_Ranked]] = {}
    for group in _group_articles(articles, stories, parents):
        days_in = {identity: days_of[identity] for identity in group.members}
        for days, ranked in _make_items(group, days_in, editions_of, weights, voices):
            found.setdefault(days, []).append(ranked)
    grains = list(GRAINS)
    newest = sorted(found, key=lambda days: (grains.index(days.grain), -days.first.toordinal()))
    return tuple(_make_edition(days, found[days], options.edition_items) for days in newest)


def _group_articles(
    articles: Sequence[EnrichedArticle], stories: Sequence[Story], parents: Mapping[str, str | None]
) -> Iterator[_Group]:
    """Every dated article in one group."""
    by_id = {article.article.id: article for article in articles}
    dated = {identity: each for identity, each in by_id.items() if day_of_article(each.article) is not None}
    orders = {identity: newest_first(each) for identity, each in dated.items()}
    in_story = {identity for story in stories for identity in story.articles}
    for identity, article in dated.items():
        if identity not in in_story:
            topic = article.topics[0].id if article.topics else None
            yield _Group(None, {identity: article}, _top_term(topic, parents), orders)
    for story in stories:
        lead = by_id[story.articles[0]]
        # What most reports share, else the lead's first.
        topics = [*story.topics[:1], *(topic.id for topic in lead.topics[:1])]
        members = {identity: dated[identity] for identity in story.articles if identity in dated}
        yield _Group(story.id, members, _top_term(topics[0] if topics else None, parents), orders)


def _top_term(topic: str | None, parents: Mapping[str, str | None]) -> str | None:
    """The top of the tree above a topic."""
    seen = set()
    while topic is not None and topic not in seen and (above := parents.get(topic)) is not None:
        seen.add(topic)
        topic = above
    return topic


def _make_items(
    group: _Group,
    days_in: Mapping[str, date],
    editions_of: Mapping[date, Sequence[Days]],
    weights: Mapping[str, Vector],
    voices: Voices,
) -> Iterator[tuple[Days, _Ranked]]:
    """The group's item in each edition that has articles of it. `days_in` has the days of its articles."""
    told = sorted(set(days_in.values()))
    telling = Telling(tuple(group.members.values()), weights) if len(told) > 1 else None
    parts: dict[Days, list[str]] = {}
    for identity, day in days_in.items():
        for days in editions_of[day]:
            parts.setdefault(days, []).append(identity)
    # A week often has what a month has.
    count = cache(voices.count)
    find_news = cache(telling.find_news) if telling else None
    for days, articles in parts.items():
        reports, earlier = tuple(articles), bisect_left(told, days.first)
        before = told[earlier - 1] if earlier else None
        news = find_news(reports, told[earlier]) if find_news and before else None
        sources, independent = count(reports)
        recency = _measure_recency(max([days_in[identity] for identity in articles]), days)
        standing = Standing(sources, independent, news.share if news else 1.0, recency)
        yield days, _rank(group, reports, before, news, standing)


def _measure_recency(newest: date, days: Days) -> float:
    return ((newest - days.first).days + 1) / ((days.last - days.first).days + 1)


def _rank(
    group: _Group, articles: tuple[str, ...], before: date | None, news: News | None, standing: Standing
) -> _Ranked:
    if news:  # who tells something new comes first
        articles = tuple(dict.fromkeys((*news.tellers, *articles)))
    item = Item(
        story=group.story,
        articles=articles,
        topic=group.topic,
        score=add_points(standing),
        parts=weigh(standing),
        before=before,
        new=news.claims if news else (),
    )
    place = (-item.score, -len(articles), group.orders[articles[0]])
    return _Ranked(place, item, news is None or bool(news.tellers))


def _make_edition(days: Days, ranked: Sequence[_Ranked], most: int) -> Edition:
    ordered = sorted(ranked, key=lambda row: row.place)
    shown = [row.item for row in ordered if row.is_new][:most]
    leads = {item.articles[0] for item in shown}
    return Edition(
        id=days.id,
        grain=days.grain,
        first=days.first,
        last=days.last,
        items=tuple(shown),
        left_out=tuple(
            LeftOut(item=row.item, reason="below-cap" if row.is_new else "nothing-new")
            for row in ordered
            if row.item.articles[0] not in leads
        ),
    )
