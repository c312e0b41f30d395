from __future__ import annotations

from dataclasses import replace
from datetime import date

from relate_samples import CONCEPTS, topic, write

from generator.model import Source
from generator.relate.sources import join_sources
from generator.relate.subjects import join_subjects


def _with(identity: str, day: int, *topics: object):
    return write(identity, identity, "text", date(2015, 12, day), topics=topics)


def test_an_article_counts_for_all_that_is_above_its_topics():
    articles = [
        _with("a", 1, topic("medtop:3", "diplomacy")),
        _with("b", 2, topic("medtop:2", "international relations")),
    ]

    _, subjects = join_subjects(articles, CONCEPTS)

    assert {s.id: (s.articles, s.parent) for s in subjects} == {
        "medtop:1": (("b", "a"), None),
        "medtop:2": (("b", "a"), "medtop:1"),
        "medtop:3": (("a",), "medtop:2"),
    }


def test_a_given_word_that_is_an_iptc_label_is_that_concept():
    articles, subjects = join_subjects([_with("a", 1, topic("Diplomacy", "Diplomacy"))], CONCEPTS)

    assert [t.id for t in articles[0].topics] == ["medtop:3"]
    assert {s.id for s in subjects} == {"medtop:1", "medtop:2", "medtop:3"}


def test_words_that_differ_by_case_and_dashes_are_one_subject():
    articles = [
        _with("a", 1, topic("Flood defences", "Flood defences")),
        _with("b", 2, topic("flood-defences", "flood-defences")),
        _with("c", 3, topic("Flood defences", "Flood defences")),
    ]

    settled, subjects = join_subjects(articles, CONCEPTS)

    assert [(s.id, s.label, s.slug, s.articles) for s in subjects] == [
        ("Flood defences", "Flood defences", "flood-defences", ("c", "b", "a"))
    ]
    assert settled[1].topics[0].id == "Flood defences"


def test_slugs_are_unique():
    articles = [_with("a", 1, topic("C++", "C++"), topic("C#", "C#"), topic("x", "Sport!"), topic("medtop:4", "sport"))]

    _, subjects = join_subjects(articles, CONCEPTS)

    slugs = {s.id: s.slug for s in subjects}
    assert len(set(slugs.values())) == 4
    assert slugs["medtop:4"] == "sport"


def test_an_unknown_qcode_keeps_its_label():
    _, subjects = join_subjects([_with("a", 1, topic("medtop:99", "phrenology"))], CONCEPTS)

    assert [(s.id, s.label, s.parent) for s in subjects] == [("medtop:99", "phrenology", None)]


def test_sources_that_differ_by_case_and_spaces_are_one():
    articles = [
        write("a", "One", "x", date(2015, 12, 1), source="Example Tribune"),
        write("b", "Two", "x", date(2015, 12, 2), source="EXAMPLE  tribune"),
        write("c", "Three", "x", date(2015, 12, 3), source="Example Tribune"),
        write("d", "Four", "x", date(2015, 12, 3)),
    ]

    assert join_sources(articles) == (Source(name="Example Tribune", slug="example-tribune", articles=("c", "b", "a")),)


def test_sources_of_one_slug_have_addresses_of_their_own():
    articles = [write("a", "One", "x", source="The Post"), write("b", "Two", "x", source="The Post!")]

    assert [s.slug for s in join_sources(articles)] == ["the-post", "the-post-2"]


def test_a_topic_twice_in_an_article_counts_once():
    article = _with("a", 1, topic("medtop:3", "diplomacy", 1.0), topic("diplomacy", "diplomacy", 3.0))

    (settled,), _ = join_subjects([article], CONCEPTS)

    assert settled.topics == (replace(article.topics[0], score=3.0),)


def test_parts_of_a_house_are_the_house_where_it_is_a_source_itself():
    names = ("Harbour", "Harbour News", "HARBOUR NEWS ONLINE", "Gull Sport", "Quay News")
    articles = [write(str(n), "Title", "Text.", date(2015, 12, 9 - n), source=name) for n, name in enumerate(names)]

    assert [(s.name, s.articles) for s in join_sources(articles)] == [
        ("Gull Sport", ("3",)),
        ("Harbour", ("0", "1", "2")),
        ("Quay News", ("4",)),
    ]
