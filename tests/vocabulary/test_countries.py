from __future__ import annotations

from generator.enrich.names.places import load_gazetteer
from generator.vocabulary.countries import country_name, is_country


def test_a_country_is_called_as_its_mentions_are():
    places = {place for found in load_gazetteer(1_000_000).names.values() for place in found if place.kind == "country"}
    known = {place.country: place.name for place in places if place.country}
    assert len(known) > 200
    assert {code: country_name(code) for code in known} == known


def test_a_code_of_no_country_is_said_as_it_is():
    assert country_name("ZZ") == "ZZ"
    assert is_country("GB")
    assert not is_country("ZZ")
