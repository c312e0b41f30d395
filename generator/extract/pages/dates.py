"""When a page was published and last changed: attributes, elements marked as dates, and lines near the headline.

The blocks and elements of a page come in; moments go out, each with how surely it is known which moment it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import islice
from typing import TypeAlias

from lxml import etree, html

from generator.extract.pages.page import squeeze
from generator.moments import Moment, day_of, parse_moment
from generator.printed_dates import find_moments, read_moment
from generator.vocabulary.stamp_words import Label, read_label
from generator.world_dates import write_iso_days

Blocks: TypeAlias = Sequence[tuple[html.HtmlElement, str]]

_EPOCH = re.compile(r"1\d{9}(?:\d{3})?\Z")
_ZONE_NAME = re.compile(r"\[[\w/+-]{1,40}\]\Z|(?<=[-+]\d{4})\s(?:UTC|GMT)\Z")
_LONGEST_ATTRIBUTE = 100
_LONGEST_LINE = 240
# Letters that may stand beside a date in a line that is about nothing else: an outlet, a writer, a count of minutes.
_MOST_LETTERS_BESIDE = 70
_FEW_LETTERS = 30
_ABOVE, _BELOW = 6, 25
# Zones reach 12 hours west of Greenwich and 14 east.
_WEST, _EAST = 12, 14
# Morning papers put out in the evening what they date the next day.
_EVENING = 18
_QUARTER, _SAME_INSTANT = timedelta(minutes=15), timedelta(minutes=5)
_MARK = re.compile(
    r"date|time|publi|posted|pubdate|datum|fecha|tarih|meta|byline|stamp|zeit|updated|modif|entry-info|dato",
    re.IGNORECASE,
)
_UPDATED_MARK = re.compile(r"updat|modif|aktualis|guncel|actualiz|atualiz|dtreviewed|changed|revised", re.IGNORECASE)
# The clock of the page itself, or another article's date.
_OTHER_MARK = re.compile(
    r"today|current|clock|weather|header-date|now\b|comment|related|teaser|sidebar|recommend|most-|popular|latest"
    r"|widget|footer|copyright|event|calendar|reply|hero-list|ticker",
    re.IGNORECASE,
)
_EPOCH_MARKS = (
    "data-time",
    "data-timestamp",
    "data-utime",
    "data-epoch",
    "data-published",
    "data-datetime",
    "data-date",
)
_MARKED_BY = frozenset((*_EPOCH_MARKS, "pubdate", "itemprop", "property"))
_MOST_MARKED = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDate:
    """A moment found on a page. `label` is None where nothing says whether it is the first or the last."""

    moment: Moment
    label: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDates:
    """The moments of an article as its page shows them; `surely` when a label or mark says it of the first one."""

    published: Moment | None = None
    updated: Moment | None = None
    surely: bool = False


def parse_page_moment(text: str, day_first: bool, language: str | None = None) -> Moment | None:
    """A date as attributes write it: ISO 8601 mostly, seconds since 1970, or any printed form."""
    text = _ZONE_NAME.sub("", text.strip())
    if not text or len(text) > _LONGEST_ATTRIBUTE:
        return None
    try:
        return parse_moment(text)
    except ValueError:
        pass
    if _EPOCH.match(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    if moment := read_moment(text, day_first):
        return moment
    found = find_moments(write_iso_days(text, language), day_first)
    return found[0].moment if found else None


def read_lines(text: str, day_first: bool, language: str | None = None) -> Iterator[PageDate]:
    """The dates in a line, each with what the words before it say of it."""
    if len(text) > _LONGEST_LINE:
        return
    written = write_iso_days(text, language)
    at = 0
    for found in find_moments(written, day_first):
        yield PageDate(moment=found.moment, label=read_label(written[at : found.start]))
        at = found.end


def to_local_day(head: Moment, printed: Sequence[Moment]) -> Moment:
    """A moment that data gives in UTC, on the day that the page prints for it.

    An evening's story is of the next day in Greenwich. Where the page prints the clock or the zone as well, the moment
    is written in the outlet's own zone; where it prints the day alone, or has it in its address, that day is all that
    is sure.
    """
    if not isinstance(head, datetime) or head.utcoffset() != timedelta(0):
        return head
    for moment in printed:
        apart = (day_of(moment) - head.date()).days
        if apart == 0:
            return head
        if abs(apart) > 1:
            continue
        if not isinstance(moment, datetime):
            if (head.hour < _WEST) if apart < 0 else (head.hour >= 24 - _EAST):
                return moment
        elif (zone := _zone_between(head, moment)) is not None:
            return head.astimezone(zone)
    return head


def may_be_same(one: Moment, other: Moment) -> bool:
    """Whether two dates can be of one publication: the day of a clock in UTC is another one elsewhere."""
    if isinstance(one, datetime) and isinstance(other, datetime) and one.tzinfo and other.tzinfo:
        return abs(one - other) < timedelta(days=1)
    return not _days_of(one).isdisjoint(_days_of(other))


def _days_of(moment: Moment) -> frozenset[date]:
    """The days that a moment is of, wherever its page was written."""
    if not isinstance(moment, datetime):
        return frozenset((moment,))
    if moment.utcoffset():
        eve = timedelta(days=1) if moment.hour >= _EVENING else timedelta(0)
        return frozenset((moment.date(), moment.astimezone(UTC).date(), moment.date() + eve))
    offsets = (timedelta(hours=-_WEST), timedelta(0), timedelta(hours=_EAST))
    return frozenset((moment + offset).date() for offset in offsets)


def _zone_between(head: datetime, printed: datetime) -> timezone | None:
    """The zone in which a clock shows `printed` at that instant: offsets are whole quarters of an hour."""
    if printed.tzinfo is not None:
        offset = printed.utcoffset()
        return timezone(offset) if offset and abs(printed - head) < _SAME_INSTANT else None
    apart = printed - head.replace(tzinfo=None)
    offset = _QUARTER * round(apart / _QUARTER)
    return timezone(offset) if abs(apart - offset) < _SAME_INSTANT and abs(offset) <= timedelta(hours=_EAST) else None


def find_page_dates(
    root: html.HtmlElement, blocks: Blocks, heading: int | None, day_first: bool, language: str | None
) -> PageDates:
    """What the article's part of a page shows: marked elements first, then lines near the headline.

    `heading` is the headline's place among the blocks.
    """
    marked = list(_read_marked(root, day_first, language))
    near = list(_read_near(blocks, heading, day_first, language))
    shown = [*marked, *near]
    published = _first(shown, "published")
    updated = _first(shown, "updated")
    plain = _first(near, None) or _first(marked, None)
    return PageDates(published=published or plain, updated=updated, surely=published is not None)


def _first(dates: Iterable[PageDate], label: Label | None) -> Moment | None:
    return next((date.moment for date in dates if date.label == label), None)


def _read_marked(root: html.HtmlElement, day_first: bool, language: str | None) -> Iterator[PageDate]:
    """Elements that markup gives away as dates; those of comments, teasers and the page's own clock are passed over."""
    for element in islice(filter(_is_marked, root.iterdescendants(etree.Element)), _MOST_MARKED):
        if _is_other(element, root):
            continue
        said = [element.get(name) or "" for name in ("datetime", "content", "title", *_EPOCH_MARKS)]
        text = _text_start(element)
        moment = next(
            (found for value in said if value and (found := parse_page_moment(value, day_first, language))), None
        )
        if moment is None and element.tag == "time":
            moment = parse_page_moment(text, day_first, language)
        if moment is not None:
            yield PageDate(moment=moment, label=_label_of(element, text))


def _text_start(element: html.HtmlElement) -> str:
    """As much of an element's text as a date can be in."""
    return squeeze(" ".join(islice(element.itertext(), 40)))[:_LONGEST_LINE]


def _is_marked(element: html.HtmlElement) -> bool:
    if element.tag == "time":
        return True
    named = _MARKED_BY.intersection(element.keys())
    if not named:
        return element.tag == "abbr" and element.get("title") is not None
    if named <= {"itemprop", "property"}:
        return "date" in f"{element.get('itemprop') or ''} {element.get('property') or ''}"
    return True


def _label_of(element: html.HtmlElement, text: str) -> Label | None:
    marks = " ".join(element.get(name) or "" for name in ("itemprop", "class", "property", "data-testid"))
    if _UPDATED_MARK.search(marks):
        return "updated"
    if "publi" in marks.lower() or element.get("pubdate") is not None:
        return "published"
    before = element.getprevious()
    beside = (before.tail if before is not None else getattr(element.getparent(), "text", None)) or ""
    if before is not None and not beside.strip():
        beside = _text_start(before)[-60:]
    return read_label(re.split(r"\d", text, maxsplit=1)[0]) or read_label(beside[-60:])


def is_clock(element: html.HtmlElement) -> bool:
    """Whether an element shows the time of the visit, or of something beside the article."""
    return _OTHER_MARK.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def _is_other(element: html.HtmlElement, root: html.HtmlElement) -> bool:
    """Whether an element, or one around it within the article, is marked as about something else."""
    for _ in range(12):
        if element is None or element is root:
            return False
        if element.tag in ("aside", "footer", "nav", "blockquote") or is_clock(element):
            return True
        element = element.getparent()
    return False


def _read_near(blocks: Blocks, heading: int | None, day_first: bool, language: str | None) -> Iterator[PageDate]:
    """Dates in lines that are about nothing else, below the headline first; above it only what is marked as a date."""
    at = heading if heading is not None else 0
    below = blocks[at : at + 1 + _BELOW] if heading is not None else blocks[: 2 * _BELOW]
    above = blocks[max(0, at - _ABOVE) : at]
    for element, text in below:
        if _is_about_date(text, language) and not is_clock(element):
            yield from read_lines(text, day_first, language)
    for element, text in reversed(above):
        marks = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        if _MARK.search(marks) and not _OTHER_MARK.search(marks) and _is_about_date(text, language):
            yield from read_lines(text, day_first, language)


def is_date_line(text: str, language: str | None) -> bool:
    """Whether a line holds a date and next to nothing else."""
    if len(text) > _LONGEST_LINE or not any(sign.isdecimal() for sign in text):
        return False
    written = write_iso_days(text, language)
    found = find_moments(written)
    beside = sum(sign.isalpha() for sign in written) - sum(
        sign.isalpha() for date in found for sign in written[date.start : date.end]
    )
    return bool(found) and beside <= _FEW_LETTERS


def _is_about_date(text: str, language: str | None) -> bool:
    if len(text) > _LONGEST_LINE or not any(sign.isdecimal() for sign in text):
        return False
    letters = sum(sign.isalpha() for sign in write_iso_days(text, language))
    return letters <= _MOST_LETTERS_BESIDE or read_label(text[:60]) is not None
