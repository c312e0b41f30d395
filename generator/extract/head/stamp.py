"""Lines that say when, by whom and for whom an article was published, alone or all in one.

`Xinhua, December 10, 2015`, `By JO REED | Dec. 16, 2015 | Updated 8:47 p.m.`, `First published 3 May 2016 10:15 BST`.
A line comes in; what it says goes out, or None when any part of it is something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from generator.extract.head.byline import Byline, is_dotted_byline, read_byline, read_names
from generator.extract.head.contributors import part_addition
from generator.extract.head.names import is_name, tidy_name
from generator.extract.head.office import cut_office, is_role
from generator.extract.head.pictured_byline import read_pictured_byline
from generator.extract.head.printed_times import is_age, tells_no_day, tidy_dates
from generator.extract.head.source import is_agency, is_section, is_source, read_credit
from generator.model import Contributor
from generator.moments import Moment, day_of
from generator.printed_dates import PrintedMoment, find_moments, read_day, read_time

_LABEL = re.compile(
    r"(?P<updated>(?:last |page |story |article )*(?:updated|modified|revised|amended|edited|changed|update)"
    r"(?: (?:on|at|date|time))?)"
    r"|(?P<published>(?:first |originally |date |article |story )*(?:published|posted|created|issued|released|filed"
    r"|uploaded|publish(?:ed)? date|publication date|pub date|dated?|time|on)(?: (?:on|at|date|time))?)",
    re.IGNORECASE,
)
_LABEL_LAST = re.compile(rf"(?:\A|[\s|,;(•·/-])(?:{_LABEL.pattern})\s?[:\s]?\s?\Z", re.IGNORECASE)
_LABELLED = re.compile(r"(?:last )?(?:updated|published|posted)\s?:?\s", re.IGNORECASE)
_LABEL_WEAK = re.compile(r"\b(?:on|time|dated?)\s?:?\s?\Z", re.IGNORECASE)
_SEPARATORS = " \t|,;:•·-–—/\xa0*_"
_PLACE = re.compile(r"(?P<name>.{2,40}?)\s?\((?P<place>[A-Z][\w .,'-]{1,40})\)\Z")
_PAGE = re.compile(
    r"(?:(?:page|p\.|edition|section)\s?\w{0,3}\d{0,3}|p\s?\w?\d{1,3})\Z"
    r"|(?:print|online|hong kong|international) edition\Z",
    re.IGNORECASE,
)
_SLUG = re.compile(r"[A-Z][A-Z0-9.&'-]{1,30}(?:[/-][A-Z0-9.&' -]{1,40}){0,4}(?:\s?\((?:[A-Z]+ ?\d*(?:, )?){1,4}\))?\Z")
_EXCUSE = re.compile(
    r"(?:by|from|in|at|on|of|the|and|gmt|utc|local time|ist|first|last|comments?"
    r"|(?:timer|schedule|access_time)?\s?\d{1,2}[ -]min(?:ute)?s?\.?(?: read)?"
    r"|\d{1,5} (?:comments?|shares?|views?)|by (?:admin|staff|editor|web ?desk)|admin|share|print|e-?mail"
    r"|(?:web )?editor: .{2,40})\Z",
    re.IGNORECASE,
)
# An archive's copy of a page names the page it copied.
_ADDRESS = re.compile(
    r"(?:(?:url|link|permalink|source|read (?:more )?at)\s?:?\s)?(?:https?://web\.archive\.org/web/\w{4,20}/)?"
    r"(?P<url>https?://[^\s<>\"]{4,500})\Z",
    re.IGNORECASE,
)
_HANDLE = re.compile(r" @\w{2,30}\Z")
_ADDRESS_ALONE = re.compile(
    r"(?:e-?mail:?\s)?(?:@\w{2,30}|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4})\Z", re.IGNORECASE
)
# "NEW PORTSEA, March 4, 2019": a place in capitals right before the date.
_PLACE_BEFORE = re.compile(r"\s?(?P<place>[A-Z][A-Z.'-]+(?: [A-Z.'-]+){0,3}|[A-Z][a-z'’-]{2,20}):?\s?,\s?\Z")
# "- PORTSEA", "| PORTSEA", "- New Portsea:" right after it.
_PLACE_AFTER = re.compile(
    r"\s[-–—|]\s(?:(?P<place>[A-Z][A-Z.'-]+(?: [A-Z.'-]+){0,3}):?|(?P<small>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}):)\Z"
)
_ONE_WORD = re.compile(r"[A-Z\u00c0-\u00de][^\W\d_]{2,20}\Z")
_DIGIT = re.compile(r"\d")
_PART = re.compile(r"\s*[|•·]\s*|\s+[-–—/]\s+|\t")
_LONGEST_LINE = 400
_TITLE_WORDS = 3
_LEAP_YEAR = 2000
_LOOSE_WORDS = 16
_SIGNED_WORDS = 8
_LONGEST_OFFICE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What one line says. `title` is a headline that stands in the line before the rest."""

    authors: tuple[str, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    source: str | None = None
    place: str | None = None
    credits: tuple[str, ...] = ()
    """Whom the pictures are credited to."""
    published: Moment | None = None
    updated: Moment | None = None
    title: str | None = None
    url: str | None = None
    section: str | None = None
    weak: tuple[str, ...] = ()
    """Fields that the line gives without naming them."""


def read_stamp(text: str, day_first: bool = True) -> Stamp | None:
    """What a line says when it is nothing but such statements."""
    if len(text) > _LONGEST_LINE:
        return None
    text = tidy_dates(text)
    if pictured := read_pictured_byline(text):
        return replace(_of_byline(pictured[0]), credits=(pictured[1],))
    signed, helpers = part_addition(text)
    if helpers and (stamp := read_stamp(signed, day_first)) and stamp.authors:
        return replace(stamp, contributors=helpers)
    if address := _ADDRESS.match(text):
        return Stamp(url=address["url"])
    if _DIGIT.search(text) and (moments := find_moments(text, day_first)):
        return _read_with_moments(text, moments)
    if tells_no_day(text):
        return Stamp()
    if byline := read_byline(text):
        return _of_byline(byline)
    return _read_undated(text)


def _read_undated(text: str) -> Stamp | None:
    """The name of an item, an outlet with what stands beside it, a credit."""
    if is_slug(text):
        return Stamp()
    if "|" in text or is_dotted_byline(text):
        return _read_parts(text)
    if office := _read_office(text):
        return office
    if not text.lower().startswith(("source", "(", "agency", "from:")):
        return None
    source = read_credit(text)
    return Stamp(source=source) if source else None


def _read_office(text: str) -> Stamp | None:
    """`Sample Broadcasting, Portsea`: an outlet, and where it has the report from."""
    name, comma, place = text.partition(", ")
    known = bool(comma) and len(place) <= _LONGEST_OFFICE and is_agency(name)
    return Stamp(source=name) if known and all(word[:1].isupper() for word in place.replace(",", "").split()) else None


def read_loose_stamp(text: str, day_first: bool = True) -> Stamp | None:
    """The date, and the byline before it, of a short line that says other things too: a section, a label.

    Only for a line that stands where such a line is looked for, between headline and story.
    """
    text = tidy_dates(text[:_LONGEST_LINE])
    if len(text.split()) > _LOOSE_WORDS or not (moments := find_moments(text, day_first)):
        return None
    stamp = Stamp()
    at = 0
    for moment in moments:
        before, label = _take_label(text[at : moment.start])
        byline = next((byline for part in _parts(before) if (byline := read_byline(part))), None)
        if byline is not None and not stamp.authors:
            stamp = replace(stamp, authors=byline.authors, source=byline.source)
        stamp = _with_moment(stamp, moment.moment, label or "published")
        at = moment.end
    return stamp


def is_slug(text: str) -> bool:
    """Whether a line is the name of an item on the wire: `HARBOUR-STORM/INQUIRY (UPDATE 2)`."""
    return _SLUG.match(text) is not None and ("/" in text or "(" in text or ("-" in text and len(text.split()) <= 2))


def _of_byline(byline: Byline) -> Stamp:
    return Stamp(authors=byline.authors, source=byline.source, place=byline.place)


def _read_with_moments(text: str, moments: tuple[PrintedMoment, ...]) -> Stamp | None:
    stamp = Stamp()
    at = 0
    for moment in moments:
        before, label = _take_label(text[at : moment.start])
        if at == 0 and (match := _PLACE_BEFORE.match(before)) and not _is_label(match["place"]):
            stamp, before = replace(stamp, place=match["place"]), ""
        # "… was shown on 14 April 2016": a sentence, not a headline and its date.
        strong = bool(label) and _LABEL_WEAK.search(text[at : moment.start]) is None
        read = _read_rest(stamp, before, first=at == 0, labelled=strong)
        if read is None:
            return None
        stamp = _with_moment(read, moment.moment, label or "published")
        at = moment.end
    return _read_after(stamp, text[at:], day=moments[-1].moment)


def _take_label(text: str) -> tuple[str, str | None]:
    """The text before a date without the words that say which date it is."""
    if match := _LABEL_LAST.search(text.rstrip(" :,|-–\xa0")):
        return text[: match.start()], "updated" if match["updated"] else "published"
    return text, None


def _with_moment(stamp: Stamp, moment: Moment, label: str) -> Stamp:
    if label == "updated":
        return replace(stamp, updated=stamp.updated or moment)
    return stamp if stamp.published else replace(stamp, published=moment)


def _read_rest(stamp: Stamp, text: str, first: bool, labelled: bool) -> Stamp | None:
    """Add what stands beside a date; None when it is prose."""
    for part in _parts(text):
        read = _read_part(stamp, part)
        if read is None and first and labelled and len(part.split()) >= _TITLE_WORDS and stamp.title is None:
            read = _with_title(stamp, part)
        if read is None:
            return None
        stamp = read
    return stamp


def _with_title(stamp: Stamp, text: str) -> Stamp:
    """A headline in the line before its date, and the byline between: `Wall falls By Jo Reed in Portsea`."""
    title, by, names = text.rpartition(" By ")
    signed = read_byline(f"By {names}") if by and len(title.split()) >= _TITLE_WORDS else None
    if signed is None or not signed.authors:
        return replace(stamp, title=text)
    told = _of_byline(signed)
    return replace(stamp, title=title, authors=told.authors, source=told.source, place=told.place)


def _parts(text: str) -> list[str]:
    return [part for raw in _PART.split(text) if (part := _trim(raw))]


def _trim(part: str) -> str:
    """A part without separators, and without the brackets around it or the half of a pair that a split left."""
    part = part.strip(_SEPARATORS)
    while part[:1] == ")" or (part[:1] == "(" and ")" not in part[:-1]):
        part = part[1:].strip(_SEPARATORS + ")")
    while part[-1:] == "(" or (part[-1:] == ")" and "(" not in part):
        part = part[:-1].strip(_SEPARATORS)
    return part


def _read_part(stamp: Stamp, part: str) -> Stamp | None:
    """Add one part: a byline, a source with or without a place, a page number; None when it is something else."""
    if _says_nothing(stamp, part):
        return stamp
    # "Last updated: August 8" beside the date of the same year.
    if read_day(_LABELLED.sub("", part), _LEAP_YEAR):
        return stamp
    if byline := read_byline(part):
        return replace(
            stamp,
            authors=stamp.authors or byline.authors,
            source=stamp.source or byline.source,
            place=stamp.place or byline.place,
        )
    if source := read_credit(part):
        return replace(stamp, source=stamp.source or cut_office(source))
    if section := _read_sections(part):
        return replace(stamp, section=stamp.section or section)
    if stamp.source and not stamp.place and _ONE_WORD.match(part) and not is_source(part):
        return replace(stamp, place=part)
    if (match := _PLACE.match(part)) and is_source(match["name"]):
        return replace(stamp, source=stamp.source or match["name"].strip(), place=stamp.place or match["place"])
    return _read_unmarked(stamp, part)


def _read_sections(part: str) -> str | None:
    """The first of the parts of a paper that a text names: `World, All`."""
    sections = part.split(", ")
    return sections[0] if all(is_section(one) or one.casefold() == "all" for one in sections) else None


def _read_unmarked(stamp: Stamp, part: str) -> Stamp | None:
    """Add a name that nothing marks as a byline."""
    if " in " in part and (byline := _read_signed(part)) and not stamp.authors:
        return replace(stamp, authors=byline.authors, place=byline.place, weak=(*stamp.weak, "authors"))
    part = _HANDLE.sub("", part)
    if is_name(part) and len(part.split()) in (2, 3) and not stamp.authors:
        return replace(stamp, authors=(tidy_name(part),), weak=(*stamp.weak, "authors"))
    return None


def _says_nothing(stamp: Stamp, part: str) -> bool:
    """Whether a part is of no matter: a page's number, an age; beside names, their office or address."""
    if _EXCUSE.match(part) or _PAGE.match(part) or is_age(part) or is_slug(part):
        return True
    return bool(stamp.authors) and not is_source(part) and bool(is_role(part) or _ADDRESS_ALONE.match(part))


def _read_signed(part: str) -> Byline | None:
    """`Ann Field in Portsea` beside a date: a byline without a "By"."""
    byline = read_names(part) if len(part.split()) <= _SIGNED_WORDS else None
    full = byline is not None and byline.place and all(1 < len(author.split()) <= 3 for author in byline.authors)
    return byline if full and byline is not None and byline.authors else None


def _read_after(stamp: Stamp, text: str, day: Moment) -> Stamp | None:
    """What follows the last date: a time with a label of its own, a source, a byline."""
    if (match := _PLACE_AFTER.search(text)) and not _is_label(place := match["place"] or match["small"]):
        stamp, text = replace(stamp, place=stamp.place or place), text[: match.start()]
    clock = re.match(r"\W*(?P<label>[A-Za-z ]{2,30}?)\s?(?::|\bat\b)?\s(?P<time>\d.*)\Z", text)
    if clock and (match := _LABEL.fullmatch(clock["label"].strip())):
        moment = read_time(clock["time"], day_of(day))
        if isinstance(day, datetime) and moment is not None and moment.tzinfo is None:
            moment = moment.replace(tzinfo=day.tzinfo)
        if moment is not None:
            return _with_moment(stamp, moment, "updated" if match["updated"] else "published")
    return _read_rest(stamp, text.strip(_SEPARATORS).removesuffix("."), first=False, labelled=False)


def _read_parts(text: str) -> Stamp | None:
    stamp = Stamp()
    for part in _parts(text):
        read = _read_part(stamp, part)
        if read is None:
            return None
        stamp = read
    return stamp if replace(stamp, section=None) != Stamp() else None


def _is_label(text: str) -> bool:
    """Whether what stands before a date is no place: an outlet, a part of a paper."""
    return is_source(text) or is_section(text) or _LABEL.fullmatch(text) is not None
