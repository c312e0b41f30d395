"""The cleaning receipt for people: what was removed from a raw text, rule by rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Removed

_MARGIN = 10
"""Columns for the line numbers."""
_LEAST_ROOM = 20


def receipt_lines(removed: Sequence[Removed], width: int) -> Iterator[str]:
    """The rules in the order in which they first took something, each with what it took; long texts are clipped."""
    if not removed:
        yield "nothing was removed"
        return
    groups: dict[str, list[Removed]] = {}
    for entry in removed:
        groups.setdefault(entry.rule, []).append(entry)
    yield f"removed: {_count(len(removed), 'line or part of one', 'lines or parts')} by {_count(len(groups), 'rule')}"
    for rule, entries in groups.items():
        yield f"  {rule}" + (f" ({len(entries)})" if len(entries) > 1 else "")
        for entry in entries:
            text = " ".join(entry.text.split())
            room = max(_LEAST_ROOM, width - _MARGIN)
            yield f"{entry.line or '·':>{_MARGIN - 2}}  {text if len(text) <= room else text[: room - 1] + '…'}"


def _count(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"
