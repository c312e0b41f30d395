from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.relate.linkage import Scores, link_average

CHAIN = {(0, 1): (9.0, 9.0), (1, 2): (1.5, 1.5), (2, 3): (9.0, 9.0)}


def _always(value: float, among: float | None = None):
    return lambda one, other: (value, value if among is None else among)


def test_merges_by_the_mean_and_not_by_the_best_pair():
    assert link_average(CHAIN, _always(0.0)) == [[0, 1], [2, 3]]
    assert link_average(CHAIN, _always(1.5)) == [[0, 1, 2, 3]]


def test_two_that_are_enough_only_among_many_stay_two():
    assert link_average({(0, 1): (0.9, 9.0)}, _always(0.0)) == []


def test_a_large_group_takes_in_what_is_enough_among_many():
    strong = {(a, b): (2.0, 2.0) for b in range(5) for a in range(b)}
    weak = {(a, 5): (0.5, 1.1) for a in range(5)}

    assert link_average({**strong, **weak}, _always(0.0)) == [[0, 1, 2, 3, 4, 5]]
    assert link_average({**strong, (0, 5): (0.5, 1.1)}, _always(0.0)) == [[0, 1, 2, 3, 4]]


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
        st.tuples(st.floats(0, 3), st.floats(0, 3)),
        max_size=30,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_pairs_does_not_matter(scores: dict[tuple[int, int], Scores], random: Random):
    shuffled = list(scores.items())
    random.shuffle(shuffled)
    groups = link_average(scores, _always(0.2))

    assert link_average(dict(shuffled), _always(0.2)) == groups
    places = [place for group in groups for place in group]
    assert len(places) == len(set(places))
