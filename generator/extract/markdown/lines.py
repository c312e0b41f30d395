"""Cuts in a Markdown text: the lines that are left with the numbers they had, and the receipt, go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from generator.model import Removed


class Line(NamedTuple):
    """A line and its number in the raw text, from 1."""

    number: int
    text: str


class Cut(NamedTuple):
    """A stretch of the text and what stands in its place; `told` is what the receipt says of it."""

    start: int
    end: int
    rule: str
    told: str
    instead: str = ""


def cut_out(lines: Sequence[Line], cuts: Iterable[Cut]) -> tuple[list[Line], list[Removed]]:
    """The lines without the cuts, which come in order. A line of which nothing is left is blank."""
    page = _Page(lines)
    removed = [page.cut(cut) for cut in cuts]
    return page.finish(), [entry for entry in removed if entry.text]


class _Page:
    """The text written anew; `at` is how far it has come."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._text = "\n".join(line.text for line in lines)
        self._starts = list(accumulate((len(line.text) + 1 for line in lines), initial=0))
        self._row = self._at = 0
        self._parts: list[str] = []
        self._number = lines[0].number if lines else 1
        self._cut_here = self._bare_end = self._after_cut = False
        self._out: list[Line] = []

    def cut(self, cut: Cut) -> Removed:
        self._copy(cut.start)
        entry = Removed(line=self._lines[self._row].number, text=cut.told, rule=cut.rule)
        self._cut_here = True
        for piece, ended in _pieces(cut.instead):
            if piece:
                self._parts.append(piece)
            if ended:
                self._end_line()
                self._number = entry.line
        self._skip(cut.end)
        if not cut.instead and cut.told:
            self._close_gap()
        return entry

    def finish(self) -> list[Line]:
        self._copy(len(self._text))
        self._end_line()
        return self._out

    def _copy(self, end: int) -> None:
        while self._at < end:
            stop = min(end, self._starts[self._row + 1] - 1)
            if self._at < stop:
                self._parts.append(self._text[self._at : stop])
                self._bare_end = False
            self._at = stop
            if stop < end:
                self._end_line()
                self._at += 1
                self._row += 1
                self._number = self._lines[self._row].number

    def _skip(self, end: int) -> None:
        while self._starts[self._row + 1] <= end and self._row + 1 < len(self._lines):
            self._row += 1
        self._at = end

    def _close_gap(self) -> None:
        """Of the spaces on both sides of what was taken, those on one side go."""
        before = self._parts[-1][-1:] if self._parts else ""
        self._bare_end = True
        if before not in ("", " "):
            return
        end = self._at
        while self._text[end : end + 1] in (" ", "\t"):
            end += 1
        self._at = end
        if before and self._text[end : end + 1] in tuple(".,;:!?"):
            self._parts[-1] = self._parts[-1].rstrip()

    def _end_line(self) -> None:
        text = "".join(self._parts)
        blank_above = not self._out or not self._out[-1].text.strip()
        if self._bare_end:
            text = text.rstrip()
        if text.strip():
            self._after_cut = False
        elif self._cut_here or self._after_cut:
            self._after_cut = True
        if text.strip() or not (self._after_cut and blank_above):
            self._out.append(Line(self._number, text))
        self._parts.clear()
        self._cut_here = self._bare_end = False


def _pieces(text: str) -> Iterable[tuple[str, bool]]:
    """The lines of a text, and whether each is ended."""
    lines = text.split("\n")
    return [(line, at + 1 < len(lines)) for at, line in enumerate(lines)]
