"""A page saved whole in one file: MHTML (RFC 2557, by Chrome, Edge, Internet Explorer, Word) or Safari's web archive.

Of all its parts the page itself is read; where it was saved from is its address unless it names a better one.
"""

from __future__ import annotations

import plistlib
from collections.abc import Mapping

from generator.exceptions import UnreadableError
from generator.model import RawArticle
from generator.read.decoding import decode_declared, has_wide_bom
from generator.read.mail.mime import (
    Part,
    header_names,
    parse_message,
    part_text,
    read_header,
    read_parameter,
    walk_parts,
)
from generator.read.saved_from import note_address
from generator.read.source import Reader, Readings, Source
from generator.read.web_address import make_address

_BROWSERS = ("<saved by ", '"saved by ', "saved by ")
_PAGES = ("text/html", "application/xhtml+xml")
_ARCHIVE = b"bplist00"


def is_mhtml(source: Source) -> bool:
    """Whether a file is a saved page: what browsers call themselves in its header, or a page without a sender."""
    names = header_names(source.text)
    if not names & {"mime-version", "content-type", "snapshot-content-location"}:
        return False
    if "snapshot-content-location" in names:
        return True
    head = source.text[:2000].lower()
    if "from" in names:
        sender = head[head.find("\nfrom:") + 6 if not head.startswith("from:") else 5 :].lstrip()
        return sender.startswith(_BROWSERS)
    return "content-type" in names and not names & {"to", "received", "message-id", "delivered-to"}


def read_mhtml(source: Source) -> Readings:
    """One article, the page. Raises UnreadableError when the file holds no page."""
    data = source.text.encode("utf-8") if has_wide_bom(source.data) else source.data
    message = parse_message(data, source.path)
    root = _find_root(message)
    if root is None:
        raise UnreadableError(f"{source.path}: is a saved page without its HTML; save the page anew, as HTML")
    address = read_header(message, "snapshot-content-location") or read_header(root, "content-location")
    return (_make_article(source, part_text(root), address or read_header(message, "content-location")),)


def _find_root(message: Part) -> Part | None:
    """The part that `start` names, that stands where the page was saved from, or the first page of all."""
    pages = [part for part in walk_parts(message) if part.kind in _PAGES]
    start = read_parameter(message, "start")
    saved = read_header(message, "snapshot-content-location")
    for page in pages:
        if start and read_header(page, "content-id") == start:
            return page
    for page in pages:
        if saved and read_header(page, "content-location") == saved:
            return page
    return pages[0] if pages else None


def _make_article(source: Source, text: str, address: str | None) -> RawArticle:
    if not text.strip():
        raise UnreadableError(f"{source.path}: is a saved page without text; save the page anew, as HTML")
    url = make_address(address)
    page = note_address(text, url) if url else text
    return RawArticle(origin=source.origin, form="mhtml", markup="html", text=page)


def is_archive(data: bytes) -> bool:
    """Whether a file is a property list in Apple's binary form, as Safari's web archives are."""
    return data.startswith(_ARCHIVE)


def read_archive(source: Source) -> Readings:
    """The page of a web archive. Raises UnreadableError when the property list is something else."""
    try:
        values = plistlib.loads(source.data, fmt=plistlib.FMT_BINARY)
    except (plistlib.InvalidFileException, RecursionError, ValueError, TypeError, KeyError, MemoryError) as error:
        raise UnreadableError(f"{source.path}: is a damaged property list; save the page anew, as HTML") from error
    resource = values.get("WebMainResource") if isinstance(values, Mapping) else None
    page = resource if isinstance(resource, Mapping) else {}
    data, kind = page.get("WebResourceData"), page.get("WebResourceMIMEType")
    if not isinstance(data, bytes) or kind not in (*_PAGES, "text/plain"):
        raise UnreadableError(f"{source.path}: is a property list that holds no web page; delete it")
    charset, address = page.get("WebResourceTextEncodingName"), page.get("WebResourceURL")
    text = decode_declared(data, charset if isinstance(charset, str) else None)
    return (_make_article(source, text, address if isinstance(address, str) else None),)


MHTML = Reader("mhtml", is_mhtml, read_mhtml)
WEB_ARCHIVE = Reader("mhtml", lambda source: is_archive(source.data), read_archive)
