"""Where in a text the story stands: most pastes are all story, some are a whole page with its menus and boxes.

The story is the run of lines with the most prose in it, a line of prose counting for and any other against (the
largest sum of a run, found in one pass: Bentley, Programming Pearls, column 8).
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.lines import ends_sentence, is_open
from generator.extract.roles import RoledLine

# Weights settled on pasted pages: a story survives a list of ten items; a teaser of one sentence under a headline, a
# time and a section does not pay for them.
_MOST_WORDS = 60
_AGAINST = {
    "short": -4,
    "menu": -10,
    "furniture": -2,
    "box": -12,
    "end": -25,
    "caption": -1,
    "stamp": -2,
    "sign-off": 0,
}
_LIST_ITEM = -1
# A long line that does not end as a sentence is prose or a headline.
_UNFINISHED = 5
# More prose than a teaser has.
_WELL_BEGUN = 30
# A paste carries a few lines of furniture; a dump of a page dozens of menu items.
_DUMP_LINES = 20
_LEAST_OF_PAGE = 5
# The date line of a news brief is among its first lines.
_BRIEF_HEAD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """The story is `lines[start:end]`, prose first and last. `dump`: the rest is a page, not a few lines around it."""

    start: int
    end: int
    dump: bool


def find_story(lines: tuple[RoledLine, ...]) -> Region | None:
    """Where the story stands, or None when there is no prose at all."""
    best, best_start, best_end = 0, -1, -1
    total, start = 0, 0
    for index, line in enumerate(lines):
        if total <= 0:
            total, start = 0, index
        # In a story, paragraphs of a few words may follow one another by the dozen; menus have no full stops.
        total += line.words if total > _WELL_BEGUN and _is_short_sentence(line) else weigh(line)
        if total > best:
            best, best_start, best_end = total, start, index + 1
    if best_start < 0:
        return None
    if _is_page(lines, best_start, best_end):
        return Region(start=best_start, end=best_end, dump=True)
    return Region(start=_find_first_paragraph(lines, best_start), end=best_end, dump=False)


def _is_page(lines: tuple[RoledLine, ...], start: int, end: int) -> bool:
    """Whether a page stands around the story: dozens of short lines, not all of them a list that ends the story."""
    below = _find_list_end(lines, end)
    outside = [
        line
        for index, line in enumerate(lines)
        if not start <= index < below and line.role in ("short", "menu", "furniture", "box", "end")
    ]
    marked = sum(1 for line in outside if line.role != "short" or line.line.mark)
    above = sum(1 for line in lines[:start] if line.role == "short")
    return len(outside) >= _DUMP_LINES and marked + above >= _LEAST_OF_PAGE


def _find_list_end(lines: tuple[RoledLine, ...], at: int) -> int:
    """Where the list ends that stands right below the story, a line that opens it included: it is the story's own."""
    while at < len(lines) and lines[at].role == "short" and (lines[at].line.mark or is_open(lines[at].line.text)):
        at += 1
    return at


def find_brief(lines: tuple[RoledLine, ...]) -> Region:
    """The story of a text without prose: the short sentences below its date line, else all of it."""
    below = next((index + 1 for index, line in enumerate(lines[:_BRIEF_HEAD]) if line.role == "stamp"), 0)
    sentences = [index for index, line in enumerate(lines[below:], start=below) if _is_short_sentence(line)]
    if not below or not sentences:
        return Region(start=0, end=len(lines), dump=False)
    return Region(start=sentences[0], end=sentences[-1] + 1, dump=False)


def _find_first_paragraph(lines: tuple[RoledLine, ...], start: int) -> int:
    """In a paste, prose above the densest part is story too: a box of links after the first paragraph parted them."""
    for index in range(start):
        if lines[index].role == "prose" and ends_sentence(lines[index].line.text):
            return index
    return start


def _is_short_sentence(line: RoledLine) -> bool:
    return line.role == "short" and not line.line.mark and ends_sentence(line.line.text)


def weigh(line: RoledLine) -> int:
    """What a line says for or against being in the story."""
    if line.role == "prose":
        words = min(line.words, _MOST_WORDS)
        return words if ends_sentence(line.line.text) or is_open(line.line.text) else words // _UNFINISHED
    return _AGAINST[line.role] + (_LIST_ITEM if line.line.mark else 0)
