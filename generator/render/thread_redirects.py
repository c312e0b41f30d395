"""Pages that lead on to threads. In: the context. Out: a small page at each address that a thread may have had.

A thread is named after its first part. Where an earlier part comes to light, a first part joins a story, or two threads
become one, links to a former name are left; each is one that a report of the thread gives, as of stories.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Page, Thread
from generator.render.context import Context
from generator.render.moved import lead_on
from generator.render.paths import former_thread_address


def thread_redirects(context: Context) -> Iterator[Page]:
    """A page for each report of a thread that the thread is not named after, and for each of its older versions."""
    for thread in context.digest.threads:
        address = context.thread_addresses[thread.id]
        yield from lead_on(_find_reports(thread, context), address, "thread", former_thread_address, context)


def _find_reports(thread: Thread, context: Context) -> Iterator[str]:
    for episode in thread.episodes:
        story = context.stories.get(episode.story or "")
        yield from story.articles if story else (episode.article,)
