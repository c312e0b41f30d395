"""Threads of whole affairs, from text to thread: crime to sentence, bill to law; and what only looks like one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from relate_samples import relate

from generator.config import EnrichConfig
from generator.enrich.article import enrich_article
from generator.enrich.lexicon import load_lexicon
from generator.model import Digest, Document, EnrichedArticle
from generator.record.article import make_article

CASES = yaml.load(Path(__file__).with_name("thread_cases.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
OUTLETS = ("Example Tribune", "Sample Wire", "Demo Gazette")


@cache
def read_case(number: int) -> tuple[EnrichedArticle, ...]:
    """Its reports with the names that our own enrichment finds."""
    return tuple(
        enrich_article(
            make_article(
                Document(
                    id=f"{number:02}-{place}",
                    title=row["title"],
                    published=row["date"],
                    source=OUTLETS[place % len(OUTLETS)],
                    body=row["text"],
                ),
                f"articles/{number:02}-{place}.md",
            ),
            lexicon(),
            EnrichConfig(),
        )
        for place, row in enumerate(CASES[number]["reports"])
    )


@cache
def lexicon():
    return load_lexicon(EnrichConfig())


@cache
def everything() -> Digest:
    return relate(*(report for number in range(len(CASES)) for report in read_case(number)))


def groups(digest: Digest) -> set[tuple[str, ...]]:
    """Reports that are of one thread, or of one story in none."""
    stories = {story.id: story.articles for story in digest.stories}
    threads = [
        [a for e in thread.episodes for a in (stories[e.story] if e.story else (e.article,))]
        for thread in digest.threads
    ]
    threaded = {article for thread in threads for article in thread}
    alone = [list(articles) for articles in stories.values() if threaded.isdisjoint(articles)]
    return {tuple(sorted(group)) for group in (*threads, *alone)}


def wanted(number: int, case: dict[str, Any]) -> set[tuple[str, ...]]:
    rows = case.get("threads", [list(range(len(case["reports"])))])
    return {tuple(f"{number:02}-{place}" for place in row) for row in rows}


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["name"] for case in CASES])
def test_case_alone(number):
    case = CASES[number]
    found = groups(relate(*read_case(number)))
    if case.get("missed"):
        assert all(any(set(group) <= set(thread) for thread in wanted(number, case)) for group in found)
    else:
        assert found == wanted(number, case)


def is_found_among_all(number: int) -> bool:
    found = {group for group in groups(everything()) if any(a.startswith(f"{number:02}-") for a in group)}
    return found == wanted(number, CASES[number])


def test_cases_among_all_others():
    wrong = [
        case["name"] for number, case in enumerate(CASES) if not case.get("missed") and not is_found_among_all(number)
    ]
    assert wrong == []


def test_only_cases_that_are_not_found_are_marked_so():
    found = [
        case["name"]
        for number, case in enumerate(CASES)
        if case.get("missed")
        and is_found_among_all(number)
        and groups(relate(*read_case(number))) == wanted(number, case)
    ]
    assert found == []


def test_threads_are_titled_as_one_would_file_them():
    titles = {thread.id[:2]: thread.title for thread in everything().threads}
    by_name = {case["name"]: titles.get(f"{number:02}") for number, case in enumerate(CASES)}
    assert by_name["crime, charge, trial, sentence"] == "Orchard murder"
    assert by_name["bill, vote, law"] == "Norland bottle ban"
    assert by_name["scandal, resignation, charges"] == "Astra dredging contracts"
    assert by_name["pension reform, protest, passage"] == "Vostrania pension reform"
    assert by_name["doping case, ban, appeal"] == "Belmonte ban"
    # Where they share no such phrase, the first headline says more than two names.
    assert by_name["airline in trouble, rescue, collapse"] == "Heron Air seeks cash to survive winter"
    assert by_name["plant to close, protest, buyer"] == "Pitmoor steelworks"
