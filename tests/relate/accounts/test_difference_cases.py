"""Invented reports of one event, and the rows that must and must not come of them (`difference_cases.yml`)."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml
from tellings import account, report

CASES: list[dict[str, Any]] = [
    case
    for part in yaml.load(
        Path(__file__).with_name("difference_cases.yml").read_text("utf-8"), Loader=yaml.CSafeLoader
    ).values()
    for case in part
]


def find_rows(case: dict[str, Any], order: tuple[int, ...] | None = None) -> list[list[str]]:
    sources = case.get("sources") or [None] * len(case["reports"])
    articles = [report("abcdef"[n], text, n, sources[n]) for n, text in enumerate(case["reports"])]
    found = account([articles[n] for n in order] if order else articles).differences
    return [[row.kind, *(cell.text for cell in row.cells)] for row in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reports_differ_where_they_do(case: dict[str, Any]) -> None:
    assert find_rows(case) == case["rows"]


def test_no_case_is_told_twice() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", [case for case in CASES if len(case["reports"]) > 2], ids=lambda case: case["name"])
def test_the_order_in_which_reports_come_does_not_matter(case: dict[str, Any]) -> None:
    for order in permutations(range(len(case["reports"]))):
        assert find_rows(case, order) == case["rows"]
