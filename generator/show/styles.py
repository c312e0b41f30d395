"""The few styles that an article is printed in, and which stretches of its text have one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import EntityKind, Span

QUIET = "dim"
"""Labels, marks, and what is said beside a value."""
COLOURS: Mapping[EntityKind, str] = {"person": "cyan", "place": "green", "organisation": "magenta"}
DATE, QUOTE, LOOK = "yellow", "italic", "yellow"
"""A time in the text, words quoted, what a person should look at."""


@dataclass(frozen=True, slots=True)
class Styles:
    """What is set in a style, in order: a later style is laid over an earlier one."""

    marks: tuple[tuple[Span, str], ...] = ()
