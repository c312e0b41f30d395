"""What a reader expects of the accounts of invented stories: how they open, their days, what one report alone has."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from tellings import account, report, sentence

from generator.model import Account, EnrichedArticle

_FILE = Path(__file__).with_name("story_cases.yml")
_CASES = [case for half in yaml.safe_load(_FILE.read_text("utf-8")).values() for case in half]


def told(case: dict[str, Any]) -> tuple[list[EnrichedArticle], Account]:
    articles = [
        report(
            f"{case['name']}-{number}",
            row["text"],
            source=row["source"],
            title=row["title"],
            published=datetime.fromisoformat(row["published"].replace("Z", "+00:00")),
        )
        for number, row in enumerate(case["reports"])
    ]
    return articles, account(articles)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["name"])
def test_a_story_is_told_as_a_reader_expects(case: dict[str, Any]) -> None:
    articles, found = told(case)
    first = sentence(articles, found.summary[0])
    assert first.startswith(tuple(case["opens"]))
    days = {day.value for day in found.timeline}
    expected = [str(day) for day in case["days"]]
    assert {day for day in expected if not day.endswith("?")} <= days <= {day.rstrip("?") for day in expected}
    alone = [sentence(articles, sole.claim) for sole in found.soles]
    assert not [text for text in alone if text.startswith(tuple(case["trifles"]))]
    assert [news for news in case["news"] if not any(text.startswith(news) for text in alone)] == []


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["name"])
def test_no_two_sentences_of_a_summary_say_the_same(case: dict[str, Any]) -> None:
    articles, found = told(case)
    words = [set(sentence(articles, claim).lower().split()) for claim in found.summary]
    pairs = [(one, other) for at, one in enumerate(words) for other in words[at + 1 :]]
    assert all(len(one & other) <= 0.6 * min(len(one), len(other)) for one, other in pairs)
