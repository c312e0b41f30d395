"""The archived documents of a feed (RFC 5005, section 4). In: its entries' moments, newest first. Out: the pieces.

A reader that follows them has all that was ever in the feed. They are cut from the oldest on, within calendar years:
newer articles add pieces and change none. What is archived is never among the newest, so that a report that comes a
little late changes none either; the feed itself holds what is in no piece, and repeats some of what is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePiece:
    """The entries from `start` to `stop` of the feed, newest first. `name` is in its address: `2015-1`."""

    name: str
    start: int
    stop: int


def cut_archive(moments: Sequence[datetime], most: int) -> tuple[ArchivePiece, ...]:
    """The pieces, the oldest first. `most` is how many entries the feed itself holds.

    Half as many are in a piece and the other half is kept back, so that the feed and its pieces leave no gap.
    """
    if len(moments) <= most:
        return ()
    size = max(1, most // 2)
    kept_back = most - size
    newest = max(moment.year for moment in moments)
    pieces: list[ArchivePiece] = []
    stop = len(moments)
    for year, group in groupby(sorted(moment.year for moment in moments)):
        left = sum(1 for _ in group)
        for number in range(1, -(-left // size) + 1):
            held = min(size, left)
            if stop - held < kept_back or (held < size and year == newest):
                return tuple(pieces)
            pieces.append(ArchivePiece(name=f"{year}-{number}", start=stop - held, stop=stop))
            stop, left = stop - held, left - held
    return tuple(pieces)
