"""Photo galleries: each line is a caption that begins with the gallery's name, "Photos: Harbour storm The wall …".

Or the name stands on a line of its own above each caption.
"""

from __future__ import annotations

import re
from collections import Counter

from generator.extract.lines import Line
from generator.extract.receipt import take_line, take_start
from generator.model import Removed

_CUE = re.compile(r"(?:photos|pictures|images|gallery|in pictures|slideshow|photo gallery)\s?[:|-]\s", re.IGNORECASE)
_LEAST_LINES = 3


def strip_captions_heading(lines: tuple[Line, ...]) -> tuple[str | None, tuple[Line, ...], tuple[Removed, ...]]:
    """The gallery's name, and its lines without it; lines of anything else as they are."""
    named = [line for line in lines if _CUE.match(line.text)]
    texts = [line.text for line in named]
    if len(named) >= _LEAST_LINES and (alone := _find_alone(texts)) is not None:
        kept = tuple(line for line in lines if line.text != alone)
        return _read_name(alone), kept, tuple(take_line(line, "gallery-name") for line in named if line.text == alone)
    if len(named) < _LEAST_LINES or 2 * len(named) < len(lines):
        return None, lines, ()
    shared = _shared_start(min(texts), max(texts))
    shared = _end_before_sentence(shared, texts)
    title = _read_name(shared)
    if not title:
        return None, lines, ()
    stripped, removed = [], []
    for line in lines:
        if line.text.startswith(shared):
            line, entry = take_start(line, len(shared), "gallery-name")
            removed.append(entry)
        if line.text:
            stripped.append(line)
    return title, tuple(stripped), tuple(removed)


def _find_alone(texts: list[str]) -> str | None:
    """The gallery's name, when it is all of most of its lines."""
    (name, count), *_ = Counter(texts).most_common(1)
    return name if count >= _LEAST_LINES and 2 * count > len(texts) and _read_name(name) else None


def _read_name(shared: str) -> str:
    return _halve(_CUE.sub("", shared, count=1).strip(" -–—|"))


def _halve(name: str) -> str:
    """Once a name that stands twice: `Harbour storm Harbour storm`."""
    half = len(name) // 2
    return name[:half] if name[:half] == name[half + 1 :] and name[half : half + 1] == " " else name


def _shared_start(first: str, last: str) -> str:
    """What all of a sorted list begin with is what its first and last begin with."""
    for index, (one, other) in enumerate(zip(first, last, strict=False)):
        if one != other:
            return first[:index]
    return first


def _end_before_sentence(shared: str, texts: list[str]) -> str:
    """The name ends where each caption's own first word, with a capital, begins."""
    while shared and not all(
        len(text) > len(shared) and shared[-1] == " " and not text[len(shared)].islower() for text in texts
    ):
        shared = shared[:-1].rpartition(" ")[0] + " " if " " in shared[:-1] else ""
    return shared
