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

from generator.model import Problem, RawArticle
from generator.read.decoding import decode_text
from generator.read.source import Reader, Readings, Source
from generator.read.wire.anpa_head import Head, read_header_line
from generator.read.wire.header import make_reading
from generator.read.wire.text import find_more, mend_signs, write_paragraphs
from generator.read.wire.transmission import Message, first_header, is_transmission, split_messages

_FIRST_LINE = re.compile(r"\s*[A-Za-z]\d{3,5}\s?(?:\x1f|[\w-]{2,12}\s*(?:\n|\Z)|\n|\Z)")
_RULE = re.compile(r"[_*=\s-]{2,}\Z")
_HALF = re.compile(r"(?<=\d)\{")
# What stands for the controls between columns, which decoding would leave out.
_COLUMN = "\t"


@dataclass(slots=True)
class _Text:
    """The parts of a text as they are met."""

    head: Head = field(default_factory=Head)
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
    text = _read_text(message.text)
    text.head.header = _read_header(message.header)
    return make_reading(source, "anpa", number, "\n".join(text.blocks), text.head.make_hints(message.end))


def _read_header(header: str) -> re.Match[str] | None:
    """The second line: `decode_text` has left out the control characters between its fields."""
    lines = [line.strip() for line in header.split("\n") if line.strip()]
    return read_header_line(lines[1]) if len(lines) > 1 else None


# --- text ------------------------------------------------------------------------------------------------------------


def _read_text(data: bytes) -> _Text:
    text = _Text()
    plain: list[str] = []
    for raw in data.split(b"\n"):
        line = _decode_line(raw)
        if line.lstrip("\t ").startswith("^"):
            line = line.lstrip("\t ")
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
    story = plain[: find_more(plain)]
    if not text.started and any(line.strip() for line in story):
        text.blocks.append(write_paragraphs("\n".join(story)))
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
    if not text.started and text.head.take(shown):
        return
    if centred or text.started:
        text.blocks.append(f"<h3>{escape(mend_signs(shown), quote=False)}</h3>")
    else:
        text.head.notes.append(shown)


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
    head = first_header(source.data)[:200].decode("latin-1")
    return _FIRST_LINE.match(head) is not None


ANPA = Reader("anpa", is_anpa, read_anpa)
