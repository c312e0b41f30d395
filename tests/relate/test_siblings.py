from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.relate.reports import Report
from generator.relate.siblings import are_apart, tell_apart
from generator.relate.vectors import make_vectors

DAY = date(2015, 11, 3)
COMMON = ("robber", "jeweller", "paris", "diamond", "police")
ONE = tuple("champ elysee lorry sunday motorbike hammer tiara insurer".split())
OTHER = tuple("vendome axe pistol burnt scooter watch window passer".split())


Text: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]


def _texts(words: tuple[str, ...], count: int, seed: int) -> list[Text]:
    """Reports of one event: what all such events have, and most of what this one has."""
    random = Random(seed)
    return [((), (*COMMON, *random.sample(words, 6), *(f"own{seed}{n}{k}" for k in range(5)))) for n in range(count)]


def _reports(*texts: Text, days: Sequence[date | None] | None = None) -> list[Report]:
    none: frozenset[Any] = frozenset()
    return [
        Report(
            id=f"{place:04d}",
            day=day,
            vector=vector,
            title={},
            headline=(),
            opening=(),
            numbers=none,
            turns=none,
            names=none,
            principals=(),
            places=(),
            title_places=(),
            title_names=(),
            event_days=none,
        )
        for place, (vector, day) in enumerate(zip(make_vectors(texts), days or [None] * len(texts), strict=True))
    ]


def test_two_events_of_one_kind_are_told_apart():
    reports = _reports(*_texts(ONE, 5, 1), *_texts(OTHER, 4, 2))

    assert tell_apart(reports, 4) == [[0, 1, 2, 3, 4], [5, 6, 7, 8]]


def test_one_event_is_left_whole():
    reports = _reports(*_texts(ONE, 9, 1))

    assert tell_apart(reports, 4) == [list(range(9))]


def test_too_few_reports_tell_nothing():
    reports = _reports(*_texts(ONE, 3, 1), *_texts(OTHER, 2, 2))

    assert tell_apart(reports, 4) == [list(range(5))]


def test_the_fewer_reports_a_half_has_the_further_from_the_other_it_has_to_be():
    near = (*ONE[:7], *OTHER[7:])

    def count(number: int) -> int:
        return len(tell_apart(_reports(*_texts(ONE, number, 1), *_texts(near, number, 2)), 4))

    assert (count(4), count(12)) == (1, 2)


def test_a_large_group_is_dealt_to_the_events_found_in_a_part_of_it():
    days = [DAY + timedelta(days=n >= 70) for n in range(120)]
    reports = _reports(*_texts(ONE, 70, 1), *_texts(OTHER, 50, 2), days=days)

    assert tell_apart(reports, 4) == [list(range(70)), list(range(70, 120))]


def test_reports_of_two_weeks_that_share_only_their_subject_are_two_events():
    weeks = [DAY + timedelta(days=9 * (n >= 3)) for n in range(6)]
    two = _reports(*_texts(ONE, 3, 1), *_texts(OTHER, 3, 2), days=weeks)
    one = _reports(*_texts(ONE, 6, 1), days=[DAY] * 6)

    assert are_apart(two[:3], two[3:], 4)
    assert not are_apart(one[:3], one[3:], 4)


def test_without_days_or_with_one_report_nothing_is_kept_apart():
    reports = _reports(*_texts(ONE, 2, 1), *_texts(OTHER, 2, 2))

    assert not are_apart(reports[:2], reports[2:], 4)
    assert not are_apart(reports[:1], reports[2:], 4)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 99))
def test_each_report_is_of_one_event(one, other, seed):
    reports = _reports(*_texts(ONE, one, seed), *_texts(OTHER, other, seed + 1))
    events = tell_apart(reports, 4)

    assert sorted(place for event in events for place in event) == list(range(len(reports)))
