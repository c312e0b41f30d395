"""Which lines of a Markdown text are fenced code."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FENCE = re.compile(r"[ \t]*(`{3,}(?=[^`]*\Z)|~{3,})")


def find_fences(lines: Sequence[str]) -> list[tuple[int, int]]:
    """First line and last of each fenced block. A fence that nothing closes is text, as Python-Markdown has it."""
    blocks = []
    at = 0
    # A fence of this sign and length is closed by nothing that follows; nor is a longer one.
    unclosed: dict[str, int] = {}
    while at < len(lines):
        match = _FENCE.match(lines[at])
        if match and len(match[1]) < unclosed.get(match[1][0], len(match[1]) + 1):
            if end := _find_end(lines, at, match[1]):
                blocks.append((at, end))
                at = end
            else:
                unclosed[match[1][0]] = len(match[1])
        at += 1
    return blocks


def _find_end(lines: Sequence[str], start: int, fence: str) -> int | None:
    for at in range(start + 1, len(lines)):
        line = lines[at].strip()
        if line.startswith(fence) and not line.strip(fence[0]):
            return at
    return None


def is_code(lines: Sequence[str]) -> list[bool]:
    """For each line, whether it is fenced code or a fence."""
    marks = [False] * len(lines)
    for start, end in find_fences(lines):
        marks[start : end + 1] = [True] * (end + 1 - start)
    return marks
