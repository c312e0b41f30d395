"""Habits of wire copy: lines broken at a fixed width, quotation marks made of back quotes, end marks, sign-offs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from generator.extract.head.dateline import find_dateline
from generator.extract.lines import PROSE_WORDS, Line, count_words, ends_sentence
from generator.vocabulary.stamp_words import cut_by

# Agencies send lines of 58 to 80 characters; e-mail and editors wrap at 72 to 100.
_NARROWEST, _WIDEST = 40, 110
_NARROWEST_SHORT = 34
_LEAST_LINES = 4
# In a part of a text: so many breaks make a width.
_LEAST_JOINS = 2
_LONGEST_DATELINE = 60
# A line of an article's head begins anew, whatever the width above it.
_HEAD_LINE = re.compile(r"By [A-Z]|Source:|Author:|Editor:|(?:Last )?[Uu]pdated\b|Published\b")


def unwrap_lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Join the lines of each paragraph when the text, or a part of it, was broken at a fixed width.

    A line is joined to the one above when its first word would not have fitted there.
    """
    width = find_wrap_width(lines) or _find_short_width(lines)
    if width is None:
        return _unwrap_parts(lines)
    groups: list[list[Line]] = []
    above: Line | None = None
    margin = _find_margin(lines)
    for line in lines:
        if above is not None and _continues(above, line, width) and not _is_indented(above, line, margin):
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
    if not _are_unfinished(full):
        return None
    # A headline, a standfirst and a byline are unfinished too: what counts is where lines would be joined.
    pairs = pairwise(lines)
    return width if _are_unfinished([above for above, line in pairs if _continues(above, line, width)]) else None


def _find_short_width(lines: tuple[Line, ...]) -> int | None:
    """The width at which short paragraphs were broken: few lines are full, but sentences run on behind those."""
    if not lines or any(_printed_width(line) > _WIDEST for line in lines):
        return None
    pairs = [(above, line) for above, line in pairwise(lines) if not line.gap and not line.mark]
    broken = [(above, line) for above, line in pairs if _runs_on(above, line)]
    width = max((_printed_width(above) for above, _ in broken), default=0)
    if len(broken) < _LEAST_JOINS or width < _NARROWEST_SHORT:
        return None
    joins = [(above, line) for above, line in pairs if _continues(above, line, width)]
    full = sum(_runs_on(*pair) for pair in joins)
    return width if full >= 0.8 * len(broken) and full >= 0.6 * len(joins) else None


def _are_unfinished(lines: list[Line]) -> bool:
    return sum(1 for line in lines if not ends_sentence(line.text)) >= 0.6 * len(lines)


def _unwrap_parts(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Join the lines of the paragraphs that were broken at a fixed width, among others that are one line each."""
    parts = _find_parts(lines)
    broken = {part: width for part in parts if (width := _find_part_width(lines[part.start : part.stop]))}
    if not broken:
        return lines
    widest = max(broken.values())
    joined: list[Line] = []
    for part in parts:
        width = broken.get(part, widest)
        group: list[Line] = []
        for line in lines[part.start : part.stop]:
            if group and not (_continues(group[-1], line, width) and (part in broken or _runs_on(group[-1], line))):
                joined.append(_join(group))
                group = []
            group.append(line)
        joined.append(_join(group))
    return tuple(joined)


def _find_parts(lines: tuple[Line, ...]) -> list[range]:
    """Lines that stand close together; one too long to have been broken stands alone."""
    wide = [_printed_width(line) > _WIDEST for line in lines]
    starts = [at for at, line in enumerate(lines) if at == 0 or line.gap or line.mark or wide[at] or wide[at - 1]]
    return [range(start, end) for start, end in pairwise((*starts, len(lines)))]


def _find_part_width(lines: tuple[Line, ...]) -> int | None:
    """The width at which lines that stand together were broken: most of them run on within a sentence."""
    width = max(_printed_width(line) for line in lines)
    if len(lines) <= _LEAST_JOINS or width < _NARROWEST:
        return None
    joins = [(above, line) for above, line in pairwise(lines) if _continues(above, line, width)]
    sure = len(joins) >= _LEAST_JOINS and sum(_runs_on(*pair) for pair in joins) >= 0.6 * len(joins)
    return width if sure else None


def _runs_on(above: Line, line: Line) -> bool:
    return line.text[:1].islower() and not ends_sentence(above.text)


def _printed_width(line: Line) -> int:
    return line.indent + len(line.printed)


def _continues(above: Line, line: Line, width: int) -> bool:
    if line.gap or line.mark or line.indent > above.indent + (3 if above.mark else 0) or _HEAD_LINE.match(line.text):
        return False
    first_word = line.text.split(" ", 1)[0]
    return _printed_width(above) + 1 + len(first_word) > width - 3


def _find_margin(lines: tuple[Line, ...]) -> int:
    """The indentation of the lines within paragraphs: where sentences run on further out, else what most have."""
    outer = Counter(line.indent for above, line in pairwise(lines) if line.indent < above.indent and not line.gap)
    inner = Counter(line.indent for line in lines if not line.gap and not line.mark)
    if outer and (indent := min(outer)) < min(inner, key=lambda at: (-inner[at], at)) and outer[indent] >= _LEAST_JOINS:
        return indent
    return max(inner, key=lambda indent: (inner[indent], -indent), default=0)


def _is_indented(above: Line, line: Line, margin: int) -> bool:
    """Whether two lines that are set in as the first lines of paragraphs are set in each begin one."""
    return margin < line.indent == above.indent and not above.mark and ends_sentence(above.text)


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


def join_datelines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """A dateline alone on its line, `NEW PORTSEA (Sample Wire)`, joined to the paragraph below it."""
    joined: list[Line] = []
    above: Line | None = None
    for line in lines:
        if above is not None and not line.mark and count_words(line.text) >= PROSE_WORDS and _is_dateline(above.text):
            inner = tuple((at + len(above.text) + 1, number) for at, number in line.joins)
            whole = f"{above.text} {line.text}"
            line = replace(above, text=whole, joins=((len(above.text) + 1, line.number), *inner))
            joined.pop()
        joined.append(line)
        above = line
    return tuple(joined)


def _is_dateline(text: str) -> bool:
    if len(text) > _LONGEST_DATELINE or not text.endswith((")", "-", "–", "—")):
        return False
    if "(" not in text and "—" not in text:
        return False
    if cut_by(text) != text:
        return False
    dateline = find_dateline(f"{text} A")
    return dateline is not None and dateline.agency is not None and dateline.end == len(text) + 1


def mend_quotes(text: str) -> str:
    """Back quotes and doubled apostrophes, as teleprinters sent them, to quotation marks."""
    first, *pieces = text.split("``")
    return first + "".join("“" + piece.replace("''", "”", 1) for piece in pieces)
