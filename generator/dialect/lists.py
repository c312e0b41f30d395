"""Lists indented as their writer saw fit, in steps of four spaces: the only ones that Python-Markdown tells levels by.

CommonMark, and with it most editors and generators, counts from where an item's text begins: two spaces below a bullet,
three below a number. Fenced code in an item becomes indented code, because Python-Markdown finds fences only where a
line begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.dialect.fences import find_fences

_STEP = 4
_DEEPEST_QUOTE = 8
_ANY_ITEM = re.compile(r"^[ \t>]*(?:[-+*]|\d{1,9}\.)[ \t]", re.MULTILINE)
_ITEM = re.compile(r"([-+*]|\d{1,9}\.)([ \t]+)(?=\S)")
_RULE = re.compile(r"[-*_ \t]{3,}\Z")


def indent_lists(text: str) -> str:
    """The text with its lists in steps of four spaces; without lists that need it, the text itself."""
    return _indent(text, 0)


def _indent(text: str, depth: int) -> str:
    if not any(sign in text for sign in ("\n ", "\n\t", "\n>")) or not _ANY_ITEM.search(text):
        return text
    lines = text.split("\n")
    walk = _Walk()
    ends = dict(find_fences(lines))
    at = 0
    while at < len(lines):
        end = at + 1
        if at in ends:
            end = ends[at] + 1
            walk.add_fence(lines[at:end])
        elif depth < _DEEPEST_QUOTE and lines[at].startswith(">"):
            while end < len(lines) and end not in ends and lines[end].startswith(">"):
                end += 1
            walk.add_quote(lines[at:end], depth)
        else:
            walk.add_line(lines[at])
        at = end
    return "\n".join(walk.out)


@dataclass(frozen=True, slots=True)
class _Item:
    """An open item: the column of its mark, and that of its text."""

    indent: int
    text: int
    numbered: bool


@dataclass(slots=True)
class _Walk:
    """The state of one walk over the lines; `items` are the open items, outermost first."""

    out: list[str] = field(default_factory=list)
    items: list[_Item] = field(default_factory=list)
    after_blank: bool = True
    shift: int | None = None
    """What the lines of a block that belongs to an item are moved by; None where lines just go on."""
    code_from: int | None = None
    """In code of an item: the column from which on lines are code."""

    def add_line(self, line: str) -> None:
        body = line.lstrip(" \t")
        if not body:
            self.out.append(line)
            self.after_blank = True
            return
        indent = _width(line[: len(line) - len(body)])
        if self.code_from is not None and indent < self.code_from:
            self.code_from = None
            self._part()
        if self.code_from is not None:
            self._add_code(indent, body)
        elif not self._add_item(indent, body):
            if not self.items:
                self.out.append(line)
            elif self.after_blank or body.startswith("#"):
                self._add_block(indent, line, body)
            else:
                self.out.append(line if self.shift is None else " " * max(0, indent + self.shift) + body)
        self.after_blank = body.startswith("#")

    def _add_item(self, indent: int, body: str) -> bool:
        """Whether the line begins an item; it is then added as one."""
        match = _ITEM.match(body)
        if match is None or _RULE.match(body):
            return False
        numbered = match[1][0].isdigit()
        depth = len(self.items)
        while depth and not _is_child(self.items[depth - 1], indent, numbered):
            depth -= 1
        if not self.items and (indent >= _STEP or not self.after_blank):
            return False
        if depth and self.after_blank and indent >= max(_STEP * (depth + 1), self.items[depth - 1].text + _STEP):
            return False  # it is code
        if self.shift is not None:
            self._part()
        gap = _width(match[2])
        text = indent + len(match[1]) + (gap if gap <= _STEP else 1)
        self.items[depth:] = [_Item(indent, text, numbered)]
        self.out.append(" " * (_STEP * depth) + body)
        self.shift = None
        return True

    def _add_block(self, indent: int, line: str, body: str) -> None:
        """The first line of a block: code or a paragraph of an open item, or what ends the list."""
        depth = self._depth_of(indent)
        del self.items[depth:]
        if depth == 0:
            self.shift = None
            self.out.append(line if indent == 0 else body)
            return
        ours, theirs = _STEP * (depth + 1), self.items[-1].text + _STEP
        if indent >= min(ours, theirs):
            self.code_from = min(ours, theirs)
            self.shift = 0 if indent >= ours else ours - theirs
            self._add_code(indent, body)
        else:
            self.shift = _STEP * depth - indent
            self.out.append(" " * (_STEP * depth) + body)

    def _part(self) -> None:
        """A blank line, where there is none, below a block of an item: Python-Markdown would read on in it."""
        if self.out[-1].strip():
            self.out.append("")
        self.after_blank = True

    def _depth_of(self, indent: int) -> int:
        """How many of the open items a block belongs to."""
        depth = len(self.items)
        while depth and indent < min(self.items[depth - 1].text, _STEP * depth):
            depth -= 1
        return depth

    def _add_code(self, indent: int, body: str) -> None:
        self.out.append(" " * max(_STEP * (len(self.items) + 1), indent + (self.shift or 0)) + body)

    def add_fence(self, lines: list[str]) -> None:
        """Fenced code, its fences first and last."""
        indent = _width(lines[0][: len(lines[0]) - len(lines[0].lstrip(" \t"))])
        depth = self._depth_of(indent)
        del self.items[depth:]
        self.shift = self.code_from = None
        if depth == 0:
            self.out.extend(lines if indent >= _STEP else [_cut_indent(line, indent) for line in lines])
        else:
            margin = " " * (_STEP * (depth + 1))
            if not self.after_blank:
                self.out.append("")
            self.out.extend((margin + _cut_indent(line, indent)).rstrip() for line in lines[1:-1])
            self.out.append("")
        self.after_blank = True

    def add_quote(self, lines: list[str], depth: int) -> None:
        """Lines of a quotation that stands in no item."""
        inner = "\n".join(line[1:].removeprefix(" ") for line in lines)
        made = _indent(inner, depth + 1)
        self.out.extend(lines if made == inner else [f"> {line}".rstrip() for line in made.split("\n")])
        self.items.clear()
        self.shift = self.code_from = None
        self.after_blank = False


def _is_child(item: _Item, indent: int, numbered: bool) -> bool:
    """Below the item's text; a list of the other kind, as many write it, two spaces on."""
    alike = item.numbered and numbered
    return indent >= (min(item.text, item.indent + _STEP) if alike else item.indent + 2)


def _width(space: str) -> int:
    return len(space.expandtabs(_STEP))


def _cut_indent(line: str, width: int) -> str:
    """The line without so many columns of white space at its beginning, where it has them."""
    body = line.lstrip(" \t")
    return " " * max(0, _width(line[: len(line) - len(body)]) - width) + body
