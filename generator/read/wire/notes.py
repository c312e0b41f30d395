"""Notes that agencies send below a report and that are not for publication: contacts, telephone numbers, sources.

A text comes in, and goes out parted where its notes begin. What is in them is told in the receipt, and never published.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import RawArticle, Removed

NOTES_RULE = "wire-notes"

_LONGEST = 160
_CUES = ("notizblock", "notebook", "publi", "veröffentlich", "veroeffentlich", "redaktion", "editorial")
# A heading of dpa's notes, or the sentence that keeps them from the reader.
_HEADING = re.compile(
    r"(?:#{1,4} ?(?:\w{2,12}[- ])?(?:notebook|notizblock|editorial notes?|redaktionelle hinweise)\b.*"
    r"|(?:dpa|afp|apa)[- ](?:notizblock|notebook)\W*"
    r"|.{0,20}\bfollowing information is not (?:intended )?for publication.*"
    r"|(?:the )?information below is not (?:intended )?for publication.*"
    r"|.{0,4}die (?:nach)?folgenden informationen sind nicht zur ver(?:.{1,2})ffentlichung.*"
    r"|les informations (?:suivantes|ci-dessous) ne sont pas destinées à (?:la publication|être publiées).*"
    r"|la (?:siguiente )?información (?:siguiente )?no (?:es|está destinada) para (?:su )?publicación.*"
    r"|nicht zur veröffentlichung(?: bestimmt)?\W*|not for publication\W*)\Z",
    re.IGNORECASE,
)
_RULE = re.compile(r"(?:[*_=#-]\s?){3,}\Z")


def find_notes(lines: Sequence[str]) -> int | None:
    """The line that the notes begin at: their heading, or the rule of stars above it."""
    for at, line in enumerate(lines):
        shown = line.strip()
        if len(shown) <= _LONGEST and _is_heading(shown):
            above = at - 1
            while above >= 0 and not lines[above].strip():
                above -= 1
            return above if above >= 0 and _RULE.match(lines[above].strip()) else at
    return None


def _is_heading(shown: str) -> bool:
    folded = shown.casefold()
    return any(cue in folded for cue in _CUES) and _HEADING.match(shown) is not None


def tell_notes(lines: Sequence[str], start: int, end: int) -> tuple[Removed, ...]:
    """The entries of the receipt for the lines of notes."""
    return tuple(
        Removed(line=number, text=text, rule=NOTES_RULE)
        for number, line in enumerate(lines[start:end], start=start + 1)
        if (text := line.strip())
    )


def leave_out_notes(article: RawArticle) -> RawArticle:
    """An article given as text or Markdown without such notes: nothing of them can come to be taken for story."""
    if article.markup not in ("text", "markdown"):
        return article
    lines = article.text.split("\n")
    notes = find_notes(lines)
    if notes is None:
        return article
    removed = (*article.removed, *tell_notes(lines, notes, len(lines)))
    return replace(article, text="\n".join(lines[:notes]) + "\n", removed=removed)
