"""The HTML of a mail: the mail's own lines and blocks taken off, what is left of the markup kept as it is.

Whether a table lays out the page or holds figures is for `extract` to tell; so is what the eye does not see.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree, html

from generator.html_tree import parse_html
from generator.model import Removed
from generator.read.mail.lines import MailLine, sort_lines
from generator.read.mail.plain_text import MailBody

_UNSEEN = frozenset("script style noscript template svg head object select button canvas title".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike"
    " strong sub sup time tt u var wbr".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_QUOTED = re.compile(r"gmail_quote\b|yahoo_quoted|moz-cite|protonmail_quote", re.IGNORECASE)
_SIGNATURE = re.compile(r"gmail_signature\b|moz-signature|protonmail_signature|\bsignature\b", re.IGNORECASE)


@dataclass(slots=True)
class _Line:
    """A line as it is shown: where its pieces of text stand, and the first link in it."""

    slots: list[tuple[html.HtmlElement, bool]] = field(default_factory=list)
    """An element, and whether the piece is its tail."""
    pieces: list[str] = field(default_factory=list)
    quoted: bool = False
    link: str | None = None

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())


def read_newsletter(text: str, forwarded: bool) -> MailBody | None:
    """Take a mail's own lines off its HTML; None when there is no element in it."""
    tree = parse_html(text)
    if tree is None:
        return None
    etree.strip_elements(tree, "title", "style", "script", with_tail=False)
    removed = [*_drop_signatures(tree)]
    lines = _list_lines(tree)
    sorted_ = sort_lines([MailLine(line.text, line.quoted) for line in lines], forwarded)
    url = _find_url(lines, sorted_.rules)
    for number, rule in sorted(sorted_.rules.items()):
        if shown := lines[number].text:
            removed.append(Removed(line=0, text=shown, rule=rule))
        _blank(lines[number])
    _open_quotation(tree, lines, sorted_.rules)
    return MailBody(
        text=str(html.tostring(tree, encoding="unicode")),
        removed=tuple(removed),
        fields=sorted_.fields,
        url=url,
    )


def _drop_signatures(tree: html.HtmlElement) -> list[Removed]:
    """Blocks that a mail program marks as a signature."""
    removed = []
    for element in [element for element in tree.iter("div", "table", "p") if _SIGNATURE.search(_marks(element))]:
        if element.getparent() is not None and len(text := " ".join(element.text_content().split())) < 1000:
            removed.append(Removed(line=0, text=text, rule="mail-signature"))
            element.drop_tree()
    return [entry for entry in removed if entry.text]


def _marks(element: html.HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _list_lines(tree: html.HtmlElement) -> list[_Line]:
    lister = _Lister()
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            if not lister.enter(element):
                walker.skip_subtree()
        else:
            lister.leave(element, tree)
    return [line for line in lister.lines if line.slots]


class _Lister:
    """Collects the lines a mail shows, in order; never calls itself, however deep the markup is nested."""

    def __init__(self) -> None:
        self.lines = [_Line()]
        self._quotations = 0
        self._open: list[html.HtmlElement] = []

    def enter(self, element: html.HtmlElement) -> bool:
        name = element.tag if isinstance(element.tag, str) else ""
        if not name or name in _UNSEEN or element.get("hidden") is not None:
            return False
        if _HIDDEN.search(element.get("style") or ""):
            return False
        self._open.append(element)
        if name not in _INLINE:
            self._end_line()
        self._quotations += _is_quotation(element)
        if name == "a" and self.lines[-1].link is None:
            self.lines[-1].link = element.get("href")
        self._add(element, element.text, tail=False)
        return True

    def leave(self, element: html.HtmlElement, root: html.HtmlElement) -> None:
        if self._open and self._open[-1] is element:
            self._open.pop()
            if element.tag not in _INLINE:
                self._end_line()
            self._quotations -= _is_quotation(element)
        if element is not root:
            self._add(element, element.tail, tail=True)

    def _end_line(self) -> None:
        if self.lines[-1].slots:
            self.lines.append(_Line())

    def _add(self, element: html.HtmlElement, text: str | None, tail: bool) -> None:
        line = self.lines[-1]
        if text and (text.strip() or line.slots):
            line.slots.append((element, tail))
            line.pieces.append(text)
            line.quoted = line.quoted or self._quotations > 0


def _is_quotation(element: html.HtmlElement) -> bool:
    return element.tag in ("blockquote", "div") and (
        element.get("type") == "cite" or bool(_QUOTED.search(_marks(element)))
    )


def _blank(line: _Line) -> None:
    for element, tail in line.slots:
        if tail:
            element.tail = " "
        else:
            element.text = None


def _open_quotation(tree: html.HtmlElement, lines: Sequence[_Line], rules: Mapping[int, str]) -> None:
    """A mail passed on stands in a quotation of the mail around it; its article is none."""
    kept = [line for number, line in enumerate(lines) if number not in rules]
    if sum(line.quoted for line in kept) * 2 > len(kept):
        for element in tree.iter("blockquote"):
            if _is_quotation(element):
                element.tag = "div"


def _find_url(lines: Sequence[_Line], rules: Mapping[int, str]) -> str | None:
    for number, rule in sorted(rules.items()):
        if rule == "view-in-browser" and (link := lines[number].link):
            return link
    return None
