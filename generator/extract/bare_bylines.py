"""Bylines and dates that nothing marks as such: `Ann Field`, `Coast / 11 January 2015`.

Only for lines that stand where such lines are looked for, between headline and story.
"""

from __future__ import annotations

import re

from generator.extract.byline import is_name, is_role, read_names, tidy_name
from generator.extract.roles import RoledLine
from generator.extract.stamp import Stamp, read_loose_stamp

_LONGEST_BYLINE = 80
_TOOL_RULES = ("share-links", "social-link", "share-box", "share-count", "tools-line")
_DIGIT = re.compile(r"\d")


def read_unmarked_stamp(above: tuple[RoledLine, ...], index: int, page: bool, stamped: bool) -> Stamp | None:
    """What a line below the headline says of author and date; `stamped` when a date stands further down."""
    line = above[index]
    if stamped and (stamp := _read_bare_byline(line, page)):
        return stamp
    if page and line.role == "short" and not line.line.mark:
        return _read_on_page(above, index)
    return _read_name_and_office(line)


def read_loose(line: RoledLine) -> Stamp | None:
    """What a short line with a date among other words says."""
    return read_loose_stamp(line.line.text) if _DIGIT.search(line.line.text) else None


def _read_on_page(above: tuple[RoledLine, ...], index: int) -> Stamp | None:
    """Below a page's headline: a date among other words; a name with nothing but tools or an office below it."""
    line = above[index]
    if (stamp := read_loose(line)) or (stamp := _read_name_and_office(line)):
        return stamp
    below = above[index + 1] if index + 1 < len(above) else None
    if below is None or not (below.rule in _TOOL_RULES or is_role(below.line.text)):
        return None
    return _read_bare_byline(line, page=True)


def _read_name_and_office(line: RoledLine) -> Stamp | None:
    """`Ann Field, Political Editor` without a "By"."""
    name, _, office = line.line.text.partition(", ")
    if line.line.mark or len(name.split()) not in (2, 3) or not is_name(name) or not is_role(office):
        return None
    return Stamp(authors=(tidy_name(name),), weak=("authors",))


def _read_bare_byline(line: RoledLine, page: bool) -> Stamp | None:
    """Names without a "By" between headline and date: `Ann Field in Madrid`, `Ann Field`."""
    text = line.line.text
    byline = read_names(text) if len(text) <= _LONGEST_BYLINE and not (page and line.line.mark) else None
    if byline is None or (byline.authors and not (byline.place or 2 <= len(text.split()) <= 4)):
        return None
    weak = ("authors",) if byline.authors else ()
    return Stamp(authors=byline.authors, source=byline.source, place=byline.place, weak=weak)
