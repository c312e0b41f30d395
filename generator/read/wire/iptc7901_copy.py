"""Copy of European wires as it is kept and pasted: a message of IPTC 7901 without its control characters.

    bdt0123 4 wi 287  dpa 0456          service and number, priority, category, words, agency and its number
    Energie/Gas/                        keywords
    (Zusammenfassung - neu: Zitate)     note to editors
    Gasspeicher gefüllt =               headline
    Von Anna Berg, dpa =                byline
    …                                   text, notes that are not for publication
    031412 Apr 25                       day, hour and minute, month, year

Text comes in; its messages in order go out. The first line tells such copy from other texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model import Metadata, Problem, RawArticle, Removed
from generator.read.source import Reader, Readings, Source
from generator.read.wire.byline import read_wire_byline
from generator.read.wire.dates import read_day_time_group
from generator.read.wire.header import keep_extra, label_note, label_urgency, make_reading, present, unique, with_byline
from generator.read.wire.notes import find_notes, tell_notes
from generator.read.wire.text import write_paragraphs

_HEAD_RULE, _END_RULE = "wire-head", "wire-end"
_LOOK_WITHIN = 2000
_HEADER = re.compile(
    r"[a-z]{2,5}\d{3,4}\s{1,4}(?P<priority>\d)\s{1,4}[a-z]{2,3}\s{1,4}\d{1,5}\s{1,6}"
    r"(?P<agency>[A-Za-z]{2,5})(?:[ -][A-Za-z]{1,6})?\s{1,4}\d{2,5}\Z"
)
_KEYWORDS = re.compile(r"[^\s/][^/=()]{0,40}(?:/[^/=()]{1,40}){0,8}/\Z")
_NOTE = re.compile(r"\((?P<note>[^()]{3,200})\)\Z")
_BYLINE = re.compile(r"(?:by|von|par|por|di)\s", re.IGNORECASE)
_HEADLINE_END = re.compile(r"\s*=\s*\Z")
# "dpa kst yyhe n1 bor": who sent it, where to.
_INITIALS = re.compile(r"[a-z]{2,5}(?: [a-z][a-z0-9]{0,4}){1,6}\Z")
_GROUP = re.compile(r"\d{6}\s{1,4}(?:[A-Z]{2,5}\s{1,4})?[A-Z][a-z]{2,8}\.?\s{1,4}\d{2,4}\Z")
_LONGEST_LINE = 160
_MOST_HEAD = 8
_NEAR = 4
_MOST_LAST = 4


def is_iptc7901_copy(source: Source) -> bool:
    """Whether a text begins with the header line of such a message, or below it with keywords or a note.

    A line near below these has the sign that ends a headline.
    """
    first, *others = [line.strip() for line in source.text[:_LOOK_WITHIN].split("\n") if line.strip()] or [""]
    if _is_header(first):
        return True
    headed = _KEYWORDS.match(first) is not None or _NOTE.match(first) is not None
    return headed and any(_HEADLINE_END.search(line) and line[:1].isalnum() for line in others[:_NEAR])


def _is_header(line: str) -> bool:
    return len(line) <= _LONGEST_LINE and _HEADER.match(line.strip()) is not None


def read_iptc7901_copy(source: Source) -> Readings:
    """The messages of a file in order."""
    lines = source.text.split("\n")
    starts = [*([at for at, line in enumerate(lines) if _is_header(line)] or [0]), len(lines)]
    return tuple(
        _read_message(source, number, lines, start, end) for number, (start, end) in enumerate(pairwise(starts), 1)
    )


def _read_message(source: Source, number: int, lines: Sequence[str], start: int, end: int) -> RawArticle | Problem:
    header = _HEADER.match(lines[start].strip())
    hints, body = _read_head(lines, start + 1 if header is not None else start, end)
    last = lines[max(body, end - _MOST_HEAD) : end]
    sent = next((read_day_time_group(text) for line in reversed(last) if _GROUP.match(text := line.strip())), None)
    found = find_notes(lines[body:end])
    notes = body + found if found is not None else end
    stop = _find_end(lines, body, notes)
    if header is not None:
        urgency = label_urgency(header["priority"])
        hints = replace(hints, source=hints.source or header["agency"], labels=unique((*urgency, *hints.labels)))
    story = "\n".join(lines[body:stop])
    html = write_paragraphs(story) if story.strip() else ""
    reading = make_reading(source, "iptc7901", number, html, replace(hints, published=sent))
    if isinstance(reading, Problem):
        return reading
    removed = (
        *_tell(lines, start, body, _HEAD_RULE),
        *_tell(lines, stop, notes, _END_RULE),
        *tell_notes(lines, notes, end),
    )
    return replace(reading, removed=removed)


def _tell(lines: Sequence[str], start: int, end: int, rule: str) -> Iterator[Removed]:
    for number, line in enumerate(lines[start:end], start=start + 1):
        if text := line.strip():
            yield Removed(line=number, text=text, rule=rule)


def _read_head(lines: Sequence[str], start: int, end: int) -> tuple[Metadata, int]:
    """What the lines above the text say, and the line that it begins at.

    The headline ends in `=`; where no line does, it is the first that is neither keywords nor a note.
    """
    shown = [at for at in range(start, min(end, start + 4 * _MOST_HEAD)) if lines[at].strip()][:_MOST_HEAD]
    ended = any(_HEADLINE_END.search(lines[at]) for at in shown)
    keywords, notes, titles = list[str](), list[str](), list[str]()
    byline, body = None, start
    titled = False
    for at in shown:
        text = _HEADLINE_END.sub("", lines[at]).strip()
        if not titles and not titled and _KEYWORDS.match(text):
            keywords.append(text)
        elif match := _NOTE.match(text):
            notes.append(match["note"])
        elif _BYLINE.match(text) and len(text) <= _LONGEST_LINE and (titles or titled):
            byline = byline or text
        elif titled or len(text) > _LONGEST_LINE:
            break
        else:
            titles.append(text)
            titled = not ended or _HEADLINE_END.search(lines[at]) is not None
        body = at + 1
    hints = Metadata(
        title=present(" ".join(titles)),
        labels=unique(label for note in notes for label in label_note(note)),
        extra=keep_extra(slugline=" ".join(keywords).strip(" /"), ednote=" ".join(notes)),
    )
    return with_byline(hints, read_wire_byline(byline)), body


def _find_end(lines: Sequence[str], start: int, end: int) -> int:
    """Where the text ends: above the initials of who sent it and the date."""
    stop = end
    seen = 0
    for at in range(end - 1, start - 1, -1):
        text = lines[at].strip()
        if not text:
            continue
        seen += 1
        if seen > _MOST_LAST or not (_INITIALS.match(text) or _GROUP.match(text)):
            break
        stop = at
    return stop


IPTC7901_COPY = Reader("iptc7901", is_iptc7901_copy, read_iptc7901_copy)
