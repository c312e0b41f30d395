"""What a Markdown article says of its pictures: the words of captions come in, captions and credits go out."""

from __future__ import annotations

import html
from dataclasses import dataclass, field

from generator.extract.pages.pictures import once_each, split_caption


@dataclass(slots=True)
class Said:
    """Captions and credits in the order they were found."""

    _captions: list[str] = field(default_factory=list)
    _credits: list[str] = field(default_factory=list)

    def add_caption(self, text: str) -> None:
        """A caption, with or without the credit at its end."""
        caption, owners = split_caption(" ".join(html.unescape(text).split()))
        self._captions.extend([caption] if caption else [])
        self._credits.extend(owners)

    def add_credit(self, text: str) -> None:
        """Whose a picture is, with or without a label such as `Photo:`."""
        owner = " ".join(html.unescape(text).split())
        self._credits.extend((split_caption(owner)[1] or (owner,)) if owner else ())

    @property
    def captions(self) -> tuple[str, ...]:
        """Each caption once."""
        return tuple(dict.fromkeys(self._captions))

    @property
    def credits(self) -> tuple[str, ...]:
        """Each owner once."""
        return once_each(self._credits)
