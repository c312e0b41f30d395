"""The cleaning receipt of a text: the only place where a line or a part of one is taken out of it.

A line comes in; what is left of it and the entry of the receipt for what was taken go out together, so that nothing
can be taken without being told, told twice, or told with words that were not in the line. A line joined from several
raw lines remembers where each begins: an entry names the raw line on which its own words begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import unescape

from generator.extract.lines import Line
from generator.model import Removed

# A finished body has few lines that are none of it; where it has more, the raw text is no article.
_MOST_LOOSE = 50


def take_line(line: Line, rule: str) -> Removed:
    """The entry for a whole line."""
    return Removed(line=line.number, text=line.printed, rule=rule)


def take_start(line: Line, end: int, rule: str) -> tuple[Line, Removed]:
    """The line without `text[:end]`, and the entry for that."""
    rest = line.text[end:].lstrip()
    entry = Removed(line=line.number, text=line.text[:end].strip(), rule=rule)
    return _cut(line, len(line.text) - len(rest), len(line.text)), entry


def take_end(line: Line, start: int, rule: str) -> tuple[Line, Removed]:
    """The line without `text[start:]`, and the entry for that."""
    taken = line.text[start:].strip()
    number = line.number_at(len(line.text) - len(line.text[start:].lstrip()))
    return _cut(line, 0, len(line.text[:start].rstrip())), Removed(line=number, text=taken, rule=rule)


def _cut(line: Line, start: int, end: int) -> Line:
    """`text[start:end]` as a line."""
    joins = tuple((at - start, number) for at, number in line.joins if start < at < end)
    return replace(line, number=line.number_at(start), text=line.text[start:end], joins=joins)


def find_lines(removed: Sequence[Removed], text: str) -> tuple[Removed, ...]:
    """Entries taken off a finished body, which know no line (0), with the line of the raw text that they stand on.

    That is the first which begins with the entry's words, or ends with what it begins with, and is not told already.
    """
    loose = [entry for entry in removed if not entry.line]
    if not 0 < len(loose) <= _MOST_LOOSE:
        return tuple(removed)
    lines = [_letters(line) for line in text.split("\n")]
    told = {(entry.line, entry.text) for entry in removed}
    found = []
    for entry in removed:
        if not entry.line:
            wanted = _letters(entry.text)
            number = next(
                (n for n, line in enumerate(lines, 1) if _begins(wanted, line) and (n, entry.text) not in told), 0
            )
            told.add((number, entry.text))
            entry = replace(entry, line=number)
        found.append(entry)
    return tuple(sorted(found, key=lambda entry: entry.line))


def _begins(wanted: str, line: str) -> bool:
    return bool(line) and (wanted in line or wanted.startswith(line))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unescape(text)))
