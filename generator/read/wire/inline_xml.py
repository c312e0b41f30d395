"""The text of a wire item, in NITF or XHTML, as a fragment of HTML that is all story.

An element of such a body comes in; HTML, and the captions and credits of its pictures, go out. What a format marks as
no text of the story (the byline, the dateline, notes to editors) is left out: it is read as metadata.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlsplit

from lxml import etree

from generator.read.wire.text import mend_signs, unwrap_breaks
from generator.read.xml_document import text_of, value_at, values_at

# NITF's names for what HTML has too, and HTML's own. Any other element is transparent: its text stays.
_NAMES = {
    "p": "p", "fn": "p", "credit": "p", "hl1": "h2", "hl2": "h3", "bq": "blockquote", "blockquote": "blockquote",
    "h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h5", "h6": "h6", "ul": "ul", "ol": "ol", "li": "li",
    "dl": "ul", "dt": "li", "dd": "li", "table": "table", "caption": "caption", "thead": "thead", "tbody": "tbody",
    "tfoot": "tfoot", "tr": "tr", "td": "td", "th": "th", "pre": "pre", "hr": "hr", "br": "br", "div": "div",
    "section": "div", "article": "div", "block": "div", "figure": "figure", "figcaption": "figcaption",
    "em": "em", "strong": "strong", "i": "em", "b": "strong", "u": "span", "sub": "sub", "sup": "sup", "a": "a",
    "cite": "cite", "code": "code",
}  # fmt: skip
_VOID = frozenset(("br", "hr"))
_INLINE = frozenset(("em", "strong", "span", "sub", "sup", "a", "cite", "code"))
_LETTER = re.compile(r"\w")
_TAG = re.compile(r"<[^<>]{0,2000}>|&#?\w{1,10};")
_OMITTED = frozenset(
    (
        "head script style object map nav header footer form input button body.head body.end byline byttl dateline"
        " distributor series copyrite tagline bibliography media-reference media-object media-metadata"
        " nitf-table-metadata"
    ).split()
)
# Notes to editors that stand in the body; the class names are dpa's and NITF's.
_NOTE = re.compile(r"\b(?:notepad|np-\w{1,20}|closingline|editorsnote|npa)\b")
_SCHEMES = ("http", "https", "mailto")


@dataclass(slots=True)
class InlineBody:
    """A body read: `html` is empty when it holds no words."""

    html: str = ""
    captions: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)


def read_body(*elements: etree._Element) -> InlineBody:
    """Write the contents of elements, one after the other."""
    body = InlineBody()
    parts: list[str] = []
    for element in elements:
        _write(element, parts, body)
    body.html = "".join(parts).strip()
    if not any(_LETTER.search(_TAG.sub("", part)) for part in parts):
        body.html = ""
    return body


def _write(root: etree._Element, parts: list[str], body: InlineBody) -> None:
    """Walk a tree once; what an element ends with is kept until it does."""
    ends: list[str] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            parts.append(ends.pop())
            if element is not root:
                parts.append(_text(element.tail))
            continue
        whole, end = ("", "") if element is root else _open(element, parts, body)
        ends.append(end)
        if whole is None:
            walker.skip_subtree()
        else:
            parts.append(whole + _text(element.text))


def _open(element: etree._Element, parts: list[str], body: InlineBody) -> tuple[str | None, str]:
    """What is written before and after an element's contents; None before it when the contents are not written."""
    name = str(element.tag)
    if name == "media":
        _read_media(element, body)
        return None, ""
    if name in _OMITTED or _is_note(element):
        return None, ""
    if name == "q":
        return ("", "") if _is_marked(element, parts) else ("“", "”")
    if name == "p" and (text := unwrap_breaks(element)) is not None:
        return None, f"<p>{escape(text, quote=False)}</p>\n"
    html = _NAMES.get(name)
    if html is None:
        return "", ""
    if html in _VOID:
        return f"<{html}>", ""
    end = f"</{html}>" if html in _INLINE else f"</{html}>\n"
    if html == "table":
        return '<table role="table">', end
    return f"<{html}{_link(element) if html == 'a' else ''}>", end


def _text(text: str | None) -> str:
    return escape(mend_signs(text), quote=False) if text else ""


def _link(element: etree._Element) -> str:
    target = (element.get("href") or "").strip()
    try:
        known = urlsplit(target).scheme in _SCHEMES
    except ValueError:
        known = False
    return f' href="{escape(target)}"' if known else ""


def _is_marked(element: etree._Element, parts: list[str]) -> bool:
    """Whether a quotation is printed with quotation marks of its own."""
    before = parts[-1].rstrip()[-1:] if parts else ""
    return text_of(element).strip()[:1] in tuple("\"“„«‘'‹") or before in tuple('"“„«')


def _is_note(element: etree._Element) -> bool:
    return any(_NOTE.search(element.get(name) or "") for name in ("class", "noteclass", "type"))


def _read_media(element: etree._Element, body: InlineBody) -> None:
    """The caption and the credit of a picture in NITF."""
    body.captions.extend(values_at(element, "media-caption"))
    credit = value_at(element, "media-producer")
    for metadata in element.iterfind("media-metadata"):
        if credit is None and (metadata.get("name") or "").casefold() in ("credit", "photographer", "byline"):
            credit = metadata.get("value")
    if credit:
        body.credits.append(credit)
