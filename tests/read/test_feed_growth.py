"""Ten times the feed or table takes about ten times as long to read, sound or damaged."""

from __future__ import annotations

import pytest
from growth import assert_in_proportion

from generator.config import ConvertConfig
from generator.exceptions import UnreadableError
from generator.extract.article import extract_article
from generator.model import RawArticle
from generator.read.sources import read_source

HEAD = "<rss version='2.0'><channel><title>A</title>"
ITEM = "<item><guid>https://example.org/{n}</guid><title>Wall {n}</title><description>It fell {n}.</description></item>"


def feed(content: str) -> str:
    return f"{HEAD}<item><title>A</title><description>It fell. {content}</description></item></channel></rss>"


KINDS = {
    "entries.xml": lambda size: HEAD + "".join(ITEM.format(n=n) for n in range(size // 110)) + "</channel></rss>",
    "damaged.xml": lambda size: HEAD + "".join(ITEM.format(n=n) + " & " for n in range(size // 115)),
    "one entry.xml": lambda size: feed("&lt;p&gt;It was &lt;b&gt;old&lt;/b&gt;.&lt;/p&gt;" * (size // 50)),
    "signs.xml": lambda size: feed("<" * size),
    "elements.xml": lambda size: feed("<a>" * (size // 3)),
    "references.xml": lambda size: feed("&#1;" * (size // 4)),
    "spaces.xml": lambda size: feed(" \n" * (size // 2)),
    "outlines.xml": lambda size: "<opml>" + "<outline xmlUrl=" * (size // 16),
    "rows.csv": lambda size: "title,text\n" + "".join(f'Wall {n},"It\nfell {n}."\n' for n in range(size // 22)),
    "marks.csv": lambda size: "title,text\n" + 'a,"b' * (size // 4),
    "lines.jsonl": lambda size: "".join(f'{{"title": "Wall {n}", "text": "It fell."}}\n' for n in range(size // 43)),
    "brackets.json": lambda size: "[" * size,
    "feed.json": lambda size: (
        '{"version": "https://jsonfeed.org/version/1", "items": ['
        + ", ".join(f'{{"id": "{n}", "content_text": "It fell {n}."}}' for n in range(size // 45))
        + "]}"
    ),
}


def convert(path: str, text: str) -> None:
    try:
        readings = read_source(path, text.encode(), ConvertConfig())
    except UnreadableError:
        readings = ()
    for reading in [reading for reading in readings if isinstance(reading, RawArticle)][:1]:
        extract_article(reading, ConvertConfig())


@pytest.mark.parametrize("path", KINDS)
def test_time_grows_with_the_file(path):
    small, large = (KINDS[path](size) for size in (4_000, 40_000))
    assert_in_proportion(lambda: convert(path, small), lambda: convert(path, large))
