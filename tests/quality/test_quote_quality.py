"""Quotations and who says them, on passages marked by hand (quotes.yml), against floors on both parts."""

from __future__ import annotations

import json

import pytest
from conftest import REPOSITORY
from quote_passages import load_passages, measure, pairs

PASSAGES = load_passages()
FLOORS = json.loads((REPOSITORY / "tests" / "quality" / "floors.json").read_text("utf-8"))["quotes"]
PARTS = {
    "tuned on": [passage for passage in PASSAGES if not passage.aside],
    "kept aside": [passage for passage in PASSAGES if passage.aside],
}


@pytest.mark.parametrize("part", PARTS)
def test_quotations_and_speakers(part):
    reached = measure(PARTS[part])._asdict()
    missed = [
        f"{passage.kind}: marked {one}, found {other}"
        for passage in PARTS[part]
        for one, other in pairs(passage)
        if one is None or other is None or one.speaker != other.speaker
    ]
    below = {name: (reached[name], floor) for name, floor in FLOORS[part].items() if reached[name] < floor}
    assert not below, "\n".join(missed)


def test_the_passages_are_many_and_of_all_shapes():
    assert len(PASSAGES) >= 100
    marks = {passage.text[one.start] for passage in PASSAGES for one in passage.quotes}
    assert marks >= {'"', "“", "‘", "'", "«", "`"}
    assert sum(not passage.quotes for passage in PASSAGES) >= 15
