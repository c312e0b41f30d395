"""Raw text = body + receipt: every letter of the raw text is in the body or in the receipt, once, in its place.

An entry of the receipt must stand in the raw text, beginning on the line it names. What is left of the raw text when
all entries are taken out of it must be the body, letter for letter and in order.
"""

from __future__ import annotations

import html
import re

from generator.model import Extraction
from generator.record.body import render_body

_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s")


def letters(text: str) -> str:
    """What must be kept: letters and figures; not signs, white space and how entities are written."""
    return "".join(c for c in html.unescape(text) if c.isalnum())


def find_faults(raw: str, extraction: Extraction, body: str | None = None) -> list[str]:
    """What is wrong with the receipt, in words; empty when nothing is. `body` is what a reader sees of the body."""
    body = render_body(extraction.document.body).text if body is None else body
    lines = raw.split("\n")
    printed = [letters(line) for line in lines]
    starts = [0]
    for line in printed:
        starts.append(starts[-1] + len(line))
    whole = "".join(printed)
    choices = []
    for first in (True, False):
        taken, faults = _take(whole, starts, extraction, first=first)
        if not faults:
            faults = _compare(whole, starts, lines, taken, letters(body))
        if not faults:
            return []
        choices.append(faults)
    return min(choices, key=len)


def _take(whole: str, starts: list[int], extraction: Extraction, *, first: bool) -> tuple[bytearray, list[str]]:
    """Mark what the entries take; of equal stretches on one line, the first or the last that is free."""
    taken, faults = bytearray(len(whole)), []
    for entry in extraction.removed:
        text = letters(entry.text)
        if not text:
            continue
        if not 0 < entry.line < len(starts):
            faults.append(f"{entry}: the raw text has no such line")
            continue
        begin, end = starts[entry.line - 1], starts[entry.line]
        places = [
            at
            for at in range(begin, max(begin, end))
            if whole.startswith(text, at) and not any(taken[at : at + len(text)])
        ]
        if not places:
            faults.append(f"{entry}: does not begin on that line, or was taken twice: {whole[begin:end][:200]}")
            continue
        at = places[0 if first else -1]
        taken[at : at + len(text)] = b"\1" * len(text)
    return taken, faults


def _compare(whole: str, starts: list[int], lines: list[str], taken: bytearray, body: str) -> list[str]:
    """The rest of each line must be the body's next words; the number of a list item may be its mark."""
    at = 0
    for number, line in enumerate(lines):
        rest = "".join(whole[i] for i in range(starts[number], starts[number + 1]) if not taken[i])
        if not body.startswith(rest, at) and (mark := _NUMBER.match(line)):
            rest = rest.removeprefix(letters(mark[0]))
        if not body.startswith(rest, at):
            return [
                f"line {number + 1}: {rest!r} is neither in the receipt nor next in the body: {body[at : at + 80]!r}"
            ]
        at += len(rest)
    return [] if at == len(body) else [f"the body goes on with what is not in the raw text: {body[at : at + 80]!r}"]
