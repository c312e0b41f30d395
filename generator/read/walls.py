"""Pages that stand before an article, or in its place. What was read comes in; which wall it is, if any, goes out.

A wall is told by its words (walls.yml), and only where nothing else is left: what its title begins with, on a page of
few words that names neither author nor day; what one of its first paragraphs begins with; what any of its lines begins
with, where no text was found at all. What asks for a subscription is told below a teaser.
An article that speaks of such things is none: it has more words than a wall, and its own beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib import resources

import yaml
from lxml import etree

from generator.html_tree import parse_html
from generator.model import Document, RawArticle
from generator.read.front_page import is_front_page

_MOST_WORDS = 250
"""Of a wall: questions of consent are longest."""
_MOST_WORDS_BESIDE = 60
"""Of a wall, beside the paragraph that tells it, where an author or a day is named: more are a story's."""
_MOST_WORDS_OF_NOTHING = 12
"""What is left of a wall whose words were taken for furniture: a name, a button."""
_MOST_WORDS_OF_TEASER = 80
_LONGEST_START = 300
_FIRST = 3
"""Paragraphs that may begin with a wall's words; below a story they are what is left of its page's furniture."""
_MOST_LINES = 4000
_REMEDY = "open the article in a browser, save the page, and use that file"
_LIST = "is a list of articles, not one; save each article's own page, or add the site's feed"
_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{0,500})", re.IGNORECASE)
# What follows the words of a title that are a headline's, not a wall's: "Access denied: anglers lose the quay".
_HEADLINE = re.compile(r"\s?[:,;] ?(?:\S{1,40} ){2}|(?: (?![|–—•·-])\S{1,40}){3}")
_PARTERS = "|–—•·"
"""Before the name of the site."""
_SILENT = ("script", "style", "template")
_BLOCKS = frozenset(
    "address article aside blockquote body br button dd div dl dt figcaption footer form h1 h2 h3 h4 h5 h6 header hr"
    " label li main nav noscript ol option p section table td th title tr ul".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """A kind of page before an article, or in its place. See walls.yml."""

    id: str
    told: str
    example: str
    counter: str
    titles: str = r"(?!)"
    texts: str = r"(?!)"
    below: str = r"(?!)"
    remedy: str = _REMEDY


@cache
def load_walls() -> tuple[Wall, ...]:
    """The packaged kinds."""
    text = resources.files("generator.read").joinpath("walls.yml").read_text(encoding="utf-8")
    return tuple(Wall(**entry) for entry in yaml.load(text, Loader=yaml.CSafeLoader)["walls"])


def say_no_article(raw: RawArticle, document: Document | None) -> str | None:
    """Why a page or a text is no article, with the remedy; None when it is one, or nothing tells.

    `document` is what it was read as, None where no text was found in it. Markdown and what comes in a container
    (a feed, a mail, a wire file) is never a wall: someone chose it.
    """
    if raw.form not in ("html", "mhtml", "text") or raw.markup not in ("html", "text"):
        return None
    body = document.body if document else ""
    if len(body.split(None, _MOST_WORDS)) <= _MOST_WORDS:
        lines = _visible_lines(raw)
        titles = [(document.title if document else None) or "", *(_page_titles(raw) or lines[:1])]
        named = document is not None and bool(document.authors or document.published or document.dateline)
        if wall := find_wall(titles, body, lines, named=named):
            return f"is {wall.told}; {wall.remedy}"
    return _LIST if raw.markup == "html" and is_front_page(raw.text, body) else None


def find_wall(titles: Sequence[str], body: str, lines: Sequence[str] = (), *, named: bool = False) -> Wall | None:
    """The wall that a page is which was read as an article with this text.

    `lines` are all that the page shows, `named` says whether an author or a day is named.
    """
    paragraphs = [bare for line in body.split("\n") if (bare := line.replace("\\", "").lstrip("#*_> "))]
    words = len(body.split(None, _MOST_WORDS))
    if words > _MOST_WORDS:
        return None
    for wall in load_walls():
        if not named and any(_begins_as_wall(wall, title) for title in titles):
            return wall
        for paragraph in paragraphs[:_FIRST]:
            beside = words - len(paragraph.split())
            if _begins(wall.texts, paragraph) and (not named or beside <= _MOST_WORDS_BESIDE):
                return wall
        if words < _MOST_WORDS_OF_NOTHING and any(_begins(wall.texts, line) for line in lines):
            return wall
        if words <= _MOST_WORDS_OF_TEASER and _asks_below(wall, paragraphs, lines):
            return wall
    return None


def _begins(pattern: str, line: str) -> bool:
    return re.match(pattern, line[:_LONGEST_START], re.IGNORECASE) is not None


def _begins_as_wall(wall: Wall, title: str) -> bool:
    title = " ".join(title[:_LONGEST_START].split())
    match = re.match(wall.titles, title, re.IGNORECASE)
    if match is None:
        return False
    return title[match.end() - 1] in _PARTERS or _HEADLINE.match(title, match.end()) is None


def _asks_below(wall: Wall, paragraphs: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether a line that asks to pay stands somewhere below the text's beginning; above it, it is the page's."""
    first = next((paragraph[:40] for paragraph in paragraphs if not _begins(wall.below, paragraph)), None)
    if first is None:
        return any(_begins(wall.below, line) for line in lines)
    at = max((number for number, line in enumerate(lines) if line.startswith(first)), default=len(lines))
    return any(_begins(wall.below, line) for line in lines[at + 1 :])


# --- what a page shows -----------------------------------------------------------------------------------------------


def _page_titles(raw: RawArticle) -> list[str]:
    match = _TITLE.search(raw.text) if raw.markup == "html" else None
    return [unescape(match[1]).strip()] if match else []


def _visible_lines(raw: RawArticle) -> list[str]:
    """The lines of a text; the blocks of a page, what it shows without scripts among them."""
    if raw.markup == "text":
        return _bare_lines(raw.text.split("\n", _MOST_LINES))
    tree = parse_html(raw.text)
    if tree is None:
        return []
    parts: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _BLOCKS:
            parts.append("\n")
        text = element.text if event == "start" else element.tail
        if text and not (event == "start" and element.tag in _SILENT):
            parts.append(text.replace("\n", " "))
    return _bare_lines("".join(parts).split("\n"))


def _bare_lines(lines: Sequence[str]) -> list[str]:
    return [bare for line in lines[:_MOST_LINES] if (bare := " ".join(line.split()))]
