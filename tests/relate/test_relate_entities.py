from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from relate_samples import entity, write

from generator.model import Demonym, Joined, Name, Role, Span
from generator.relate.entities import join_entities

MANY = [
    write("a", "A", "Sergei Voronin spoke in Velm.", date(2016, 2, 1), people=("Sergei Voronin",), places=("Velm",)),
    write("b", "B", "Sergey Voronin spoke.", date(2016, 2, 2), people=("Sergey Voronin",)),
    write("c", "C", "Voronin spoke.", date(2016, 2, 3), people=("Voronin",)),
    write("d", "D", "Bob Haskins of Velm met Voronin.", people=("Bob Haskins", "Voronin"), places=("Velm",)),
    write("e", "E", "Robert Haskins of Velm.", date(2016, 2, 3), people=("Robert Haskins",), places=("Velm",)),
    write("f", "F", "Anna Haskins met Anna B. Haskins.", people=("Anna Haskins", "Anna B. Haskins")),
    write("g", "G", "Haskins was there.", date(2016, 2, 4), people=("Haskins",), places=("Velm",)),
]


def test_same_id_is_one_entity_with_names_added_up_and_articles_newest_first():
    first = write("a", "One", "David Cameron spoke.", date(2015, 12, 1), people=("David Cameron",))
    second = write("b", "Two", "David Cameron left. David Cameron again.", date(2015, 12, 3), people=("David Cameron",))

    _, entities = join_entities([first, second])

    (cameron,) = entities
    assert cameron.articles == ("b", "a")
    assert cameron.names == (Name(text="David Cameron", count=3),)


def test_a_surname_joins_the_only_person_who_has_it():
    full = write("a", "One", "David Cameron spoke.", date(2015, 12, 1), people=("David Cameron",))
    bare = write("b", "Two", "Cameron left.", date(2015, 12, 3), people=("Cameron",))

    articles, entities = join_entities([full, bare])

    assert [(e.id, e.name, e.articles) for e in entities] == [
        ("person/david-cameron", "David Cameron", ("b", "a")),
    ]
    assert articles[1].mentions[0].entity == "person/david-cameron"
    assert articles[1].entities[0].id == "person/david-cameron"
    assert articles[1].entities[0].name == "David Cameron"


def test_a_surname_of_two_people_stays_apart():
    articles = [
        write("a", "One", "David Cameron spoke.", date(2015, 12, 1), people=("David Cameron",)),
        write("b", "Two", "James Cameron filmed.", date(2015, 12, 2), people=("James Cameron",)),
        write("c", "Three", "Cameron left.", date(2015, 12, 3), people=("Cameron",)),
    ]

    _, entities = join_entities(articles)

    assert [e.id for e in entities] == ["person/cameron", "person/david-cameron", "person/james-cameron"]


def test_a_namesake_of_years_before_is_not_joined():
    old = write("a", "One", "David Cameron spoke.", date(2010, 1, 1), people=("David Cameron",))
    new = write("b", "Two", "Cameron left.", date(2015, 12, 3), people=("Cameron",))

    _, entities = join_entities([old, new])

    assert [e.id for e in entities] == ["person/cameron", "person/david-cameron"]


def test_only_people_are_joined_by_a_last_word():
    articles = [
        write("a", "One", "New York rose.", date(2015, 12, 1), places=("New York",)),
        write("b", "Two", "York fell.", date(2015, 12, 1), places=("York",)),
    ]

    assert len(join_entities(articles)[1]) == 2


def test_roles_and_facts_are_kept():
    putin = entity("person", "Vladimir Putin", roles=("president",), wikidata="Q7747")
    plain = entity("person", "Vladimir Putin", roles=("president", "prime minister"))
    one = replace(write("a", "One", "x"), entities=(plain,))
    other = replace(write("b", "Two", "x"), entities=(putin,))

    (joined,) = join_entities([one, other])[1]

    assert joined.roles == ("president", "prime minister")
    assert joined.wikidata == "Q7747"


def test_roles_have_the_days_of_their_first_and_last_report():
    def named(identity: str, day: date, *roles: str):
        lavrov = entity("person", "Sergei Lavrov", roles=roles)
        return replace(write(identity, "One", "x", day), entities=(lavrov,))

    articles = [
        named("a", date(2014, 12, 3), "Foreign Minister"),
        named("b", date(2015, 12, 9), "foreign minister", "envoy"),
        named("c", date(2015, 3, 1), "Foreign Minister"),
    ]

    (lavrov,) = join_entities(articles)[1]

    assert lavrov.roles == ("Foreign Minister", "envoy", "foreign minister")
    assert lavrov.held == (
        Role(text="Foreign Minister", first=date(2014, 12, 3), last=date(2015, 12, 9)),
        Role(text="envoy", first=date(2015, 12, 9), last=date(2015, 12, 9)),
    )


def test_what_was_joined_says_why():
    articles = [
        write("a", "One", "David Cameron spoke.", date(2015, 12, 1), people=("David Cameron",)),
        write("b", "Two", "Cameron left.", date(2015, 12, 3), people=("Cameron",)),
        write("d", "Four", "David Cameron spoke.", date(2015, 12, 3), people=("David Cameron",)),
        write("c", "Three", "David William Cameron came.", date(2015, 12, 3), people=("David William Cameron",)),
    ]

    (cameron,) = join_entities(articles)[1]

    assert cameron.joined == (
        Joined(name="Cameron", why="surname; named in full on 2015-12-03"),
        Joined(name="David William Cameron", why="middle name"),
    )


def test_an_article_that_begins_a_sentence_is_no_part_of_a_name():
    articles = [
        replace(write(name, name, text, date(2016, 2, day)), entities=(entity("organisation", bank),))
        for name, day, text, bank in (
            ("a", 1, "The Bank of Velm closed.", "The Bank of Velm"),
            ("b", 2, "The Bank of Velm opened.", "The Bank of Velm"),
            ("c", 3, "It was the Bank of Velm.", "Bank of Velm"),
            ("d", 4, "The Velm Mirror closed.", "The Velm Mirror"),
        )
    ]
    assert [found.name for found in join_entities(articles)[1]] == ["Bank of Velm", "The Velm Mirror"]


def test_words_that_speak_of_a_country_are_counted_on_it_and_name_it_nowhere():
    texts = {"a": "Czech and Czech songs.", "b": "The Czech Republic sang.", "c": "A Czech song, a Norse song."}
    articles = [
        replace(
            write(name, name, text, date(2016, 2, 1), places=("Czech Republic",) if name == "b" else ()),
            demonyms=tuple(
                Demonym(span=Span(start=m.start(), end=m.end()), country=code)
                for word, code in (("Czech", "CZ"), ("Norse", "NO"))
                for m in re.finditer(f"{word}(?! Republic)", text)
            ),
        )
        for name, text in texts.items()
    ]
    (found,) = join_entities(articles)[1]
    assert found.demonyms == (Name(text="Czech", count=3),)
    assert found.articles == ("b",)


@given(st.permutations(range(len(MANY))))
def test_the_order_of_the_articles_does_not_matter(order):
    expected = join_entities(MANY)
    articles, entities = join_entities([MANY[n] for n in order])

    assert entities == expected[1]
    assert sorted(articles, key=lambda a: a.article.id) == sorted(expected[0], key=lambda a: a.article.id)


def test_an_article_more_moves_no_address():
    ids = {entity.id for entity in join_entities(MANY[:4])[1]}
    late = write("z", "Z", "Sergey Voronin left.", date(2016, 5, 5), people=("Sergey Voronin",))

    assert {entity.id for entity in join_entities([*MANY[:4], late])[1]} == ids
