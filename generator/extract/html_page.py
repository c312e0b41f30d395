"""A saved page as a tree, and plain questions to it: its addresses, its blocks of text."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

_DECLARATION = re.compile(r"\A\s*(?:<\?xml[^>]{0,500}\?>\s*)?(?:<!doctype[^>]{0,500}>)?", re.IGNORECASE)
_PARSER = html.HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False)
_UNSEEN = ("script", "style", "noscript", "template", "iframe", "svg")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(?P<url>https?://[^\s<>]{3,2000}) -->")
_DATED = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/_-])")
_HIDDEN = frozenset(
    ("script", "style", "noscript", "template", "iframe", "svg", "head", "object", "select", "form", "button")
)
_BLOCKS = frozenset(
    (
        "p li h1 h2 h3 h4 h5 h6 td th dt dd figcaption blockquote pre div section article header footer aside nav"
        " address main ul ol dl table tr figure"
    ).split()
)
_SPACES = re.compile(r"\s+")


def parse_page(text: str) -> html.HtmlElement | None:
    """The page's tree, or None when there is no element in it. Elements nested absurdly deep are left out."""
    try:
        return html.document_fromstring(_DECLARATION.sub("", text), parser=_PARSER)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def drop_unseen(tree: html.HtmlElement) -> None:
    """Take the elements that no reader sees out of a tree: half of many a page, and no part of any article."""
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)


def squeeze(text: str) -> str:
    """White space as a browser shows it."""
    return _SPACES.sub(" ", text).strip()


def read_address(text: str | None, base: str | None = None) -> str | None:
    """An http or https address, made whole; None for anything else (javascript:, data:, a fragment)."""
    if not text or text.strip().startswith("#"):
        return None
    try:
        address = urljoin(base or "", text.strip())
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or re.search(r"[\s<>\"\\]", address):
        return None
    return address


def read_address_date(address: str | None) -> date | None:
    """The day in an address such as `…/2015/12/10/harbour-wall`; many outlets file their articles by it."""
    match = _DATED.search(address or "")
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def find_address(tree: html.HtmlElement, text: str) -> str | None:
    """Where the page was published: its canonical link, Open Graph address, or the browser's note when saving."""
    for path in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content", "//base/@href"):
        for value in tree.xpath(path):
            if address := read_address(str(value)):
                return address
    saved = _SAVED_FROM.search(text[:2000])
    return read_address(saved["url"]) if saved else None


def list_blocks(tree: html.HtmlElement) -> list[tuple[html.HtmlElement, str]]:
    """The blocks of visible text in document order, each with its own text: that of blocks within it left out."""
    body = tree.find("body")
    walker = _BlockWalker(tree if body is None else body)
    return [(element, text) for element, parts in walker.parts.items() if (text := _join(element, parts))]


def _join(element: html.HtmlElement, parts: list[str]) -> str:
    """The pieces of a block's text. What stands in a figure beside its caption are labels, each on its own."""
    if len(parts) > 1 and (element.tag == "figure" or next(element.iterancestors("figure"), None) is not None):
        return squeeze(" ".join(parts))
    return squeeze("".join(parts))


class _BlockWalker:
    """Collects the pieces of text that each block element owns."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.parts: dict[html.HtmlElement, list[str]] = {}
        self._owners = [root]
        hidden = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            name = element.tag if isinstance(element.tag, str) else ""
            concealed = not name or name in _HIDDEN
            if event == "start":
                hidden += concealed
                if not hidden:
                    self._open(element, name)
                continue
            if not hidden and name in _BLOCKS and element is not root:
                self._owners.pop()
            hidden -= concealed
            if not hidden and element is not root:
                self._add(element.tail)

    def _open(self, element: html.HtmlElement, name: str) -> None:
        if name in _BLOCKS and element is not self._owners[0]:
            self._owners.append(element)
        self._add(" " if name == "br" else element.text)

    def _add(self, text: str | None) -> None:
        if text:
            self.parts.setdefault(self._owners[-1], []).append(text)


def has_class(element: html.HtmlElement, pattern: re.Pattern[str]) -> bool:
    """Whether an element's class, id or itemprop matches."""
    return any(pattern.search(element.get(name) or "") for name in ("class", "id", "itemprop", "data-testid"))
