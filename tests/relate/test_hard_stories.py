"""Invented reports over days and weeks, read and enriched as articles are: which are one story?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from relate_samples import groups, relate

from generator.config import EnrichConfig
from generator.enrich.article import enrich_article
from generator.enrich.lexicon import Lexicon, load_lexicon
from generator.model import EnrichedArticle
from generator.record.article import make_article
from generator.record.document import read_document

CASES = yaml.load(Path(__file__).with_name("hard_stories.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
OUTLETS = "Morning Post,Velm Tribune,Harbour Gazette,Daily Courier,Northern Star,Evening Echo,Free Press".split(",")
COPIERS = ("Valley News", "Coast Mail")


@cache
def _lexicon() -> Lexicon:
    return load_lexicon(EnrichConfig())


@cache
def _read(title: str, text: str, day: str, identity: str, source: str) -> EnrichedArticle:
    front = f"id: {identity}\ntitle: {json.dumps(title)}\nsource: {source}\npublished: {day}"
    path = f"articles/{identity}.md"
    article = make_article(read_document(f"---\n{front}\n---\n\n{text}\n", path), path)
    return enrich_article(article, _lexicon(), EnrichConfig())


def _report(case: dict[str, Any], place: int, identity: str, source: str) -> EnrichedArticle:
    row = case["reports"][place]
    return _read(row["title"], row["text"], row["date"].isoformat(), identity, source)


def _choices(case: dict[str, Any]) -> Iterator[tuple[Sequence[int], bool]]:
    """Which reports are there, and whether two more outlets carry one of them."""
    every = range(len(case["reports"]))
    yield every, False
    first, copied = case.get("first", 0), case.get("copied")
    late = every[first:]
    for number in range(1, first):
        yield (*range(number), *late), False
    if copied is not None:
        yield every, True
        yield (copied, *late), True
        yield (*sorted((copied, (copied + 1) % first)), *late), True


TRIED = [
    pytest.param(
        case,
        chosen,
        copied,
        marks=[pytest.mark.xfail(strict=True)] * case.get("missed", False),
        id=f"{case['name']}: {[*chosen]}{' and copies' if copied else ''}",
    )
    for case in CASES
    for chosen, copied in _choices(case)
]


@pytest.mark.parametrize(("case", "chosen", "copied"), TRIED)
def test_hard_stories(case: dict[str, Any], chosen: Sequence[int], copied: bool):
    reports = {place: [_report(case, place, f"{place:012}", OUTLETS[place])] for place in chosen}
    if copied:
        more = [_report(case, case["copied"], f"{name:012}", source) for name, source in enumerate(COPIERS, 100)]
        reports[case["copied"]] += more
    names = {place: {report.article.id for report in each} for place, each in reports.items()}
    stories = [set().union(*(names[place] for place in story if place in names)) for story in case["stories"]]

    found = groups(relate(*(report for each in reports.values() for report in each)))
    assert found == sorted((story for story in stories if len(story) > 1), key=sorted)
