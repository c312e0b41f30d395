"""The Reuters-21578 collection: `<REUTERS … NEWID="1">` elements one after the other, in SGML.

Its README (Lewis, 1997, section VI) says what the elements hold. A text of the type BRIEF is a headline alone; one of
the type UNPROC is a lump, whose first line in capitals is the headline.
"""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape

from generator.model import Metadata, Problem, RawArticle
from generator.moments import Moment
from generator.printed_dates import MONTHS
from generator.read.source import Reader, Readings, Source, find_root
from generator.read.wire.byline import read_wire_byline
from generator.read.wire.dates import read_wire_dateline
from generator.read.wire.header import make_reading, name_item, present, warn_damaged, with_byline
from generator.read.wire.text import write_paragraphs

_START = re.compile(r"<REUTERS(?P<attributes>\s[^<>]{0,1000})?>")
_NEWID = re.compile(r"""NEWID\s{0,3}=\s{0,3}["']?(\d{1,9})""")
_TEXT = re.compile(r"""<TEXT(?:\s[^<>]{0,40}?TYPE\s{0,3}=\s{0,3}["']?(?P<type>[A-Z]{1,10}))?[^<>]{0,100}>""")
_DATE = re.compile(r"\s{0,3}(\d{1,2})-([A-Z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d)")
_CONTROL = re.compile(r"&#(?:[0-8]|1[1-9]|2\d|3[01]);")
_END_MARK = re.compile(r"\n?\s{0,8}Reuters?\.?\s*\Z", re.IGNORECASE)
_NAME = "Reuters-21578"


def read_reuters_sgml(source: Source) -> Readings:
    """The articles of a file in order; a problem for each that is a headline alone."""
    readings: list[RawArticle | Problem] = []
    starts = list(_START.finditer(source.text))
    line, counted, last = 1, 0, len(source.text.rstrip())
    for number, start in enumerate(starts, start=1):
        limit = starts[number].start() if number < len(starts) else last
        end = source.text.find("</REUTERS>", start.end(), limit)
        part = source.text[start.end() : end if end >= 0 else limit]
        readings.append(_read_item(source, number, start["attributes"] or "", part))
        line, counted = line + source.text.count("\n", counted, limit), limit
        if end < 0:
            readings.append(warn_damaged(source, f"line {line}: an article has no end"))
    return tuple(readings)


def _read_item(source: Source, number: int, attributes: str, part: str) -> RawArticle | Problem:
    start = _TEXT.search(part)
    head, text = (part[: start.start()], part[start.end() :]) if start else (part, "")
    text = text.rpartition("</TEXT>")[0] or text
    published = _read_date(_element(head, "DATE"))
    title, body = _split_text(text, start["type"] if start else None)
    newid = _NEWID.search(attributes)
    dateline = read_wire_dateline(_line(text, "DATELINE"), published)
    hints = Metadata(
        title=title,
        source="Reuters",
        dateline=dateline.dateline,
        published=published,
        item=f"{_NAME}:{newid[1]}" if newid else None,
    )
    hints = with_byline(hints, read_wire_byline(_line(text, "AUTHOR"), ("Reuters",)))
    if not body.strip():
        message = f"{name_item(source, number, title)}: holds a headline only, as items of its kind do; nothing is lost"
        return Problem(path=source.path, message=message)
    return make_reading(source, "sgml", number, write_paragraphs(body), hints)


def _element(text: str, name: str) -> str | None:
    """The content of the first element of a name, its characters decoded once."""
    start = text.find(f"<{name}>")
    if start < 0:
        return None
    end = text.find(f"</{name}>", start)
    return unescape(_CONTROL.sub("", text[start + len(name) + 2 : end if end >= 0 else len(text)]))


def _line(text: str, name: str) -> str | None:
    return present(_element(text, name))


def _split_text(text: str, kind: str | None) -> tuple[str | None, str]:
    """Headline and body."""
    title, body = _line(text, "TITLE"), _element(text, "BODY")
    if body is None:
        body = unescape(_CONTROL.sub("", text.rpartition("</TITLE>")[2])).strip("* \n")
    if title is None and kind in ("UNPROC", "BRIEF"):
        title, body = _split_lump(body)
    return _tidy(title), _END_MARK.sub("", body.rstrip())


def _split_lump(lump: str) -> tuple[str | None, str]:
    """The first line of a lump, where it is set in capitals."""
    line, _, rest = lump.partition("\n")
    shown = line.strip(" *")
    return (shown, rest) if shown and shown == shown.upper() and any(sign.isalpha() for sign in shown) else (None, lump)


def _tidy(title: str | None) -> str | None:
    return present((title or "").strip(" *"))


def _read_date(text: str | None) -> Moment | None:
    """`26-FEB-1987 15:01:01.01`."""
    match = _DATE.match(text or "")
    month = MONTHS.get(match[2].lower()) if match else None
    if match is None or month is None:
        return None
    try:
        return datetime(int(match[3]), month, int(match[1]), int(match[4]), int(match[5]), int(match[6]))
    except ValueError:
        return None


def is_reuters_sgml(source: Source) -> bool:
    """Whether the first element is `REUTERS`, or the document is declared to be of the collection's type."""
    root = find_root(source.text)
    return root is not None and root.name == "REUTERS" and "<TEXT" in source.text


REUTERS_SGML = Reader("sgml", is_reuters_sgml, read_reuters_sgml)
