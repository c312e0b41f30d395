"""A feed as pages and lists of feeds name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

FeedKind: TypeAlias = Literal["site", "digest", "topic", "month", "day", "corrections"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed, and where it is: `address` is the folder of its three files, below the site's root."""

    kind: FeedKind
    name: str
    """What it is about: `Armed conflict`."""
    title: str
    """The same with the site's name, as a reader's list of subscriptions shows it: `Armed conflict – The Digest`."""
    address: str
    description: str
