"""What was read of a story: its lines, and what those taken out of it and below it say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.extract.head.contributors import read_contributors
from generator.extract.head.sign_off import read_sign_off
from generator.extract.head.stamp import Stamp
from generator.extract.roles import RoledLine
from generator.model import Contributor, Removed


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The lines of the story, and what the lines taken out of it and below it say."""

    lines: tuple[RoledLine, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    authors: tuple[str, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    credits: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    source: str | None = None
    copyright: str | None = None
    copyright_line: str | None = None
    removed: tuple[Removed, ...] = ()

    def with_sign_off(self, text: str) -> Body:
        """The body with what an agency's closing line says."""
        return replace(
            self,
            authors=self.authors or read_sign_off(text),
            contributors=(*self.contributors, *read_contributors(text)),
        )
