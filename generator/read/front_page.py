"""Front pages: a saved page that lists articles comes in; whether it is one goes out.

Told by headlines that lead elsewhere, each over a teaser; where a page says itself that it is an article, it is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.html_tree import parse_html

_LEAST_HEADLINES, _LEAST_SHARE, _MOST_WORDS_OF_TEASER = 6, 0.3, 40
_LEAST_WORDS, _MOST_LINKS, _LONGEST_HEADLINE = 4, 2000, 300
_ARTICLE = re.compile(
    r"og:type[\"']?\s{1,5}content=[\"']?article|[\"']@type[\"']\s{0,5}:\s{0,5}\[?\s{0,5}[\"'](?:\w{0,20}Article|\w{0,20}Posting)[\"']"
    r"|itemprop=[\"']?articleBody",
    re.IGNORECASE,
)


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
    return tuple(dict.fromkeys(_plain(text)[:_LONGEST_HEADLINE] for text in texts if len(text.split()) >= _LEAST_WORDS))


def _plain(text: str) -> str:
    """A paragraph of Markdown as a page shows it, as far as its first words."""
    bare = re.sub(r"\A[*_]{0,3}\[([^\[\]]{1,300})\]\([^()\s]{0,500}\)", r"\1", text)
    return bare.replace("\\", "").strip("*_ ").casefold()
