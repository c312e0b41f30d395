"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). In: a feed and its entries. Out: the bytes of its file.

Each item is encoded once and stands on a line of its own, in however many feeds it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.moments import format_moment
from generator.render.feed_entries import Category, Entry
from generator.render.feed_xml import Channel
from generator.render.paths import JSON_FEED


def write_json_feed(channel: Channel, items: Sequence[str]) -> bytes:
    """`items` are made by `json_item`."""
    head: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.page,
        "feed_url": channel.own + JSON_FEED,
        "description": channel.description,
        "language": channel.language,
        "authors": [{"name": channel.author}],
    }
    if channel.previous:
        head["next_url"] = channel.previous + JSON_FEED
    if channel.hub and not channel.is_archived:
        head["hubs"] = [{"type": "WebSub", "url": channel.hub}]
    lines = ",\n".join(items)
    return f'{_encode(head).removesuffix("}")}, "items": [\n{lines}\n]}}\n'.encode()


def json_item(entry: Entry) -> str:
    """An entry as a JSON object. Every item needs content: without a text that is its summary, or else its title."""
    item: dict[str, Any] = {"id": entry.guid, "url": entry.url, "title": entry.title}
    if entry.origin:
        item["external_url"] = entry.origin
    if entry.html:
        item["content_html"] = entry.html
    else:
        item["content_text"] = entry.summary or entry.title
    if entry.summary:
        item["summary"] = entry.summary
    item["date_published"] = format_moment(entry.published)
    item["date_modified"] = format_moment(entry.updated)
    if entry.authors:
        item["authors"] = [{"name": name} for name in entry.authors]
    if entry.categories:
        item["tags"] = [category.label for category in entry.categories]
    if coded := [category for category in entry.categories if category.scheme]:
        item["_iptc"] = _subjects(coded)
    if entry.language:
        item["language"] = entry.language
    return _encode(item)


def _subjects(categories: Sequence[Category]) -> dict[str, Any]:
    """Our extension, as the specification asks: a key with an underscore, and where it is explained."""
    subjects = [{"qcode": c.term, "name": c.label} for c in categories]
    return {"about": "https://iptc.org/standards/media-topics/", "subjects": subjects}


def _encode(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
