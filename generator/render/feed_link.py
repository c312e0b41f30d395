"""A feed as pages and lists of feeds name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias
from urllib.parse import quote

from generator.model import Grain

FeedKind: TypeAlias = Literal[
    "site",
    "digest",
    "topic",
    "chosen",
    "source",
    "person",
    "place",
    "organisation",
    "story",
    "thread",
    "corrections",
    "month",
    "day",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed, and where it is: `address` is the folder of its three files, below the site's root."""

    kind: FeedKind
    name: str
    """What it is about: `Armed conflict`."""
    title: str
    """The same with the site's name, as a reader's list of subscriptions shows it: `Armed conflict – The Digest`."""
    address: str
    page: str
    """The address of the page it belongs to, mostly the same."""
    description: str
    grain: Grain = "day"
    """Of a digest: how much time an entry tells of."""
    size: int = 0
    """How many articles it is made of."""
    parent: str | None = None
    """Of a topic's feed: the address of the feed of the topic above."""

    @property
    def href(self) -> str:
        """The folder as it stands in a link: unlike a slug, a file's name may hold `#` or `?`."""
        return quote(self.address)
