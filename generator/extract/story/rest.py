"""The last paragraphs of a whole page's story, which a box parts from the rest: they are too few to pay for it.

Lines with their roles and the region of the story come in; the region with those paragraphs in it goes out.
"""

from __future__ import annotations

from dataclasses import replace

from generator.extract.roles import RoledLine
from generator.extract.story.end import is_biography, is_link, is_sentence
from generator.extract.story.region import Region
from generator.extract.story.taken_up import list_words, speaks_to_reader, takes_up

# A box of links, a form, the words around an advertisement; what is longer ends the story.
_MOST_BETWEEN = 16
_BETWEEN = ("short", "furniture", "box", "caption")
_PARTS = ("furniture", "box")
_MOST_PARAGRAPHS = 6
_LEAST_LINKS = 2


def find_rest(lines: tuple[RoledLine, ...], region: Region, authors: tuple[str, ...]) -> Region:
    """The region down to the last paragraph of the story that stands below a box."""
    known: frozenset[str] | None = None
    while (first := _find_paragraph(lines, region.end, authors)) is not None:
        last = _find_last(lines, first)
        if last - first > _MOST_PARAGRAPHS or _is_of_list(lines, first, last):
            break
        if known is None:
            known = list_words(line.line.text for line in lines[region.start : region.end])
        if not (takes_up(lines[first].line.text, known) or _stands_apart(lines, region.end, first)):
            break
        region = replace(region, end=last)
    return region


def _find_paragraph(lines: tuple[RoledLine, ...], at: int, authors: tuple[str, ...]) -> int | None:
    """The first paragraph below a box or other furniture, not too far down."""
    parted = False
    for index in range(at, min(len(lines), at + _MOST_BETWEEN)):
        line = lines[index]
        if line.role == "prose" and speaks_to_reader(line.line.text):
            parted = True
            continue
        if line.role == "prose" and is_sentence(line):
            return index if parted and not is_biography(line.line.text, authors) else None
        if line.role not in _BETWEEN or line.rule == "copyright":
            return None
        parted = parted or line.role in _PARTS
    return None


def _find_last(lines: tuple[RoledLine, ...], first: int) -> int:
    last = first
    while last < len(lines) and is_sentence(lines[last]):
        last += 1
    return last


def _is_of_list(lines: tuple[RoledLine, ...], first: int, last: int) -> bool:
    """Whether a paragraph is what a link says: a title stands right above it, and another below."""
    return last < len(lines) and is_link(lines[first - 1]) and is_link(lines[last])


def _stands_apart(lines: tuple[RoledLine, ...], end: int, first: int) -> bool:
    """Whether a paragraph has a blank line above it, and the links of the box right above it none between them."""
    at = first
    while at > end and is_link(lines[at - 1]):
        at -= 1
    links = lines[at:first]
    return (
        lines[first].line.gap
        and len(links) >= _LEAST_LINKS
        and not any(link.line.gap for link in links[1:])
        and lines[at - 1].role == "box"
    )
