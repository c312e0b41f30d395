"""Roles that a line has by its neighbours: a label above a name, words of a picture above its caption, a line twice.

Lines with the roles their own text gives them come in; lines with some of the roles changed go out.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extract.byline import is_name, read_names
from generator.extract.credits import Caption, read_leading_credit
from generator.extract.dateline import find_dateline
from generator.extract.lines import ends_sentence
from generator.extract.roles import RoledLine
from generator.extract.stamp import Stamp

ALTERNATIVE = "caption-alternative"
"""The rule for the words that stand in a picture's place: what it shows, not its caption."""

_BYLINE_LABEL = re.compile(
    r"(?:by|authors?|written by|reported by|words by|story by|reporter|author of the article)\s?:?\Z", re.IGNORECASE
)
_UPDATED_LABEL = re.compile(r"(?:last |page |story )?(?:updated|modified|revised)(?: (?:on|at))?\s?:?\Z", re.IGNORECASE)
_HIGHLIGHTS = re.compile(r"story highlights\b", re.IGNORECASE)
_MOST_HIGHLIGHTS = 6
# A headline is shorter than this; a line of so many words that comes twice is a picture's caption.
_CAPTION_WORDS = 12
_SENTENCE_WORDS = 6
_LEAST_CAPTION_WORDS = 3
_MOST_ALT_WORDS = 60


def settle_neighbours(lines: tuple[RoledLine, ...]) -> tuple[RoledLine, ...]:
    """The lines with the roles that their neighbours give them."""
    settled = list(lines)
    for at, line in enumerate(lines):
        if at + 1 == len(lines):
            break
        below = settled[at + 1]
        if line.role == "short" and _BYLINE_LABEL.match(line.line.text):
            _read_byline(settled, at, below)
        elif line.role == "short" and _UPDATED_LABEL.match(line.line.text):
            _read_updated(settled, at, below)
        elif _HIGHLIGHTS.match(line.line.text):
            _read_highlights(settled, at)
        elif _is_twice(line, below):
            settled[at : at + 2] = [_as_caption(line, "caption-twice"), _as_caption(below, "caption-twice")]
    return tuple(_settle_pictures(settled))


def _read_byline(lines: list[RoledLine], at: int, below: RoledLine) -> None:
    """`Author of the article:` on one line and the name on the next."""
    names = read_names(below.line.text) if below.words <= _CAPTION_WORDS else None
    if names is None or not (names.source or all(is_name(name) for name in names.authors)):
        return
    stamp = Stamp(authors=names.authors, source=names.source, place=names.place)
    lines[at] = replace(lines[at], role="furniture", rule="byline-label")
    lines[at + 1] = replace(below, role="stamp", rule="stamp", stamp=stamp)


def _read_updated(lines: list[RoledLine], at: int, below: RoledLine) -> None:
    """`Last updated` on one line and the date on the next."""
    if below.role == "stamp" and below.stamp is not None and below.stamp.published and not below.stamp.updated:
        lines[at] = replace(lines[at], role="furniture", rule="date-label")
        stamp = replace(below.stamp, published=None, updated=below.stamp.published)
        lines[at + 1] = replace(below, stamp=stamp)


def _read_highlights(lines: list[RoledLine], at: int) -> None:
    """The points that stand above a story, down to its dateline or first sentence."""
    for index in range(at, min(len(lines), at + _MOST_HIGHLIGHTS)):
        text = lines[index].line.text
        if index > at and (ends_sentence(text) or find_dateline(text) or lines[index].role == "stamp"):
            break
        lines[index] = replace(lines[index], role="furniture", rule="story-highlight-above")


def _is_twice(line: RoledLine, below: RoledLine) -> bool:
    """Whether a picture's alternative text and its caption are printed one after the other."""
    if line.role not in ("short", "prose") or line.line.text != below.line.text:
        return False
    return line.words >= (_SENTENCE_WORDS if line.line.text.endswith((".", ")")) else _CAPTION_WORDS)


def _settle_pictures(lines: list[RoledLine]) -> list[RoledLine]:
    for at in range(1, len(lines)):
        line, above = lines[at], lines[at - 1]
        if line.role == "caption" and _is_alternative(lines, at - 1):
            lines[at - 1] = _as_caption(above, ALTERNATIVE)
        elif line.role in ("short", "prose") and _has_leading_credit(line):
            credit = read_leading_credit(line.line.text)
            if credit:
                lines[at] = replace(
                    _as_caption(line, "caption-agency-first"),
                    caption=Caption(rule="caption-agency-first", credit=_tidy(credit)),
                )
    return lines


def _is_alternative(lines: list[RoledLine], at: int) -> bool:
    """Whether a line and the caption below it are a pair of their own between blank lines."""
    line, caption = lines[at], lines[at + 1]
    if line.role not in ("short", "prose") or line.words > _MOST_ALT_WORDS or not line.line.gap or caption.line.gap:
        return False
    return at > 0 and (at + 2 >= len(lines) or lines[at + 2].line.gap)


def _has_leading_credit(line: RoledLine) -> bool:
    text = line.line.text
    return (
        line.words > _LEAST_CAPTION_WORDS and not line.line.mark and not ends_sentence(text) and ": " not in text[:30]
    )


def _tidy(credit: str) -> str:
    return re.sub(r"\s-\s(?:Contributor|Getty)\Z", "", credit).strip()


def _as_caption(line: RoledLine, rule: str) -> RoledLine:
    return replace(line, role="caption", rule=rule, caption=line.caption or Caption(rule=rule))
