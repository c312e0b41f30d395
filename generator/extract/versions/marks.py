"""What an article says of its version: labels of its headline and lines, its container's, an embargo.

A raw article comes in before it is read, its extraction when it has been; both go out without these marks, which stand
in `labels` (canonical, each once: the container's, the headline's, those of lines) and `embargo`.
"""

from __future__ import annotations

from dataclasses import replace

from generator.extract.versions.embargo import read_embargoes, split_embargo
from generator.extract.versions.label_lines import LabelLines, take_label_lines
from generator.extract.versions.labels import EMBARGO, canonical_labels, read_headline
from generator.model import Document, Extraction, RawArticle
from generator.moments import Moment


def take_marks(raw: RawArticle) -> tuple[RawArticle, LabelLines]:
    """The article without its lines of labels, and those. In markup such lines are known once it has been read."""
    if raw.markup not in ("text", "markdown"):
        return raw, LabelLines(text="")
    lines = take_label_lines(raw.text)
    return (replace(raw, text=lines.text), lines) if lines.removed else (raw, lines)


def mark_version(extraction: Extraction, lines: LabelLines, day_first: bool) -> Extraction:
    """The extraction with its labels and embargo; `lines` are what `take_marks` found."""
    document = extraction.document
    body = take_label_lines(document.body, numbered=False)
    if not body.text.strip():
        body = replace(body, text=document.body, removed=())
    headed, title = split_embargo(document.title or "")
    headline = read_headline(title)
    stated = [said for said in (headed, lines.embargo, body.embargo) if said]
    embargo = document.embargo or read_embargoes(stated, _date_of(document), day_first)
    found = (*document.labels, *([EMBARGO] if stated else ()), *headline.labels, *lines.labels, *body.labels)
    labels = canonical_labels(found)
    unsettled = EMBARGO in labels and embargo is None
    removed = (*lines.removed, *extraction.removed, *body.removed)
    return replace(
        extraction,
        document=replace(
            document,
            title=headline.text or None if document.title is not None else None,
            labels=labels,
            embargo=embargo,
            body=body.text.strip("\n"),
            review=(*document.review, "embargo") if unsettled else document.review,
        ),
        removed=tuple(sorted(removed, key=lambda entry: entry.line)) if lines.removed else removed,
    )


def _date_of(document: Document) -> Moment | None:
    """What an embargo without a year is near to."""
    dateline = document.dateline.date if document.dateline else None
    return document.published or document.updated or dateline
