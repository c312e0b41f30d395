"""A Markdown body to sanitised HTML, and the HTML to plain text and blocks.

The HTML is canonical: made by nh3, white space normalised. Its text nodes, read in order, are the article's text
without the blank lines between blocks; `<br>` is one newline. So an offset into the text is a place in the HTML.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import SplitResult, urlsplit

import markdown
import nh3

from generator.dialect.dialect import write_dialect
from generator.model import Block, BlockKind, Span

_EXTENSIONS = ("tables", "fenced_code", "sane_lists", "def_list")
_BLOCK_TAGS = frozenset(
    "blockquote dd dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre table tbody td th thead tr ul".split()
)
_INLINE_TAGS = frozenset("a abbr b br cite code del em i ins kbd mark q s small strong sub sup time u var".split())
_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "time": {"datetime"}, "ol": {"start"}}
# Their content goes with them: it is not prose.
_DROPPED_WITH_CONTENT = {"script", "style", "iframe", "object", "svg", "math", "template", "noscript", "form", "select"}
_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:[^<>\"]|\"[^\"]*\")*)>|([^<]+)")
_MOST_BRACKETS = 200
_SPACES = re.compile(r"[ \t\n\r\f]+")
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dd", "dt", "td", "th"), "item"),
    "blockquote": "quote",
    "figcaption": "caption",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What `Article` holds of its body."""

    html: str
    text: str
    blocks: tuple[Block, ...]


def render_body(source: str) -> Body:
    """Markdown to canonical HTML, text and blocks. Whatever the source, no script, style or foreign address is left.

    Raises RecursionError when lists or quotations are nested by the hundred.
    """
    parser = _parser()
    parser.reset()
    try:
        markup = parser.convert(_tame_brackets(write_dialect(source)))
    except RecursionError:
        _parser.cache_clear()  # it was left in the middle of its work
        raise
    return canonical_body(sanitise(markup))


def _tame_brackets(source: str) -> str:
    """Brackets by the hundred in one paragraph are no links; Python-Markdown would try each with each."""
    if source.count("[") <= _MOST_BRACKETS:
        return source
    parts = source.split("\n\n")
    return "\n\n".join(p if p.count("[") <= _MOST_BRACKETS else p.replace("[", "&#91;") for p in parts)


@cache
def _parser() -> markdown.Markdown:
    return markdown.Markdown(extensions=list(_EXTENSIONS), output_format="html")


def sanitise(markup: str) -> str:
    """HTML with the tags of prose only; h1 becomes h2, below the page's own.

    Links lead to http, https and mailto only, and to Markdown files beside this one: `../11/vote.md#after`.
    """
    lowered = re.sub(r"<(/?)h1\b", r"<\1h2", markup)
    return nh3.clean(
        lowered,
        tags=set(_BLOCK_TAGS | _INLINE_TAGS),
        clean_content_tags=_DROPPED_WITH_CONTENT,
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_keep_attribute,
        link_rel="nofollow noopener",
        url_schemes={"http", "https", "mailto"},
    )


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    if name != "href":
        return value
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https", "mailto") or _is_page(parts) else None


def _is_page(parts: SplitResult) -> bool:
    """Whether an address is that of another page of the site, by its Markdown file."""
    return not parts.scheme and not parts.netloc and not parts.query and parts.path.endswith(".md")


def canonical_body(markup: str) -> Body:
    """Sanitised HTML to canonical HTML, with its text and blocks."""
    walk = _Walk()
    for match in _TOKEN.finditer(markup):
        closing, tag, attributes, text = match.groups()
        if text is not None:
            walk.add_text(html.unescape(text))
        elif tag in _BLOCK_TAGS:
            walk.add_block_tag(tag, bool(closing), match[0])
        elif tag == "br":
            walk.add_break()
        elif tag == "a":
            walk.add_link(bool(closing), ' href="' in attributes, match[0])
        else:
            walk.add_tag(match[0])
    walk.end_block()
    return Body(html="".join(walk.pieces), text="\n\n".join(walk.texts), blocks=tuple(walk.blocks))


@dataclass(slots=True)
class _Walk:
    """The state of one walk over the tokens; `current` is the text of the block being read."""

    pieces: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    current: list[tuple[str, int]] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)
    links: list[bool] = field(default_factory=list)
    """For each open link, whether it leads anywhere; one that does not is left out."""
    length: int = 0

    def add_link(self, closing: bool, leads: bool, piece: str) -> None:
        if not closing:
            self.links.append(leads)
        elif self.links:
            leads = self.links.pop()
        if leads:
            self.pieces.append(piece)

    def add_tag(self, tag: str) -> None:
        self.pieces.append(tag)

    def add_block_tag(self, tag: str, closing: bool, piece: str) -> None:
        self.end_block()
        if closing:
            while self.open_tags and self.open_tags.pop() != tag:
                pass
        elif tag != "hr":
            self.open_tags.append(tag)
        self.pieces.append(piece)
        # A line break after each block keeps the page's source readable; outside `pre` it is no text.
        if closing or tag == "hr":
            self.pieces.append("\n")

    def add_text(self, text: str) -> None:
        if "pre" not in self.open_tags:
            text = _SPACES.sub(" ", text)
            if not self.current or self.current[-1][0][-1] in " \n":
                text = text.removeprefix(" ")
        if text:
            self.current.append((text, len(self.pieces)))
            self.pieces.append(html.escape(text, quote=False))

    def add_break(self) -> None:
        self._trim_end(" ")
        if self.current:
            self.current.append(("\n", len(self.pieces)))
            self.pieces.append("<br>")

    def _trim_end(self, characters: str) -> None:
        while self.current and self.current[-1][0][-1] in characters:
            text, at = self.current.pop()
            if trimmed := text.rstrip(characters):
                self.current.append((trimmed, at))
                self.pieces[at] = html.escape(trimmed, quote=False)
            else:
                self.pieces[at] = ""

    def end_block(self) -> None:
        self._trim_end(" \n")
        text = "".join(text for text, _ in self.current)
        self.current.clear()
        if not text:
            return
        start = self.length + (2 if self.texts else 0)
        self.length = start + len(text)
        self.texts.append(text)
        self.blocks.append(Block(kind=self._kind(), span=Span(start=start, end=self.length)))

    def _kind(self) -> BlockKind:
        return next((_KINDS[tag] for tag in reversed(self.open_tags) if tag in _KINDS), "paragraph")
