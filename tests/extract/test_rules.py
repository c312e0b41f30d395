"""Every rule that is data is run on its own example."""

from __future__ import annotations

import re

import pytest

from generator.extract.cleaning import find_rule, load_cleaning, strip_spans
from generator.extract.head.credits import load_caption_rules, read_caption
from generator.extract.lines import Line

CLEANING = load_cleaning()
WHOLE = [rule for rule in CLEANING.rules if rule.scope in ("line", "box", "end")]
SPANS = [rule for rule in CLEANING.rules if rule.scope.endswith("span")]


def line(text: str) -> Line:
    return Line(number=1, text=text)


@pytest.mark.parametrize("rule", WHOLE, ids=lambda rule: rule.id)
def test_a_rule_takes_its_example(rule):
    found = find_rule(rule.example, CLEANING)
    assert found is not None
    assert (found.id, found.scope) == (rule.id, rule.scope)


@pytest.mark.parametrize("rule", SPANS, ids=lambda rule: rule.id)
def test_a_span_is_taken_off_a_line(rule):
    first = rule.scope == "start-span"
    text = f"{rule.example} The wall fell." if first else f"The wall fell. {rule.example}"
    stripped, removed = strip_spans(line(text), CLEANING)
    assert stripped.text == "The wall fell."
    assert [(entry.rule, entry.line) for entry in removed] == [(rule.id, 1)]


def test_rules_have_names_of_their_own_and_no_groups():
    assert len({rule.id for rule in CLEANING.rules}) == len(CLEANING.rules)
    assert all(re.compile(rule.pattern).groups == 0 for rule in CLEANING.rules)


@pytest.mark.parametrize("rule", load_caption_rules(), ids=lambda rule: rule.id)
def test_a_caption_rule_takes_its_example(rule):
    caption = read_caption(rule.example)
    assert caption is not None
    assert (caption.rule, caption.credit) == (rule.id, rule.credit)


@pytest.mark.parametrize(
    "text",
    [
        "Copyright law is to change next year, ministers said.",
        "Most people read the plans and did not believe them.",
        "Support for the mayor has fallen since the flood.",
        "Related costs rose faster than wages, the bank said.",
        "More in hospital after bus crash",
        "Share prices fell in Asia on Thursday.",
        "Analysis: why the wall fell",
        "Video shows the moment the wall fell",
        "Live music returns to the harbour after ten years.",
        "Ends of ropes hung from the wall.",
        "Advertising revenue halved within a year, the paper said.",
        "Cookies are baked in the old mill every Friday.",
        "The report may not be published before May.",
        "Follow the money, he told the inquiry on Tuesday.",
        "Comment was not available from the harbour office.",
        "She said she had no permission to speak.",
    ],
)
def test_prose_and_headlines_are_not_furniture(text):
    assert find_rule(text, CLEANING) is None
    assert strip_spans(line(text), CLEANING)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "He met the family in the picture above, she said.",
        "The credit was refused: nobody knew why.",
        "He said it to Reuters.",
        "Photographs of the wall were shown to the jury on Monday.",
        "The image of the town has changed, the mayor said.",
    ],
)
def test_prose_is_no_caption(text):
    assert read_caption(text) is None
