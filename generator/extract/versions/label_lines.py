"""What the wire says of a version on lines of its own: labels, notes to editors, an embargo.

A text comes in; the text with these lines left blank (so that all others keep their numbers), what they say, and the
receipt go out. Labels and notes stand at the head of a text, notes at its foot too. The words are data, in labels.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.versions.embargo import find_embargo, is_embargo
from generator.extract.versions.label_rules import load_label_rules
from generator.extract.versions.labels import (
    EMBARGO,
    KILL,
    is_withdrawal,
    read_label_line,
    read_note,
    read_slug,
    takes_back,
)
from generator.model import Removed

RULE, EMBARGO_RULE = "label", "embargo"

_HEAD, _FOOT = 14, 8
"""Lines with something on them, at either end of a text, that are looked at."""
_PROSE = 160
"""A line as long as this is a paragraph; below the second there is no head any more."""
_LONGEST = 400
_LONGEST_NOTE, _LONGEST_LABEL = 1200, 200
"""Characters of a paragraph for editors; of what is kept of it as a label, the receipt holds it all."""
_MOST_LINES = 5
"""Lines of one note, where copy is broken at a fixed width."""
_RUN_IN = re.compile(r"\s*(?P<note>\([^()\[\]]{2,250}\))\s*(?=\S)")
_MARKS = "*_ \t>#"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelLines:
    """A text without these lines, and what they say."""

    text: str
    labels: tuple[str, ...] = ()
    embargo: str | None = None
    """The line that states it."""
    removed: tuple[Removed, ...] = ()


def take_label_lines(text: str, numbered: bool = True) -> LabelLines:
    """Read and blank the lines. `numbered`: the receipt counts lines of this text; else it knows no lines."""
    lines = text.split("\n")
    taken = _Taken(lines, numbered)
    head, foot = _find_ends(lines)
    for at in head:
        taken.read_head(at)
    for at in foot:
        taken.read_foot(at)
    return LabelLines(
        text="\n".join(lines) if taken.removed else text,
        labels=tuple(dict.fromkeys(taken.labels)),
        embargo=taken.embargo,
        removed=tuple(taken.removed),
    )


def _find_ends(lines: list[str]) -> tuple[list[int], list[int]]:
    """Places of the first lines, down to the second paragraph, and of the last ones."""
    head: list[int] = []
    paragraphs = 0
    for at in _filled(lines, range(len(lines))):
        head.append(at)
        paragraphs += len(lines[at]) >= _PROSE
        if len(head) == _HEAD or paragraphs == 2:
            break
    foot: list[int] = []
    for at in _filled(lines, range(len(lines) - 1, head[-1] if head else -1, -1)):
        foot.append(at)
        if len(foot) == _FOOT:
            break
    return head, foot[::-1]


def _filled(lines: list[str], places: range) -> Iterator[int]:
    return (at for at in places if lines[at].strip())


class _Taken:
    """Goes over lines, blanks those that say something of the version, and keeps what they say."""

    def __init__(self, lines: list[str], numbered: bool) -> None:
        self._lines, self._numbered = lines, numbered
        self.labels: list[str] = []
        self.embargo: str | None = None
        self.removed: list[Removed] = []

    def read_head(self, at: int) -> None:
        line = self._lines[at]
        shown = _plain(line[:_LONGEST])
        if not shown:
            return
        if len(line) <= _LONGEST and is_embargo(shown):
            self._take_embargo(at, shown)
        elif len(line) <= _LONGEST and is_withdrawal(shown):
            self._take(at, at + 1, (KILL,), RULE)
        elif not self._take_note(at, shown, bare=True):
            if labels := read_label_line(shown):
                self._take(at, at + 1, labels, RULE)
            else:
                self.labels += read_slug(shown)
                self._take_run_in(at)

    def read_foot(self, at: int) -> None:
        shown = _plain(self._lines[at][:_LONGEST])
        if len(self._lines[at]) <= _LONGEST and is_embargo(shown, surely=True):
            self._take_embargo(at, shown)
        elif shown:
            self._take_note(at, shown, bare=False)

    def _take_embargo(self, at: int, shown: str) -> None:
        self.embargo = self.embargo or shown
        self._take(at, at + 1, (EMBARGO,), EMBARGO_RULE)

    def _take_note(self, at: int, shown: str, bare: bool) -> bool:
        """A note in brackets, or one that needs none; either may go on over the next lines."""
        for end in self._ends(at) if shown.startswith(("(", "[")) else ():
            if labels := read_note(self._join(at, end)):
                self._read_embargo(self._join(at, end))
                self._take(at, end, labels, RULE)
                return True
        if not bare or len(self._lines[at]) > _LONGEST_NOTE or not load_label_rules().bare_note.match(shown):
            return False
        end = next((end for end in self._ends(at) if self._join(at, end)[-1:] in ".!/"), at + 1)
        while end < min(at + _MOST_LINES, len(self._lines)) and self._goes_on(end):
            end += 1
        note = self._join(at, end).strip(" /")
        self._read_embargo(note)
        self._take(at, end, (*((KILL,) if takes_back(note) else ()), f"({_clip(note)})"), RULE)
        return True

    def _read_embargo(self, note: str) -> None:
        if found := find_embargo(note):
            self.embargo = self.embargo or found
            self.labels.append(EMBARGO)

    def _goes_on(self, at: int) -> bool:
        """Whether a line below a note says more to editors."""
        return load_label_rules().note_goes_on.match(_plain(self._lines[at][:_LONGEST])) is not None

    def _ends(self, at: int) -> Iterator[int]:
        """Where what begins on a line may end: on it, or on one of the next that no blank line parts from it."""
        for end in range(at, min(at + _MOST_LINES, len(self._lines))):
            if not self._lines[end].strip():
                return
            yield end + 1

    def _join(self, start: int, end: int) -> str:
        return " ".join(_plain(line[:_LONGEST]) for line in self._lines[start:end])

    def _take_run_in(self, at: int) -> None:
        """A note in brackets right before the text of its line."""
        match = _RUN_IN.match(self._lines[at][: _LONGEST * 2])
        labels = read_note(match["note"]) if match else ()
        if match and labels:
            self.labels += labels
            self._record(at, match["note"], RULE)
            self._lines[at] = self._lines[at][match.end() :]

    def _take(self, start: int, end: int, labels: tuple[str, ...], rule: str) -> None:
        self.labels += labels
        for at in range(start, end):
            if self._lines[at].strip():
                self._record(at, self._lines[at].strip(), rule)
            self._lines[at] = ""

    def _record(self, at: int, text: str, rule: str) -> None:
        self.removed.append(Removed(line=at + 1 if self._numbered else 0, text=text, rule=rule))


def _clip(note: str) -> str:
    """The first sentences of a note that have room in a label."""
    if len(note) <= _LONGEST_LABEL:
        return note
    head = note[:_LONGEST_LABEL]
    return head[: end + 1] if (end := head.rfind(". ")) > 0 else head.rpartition(" ")[0] + " …"


def _plain(line: str) -> str:
    """A line without the signs of emphasis around it and the escapes that Markdown has in it."""
    return line.replace("\\", "").strip(_MARKS)
