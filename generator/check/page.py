"""One HTML file, read once. In: its bytes. Out: a `PageSummary`, small enough to keep for each page of a large site."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

_STYLE_URL = re.compile(r"""(?:url\(\s*|@import\s+(?=["']))["']?([^"')\s;]+)""")
FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json"})
_LOADING_RELS = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"}
    | {"apple-touch-icon", "mask-icon"}
)
_DATA_SCRIPTS = frozenset({"application/ld+json", "application/json", "speculationrules", "importmap"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSummary:
    """What the rules ask of a page. Addresses are as written in it."""

    path: str
    doctype: bool
    language: str
    title: str
    headings: int
    """How many h1."""
    ids: frozenset[str]
    repeated_ids: tuple[str, ...]
    links: tuple[str, ...]
    resources: tuple[str, ...]
    """What a browser fetches without being asked: scripts, styles, images, fonts."""
    feeds: tuple[str, ...]
    """Autodiscovery."""
    canonical: str | None
    leads_to: str | None
    """Where a page that has moved sends its readers, at once: `<meta http-equiv="refresh">`."""
    listed: bool
    """False where it asks search engines to leave it out."""
    handlers: tuple[str, ...]
    """Attributes that hold scripts: `onclick`."""
    scripts_in_content: int
    images_without_alt: tuple[str, ...]
    bad_data: tuple[str, ...]
    """Why an embedded JSON-LD block cannot be read."""


def read_page(path: str, data: bytes) -> PageSummary:
    """Summarise a page. Raises UnicodeDecodeError when it is not UTF-8; an empty file gives an empty summary."""
    data.decode()
    notes = _Notes()
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True)) if data.strip() else None
    if root is not None:
        for element in root.iter(etree.Element):
            _note(element, notes)
    return PageSummary(
        path=path,
        doctype=data[:200].lstrip().lower().startswith(b"<!doctype html"),
        language=(root.get("lang") or "") if root is not None else "",
        title=" ".join((root.findtext("head/title") or "").split()) if root is not None else "",
        headings=notes.headings,
        ids=frozenset(notes.ids),
        repeated_ids=tuple(sorted(notes.repeated)),
        links=tuple(notes.links),
        resources=tuple(notes.resources),
        feeds=tuple(notes.feeds),
        canonical=notes.canonical,
        leads_to=notes.leads_to,
        listed=notes.listed,
        handlers=tuple(sorted(notes.handlers)),
        scripts_in_content=notes.scripts_in_content,
        images_without_alt=tuple(notes.images_without_alt),
        bad_data=tuple(notes.bad_data),
    )


def style_addresses(style: str) -> list[str]:
    """What a stylesheet loads, but for data in the address itself."""
    return [url for url in _STYLE_URL.findall(style) if not url.startswith(("data:", "#"))]


@dataclass(slots=True)
class _Notes:
    """The state of one walk; the dicts are ordered sets."""

    headings: int = 0
    ids: set[str] = field(default_factory=set)
    repeated: set[str] = field(default_factory=set)
    links: dict[str, None] = field(default_factory=dict)
    resources: dict[str, None] = field(default_factory=dict)
    feeds: dict[str, None] = field(default_factory=dict)
    canonical: str | None = None
    leads_to: str | None = None
    listed: bool = True
    handlers: set[str] = field(default_factory=set)
    scripts_in_content: int = 0
    images_without_alt: list[str] = field(default_factory=list)
    bad_data: list[str] = field(default_factory=list)


def _note(element: etree._Element, notes: _Notes) -> None:
    attributes = element.attrib
    tag = str(element.tag)
    if attributes:
        if identity := attributes.get("id"):
            (notes.repeated if identity in notes.ids else notes.ids).add(identity)
        for name in attributes:
            if str(name).startswith("on"):
                notes.handlers.add(str(name))
        if style := attributes.get("style"):
            notes.resources.update(dict.fromkeys(style_addresses(str(style))))
    if special := _SPECIAL.get(tag):
        special(element, notes)


def _note_anchor(element: etree._Element, notes: _Notes) -> None:
    if (href := element.get("href")) is not None:
        notes.links[href] = None


def _note_heading(element: etree._Element, notes: _Notes) -> None:
    notes.headings += 1


def _note_link(element: etree._Element, notes: _Notes) -> None:
    href = element.get("href") or ""
    rels = (element.get("rel") or "").lower().split()
    if "alternate" in rels and (element.get("type") or "").lower() in FEED_TYPES:
        notes.feeds[href] = None
    elif "canonical" in rels:
        notes.canonical = href
    elif _LOADING_RELS.intersection(rels):
        notes.resources[href] = None


def _note_meta(element: etree._Element, notes: _Notes) -> None:
    if (element.get("name") or "").lower() == "robots" and "noindex" in (element.get("content") or "").lower():
        notes.listed = False
    if (element.get("http-equiv") or "").lower() == "refresh":
        _, _, url = (element.get("content") or "").partition(";")
        notes.leads_to = url.strip()[len("url=") :].strip() if url.strip().lower().startswith("url=") else None


def _note_script(element: etree._Element, notes: _Notes) -> None:
    if src := element.get("src"):
        notes.resources[src] = None
    kind = (element.get("type") or "").lower()
    if kind == "application/ld+json":
        try:
            json.loads(element.text or "")
        except ValueError as error:
            notes.bad_data.append(str(error))
    elif kind not in _DATA_SCRIPTS and next(element.iterancestors("main", "article"), None) is not None:
        notes.scripts_in_content += 1


def _note_media(element: etree._Element, notes: _Notes) -> None:
    for name in ("src", "data", "poster"):
        if (value := element.get(name)) and not value.startswith("data:"):
            notes.resources[value] = None
    for candidate in (element.get("srcset") or "").split(","):
        if parts := candidate.split():
            notes.resources[parts[0]] = None
    if element.tag == "img" and element.get("alt") is None:
        notes.images_without_alt.append(element.get("src") or "")


def _note_style(element: etree._Element, notes: _Notes) -> None:
    notes.resources.update(dict.fromkeys(style_addresses(element.text or "")))


_SPECIAL: Mapping[str, Callable[[etree._Element, _Notes], None]] = {
    "a": _note_anchor,
    "area": _note_anchor,
    "h1": _note_heading,
    "link": _note_link,
    "meta": _note_meta,
    "script": _note_script,
    "style": _note_style,
    **dict.fromkeys(("img", "source", "video", "audio", "track", "iframe", "embed", "object", "image"), _note_media),
}
