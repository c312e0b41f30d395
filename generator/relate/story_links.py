"""Which stories point at which, and why. In: stories, the links of their articles, threads. Out: StoryLinks."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import EnrichedArticle, Link, Story, StoryLink, Thread


def link_stories(
    articles: Sequence[EnrichedArticle], stories: Sequence[Story], links: Sequence[Link], threads: Sequence[Thread]
) -> tuple[StoryLink, ...]:
    """Links by source in the order of `stories`, then the nearest first."""
    return ()
