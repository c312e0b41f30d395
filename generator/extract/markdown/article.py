"""Markdown to a document: the body stays as written, but for what only its generator reads.

A title, a byline and a dateline at its head are read.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.config import ConvertConfig
from generator.dialect.dialect import write_blocks
from generator.dialect.footnotes import write_footnotes
from generator.extract.cleaning import Cleaning
from generator.extract.head.dateline import date_of, find_dateline
from generator.extract.head.stamp import Stamp, read_stamp
from generator.extract.head.title import is_repeat
from generator.extract.language import detect_language
from generator.extract.markdown.boxes import take_boxes
from generator.extract.markdown.lines import Line
from generator.extract.markdown.pictures import Said
from generator.extract.markdown.tasks import take_tasks
from generator.extract.markdown.templates import take_templates
from generator.extract.markdown.text import heading_text
from generator.model import Dateline, Document, Extraction, RawArticle, Removed
from generator.moments import day_of

_SETEXT = re.compile(r"=+[ \t]*\Z")
_MARKUP = re.compile(r"\*\*|__|\\(?=[^\w\s])|`|(?<!\w)[*_]|[*_](?!\w)")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)")


def extract_markdown(raw: RawArticle, options: ConvertConfig, cleaning: Cleaning | None = None) -> Extraction:
    """Read a Markdown article; what its front matter says comes before what its text says.

    Someone wrote or chose each line of it, so that no cleaning rule is applied.
    """
    numbered = [Line(number, text) for number, text in enumerate(raw.text.rstrip().split("\n"), 1)]
    pictures = Said()
    numbered, boxes = take_boxes(numbered, pictures)
    numbered, templates = take_templates(numbered, pictures)
    numbered, tasks = take_tasks(numbered)
    lines = [line.text for line in numbered]
    removed: list[Removed] = []
    at = _skip_blank(lines, 0)
    title, at = _take_title(lines, at, raw.hints.title, removed)
    stamps, at = _take_stamps(lines, at, options.day_first, removed)
    at = _skip_repeat(lines, at, raw.hints.title or title, removed)
    body = "\n".join(lines[at:]).strip("\n")
    said = Document(
        title=title,
        authors=next((stamp.authors for stamp in stamps if stamp.authors), ()),
        contributors=tuple(dict.fromkeys(one for stamp in stamps for one in stamp.contributors)),
        source=next((stamp.source for stamp in stamps if stamp.source), None),
        published=next((stamp.published for stamp in stamps if stamp.published), None),
        updated=next((stamp.updated for stamp in stamps if stamp.updated), None),
        captions=pictures.captions,
        photo_credits=pictures.credits,
        body=body,
    )
    said = _read_dateline(said, raw, at + 1, removed)
    # These count the lines that were left.
    removed = [replace(entry, line=numbered[entry.line - 1].number) for entry in removed]
    body, renamed = write_footnotes(said.body)
    removed.extend(Removed(line=0, text=label, rule="template") for _, label in renamed)
    body = write_blocks(body)
    receipt = sorted((*boxes, *templates, *tasks, *removed), key=lambda entry: entry.line)
    return Extraction(
        document=replace(said, body=body, language=detect_language(plain_text(body))), removed=tuple(receipt)
    )


def _skip_blank(lines: list[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at


def _take_title(lines: list[str], at: int, hint: str | None, removed: list[Removed]) -> tuple[str | None, int]:
    """The first line when it is a heading of level 1 that gives the title, or repeats the front matter's."""
    if at >= len(lines):
        return None, at
    text = heading_text(lines[at])
    below = at + 1
    if text is None:
        if below >= len(lines) or not _SETEXT.match(lines[below]) or not lines[at].strip():
            return None, at
        text, below = lines[at], at + 2
    title = plain_text(text).strip()
    if not title or (hint is not None and not title.casefold().startswith(hint.casefold())):
        return None, at
    removed.append(
        Removed(line=at + 1, text="\n".join(lines[at:below]), rule="title" if hint in (None, title) else "heading")
    )
    return title, _skip_blank(lines, below)


def _take_stamps(lines: list[str], at: int, day_first: bool, removed: list[Removed]) -> tuple[tuple[Stamp, ...], int]:
    """The lines under the title that say who wrote the article and when; each a paragraph or a line of one."""
    stamps: list[Stamp] = []
    while at < len(lines) and len(stamps) < 4:
        text = plain_text(lines[at]).strip()
        stamp = read_stamp(text, day_first) if text else None
        if stamp is None or stamp == Stamp() or stamp.title is not None or lines[at].lstrip()[:1] in "#>|-":
            break
        stamps.append(stamp)
        removed.append(Removed(line=at + 1, text=lines[at].strip(), rule="stamp"))
        at = _skip_blank(lines, at + 1)
    if not stamps and (found := _find_byline(lines, at)):
        below, stamp = found
        removed.append(Removed(line=below + 1, text=lines[below].strip(), rule="stamp"))
        # The blank lines around it go with it, but for those above.
        del lines[below : _skip_blank(lines, below + 1)]
        stamps.append(stamp)
    return tuple(stamps), at


def _skip_repeat(lines: list[str], at: int, title: str | None, removed: list[Removed]) -> int:
    """Below the first paragraph when that is one line which says the title again."""
    if title is None or at >= len(lines) or _skip_paragraph(lines, at) != at + 1:
        return at
    if lines[at].lstrip()[:1] in "#>|-" or not is_repeat(plain_text(lines[at]).strip(), title):
        return at
    removed.append(Removed(line=at + 1, text=lines[at].strip(), rule="title-repeat"))
    return _skip_blank(lines, at + 1)


def _find_byline(lines: list[str], at: int) -> tuple[int, Stamp] | None:
    """A byline that is the second or third paragraph, below a score or a standfirst."""
    for _ in range(2):
        at = _skip_blank(lines, _skip_paragraph(lines, at))
        text = plain_text(lines[at]).strip() if at < len(lines) else ""
        stamp = read_stamp(text) if text.lower().startswith("by ") else None
        if stamp is not None and stamp.authors:
            return at, stamp
    return None


def _skip_paragraph(lines: list[str], at: int) -> int:
    while at < len(lines) and lines[at].strip():
        at += 1
    return at


def _read_dateline(said: Document, raw: RawArticle, line: int, removed: list[Removed]) -> Document:
    dateline = find_dateline(said.body)
    if dateline is None:
        return said
    near = raw.hints.published or said.published or raw.hints.updated or said.updated
    day = date_of(dateline, day_of(near).year if near else None)
    removed.append(Removed(line=line, text=said.body[: dateline.end].strip(), rule="dateline"))
    return replace(
        said,
        body=said.body[dateline.end :],
        source=said.source or dateline.agency,
        dateline=Dateline(place=dateline.place, date=day),
    )


def plain_text(markdown: str) -> str:
    """Markdown without its commonest signs: good enough to read a title or a byline, or to tell a language."""
    return _MARKUP.sub("", _LINK.sub(r"\1", markdown))
