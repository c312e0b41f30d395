"""OPML: a list of subscriptions. It holds no articles; the reader says what it is and what to do."""

from __future__ import annotations

import re
from html import unescape

from generator.exceptions import UnreadableError
from generator.read.source import Reader, Readings, Source, find_root

_OUTLINE = re.compile(r"<outline\b([^<>]{0,8000})>", re.IGNORECASE)
_ADDRESS = re.compile(r"\bxmlUrl\s{0,5}=\s{0,5}[\"']([^\"'<>]{1,2000})[\"']", re.IGNORECASE)
_NAME = re.compile(r"\b(?:title|text)\s{0,5}=\s{0,5}(?:\"([^\"<>]{1,500})\"|'([^'<>]{1,500})')", re.IGNORECASE)
_NAMED = 3


def is_opml(source: Source) -> bool:
    """Whether a file's first element is `opml`."""
    root = find_root(source.text)
    return root is not None and root.name.lower() == "opml"


def read_opml(source: Source) -> Readings:
    """Raises UnreadableError, always: it counts the subscriptions and names the first."""
    feeds = [outline[1] for outline in _OUTLINE.finditer(source.text) if _ADDRESS.search(outline[1])]
    names = [name for attributes in feeds[:_NAMED] if (name := _read_name(attributes))]
    shown = f" ({', '.join(names)}{' …' if len(feeds) > len(names) else ''})" if names else ""
    count = f"{len(feeds)} subscription{'s' if len(feeds) != 1 else ''}{shown}" if feeds else "subscriptions"
    raise UnreadableError(
        f"{source.path}: is an OPML list of {count}, not of articles; download the feeds you want with "
        "`digest add ADDRESS`, or save their files into the inbox, and take this list out"
    )


def _read_name(attributes: str) -> str | None:
    if match := _NAME.search(attributes):
        return " ".join(unescape(match[1] or match[2]).split()) or None
    address = _ADDRESS.search(attributes)
    return unescape(address[1]).strip() if address else None


OPML = Reader("opml", is_opml, read_opml)
