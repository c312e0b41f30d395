"""What one source alone reports: facts that no other has in any words; nothing where all reports are of one outlet."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tellings import account, report, sentence

_FILE = Path(__file__).with_name("sole_cases.yml")
_CASES = [row for half in yaml.safe_load(_FILE.read_text("utf-8")).values() for row in half]
_ONE = "A car ferry burned off Brinemouth on Sunday night and 13 people were killed, the coastguard said."
_OTHER = "Thirteen people were killed when a car ferry caught fire off Brinemouth on Sunday night, the coastguard said."
_FINE = "The owner, Vane Lines, paid a fine of £240,000 for a broken fire door of the ferry."


def alone(says: str, tells: str, source: str = "Gazette") -> dict[str, tuple[str, ...]]:
    """What the second report is alone with, and the words that tell so."""
    articles = [
        report("a", f"{_ONE}\n\n{says}", source="Tribune"),
        report("b", f"{_OTHER}\n\n{tells}", 1, source=source),
    ]
    return {sentence(articles, s.claim): s.what for s in account(articles).soles if s.claim.article == "b"}


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case['tells'][:40]} | {case['says'][:40]}")
def test_a_sentence_is_alone_unless_another_report_says_it_in_any_words(case: dict[str, object]) -> None:
    assert (case["tells"] in alone(str(case["says"]), str(case["tells"]))) is case["alone"]


def test_the_words_that_nobody_else_has_are_named() -> None:
    assert alone("Lifeboats came.", _FINE) == {_FINE: ("Vane Lines", "£240,000")}


def test_reports_of_one_outlet_are_none_against_one_another() -> None:
    assert alone("Lifeboats came.", _FINE, source="Tribune") == {}


def test_a_country_or_a_dateline_is_not_worth_a_line() -> None:
    assert alone("Lifeboats came.", "People in Germany looked at pictures of the ferry for days.") == {}
    assert alone("Lifeboats came.", "PORT ARDEN (Coast Wire) - The ferry burned through the night at Brinemouth.") == {}
