"""Plain questions to the tree of a saved page: its addresses, its blocks of text."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

_UNSEEN = ("script", "style", "noscript", "template", "iframe", "svg")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(?P<url>https?://[^\s<>]{3,2000}) -->")
# The rest may be a mail archive's links to the next message and the last.
_MOSTLY_PRE = 0.8
_DATED = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/_-])")
_HIDDEN = frozenset(("script", "style", "noscript", "template", "iframe", "svg", "head", "object", "select", "button"))
_BLOCKS = frozenset(
    (
        "p li h1 h2 h3 h4 h5 h6 td th dt dd figcaption blockquote pre div section article header footer aside nav"
        " address main ul ol dl table tr figure form"
    ).split()
)
_WORDS = re.compile(r"\w+")


def drop_unseen(tree: html.HtmlElement) -> None:
    """Take the elements that no reader sees out of a tree: half of many a page, and no part of any article."""
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)


def squeeze(text: str) -> str:
    """White space as a browser shows it."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """A text's words, to compare texts whatever their punctuation."""
    return " ".join(_WORDS.findall(text.replace("\xad", "").casefold()))


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
    """Where the page was published: its canonical link, Open Graph address, or the browser's note when saving.

    An address of an outlet's front page is taken only where nothing else is said.
    """
    said = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    said.extend(
        meta.get("content") for meta in tree.iter("meta") if "og:url" in (meta.get("property"), meta.get("name"))
    )
    base = _named_base(tree)
    offered = [address for value in said[:20] if (address := read_address(value, base))]
    if (saved := _SAVED_FROM.search(text[:2000])) and (address := read_address(saved["url"])):
        offered.append(address)
    return next((address for address in offered if urlsplit(address).path.strip("/")), offered[0] if offered else None)


def _named_base(tree: html.HtmlElement) -> str | None:
    return next((base.get("href") for base in tree.iter("base") if base.get("href")), None)


def find_base(tree: html.HtmlElement, address: str | None) -> str | None:
    """What a page's links are relative to: its base element, or its own address."""
    return read_address(_named_base(tree), address) or address


def list_blocks(tree: html.HtmlElement) -> list[tuple[html.HtmlElement, str]]:
    """The blocks of visible text in document order, each with its own text: that of blocks within it left out."""
    body = tree.find("body")
    root = tree if body is None else body
    parts: dict[html.HtmlElement, list[str]] = {}
    _collect_text(root, root, parts)
    return [(element, text) for element, owned in parts.items() if (text := _join(element, owned))]


def _join(element: html.HtmlElement, parts: list[str]) -> str:
    """The pieces of a block's text. What stands in a figure beside its caption are labels, each on its own."""
    if len(parts) > 1 and (element.tag == "figure" or next(element.iterancestors("figure"), None) is not None):
        return squeeze(" ".join(parts))
    return squeeze("".join(parts))


def _collect_text(element: html.HtmlElement, owner: html.HtmlElement, parts: dict[html.HtmlElement, list[str]]) -> None:
    """The pieces of text that each block owns. The parser leaves out what is nested too deep to be walked so."""
    text = " " if element.tag == "br" else element.text
    if text:
        parts.setdefault(owner, []).append(text)
    for child in element:
        name = child.tag
        if isinstance(name, str) and name not in _HIDDEN:
            _collect_text(child, child if name in _BLOCKS else owner, parts)
        if tail := child.tail:
            parts.setdefault(owner, []).append(tail)


def find_plain_text(tree: html.HtmlElement) -> str | None:
    """The text of a page that is one block of preformatted text, as browsers and mail archives make them.

    It has blank lines above it, so that its lines have the numbers they have in the page.
    """
    pre = next(tree.iter("pre"), None)
    body = tree.find("body")
    if pre is None or body is None or next(pre.iterdescendants("code"), None) is not None:
        return None
    text = str(pre.text_content())
    if len(squeeze(text)) < _MOSTLY_PRE * len(squeeze(str(body.text_content()))):
        return None
    return "\n" * max(0, (pre.sourceline or 1) - 1) + text


def has_class(element: html.HtmlElement, pattern: re.Pattern[str]) -> bool:
    """Whether an element's class, id or itemprop matches."""
    return any(pattern.search(element.get(name) or "") for name in ("class", "id", "itemprop", "data-testid"))
