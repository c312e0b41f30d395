"""A saved web page: one article, whose markup is read when it is extracted."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from generator.model import RawArticle
from generator.read.source import Reader, Readings, Source

# What a page begins with, and the elements that only pages have; looked for in the first characters only.
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I)
_SPACES = re.compile(r"\s*")
_ELEMENT = re.compile(
    r"<(?:p|div|article|h[1-6]|title|meta|section|header|main|span|ul|table)(?:\s[^<>]{0,300})?>", re.I
)
_LOOK_WITHIN = 20_000


def read_html(source: Source) -> Readings:
    """One article; what the page's head says of it is found with the body, in `extract`."""
    return (RawArticle(origin=source.origin, form="html", markup="html", text=source.text),)


def is_page(text: str) -> bool:
    """Whether a text begins as a page does."""
    head = text[:_LOOK_WITHIN]
    return _PAGE.match(head, _find_start(head)) is not None


def _find_start(head: str) -> int:
    """Where a text begins behind an XML declaration and comments."""
    at = _skip_spaces(head, 0)
    while head.startswith(("<?xml", "<!--"), at):
        sign = "-->" if head.startswith("<!--", at) else "?>"
        end = head.find(sign, at)
        if end < 0:
            break
        at = _skip_spaces(head, end + len(sign))
    return at


def _skip_spaces(text: str, at: int) -> int:
    match = _SPACES.match(text, at)
    return match.end() if match else at


def is_html(text: str, path: str) -> bool:
    """Whether a text is a page, or a fragment of one: begins with an element, or is named .html and holds any."""
    head = text[:_LOOK_WITHIN]
    if is_page(text):
        return True
    element = _ELEMENT.search(head)
    if element is None:
        return False
    if PurePosixPath(path).suffix.lower() in (".html", ".htm", ".xhtml"):
        return True
    return not head[: element.start()].strip() and head.count("</") >= 2


HTML = Reader("html", lambda source: is_html(source.text, source.path), read_html)
