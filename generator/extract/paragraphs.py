"""The lines of a pasted story as Markdown: paragraphs, sub-headings and lists, a blank line between blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extract.lines import PROSE_WORDS, ends_sentence, is_open
from generator.extract.markdown.text import escape_heading, escape_text
from generator.extract.roles import RoledLine
from generator.extract.story.plain_tables import MOST_ROWS, read_table
from generator.extract.wire import mend_quotes

_HEADING_WORDS = 12
_LEAST_SHORT_LINES = 2
_NUMBER = re.compile(r"(\d{1,2})[.)]\Z")


def write_paragraphs(lines: Sequence[RoledLine]) -> str:
    """The body of a Markdown file."""
    blocks: list[str] = []
    listed: list[str] = []
    below_table = 0
    for index, line in enumerate(lines):
        if index < below_table:
            continue
        if line.line.mark:
            listed.append(_write_item(line, len(listed) + 1))
            continue
        if listed:
            blocks.append("\n".join(listed))
            listed = []
        if _may_open_table(lines, index):
            table = read_table([entry.line for entry in lines[index : index + MOST_ROWS]])
            if table is not None:
                blocks.append(table.markdown)
                below_table = index + table.end
                continue
        text = mend_quotes(line.line.text)
        blocks.append(escape_heading(text) if _is_heading(lines, index) else escape_text(text))
    if listed:
        blocks.append("\n".join(listed))
    return "\n\n".join(blocks)


def _may_open_table(lines: Sequence[RoledLine], index: int) -> bool:
    """Whether a line has columns and is the first of those that stand together."""
    line = lines[index].line
    return bool(line.columns) and (index == 0 or line.gap or not lines[index - 1].line.columns)


def _write_item(line: RoledLine, place: int) -> str:
    number = _NUMBER.match(line.line.mark)
    mark = f"{place}." if number and int(number[1]) == place else "-"
    kept = f"{line.line.mark} " if number and mark == "-" else ""
    return f"{mark} {escape_text(kept + mend_quotes(line.line.text))}"


def _is_heading(lines: Sequence[RoledLine], index: int) -> bool:
    """A short line without a full stop between paragraphs; the first line of a story is none."""
    line = lines[index]
    text = line.line.text
    if line.role != "short" or index == 0 or index + 1 >= len(lines) or line.words > _HEADING_WORDS:
        return False
    if ends_sentence(text) and not text.endswith("?"):
        return False
    above, below = lines[index - 1], lines[index + 1]
    if is_open(text) or is_open(above.line.text) or not (text[0].isupper() or not text[0].isalpha()):
        return False
    if not _is_paragraph(above):
        return False
    return (_is_paragraph(below) and _stands_alone(line, below)) or _heads_short_lines(lines, index)


def _is_paragraph(line: RoledLine) -> bool:
    """Prose, or a short sentence; a short question between paragraphs is a sub-heading."""
    text = line.line.text
    if line.role == "prose" or line.line.mark:
        return line.role == "prose"
    return ends_sentence(text) and (not text.endswith("?") or line.words >= PROSE_WORDS)


def _heads_short_lines(lines: Sequence[RoledLine], index: int) -> bool:
    """Whether a line stands alone above lines set close together, such as the times and events of a day."""
    below = lines[index + 1 : index + 1 + _LEAST_SHORT_LINES]
    return (
        len(below) == _LEAST_SHORT_LINES
        and lines[index].line.gap
        and below[0].line.gap
        and not any(line.line.gap for line in below[1:])
        and all(line.role != "prose" for line in below)
    )


def _stands_alone(line: RoledLine, below: RoledLine) -> bool:
    """Where paragraphs have blank lines between them, a heading has them too."""
    return line.line.gap == below.line.gap or below.line.gap
