"""Footnotes as text: a number in brackets where the note is called for, and the notes at the end.

A note written where it is called for, `^[like this]`, is one too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.dialect.fences import is_code

_NOTE = re.compile(r" {0,3}\[\^([^\[\]\s]{1,60})\]:[ \t]*")
# A note called for, or code, in which nothing is.
_CALL = re.compile(r"(`[^`]{1,300}`)|(?<!\\)\[\^([^\[\]\s]{1,60})\](?!:)")
_INLINE = re.compile(r"(`[^`]{1,300}`|\\.)|\^\[((?:[^\[\]\n]|\[[^\[\]\n]{0,300}\]){1,1000})\](?!\^)")
_OURS = "inline-note-"


class Renamed(NamedTuple):
    """A label that became a number, and the line, from 0, that it stood on."""

    line: int
    label: str


def write_footnotes(text: str) -> tuple[str, tuple[Renamed, ...]]:
    r"""The text with `[^1]` as `\[1]`, its notes below all else, and what is no longer said.

    Labels that are numbers stay; where one is a word, all are counted in the order they are called for. What has no
    note, and a note that nothing calls for, stand as they are, but for the sign.
    """
    if "[^" not in text and "^[" not in text:
        return text, ()
    lines = text.split("\n")
    if "^[" in text:
        _part_inline(lines)
    code = is_code(lines)
    notes = _find_notes(lines, code)
    if not notes:
        return text, ()
    numbers = _count(lines, code, notes)
    renamed: list[Renamed] = []
    kept: list[str] = []
    ends: list[tuple[int, str]] = []
    at = 0
    while at < len(lines):
        if at in notes:
            label, first, end = notes[at]
            written = [_write(first, numbers, renamed, at)]
            written += [_write(line.removeprefix("    "), numbers, renamed, at) for line in lines[at + 1 : end]]
            if numbers[label] != label and not label.startswith(_OURS):
                renamed.append(Renamed(at, label))
            note = f"\\[{numbers[label]}] " + "\n".join(written).strip()
            ends.append((int(numbers[label]) if _OURS + "1" in numbers else 0, note))
            at = end
            while at < len(lines) and not lines[at].strip() and not (kept and kept[-1].strip()):
                at += 1
        else:
            kept.append(lines[at] if code[at] else _write(lines[at], numbers, renamed, at))
            at += 1
    # Those that stood in the text are put where they are counted; the others stay as they were written.
    ends.sort(key=lambda pair: pair[0])
    return "\n\n".join(("\n".join(kept).rstrip(), *(note for _, note in ends))).lstrip("\n"), tuple(renamed)


def _part_inline(lines: list[str]) -> None:
    """Write notes that stand in the text as notes below it."""
    notes: list[str] = []

    def call(match: re.Match[str]) -> str:
        if match[1]:
            return match[0]
        notes.append(match[2])
        return f"[^{_OURS}{len(notes)}]"

    for at, (line, code) in enumerate(zip(lines, is_code(lines), strict=True)):
        if "^[" in line and not code:
            lines[at] = _INLINE.sub(call, line)
    for number, note in enumerate(notes, 1):
        lines.extend(("", f"[^{_OURS}{number}]: {note.strip()}"))


def _find_notes(lines: list[str], code: list[bool]) -> dict[int, tuple[str, str, int]]:
    """The notes by their first line: label, what stands beside it, and the line below the note."""
    notes: dict[int, tuple[str, str, int]] = {}
    at = 0
    while at < len(lines):
        match = None if code[at] else _NOTE.match(lines[at])
        end = at + 1
        if match:
            end = _end_of_note(lines, code, end)
            notes[at] = (match[1], lines[at][match.end() :], end)
        at = end
    return notes


def _end_of_note(lines: list[str], code: list[bool], at: int) -> int:
    """A note goes on to the next blank line, and over it where the text is indented."""
    end = at
    while at < len(lines) and not code[at] and not _NOTE.match(lines[at]):
        if lines[at].strip():
            if at > end and not lines[at].startswith(("    ", "\t")):
                break
            end = at + 1
        at += 1
    return end


def _count(lines: list[str], code: list[bool], notes: dict[int, tuple[str, str, int]]) -> dict[str, str]:
    labels = dict.fromkeys(label for label, _, _ in notes.values())
    if all(label.isdigit() for label in labels):
        return {label: label for label in labels}
    called = (match[2] for at, line in enumerate(lines) if not code[at] for match in _CALL.finditer(line))
    order = dict.fromkeys((*(label for label in called if label in labels), *labels))
    return {label: str(number) for number, label in enumerate(order, 1)}


def _write(line: str, numbers: dict[str, str], renamed: list[Renamed], at: int) -> str:
    def write_call(match: re.Match[str]) -> str:
        if match[1] or match[2] not in numbers:
            return match[0]
        if numbers[match[2]] != match[2] and not match[2].startswith(_OURS):
            renamed.append(Renamed(at, match[2]))
        return f"\\[{numbers[match[2]]}]"

    return _CALL.sub(write_call, line) if "[^" in line else line
