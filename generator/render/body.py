"""An article's body with links and anchors. In: its html, text, sentences and links. Out: html.

Only tags are inserted: taking them out again gives the html back. `Article.html` is sanitised and its text nodes, read
in order, are `Article.text` without the blank lines between blocks, so that an offset in the text is a place in it.

Every sentence gets the anchor `s0`, `s1` …: a span around it where it lies within one element, else an empty span at
its start. Cost is linear in the length of the html.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape

from markupsafe import Markup, escape

from generator.model import Span

# Sanitised html escapes `<` in texts, so that each `<` opens a tag; `>` may stand in a quoted attribute.
_TOKEN = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9]*+)(?:"[^"]*+"|'[^']*+'|[^<>"']++)*+>|([^<]++)""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_VOID = frozenset(("br", "hr", "img", "wbr", "col"))
_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strike strong sub sup "
    "time tt u var".split()
)
_LINKLESS = frozenset(("a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLink:
    """A name in the text to be linked: where it stands, what it names, and the opening `<a …>` tag."""

    span: Span
    entity: str
    tag: Markup


def name_tag(kind: str, href: str) -> Markup:
    """The opening tag of a link to a name's page."""
    return Markup(f'<a class="entity {escape(kind)}" href="{escape(href)}">')  # noqa: S704 - escaped


def weave(html: str, text: str, sentences: Sequence[Span], names: Sequence[NameLink]) -> Markup:
    """The html with an anchor for each sentence, and each entity linked where it is first named.

    A name is linked where it lies within one text node, outside of links, headings and code, and within one sentence;
    else at its next mention. Html that does not hold the text is returned as it is behind its anchors.
    """
    woven = _read_nodes(html, text)
    if woven is None:
        return Markup("").join(_empty_anchor(i) for i in range(len(sentences))) + Markup(html)  # noqa: S704
    placed = _anchor_sentences(woven, sentences)
    _link_names(woven, names, placed)
    return Markup(_assemble(html, woven.inserts))  # noqa: S704 - sanitised html, and tags made here


def sentence_anchor(number: int) -> str:
    """The anchor of a sentence: `s3`."""
    return f"s{number}"


def sentence_at(sentences: Sequence[Span], offset: int) -> int | None:
    """The number of the sentence that holds an offset, or of the last one before it; None before the first."""
    number = bisect_right(sentences, offset, key=lambda s: s.start) - 1
    return number if number >= 0 else None


@dataclass(slots=True)
class _Node:
    """A text node: its place in the html and in the text, and the number of the element it is in."""

    place: int
    raw: str
    start: int
    end: int
    element: int
    linkable: bool
    opened: tuple[int, ...]
    """Places of the inline tags opened directly before it, innermost last."""
    closed: list[int] = field(default_factory=list)
    """Places behind the inline tags closed directly after it, innermost first."""

    def place_of(self, offset: int) -> int:
        """The place in the html of an offset of the text."""
        return self.place + (offset - self.start if "&" not in self.raw else self._counted(offset - self.start))

    def _counted(self, characters: int) -> int:
        place = 0
        for match in _REFERENCE.finditer(self.raw):
            plain = match.start() - place
            if characters <= plain:
                break
            characters -= plain + len(unescape(match.group()))
            place = match.end()
        return place + characters


@dataclass(slots=True)
class _Woven:
    nodes: list[_Node]
    starts: list[int]
    parents: list[int]
    """Of each element, the number of the one around it; -1 for none."""
    inserts: list[tuple[int, int, str]] = field(default_factory=list)
    """Place in the html, order at that place, tag."""

    def node_at(self, offset: int) -> _Node | None:
        """The node that holds the character at an offset of the text."""
        number = bisect_right(self.starts, offset) - 1
        return self.nodes[number] if number >= 0 and offset < self.nodes[number].end else None


@dataclass(slots=True)
class _Reading:
    """Where the reader of the html stands."""

    text: str
    offset: int = 0
    parents: list[int] = field(default_factory=list)
    open: list[tuple[str, int]] = field(default_factory=list)
    linkless: int = 0
    opened: list[int] = field(default_factory=list)
    last: _Node | None = None
    """The last node, as long as only closing tags followed it."""

    def tag(self, name: str, closing: bool, place: int, end: int) -> bool:
        """Note a tag; False where the html is not well nested."""
        if name in _VOID:
            self.opened.clear()
            self.last = None
            return True
        if closing:
            return self._close(name, end)
        self.parents.append(self._element())
        self.open.append((name, len(self.parents) - 1))
        self.linkless += name in _LINKLESS
        if name in _INLINE:
            self.opened.append(place)
        else:
            self.opened.clear()
        self.last = None
        return True

    def _close(self, name: str, end: int) -> bool:
        if not self.open or self.open.pop()[0] != name:
            return False
        self.linkless -= name in _LINKLESS
        self.opened.clear()
        if self.last is not None and name in _INLINE:
            self.last.closed.append(end)
        else:
            self.last = None
        return True

    def node(self, raw: str, place: int) -> _Node | None:
        """The text node; None where the text goes on otherwise."""
        plain = unescape(raw) if "&" in raw else raw
        before = self.offset
        self._skip_breaks(plain)
        if not self.text.startswith(plain, self.offset):
            self.offset = before
            return None
        node = _Node(
            place=place,
            raw=raw,
            start=self.offset,
            end=self.offset + len(plain),
            element=self._element(),
            linkable=not self.linkless,
            opened=tuple(self.opened),
        )
        self.offset = node.end
        self.opened.clear()
        self.last = node
        return node

    def _element(self) -> int:
        return self.open[-1][1] if self.open else -1

    def _skip_breaks(self, plain: str) -> None:
        """Go past the line breaks of the text that are a `<br>` or the end of a block in the html."""
        end = self.offset
        while self.text.startswith("\n", end):
            end += 1
        own = len(plain) - len(plain.lstrip("\n"))
        self.offset = max(self.offset, end - own)


def _read_nodes(html: str, text: str) -> _Woven | None:
    reading = _Reading(text)
    nodes: list[_Node] = []
    place = 0
    for match in _TOKEN.finditer(html):
        if match.start() != place:
            return None
        place = match.end()
        slash, name, raw = match.groups()
        if raw is None:
            if not reading.tag(name.lower(), slash == "/", match.start(), match.end()):
                return None
        elif (node := reading.node(raw, match.start())) is not None:
            nodes.append(node)
        elif raw.strip():
            return None
    if place != len(html) or reading.open:
        return None
    return _Woven(nodes, [node.start for node in nodes], reading.parents)


# Order of tags at one place: what ends closes before what begins, a sentence opens before the link in it.
_CLOSE_LINK, _CLOSE_SENTENCE, _OPEN_SENTENCE, _OPEN_LINK = range(4)


def _anchor_sentences(woven: _Woven, sentences: Sequence[Span]) -> list[int]:
    """Insert the anchors; return the offsets at which a sentence opens or closes, in order."""
    edges: list[int] = []
    lost: list[int] = []
    for number, sentence in enumerate(sentences):
        first = woven.node_at(sentence.start)
        last = woven.node_at(sentence.end - 1) if sentence.end > sentence.start else None
        places = _around(first, last, sentence, woven.parents) if first and last else None
        if places is not None:
            woven.inserts.append((places[0], _OPEN_SENTENCE, f'<span id="{sentence_anchor(number)}">'))
            woven.inserts.append((places[1], _CLOSE_SENTENCE, "</span>"))
            edges += (sentence.start, sentence.end)
        elif first is not None:
            woven.inserts.append((first.place_of(sentence.start), _OPEN_SENTENCE, str(_empty_anchor(number))))
            edges.append(sentence.start)
        else:
            lost.append(number)
    woven.inserts += [(0, _CLOSE_LINK, str(_empty_anchor(number))) for number in lost]
    return sorted(edges)


def _around(first: _Node, last: _Node, sentence: Span, parents: Sequence[int]) -> tuple[int, int] | None:
    """Places in front of and behind a sentence that lie in the same element, if there are such."""
    ends = {last.element: last.place_of(sentence.end)}
    if sentence.end == last.end:
        ends |= _climb(last.element, last.closed, parents)
    starts = {first.element: first.place_of(sentence.start)}
    if sentence.start == first.start:
        starts |= _climb(first.element, first.opened[::-1], parents)
    element = next((e for e in starts if e in ends), None)
    return None if element is None else (starts[element], ends[element])


def _climb(element: int, places: Sequence[int], parents: Sequence[int]) -> dict[int, int]:
    """The elements around an element, each with the place to stand in it."""
    around = {}
    for place in places:
        element = parents[element]
        around[element] = place
    return around


def _empty_anchor(number: int) -> Markup:
    return Markup(f'<span id="{sentence_anchor(number)}"></span>')  # noqa: S704 - a number


def _link_names(woven: _Woven, names: Sequence[NameLink], edges: Sequence[int]) -> None:
    linked: set[str] = set()
    behind = 0
    for name in sorted(names, key=lambda n: (n.span.start, n.span.end)):
        start, end = name.span.start, name.span.end
        if name.entity in linked or start < behind or start >= end:
            continue
        node = woven.node_at(start)
        if node is None or not node.linkable or end > node.end or _crosses(edges, start, end):
            continue
        linked.add(name.entity)
        behind = end
        woven.inserts.append((node.place_of(start), _OPEN_LINK, str(name.tag)))
        woven.inserts.append((node.place_of(end), _CLOSE_LINK, "</a>"))


def _crosses(edges: Sequence[int], start: int, end: int) -> bool:
    """Whether a sentence opens or closes strictly within the span."""
    return bisect_right(edges, start) < bisect_left(edges, end)


def _assemble(html: str, inserts: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    place = 0
    for at, _, tag in sorted(inserts, key=lambda i: (i[0], i[1])):
        parts += (html[place:at], tag)
        place = at
    parts.append(html[place:])
    return "".join(parts)


def plain_sentence(text: str, sentence: Span) -> str:
    """A sentence on one line."""
    return " ".join(text[sentence.start : sentence.end].split())
