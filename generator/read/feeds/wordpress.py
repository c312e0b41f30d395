"""WordPress exports (WXR): RSS with the posts of a site as they are edited, and with much that is no article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.read.plain_html import holds_blocks, mark_paragraphs, strip_tags

_CAPTION = re.compile(r"\[caption\b[^\[\]]{0,1000}\](.{0,3000}?)\[/caption\]", re.DOTALL)
_IMAGE = re.compile(r"<(?:img|/?a)\b[^<>]{0,4000}>", re.IGNORECASE)
_EDITOR_NOTE = re.compile(r"<!--\s{0,5}/?(?:wp:|more\b|nextpage\b)[^>]{0,4000}-->")
_CDATA = re.compile(r"\s*<!\[CDATA\[(.{0,500}?)\]\]>\s*", re.DOTALL)
_ARTICLES = frozenset(("post", "page"))
_UNPUBLISHED = {
    "draft": "is a draft",
    "auto-draft": "is a draft",
    "pending": "waits for review",
    "private": "is private",
    "future": "is not published yet",
    "trash": "is in the trash",
}


def is_export(entry: Mapping[str, Any]) -> bool:
    """Whether an entry is one of an export: such have a type."""
    return "wp_post_type" in entry


def is_post(entry: Mapping[str, Any]) -> bool:
    """Whether an entry of an export is an article, and no picture, menu entry, revision or product."""
    return str(entry.get("wp_post_type") or "post").strip() in _ARTICLES


def find_fault(entry: Mapping[str, Any]) -> str | None:
    """Why a post is not to be published."""
    status = str(entry.get("wp_status") or "publish").strip()
    reason = _UNPUBLISHED.get(status)
    return f"{reason} in WordPress (wp:status {status}); publish it there and export again" if reason else None


def list_authors(text: str) -> Mapping[str, str]:
    """The names that an export gives its authors, by what they log in with; posts name the latter."""
    names = {}
    for part in text.split("<wp:author>")[1:]:
        block = part[:5000].partition("</wp:author>")[0]
        login, name = _read_element(block, "wp:author_login"), _read_element(block, "wp:author_display_name")
        if login and name:
            names[login] = name
    return names


def _read_element(block: str, name: str) -> str:
    text = block.partition(f"<{name}>")[2].partition(f"</{name}>")[0]
    data = _CDATA.fullmatch(text)
    return (data[1] if data else strip_tags(text)).strip()


def read_post(content: str) -> str:
    """A post's text as HTML: the classic editor keeps blank lines for paragraphs, and captions between brackets."""
    plain = _CAPTION.sub(_write_caption, _EDITOR_NOTE.sub("", content))
    return plain if holds_blocks(content) else mark_paragraphs(plain)


def _write_caption(match: re.Match[str]) -> str:
    text = _IMAGE.sub("", match[1]).strip()
    return f"\n\n<figure><figcaption>{text}</figcaption></figure>\n\n"
