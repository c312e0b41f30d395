"""Copy of American wires as it is kept and pasted: the lines of ANPA 1312 without its control characters.

    ^BC-Harbour-Mayor, 1st Ld-Writethru,0234<     or, where the signs were lost, the same lines without them
    ^Mayor resigns<
    ^By JO REED=
       QUAYTOWN (AP) _ The mayor of Quaytown …
    AP-NY-12-10-15 0834EST

Text comes in; its items in order go out. A slug, a header or lines set on their own tell such copy from other texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import pairwise

from generator.model import Problem, RawArticle, Removed
from generator.read.source import Reader, Readings, Source
from generator.read.wire.anpa_head import Head, is_byline, is_note, is_slug, read_header_line
from generator.read.wire.dates import is_stamp_line
from generator.read.wire.header import make_reading
from generator.read.wire.text import mend_signs, write_paragraphs

_HEAD_RULE, _END_RULE = "wire-head", "wire-end"
_LOOK_WITHIN = 6000
_HEAD = 6
"""Lines with something on them among which an item begins."""
_MOST_HEAD = 16
_MOST_SET = 5
"""Lines that one line set on its own is broken into."""
_LONGEST_SET = 400
_LONGEST_TITLE = 90
# The cycle it is for, and its subject: words that begin with capitals.
_SUBJECT = re.compile(r"(?:AM|PM|BC|AP)-{1,2}[A-Z][\w./&'’-]{1,40}(?: \(?[A-Z\d&][\w./&'’()-]{0,40}){0,6}(?=,|\Z)")
_NUMBER = re.compile(r"[a-z]\d{3,5}\Z")
_WORDS = re.compile(r",\s?\d{2,5}\Z")
_SENT = re.compile(
    r"\W{0,4}(?:[A-Z]{2,4}-[A-Z]{2}-|(?:NYT|UPI)[- ])\d\d-\d\d-\d\d\s{1,3}\d\d:?\d\d ?[A-Za-z]{0,4}(?: [a-z]{2,4})?"
    r"\W{0,4}\Z"
)
_DATELINE = re.compile(r"[A-Z][^()\n]{0,70}\((?:AP|UPI|NYT|Reuters?|AFP)\)\s?(?:--?|_|[–—])\s?\S")
# What a terminal sets below a report: its sign, keywords, the end of the transmission.
_TAIL = re.compile(
    r"\^?REUTERS?@\Z|keywords?: [^.!?]{1,120}\Z|N{4}\Z|ZCZC.{0,20}\Z|\^?<\Z|_{3,}\Z|\(?MORE\)?[<=]?\Z", re.IGNORECASE
)
_MOST_TAIL, _MOST_CONTACT = 12, 6
_HEADING = re.compile(r"\^(?P<text>[^\n]{1,200}?)[<=]{1,2}\s*\Z")


def is_anpa_copy(source: Source) -> bool:
    """Whether a text begins as an item of an American wire does."""
    lines = [line.strip() for line in source.text[:_LOOK_WITHIN].split("\n") if line.strip()]
    if not any(_begins_item(line) for line in lines[:_HEAD]):
        return False
    return any(_is_sure(line) for line in lines[:_HEAD]) or any(
        _DATELINE.match(line) or _SENT.match(line)
        for line in (*lines[:_MOST_HEAD], *source.text[-400:].strip().split("\n"))
    )


def _is_sure(line: str) -> bool:
    """Whether a line says by itself that this is copy of a wire: it has a count of words, or is set as a slug is."""
    shown = _strip(line)
    counted = line.startswith("^") or _WORDS.search(shown) is not None
    return read_header_line(shown) is not None or (counted and _is_slug_line(shown))


def _begins_item(line: str) -> bool:
    shown = _strip(line[:_LONGEST_SET])
    return read_header_line(shown) is not None or _is_slug_line(shown)


def _is_slug_line(shown: str) -> bool:
    return _SUBJECT.match(shown) is not None and is_slug(shown)


def _strip(line: str) -> str:
    """A line without the signs that it is set with."""
    return " ".join(line.strip("^<= \t").split())


def read_anpa_copy(source: Source) -> Readings:
    """The items of a file in order: one ends with the line that says when it was sent, if another begins below it."""
    lines = source.text.split("\n")
    starts = [0, *_find_starts(lines), len(lines)]
    return tuple(
        _read_item(source, number, lines, start, end) for number, (start, end) in enumerate(pairwise(starts), start=1)
    )


def _find_starts(lines: Sequence[str]) -> Iterator[int]:
    """Where further items begin: below a line that ends one, with the first lines of a head."""
    ended: int | None = None
    seen = 0
    for at, line in enumerate(lines):
        if _SENT.match(line[:80]):
            ended, seen = at + 1, 0
        elif ended is not None and line.strip():
            seen += 1
            if _begins_item(line.strip()):
                yield ended
                ended = None
            elif seen == _HEAD:
                ended = None


def _read_item(source: Source, number: int, lines: Sequence[str], start: int, end: int) -> RawArticle | Problem:
    head, body, removed = _read_head(lines, start, end)
    last = next((at for at in range(end - 1, body - 1, -1) if _is_sent(lines[at])), None)
    taken = {*_find_tail(lines, body, end), *([last] if last is not None else [])}
    story = [line for at, line in enumerate(lines[body:end], start=body) if at not in taken]
    removed += [Removed(line=at + 1, text=text, rule=_END_RULE) for at in sorted(taken) if (text := lines[at].strip())]
    hints = head.make_hints(lines[last].lstrip("^<= \t") if last is not None else "")
    reading = make_reading(source, "anpa", number, "\n".join(_write_story(story)), hints)
    return reading if isinstance(reading, Problem) else replace(reading, removed=tuple(removed))


def _is_sent(line: str) -> bool:
    return _SENT.match(line[:80]) is not None or is_stamp_line(line)


def _find_tail(lines: Sequence[str], start: int, end: int) -> list[int]:
    """The lines below the text: signs of a terminal, and the bracket that says how to reach the writer."""
    taken: list[int] = []
    at = end - 1
    while at >= start and len(taken) < _MOST_TAIL:
        text = lines[at].strip()
        if not text:
            at -= 1
        elif _is_sent(text) or (len(text) <= _LONGEST_SET and _TAIL.match(text)):
            taken.append(at)
            at -= 1
        elif (first := _find_contact(lines, start, at)) is not None:
            taken.extend(range(first, at + 1))
            at = first - 1
        else:
            break
    return taken


def _find_contact(lines: Sequence[str], start: int, last: int) -> int | None:
    """The line on which a bracket opens that ends on line `last`: `((ann.berg@wire.example; +44 20 …))`."""
    if not lines[last].rstrip().endswith("))"):
        return None
    for at in range(last, max(start, last + 1 - _MOST_CONTACT) - 1, -1):
        if lines[at].lstrip().startswith("(("):
            return at
    return None


def _read_head(lines: Sequence[str], start: int, end: int) -> tuple[Head, int, list[Removed]]:
    """The head, where the text begins, and the receipt of the lines above it."""
    head, removed = Head(), list[Removed]()
    at = start
    while at < end and len(removed) < _MOST_HEAD:
        if not lines[at].strip():
            at += 1
            continue
        stop = _end_of_set(lines, at, end)
        shown = _strip(" ".join(line.strip() for line in lines[at:stop]))
        if not _take(head, shown, lines[at], set_alone=lines[at].startswith("^")):
            break
        removed += [
            Removed(line=number, text=line.strip(), rule=_HEAD_RULE)
            for number, line in enumerate(lines[at:stop], start=at + 1)
        ]
        at = stop
    return head, at, removed


def _end_of_set(lines: Sequence[str], at: int, end: int) -> int:
    """Where a line set on its own ends: with `<` or `=`, on it or a line near below."""
    if not lines[at].startswith("^"):
        return at + 1
    near = range(at, min(end, at + _MOST_SET))
    return next((stop + 1 for stop in near if lines[stop].rstrip().endswith(("<", "="))), at + 1)


def _take(head: Head, shown: str, line: str, *, set_alone: bool) -> bool:
    """Take a line of the head; False for the first of the text."""
    if len(line) > _LONGEST_SET or _DATELINE.match(shown):
        return False
    if header := read_header_line(shown):
        head.header = head.header or header
        return True
    if _NUMBER.match(shown) or not shown:
        return True
    if set_alone:
        if not head.take(shown):
            head.notes.append(shown)
        return True
    if head.slug is None and _is_slug_line(shown):
        head.slug = shown
        return True
    if is_note(shown) or (is_byline(shown) and len(shown) <= _LONGEST_TITLE):
        return head.take(shown)
    indented = line.startswith(("\t", "  "))
    return not indented and head.title is None and len(shown) <= _LONGEST_TITLE and head.take(shown)


def _write_story(lines: Sequence[str]) -> Iterator[str]:
    """The text as HTML: paragraphs, and headings where a line is set on its own."""
    plain: list[str] = []
    for line in lines:
        heading = _HEADING.match(line.strip()) if line.lstrip().startswith("^") else None
        if heading is None:
            plain.append(line.rstrip("< \t") if line.rstrip().endswith("<") else line)
            continue
        yield write_paragraphs("\n".join(plain))
        plain = []
        yield f"<h3>{escape(mend_signs(heading['text'].strip()), quote=False)}</h3>"
    yield write_paragraphs("\n".join(plain))


ANPA_COPY = Reader("anpa", is_anpa_copy, read_anpa_copy)
