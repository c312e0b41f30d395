"""Figures, what is counted, and the packaged word lists: every example is read as it says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tellings import reports

from generator.relate.accounts.line import choose_tellings
from generator.relate.accounts.numbers import find_numbers
from generator.relate.accounts.quantities import Quantity, find_quantities
from generator.relate.accounts.sameness import say_same
from generator.relate.accounts.standing import is_idle, is_of_markets, is_of_trading, is_statement, leans, load_lists
from generator.relate.accounts.tokens import tokenise
from generator.relate.accounts.words import load_fact_words, load_number_words, load_role_words


def quantities(text: str, day: date | None = None) -> list[Quantity]:
    (telling,) = choose_tellings("a", reports(text), {})
    return [quantity for line in telling.lines for quantity in find_quantities(line, day, day)]


@pytest.mark.parametrize("example", load_number_words().examples, ids=lambda example: example["text"])
def test_an_example_of_a_number_is_read(example: dict[str, Any]) -> None:
    (number,) = find_numbers(tokenise(example["text"]))
    assert number.value == pytest.approx(example["value"])
    assert number.bound == example["bound"]


@pytest.mark.parametrize(
    ("fact", "text", "value", "noun"),
    [(fact, *example) for fact, examples in load_fact_words().examples.items() for example in examples],
)
def test_an_example_of_a_fact_is_read(fact: str, text: str, value: float, noun: str) -> None:
    (found,) = [quantity for quantity in quantities(text) if quantity.number.value == value]
    assert found.fact == fact
    assert (found.head_text or found.head) == noun or noun == "people"


@pytest.mark.parametrize(
    ("role", "text", "figure"),
    [(role, *example) for role, examples in load_role_words().examples.items() for example in examples],
)
def test_an_example_of_a_role_is_read(role: str, text: str, figure: str) -> None:
    (found,) = [quantity for quantity in quantities(text) if quantity.text == figure]
    assert found.role == role


@pytest.mark.parametrize(
    ("text", "is_background"),
    [
        ("The fire, the worst since 1987, killed 21 people.", False),
        ("The fire was the worst since one in 1987 that killed 40 people.", True),
        ("Since 1990, fires on ferries have killed 40 people.", True),
        ("Thirteen people have died since the ferry caught fire on Sunday.", False),
        ("Thirteen people have died since the war began.", True),
        ("In 1994 a fire killed 40 people.", True),
    ],
)
def test_figures_since_a_day(text: str, is_background: bool) -> None:
    *_, last = quantities(text, date(2016, 3, 7))
    assert last.is_background is is_background


@pytest.mark.parametrize(
    ("text", "name", "age"),
    [
        ("The driver, Tam Reyes, 34, had slept.", "Tam Reyes", 34),
        ("The driver was Tam Reyes, 34.", "Tam Reyes", 34),
        ("The 34-year-old Tam Reyes had slept.", "Tam Reyes", 34),
    ],
)
def test_whose_age_a_figure_is(text: str, name: str, age: int) -> None:
    assert [(q.person, q.number.unit, q.number.value) for q in quantities(text)] == [(name, "age", age)]


@pytest.mark.parametrize(
    ("text", "rate"),
    [("It pays $42 a barrel.", "barrel"), ("Some 60 mm fell in an hour.", "hour"), ("It pays $42 in cash.", "")],
)
def test_what_a_figure_is_for_each_of(text: str, rate: str) -> None:
    assert [quantity.rate for quantity in quantities(text)] == [rate]


@pytest.mark.parametrize(
    "text",
    [
        "He came at 10:30 on the 21st.",
        "The score was 2-1.",
        "Call 0207 782 or room B52.",
        "In 1994 it rained.",
        "Flight 804, Article 50, Phase 2.",
        "They were 10 to 30 strong.",
    ],
)
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    assert not [n for n in find_numbers(tokenise(text)) if n.unit == "count" and n.value not in (782, 207)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("11", "eleven", True),
        ("more than 200", "276", True),
        ("at least 10", "11", True),
        ("at least 10", "27", False),
        ("at least 10", "at least 13", False),
        ("about 60", "64", True),
        ("some 55,000", "about 60,000", False),
        ("1,000", "1,049", True),
        ("190", "186", False),
        ("up to 400,000", "320,000", True),
        ("143 million", "143,100,000", True),
        ("143 million", "145.5 million", False),
        ("more than 300", "at least 280", True),
        ("at least 188", "at least 269", False),
    ],
)
def test_when_two_figures_say_the_same(one: str, other: str, same: bool) -> None:
    first, second = (next(iter(find_numbers(tokenise(f"{text} people")))) for text in (one, other))
    assert say_same(first, second) is say_same(second, first) is same


def test_examples_of_what_cannot_stand_alone() -> None:
    examples = {name: entry["example"] for name, entry in load_lists().items()}
    assert all(leans(examples[name]) for name in ("leaning", "shells", "introducing"))
    assert not any(is_statement(examples[name]) for name in ("pointing", "addressing"))
    assert not leans(examples["complements"])
    assert is_idle(examples["idle"])
    assert all(is_of_trading(examples[name]) for name in ("traded", "trading"))
    assert is_of_markets(examples["markets"])
    assert is_statement("The harbour of Brinemouth was shut on Monday.")
