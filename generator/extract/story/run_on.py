"""A first line that a page's headline, standfirst and picture were run together in: parted before its caption.

The lines of a pasted text come in and go out; where the first is parted, its two pieces stand on the same raw line.
"""

from __future__ import annotations

from dataclasses import replace

from generator.extract.head.credits import read_caption
from generator.extract.head.headline_parts import find_caption_start, find_small_words
from generator.extract.lines import Line, count_words

# A caption alone, or a headline alone, is shorter.
_LEAST_WORDS = 18
_OPENING = 8


def part_run_on(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, the first parted in two where it holds a headline and a caption."""
    if len(lines) < 2 or lines[0].mark or lines[0].joins or count_words(lines[0].text) < _LEAST_WORDS:
        return lines
    first = lines[0]
    caption = read_caption(first.text)
    if caption is None or caption.credit is None:
        return lines
    at = find_caption_start(first.text, find_small_words(line.text for line in lines[1 : 1 + _OPENING]))
    if at is None or read_caption(first.text[at:]) is None:
        return lines
    return (replace(first, text=first.text[:at].rstrip()), replace(first, text=first.text[at:], gap=False), *lines[1:])
