"""Bylines and dates that nothing marks as such: `Ann Field`, `Coast / 11 January 2015`.

Only for lines that stand where such lines are looked for, between headline and story.
"""

from __future__ import annotations

import re

from generator.extract.byline import Byline, is_name, is_role, read_names, tidy_name
from generator.extract.roles import RoledLine
from generator.extract.source import is_source
from generator.extract.stamp import Stamp, read_loose_stamp

_LONGEST_BYLINE = 80
# Date, headline, name: so far above the name the date stands.
_DATED_ABOVE = 2
_TOOL_RULES = ("share-links", "social-link", "share-box", "share-count", "tools-line")
# "Political Correspondents": not "chief rivals for the post".
_OFFICE_OF_SEVERAL = re.compile(
    r"(?:[\w'’-]{2,20} ){0,3}(?:staff|writers|reporters|correspondents|editors)\Z", re.IGNORECASE
)
_WRITTEN_FOR = re.compile(r"for (?:the )?(?P<outlet>\S.{1,59})\Z", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
# "ROMA" on a line between byline and date.
_PLACE = re.compile(r"[A-Z\u00c0-\u00de][^\W\d_]{2,20}\Z")


def read_unmarked_stamp(above: tuple[RoledLine, ...], index: int, page: bool, stamped: bool) -> Stamp | None:
    """What a line below the headline says of author and date; `stamped` when a date stands further down."""
    line = above[index]
    if page and (stamp := _read_only_item(above, index)):
        return stamp
    if stamped and (stamp := _read_bare_byline(line, page)):
        return stamp
    if above[index - 1].role == "stamp" and (stamp := _read_bare_byline(line, page)) and stamp.place and stamp.authors:
        return stamp
    if stamp := _read_written_for(above, index):
        return stamp
    if stamped and _stands_between_stamps(above, index) and _PLACE.match(line.line.text):
        return Stamp(place=line.line.text)
    if page and line.role == "short" and not line.line.mark:
        return _read_on_page(above, index)
    return _read_name_and_office(line)


def _read_only_item(above: tuple[RoledLine, ...], index: int) -> Stamp | None:
    """A name that is the only item of a list right below a page's headline, with the date above that."""
    line = above[index]
    if not line.line.mark or line.role != "short" or index + 1 >= len(above) or index < _DATED_ABOVE:
        return None
    if above[index - 1].line.mark or above[index + 1].line.mark or above[index - _DATED_ABOVE].role != "stamp":
        return None
    name = line.line.text
    if len(name.split()) not in (2, 3) or not is_name(name):
        return None
    return Stamp(authors=(tidy_name(name),), weak=("authors",))


def _read_written_for(above: tuple[RoledLine, ...], index: int) -> Stamp | None:
    """`For the Sample Post` right below a byline."""
    byline, match = above[index - 1].stamp, _WRITTEN_FOR.match(above[index].said)
    if index == 0 or match is None or byline is None or not byline.authors or not is_source(match["outlet"]):
        return None
    return Stamp(source=match["outlet"])


def _stands_between_stamps(above: tuple[RoledLine, ...], index: int) -> bool:
    return above[index - 1].role == "stamp" and index + 1 < len(above) and above[index + 1].role == "stamp"


def read_loose(line: RoledLine) -> Stamp | None:
    """What a short line with a date among other words says."""
    return read_loose_stamp(line.said) if _DIGIT.search(line.line.text) else None


def _read_on_page(above: tuple[RoledLine, ...], index: int) -> Stamp | None:
    """Below a page's headline: a date among other words; a name with nothing but tools or an office below it."""
    line = above[index]
    if (stamp := read_loose(line)) or (stamp := _read_name_and_office(line)):
        return stamp
    below = above[index + 1] if index + 1 < len(above) else None
    if below is None or not (below.rule in _TOOL_RULES or is_role(below.said)):
        return None
    return _read_bare_byline(line, page=True)


def _read_name_and_office(line: RoledLine) -> Stamp | None:
    """`Ann Field, Political Editor`, `Ann Field and Max Holm, Sample Post` without a "By"."""
    if several := _read_several(line):
        return several
    name, _, office = line.said.partition(", ")
    if line.line.mark or len(name.split()) not in (2, 3) or not is_name(name) or not is_role(office):
        return None
    return Stamp(authors=(tidy_name(name),), weak=("authors",))


def _read_several(line: RoledLine) -> Stamp | None:
    """Two or more full names, and after the last comma the outlet or office of them all."""
    text = line.said
    if line.line.mark or len(text) > _LONGEST_BYLINE:
        return None
    names, _, office = text.rpartition(", ")
    role = _OFFICE_OF_SEVERAL.match(office) is not None
    byline = read_names(names) if role or is_source(office) else None
    if byline is None or not _are_full(byline) or byline.source or byline.place or not _are_all(names, byline):
        return None
    return Stamp(authors=byline.authors, source=None if role else office, weak=("authors",))


def _are_all(names: str, byline: Byline) -> bool:
    """Whether a text holds as many words as its names, "and" and signs apart: no office, no place between them."""
    words = sum(len(author.split()) for author in byline.authors)
    return sum(word not in ("and", "&", "/") for word in names.split()) == words


def _read_bare_byline(line: RoledLine, page: bool) -> Stamp | None:
    """Names without a "By" between headline and date: `Ann Field in Madrid`, `Ann Field`."""
    text = line.said
    # "The Nation" is no name of a person's.
    told = len(text) <= _LONGEST_BYLINE and not (page and line.line.mark) and not text.startswith("The ")
    byline = read_names(text) if told or is_source(text) else None
    if byline is None or (byline.authors and not (byline.place or 2 <= len(text.split()) <= 4 or _are_full(byline))):
        return None
    weak = ("authors",) if byline.authors else ()
    return Stamp(authors=byline.authors, source=byline.source, place=byline.place, weak=weak)


def _are_full(byline: Byline) -> bool:
    """Whether several people are named, each by first name and surname: `Ann Field / Max Holm`."""
    return len(byline.authors) > 1 and all(len(author.split()) in (2, 3) for author in byline.authors)
