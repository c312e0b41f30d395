"""Habits of wire copy: lines broken at a fixed width, quotation marks made of back quotes, end marks, sign-offs."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from generator.extract.lines import Line, count_words, ends_sentence

# Agencies send lines of 58 to 80 characters; e-mail and editors wrap at 72 to 100.
_NARROWEST, _WIDEST = 40, 110
_LEAST_LINES = 4


def unwrap_lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Join the lines of each paragraph when the text was broken at a fixed width; else the lines as they are.

    A line is joined to the one above when its first word would not have fitted there.
    """
    width = find_wrap_width(lines)
    if width is None:
        return lines
    groups: list[list[Line]] = []
    above: Line | None = None
    for line in lines:
        if above is not None and _continues(above, line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
        above = line
    return tuple(_join(group) for group in groups)


def find_wrap_width(lines: tuple[Line, ...]) -> int | None:
    """The width at which a text was broken, or None when its lines are paragraphs."""
    inner = [above for above, line in pairwise(lines) if not line.gap and not line.mark]
    full = [line for line in inner if _printed_width(line) >= _NARROWEST and count_words(line.text) > 3]
    if len(full) < _LEAST_LINES or len(full) < 0.5 * len(inner):
        return None
    widths = sorted(_printed_width(line) for line in full)
    width = widths[-1 - len(widths) // 50]
    if width > _WIDEST:
        return None
    unfinished = sum(1 for line in full if not ends_sentence(line.text))
    return width if unfinished >= 0.6 * len(full) else None


def _printed_width(line: Line) -> int:
    return line.indent + len(line.printed)


def _continues(above: Line, line: Line, width: int) -> bool:
    if line.gap or line.mark or line.indent > above.indent + (3 if above.mark else 0):
        return False
    first_word = line.text.split(" ", 1)[0]
    return _printed_width(above) + 1 + len(first_word) > width - 3


def _join(group: list[Line]) -> Line:
    parts = [group[0].text]
    joins, at = [], len(group[0].text)
    for line in group[1:]:
        # "long-" + "term": a word divided at its own hyphen; agencies do not hyphenate otherwise.
        broken = parts[-1][-1:] == "-" and parts[-1][-2:-1].isalnum() and line.text[:1].islower()
        joins.append((at if broken else at + 1, line.number))
        parts.append(line.text if broken else f" {line.text}")
        at += len(parts[-1])
    return replace(group[0], text="".join(parts), joins=tuple(joins))


def mend_quotes(text: str) -> str:
    """Back quotes and doubled apostrophes, as teleprinters sent them, to quotation marks."""
    first, *pieces = text.split("``")
    return first + "".join("“" + piece.replace("''", "”", 1) for piece in pieces)
