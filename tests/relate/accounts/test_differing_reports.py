"""Whole reports of one event, freely worded (`differing_reports.yml`): the rows that come of them, and no others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tellings import account, report, reports, rows

from generator.model import HEADLINE
from generator.relate.accounts.happenings import load_happenings
from generator.relate.accounts.manners import load_manners

CASES: list[dict[str, Any]] = [
    case
    for part in yaml.load(
        Path(__file__).with_name("differing_reports.yml").read_text("utf-8"), Loader=yaml.CSafeLoader
    ).values()
    for case in part
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reports_differ_in_what_they_contradict(case: dict[str, Any]) -> None:
    articles = [report("ab"[n], each["text"], n, title=each["title"]) for n, each in enumerate(case["reports"])]
    found = [[row.kind, row.subject, *(cell.text for cell in row.cells)] for row in account(articles).differences]
    assert found == case["rows"]


@pytest.mark.parametrize(
    ("text", "said"),
    [tuple(example) for row in load_happenings().values() for example in row["examples"]],
)
def test_examples_of_what_happens_once(text: str, said: str) -> None:
    """Two reports that differ in it alone differ."""
    other = "1.37pm" if said[0].isdigit() else "Dublin" if said == "Leeds" else "Leeds"
    found = rows(text, text.replace(said, other))
    assert [[cell for cell, _ in cells] for _, cells in found] == [[said, other]]


@pytest.mark.parametrize("examples", [row["examples"] for row in load_manners().values()], ids=lambda row: row[0])
def test_examples_of_what_came_about_in_two_ways(examples: list[str]) -> None:
    one, said, other, said_too = examples
    assert [[cell for cell, _ in cells] for _, cells in rows(one, other)] == [[said, said_too]]


@pytest.mark.parametrize(
    "other",
    [
        "Lena Voss refused to quit, and was dismissed on Monday.",
        "Lena Voss was nearly dismissed on Monday, but resigned.",
        "The bank might have dismissed Lena Voss on Monday.",
        "Piet Haan was dismissed on Monday.",
    ],
)
def test_ways_that_do_not_exclude_one_another_are_no_row(other: str) -> None:
    assert rows("Lena Voss resigned on Monday.", other) == []


def test_a_toll_that_only_a_headline_tells_is_quoted_from_it() -> None:
    one = report("a", "Villages lay in ruins after the quake in Saltland.", title="Quake kills 12 in Saltland")
    other = report("b", "The quake in Saltland killed nine people, officials said.", 1, title="Walls fall in Saltland")
    (row,) = account([one, other]).differences
    assert [(cell.text, cell.claims[0].sentence) for cell in row.cells] == [("12", HEADLINE), ("nine", 0)]


def test_of_a_toll_the_text_counts_not_the_headline() -> None:
    (one,) = reports("The quake killed 12 people in Saltland.")
    late = report("b", "The quake killed 12 people in Saltland.", 1, title="Quake kills nine in Saltland")
    assert account([one, late]).differences == ()
