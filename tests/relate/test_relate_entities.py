from __future__ import annotations

from dataclasses import replace
from datetime import date

from relate_samples import entity, write

from generator.model import Name
from generator.relate.entities import join_entities


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
