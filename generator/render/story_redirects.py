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
from generator.render.moved import lead_on
from generator.render.paths import former_story_address


def story_redirects(context: Context) -> Iterator[Page]:
    """A page for each report of a story that the story is not named after, and for each of its older versions."""
    for story in context.stories.values():
        yield from _lead_to(story.id, story.articles, context)
    for near, story_id in _find_nearest(context).items():
        yield from _lead_to(story_id, (near,), context)


def _lead_to(story: str, reports: tuple[str, ...], context: Context) -> Iterator[Page]:
    yield from lead_on(reports, context.story_addresses[story], "story", former_story_address, context)


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
