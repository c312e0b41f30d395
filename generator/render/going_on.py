"""Threads that go on, and what was last. In: the context. Out: a line each for the front page and the editions.

A line is written with what was known on the last of its days: what is added later to a thread, or to the story that is
a part of it, changes no line of an earlier edition.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.model import Episode, Thread
from generator.moments import day_of
from generator.render.article_time import moment_of
from generator.render.context import Context, foreign
from generator.render.thread_page import THREADS_LINK, articles_of, link_thread, view_episode
from generator.render.views import LinkView, TimeView
from generator.render.wording import view_day

MOST = 5
"""Lines: the newest; the others are in the index of threads."""

RECENT = timedelta(days=14)
"""What has had no news for longer is not going on, to the front page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingOnRow:
    """A thread, and its part that was the newest then."""

    thread: LinkView
    newest: LinkView
    day: TimeView | None
    """Of its newest report."""
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingOnView:
    """What the macro `going_on` reads; without rows it says nothing."""

    index: LinkView
    rows: tuple[GoingOnRow, ...]


class GoingOn:
    """Parts of threads by their days: looked up once for each edition, however many threads there are."""

    def __init__(self, context: Context) -> None:
        self._context = context
        parts: list[tuple[date, str, Thread, Episode]] = []
        for thread in context.digest.threads:
            for episode in thread.episodes[1:]:  # what has just begun does not go on yet
                days = {day for article in articles_of(episode, context) if (day := _day_of(article, context))}
                parts.extend((day, thread.id, thread, episode) for day in sorted(days))
        self._parts = sorted(parts, key=lambda part: part[:2])
        self._days = [part[0] for part in self._parts]

    def between(self, first: date, last: date) -> GoingOnView:
        """The threads with reports of these days beyond their first part, the newest first; the newest part of each."""
        found: dict[str, tuple[Thread, Episode, date]] = {}
        for at in range(bisect_right(self._days, last) - 1, bisect_left(self._days, first) - 1, -1):
            day, identity, thread, episode = self._parts[at]
            found.setdefault(identity, (thread, episode, day))
            if len(found) == MOST:
                break
        return GoingOnView(index=THREADS_LINK, rows=tuple(self._view(*each, last) for each in found.values()))

    def lately(self, day: date) -> GoingOnView:
        """Those of the days up to this one."""
        return self.between(day - RECENT, day)

    def _view(self, thread: Thread, episode: Episode, day: date, last: date) -> GoingOnRow:
        context = self._context
        part = view_episode(episode, context)
        reports = (episode.article, *articles_of(episode, context))  # its lead, or the first that was there
        lead = next((each for each in reports if self._is_known(each, last)), episode.article)
        return GoingOnRow(
            thread=replace(link_thread(thread, context), text=self._call(thread, last)),
            newest=replace(part.link, text=context.articles[lead].article.title),
            day=view_day(day),
            language=foreign(context.articles[lead].article.language, context.site.language),
        )

    def _call(self, thread: Thread, last: date) -> str:
        """What the thread was called on a day."""
        known = [each for each in thread.episodes if self._is_known(each.article, last)] or thread.episodes[:1]
        return known[-1].called or thread.title

    def _is_known(self, article: str, last: date) -> bool:
        day = _day_of(article, self._context)
        return day is not None and day <= last


def _day_of(article: str, context: Context) -> date | None:
    moment = moment_of(context.articles[article].article)
    return day_of(moment) if moment else None
