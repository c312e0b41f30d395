"""What wire copy writes in plain letters, decoded: signs for dashes and quotation marks, lines broken at a width.

Text comes in; text, or HTML paragraphs made of it, go out. No word is added, dropped or moved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape
from itertools import pairwise

from lxml import etree

# The dash of American wires: `LONDON (AP) _ Text`. A word alone is never an underscore.
_DASH = re.compile(r"(?<=[^\s_]) _ (?=[^\s_])|(?<=[^\s_]) _$", re.MULTILINE)
_COLUMNS = re.compile(r"\S(?: {3,}|\t+ *)\S")
_NARROWEST = 30
_WIDEST = 110
_LEAST_INDENT = 2
# How far short of the width a full line may end: editors break a line by hand now and then.
_RAGGED = 6
_MARKUP = re.compile(
    r"</?(?:p|br|div|ul|ol|table|h[1-6]|html|body|section|blockquote)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE
)
_TAG = re.compile(r"</?([A-Za-z][\w:.-]{0,30})(?:\s[^<>]{0,500})?/?>")
_MORE = re.compile(r"\(?MORE\)?[<=]?\Z")
_MARK = re.compile(r"\s{0,8}(?:[-*•]|--)\s{1,4}(?=\S)")


def find_more(lines: Sequence[str]) -> int:
    """Where a text ends that goes on in another message: above the word `MORE`."""
    last = len(lines)
    while last and not lines[last - 1].strip():
        last -= 1
    return last - 1 if last and _MORE.match(lines[last - 1].strip()) else len(lines)


def mend_signs(text: str) -> str:
    """` _ ` to a dash, ``` ``…'' ``` to quotation marks."""
    if "_" in text:
        text = _DASH.sub(lambda match: match[0].replace("_", "—"), text)
    if "``" in text:
        first, *pieces = text.split("``")
        text = first + "".join("“" + piece.replace("''", "”", 1) for piece in pieces)
    return text


def unwrap_breaks(paragraph: etree._Element) -> str | None:
    """The text of a paragraph whose every line ends in `<br>`, as lines broken at a fixed width; None for any other."""
    if not len(paragraph) or any(child.tag != "br" or len(child) or child.text for child in paragraph):
        return None
    lines = [" ".join((text or "").split()) for text in (paragraph.text, *(child.tail for child in paragraph))]
    lines = [line for line in lines if line]
    if len(lines) < 2 or not all(_NARROWEST <= len(line) <= _WIDEST for line in lines[:-1]):
        return None
    return mend_signs(" ".join(lines))


def write_paragraphs(text: str) -> str:
    """Plain text as HTML: paragraphs, lists, and lines set in columns as they are."""
    return "\n".join(_write_block(lines) for lines in split_paragraphs(text))


def split_paragraphs(text: str) -> list[list[str]]:
    """The lines of each paragraph, list or table of a text.

    A blank line ends a paragraph, and so does an indented line below others that are not, or a line that had room for
    the first word of the next. Where lines are not broken at a width, each is a paragraph.
    """
    lines = text.split("\n")
    width = _find_width(lines)
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    return [paragraph for block in blocks for paragraph in _split_block(block, width)]


def _find_width(lines: list[str]) -> int | None:
    """The width that lines were broken at; None when they are paragraphs."""
    lengths = [len(line.rstrip()) for line in lines if line.strip()]
    narrow = [length for length in lengths if length <= _WIDEST]
    return max(narrow) if narrow and len(narrow) >= 0.8 * len(lengths) else None


def _split_block(lines: list[str], width: int | None) -> list[list[str]]:
    if len(lines) < 2 or _is_columns(lines) or _is_list(lines):
        return [lines] if lines else []
    if width is None:
        return [[line] for line in lines]
    least = min(len(line) - len(line.lstrip()) for line in lines[1:])
    paragraphs = [[lines[0]]]
    for above, line in pairwise(lines):
        indented = len(line) - len(line.lstrip()) >= least + _LEAST_INDENT
        if indented or (_had_room(above, line, width) and not line.lstrip()[:1].islower()):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return paragraphs


def _had_room(above: str, line: str, width: int) -> bool:
    return len(above) + 1 + len(line.split(" ", 1)[0] or line.split(None, 1)[0]) <= width - _RAGGED


def _is_list(lines: list[str]) -> bool:
    return all(_MARK.match(line) for line in lines)


def _is_columns(lines: list[str]) -> bool:
    """Whether at least two lines in three are set in columns."""
    return sum(1 for line in lines if _COLUMNS.search(line.strip())) * 3 >= len(lines) * 2


def _write_block(lines: list[str]) -> str:
    if len(lines) > 1 and _is_columns(lines):
        return "<pre>" + escape("\n".join(lines), quote=False) + "</pre>"
    if len(lines) > 1 and _is_list(lines):
        items = (escape(mend_signs(_MARK.sub("", line).strip()), quote=False) for line in lines)
        return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    return "<p>" + escape(mend_signs(" ".join(line.strip() for line in lines)), quote=False) + "</p>"


def write_content(text: str, plain: bool = True) -> str:
    """Data that a container holds as text: HTML as it is, when it is that; else plain paragraphs.

    `plain`: it is said to be plain text; a paragraph's tags around such a text are not what parts its paragraphs.
    """
    if not _MARKUP.search(text[:5000]):
        return write_paragraphs(text)
    if plain and all(tag.casefold() == "p" for tag in _TAG.findall(text)):
        bare = unescape(_TAG.sub("\n\n", text))
        return write_paragraphs(bare)
    return mend_signs(text).strip()
