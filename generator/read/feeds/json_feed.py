"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/): each item is an article.

Values of the wrong kind are passed over, as the format asks of readers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.exceptions import UnreadableError
from generator.read.feeds.dates import list_ambiguous, read_feed_date
from generator.read.feeds.entry import Entry, Feed, read_entries
from generator.read.feeds.names import read_names
from generator.read.feeds.outlet import find_outlet
from generator.read.json_text import load_json
from generator.read.language_tag import read_language_tag
from generator.read.plain_html import holds_tags, mark_paragraphs, write_plain
from generator.read.source import Reader, Readings, Source
from generator.read.web_address import make_address

_VERSION = "jsonfeed.org/version/"


def is_json_feed(source: Source) -> bool:
    """Whether a file is an object that says it is of a version of JSON Feed."""
    value = load_json(source)
    return isinstance(value, Mapping) and _VERSION in _text(value, "version")


def read_json_feed(source: Source) -> Readings:
    """The items in the order of the feed.

    Raises UnreadableError when there is none.
    """
    value = load_json(source)
    feed = value if isinstance(value, Mapping) else {}
    items = _list(feed, "items")
    if not items:
        message = "is a feed without entries; download it again when it has some, or delete it"
        raise UnreadableError(f"{source.path}: {message}")
    url, title = make_address(_text(feed, "home_page_url")), _line(feed, "title")
    channel = Feed(
        source=find_outlet(title, url) if title else None,
        authors=_read_authors(feed),
        language=read_language_tag(_text(feed, "language")),
        url=url,
        key=_text(feed, "feed_url") or url or title or "",
    )
    return read_entries(source, "feed", channel, [_read_item(item, source.day_first) for item in items])


def _read_item(item: Any, day_first: bool) -> Entry:
    if not isinstance(item, Mapping):
        return Entry(fault="is no object; each item is one, in braces")
    markup, plain = _text(item, "content_html"), _text(item, "content_text")
    return Entry(
        title=_line(item, "title"),
        content=(markup if holds_tags(markup) else mark_paragraphs(markup)) or write_plain(plain),
        summary=write_plain(_text(item, "summary")),
        identifier=_read_identifier(item),
        url=make_address(_text(item, "url")) or make_address(_text(item, "id")) or _text(item, "external_url") or None,
        authors=_read_authors(item),
        published=read_feed_date(_text(item, "date_published"), day_first=day_first),
        updated=read_feed_date(_text(item, "date_modified"), day_first=day_first),
        review=list_ambiguous({"published": _text(item, "date_published"), "updated": _text(item, "date_modified")}),
        language=read_language_tag(_text(item, "language")),
        categories=tuple(tag for tag in _list(item, "tags") if isinstance(tag, str) and tag.strip()),
    )


def _read_identifier(item: Mapping[str, Any]) -> str | None:
    """A number is taken for the text it should have been."""
    value = item.get("id")
    return (str(value) if isinstance(value, str | int | float) else "").strip() or None


def _read_authors(values: Mapping[str, Any]) -> tuple[str, ...]:
    """`authors` of version 1.1, else the one `author` of version 1.0."""
    listed = [entry for entry in (*_list(values, "authors"), values.get("author")) if isinstance(entry, Mapping)]
    return read_names(tuple(name for entry in listed if (name := _text(entry, "name"))))


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _line(values: Mapping[str, Any], key: str) -> str | None:
    return " ".join(_text(values, key).split()) or None


def _list(values: Mapping[str, Any], key: str) -> list[Any]:
    value = values.get(key)
    return value if isinstance(value, list) else []


JSON_FEED = Reader("feed", is_json_feed, read_json_feed)
