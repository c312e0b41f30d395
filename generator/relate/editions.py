"""The news of a day, week, month and year, ranked. In: articles newest first, stories, subjects. Out: Editions.

An item is a story, or an article of none, with its articles of those days. It is ranked by

    score = 2 x log2(1 + sources) + 0.5 x log2(1 + articles) + recency + novelty

sources   different sources among the item's articles of those days; those that name none count as one together, for
          nobody can tell them apart
articles  how many those are
recency   0 to 1: how late in the edition's days its newest article is
novelty   1 for a story that began in those days and for an article alone, 0.5 for one that goes on from before

Several independent sources are the best sign that something matters; ties go to the newer lead.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import log2
from typing import NamedTuple

from generator.model import Edition, EnrichedArticle, Grain, Item, Story
from generator.moments import day_of
from generator.relate.chronology import day_of_article, newest_first
from generator.relate.sources import source_keys


class _Days(NamedTuple):
    """An edition's name and its days."""

    id: str
    first: date
    last: date


class _Thread(NamedTuple):
    """A story and its topic."""

    story: Story
    topic: str | None


def _day(day: date) -> _Days:
    return _Days(day.isoformat(), day, day)


def _week(day: date) -> _Days:
    year, week, weekday = day.isocalendar()
    first = day - timedelta(days=weekday - 1)
    # The last week of the year 9999 ends after the last date there is.
    last = first + timedelta(days=min(6, (date.max - first).days))
    return _Days(f"{year:04}-W{week:02}", first, last)


def _month(day: date) -> _Days:
    return _Days(f"{day:%Y-%m}", day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def _year(day: date) -> _Days:
    return _Days(f"{day.year:04}", date(day.year, 1, 1), date(day.year, 12, 31))


_GRAINS: Mapping[Grain, Callable[[date], _Days]] = {"day": _day, "week": _week, "month": _month, "year": _year}


def make_editions(
    articles: Sequence[EnrichedArticle], stories: Iterable[Story], parents: Mapping[str, str | None]
) -> tuple[Edition, ...]:
    """Days, then weeks, months, years, each newest first. `parents` has each subject's parent, None for a top term."""
    by_id = {article.article.id: article for article in articles}
    story_of = {
        identity: _Thread(story, main_topic(story, by_id[story.articles[0]]))
        for story in stories
        for identity in story.articles
    }
    keys = source_keys(articles)
    editions = []
    for grain, days_of in _GRAINS.items():
        members: dict[_Days, list[EnrichedArticle]] = {}
        for article in sorted(articles, key=newest_first):
            day = day_of_article(article.article)
            if day is not None:
                members.setdefault(days_of(day), []).append(article)
        for days in sorted(members, key=lambda days: days.first, reverse=True):
            items = _make_items(members[days], days, story_of, parents, keys)
            editions.append(Edition(id=days.id, grain=grain, first=days.first, last=days.last, items=items))
    return tuple(editions)


def main_topic(story: Story | None, lead: EnrichedArticle) -> str | None:
    """Id of the topic of a story, or of an article alone: what most reports share, else the lead's first."""
    if story is not None and story.topics:
        return story.topics[0]
    return lead.topics[0].id if lead.topics else None


def _make_items(
    members: Sequence[EnrichedArticle],
    days: _Days,
    story_of: Mapping[str, _Thread],
    parents: Mapping[str, str | None],
    sources: Mapping[str, str],
) -> tuple[Item, ...]:
    groups: dict[str, list[EnrichedArticle]] = {}
    for member in members:
        thread = story_of.get(member.article.id)
        groups.setdefault(thread.story.id if thread else member.article.id, []).append(member)
    ranked = []
    for group in groups.values():
        thread = story_of.get(group[0].article.id)
        ordered = _lead_first(group, thread.story) if thread else group
        item = Item(
            story=thread.story.id if thread else None,
            articles=tuple(member.article.id for member in ordered),
            topic=_top_term(thread.topic if thread else main_topic(None, group[0]), parents),
            score=_rank(group, days, thread.story if thread else None, sources),
        )
        ranked.append((-item.score, newest_first(ordered[0]), item))
    return tuple(item for _, _, item in sorted(ranked, key=lambda row: row[:2]))


def _lead_first(group: Sequence[EnrichedArticle], story: Story) -> list[EnrichedArticle]:
    place = {identity: place for place, identity in enumerate(story.articles)}
    return sorted(group, key=lambda member: place[member.article.id])


def _rank(group: Sequence[EnrichedArticle], days: _Days, story: Story | None, keys: Mapping[str, str]) -> float:
    sources = {keys.get(member.article.id) for member in group}
    newest = max(day for member in group if (day := day_of_article(member.article)) is not None)
    recency = ((newest - days.first).days + 1) / ((days.last - days.first).days + 1)
    is_new = story is None or story.first is None or day_of(story.first) >= days.first
    novelty = 1.0 if is_new else 0.5
    return round(2.0 * log2(1 + len(sources)) + 0.5 * log2(1 + len(group)) + recency + novelty, 4)


def _top_term(topic: str | None, parents: Mapping[str, str | None]) -> str | None:
    """The top of the tree above a topic."""
    seen = set()
    while topic is not None and topic not in seen and (above := parents.get(topic)) is not None:
        seen.add(topic)
        topic = above
    return topic
