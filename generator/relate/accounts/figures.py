"""The figures of a story's lines, each line read but once. In: a line. Out: its quantities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.relate.accounts.line import Line
from generator.relate.accounts.quantities import Quantity, find_quantities


class Figures:
    """Reads the lines of one story, whose reports are of the days from `first` to `last`."""

    def __init__(self, first: date | None, last: date | None) -> None:
        self._first, self._last = first, last
        self._read: dict[tuple[int, int], Sequence[Quantity]] = {}

    def of(self, line: Line) -> Sequence[Quantity]:
        """The quantities of a line."""
        place = line.telling, line.start
        if place not in self._read:
            self._read[place] = tuple(find_quantities(line, self._first, self._last))
        return self._read[place]
