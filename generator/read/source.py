"""What a reader is given: one decoded file."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file of the inbox as text, line endings made one kind."""

    origin: Origin
    text: str
    day_first: bool = True
    """How a day such as 03/04/2015 is read."""
