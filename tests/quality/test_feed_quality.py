"""Feeds of other projects' test suites, which are not in the repository: what they expect beside what is read.

Agreement is the share of entries, of those for which a value is expected, whose value is the expected one. What is
short of 1 is known: content of other types than text (video, JSON) is none of an article's; escaped twice within
Base64, markup stays escaped; and feedparser has no address for a link whose attribute `uri` is none of the web.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from conftest import REPOSITORY

from generator.config import ConvertConfig
from generator.exceptions import GeneratorError, UnreadableError
from generator.extract.article import extract_article
from generator.model import Origin, Problem, RawArticle
from generator.moments import instant
from generator.read.decoding import decode_text
from generator.read.feeds.entry import Entry
from generator.read.feeds.feed import parse_feed
from generator.read.plain_html import strip_tags
from generator.read.source import Source
from generator.read.sources import read_source
from generator.record.body import render_body

FLOORS = json.loads((REPOSITORY / "tests" / "quality" / "floors.json").read_text("utf-8"))["feeds"]
OPTIONS = ConvertConfig()
pytestmark = pytest.mark.slow


@pytest.fixture
def feeds(shared) -> Path:
    return shared / "data" / "feeds"


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def fold(text: str) -> list[str]:
    return words(strip_tags(strip_tags(text)))


def value_of(expected: object) -> str:
    return str(expected.get("value") or "") if isinstance(expected, dict) else str(expected or "")


def link_of(item: dict) -> str:
    links = [link for link in item.get("links") or [] if isinstance(link, dict)]
    alternate = (link["href"] for link in links if link.get("rel", "alternate") == "alternate" and "href" in link)
    return str(item.get("link") or next(alternate, "")).strip()


def compare(item: dict, entry: Entry) -> dict[str, bool]:
    """For each field that is expected, whether it was read so."""
    published = entry.published or entry.updated
    updated = entry.updated or entry.published
    dates = {
        "published": item.get("pubDateParsed") or item.get("publishedParsed"),
        "updated": item.get("updatedParsed"),
    }
    read = {"published": published, "updated": updated}
    agreed = {
        name: read[name] is not None and instant(read[name]) == datetime.fromisoformat(expected)
        for name, expected in dates.items()
        if expected
    }
    texts = {
        "title": (item.get("title") or "", entry.title or ""),
        "content": (value_of(item.get("content")), entry.content),
        "summary": (value_of(item.get("description") or item.get("summary")), entry.summary or entry.content),
    }
    agreed |= {name: fold(expected) == fold(got) for name, (expected, got) in texts.items() if expected}
    if link := link_of(item):
        agreed["link"] = link == entry.url
    if identifier := value_of(item.get("guid") or item.get("id")):
        agreed["id"] = identifier == entry.identifier
    return agreed


def test_entries_are_read_as_expected(feeds):
    expected, agreed = Counter(), Counter()
    for file in sorted([*(feeds / "gofeed" / "rss").glob("*.json"), *(feeds / "gofeed" / "atom").glob("*.json")]):
        data = file.with_suffix(".xml").read_bytes()
        source = Source(origin=Origin(path=file.stem, sha256=""), data=data, text=decode_text(data))
        _, entries, _ = parse_feed(source)
        wanted = json.loads(file.read_text("utf-8"))
        items = wanted.get("items") or wanted.get("entries") or []
        expected["entries"] += 1
        agreed["entries"] += len(items) == len(entries)
        for item, entry in zip(items, entries, strict=False):
            told = compare(item, entry)
            expected.update(told.keys())
            agreed.update(name for name, same in told.items() if same)
    figures = {name: round(agreed[name] / expected[name], 3) for name in sorted(expected)}
    assert {name: figure for name, figure in figures.items() if figure < FLOORS[name]} == {}, figures


def explain(file: Path) -> list[str]:
    """The messages of what was not read in a file; every article that was read has a text."""
    try:
        readings = read_source(file.name, file.read_bytes(), OPTIONS)
    except UnreadableError as error:
        return [str(error)]
    assert readings
    messages = []
    for reading in readings:
        try:
            article = None if isinstance(reading, Problem) else extract_article(reading, OPTIONS)
        except GeneratorError as error:
            messages.append(str(error))
            continue
        messages.extend([] if article else [reading.message])
        assert article is None or article.document.body
    return messages


def test_every_file_gives_articles_or_says_why_not(feeds):
    files = sorted(path for path in feeds.rglob("*") if path.is_file())
    unsaid = [message for file in files for message in explain(file) if not message.startswith(f"{file.name}: ")]
    assert unsaid == []


def test_no_word_of_an_entry_is_lost(feeds):
    total = lost = 0
    for file in sorted((feeds / "miniflux").glob("*.xml")):
        for reading in read_source(file.name, file.read_bytes(), OPTIONS):
            if isinstance(reading, RawArticle):
                extraction = extract_article(reading, OPTIONS)
                shown = render_body(extraction.document.body).text
                kept = Counter(words(f"{shown} {' '.join(entry.text for entry in extraction.removed)}"))
                said = Counter(words(strip_tags(reading.text)))
                total += sum(said.values())
                lost += sum((said - kept).values())
    assert lost <= (1 - FLOORS["words"]) * total, (lost, total)
