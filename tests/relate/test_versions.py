"""Versions of one item: which articles they are, in which order, and what the digest makes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from relate_samples import groups, relate, write

from generator.model import Chain, VersionOf

WORDS = (
    "council brinemouth voted wednesday harbour wall storm broke work cost pounds years master told meeting quay "
    "ships engineers tide concrete road closed spring report board"
).split()
TEXT = " ".join(WORDS)
LONGER = f"{TEXT} residents welcomed the plan and asked when it would begin"
OTHER = "wheat prices rose in the north after rain kept farmers from their fields for the third week of a cold autumn"
TITLE = "Council votes to build harbour wall"
NINE = datetime(2015, 12, 9, 9, tzinfo=UTC)


def version(identity, *labels, title=TITLE, text=TEXT, hours=0, source="Sample Wire", **more):
    published = None if hours is None else NINE + timedelta(hours=hours)
    enriched = write(identity, title, text, published, source=source)
    return replace(enriched, article=replace(enriched.article, labels=labels, **more))


def chains(*articles):
    return [(chain.newest, *chain.older) for chain in relate(*articles).versions]


# --- which are versions ----------------------------------------------------------------------------------------------


def test_articles_of_one_item_and_source_are_versions_whatever_they_say():
    one, two = version("a", item="urn:1"), version("b", item="urn:1", title="Wall falls", text=OTHER, hours=99)
    assert chains(one, two) == [("b", "a")]
    assert chains(one, version("c", item="urn:2", hours=1)) == []
    assert chains(one, version("d", item="urn:1", hours=1, source="Gazette")) == []


@pytest.mark.parametrize(
    "label", ["UPDATE 1", "LEAD 2", "UPDATED", "CORRECTED", "REFILE", "REPEAT", "WRAPUP 3", "(Adds quotes)", "KILL"]
)
def test_a_label_makes_a_version_of_the_same_headline_and_source(label):
    assert chains(version("a"), version("b", label, hours=2)) == [("b", "a")]


def test_an_alert_is_an_early_version():
    alert = version("a", "URGENT", text="council voted wednesday harbour wall")
    assert chains(alert, version("b", hours=1)) == [("b", "a")]


def test_a_headline_may_change_a_little():
    later = "Brinemouth council votes to build new harbour wall"
    assert chains(version("a"), version("b", "UPDATE 1", title=later, hours=2)) == [("b", "a")]
    assert chains(version("a"), version("b", "UPDATE 1", title="Storm closes road", hours=2)) == []


@pytest.mark.parametrize(
    "other",
    [
        version("b", "UPDATE 1", hours=2, source="Gazette"),
        version("b", "UPDATE 1", hours=24 * 3),
        version("b", "UPDATE 1", hours=None),
        version("b", "UPDATE 1", text=OTHER, hours=2),
        version("b", "FACTBOX", hours=2, text=f"{OTHER} {TEXT[:80]}"),
        version("b", "UPDATE 1", hours=2, item="urn:2"),
    ],
    ids=["another source", "days later", "no date", "another text", "a genre", "another item"],
)
def test_what_is_no_version(other):
    assert chains(version("a", item="urn:1"), other) == []


def test_the_same_report_sent_twice_by_one_source_is_shown_once():
    text = f"{TEXT} {OTHER}"
    assert chains(version("a", text=text), version("b", text=text, hours=1)) == [("b", "a")]
    assert chains(version("a", text=text), version("b", text=text, hours=1, source="Gazette")) == []


def test_updates_with_one_number_are_of_two_items_unless_one_is_mended():
    one = version("a", "UPDATE 1")
    again = " ".join(reversed(WORDS))
    assert chains(one, version("b", "UPDATE 1", text=again, hours=20)) == []
    assert chains(one, version("b", "UPDATE 1", "CORRECTED", text=again, hours=20)) == [("b", "a")]


# --- their order -----------------------------------------------------------------------------------------------------


def test_versions_go_by_their_version_first():
    by_version = [
        version(i, item="urn:1", version=number, hours=hours) for i, number, hours in (("a", "10", 0), ("b", "9", 5))
    ]
    assert chains(*by_version) == [("a", "b")]


def test_versions_go_by_their_number_before_their_moment():
    day = date(2015, 12, 9)
    second = replace(version("c", "UPDATE 2"), article=replace(version("c", "UPDATE 2").article, published=day))
    assert chains(version("a"), version("b", "UPDATE 1", hours=3), second) == [("c", "a", "b")]


def test_a_correction_without_a_number_comes_after_the_updates_before_it():
    articles = (
        version("a"),
        version("b", "UPDATE 1", hours=1),
        version("c", "UPDATE 2", hours=2),
        version("d", "CORRECTED", hours=3),
    )
    assert chains(*articles) == [("d", "a", "b", "c")]


def test_an_updated_article_is_newer_than_one_published_later():
    assert chains(version("a", "UPDATED", updated=NINE + timedelta(hours=5)), version("b", hours=2)) == [("a", "b")]


# --- in the digest ---------------------------------------------------------------------------------------------------


def test_an_older_version_is_in_nothing_but_its_chain():
    digest = relate(
        version("a"),
        version("b", "UPDATE 1", text=LONGER, hours=2),
        version("c", source="Gazette", hours=3, text=f"{LONGER} on thursday"),
    )
    assert digest.versions == (Chain(newest="b", older=("a",)),)
    assert [e.article.id for e in digest.articles] == ["c", "b", "a"]
    assert [e.article.id for e in digest.shown] == ["c", "b"]
    assert groups(digest) == [{"b", "c"}]
    listed = {i for edition in digest.editions for item in edition.items for i in item.articles}
    assert listed == {"b", "c"}
    assert [source.articles for source in digest.sources] == [("c",), ("b",)]
    assert {(n.source, n.target) for n in digest.links if n.relation == "version"} == {("a", "b"), ("b", "a")}
    assert not [n for n in digest.links if n.relation != "version" and "a" in (n.source, n.target)]


def test_an_update_moves_no_storys_address():
    before = relate(version("a"), version("c", source="Gazette", hours=1, text=LONGER))
    after = relate(
        version("a"),
        version("b", "UPDATE 1", text=LONGER, hours=2),
        version("c", source="Gazette", hours=1, text=LONGER),
    )
    assert [story.id for story in before.stories] == [story.id for story in after.stories] == ["a"]
    assert after.stories[0].first == NINE


LABELS = st.sampled_from([(), ("UPDATE 1",), ("UPDATE 2",), ("CORRECTED",), ("URGENT",), ("(Adds quotes)",)])


@st.composite
def _versions(draw):
    return [
        version(
            f"a{n}",
            *draw(LABELS),
            title=draw(st.sampled_from([TITLE, "New harbour wall: council votes", "Storm breaks harbour wall"])),
            text=draw(st.sampled_from([TEXT, LONGER, OTHER])),
            hours=draw(st.sampled_from([None, 0, 1, 2, 30, 90])),
            source=draw(st.sampled_from([None, "Sample Wire", "sample wire", "Gazette"])),
            item=draw(st.sampled_from([None, None, "urn:1"])),
            version=draw(st.sampled_from([None, "1", "2", "1.5", "x"])),
        )
        for n in range(draw(st.integers(0, 7)))
    ]


@settings(max_examples=80)
@given(_versions(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(articles, random: Random):
    shuffled = list(articles)
    random.shuffle(shuffled)
    assert relate(*articles) == relate(*shuffled)


@settings(max_examples=80)
@given(_versions())
def test_every_article_is_shown_or_an_older_version_of_one_that_is(articles):
    digest = relate(*articles)
    shown = [e.article.id for e in digest.shown]
    older = [i for chain in digest.versions for i in chain.older]
    assert sorted([*shown, *older]) == sorted(e.article.id for e in articles)
    assert {chain.newest for chain in digest.versions} <= set(shown)


def test_a_former_text_moves_no_address_whatever_its_id():
    """It is kept later, under an id of its own, which may be the smallest of the day."""
    wall = "The harbour wall of Velm fell into the sea at dawn and four boats sank beside the lighthouse quay. "
    one = write("wall-1", "Harbour wall falls at Velm", wall + "Nobody slept.", date(2015, 11, 3), "Echo")
    two = write("wall-2", "Velm harbour wall falls into sea", wall + "Divers came.", date(2015, 11, 3), "Courier")
    origin = VersionOf(article="wall-2")
    former = replace(two.article, id="a-former-text", path="articles/wall-2.v1.md", version_of=origin)
    for articles in ((one, two), (one, two, replace(two, article=former))):
        assert [story.id for story in relate(*articles).stories] == ["wall-1"]
