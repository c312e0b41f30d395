"""Bylines and dates that nothing marks as such: `Ann Field`, `Coast / 11 January 2015`.

Only for lines that stand where such lines are looked for, between headline and story.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extract.head.byline import Byline, read_names
from generator.extract.head.names import is_name, is_persons, tidy_name
from generator.extract.head.office import is_post, is_role
from generator.extract.head.source import is_section, is_source
from generator.extract.head.stamp import Stamp, read_loose_stamp
from generator.extract.roles import RoledLine

_LONGEST_BYLINE = 80
# Date, headline, name: so far above the name the date stands.
_DATED_ABOVE = 2
_TOOL_RULES = ("share-links", "social-link", "share-box", "share-count", "tools-line")
# "Political Correspondents": not "chief rivals for the post".
_OFFICE_OF_SEVERAL = re.compile(
    r"(?:[\w'’-]{2,20} ){0,3}(?:staff|writers|reporters|correspondents|editors)\Z", re.IGNORECASE
)
_WRITTEN_FOR = re.compile(r"for (?:the )?(?P<outlet>\S.{1,59})\Z", re.IGNORECASE)
_PLACE_WORDS = 3
_DIGIT = re.compile(r"\d")
# "ROMA" on a line between byline and date.
_PLACE = re.compile(r"[A-Z\u00c0-\u00de][^\W\d_]{2,20}\Z")


def read_unmarked_stamp(above: tuple[RoledLine, ...], index: int, page: bool, stamped: bool) -> Stamp | None:
    """What a line below the headline says of author and date; `stamped` when a date stands further down."""
    line = above[index]
    if page and (stamp := _read_only_item(above, index) or _read_item_above_date(above, index)):
        return stamp
    if stamped and (stamp := _read_bare_byline(line, page) or _read_name_and_place(line)):
        return stamp
    if above[index - 1].role == "stamp" and (stamp := _read_below_date(above, index, page)):
        return stamp
    if not page and (stamp := _read_above_post(above, index)):
        return stamp
    if stamp := _read_written_for(above, index):
        return stamp
    if stamped and _stands_between_stamps(above, index) and _PLACE.match(line.line.text):
        return Stamp(place=line.line.text)
    if page and line.role == "short" and not line.line.mark:
        return _read_on_page(above, index)
    return _read_name_and_office(line)


def _read_below_date(above: tuple[RoledLine, ...], index: int, page: bool) -> Stamp | None:
    """Names right below a date: with a place, or with nothing but what they are between them and the story."""
    line, stamp = above[index], _read_bare_byline(above[index], page)
    if stamp is None or not stamp.authors:
        return None
    if stamp.place:
        return stamp
    dated = above[index - 1].stamp
    if line.role != "short" or dated is None or dated.authors or not (dated.published or dated.updated):
        return None
    full = all(2 <= len(author.split()) <= 3 and is_persons(author) for author in stamp.authors)
    below = above[index + 1 :]
    return stamp if full and (not below or is_role(below[0].said) or is_source(below[0].said)) else None


def _read_above_post(above: tuple[RoledLine, ...], index: int) -> Stamp | None:
    """A person's name, and on the next line what that person is: `Transport correspondent`."""
    name, below = above[index].said, above[index + 1].said if index + 1 < len(above) else ""
    if above[index].role != "short" or above[index].line.mark or len(name.split()) not in (2, 3):
        return None
    return Stamp(authors=(tidy_name(name),), weak=("authors",)) if is_persons(name) and is_post(below) else None


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


def _read_item_above_date(above: tuple[RoledLine, ...], index: int) -> Stamp | None:
    """Names that are an item of a list whose next item is the date: `• Ann Field`, `• Sample Post, 3 May 2010`."""
    line, below = above[index], above[index + 1] if index + 1 < len(above) else None
    if not line.line.mark or line.role != "short" or below is None or below.line.mark != line.line.mark:
        return None
    if below.stamp is None or not (below.stamp.published or below.stamp.updated):
        return None
    bare = replace(line, line=replace(line.line, mark=""))
    stamp = _read_name_and_office(bare) or _read_bare_byline(bare, page=True)
    return stamp if stamp is not None and stamp.authors and all(map(is_persons, stamp.authors)) else None


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


def _read_name_and_place(line: RoledLine) -> Stamp | None:
    """`Ann Field | Madrid` without a "By"."""
    name, sign, place = line.said.partition(" | ")
    if not sign or line.line.mark or len(name.split()) not in (2, 3) or not is_persons(name):
        return None
    if not is_name(place) or len(place.split()) > _PLACE_WORDS or is_section(place):
        return None
    source = place if is_source(place) else None
    return Stamp(authors=(tidy_name(name),), source=source, place=None if source else place, weak=("authors",))


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
