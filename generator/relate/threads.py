"""Events that go on from one another. In: articles and reports in the order of time, names, stories. Out: Threads."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import EnrichedArticle, Story, Thread
from generator.relate.names import Names
from generator.relate.reports import Report


def find_threads(
    articles: Sequence[EnrichedArticle], reports: Sequence[Report], names: Names, stories: Sequence[Story]
) -> tuple[Thread, ...]:
    """Threads by their newest episode, the newest first."""
    return ()
