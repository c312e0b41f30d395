"""Under which day a sentence is told: that of its main event, marked where it is only planned."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tellings import account, report, sentence

from generator.relate.accounts.day_roles import find_day_roles
from generator.relate.accounts.day_words import load_day_lists
from generator.relate.accounts.line import choose_tellings
from generator.relate.chronology import day_of_article

_FILE = Path(__file__).with_name("day_cases.yml")
_CASES = [row for half in yaml.safe_load(_FILE.read_text("utf-8")).values() for row in half]
_A_DAY = 24
FIRE = "A car ferry burned off Brinemouth and 13 people were killed."


def days_of(text: str) -> list[str]:
    """The days of the sentences of a report of Tuesday, 8 March 2016."""
    article = report("a", text, _A_DAY)
    (telling,) = choose_tellings("a", [article], {})
    roles = (find_day_roles(line, day_of_article(article.article)) for line in telling.lines)
    return [f"{day} planned" if role == "planned" else f"{day}" for found in roles for day, role in found.items()]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["text"][:60])
def test_a_sentence_stands_under_the_day_of_its_main_event(case: dict[str, object]) -> None:
    assert days_of(str(case["text"])) == [str(day) for day in case["days"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", load_day_lists())
def test_each_list_has_an_example(name: str) -> None:
    example = load_day_lists()[name]["example"]
    assert days_of(example["text"]) == [str(day) for day in example["days"]]  # type: ignore[index]


def test_what_happened_takes_the_place_of_what_was_planned() -> None:
    told = "Divers looked at the burned ferry on Tuesday and found its door."
    articles = [
        report("a", f"{FIRE} It had left port on Sunday. Divers will look at the burned ferry on Tuesday."),
        report("b", f"{FIRE} {told} The council of Brinemouth will meet about the ferry on Thursday.", 30),
    ]
    found = {
        day.value: (day.is_planned, [sentence(articles, claim) for claim in day.claims])
        for day in account(articles).timeline
    }
    assert found["2016-03-08"] == (False, [told])
    assert found["2016-03-10"][0]


def test_an_hour_alone_and_words_quoted_tell_no_day() -> None:
    assert days_of("The alarm went off at 7.30 p.m. in the harbour of Brinemouth.") == []
    assert days_of("The mayor spoke on the show “Brinemouth Tonight” about the ferry.") == []
