from __future__ import annotations

from math import sqrt

from hypothesis import given
from hypothesis import strategies as st

from generator.relate import candidates
from generator.relate.candidates import MOST, NEWEST, find_candidates


def row(**weights: float) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def pairs(*vectors: dict[str, float], extras: list[dict[str, float]] | None = None) -> list[tuple[int, int]]:
    return list(find_candidates(vectors, extras or [{} for _ in vectors]))


def test_two_that_share_terms_are_compared_and_strangers_are_not():
    flood, ferry = row(flood=3, velm=2, dyke=2), row(ferry=3, norvik=2)

    assert pairs(flood, ferry, row(flood=2, velm=3, boats=1), row(ferry=1, norvik=1)) == [(0, 2), (1, 3)]


def test_names_count_as_words_do():
    assert pairs(row(flood=1), row(dyke=1), extras=[{"@person/ana-lund": 1.0}, {"@person/ana-lund": 1.0}]) == [(0, 1)]


def test_one_term_in_common_has_to_tell_much():
    others = {f"a{n}": 1.0 for n in range(8)}
    theirs = {f"b{n}": 1.0 for n in range(8)}

    assert pairs(row(velm=0.8, **others), row(velm=0.8, **theirs)) == []
    assert pairs(row(velm=2.0, **others), row(velm=2.0, **theirs)) == [(0, 1)]
    assert pairs(row(velm=0.8, dyke=0.8, **others), row(velm=0.8, dyke=0.8, **theirs)) == [(0, 1)]


def test_of_many_alike_the_most_alike_are_compared_and_of_a_crowd_the_newest():
    crowd = [row(strike=1, **{f"w{n}": 1.0}) for n in range(3 * NEWEST)]
    found = [one for one, other in pairs(*crowd, row(strike=1, ferry=1)) if other == len(crowd)]

    assert len(found) == MOST
    assert min(found) >= len(crowd) - NEWEST


def test_the_entries_looked_at_for_one_article_are_bounded(monkeypatch):
    monkeypatch.setattr(candidates, "ENTRIES", 1)
    heavy_first = [row(rare=3, common=1), row(common=1), row(rare=3, common=1)]

    assert pairs(*heavy_first)[-1] == (0, 2)
    assert (1, 2) not in pairs(*heavy_first)


@given(st.lists(st.dictionaries(st.sampled_from("abcdefg"), st.floats(0.1, 3.0), max_size=5), max_size=12))
def test_pairs_are_of_an_earlier_and_a_later_one_in_order_and_come_once(rows):
    found = pairs(*(row(**each) for each in rows))

    assert all(one < other < len(rows) for one, other in found)
    assert found == sorted(set(found), key=lambda pair: pair[::-1])
