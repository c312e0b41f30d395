"""`.story` files (CNN and Daily Mail news): paragraphs, and `@highlight` lines below them that sum the story up.

The first line is the story's, not a headline. Daily Mail stories begin with the byline and the dates of their page, a
word or two on each line and full stops between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.model import Metadata, RawArticle, Removed
from generator.moments import Moment
from generator.printed_dates import find_moments
from generator.read.source import Reader, Readings, Source
from generator.read.wire.byline import read_wire_byline
from generator.read.wire.dates import settle_dates

_HIGHLIGHT = "@highlight"
_LOOK_WITHIN = 2_000_000
_MARKS = frozenset((".", "|", ""))
_LABELS = {"published:": "published", "updated:": "updated", "created:": "published", "last updated:": "updated"}
_MOST_HEAD = 40
_LONGEST_HEAD_LINE = 80
_CLOCK_FIRST = re.compile(r"(?P<clock>\d{1,2}:\d\d(?: ?[A-Z]{2,4})?), ?(?P<day>.{6,40})")


@dataclass(slots=True)
class _Head:
    """What the lines above a Daily Mail story say; `end` is the line that the story begins at."""

    end: int = 0
    byline: str | None = None
    dates: dict[str, Moment] = field(default_factory=dict)


def read_story(source: Source) -> Readings:
    """One article. The highlights are told as removed: a headline or standfirst they are not."""
    lines = source.text.split("\n")
    first = lines.index(next(line for line in lines if line.strip() == _HIGHLIGHT))
    head = _read_head(lines[:first])
    published, updated = settle_dates(head.dates.get("published"), head.dates.get("updated"))
    hints = Metadata(authors=read_wire_byline(head.byline).authors, published=published, updated=updated)
    kept = [*[""] * head.end, *lines[head.end : first]]
    removed = [
        *_remove(lines[: head.end], 1, "story-head"),
        *_remove(lines[first:], first + 1, "highlight"),
    ]
    text = "\n".join(kept).rstrip() + "\n"
    return (
        RawArticle(origin=source.origin, form="story", markup="text", text=text, hints=hints, removed=tuple(removed)),
    )


def _remove(lines: list[str], number: int, rule: str) -> list[Removed]:
    return [
        Removed(line=index, text=line.strip(), rule=rule) for index, line in enumerate(lines, number) if line.strip()
    ]


def _read_head(lines: list[str]) -> _Head:
    """Byline and dates at the top, where they are set one by one with full stops between."""
    head = _Head()
    shown = [(index, line.strip()) for index, line in enumerate(lines[: 4 * _MOST_HEAD]) if line.strip()][:_MOST_HEAD]
    if not shown or shown[0][1].casefold() not in ("by", *_LABELS):
        return head
    wanted: str | None = None
    for index, text in shown:
        label = text.casefold()
        if label in _MARKS:
            pass
        elif label == "by" or label in _LABELS:
            wanted = "byline" if label == "by" else _LABELS[label]
        elif len(text) > _LONGEST_HEAD_LINE or wanted is None or not _take(head, wanted, text):
            break
        head.end = index + 1
    return head


def _take(head: _Head, wanted: str, text: str) -> bool:
    """Take a value that was announced; False for a line of the story."""
    if wanted == "byline" and not head.dates:
        if head.byline is not None and not (text[:1].isupper() or text == "and"):
            return False
        head.byline = (
            f"{head.byline} {text}" if head.byline and text == "and" else f"{head.byline or ''} {text}".strip()
        )
        return True
    match = _CLOCK_FIRST.match(text)
    moments = find_moments(f"{match['day']} {match['clock']}" if match else text)
    if not moments or wanted in head.dates:
        return False
    head.dates[wanted] = moments[0].moment
    return True


def is_story(source: Source) -> bool:
    """Whether a line of the text is the word `@highlight`."""
    at = source.text.find(_HIGHLIGHT, 0, _LOOK_WITHIN)
    while at >= 0:
        start, end = source.text.rfind("\n", 0, at) + 1, source.text.find("\n", at)
        if source.text[start : end if end >= 0 else None].strip() == _HIGHLIGHT:
            return start > 0
        at = source.text.find(_HIGHLIGHT, at + 1, _LOOK_WITHIN)
    return False


STORY = Reader("story", is_story, read_story)
