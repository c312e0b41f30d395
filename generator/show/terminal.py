"""An article for people: `digest show`. What it says of itself, its text, what was understood, what was removed.

In colour on a terminal that has it; `NO_COLOR`, a pipe or a file gets plain text, in the same places.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console
from rich.text import Text

from generator.pipeline import Shown
from generator.show.body import body_lines
from generator.show.receipt import receipt_lines
from generator.show.styles import QUIET
from generator.show.understanding import Labelled, list_facts, list_understood, style_text

_WIDEST = 100
"""Longer lines are hard to read."""
_LABEL = 13
_GAP = 2
_LEAST_WIDTH = 20


def make_console(environment: Mapping[str, str] = os.environ) -> Console:
    """Standard output; with `NO_COLOR` there is no style of any kind, not colours alone."""
    return Console(highlight=False, color_system=None if environment.get("NO_COLOR") else "auto")


def print_shown(shown: Shown, path: str, console: Console | None = None) -> None:
    """Print one article of the file `path`."""
    console = console or make_console()
    for line in shown_lines(shown, path, console):
        console.print(line, soft_wrap=True)


def shown_lines(shown: Shown, path: str, console: Console) -> Iterator[Text]:
    """The lines to print, none longer than the terminal is wide but for tables and text set word for word."""
    article, width = shown.article.article, min(console.width, _WIDEST)
    yield Text(f"── {path} ".ljust(width, "─")[: max(width, len(path) + 4)], style=QUIET)
    yield Text()
    yield from Text(article.title, style="bold").wrap(console, width)
    if article.deck:
        yield from Text(article.deck, style="italic").wrap(console, width)
    yield Text()
    yield from _lay_labelled(list_facts(article), console, width)
    yield Text()
    yield from body_lines(article, style_text(shown.article), console, width)
    yield Text()
    understood = list(_lay_labelled(list_understood(shown.article), console, width))
    yield from understood
    yield from [Text()] if understood else []
    for line in receipt_lines(shown.removed, width):
        yield Text(line, style=QUIET)
    yield Text()


def _lay_labelled(values: Iterable[Labelled], console: Console, width: int) -> Iterator[Text]:
    """Labels in a column of their own, to the right; values beside them, further lines set in."""
    for label, value in values:
        before = Text(f"{label:>{_LABEL}}" + " " * _GAP, style=QUIET)
        for line in value.wrap(console, max(_LEAST_WIDTH, width - _LABEL - _GAP)):
            line.rstrip()
            yield Text.assemble(before, line)
            before = Text(" " * (_LABEL + _GAP))
