"""Boxes around a part of a Markdown article (a note, a tip, a warning): the marks go, a title and the text stay.

Read are the fences of colons and back quotes that MyST, Pandoc and Docusaurus have, the indented boxes of MkDocs, the
alerts of GitHub, and figures written as such a box.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.dialect.fences import find_fences
from generator.extract.markdown.lines import Line
from generator.extract.markdown.pictures import Said
from generator.model import Removed

_COLONS = re.compile(r" {0,3}:{3,}[ \t]*")
_NAME = re.compile(r"(?:\{\.?([\w:-]{1,40})[^{}\n]{0,200}\}|\.?([a-z][\w-]{0,40}))(?:\{[^{}\n]{0,200}\})?(?=[\s\[]|\Z)")
_TICKS = re.compile(r"[ \t]*(?:`{3,}|~{3,})[ \t]*(?=\{[\w:-]{1,40}\})")
_TITLE = re.compile(r"[ \t]*\[?([^\[\]]{1,200})\]?[ \t]*\Z")
_OPTION = re.compile(r"[ \t]*:[a-z][\w-]{0,40}:(?:[ \t]|\Z)")
_INDENTED = re.compile(
    r"(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-]{1,40}(?: [\w-]{1,40}){0,4}|===[!+]{0,2}(?=[ \t]+\"))"
    r"(?:[ \t]+\"(?P<title>[^\"]{0,200})\")?[ \t]*\Z"
)
_ALERT = re.compile(r" {0,3}>[ \t]?\[![A-Za-z-]{2,30}\][+-]?[ \t]*(?P<title>.{0,200})\Z")
_WRAPPER = re.compile(
    r" {0,3}<(?P<close>/?)(?P<tag>div|center|section|article|details|aside|main)\b[^<>\n]{0,500}>"
    r"(?:[ \t]*<summary[^<>\n]{0,200}>(?P<title>[^<>\n]{1,300})</summary>)?[ \t]*\Z",
    re.IGNORECASE,
)
_SUMMARY = re.compile(r" {0,3}<summary[^<>\n]{0,200}>(?P<title>[^<>\n]{1,300})</summary>[ \t]*\Z", re.IGNORECASE)
_FIGURES = ("figure", "image", "figure-md")
_LISTINGS = ("code-block", "code", "sourcecode", "code-cell")
_DEEPEST = 20
_BOXES = frozenset(
    (
        "note warning tip important caution danger attention hint seealso error admonition margin sidebar epigraph"
        " topic dropdown card versionadded versionchanged deprecated"
    ).split()
)


def take_boxes(lines: Sequence[Line], pictures: Said) -> tuple[list[Line], list[Removed]]:
    """The lines without the marks of boxes, and the receipt; the captions of figures are added."""
    if not any(
        sign in line.text for line in lines for sign in (":::", "!!!", "???", '=== "', "[!", "`{", "~{", "` {", "<")
    ):
        return list(lines), []
    walk = _Walk(lines, pictures)
    walk.read()
    return walk.out, walk.removed


@dataclass(slots=True)
class _Walk:
    """The state of one walk over the lines; `open` counts the fences of colons that are open."""

    lines: Sequence[Line]
    pictures: Said
    out: list[Line] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    open: int = 0
    after_mark: bool = False
    unwrapped: list[str] = field(default_factory=list)
    """The open tags of HTML around Markdown that were taken."""

    def read(self) -> None:
        ends = dict(find_fences([line.text for line in self.lines]))
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            if at in ends:
                at = self._read_ticks(at, ends[at])
            elif line.text.lstrip(" ").startswith(":::") and (match := _COLONS.match(line.text)):
                at = self._read_colons(at, match.end())
            elif (match := _INDENTED.match(line.text)) and (end := self._end_of_indented(at + 1)) > at + 1:
                self._read_indented(at, end, match)
                at = end
            elif match := _WRAPPER.match(line.text):
                self._read_wrapper(at, match)
                at += 1
            elif self.unwrapped and (match := _SUMMARY.match(line.text)):
                self._open(line, match["title"], match.start("title"))
                self._take(line, "</summary>")
                at += 1
            elif match := _ALERT.match(line.text):
                said = match["title"].strip()
                self._take(line, line.text[: match.start("title")].strip())
                self.out.extend([line._replace(text=f"> **{said}**"), line._replace(text=">")] if said else [])
                at += 1
            else:
                # One blank line is enough where a mark stood.
                doubled = self.after_mark and not (self.out and self.out[-1].text.strip())
                if line.text.strip() or not doubled:
                    self.out.append(line)
                    self.after_mark = False
                at += 1

    def _read_indented(self, at: int, end: int, match: re.Match[str]) -> None:
        line = self.lines[at]
        self._open(line, match["title"], match.start("title") if match["title"] else len(line.text))
        while not self.lines[at + 1].text.strip():
            at += 1
        for inner in self.lines[at + 1 : end]:
            text = inner.text.expandtabs(4)
            self.out.append(inner._replace(text=text[4:] if text.startswith("    ") else text))

    def _read_wrapper(self, at: int, match: re.Match[str]) -> None:
        """A tag around Markdown goes, since Python-Markdown would read none within it; one around HTML stays."""
        line, tag = self.lines[at], match["tag"].lower()
        if match["close"]:
            goes = tag in self.unwrapped
            if goes:
                del self.unwrapped[len(self.unwrapped) - 1 - self.unwrapped[::-1].index(tag) :]
        else:
            below = next((text for _, text in self.lines[at + 1 : at + 4] if text.strip()), "")
            goes = not below.startswith(("    ", "\t")) and len(self.unwrapped) < _DEEPEST
            if goes:
                self.unwrapped.append(tag)
        if goes:
            self._open(line, match["title"], match.start("title") if match["title"] else len(line.text))
            if match["title"]:
                self._take(line, "</summary>")
        else:
            self.out.append(line)

    def _take(self, line: Line, text: str) -> None:
        self.removed.append(Removed(line=line.number, text=text, rule="box"))

    def _open(self, line: Line, title: str | None, at: int) -> None:
        """What begins a box: a blank line, with the title as a paragraph of its own."""
        self._take(line, line.text[:at].strip())
        self._blank(line)
        if title and title.strip():
            self.out.append(line._replace(text=f"**{title.strip()}**"))
            self._blank(line)

    def _blank(self, line: Line) -> None:
        if self.out and self.out[-1].text.strip():
            self.out.append(line._replace(text=""))
        self.after_mark = True

    def _end_of_indented(self, at: int) -> int:
        end = at
        while at < len(self.lines):
            text = self.lines[at].text
            if text.startswith(("    ", "\t")) and text.strip():
                end = at + 1
            elif text.strip():
                break
            at += 1
        return end

    def _read_colons(self, at: int, start: int) -> int:
        line = self.lines[at]
        rest = line.text[start:]
        if not rest.strip():
            if self.open:
                self.open -= 1
                self._take(line, line.text.strip())
                self._blank(line)
            else:
                self.out.append(line)
            return at + 1
        name = _NAME.match(rest)
        if name is None:
            self.out.append(line)
            return at + 1
        self.open += 1
        if (name[1] or name[2]) in _FIGURES:
            return self._read_figure(at, line.text)
        title = _TITLE.match(rest, name.end())
        self._open(line, title[1] if title else None, start + title.start(1) if title else len(line.text))
        return self._skip_options(at + 1)

    def _skip_options(self, at: int) -> int:
        while at < len(self.lines) and _OPTION.match(self.lines[at].text):
            self._take(self.lines[at], self.lines[at].text.strip())
            at += 1
        return at

    def _read_figure(self, at: int, opening: str) -> int:
        """A figure in colons: its text, to the next mark, is the caption."""
        self._take(self.lines[at], opening.strip())
        at = self._skip_options(at + 1)
        end = at
        while end < len(self.lines) and not self.lines[end].text.lstrip(" ").startswith(":::"):
            end += 1
        self._keep_caption(self.lines[at:end])
        self._blank(self.lines[at - 1])
        return end

    def _keep_caption(self, lines: Sequence[Line]) -> None:
        said = " ".join(line.text.strip() for line in lines if line.text.strip())
        self.pictures.add_caption(said)
        for line in lines:
            if line.text.strip():
                self.removed.append(Removed(line=line.number, text=line.text.strip(), rule="image"))

    def _read_ticks(self, at: int, end: int) -> int:
        """A fenced block; MyST writes boxes, figures and listings as one."""
        line = self.lines[at]
        fence = _TICKS.match(line.text)
        name = _NAME.match(line.text, fence.end()) if fence else None
        kind = name[1] if name else None
        if name is None or kind not in (*_BOXES, *_FIGURES, *_LISTINGS, "toctree", "contents"):
            self.out.extend(self.lines[at : end + 1])
            return end + 1
        if kind in _LISTINGS and fence:
            language = line.text[name.end() :].split()
            self._take(line, line.text.strip())
            sign = line.text[: fence.end()].rstrip()
            self.out.append(line._replace(text=sign + (language[0] if language else "")))
            at = self._skip_options(at + 1)
            self.out.extend(self.lines[at : end + 1])
            return end + 1
        title = _TITLE.match(line.text, name.end()) if kind in _BOXES else None
        self._open(line, title[1] if title else None, title.start(1) if title else len(line.text))
        inner = self._skip_options(at + 1)
        if kind in _BOXES:
            self.out.extend(self.lines[inner:end])
        elif kind in _FIGURES:
            self._keep_caption(self.lines[inner:end])
        else:
            for line in self.lines[inner:end]:
                self._take(line, line.text.strip())
        self._take(self.lines[end], self.lines[end].text.strip())
        self._blank(self.lines[end])
        return end + 1
