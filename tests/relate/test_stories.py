from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from relate_samples import groups, relate, write

from generator.model import EnrichedArticle

PAIRS = yaml.load(Path(__file__).with_name("hard_pairs.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _read(pair: dict[str, Any], side: str, identity: str) -> EnrichedArticle:
    row = pair[side]
    named = row.get("people", pair.get("people", []))
    return write(
        identity, row["title"], row["text"], row.get("date"), people=tuple(named), days=tuple(row.get("days", ()))
    )


def _read_all() -> tuple[EnrichedArticle, ...]:
    return tuple(_read(pair, side, f"{n:02}-{side}") for n, pair in enumerate(PAIRS) for side in ("one", "other"))


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["name"] for pair in PAIRS])
def test_hard_pair_alone(pair):
    digest = relate(_read(pair, "one", "a"), _read(pair, "other", "b"))

    assert groups(digest) == ([{"a", "b"}] if pair["same"] else [])


def test_hard_pairs_among_all_others():
    expected = [{f"{n:02}-one", f"{n:02}-other"} for n, pair in enumerate(PAIRS) if pair["same"]]

    assert groups(relate(*_read_all())) == expected


RAIL = "Members voted by 88 to 61 to build the railway from Velm to the port of Astra, Oskar Lindqvist said. "


def test_a_story_is_named_after_its_earliest_report_and_titled_as_its_lead():
    digest = relate(
        write("a", "Oars, cake and applause in Velm", RAIL, date(2015, 11, 3)),
        write("b", "Members vote to build Velm-Astra railway", RAIL + "Trains follow.", date(2015, 11, 4)),
        write("c", "Astra railway: what comes now", RAIL + "Surveyors come first, then moles.", date(2015, 11, 6)),
    )

    (story,) = digest.stories
    assert (story.id, story.title) == ("a", "Members vote to build Velm-Astra railway")
    assert story.articles == ("b", "a", "c")
    assert (story.first, story.last) == (date(2015, 11, 3), date(2015, 11, 6))


def test_a_story_has_the_names_of_half_its_reports():
    digest = relate(
        write("a", "Velm-Astra railway", RAIL, date(2015, 11, 3), people=("Oskar Lindqvist",), places=("Velm",)),
        write("b", "Railway to Astra", RAIL, date(2015, 11, 4), people=("Oskar Lindqvist",), places=("Astra",)),
    )

    assert digest.stories[0].entities == ("person/oskar-lindqvist",)


def test_a_story_without_dates_has_no_date():
    text = "The harbour wall of Saltland fell into the sea and four fishing boats sank beside the lighthouse quay."
    digest = relate(write("a", "Harbour wall falls", text, None), write("b", "Harbour wall falls at night", text, None))
    (story,) = digest.stories
    assert (story.first, story.last) == (None, None)
