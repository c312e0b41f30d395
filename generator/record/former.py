"""The former text of an article whose raw file changed: two documents in, what keeps the former, and where, out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container
from dataclasses import replace
from datetime import datetime
from itertools import count

from generator.model import Document, VersionOf

_TARGET = re.compile(r"\]\([^()\n]{0,2000}\)")
_LENGTH_OF_ID = 12


def is_same_text(one: Document, other: Document) -> bool:
    """Whether two documents say the same to a reader: their words and signs, however set, wherever their links lead."""
    return _plain(one) == _plain(other)


def _plain(document: Document) -> tuple[str, ...]:
    parts = (document.title or "", document.deck or "", _TARGET.sub("]", document.body))
    return tuple(" ".join(part.translate(_UNSET).split()) for part in parts)


_UNSET = str.maketrans("", "", "*_`#>[]\\")
"""What sets a text in Markdown, and says nothing."""


def make_former(before: Document, number: int, until: datetime | None) -> Document:
    """The document that keeps the text of `before`, an article with an id, after another text took its place.

    It names no raw file: the one it came from holds another text now. Its id is made of the article's and of the text.
    """
    said = "\n".join((before.id or "", str(number), *_plain(before)))
    return replace(
        before,
        id=hashlib.sha256(said.encode()).hexdigest()[:_LENGTH_OF_ID],
        version_of=VersionOf(article=before.id or "", number=number, until=until),
        origin=None,
        review=(),
    )


def choose_former_path(path: str, first: int, taken: Container[str]) -> tuple[str, int]:
    """`articles/2015/12/slug.v1.md` beside `slug.md`, with the first number from `first` that is free."""
    stem = path.removesuffix(".md")
    number = next(n for n in count(first) if f"{stem}.v{n}.md" not in taken)
    return f"{stem}.v{number}.md", number
