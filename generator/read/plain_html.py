"""Short HTML and plain text, each as the other: titles and standfirsts of feeds, texts that are to be fragments."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin

_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]{0,4000}|!--[^<>]{0,4000}--)>")
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|li|h[1-6]|tr|td|ul|ol|blockquote|br|hr|figure|figcaption)\b[^<>]{0,2000}>", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"<(?:p|div|br)\b[^<>]{0,2000}>", re.IGNORECASE)
_LINK = re.compile(r"(\b(?:href|src)\s{0,5}=\s{0,5}[\"'])([^\"'<>\s]{1,4000})", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]{0,20}:|//|#", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
# Lines of wrapped text end before this; the lines of a text that is not wrapped are whole paragraphs.
_WRAPPED_AT = 100
_LEAST_WRAPPED = 45


def holds_tags(text: str) -> bool:
    """Whether a text is HTML: there is a tag in it."""
    return _TAG.search(text) is not None


def holds_blocks(text: str) -> bool:
    """Whether HTML has paragraphs of its own."""
    return _PARAGRAPH.search(text) is not None


def strip_tags(markup: str) -> str:
    """The plain text of a short piece of HTML, on one line, its entities decoded once."""
    text = _TAG.sub("", _BLOCK_TAG.sub(" ", markup)) if "<" in markup else markup
    return " ".join(html.unescape(text).split())


def has_text(markup: str) -> bool:
    """Whether a piece of HTML shows any words."""
    return bool(strip_tags(markup))


def write_plain(text: str) -> str:
    """Plain text as HTML: paragraphs where it has blank lines, wrapped lines joined, other lines kept."""
    return mark_paragraphs(html.escape(text, quote=False))


def mark_paragraphs(markup: str) -> str:
    """HTML without block elements, as some software keeps it: blank lines become paragraphs, line ends breaks."""
    return "\n".join(f"<p>{_mark_lines(part)}</p>" for part in _BLANK_LINE.split(markup) if part.strip())


def _mark_lines(part: str) -> str:
    lines = [line.strip() for line in part.strip().split("\n")]
    inner = lines[:-1]
    if inner and max(map(len, lines)) < _WRAPPED_AT and sum(map(len, inner)) >= _LEAST_WRAPPED * len(inner):
        return " ".join(lines)
    return "<br>".join(lines)


def resolve_links(markup: str, base: str | None) -> str:
    """HTML with its relative addresses made whole."""

    def join(match: re.Match[str]) -> str:
        if _ABSOLUTE.match(match[2]):
            return match[0]
        try:
            return str(match[1] + urljoin(base or "", match[2]))
        except ValueError:
            return match[0]

    return _LINK.sub(join, markup) if base else markup
