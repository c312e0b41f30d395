"""What a reader is given, one decoded file, and what it gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from generator.model import Form, Origin, Problem, RawArticle

_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]{0,500}\?>\s*)?(?:<\?[^>]{0,500}\?>\s*|<!--.{0,5000}?-->\s*|<!DOCTYPE\s[^\[>]{0,1000}(?:\[[^\]]{0,5000}\]\s*)?>\s*){0,20}"
    r"<(?:[\w.-]{1,80}:)?(?P<name>[A-Za-z_][\w.-]{0,80})(?=[\s/>])(?P<attributes>[^>]{0,4000})",
    re.DOTALL,
)
_LOOK_WITHIN = 20_000

Readings: TypeAlias = tuple[RawArticle | Problem, ...]
"""The articles of one file in order; a `Problem` in the place of one that could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file of the inbox: its bytes, and the same as text with line endings made one kind and controls left out."""

    origin: Origin
    data: bytes
    text: str
    day_first: bool = True
    """How a day such as 03/04/2015 is read."""

    @property
    def path(self) -> str:
        """The file's name, for messages and to tell its form where the content does not."""
        return self.origin.path


@dataclass(frozen=True, slots=True)
class Reader:
    """One form of file: how it is recognised, and how it is read.

    `recognises` looks at the beginning only, and is called in the order of the readers. `read` raises UnreadableError
    when the whole file holds no article.
    """

    form: Form
    recognises: Callable[[Source], bool]
    read: Callable[[Source], Readings]


@dataclass(frozen=True, slots=True)
class Root:
    """The first element of an XML file: its local name and what stands in its tag."""

    name: str
    attributes: str


def find_root(text: str) -> Root | None:
    """The root element of a text that begins as XML does; None for any other."""
    match = _ROOT.match(text[:_LOOK_WITHIN])
    return Root(match["name"], match["attributes"]) if match else None
