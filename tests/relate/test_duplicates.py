"""Copies, forms filled in twice, and texts within others: cases of `copying.py`, and small ones of their own."""

from __future__ import annotations

import time

import pytest
from copying import REPORTS, copies, few_numbers, forms, make, short_copies, short_forms, splices
from relate_samples import groups, links_between, relate

from generator.relate.chronology import oldest_first
from generator.relate.duplicates import Shared, find_copies, find_shared
from generator.relate.facts import differ, read_facts, say_fact


def text(key: str) -> str:
    return "\n\n".join(REPORTS[key]["paragraphs"])


def compare(*articles) -> Shared:
    return find_shared(sorted(articles, key=oldest_first), 0.8)


def pairs(shared: Shared) -> list[tuple[int, int]]:
    return [(copy.first, copy.second) for copy in shared.copies]


@pytest.mark.parametrize("case", [*copies(), *short_copies()], ids=lambda case: case.name)
def test_a_copy_is_found(case):
    assert pairs(compare(case.one, case.other)) == [(0, 1)]


@pytest.mark.parametrize("case", [*splices()], ids=lambda case: case.name)
def test_a_report_spliced_to_another_is_within_it(case):
    shared = compare(case.one, case.other)

    assert shared.copies == ()
    assert [(found.whole, found.part) for found in shared.inclusions] == [("b", "a")]


@pytest.mark.parametrize("case", [*forms(), *few_numbers(), *short_forms()], ids=lambda case: case.name)
def test_a_form_filled_in_twice_is_no_copy(case):
    shared = compare(case.one, case.other)

    assert (shared.copies, shared.inclusions) == ((), ())


@pytest.mark.parametrize("one", REPORTS)
def test_different_reports_are_no_copies(one):
    others = [make(key, text(key)) for key in REPORTS if key != one]

    assert compare(make(one, text(one)), *others) == Shared()


def test_both_reports_of_a_splice_are_within_it():
    splice = make("c", f"{text('ferry')}\n\n{text('orchard')}", "The day at sea", hours=2)
    shared = compare(make("a", text("ferry")), make("b", text("orchard"), hours=1), splice)

    assert shared.copies == ()
    assert {(found.whole, found.part) for found in shared.inclusions} == {("c", "a"), ("c", "b")}


def test_a_text_that_two_outlets_cut_at_either_end_is_one_text():
    words = text("library").split(" ")
    cuts = (make("b", " ".join(words[:130]), hours=1), make("c", " ".join(words[130:]), hours=2))
    shared = compare(make("a", " ".join(words)), *cuts)

    assert pairs(shared) == [(0, 1), (0, 2)]
    assert shared.inclusions == ()


@pytest.mark.parametrize("source", ["Sample Wire", None])
def test_furniture_of_a_whole_site_makes_no_copies(source):
    notice = " ".join(f"Terms of use number {n} apply to every reader of this page." for n in range(20))
    own = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grain"]
    articles = [
        make(f"a{n:02}", " ".join(f"{own[n % 7]}{n}x{m}" for m in range(30)) + notice, f"Title {n}", source)
        for n in range(25)
    ]

    assert find_copies(articles, 0.8) == ()


def test_a_text_that_fifty_outlets_carry_is_one_text():
    articles = [make(f"a{n:02}", text("orchard"), f"Title {n}", f"Outlet {n}", n / 4) for n in range(50)]

    assert {copy.second for copy in find_copies(articles, 0.8)} == set(range(1, 50))


def test_a_note_that_its_source_sends_again_another_day_is_another():
    note = (
        "The bank of Eastmere left its rates where they were after a meeting of its council on the state of the coast, "
    )
    note += "a spokesman said. No press conference would be held, and the next meeting was in two weeks."
    first = make("a", note, "Bank leaves rates", "Sample Wire")

    assert pairs(compare(first, make("b", note, "Bank leaves rates", "Sample Wire", 2))) == [(0, 1)]
    assert compare(first, make("b", note, "Bank leaves rates", "Sample Wire", 14 * 24)) == Shared()


def test_one_text_with_another_fact_on_one_day_is_a_revision():
    was, now = text("ferry"), text("ferry").replace("86", "68").replace("Three", "Four")
    shared = compare(make("a", was, "Ferry", "Sample Wire"), make("b", now, "Ferry", "Sample Wire", 2))

    assert shared.copies == ()
    assert [(copy.first, copy.second) for copy in shared.revisions] == [(0, 1)]


def test_too_short_to_tell():
    assert compare(make("a", "Markets closed. More soon."), make("b", "Markets closed. More soon.")) == Shared()


def test_a_script_without_spaces_is_compared_by_its_signs():
    report = "東岸の港で火曜日の朝、濃い霧の中で連絡船が砂州に乗り上げたが、けが人はなかったと沿岸警備隊が発表した。"
    other = (
        "谷の果樹園では三晩続いた霜のため、今年の梅の収穫のおよそ半分が失われたと農業協同組合が木曜日に明らかにした。"
    )

    assert pairs(compare(make("a", report), make("b", report + "夕刊の記事です。", hours=1))) == [(0, 1)]
    assert compare(make("a", report), make("b", other, hours=1)) == Shared()


def test_copies_are_linked_both_ways_and_of_one_story():
    cut = " ".join(text("library").split(" ")[:150])
    digest = relate(make("a", text("library")), make("b", cut, hours=24), make("c", text("tunnel")))

    (there,) = links_between(digest, "a", "b")
    (back,) = links_between(digest, "b", "a")
    assert there.relation == back.relation == "duplicate"
    assert there.why[0] == "100% of the text in common"
    assert groups(digest) == [{"a", "b"}]


@pytest.mark.parametrize("size", [1_000, 10_000])
def test_cost_grows_with_the_length_of_two_texts(size):
    words = [f"{place % 977}w{place % 31}" for place in range(size * 10)]
    one, other = make("a", " ".join(words)), make("b", " ".join(reversed(words)), hours=1)
    began = time.process_time()
    compare(one, other)

    assert time.process_time() - began < size / 1_000


# --- facts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        (["86"], ["68"], 1),
        (["ten"], ["10"], 0),
        (["2,300"], ["2.300"], 0),
        (["1.5bn"], ["1.6bn"], 1),
        (["rose"], ["fell"], 1),
        (["rose"], ["climbed"], 0),
        (["rose", "86"], [], 0),
        (["86", "12"], ["68"], 1),
    ],
)
def test_facts_that_differ(one, other, conflicts):
    assert differ(*([fact for word in row if (fact := say_fact(word, False))] for row in (one, other))) == conflicts


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        ("eastmere", "saltland", 1),
        ("january", "jan", 0),
        ("reuter", "reuters", 0),
        ("ridgefield", "reidgefield", 0),
        ("africa", "african", 0),
    ],
)
def test_names_that_differ_by_more_than_their_spelling(one, other, conflicts):
    assert differ([say_fact(one, True)], [say_fact(other, True)]) == conflicts


@pytest.mark.parametrize("turn", read_facts()["turns"])
def test_a_listed_turn_is_told_in_its_example(turn):
    words = read_facts()["turns"][turn]["example"].casefold().strip(".").split()

    assert f"({turn})" in [say_fact(word, False) for word in words]
