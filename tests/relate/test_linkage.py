from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.relate.linkage import Groups, Scores

SURE = Scores(9.0, 9.0, 9.0)
NEAR = Scores(1.5, 1.5, 1.5)
FAR = Scores(0.0, 0.0, 0.0)
CHAIN = {(0, 1): SURE, (1, 2): NEAR, (2, 3): SURE}
WHOLE = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.builds(Scores, st.floats(0, 3), st.floats(0, 3), st.floats(0, 3)),
    max_size=30,
)


def never(one: Sequence[int], other: Sequence[int]) -> bool:
    return False


def link(
    scores: Mapping[tuple[int, int], Scores],
    rest: Scores = FAR,
    lots: Sequence[Sequence[int]] | None = None,
    apart=never,
    days: Sequence[int] = (),
) -> list[list[int]]:
    """Groups of the places in `scores`, which come in lots, or all at once; other pairs score `rest`."""
    told = [date(2021, 3, 6) + timedelta(days=day) for day in days]
    groups = Groups(lambda one, other: scores.get((one, other), rest), apart, told, patience=20)
    for lot in lots or [sorted({place for pair in scores for place in pair})]:
        groups.add(lot, [pair for pair in scores if pair[1] in lot])
    return [group for group in groups.listed() if len(group) > 1]


def test_merges_by_the_mean_and_not_by_the_best_pair():
    assert link(CHAIN) == [[0, 1], [2, 3]]
    assert link(CHAIN, NEAR) == [[0, 1, 2, 3]]


def test_two_that_are_enough_only_among_many_stay_two():
    assert link({(0, 1): Scores(0.9, 9.0, 0.9)}) == []


def test_a_large_group_takes_in_what_is_enough_among_many():
    strong = {(a, b): Scores(2.0, 2.0, 2.0) for b in range(5) for a in range(b)}
    weak = {(a, 5): Scores(0.5, 1.1, 0.5) for a in range(5)}

    assert link({**strong, **weak}) == [[0, 1, 2, 3, 4, 5]]
    assert link({**strong, (0, 5): Scores(0.5, 1.1, 0.5)}) == [[0, 1, 2, 3, 4]]


def test_many_that_are_all_a_little_alike_are_no_event_without_a_pair_that_is_near():
    strong = {(a, b): Scores(2.0, 2.0, 2.0) for b in range(5) for a in range(b)}
    weak = {(a, 5): Scores(0.25, 1.5, 0.25) for a in range(5)}

    assert link({**strong, **weak}) == [[0, 1, 2, 3, 4]]


def test_what_comes_after_a_long_silence_is_as_two_alone_however_many_there_were():
    strong = {(a, b): Scores(2.0, 2.0, 2.0) for b in range(5) for a in range(b)}
    weak = {(a, 5): Scores(0.5, 1.1, 0.5) for a in range(5)}

    assert link({**strong, **weak}, days=[0, 0, 1, 2, 3, 38]) == [[0, 1, 2, 3, 4]]
    assert link({**strong, **weak}, days=[0, 0, 1, 2, 3, 17]) == [[0, 1, 2, 3, 4, 5]]


def test_what_has_been_told_for_long_may_be_silent_for_long():
    strong = {(a, b): Scores(2.0, 2.0, 2.0) for b in range(5) for a in range(b)}
    weak = {(a, 5): Scores(0.5, 1.1, 0.5) for a in range(5)}

    assert link({**strong, **weak}, days=[0, 9, 18, 27, 36, 71]) == [[0, 1, 2, 3, 4, 5]]


def test_groups_that_are_two_events_are_not_joined():
    def apart(one: Sequence[int], other: Sequence[int]) -> bool:
        return len(one) > 1 and len(other) > 1

    assert link(CHAIN, NEAR, apart=apart) == [[0, 1], [2, 3]]


def test_groups_that_are_alike_beyond_doubt_are_one_event():
    assert link(CHAIN, SURE, apart=lambda one, other: True) == [[0, 1, 2, 3]]


def test_a_later_report_brings_two_groups_together():
    scores = {**CHAIN, (0, 4): SURE, (1, 4): SURE, (2, 4): SURE, (3, 4): SURE}
    assert link(scores, lots=[[0, 1, 2, 3], [4]]) == [[0, 1, 2, 3, 4]]


def test_parted_groups_stay_parted_until_a_report_is_near_to_both():
    groups = Groups(lambda one, other: SURE, never)
    groups.add([0, 1, 2, 3], [(a, b) for b in range(4) for a in range(b)])
    groups.part(0, [[0, 1], [2, 3]])
    groups.add([4], [])
    assert groups.listed() == [[0, 1], [2, 3], [4]]
    groups.add([5], [(0, 5), (2, 5)])
    assert groups.listed() == [[0, 1, 2, 3, 5], [4]]


@settings(max_examples=100, deadline=None)
@given(WHOLE, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_does_not_matter(scores: dict[tuple[int, int], Scores], random: Random):
    shuffled = list(scores.items())
    random.shuffle(shuffled)
    groups = link(scores, NEAR)

    assert link(dict(shuffled), NEAR) == groups
    places = [place for group in groups for place in group]
    assert len(places) == len(set(places))


@settings(max_examples=100, deadline=None)
@given(WHOLE, st.integers(1, 9))
def test_a_later_report_parts_nothing(scores: dict[tuple[int, int], Scores], last: int):
    early = {pair: value for pair, value in scores.items() if pair[1] < last}
    before = link(early, NEAR, lots=[range(last)])
    after = link({pair: value for pair, value in scores.items() if pair[1] <= last}, NEAR, lots=[range(last), [last]])

    for group in before:
        assert any(set(group) <= set(later) for later in after)
    for later in after:
        if last not in later:
            assert later in before
