"""Pages that lead on to threads. In: the context. Out: a small page at each address that a thread may have had.

A thread is named after its first part. Where an earlier part comes to light, a first part joins a story, or two threads
become one, links to a former name are left; each is one that a report of the thread gives, as of stories.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Page, Thread
from generator.render.context import Context
from generator.render.moved import write_moved
from generator.render.paths import former_thread_address, page_file


def thread_redirects(context: Context) -> Iterator[Page]:
    """A page for each report of a thread that the thread is not named after, and for each of its older versions."""
    for thread in context.digest.threads:
        address = context.thread_addresses[thread.id]
        content = write_moved(address, context.site.url, "thread")
        formers = (former_thread_address(context.articles[i].article) for i in _find_reports(thread, context))
        for former in dict.fromkeys(formers):
            if former != address:
                yield Page(path=page_file(former), content=content)


def _find_reports(thread: Thread, context: Context) -> Iterator[str]:
    for episode in thread.episodes:
        story = context.stories.get(episode.story or "")
        for report in story.articles if story else (episode.article,):
            yield from (i for i in (report, *context.older_of.get(report, ())) if i in context.articles)
