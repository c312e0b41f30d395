"""The lines above a story: headline, standfirst, bylines, dates, source; and where the story itself begins."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.extract.byline import is_role, read_names, tidy_name
from generator.extract.lines import ends_sentence
from generator.extract.region import Region
from generator.extract.roles import RoledLine
from generator.extract.source import is_source, read_credit
from generator.extract.stamp import Stamp
from generator.extract.title import choose_title, is_deck, is_repeat, split_headline
from generator.model import Removed

# How far above the story its headline may stand, and how many lines below a standfirst its byline.
_REACH = 30
_NEAR = 5
_OPENING = 8
_LONGEST_TITLE_WORDS = 45
_LONGEST_BYLINE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands above the story. The story begins at `lines[body]`; lines of `kept` belong to it though above."""

    body: int
    title: str | None = None
    deck: str | None = None
    masthead: str | None = None
    stamps: tuple[Stamp, ...] = ()
    credits: tuple[str, ...] = ()
    kept: tuple[RoledLine, ...] = ()
    removed: tuple[Removed, ...] = ()
    review: tuple[str, ...] = field(default=())


def read_header(lines: tuple[RoledLine, ...], region: Region) -> Header:
    """Read what stands above the story; lines that say nothing known are menus, or a kicker."""
    if not lines:
        return Header(body=0)
    body = _find_body(lines, region)
    top = _find_top(lines, body)
    above = lines[top:body]
    pictured = [line.line.text for line in above if line.role == "caption"]
    candidates = [
        (index, line)
        for index, line in enumerate(above)
        if line.role in ("short", "prose") and not any(line.line.text in caption for caption in pictured)
    ]
    anchors = frozenset(
        index
        for index, _ in candidates
        if index + 1 == len(above) or above[index + 1].role in ("stamp", "caption", "furniture")
    )
    story = [line.line.text for line in lines[body : body + _OPENING]]
    chosen = choose_title(candidates, anchors, story)
    header = Header(body=body, removed=_remove(lines[:top], "page-top"))
    return _read_lines(header, above, candidates[chosen][0] if chosen is not None else None, region)


def _find_body(lines: tuple[RoledLine, ...], region: Region) -> int:
    """The first line of the story; prose that stands above a byline or date is headline or standfirst."""
    at = region.start
    titled = any(line.role == "short" and line.words >= 3 for line in lines[max(0, at - _NEAR) : at])
    first = lines[at]
    following = lines[at + 1 : at + 1 + _NEAR]
    stamped = next((n for n, line in enumerate(following) if line.role == "stamp"), None)
    if stamped is not None and all(line.role != "prose" for line in following[:stamped]):
        after = _first_prose(lines, at + 2 + stamped)
        if after is not None and after < region.end and first.words <= _LONGEST_TITLE_WORDS:
            return after
    if not titled and not ends_sentence(first.line.text) and first.words <= 100 and first.line.gap | (at == 0):
        after = _first_prose(lines, at + 1)
        if after is not None and after < region.end and after <= at + _NEAR:
            return after
    return at


def _first_prose(lines: tuple[RoledLine, ...], start: int) -> int | None:
    return next((index for index in range(start, min(len(lines), start + _NEAR)) if lines[index].role == "prose"), None)


def _find_top(lines: tuple[RoledLine, ...], body: int) -> int:
    """The highest line that can belong to the story's head: below menus and lists of links."""
    top = body
    while top > 0 and body - top < _REACH:
        line = lines[top - 1]
        if line.role in ("menu", "box") or (line.line.mark and line.role in ("short", "prose")):
            break
        top -= 1
    return top


def _read_lines(header: Header, above: tuple[RoledLine, ...], title: int | None, region: Region) -> Header:
    byline = beneath = False
    stamped = max((index for index, line in enumerate(above) if line.role == "stamp"), default=-1)
    for index, line in enumerate(above):
        if title is not None and index == title:
            header = _take_title(header, line)
        elif line.role == "stamp" and line.stamp is not None:
            header = _take_stamp(header, line, line.stamp)
        elif line.role == "caption" and line.caption is not None:
            named = (line.caption.credit,) if line.caption.credit else ()
            header = _drop(replace(header, credits=header.credits + named), line, line.rule)
        elif line.role in ("furniture", "end", "box", "menu", "sign-off"):
            header = _drop(header, line, line.rule or line.role)
        elif byline and is_role(line.line.text):
            header = _drop(header, line, "byline")
        elif title is not None and title < index < stamped and (stamp := _read_bare_byline(line.line.text)):
            header = _take_stamp(header, line, stamp)
        elif title is None or index < title:
            header = _take_above(header, line, region, titled=title is not None)
        else:
            last = index + 1 == len(above)
            header = _take_below(header, line, region, deck=beneath and not (last and _is_opening(line)))
        beneath = (title is not None and index == title) or (beneath and line.role == "stamp")
        byline = line.role == "stamp" and line.stamp is not None and bool(line.stamp.authors)
    return header


def _take_above(header: Header, line: RoledLine, region: Region, titled: bool) -> Header:
    """A line above the headline: a section's name, or the outlet's own on a short paste."""
    if not region.dump and is_source(line.line.text) and not line.line.mark:
        return _drop(replace(header, masthead=tidy_name(line.line.text)), line, "masthead")
    return _drop(header, line, "kicker") if titled or region.dump else _keep(header, line)


def _read_bare_byline(text: str) -> Stamp | None:
    """Names without a "By" between headline and date: `Ann Field in Madrid`, `Ann Field`."""
    byline = read_names(text) if len(text) <= _LONGEST_BYLINE else None
    if byline is None or (byline.authors and not (byline.place or 2 <= len(text.split()) <= 4)):
        return None
    weak = ("authors",) if byline.authors else ()
    return Stamp(authors=byline.authors, source=byline.source, place=byline.place, weak=weak)


def _take_title(header: Header, line: RoledLine) -> Header:
    title, deck, split = split_headline(line.line.text)
    review = ("deck",) if split and deck else ()
    return _drop(replace(header, title=title, deck=deck, review=header.review + review), line, "title")


def _take_stamp(header: Header, line: RoledLine, stamp: Stamp) -> Header:
    if stamp.title is not None and header.title is None:
        header = replace(header, title=stamp.title)
    return _drop(replace(header, stamps=(*header.stamps, stamp)), line, "stamp")


def _is_opening(line: RoledLine) -> bool:
    """A short sentence right above the story opens it."""
    return line.role == "short" and ends_sentence(line.line.text)


def _take_below(header: Header, line: RoledLine, region: Region, deck: bool) -> Header:
    """A line between headline and story: the headline again, the standfirst, or a short first paragraph."""
    text = line.line.text
    if header.title and is_repeat(text, header.title):
        return _drop(header, line, "title-repeat")
    if source := read_credit(text):
        return _take_stamp(header, line, Stamp(source=source))
    if deck and header.deck is None and not header.kept and is_deck(line):
        return _drop(replace(header, deck=text), line, "deck")
    if region.dump and not ends_sentence(text):
        return _drop(header, line, "page-top")
    return _keep(header, line)


def _keep(header: Header, line: RoledLine) -> Header:
    return replace(header, kept=(*header.kept, line))


def _drop(header: Header, line: RoledLine, rule: str) -> Header:
    return replace(header, removed=(*header.removed, *_remove((line,), rule)))


def _remove(lines: tuple[RoledLine, ...], rule: str) -> tuple[Removed, ...]:
    return tuple(Removed(line=line.line.number, text=line.line.printed, rule=line.rule or rule) for line in lines)
