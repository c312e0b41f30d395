"""What the reports of each story say, side by side. In: stories and their articles. Out: Accounts.

The one door of this folder.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Account, EnrichedArticle, Story, Syndication


def write_accounts(
    articles: Sequence[EnrichedArticle], stories: Sequence[Story], syndications: Sequence[Syndication]
) -> tuple[Account, ...]:
    """One account a story, in order. Copies of one text are one voice."""
    return tuple(Account(story=story.id) for story in stories)
