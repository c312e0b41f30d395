"""The body of a page, found by trafilatura, as blocks of Markdown: paragraphs, sub-headings, lists, quotes, tables.

Trafilatura's tree has its own names: `head`, `list`/`item`, `quote`, `hi` (emphasis), `ref` (link), `lb`, `row`/`cell`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lxml import etree, html
from trafilatura import bare_extraction

from generator.extract.html_page import read_address, squeeze
from generator.extract.markdown_text import escape_inline, escape_start

Kind: TypeAlias = Literal["paragraph", "heading", "list", "quote", "table"]

_EMPHASIS = {"#b": "**", "#i": "*"}
_URL_SIGNS = {"(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "*": "%2A", "`": "%60", "|": "%7C"}
_EDGES = re.compile(r"\A(\s*)(.*?)(\s*)\Z", re.DOTALL)
_LEVEL = re.compile(r"h(\d)")
_DEEPEST = 40
# A body shorter than this share of the page's long paragraphs is looked for again, with more care.
_LEAST_SHARE = 0.4
_LONG_PARAGRAPH = 80
_BREAK = "\x00"
_LINES = re.compile(r"\s*\x00\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlBlock:
    """A block of the body: its plain text, and the same in Markdown."""

    kind: Kind
    text: str
    markdown: str
    parts: tuple[str, ...] = ()
    """The texts of a list's items or a table's cells."""


def extract_blocks(tree: html.HtmlElement, shown: Iterable[str], base: str | None) -> tuple[HtmlBlock, ...]:
    """The blocks of a page's main text, of the blocks that it shows; none when it has none.

    Links without an http(s) address become their text.
    """
    body = _find_body(tree, fast=True)
    if body is None or not _holds_its_share(body, shown):
        body = _find_body(tree, fast=False)
    if body is None:
        return ()
    blocks: list[HtmlBlock] = []
    _add_text(blocks, body.text)
    for element in body:
        blocks.extend(read_block(element, base))
        _add_text(blocks, element.tail)
    return tuple(blocks)


def _find_body(tree: html.HtmlElement, fast: bool) -> html.HtmlElement | None:
    """The body by trafilatura's own rules (`fast`), or the best of those and two other algorithms: twice the work."""
    found = bare_extraction(
        tree,
        fast=fast,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        include_links=True,
        favor_precision=True,
        with_metadata=False,
    )
    return getattr(found, "body", None)


def _holds_its_share(body: html.HtmlElement, shown: Iterable[str]) -> bool:
    """Whether a body has as much of the page's paragraphs as articles have."""
    paragraphs = sum(len(text) for text in shown if len(text) >= _LONG_PARAGRAPH)
    return sum(len(text) for text in body.itertext()) >= _LEAST_SHARE * paragraphs


def _add_text(blocks: list[HtmlBlock], text: str | None) -> None:
    if text and (plain := squeeze(text)):
        blocks.append(HtmlBlock(kind="paragraph", text=plain, markdown=escape_start(escape_inline(plain))))


def read_block(element: html.HtmlElement, base: str | None) -> list[HtmlBlock]:
    """One element of the body as blocks: a paragraph with line breaks in it becomes several."""
    if element.tag == "list":
        return _one("list", element, "\n".join(_write_list(element, base, 0)))
    if element.tag == "table":
        return _one("table", element, _write_table(element, base))
    if element.tag == "quote":
        inner = [child for child in element if child.tag in ("p", "quote", "list", "head")]
        blocks = (
            [block for child in inner for block in read_block(child, base)] if inner else _read_lines(element, base)
        )
        quoted = "\n>\n".join("\n".join(f"> {line}" for line in block.markdown.split("\n")) for block in blocks)
        return _one("quote", element, quoted)
    if element.tag == "head":
        level = _LEVEL.match(element.get("rend") or "")
        marks = "#" * min(max(int(level[1]) if level else 2, 2), 4)
        return [
            HtmlBlock(kind="heading", text=line.text, markdown=f"{marks} {_close_heading(line.markdown)}")
            for line in _read_lines(element, base)
        ]
    return _read_lines(element, base) if isinstance(element.tag, str) else []


def _close_heading(markdown: str) -> str:
    kept = markdown.rstrip("#")
    return kept + "\\#" * (len(markdown) - len(kept))


def _one(kind: Kind, element: html.HtmlElement, markdown: str) -> list[HtmlBlock]:
    text = squeeze(_plain(element))
    parts = tuple(squeeze(_plain(part)) for part in element.iter("item", "cell", "p"))
    return [HtmlBlock(kind=kind, text=text, markdown=markdown, parts=parts)] if text and markdown.strip() else []


def _plain(element: html.HtmlElement) -> str:
    """Its text, a space wherever a block or line ends."""
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts.append(node.text or "")
        elif node is not element:
            parts.append((" " if node.tag in ("lb", "item", "p", "cell", "row", "head") else "") + (node.tail or ""))
    return "".join(parts)


def _read_lines(element: html.HtmlElement, base: str | None) -> list[HtmlBlock]:
    """An element's running text, one block for each line of it."""
    markdown = _LINES.split(write_inline(element, base))
    plain = _LINES.split(_plain_with_breaks(element))
    if len(markdown) != len(plain):
        markdown, plain = [" ".join(markdown)], [" ".join(plain)]
    return [
        HtmlBlock(kind="paragraph", text=squeeze(text), markdown=escape_start(squeeze(line)))
        for text, line in zip(plain, markdown, strict=True)
        if text.strip()
    ]


def _plain_with_breaks(element: html.HtmlElement) -> str:
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts.append(_BREAK if node.tag == "lb" else node.text or "")
        elif node is not element:
            parts.append(node.tail or "")
    return "".join(parts)


def write_inline(element: html.HtmlElement, base: str | None, inside: str = "", depth: int = 0) -> str:
    """Running text as Markdown. `inside` holds the emphasis and links it stands in already, which do not nest."""
    parts = [_text(element.text, inside)]
    for child in element:
        if isinstance(child.tag, str):
            parts.append(_write_child(child, base, inside, depth))
        parts.append(_text(child.tail, inside))
    return "".join(parts)


def _text(text: str | None, inside: str) -> str:
    if not text:
        return ""
    escaped = escape_inline(text.replace(_BREAK, ""))
    return escaped.replace("]", "\\]") if "[" in inside else escaped


def _write_child(child: html.HtmlElement, base: str | None, inside: str, depth: int) -> str:
    if child.tag == "lb":
        return _BREAK if not inside else " "
    if depth > _DEEPEST:
        return _text(squeeze(_plain(child)), inside)
    sign = _EMPHASIS.get(child.get("rend") or "") if child.tag == "hi" else None
    if sign is not None and sign not in inside.split():
        return _wrap(write_inline(child, base, f"{inside} {sign}", depth + 1), sign, sign)
    address = read_address(child.get("target"), base) if child.tag == "ref" else None
    if address is not None and "[" not in inside:
        target = "".join(_URL_SIGNS.get(sign, sign) for sign in address)
        return _wrap(write_inline(child, base, f"{inside} [", depth + 1), "[", f"]({target})")
    return write_inline(child, base, inside, depth + 1)


def _wrap(text: str, opening: str, closing: str) -> str:
    """Signs around words, not around the white space at their edges, which would undo them."""
    match = _EDGES.match(text)
    if match is None or not match[2]:
        return text
    return f"{match[1]}{opening}{match[2]}{closing}{match[3]}"


def _write_list(element: html.HtmlElement, base: str | None, depth: int) -> list[str]:
    lines: list[str] = []
    ordered = (element.get("rend") or "").startswith("ol")
    for number, item in enumerate((child for child in element if child.tag == "item"), start=1):
        nested = [child for child in item if child.tag == "list"]
        text = " ".join(block.markdown for block in _read_item(item, base))
        if text:
            lines.append(f"{'    ' * depth}{f'{number}.' if ordered else '-'} {text}")
        if depth < _DEEPEST:
            for child in nested:
                lines.extend(_write_list(child, base, depth + 1))
    return lines


def _read_item(item: html.HtmlElement, base: str | None) -> list[HtmlBlock]:
    """An item's own text; the lists within it are written below it."""
    copied = deepcopy(item)
    for child in copied.findall("list"):
        child.drop_tree() if hasattr(child, "drop_tree") else copied.remove(child)
    return _read_lines(copied, base)


def _write_table(element: html.HtmlElement, base: str | None) -> str:
    """A table with as many columns as its widest row; its first row is the head."""
    rows = [
        [squeeze(write_inline(cell, base).replace(_BREAK, " ")).replace("|", "\\|") for cell in row.iter("cell")]
        for row in element.iter("row")
    ]
    rows = [row for row in rows if any(row)]
    if not rows:
        return ""
    width = max(len(row) for row in rows)
    filled = [row + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in filled]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])
