"""The outlet that a feed's title names: `World news | The Guardian`, `BBC News - Wales`, `Portsea Gazette RSS feed`."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_BETWEEN = re.compile(r"\s+(?:[|>»·•–—-]|>>|::)\s+|:\s+")
_FEED_WORD = re.compile(r"\s{0,3}[-|:(]?\s{0,3}\b(?:rss|atom|news)?\s?(?:feed|rss)\)?\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|der|die|das|le|la|el|il)\s+", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W_]+")
_LONGEST = 120
_LEAST_LABEL = 3


def find_outlet(title: str, url: str | None) -> str | None:
    """The part of a feed's title that its own address names too, or the whole; None when it is no name at all."""
    whole = _FEED_WORD.sub("", title).strip(" -|:") or title
    parts = [part.strip() for part in _BETWEEN.split(whole) if part and part.strip()]
    labels = _list_labels(url)
    exact = [part for part in parts if _fold(part) in labels]
    named = exact or [part for part in parts if _is_named(part, labels)]
    outlet = named[0] if len(parts) > 1 and (exact or len(named) == 1) else whole
    return outlet if len(outlet) <= _LONGEST else None


def _list_labels(url: str | None) -> list[str]:
    host = urlsplit(url).hostname if url else None
    labels = (host or "").removeprefix("www.").split(".")[:-1]
    return [bare for label in labels if len(bare := label.replace("-", "")) >= _LEAST_LABEL]


def _fold(part: str) -> str:
    return _NO_LETTERS.sub("", _ARTICLE.sub("", part, count=1)).casefold()


def _is_named(part: str, labels: list[str]) -> bool:
    name = _fold(part)
    return len(name) >= _LEAST_LABEL and any(name in label or label in name for label in labels)
