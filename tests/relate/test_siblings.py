from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.relate.siblings import tell_apart
from generator.relate.vectors import Vector, make_vectors

DAY = date(2015, 11, 3)
COMMON = ("robber", "jeweller", "paris", "diamond", "police")
ONE = tuple("champ elysee lorry sunday motorbike hammer tiara insurer".split())
OTHER = tuple("vendome axe pistol burnt scooter watch window passer".split())


def _reports(words: tuple[str, ...], count: int, seed: int) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Reports of one event: what all such events have, and most of what this one has."""
    random = Random(seed)
    return [((), (*COMMON, *random.sample(words, 6), *(f"own{seed}{n}{k}" for k in range(5)))) for n in range(count)]


def _vectors(*texts: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[Vector, ...]:
    return make_vectors(texts)


def test_two_events_of_one_kind_are_told_apart():
    vectors = _vectors(*_reports(ONE, 5, 1), *_reports(OTHER, 4, 2))

    assert tell_apart(vectors, [None] * 9, 4) == [[0, 1, 2, 3, 4], [5, 6, 7, 8]]


def test_one_event_is_left_whole():
    vectors = _vectors(*_reports(ONE, 9, 1))

    assert tell_apart(vectors, [None] * 9, 4) == [list(range(9))]


def test_too_few_reports_tell_nothing():
    vectors = _vectors(*_reports(ONE, 3, 1), *_reports(OTHER, 2, 2))

    assert tell_apart(vectors, [None] * 5, 4) == [list(range(5))]


def test_copies_are_one_report():
    vectors = _vectors(*_reports(ONE, 4, 1), *(_reports(OTHER, 1, 2) * 4))

    assert tell_apart(vectors, [None] * 8, 4) == [list(range(8))]


def test_a_large_group_is_dealt_to_the_events_found_in_a_part_of_it():
    vectors = _vectors(*_reports(ONE, 70, 1), *_reports(OTHER, 50, 2))

    assert tell_apart(vectors, [DAY + timedelta(days=n >= 70) for n in range(120)], 4) == [
        list(range(70)),
        list(range(70, 120)),
    ]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 99))
def test_each_report_is_of_one_event(one, other, seed):
    vectors = _vectors(*_reports(ONE, one, seed), *_reports(OTHER, other, seed + 1))
    events = tell_apart(vectors, [None] * len(vectors), 4)

    assert sorted(place for event in events for place in event) == list(range(len(vectors)))
