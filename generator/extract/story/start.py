"""Where a story begins, and how far up its head can reach.

Lines with their roles and the region of the story come in; indexes of lines go out.
"""

from __future__ import annotations

from generator.extract.lines import LONG_WORDS, ends_sentence
from generator.extract.roles import RoledLine
from generator.extract.story.region import Region
from generator.extract.story.taken_up import list_words, speaks_to_reader, takes_up

NEAR = 5
"""How many lines below a standfirst its byline may stand."""
TOOLS = 14
"""So many on a whole page, where tools and pictures stand between."""
STANDFIRST = 2
"""The most lines of a page's standfirst."""
REACH = 30
"""How far above the story its headline may stand."""
# The same on a page, lists apart; and with its lists.
_PAGE_REACH, _PAGE_LINES = 50, 1_000
_LONGEST_TITLE_WORDS, _LONGEST_RUN_ON = 45, 100
_DATELINE_REACH = 8
# So many lines an offer to subscribe may have.
_OFFER = 100
# Agencies put the points of a report between its headline and byline, each with an asterisk.
_HEAD_LINES = 8
_POINT = "*"


def find_body(lines: tuple[RoledLine, ...], region: Region) -> int:
    """The first line of the story; prose that stands above a byline or date is headline or standfirst."""
    at = _find_dateline(lines, region)
    if region.dump and (first_paragraph := _find_first_paragraph(lines, region, at)) is not None:
        return first_paragraph
    titled = any(line.role == "short" and line.words >= 3 for line in lines[max(0, at - NEAR) : at])
    first = lines[at]
    reach = TOOLS if region.dump and titled else NEAR
    following = lines[at + 1 : at + 1 + reach]
    stamped = next((n for n, line in enumerate(following) if line.role == "stamp"), None)
    if stamped is not None and _is_head(following[:stamped], region.dump and titled):
        after = _first_prose(lines, at + 2 + stamped, reach)
        if after is not None and after < region.end and first.words <= _LONGEST_TITLE_WORDS:
            return after
    if not titled and not first.dateline and _is_headline_like(first, at):
        after = _first_prose(lines, at + 1)
        if after is not None and after < region.end and after <= at + NEAR:
            return after
    return at


def _is_headline_like(line: RoledLine, at: int) -> bool:
    return not ends_sentence(line.line.text) and line.words <= _LONGEST_RUN_ON and (line.line.gap or at == 0)


def _find_dateline(lines: tuple[RoledLine, ...], region: Region) -> int:
    """Where the story begins: on a page, a dateline a few lines above what seemed its first paragraph is its own."""
    start = region.start
    if region.dump and not lines[start].dateline:
        for at in range(start - 1, max(-1, start - _DATELINE_REACH), -1):
            if lines[at].dateline:
                return at
            if lines[at].role in ("box", "menu"):
                break
    return start


def _find_first_paragraph(lines: tuple[RoledLine, ...], region: Region, at: int) -> int | None:
    """The first paragraph right below a page's byline or date, with an offer to subscribe between it and the rest."""
    stamp = next((index for index in range(at - 1, max(-1, at - _OFFER), -1) if lines[index].role == "stamp"), None)
    if stamp is None:
        return None
    known: frozenset[str] | None = None
    for index in range(stamp + 1, min(at, stamp + TOOLS)):
        line = lines[index]
        if line.role != "prose" or line.line.mark or speaks_to_reader(line.line.text):
            continue
        if line.words < LONG_WORDS and not any(other.role == "box" for other in lines[index:at]):
            continue
        if known is None:
            known = list_words(other.line.text for other in lines[region.start : region.end])
        if takes_up(line.line.text, known):
            return index
    return None


def _is_head(lines: tuple[RoledLine, ...], page: bool) -> bool:
    """Whether lines between a first sentence and a date have no story in them; a page's standfirst may be two."""
    prose = [line.words for line in lines if line.role == "prose"]
    return not prose or (page and len(prose) <= STANDFIRST and max(prose) <= _LONGEST_TITLE_WORDS)


def _first_prose(lines: tuple[RoledLine, ...], start: int, reach: int = NEAR) -> int | None:
    """The first paragraph among so many lines, tools, pictures, dates and the links of a box apart."""
    boxed = False
    for index in range(start, min(len(lines), start + TOOLS)):
        line = lines[index]
        if line.role == "prose":
            return index
        boxed = line.role == "box" or (boxed and line.role == "short" and not ends_sentence(line.line.text))
        reach -= not boxed and line.role not in ("furniture", "caption", "stamp")
        if reach <= 0:
            return None
    return None


def find_top(lines: tuple[RoledLine, ...], below: int, reach: int = REACH) -> int:
    """The highest line that can belong to the story's head: below menus and lists of links."""
    top = below
    while top > 0 and below - top < reach:
        line = lines[top - 1]
        if line.role in ("box", "menu") and _stands_in_head(lines, top):
            top -= 1
            continue
        if line.role in ("menu", "box"):
            break
        if line.line.mark and line.role in ("short", "prose") and not _is_point(line, top):
            break
        top -= 1
    return top


def has_links(lines: tuple[RoledLine, ...]) -> bool:
    """Whether a row or box of links is among lines: a list without is no menu, but one that a text opens with."""
    return any(line.role in ("menu", "box", "end") for line in lines)


def _is_point(line: RoledLine, top: int) -> bool:
    return top <= _HEAD_LINES and line.line.mark == _POINT


def _stands_in_head(lines: tuple[RoledLine, ...], top: int) -> bool:
    """Whether a box or row of links near a text's beginning is one of its tools: a byline or date stands above it."""
    return top <= TOOLS and any(line.role == "stamp" for line in lines[:top])


def find_page_top(lines: tuple[RoledLine, ...], body: int) -> int:
    """On a page, boxes and lists of tools may stand between headline and story: so many lines up, lists apart."""
    top, counted = body, 0
    while top > 0 and counted < _PAGE_REACH and body - top < _PAGE_LINES:
        top -= 1
        counted += lines[top].role in ("short", "prose") and not lines[top].line.mark
    return top
