"""Elements of a page as blocks of Markdown: paragraphs, sub-headings, lists, quotes, tables, preformatted text.

Nothing is judged here but form. Elements that only hold others (`div`, `section`, a table for layout) make no block of
their own; running text between blocks is a paragraph. Elements in `skipped` are passed over with all that is in them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from lxml import html

from generator.extract.pages.block import HtmlBlock, indent, join_blocks, make_block, make_heading, write_item
from generator.extract.pages.page import squeeze
from generator.extract.pages.running_text import BREAK, HIDDEN, Mark, Run, make_paragraphs, mark_runs, read_runs
from generator.extract.pages.table import cell_lines, is_data, own_rows, read_number

__all__ = ["HtmlBlock", "read_block", "read_blocks"]

_HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LISTS = frozenset(("ul", "ol", "menu", "dir", "list"))
_BLOCK_TAGS = (
    "p", "div", "ul", "ol", "dl", "li", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "section",
    "article", "figure", "header", "footer", "aside", "form", "hr", "main", "address", "details",
)  # fmt: skip
_DEEPEST = 60
_DEEPEST_LIST = 12
_MOST_COLUMNS = 60
_COLUMNS = re.compile(r"\S {3,}\S")
_TICKS = re.compile("`+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_PROSE_LINE = 30


def read_block(element: html.HtmlElement, base: str | None) -> list[HtmlBlock]:
    """One element as blocks; links are made whole against `base`, and become their text without an http address."""
    return _Reader(base, frozenset()).read_element(element, 0)


def read_blocks(
    root: html.HtmlElement, base: str | None, skipped: Collection[html.HtmlElement] = frozenset()
) -> list[HtmlBlock]:
    """All that is in an element as blocks, but for what is in `skipped`."""
    return _Reader(base, skipped).read_flow(root, 0)


class _Reader:
    """Goes down the elements; `depth` counts those that it stands in."""

    def __init__(self, base: str | None, skipped: Collection[html.HtmlElement]) -> None:
        self._base, self._skipped = base, skipped
        self._marks: tuple[Mark, ...] = ()
        """Emphasis and links that hold the blocks being read."""

    def read_flow(self, element: html.HtmlElement, depth: int) -> list[HtmlBlock]:
        """Blocks, and running text between them."""
        blocks: list[HtmlBlock] = []
        runs: list[Run] = [Run(element.text, self._marks)] if element.text else []
        for child in element:
            if self._is_shown(child):
                if self._is_inline(child):
                    runs.extend(self._read_runs(child))
                else:
                    blocks.extend(self._end_runs(runs, element))
                    blocks.extend(self.read_element(child, depth + 1))
            if child.tail:
                runs.append(Run(child.tail, self._marks))
        blocks.extend(self._end_runs(runs, element))
        return blocks

    def _is_shown(self, child: html.HtmlElement) -> bool:
        return isinstance(child.tag, str) and child.tag not in HIDDEN and child not in self._skipped

    def _is_inline(self, child: html.HtmlElement) -> bool:
        """Whether it is part of running text: unknown elements are when there is no block in them."""
        if child.tag in _BLOCKS:
            return False
        return len(child) == 0 or next(child.iterdescendants(*_BLOCK_TAGS), None) is None

    @staticmethod
    def _end_runs(runs: list[Run], element: html.HtmlElement) -> list[HtmlBlock]:
        if not runs:
            return []
        blocks = [make_block(paragraph, element) for paragraph in make_paragraphs(runs)]
        runs.clear()
        return blocks

    def read_element(self, element: html.HtmlElement, depth: int) -> list[HtmlBlock]:
        """One block element."""
        handler = _HANDLERS.get(element.tag)
        if depth > _DEEPEST:
            return [make_block(p, element) for p in make_paragraphs([Run(_spaced_text(element))], within=True)]
        if handler is not None:
            return handler(self, element, depth)
        outer = self._marks
        self._marks = mark_runs(element, self._base, outer)
        blocks = self.read_flow(element, depth)
        self._marks = outer
        return blocks

    def _read_runs(self, element: html.HtmlElement) -> list[Run]:
        return list(read_runs(element, self._base, self._marks, self._skipped))

    def read_heading(self, element: html.HtmlElement, depth: int) -> list[HtmlBlock]:
        """A sub-heading; one with blocks in it is those."""
        if (
            next(element.iterdescendants("p", "ul", "ol", "table", "blockquote", "div", "h1", "h2", "h3"), None)
            is not None
        ):
            return self._read_held_heading(element, depth)
        runs = self._read_runs(element)
        level = _HEADINGS.get(element.tag) or _HEADINGS.get((element.get("rend") or "")[:2]) or 2
        return [make_heading(paragraph, level, element) for paragraph in make_paragraphs(runs, within=True)]

    def _read_held_heading(self, element: html.HtmlElement, depth: int) -> list[HtmlBlock]:
        blocks = self.read_flow(element, depth)
        if len(blocks) == 1 and blocks[0].paragraph is not None:
            return [make_heading(blocks[0].paragraph, _HEADINGS.get(element.tag, 2), element)]
        return blocks

    def read_quote(self, element: html.HtmlElement, depth: int) -> list[HtmlBlock]:
        """A block quote, whatever blocks are in it."""
        blocks = self.read_flow(element, depth)
        if not blocks:
            return []
        markdown = "\n>\n".join(indent(block.markdown, "> ", "> ") for block in blocks)
        return [join_blocks("quote", blocks, markdown, element)]

    def read_list(self, element: html.HtmlElement, depth: int) -> list[HtmlBlock]:
        """A list with the lists in it. Items are numbered from the list's own start."""
        ordered = element.tag == "ol" or (element.get("rend") or "").startswith("ol")
        number = read_number(element.get("start")) if ordered else 1
        items = self._read_items(element, depth)
        written = [write_item(item, f"{number + at}." if ordered else "-") for at, item in enumerate(items)]
        # A blank line within an item ends the list for Python-Markdown unless there is one between all items.
        between = "\n\n" if any("\n\n" in item for item in written) else "\n"
        held = [block for item in items for block in item]
        return [join_blocks("list", held, between.join(written), element)] if held else []

    def _read_items(self, element: html.HtmlElement, depth: int) -> list[list[HtmlBlock]]:
        items: list[list[HtmlBlock]] = []
        if element.text and element.text.strip():
            items.append(self._end_runs([Run(element.text)], element))
        for child in element:
            if self._is_shown(child):
                if child.tag in ("li", "item"):
                    blocks = self.read_flow(child, depth + 1)
                elif self._is_inline(child):
                    blocks = self._end_runs(self._read_runs(child), element)
                else:
                    blocks = self.read_element(child, depth + 1)
                if blocks and child.tag in _LISTS and items:
                    items[-1].extend(blocks)
                elif blocks:
                    items.append(blocks)
            if child.tail and child.tail.strip():
                items.append(self._end_runs([Run(child.tail)], element))
        return [item for item in items if item]

    def read_definitions(self, element: html.HtmlElement, depth: int) -> list[HtmlBlock]:
        """Terms, each with what it means indented below it."""
        groups: list[tuple[str, list[HtmlBlock]]] = []
        for child in element.iter("dt", "dd"):
            owner = next(child.iterancestors("dl"), None)
            if owner is element and child not in self._skipped and (blocks := self.read_flow(child, depth + 1)):
                groups.append((child.tag, blocks))
        if not groups:
            return self.read_flow(element, depth)
        if groups[0][0] != "dt" or not any(name == "dd" for name, _ in groups):
            return [block for _, blocks in groups for block in blocks]
        lines: list[str] = []
        for name, blocks in groups:
            first, *rest = blocks
            if name == "dt":
                lines.append(("\n" if lines else "") + " ".join(block.markdown.replace("\n", " ") for block in blocks))
            else:
                lines.append(indent(first.markdown, ":   ", "    "))
                lines.extend("\n" + indent(block.markdown, "    ", "    ") for block in rest)
        return [join_blocks("list", [b for _, blocks in groups for b in blocks], "\n".join(lines), element)]

    def read_table(self, element: html.HtmlElement, depth: int) -> list[HtmlBlock]:
        """A table of data with as many columns as its widest row, its first row the head; or what a layout holds."""
        rows = own_rows(element)
        if not is_data(element, rows):
            return self._read_layout(element, depth)
        cells = [[text for cell in row for text in self._read_cell(cell)] for row in rows]
        cells = [row for row in cells if any(text for text, _ in row)]
        if not cells:
            return []
        width = max(len(row) for row in cells)
        lines = [f"| {' | '.join(text for text, _ in [*row, *[('', '')] * (width - len(row))])} |" for row in cells]
        written = "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])
        parts = tuple(plain for row in cells for _, plain in row if plain)
        caption = [block for part in element.iterchildren("caption") for block in self.read_flow(part, depth + 1)]
        table = HtmlBlock(kind="table", text=" ".join(parts), markdown=written, parts=parts, element=element)
        return [*caption, table]

    def _read_cell(self, cell: html.HtmlElement) -> list[tuple[str, str]]:
        """Markdown and plain text of a cell, and empty ones beside it for the columns it spans."""
        blocks = self.read_flow(cell, _DEEPEST - 2)
        lines = [line for block in blocks for line in cell_lines(block)]
        plain = " ".join(block.text for block in blocks)
        spanned = min(read_number(cell.get("colspan")), _MOST_COLUMNS) - 1
        return [("<br>".join(lines).replace("|", "&#124;"), squeeze(plain)), *[("", "")] * spanned]

    def _read_layout(self, element: html.HtmlElement, depth: int) -> list[HtmlBlock]:
        blocks: list[HtmlBlock] = []
        for child in element.iterchildren():
            if not self._is_shown(child):
                continue
            if child.tag in ("tbody", "thead", "tfoot", "tr", "row"):
                blocks.extend(self._read_layout(child, depth + 1))
            else:
                blocks.extend(self.read_flow(child, depth + 1))
        return blocks

    def read_pre(self, element: html.HtmlElement, depth: int) -> list[HtmlBlock]:
        """Preformatted text: code and columns as they stand, wrapped prose as paragraphs."""
        text = "".join("\n" if part == BREAK else part for part in _pre_text(element)).strip("\n").expandtabs(4)
        if not text.strip():
            return []
        lines = [line.rstrip() for line in text.split("\n")]
        if _is_prose(element, lines):
            return [
                make_block(paragraph, element)
                for part in _BLANK_LINE.split(text)
                for paragraph in make_paragraphs([Run(part)])
            ]
        parts = tuple(line for shown in lines if (line := squeeze(shown)))
        fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
        markdown = "\n".join([fence, *lines, fence])
        return [HtmlBlock(kind="pre", text=" ".join(parts), markdown=markdown, parts=parts, element=element)]

    def read_figure(self, element: html.HtmlElement, depth: int) -> list[HtmlBlock]:
        """What a figure holds besides pictures and captions: a table, a quotation, code, a list."""
        held = element.iterdescendants("table", "blockquote", "pre")
        first = next(held, None)
        return self.read_element(first, depth + 1) if first is not None else []

    def read_nothing(self, element: html.HtmlElement, depth: int) -> list[HtmlBlock]:
        """An element without text of the article: a rule, a caption."""
        return []


_HANDLERS = {
    **dict.fromkeys((*_HEADINGS, "head"), _Reader.read_heading),
    **dict.fromkeys(_LISTS, _Reader.read_list),
    "blockquote": _Reader.read_quote,
    "quote": _Reader.read_quote,
    "dl": _Reader.read_definitions,
    "table": _Reader.read_table,
    "pre": _Reader.read_pre,
    "figure": _Reader.read_figure,
    "figcaption": _Reader.read_nothing,
    "hr": _Reader.read_nothing,
}
_BLOCKS = frozenset(
    (*_BLOCK_TAGS, *_HANDLERS, *"body td th tr tbody thead dd dt item row cell summary fieldset center nav".split())
)


def _pre_text(element: html.HtmlElement) -> list[str]:
    return [run.text for run in read_runs(element, None)]


def _is_prose(element: html.HtmlElement, lines: Sequence[str]) -> bool:
    """Whether preformatted text is wrapped prose: no code, not set in columns, lines as long as prose has them."""
    if next(element.iterdescendants("code"), None) is not None or element.get("class"):
        return False
    filled = [line for line in lines if line.strip()]
    columns = sum(1 for line in filled if _COLUMNS.search(line))
    return columns * 2 <= len(filled) and sum(map(len, filled)) >= _PROSE_LINE * len(filled)


def _spaced_text(element: html.HtmlElement) -> str:
    return " ".join(element.itertext())
