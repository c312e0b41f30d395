"""An article's body for a terminal, as its Markdown reads: headings, lists with marks, quotations, aligned tables.

The article and the styles of stretches of its text come in; lines that fit a width go out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rich.console import Console
from rich.text import Text

from generator.model import Article
from generator.show.outline import Frame, Placed, outline
from generator.show.styles import QUIET, Styles
from generator.show.tables import lay_table

_LEAST_WIDTH = 20
_INLINE = {"strong": "bold", "emphasis": "italic", "code": "bold"}


@dataclass(frozen=True, slots=True)
class _Block:
    """A block and its text; `table` is the table that it is a cell of."""

    placed: Placed
    text: Text

    @property
    def table(self) -> Frame | None:
        return next((frame for frame in self.placed.frames if frame.tag == "table"), None)


def body_lines(article: Article, styles: Styles, console: Console, width: int) -> Iterator[Text]:
    """The lines of the body; only what is set in columns, or word for word, may be longer than `width`."""
    blocks = _read_blocks(article, styles)
    above: _Block | None = None
    for table, members in groupby(blocks, key=lambda block: block.table):
        if table is not None:
            cells = list(members)
            yield from _parting(above, cells[0])
            rows = lay_table([(cell.placed.frames, cell.text) for cell in cells], console, width)
            yield from _prefixed(rows, cells[0], above, console, None)
            above = cells[-1]
            continue
        for block in members:
            yield from _parting(above, block)
            yield from _lay_block(block, above, console, width)
            above = block


def _read_blocks(article: Article, styles: Styles) -> list[_Block]:
    whole = Text(article.text)
    for span, style in styles.marks:
        whole.stylize(style, span.start, span.end)
    texts = iter(article.blocks)
    found = []
    for placed in outline(article.html):
        if placed.is_rule:
            found.append(_Block(placed, Text("---", style=QUIET)))
        elif (block := next(texts, None)) is not None:
            text = whole[block.span.start : block.span.end]
            for part in placed.styled:
                text.stylize(_INLINE[part.style], part.start, part.end)
            found.append(_Block(placed, text))
    return found


# --- one block -------------------------------------------------------------------------------------------------------


def _lay_block(block: _Block, above: _Block | None, console: Console, width: int) -> Iterator[Text]:
    tag = block.placed.frames[-1].tag if block.placed.frames else "p"
    text = block.text
    if tag == "pre":
        yield from _prefixed([Text("    ") + line for line in text.split("\n")], block, above, console, None)
        return
    if tag.startswith("h") and tag[1:].isdigit():
        text.stylize("bold")
        text = Text.assemble(("#" * int(tag[1:]) + " ", QUIET), text)
    elif tag == "dt":
        text.stylize("bold")
    elif tag == "figcaption":
        text.stylize("italic")
    yield from _prefixed([text], block, above, console, width)


def _prefixed(
    texts: Iterable[Text], block: _Block, above: _Block | None, console: Console, width: int | None
) -> Iterator[Text]:
    """Texts with the marks of what they stand in before them, broken at the width where there is one."""
    begun = {frame.id for frame in above.placed.frames} if above else set[int]()
    first, rest = Text(), Text()
    for frame, around in zip(block.placed.frames, (None, *block.placed.frames), strict=False):
        mark = _mark_of(frame, around)
        rest.append(mark if mark == "> " else " " * len(mark), QUIET)
        first.append(" " * len(mark) if frame.id in begun and mark != "> " else mark, QUIET)
    for text in texts:
        lines = [text] if width is None else text.wrap(console, max(_LEAST_WIDTH, width - len(rest)))
        for line in lines:
            line.rstrip()
            yield first + line
            first = rest


def _mark_of(frame: Frame, around: Frame | None) -> str:
    """What stands before the first line in an element; the next lines are set in as far."""
    if frame.tag == "blockquote":
        return "> "
    if frame.tag == "dd":
        return ":   "
    if frame.tag != "li":
        return ""
    return f"{frame.number}. " if around is not None and around.tag == "ol" else "- "


def _parting(above: _Block | None, block: _Block) -> Iterator[Text]:
    """The blank line between blocks; none between the items of a list that are not paragraphs."""
    if above is None or _is_tight(above, block):
        return
    shared = {frame.id for frame in above.placed.frames}
    quotes = sum(1 for frame in block.placed.frames if frame.tag == "blockquote" and frame.id in shared)
    yield Text(("> " * quotes).rstrip(), style=QUIET)


def _is_tight(above: _Block, block: _Block) -> bool:
    last = block.placed.frames[-1] if block.placed.frames else None
    if last is None or last.tag not in ("li", "dd", "dt"):
        return False
    lists = {frame.id for frame in above.placed.frames if frame.tag in ("ul", "ol", "dl")}
    held = [frame.id for frame in block.placed.frames if frame.tag in ("ul", "ol", "dl")]
    tight = bool(above.placed.frames) and above.placed.frames[-1].tag in ("li", "dd", "dt")
    return tight and not lists.isdisjoint(held) and not (last.tag == "dt" and above.placed.frames[-1].tag == "dd")
