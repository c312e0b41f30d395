"""IPTC 7901: a message with a header line, keywords, a text of lines broken at a width, and a date at its end.

The header line is `SOURCEnumber priority category words [optional text]`, as the recommendation of 1986 has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.model import Contributor, Metadata, Problem, RawArticle, Removed
from generator.read.decoding import decode_text
from generator.read.source import Reader, Readings, Source
from generator.read.wire.byline import is_person, read_part, read_wire_byline
from generator.read.wire.dates import read_day_time_group
from generator.read.wire.header import (
    keep_extra,
    label_urgency,
    make_reading,
    present,
    read_standfirst,
    unique,
    with_byline,
)
from generator.read.wire.text import write_paragraphs
from generator.read.wire.transmission import Message, is_transmission, split_messages

_HEADER = re.compile(
    r"\s*(?P<service>[A-Za-z]{1,10})(?P<number>\d{1,6})\s+(?P<priority>\d)\s+(?P<category>\S{1,3})\s+"
    r"(?P<words>\d{1,5})\b(?P<more>.*)"
)
_AGENCY = re.compile(r"([A-Za-z]{2,5})(?:[ -][A-Za-z]{1,6})?\s+\d{2,5}\s*\Z")
# Where the notes to editors begin that dpa and others send below a text.
_NOTES = re.compile(
    r"^\s{0,4}(?:#+ ?(?:\w{2,12}[- ])?(?:notebook|notizblock|editorial notes?|redaktionelle hinweise)\b.*|"
    r"(?:\*\s?){4,}|"
    r".{0,20}following information is not (?:intended )?for publication.*|"
    r"die folgenden informationen sind nicht zur ver.{1,2}ffentlichung.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_END_OF_HEAD = re.compile(r"\S\s*=\s*\Z")
_BYLINE = re.compile(r"(?:by|von|par|por)\s", re.IGNORECASE)
_MOST_HEAD = 8
_LONGEST_HEADLINE = 200
_WIDTH = 60
_CREDIT = re.compile(r"^\W{0,4}(?P<role>[A-Za-z]{4,14}) by: (?P<names>[^\n<>\d]{3,120})$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What stands before a text, which begins at line `end`."""

    end: int
    title: str | None = None
    deck: str | None = None
    byline: str | None = None


def read_iptc7901(source: Source) -> Readings:
    """The messages of a file in order."""
    messages = split_messages(source.data)
    return tuple(_read_message(source, number, message) for number, message in enumerate(messages, start=1))


def _read_message(source: Source, number: int, message: Message) -> RawArticle | Problem:
    header, *keywords = [line.strip() for line in message.header.split("\n") if line.strip()] or [""]
    match = _HEADER.match(header)
    lines = decode_text(message.text).lstrip("\n").split("\n")
    head = _read_head(lines)
    text, notes = _split_notes("\n".join(lines[head.end :]))
    agency = _AGENCY.search(match["more"]) if match else None
    hints = Metadata(
        title=head.title,
        deck=head.deck,
        contributors=_read_contributors(notes),
        source=agency[1] if agency else None,
        published=read_day_time_group(message.end),
        labels=unique(label_urgency(match["priority"] if match else None)),
        extra=keep_extra(slugline=" ".join(keywords).strip(" /")),
    )
    hints = with_byline(hints, read_wire_byline(head.byline))
    reading = make_reading(source, "iptc7901", number, write_paragraphs(text) if text.strip() else "", hints)
    if isinstance(reading, Problem):
        return reading
    first_line = source.text.count("\n", 0, max(0, source.text.find(notes[:40]))) + 1 if notes else 0
    removed = (Removed(line=first_line, text=" ".join(notes.split()), rule="wire-notes"),) if notes else ()
    return replace(reading, removed=removed)


def _read_head(lines: list[str]) -> _Head:
    """The lines that stand before the text: all up to one that ends in `=`, or else the first when it is no paragraph.

    A headline may go on in the next line; one that had room for the next line's first word does not.
    """
    end = next((index for index, line in enumerate(lines[:_MOST_HEAD], 1) if _END_OF_HEAD.search(line)), None)
    if end is None:
        first = lines[0] if lines else ""
        alone = 0 < len(first.strip()) <= _LONGEST_HEADLINE and not first.startswith("  ")
        return _Head(end=1, title=present(first)) if alone else _Head(end=0)
    shown = [text for line in lines[:end] if (text := line.strip().rstrip("=+ ").strip())]
    byline = next((index for index, text in enumerate(shown) if _BYLINE.match(text)), len(shown))
    titles = shown[:1]
    for above, text in pairwise(shown[:byline]):
        if len(above) + len(text.split()[0]) < _WIDTH:
            break
        titles.append(text)
    rest = " ".join(shown[len(titles) : byline])
    return _Head(
        end=end,
        title=present(" ".join(titles)) if byline else None,
        deck=read_standfirst(rest, None, ""),
        byline=" ".join(shown[byline:]) or None,
    )


def _split_notes(text: str) -> tuple[str, str]:
    match = _NOTES.search(text)
    return (text[: match.start()], text[match.start() :].strip()) if match else (text, "")


def _read_contributors(notes: str) -> tuple[Contributor, ...]:
    """`Reporting by: A`, `Editing by: B`."""
    found: list[Contributor] = []
    for match in _CREDIT.finditer(notes[:5000]):
        part = read_part(match["role"])
        names = [" ".join(name.split()) for name in re.split(r",| and |;", match["names"])]
        found.extend(Contributor(name=name, role=part) for name in names if part and is_person(name))
    return tuple(found)


def is_iptc7901(source: Source) -> bool:
    """Whether a file is a transmission whose header line is that of IPTC 7901."""
    if not is_transmission(source.data):
        return False
    messages = split_messages(source.data[:20_000])
    return bool(messages) and _HEADER.match(messages[0].header) is not None


IPTC7901 = Reader("iptc7901", is_iptc7901, read_iptc7901)
