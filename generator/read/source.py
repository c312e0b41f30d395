"""What a reader is given, one decoded file, and what it gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from generator.model import Form, Origin, Problem, RawArticle

_ROOT = re.compile(
    r"<(?:[\w.-]{1,80}:)?(?P<name>[A-Za-z_][\w.-]{0,80})(?=[\s/>])(?P<attributes>[^>]{0,4000})", re.DOTALL
)
_DOCTYPE = re.compile(r"<!DOCTYPE\s", re.IGNORECASE)
_SPACES = re.compile(r"\s*")
_SUBSET_END = re.compile(r"\]\s{0,200}>")
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
    columns: Mapping[str, str] = field(default_factory=dict)
    """What the columns of a table are, by the field of ours that they fill: `{"body": "article_text"}`."""
    parsed: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """The file as a parser read it, by the parser's name: it is asked for by several readers, and parsed once."""

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
    head = text[:_LOOK_WITHIN]
    at = _skip_prolog(head)
    match = _ROOT.match(head, at) if at is not None else None
    return Root(match["name"], match["attributes"]) if match else None


def _skip_prolog(head: str) -> int | None:
    """Where the first element begins: behind the declaration, comments, instructions and the document type."""
    at = _skip_spaces(head, 0)
    while head.startswith(("<?", "<!"), at):
        if head.startswith("<!--", at):
            end = head.find("-->", at) + 2
        elif head.startswith("<?", at):
            end = head.find("?>", at) + 1
        elif _DOCTYPE.match(head, at):
            end = _find_doctype_end(head, at)
        else:
            return None
        if end <= at:
            return None
        at = _skip_spaces(head, end + 1)
    return at


def _skip_spaces(text: str, at: int) -> int:
    match = _SPACES.match(text, at)
    return match.end() if match else at


def _find_doctype_end(head: str, at: int) -> int:
    end, subset = head.find(">", at), head.find("[", at)
    if 0 <= subset < end:
        closed = _SUBSET_END.search(head, subset)
        return closed.end() - 1 if closed else -1
    return end
