"""Pages that lead on to stories. In: the context. Out: a small page at each address that a story may have had.

A story is named after its earliest report. That another story was merged into it, or an earlier report was added,
leaves links to a former name. Which names those were is not remembered, and need not be: each is one that a report of
the story gives (an older version of it, too), so all of them lead there, whatever happened. A report that is of no
story now, and came near to one, leads to that: the story may have been named after it until it was split off.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Page
from generator.render.context import Context
from generator.render.moved import write_moved
from generator.render.paths import former_story_address, page_file


def story_redirects(context: Context) -> Iterator[Page]:
    """A page for each report of a story that the story is not named after, and for each of its older versions."""
    for story in context.stories.values():
        address = context.story_addresses[story.id]
        for identity in _with_versions(story.articles, context):
            former = former_story_address(context.articles[identity].article)
            if former != address:
                yield _lead_on(former, address, context)
    nearest = _find_nearest(context)
    for identity, story_id in nearest.items():
        address = context.story_addresses[story_id]
        for version in _with_versions((identity,), context):
            yield _lead_on(former_story_address(context.articles[version].article), address, context)


def _find_nearest(context: Context) -> dict[str, str]:
    """Articles of no story, and the story that each came nearest to; of equals that of the smaller id."""
    found: dict[str, tuple[float, str]] = {}
    for story in context.stories.values():
        for near in story.nearest:
            if near.article in context.articles and near.article not in context.story_of:
                best = found.get(near.article)
                if best is None or (-near.score, story.id) < best:
                    found[near.article] = (-near.score, story.id)
    return {identity: story for identity, (_, story) in found.items()}


def _with_versions(reports: tuple[str, ...], context: Context) -> Iterator[str]:
    for report in reports:
        for identity in (report, *context.older_of.get(report, ())):
            if identity in context.articles:
                yield identity


def _lead_on(former: str, address: str, context: Context) -> Page:
    return Page(path=page_file(former), content=write_moved(address, context.site.url, "story"))
