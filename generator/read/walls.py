"""Pages that hold no article of their own: a wall before one, or a front page. A page comes in; which, goes out.

A wall is told by what its title or a paragraph begins with, on a page of few words. A front page is told by headlines
that lead elsewhere, each over a teaser; where a page says itself that it is an article, it is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from generator.html_tree import parse_html

_MOST_WORDS = 250
"""Of a wall: questions of consent are longest."""
_LONGEST_START = 300
_FIRST = 3
"""Paragraphs that may begin with a wall's words; below a story they are what is left of its page's furniture."""
_LEAST_HEADLINES, _LEAST_SHARE, _MOST_WORDS_OF_TEASER = 6, 0.3, 40
_LEAST_WORDS, _MOST_LINKS = 4, 2000
_ARTICLE = re.compile(
    r"og:type[\"']?\s{1,5}content=[\"']?article|[\"']@type[\"']\s{0,5}:\s{0,5}\[?\s{0,5}[\"'](?:\w{0,20}Article|\w{0,20}Posting)[\"']"
    r"|itemprop=[\"']?articleBody",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """A kind of page before an article. See walls.yml."""

    id: str
    told: str
    titles: str
    texts: str
    example: str
    counter: str


@cache
def load_walls() -> tuple[Wall, ...]:
    """The packaged kinds."""
    text = resources.files("generator.read").joinpath("walls.yml").read_text(encoding="utf-8")
    return tuple(Wall(**entry) for entry in yaml.load(text, Loader=yaml.CSafeLoader)["walls"])


def find_wall(titles: Sequence[str], body: str) -> str | None:
    """What a page is that was read as an article with this text, when it is a wall: `a check of browsers`."""
    if len(body.split(None, _MOST_WORDS)) > _MOST_WORDS:
        return None
    starts = [line.lstrip("#*_> ")[:_LONGEST_START] for line in body.split("\n") if line.strip()][:_FIRST]
    for wall in load_walls():
        if any(re.match(wall.titles, title.strip()[:_LONGEST_START], re.IGNORECASE) for title in titles):
            return wall.told
        if any(re.match(wall.texts, start, re.IGNORECASE) for start in starts):
            return wall.told
    return None


def is_front_page(page: str, body: str) -> bool:
    """Whether a page read as an article with this text is a list of others: headlines that lead there, and teasers."""
    paragraphs = [" ".join(part.split()).lstrip("# ") for part in body.split("\n\n") if part.strip()]
    if len(paragraphs) < _LEAST_HEADLINES or _ARTICLE.search(page):
        return False
    if len(body.split()) > _MOST_WORDS_OF_TEASER * len(paragraphs):
        return False
    headlines = tuple(_linked_headlines(page))
    led = sum(1 for text in paragraphs if _plain(text) in headlines or _plain(text).startswith(headlines))
    return led >= _LEAST_HEADLINES and led >= _LEAST_SHARE * len(paragraphs)


def _linked_headlines(page: str) -> Sequence[str]:
    tree = parse_html(page)
    if tree is None:
        return ()
    links = list(tree.iter("a"))[:_MOST_LINKS]
    texts = (" ".join("".join(link.itertext()).split()) for link in links if link.get("href"))
    return tuple(dict.fromkeys(_plain(text)[:_LONGEST_START] for text in texts if len(text.split()) >= _LEAST_WORDS))


def _plain(text: str) -> str:
    """A paragraph of Markdown as a page shows it, as far as its first words."""
    bare = re.sub(r"\A[*_]{0,3}\[([^\[\]]{1,300})\]\([^()\s]{0,500}\)", r"\1", text)
    return bare.replace("\\", "").strip("*_ ").casefold()
