"""ANPA 1312: the wire of American agencies, with typesetting codes in its text.

    SYN SYN SOH  level number US selector          W2607 US asian
    priority category DC3 DC1 keyword version date words
    STX ^slug, version,words< ^headline< ^notes< ^byline= TAB text … ETX sent-line EOT

A line that begins with `^` is set on its own: `<` ends a line of the head, `=` one that is centred. A line that begins
with a tab is a paragraph, one that begins with BS is set in columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape

from generator.model import Metadata, Problem, RawArticle
from generator.moments import Moment, day_of
from generator.read.decoding import decode_text
from generator.read.source import Reader, Readings, Source
from generator.read.wire.byline import WireByline, read_wire_byline
from generator.read.wire.dates import read_sent_line
from generator.read.wire.header import keep_extra, label_note, make_reading, unique, with_byline
from generator.read.wire.text import mend_signs, write_paragraphs
from generator.read.wire.transmission import Message, is_transmission, split_messages

_FIRST_LINE = re.compile(r"\s*[A-Za-z]\d{3,5}\s?(?:\x1f|[\w-]{2,12}\s*(?:\n|\Z)|\n|\Z)")
_SECOND_LINE = re.compile(
    r"(?P<priority>[A-Za-z])\s(?P<category>[A-Za-z])\s{0,3}(?P<keyword>\S{2,40})(?:\s+(?P<version>\S[^\n]{0,40}?))?"
    r"\s+(?P<month>\d\d?)-(?P<day>\d\d?)(?:\s+(?P<words>\d{1,5}))?\s*\Z"
)
_SLUG = re.compile(
    r"(?P<slug>[A-Z]{2}-[^,]{2,80}?)(?:,\s?(?P<version>[^,\d][^,]{1,40}|\d\w\w [^,]{2,40}))?(?:,\s?\d{1,5})?\Z"
)
_CYCLE = re.compile(r"\A(?:AM|PM|BC|AP)-+", re.IGNORECASE)
_NOTE = re.compile(
    r"\(?(?:eds?[.:]|editors?[:'’]|(?:with )?(?:ap )?(?:photo|graphic|video)|for use|.{0,40}\bembargo)", re.IGNORECASE
)
_BYLINE = re.compile(r"by\s|(?:the )?associated press\Z|[A-Z][\w ]{2,40} (?:staff )?writer\Z", re.IGNORECASE)
_RULE = re.compile(r"[_*=\s-]{2,}\Z")
_HALF = re.compile(r"(?<=\d)\{")
# What stands for the controls between columns, which decoding would leave out.
_COLUMN = "\t"
_URGENT = frozenset("fbu")
_SOURCES = {"AP": "AP"}
_LONGEST_HEADING = 120


@dataclass(slots=True)
class _Text:
    """The parts of a text as they are met."""

    slug: str | None = None
    title: str | None = None
    byline: WireByline = field(default_factory=WireByline)
    notes: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    paragraph: list[str] = field(default_factory=list)
    """The lines of the paragraph that is being read."""
    columns: list[str] = field(default_factory=list)
    started: bool = False


def read_anpa(source: Source) -> Readings:
    """The messages of a file in order."""
    messages = split_messages(source.data)
    return tuple(_read_message(source, number, message) for number, message in enumerate(messages, start=1))


def _read_message(source: Source, number: int, message: Message) -> RawArticle | Problem:
    header = _read_header(message.header)
    text = _read_text(message.text)
    sent = read_sent_line(message.end)
    slug = _SLUG.match(text.slug or "")
    version = (slug["version"] if slug else None) or (header["version"] if header else None)
    note = next((note for note in text.notes if label_note(note)), None)
    hints = Metadata(
        title=text.title,
        source=_read_source(message.end),
        published=sent,
        labels=unique(
            (
                version,
                *(("URGENT",) if header and header["priority"].lower() in _URGENT else ()),
                *label_note(note),
            )
        ),
        item=_make_item(slug["slug"] if slug else None, sent),
        version=version,
        extra=keep_extra(slugline=text.slug, ednote=" ".join(text.notes)),
    )
    return make_reading(source, "anpa", number, "\n".join(text.blocks), with_byline(hints, text.byline))


def _read_header(header: str) -> re.Match[str] | None:
    """The second line: `decode_text` has left out the control characters between its fields."""
    lines = [line.strip() for line in header.split("\n") if line.strip()]
    return _SECOND_LINE.match(" ".join(lines[1].split())) if len(lines) > 1 else None


def _read_source(end: str) -> str | None:
    return _SOURCES.get(end.strip()[:2]) if read_sent_line(end) else None


def _make_item(slug: str | None, sent: Moment | None) -> str | None:
    """What the versions of a report share: the slug without its cycle, and the day, because slugs come again."""
    if slug is None or sent is None:
        return None
    return f"{' '.join(_CYCLE.sub('', slug).split())}:{day_of(sent).isoformat()}"


# --- text ------------------------------------------------------------------------------------------------------------


def _read_text(data: bytes) -> _Text:
    text = _Text()
    plain: list[str] = []
    for raw in data.split(b"\n"):
        line = _decode_line(raw)
        if raw.startswith(b"\x08"):
            _end_paragraph(text)
            text.columns.append(line)
            continue
        _end_columns(text)
        if line.startswith(("^", "\t")):
            _end_paragraph(text)
        if line.startswith("^"):
            _read_set_line(text, line)
        elif line.strip() and (text.started or line.startswith("\t")):
            text.started = True
            text.paragraph.append(line)
        else:
            plain.append(line)
    _end_columns(text)
    _end_paragraph(text)
    if not text.started and any(line.strip() for line in plain):
        text.blocks.append(write_paragraphs("\n".join(plain)))
    return text


def _decode_line(raw: bytes) -> str:
    """A line as text: space bands are spaces, the separators of columns stay."""
    column = _COLUMN.encode()
    kept = raw.replace(b"\x10", b" ").replace(b"\x1e", column).replace(b"\x1f", column)
    return _HALF.sub("½", decode_text(kept.rstrip(b"\r")))


def _read_set_line(text: _Text, line: str) -> None:
    """A line set on its own: slug, headline, notes and byline in the head; headings in the text."""
    centred, shown = line.rstrip().endswith("="), " ".join(line.strip("^<= \t").split())
    if not shown:
        return
    if text.slug is None and not text.started and _SLUG.match(shown):
        text.slug = shown
    elif not text.started and _NOTE.match(shown):
        text.notes.append(shown)
    elif not text.started and _BYLINE.match(shown):
        read = read_wire_byline(shown)
        text.byline = text.byline if text.byline.authors else read
    elif text.title is None and not text.started:
        text.title = mend_signs(shown)
    elif centred or text.started:
        text.blocks.append(f"<h3>{escape(mend_signs(shown), quote=False)}</h3>")
    else:
        text.notes.append(shown)


def _end_paragraph(text: _Text) -> None:
    """The lines read as a paragraph: the first has a tab, the others go on with it."""
    shown = " ".join(" ".join(line.strip(" \t=<^").split()) for line in text.paragraph)
    text.paragraph.clear()
    if shown and not _RULE.match(shown):
        text.blocks.append(f"<p>{escape(mend_signs(shown), quote=False)}</p>")


def _end_columns(text: _Text) -> None:
    """The lines set in columns above as a table."""
    if not text.columns:
        return
    rows = "".join(f"<tr>{_write_row(line.lstrip('^'))}</tr>" for line in text.columns)
    text.columns.clear()
    text.started = True
    text.blocks.append(f"<table>{rows}</table>")


def _write_row(line: str) -> str:
    """A row without the empty cells that only set others apart; an underscore alone is a dash."""
    first, *others = (" ".join(cell.split()) for cell in line.split(_COLUMN))
    cells = [first, *(cell for cell in others if cell)]
    return "".join(f"<td>{'—' if cell == '_' else escape(cell)}</td>" for cell in cells)


def is_anpa(source: Source) -> bool:
    """Whether a file is a transmission whose first line is that of ANPA 1312."""
    if not is_transmission(source.data):
        return False
    head = source.data.partition(b"\x01")[2][:200].decode("latin-1")
    return _FIRST_LINE.match(head) is not None


ANPA = Reader("anpa", is_anpa, read_anpa)
