"""Running text with emphasis and links: from HTML to runs, and from runs to plain text and Markdown.

A run is a stretch of text and the marks it stands in, outermost first. White space is settled here: as a browser shows
it, with none at the edges of a mark, where Markdown would not see the mark.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from lxml import html

from generator.extract.markdown.text import escape_inline, escape_start
from generator.extract.pages.page import read_address

BREAK = "\x00"
"""A run's text that is a line break. No text of a page holds this character."""
Mark: TypeAlias = tuple[str, str]
"""What text stands in: `("strong", "")`, `("a", address)`; the address is empty when it is none of the web."""

HIDDEN = frozenset(
    (
        "script style noscript template iframe svg head object select button canvas audio video math textarea input"
        " option datalist embed applet"
    ).split()
)
_MARKS = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "code": "code", "tt": "code",
    "samp": "code", "kbd": "code", "sub": "sub", "sup": "sup", "del": "del", "s": "del", "strike": "del",
}  # fmt: skip
_REND = {"#b": "strong", "#i": "em"}
_SIGNS = {"strong": "**", "em": "*"}
_URL_SIGNS = re.compile(r"[()<>`\[\]]|&(?=#?\w{1,40};)")
_URL_ESCAPES = {"(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "`": "%60", "[": "%5B", "]": "%5D", "&": "&amp;"}
# Between back quotes nothing can be escaped; a table's cells end at each bar.
_NO_CODE = re.compile(r"[`|\\]")
_NOT_SHOWN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_DEEPEST = 12
# Lines this long on the average are paragraphs, whatever single break parts them.
_PARAGRAPH = 80


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text and the marks it stands in."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The runs of one paragraph; a line break within it is a run of its own."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its plain text, a newline for each line break."""
        return "".join("\n" if run.text == BREAK else run.text for run in self.runs)

    @property
    def linked(self) -> int:
        """How many characters stand in links."""
        return sum(len(run.text) for run in self.runs if any(name == "a" for name, _ in run.marks))

    def write(self, between: str = "  \n") -> str:
        """Its Markdown; `between` stands for a line break."""
        return between.join(escape_start(_write(line, "")) for line in _lines(self.runs))


def read_runs(
    element: html.HtmlElement,
    base: str | None,
    marks: tuple[Mark, ...] = (),
    skipped: Collection[html.HtmlElement] = frozenset(),
) -> Iterator[Run]:
    """The runs of an inline element and what is in it, but for what is in `skipped`; not of the text after it."""
    if element.tag in ("br", "lb"):
        yield Run(BREAK)
        return
    marks = mark_runs(element, base, marks)
    if element.text:
        yield Run(element.text, marks)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in HIDDEN and child not in skipped:
            yield from read_runs(child, base, marks, skipped)
        if child.tail:
            yield Run(child.tail, marks)


def mark_runs(element: html.HtmlElement, base: str | None, marks: tuple[Mark, ...] = ()) -> tuple[Mark, ...]:
    """The marks of what is in an element that stands in `marks` itself. Links do not nest."""
    mark = _mark_of(element, base) if len(marks) < _DEEPEST else None
    if mark is None or mark in marks or (mark[0] == "a" and any(name == "a" for name, _ in marks)):
        return marks
    return (*marks, mark)


def _mark_of(element: html.HtmlElement, base: str | None) -> Mark | None:
    if element.tag in ("a", "ref"):
        target = element.get("href") or element.get("target")
        return ("a", read_address(target, base) or "") if target else None
    name = _MARKS.get(element.tag) or (_REND.get(element.get("rend") or "") if element.tag == "hi" else None)
    return (name, "") if name else None


def make_paragraphs(runs: Sequence[Run], within: bool = False) -> list[Paragraph]:
    """Paragraphs of runs as they stand in the page; two line breaks end one, and so does one between long lines.

    `within`: nothing ends a paragraph, as in a heading or a cell.
    """
    settled = _mend_quotes(_settle(runs))
    lines = _lines(settled, keep_blank=True)
    filled = [line for line in lines if line]
    if not filled:
        return []
    long = sum(len(run.text) for line in filled for run in line) >= _PARAGRAPH * len(filled)
    groups: list[list[Run]] = [[]]
    for line in lines:
        if not line or (long and groups[-1]):
            if groups[-1] and not within:
                groups.append([])
            if not line:
                continue
        if groups[-1]:
            groups[-1].append(Run(BREAK))
        groups[-1].extend(line)
    return [Paragraph(tuple(group)) for group in groups if group]


def cut_start(paragraph: Paragraph, end: int) -> Paragraph:
    """The paragraph without the first `end` characters of its text."""
    rest = []
    for run in paragraph.runs:
        length = len(run.text)
        if end < length:
            rest.append(replace(run, text=run.text[end:]) if end else run)
        end = max(0, end - length)
    return Paragraph(tuple(_settle(rest)))


def _settle(runs: Sequence[Run]) -> list[Run]:
    """One run for each stretch of equal marks, with single spaces between words and none around breaks."""
    settled: list[tuple[list[str], tuple[Mark, ...]]] = []
    space = False
    for run in runs:
        if run.text == BREAK:
            settled.append(([BREAK], ()))
            space = False
            continue
        text = run.text if run.text.isascii() else _NOT_SHOWN.sub("", run.text)
        words = text.split()
        within = bool(settled) and settled[-1][0] != [BREAK]
        if not words:
            space = space or (within and bool(text))
            continue
        if within and (space or text[0].isspace()):
            _append(settled, " ", _shared(settled[-1][1], run.marks))
        _append(settled, " ".join(words), run.marks)
        space = text[-1].isspace()
    return [Run("".join(parts), marks) for parts, marks in settled]


def _mend_quotes(runs: list[Run]) -> list[Run]:
    """Quotations that open with two back quotes and close with two apostrophes, in quotation marks."""
    if not any("``" in run.text for run in runs):
        return runs
    mended, opened = [], 0
    for run in runs:
        text = run.text
        if ("code", "") not in run.marks:
            first, *pieces = text.split("``")
            parts = [first.replace("''", "”", opened), *("“" + piece.replace("''", "”", 1) for piece in pieces)]
            text = "".join(parts)
            opened = max(0, opened + len(pieces) - text.count("”"))
        mended.append(replace(run, text=text))
    return mended


def _append(settled: list[tuple[list[str], tuple[Mark, ...]]], text: str, marks: tuple[Mark, ...]) -> None:
    if settled and settled[-1][1] == marks and settled[-1][0] != [BREAK]:
        settled[-1][0].append(text)
    else:
        settled.append(([text], marks))


def _shared(one: tuple[Mark, ...], other: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks of the space between two stretches; pieces of code stay apart."""
    return tuple(mark for mark in one if mark in other and mark[0] != "code")


def _lines(runs: Sequence[Run], keep_blank: bool = False) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == BREAK:
            lines.append([])
        else:
            lines[-1].append(run)
    return lines if keep_blank else [line for line in lines if line]


def _write(runs: Sequence[Run], inside: str) -> str:
    """Runs as Markdown, each mark around the longest stretch that stands in it."""
    written: list[str] = []
    at = 0
    while at < len(runs):
        run = runs[at]
        if not run.marks:
            written.append(_escape(run.text, inside))
            at += 1
            continue
        end, mark = max(((_extent(runs, at, mark), mark) for mark in run.marks), key=lambda found: found[0])
        stretch = [replace(r, marks=tuple(m for m in r.marks if m != mark)) for r in runs[at:end]]
        lead, stretch, trail = _bare_edges(stretch)
        before = lead or (written[-1] if written else "")
        if mark[0] == "a" and before.endswith("!"):
            written[-1] = f"{before[:-1]}\\!"  # or the link would be a picture
        written.append(lead + (_write_mark(stretch, mark, inside, before) if stretch else "") + trail)
        at = end
    return "".join(written)


def _bare_edges(runs: list[Run]) -> tuple[str, list[Run], str]:
    """Runs without the space at their edges, which belongs outside of a mark."""
    lead = " " if runs[0].text.startswith(" ") else ""
    runs[0] = replace(runs[0], text=runs[0].text[len(lead) :])
    trail = " " if runs[-1].text.endswith(" ") else ""
    runs[-1] = replace(runs[-1], text=runs[-1].text[: len(runs[-1].text) - len(trail)])
    return lead, [run for run in runs if run.text], trail


def _extent(runs: Sequence[Run], at: int, mark: Mark) -> int:
    while at < len(runs) and mark in runs[at].marks:
        at += 1
    return at


def _write_mark(runs: Sequence[Run], mark: Mark, inside: str, before: str) -> str:
    name, address = mark
    if name == "a" and not address:
        return _write(runs, inside)
    if name == "a":
        target = _URL_SIGNS.sub(lambda match: _URL_ESCAPES[match[0]], address)
        return f"[{_write(runs, inside + '[')}]({target})"
    if name == "code" and len(runs) == 1 and not runs[0].marks and not _NO_CODE.search(runs[0].text):
        return f"`{runs[0].text}`"
    sign = _SIGNS.get(name)
    if sign is None or "*" in inside or before.endswith("*"):
        return f"<{name}>{_write(runs, inside)}</{name}>"
    return f"{sign}{_write(runs, inside + '*')}{sign}"


def _escape(text: str, inside: str) -> str:
    escaped = escape_inline(text)
    return escaped.replace("]", "\\]") if "[" in inside else escaped
