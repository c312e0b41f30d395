from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from relate_samples import groups, relate, write

from generator.model import EnrichedArticle

PAIRS = yaml.load(Path(__file__).with_name("hard_pairs.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)

SIDES = ("one", "other")


def _read(pair: dict[str, Any], side: str, identity: str) -> EnrichedArticle:
    row = pair[side]
    people, places = (tuple(row.get(kind, pair.get(kind, []))) for kind in ("people", "places"))
    days = tuple(row.get("days", ()))
    return write(identity, row["title"], row["text"], row.get("date"), people=people, places=places, days=days)


def _identity(row: dict[str, Any]) -> str:
    """One text is one report, in however many pairs it stands."""
    return f"{crc32(row['text'].encode()):08x}"


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["name"] for pair in PAIRS])
def test_hard_pair_alone(pair):
    digest = relate(_read(pair, "one", "a"), _read(pair, "other", "b"))

    assert groups(digest) == ([{"a", "b"}] if pair["same"] else [])


def test_hard_pairs_among_all_others():
    reports = {_identity(pair[side]): _read(pair, side, _identity(pair[side])) for pair in PAIRS for side in SIDES}
    story = {report: story.id for story in relate(*reports.values()).stories for report in story.articles}

    def are_together(pair: dict[str, Any]) -> bool:
        one, other = (story.get(identity, identity) for identity in (_identity(pair[side]) for side in SIDES))
        return one == other

    assert [pair["name"] for pair in PAIRS if are_together(pair) != pair["same"]] == []


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


EVENTS = (
    "gale slate chapel steeple parish organ bell verger roof pilgrim vicar belfry hymn altar",
    "barge lock canal sluice keeper skipper cargo gravel towpath weir bridge crew pump rope",
    "orchard blossom frost cider apple grower bees hail harvest crate press barrel ladder pruner",
    "comet telescope dome astronomer orbit tail mirror eclipse lens mount night catalogue spectrum dust",
)


@st.composite
def _reports(draw: st.DrawFn) -> list[EnrichedArticle]:
    """Reports of invented events, each with most of its event's words; the first letter of the id tells the event."""
    made = []
    for event, words in zip("abcd", EVENTS, strict=True):
        for number in range(draw(st.integers(0, 4))):
            told = Random(draw(st.integers(0, 999))).sample(words.split(), 11)
            day = draw(st.none() | st.dates(date(2015, 12, 1), date(2015, 12, 4)))
            made.append(write(f"{event}{number}", " ".join(told[:4]), " ".join(told), day))
    return made


@settings(max_examples=30, deadline=None)
@given(_reports(), st.randoms(use_true_random=False))
def test_stories_are_the_same_in_whatever_order_their_reports_come(reports, random: Random):
    shuffled = list(reports)
    random.shuffle(shuffled)
    digest = relate(*reports)

    assert relate(*shuffled).stories == digest.stories
    assert all(len({identity[0] for identity in story.articles}) == 1 for story in digest.stories)


@settings(max_examples=20, deadline=None)
@given(_reports(), st.integers(0, 3))
def test_a_new_report_changes_no_story_of_another_event(reports, event):
    """Its own story may gain it; the others, which have no word in common with it, are as they were."""
    words = EVENTS[event].split()
    new = write(f"{'abcd'[event]}9", " ".join(words[:4]), " ".join(words), date(2015, 12, 5))
    before, after = ({frozenset(story.articles) for story in relate(*r).stories} for r in (reports, [*reports, new]))

    assert {group for group in before if "abcd"[event] not in "".join(group)} <= after


def test_reports_that_come_one_by_one_deal_no_older_story_anew():
    """A report may join a story, or bring two together; none is parted, and what it does not touch stays."""
    reports = {_identity(pair[side]): _read(pair, side, _identity(pair[side])) for pair in PAIRS for side in SIDES}
    dated = {identity: report for identity, report in reports.items() if report.article.published is not None}
    ordered = sorted(dated, key=lambda identity: (str(dated[identity].article.published), identity))
    before: list[set[str]] = []
    for number in range(len(ordered) - 40, len(ordered) + 1):
        after = groups(relate(*(dated[identity] for identity in ordered[:number])))
        newest = ordered[number - 1]
        for story in before:
            assert any(story <= later for later in after), newest
        for later in after:
            assert newest in later or later in before or number == len(ordered) - 40, newest
        before = after
