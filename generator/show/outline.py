"""How an article's body is built: each block of its canonical HTML with the lists, quotations and tables it stands in.

The HTML comes in; the blocks go out in order, as many as `Article.blocks`, so that the n-th says how the n-th is set.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:[^<>\"]|\"[^\"]*\")*)>|([^<]+)")
_START = re.compile(r"\bstart=\"(\d{1,6})\"")
_INLINE = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "cite": "emphasis",
    "code": "code",
    "kbd": "code",
}
_BLOCKS = frozenset(
    "blockquote dd dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre table tbody td th thead tr ul".split()
)


@dataclass(frozen=True, slots=True)
class Frame:
    """An element that a block stands in. `id` tells it from others; `number` is that of an item, a row or a cell."""

    tag: str
    id: int
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Styled:
    """A stretch of a block's text, from its own start, that is set otherwise: `strong`, `emphasis`, `code`."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One block: the elements around it, the outermost first, and what is set otherwise in it. A rule has no text."""

    frames: tuple[Frame, ...]
    styled: tuple[Styled, ...] = ()

    @property
    def is_rule(self) -> bool:
        """Whether it is a line across the page, which is no block of `Article.blocks`."""
        return bool(self.frames) and self.frames[-1].tag == "hr"


@dataclass(slots=True)
class _Element:
    frame: Frame
    children: Iterator[int]


@dataclass(slots=True)
class _Walk:
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    open: list[_Element] = field(default_factory=list)
    inline: list[tuple[str, int]] = field(default_factory=list)
    styled: list[Styled] = field(default_factory=list)
    length: int = 0

    def frames(self) -> tuple[Frame, ...]:
        return tuple(element.frame for element in self.open)

    def push(self, tag: str, attributes: str) -> None:
        number = next(self.open[-1].children) if self.open else None
        start = _START.search(attributes) if tag == "ol" else None
        self.open.append(_Element(Frame(tag, next(self.ids), number), count(int(start[1]) if start else 1)))

    def pop(self, tag: str) -> None:
        while self.open and self.open.pop().frame.tag != tag:
            pass

    def end_block(self) -> Iterator[Placed]:
        if self.length:
            yield Placed(frames=self.frames(), styled=tuple(self.styled))
        self.length = 0
        self.styled.clear()
        self.inline.clear()


def outline(markup: str) -> tuple[Placed, ...]:
    """The blocks of canonical HTML, and the rules between them, in order."""
    return tuple(_walk(markup))


def _walk(markup: str) -> Iterator[Placed]:
    walk = _Walk()
    for closing, tag, attributes, text in _TOKEN.findall(markup):
        if text:
            # Outside `pre`, line ends stand between blocks only, where they are no text.
            inside = any(element.frame.tag == "pre" for element in walk.open)
            walk.length += len(html.unescape(text)) if inside or walk.length else len(html.unescape(text).strip("\n"))
        elif tag == "br":
            walk.length += 1
        elif tag in _BLOCKS:
            yield from walk.end_block()
            if closing:
                walk.pop(tag)
            else:
                walk.push(tag, attributes)
                if tag == "hr":
                    yield Placed(frames=walk.frames())
                    walk.pop(tag)
        elif style := _INLINE.get(tag):
            if not closing:
                walk.inline.append((style, walk.length))
            elif walk.inline:
                opened, start = walk.inline.pop()
                walk.styled.append(Styled(start, walk.length, opened))
    yield from walk.end_block()
