"""The lines above a story: headline, standfirst, bylines, dates, source; and where the story itself begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from generator.extract.head.bare_bylines import read_unmarked_stamp
from generator.extract.head.candidates import POINT, find_title, find_title_by_byline
from generator.extract.head.contributors import read_contributors
from generator.extract.head.credits import read_caption_text
from generator.extract.head.head_lines import (
    find_masthead,
    is_date_label,
    is_place_name,
    is_reporting_label,
    is_run_on,
    is_section_label,
    reach_picture,
    read_place,
)
from generator.extract.head.headline_parts import find_small_words, split_headline
from generator.extract.head.names import tidy_name
from generator.extract.head.office import Office, is_role, read_office
from generator.extract.head.section import read_kicker, read_trail, split_labels
from generator.extract.head.sign_off import read_sign_off
from generator.extract.head.source import is_agency, is_source, read_credit
from generator.extract.head.stamp import Stamp
from generator.extract.head.title import is_deck, is_repeat, is_score, reads_as_deck
from generator.extract.lines import ends_sentence
from generator.extract.receipt import take_line
from generator.extract.roles import RoledLine
from generator.extract.story.neighbours import ALTERNATIVE
from generator.extract.story.region import Region
from generator.extract.story.start import REACH, find_body, find_page_top, find_top, has_links
from generator.model import Removed

_OPENING = 8
# What some pages print behind the headline of a story that is not free.
_PREMIUM = " Premium"
# Lines right above a page's headline that may be a kicker or the date.
_ABOVE_TITLE = 3
_BELOW_NAMES = ("short", "prose", "sign-off")
_BESIDE_NAMES = ("byline", "social-link", "address-line", "stamp", "contact-line")
_AGE = "article-age"
"""The rule for a line that may stand between headline and standfirst."""
# What a page says of a writer below the name: "is a writer on ports.", "… Follow her on Twitter @annfield".
_WHO = re.compile(
    r"(?:(?:is|was) (?:an?|the)|(?:writes|reports) (?:on|about|for|from)|covers|has (?:written|reported|covered))\s"
)
_FOLLOW = re.compile(r"\b[Ff]ollow (?:him|her|them|me) (?:on|at|@)")
# How often a story was shared, among the lines above it.
_COUNT = re.compile(r"\d{1,3}(?:[.,]\d{1,3}){0,2}k?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands above the story. The story begins at `lines[body]`; lines of `kept` belong to it though above."""

    body: int
    title: str | None = None
    deck: str | None = None
    section: str | None = None
    masthead: str | None = None
    stamps: tuple[Stamp, ...] = ()
    credits: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    kept: tuple[RoledLine, ...] = ()
    removed: tuple[Removed, ...] = ()
    review: tuple[str, ...] = field(default=())


def read_header(lines: tuple[RoledLine, ...], region: Region) -> Header:
    """Read what stands above the story; lines that say nothing known are menus, or a kicker."""
    if not lines:
        return Header(body=0)
    body = find_body(lines, region)
    top = find_page_top(lines, body) if region.dump else find_top(lines, body)
    above = lines[top:body]
    story = [line.line.text for line in lines[body : body + _OPENING]]
    title = find_title(above, story, region.dump)
    if title is None and not region.dump and not has_links(lines[:top]):
        top, above = 0, lines[:body]
        title = find_title_by_byline(above)
    if region.dump:
        near = find_top(lines, top + title if title is not None else body, _ABOVE_TITLE if title is not None else REACH)
        near = reach_picture(lines, near) if title is not None else near
        title = title - (near - top) if title is not None else None
        top, above = near, lines[near:body]
    masthead = find_masthead(lines[:top], region.dump)
    trail = (
        read_trail(lines[top - 1].line.text) if top and title is not None and lines[top - 1].role == "menu" else None
    )
    header = Header(body=body, section=trail, masthead=masthead, removed=_remove(lines[:top], "page-top"))
    plain = find_small_words(story)
    return _read_lines(header, above, title, region, plain)


def _read_lines(
    header: Header, above: tuple[RoledLine, ...], title: int | None, region: Region, plain: frozenset[str]
) -> Header:
    byline = beneath = apart = boxed = False
    stamped = max((index for index, line in enumerate(above) if _is_stamp(line, region)), default=-1)
    for index, line in enumerate(above):
        signed = len(header.stamps)
        # The links of a box that stands between headline and story.
        boxed = line.role == "box" or (boxed and line.role == "short" and not ends_sentence(line.line.text))
        if title is not None and index == title:
            header = _take_title(header, line, plain)
        elif line.role == "stamp" and line.stamp is not None:
            header = _take_stamp(header, line, line.stamp)
        elif byline and line.role in _BELOW_NAMES and (office := read_office(line.said)) and office != Office():
            header = _take_stamp(header, line, Stamp(source=office.source, place=office.place))
        elif line.role == "sign-off":
            helped = Stamp(authors=read_sign_off(line.said), contributors=read_contributors(line.said))
            header = _drop(replace(header, stamps=(*header.stamps, helped)), line, "sign-off")
        elif line.role == "caption" and line.caption is not None:
            header = _drop(_take_caption(header, line, line.caption.credit), line, line.rule)
        elif rule := _find_head_rule(above, index, title, byline, boxed):
            trail = read_trail(line.line.text) if line.role == "menu" and title is not None and index < title else None
            header = _drop(replace(header, section=trail or header.section), line, rule)
        elif (read := _read_placed(header, above, index, title, region, stamped=index < stamped)) is not None:
            header = read
        elif title is None or index < title:
            header = _take_above(header, line, region, titled=title is not None)
        else:
            last = index + 1 == len(above)
            deck = beneath and not (last and _is_opening(line)) and (not apart or reads_as_deck(line))
            header = _take_below(header, line, region, deck, last)
        named = bool(header.stamps[signed:]) and bool(header.stamps[-1].authors)
        stood = _is_before_deck(line) or len(header.stamps) > signed
        between = line.rule == _AGE or (named and index < stamped) or (stood and not region.dump)
        beneath = (title is not None and index == title) or (beneath and between)
        apart = beneath and (apart or line.role in ("caption", "furniture")) and line.rule != _AGE
        byline = named or (byline and header.removed[-1].rule in _BESIDE_NAMES)
    return header


def _is_before_deck(line: RoledLine) -> bool:
    """Whether a line may stand between a paste's headline and standfirst: a date, the tools, the picture."""
    return line.role in ("stamp", "caption", "furniture") or is_date_label(line)


def _is_stamp(line: RoledLine, region: Region) -> bool:
    """Whether a line below a bare name marks it as a byline: a date, on a paste an agency's or broadcaster's name."""
    return line.role == "stamp" or (not region.dump and line.role == "short" and is_agency(line.line.text))


def _read_placed(
    header: Header, above: tuple[RoledLine, ...], index: int, title: int | None, region: Region, stamped: bool
) -> Header | None:
    """The header with what a line says by where it stands: a section, a place, a name or date that nothing marks."""
    line = above[index]
    if index and line.role == "short" and is_section_label(above[index - 1]):
        return _drop(replace(header, section=line.line.text), line, "from-section")
    if index and is_reporting_label(above[index - 1]) and is_place_name(line):
        return _take_stamp(header, line, Stamp(place=line.line.text))
    if title is None or index < title:
        return None
    signed = bool(header.stamps) and bool(header.stamps[-1].authors)
    if place := read_place(above, index, signed):
        return _take_stamp(header, line, place)
    stamp = read_unmarked_stamp(above, index, region.dump, stamped=stamped)
    return _take_stamp(header, line, stamp) if stamp is not None else None


def _find_head_rule(
    above: tuple[RoledLine, ...], index: int, title: int | None, byline: bool, boxed: bool
) -> str | None:
    """The rule by which a line is none of the story: its own, or that of a byline or box right above it."""
    line = above[index]
    if line.role in ("furniture", "end", "box", "menu", "sign-off"):
        return line.rule or line.role
    if boxed and title is not None and title < index:
        return "related-box"
    if title is None and is_run_on(above, index):
        return "kicker"
    if is_date_label(line):
        return "date-label"
    return "byline" if byline and (is_role(line.said) or is_reporting_label(line)) else None


def _is_about_author(line: RoledLine, header: Header) -> bool:
    """Whether a line below a byline says who that is: `Ann Field is a writer on ports.`, `is a writer on ports`."""
    authors = header.stamps[-1].authors if header.stamps else ()
    text = line.line.text
    if any(text.startswith((f"{author} is a", f"{author} is the ")) for author in authors):
        return True
    return bool(authors) and (_WHO.match(text) is not None or _FOLLOW.search(text) is not None)


def _take_caption(header: Header, line: RoledLine, credit: str | None) -> Header:
    caption = read_caption_text(line.line.text, credit) if line.rule != ALTERNATIVE else None
    return replace(
        header,
        credits=(*header.credits, *([credit] if credit else [])),
        captions=(*header.captions, *([caption] if caption else [])),
    )


def _take_above(header: Header, line: RoledLine, region: Region, titled: bool) -> Header:
    """A line above the headline: a section's name, or the outlet's own on a short paste."""
    if not region.dump and is_source(line.line.text) and not line.line.mark and not read_trail(line.line.text):
        return _drop(replace(header, masthead=tidy_name(line.line.text.removesuffix("."))), line, "masthead")
    if titled and not line.line.mark and (section := read_kicker(line.line.text)):
        # The parts of a paper that stand above one another lead from the large to the small.
        header = replace(header, section=section)
    return _drop(header, line, "kicker") if titled or region.dump else _keep(header, line)


def _take_title(header: Header, line: RoledLine, plain: frozenset[str]) -> Header:
    text, section, source = split_labels(line.line.text)
    title, deck, split = split_headline(text, plain)
    review = ("deck",) if split and deck else ()
    header = replace(
        header,
        title=title.removesuffix(_PREMIUM),
        deck=deck,
        section=section or header.section,
        masthead=source or header.masthead,
        review=header.review + review,
    )
    return _drop(header, line, "title")


def _take_stamp(header: Header, line: RoledLine, stamp: Stamp) -> Header:
    if stamp.title is not None and header.title is None:
        header = replace(header, title=stamp.title)
    if stamp.section is not None and header.section is None:
        header = replace(header, section=stamp.section)
    named = any(other.authors for other in header.stamps)
    if named and stamp.authors and "authors" in stamp.weak and (stamp.published or stamp.updated):
        # "New Portsea, March 4, 2014 14:26" below a byline: two words before a date are a place there.
        stamp = replace(stamp, authors=(), place=stamp.place or " ".join(stamp.authors), weak=())
    pictured = (*stamp.credits, *([line.caption.credit] if line.caption is not None and line.caption.credit else []))
    header = replace(header, stamps=(*header.stamps, stamp), credits=(*header.credits, *pictured))
    return _drop(header, line, "stamp")


def _is_opening(line: RoledLine) -> bool:
    """A short sentence right above the story opens it."""
    return line.role == "short" and ends_sentence(line.line.text)


def _take_below(header: Header, line: RoledLine, region: Region, deck: bool, last: bool) -> Header:
    """A line between headline and story: the headline again, the standfirst, or a short first paragraph."""
    text = line.line.text
    if header.title and line.line.mark == POINT and not last:
        return _drop(header, line, "key-points")
    if header.title and (_COUNT.match(text) or len(text) == 1):
        return _drop(header, line, "share-count")
    if header.title and (is_score(text) or is_repeat(text, header.title)):
        return _drop(header, line, "title-repeat")
    if _is_about_author(line, header):
        return _drop(header, line, "byline")
    if (source := read_credit(text)) and (not region.dump or source != text or is_agency(text)):
        return _take_stamp(header, line, Stamp(source=source))
    if deck and header.deck is None and not header.kept and is_deck(line):
        return _drop(replace(header, deck=text), line, "deck")
    if region.dump and not (last and ends_sentence(text) and not line.line.mark):
        return _drop(header, line, "page-top")
    return _keep(header, line)


def _keep(header: Header, line: RoledLine) -> Header:
    return replace(header, kept=(*header.kept, line))


def _drop(header: Header, line: RoledLine, rule: str) -> Header:
    return replace(header, removed=(*header.removed, *_remove((line,), rule)))


def _remove(lines: tuple[RoledLine, ...], rule: str) -> tuple[Removed, ...]:
    return tuple(take_line(line.line, line.rule or rule) for line in lines)
