from __future__ import annotations

from importlib import resources

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.relate.organisation_names import national_body, organisation_key
from generator.relate.person_names import agree, parse_person
from generator.relate.variants import load_variants

TABLE = yaml.load(
    resources.files("generator.relate").joinpath("name_variants.yml").read_text("utf-8"), Loader=yaml.CSafeLoader
)
RULES = [(tongue, *row) for tongue, table in TABLE["tongues"].items() for row in table["family"]]


@pytest.mark.parametrize(("tongue", "pattern", "target", "example"), RULES, ids=[f"{r[0]} {r[1]}" for r in RULES])
def test_each_rule_makes_its_example_one(tongue, pattern, target, example):
    given_name = TABLE["tongues"][tongue]["given"][0][0]
    one, other = (parse_person(f"{given_name} {name}") for name in example)
    assert one.key == other.key


def test_a_given_name_is_of_one_group_only():
    for tongue in TABLE["tongues"].values():
        spellings = [spelling for group in tongue["given"] for spelling in group]
        assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize(
    ("name", "given_name", "family"),
    [
        ("Ursula von der Leyen", "ursula", "von der leyen"),
        ("Kim Jong-un", "jongun", "kim"),
        ("Ban Ki-moon", "kimoon", "ban"),
        ("Mary Oakes-Hale", "mary", "oakeshale"),
        ("von der Leyen", "", "von der leyen"),
        ("Cameron", "", "cameron"),
    ],
)
def test_parts_of_a_name(name, given_name, family):
    assert (parse_person(name).given, parse_person(name).family) == (given_name, family)


def test_middle_names_agree_with_their_initials_only():
    assert agree(("w",), ("walker",))
    assert agree((), ("w",))
    assert not agree(("w",), ("h", "w"))
    assert not agree(("w",), ("h",))


@given(st.text(max_size=300))
def test_any_text_is_some_name(text):
    assert parse_person(text).family
    assert organisation_key(text)


def test_bodies_that_many_countries_have():
    assert national_body("Ministry of Foreign Affairs") == "foreign-ministry"
    assert national_body("Indian Defense Ministry") == "defence-ministry"
    assert national_body("Ministry of Silly Walks") == ""
    assert load_variants().national
