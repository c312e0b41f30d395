"""What a site says of stories in `content/vocabulary/stories.yml`, as values. Read by `site_stories.py`.

An article is named by its id, by the path of its file, or by the address of its page or of its story's.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMerge:
    """Articles that are of one story, with all that are of theirs."""

    articles: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySplit:
    """Articles that leave the stories of `others`; without `others`, articles each of which is of another story."""

    articles: tuple[str, ...]
    others: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPin:
    """A story that has these articles and no others (any, where there are none), and the report that leads it."""

    articles: tuple[str, ...] = ()
    lead: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTitle:
    """What the story of an article is called."""

    article: str
    title: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRules:
    """The file as a value."""

    path: str = ""
    """The file, as messages name it."""
    merges: tuple[StoryMerge, ...] = ()
    splits: tuple[StorySplit, ...] = ()
    pins: tuple[StoryPin, ...] = ()
    titles: tuple[StoryTitle, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not (self.merges or self.splits or self.pins or self.titles)


NO_STORY_RULES = StoryRules()
