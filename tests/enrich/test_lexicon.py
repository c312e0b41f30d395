import pickle
import re
from importlib.resources import files

import pytest
import yaml
from growth import assert_in_proportion
from short_articles import article, enriched, lexicon

from generator.config import EnrichConfig
from generator.enrich.article import enrich_article
from generator.enrich.lexicon import load_lexicon
from generator.enrich.wordlists import parse_table, read_table
from generator.packaged import read_words


def test_packaged_lists_are_broad():
    assert len(read_table("names/people.yml")) >= 300
    assert len(read_table("names/organisations.yml")["known"]) >= 300
    assert len(set(read_words("generator.enrich", "names/given_names.txt"))) >= 900


def test_people_rows_are_well_formed():
    for name, row in read_table("names/people.yml").items():
        assert set(row) <= {"office", "of", "short", "alone", "also", "wikidata"}, name
        assert re.fullmatch(r"Q\d+", row.get("wikidata", "Q1")), name
        for years in row.get("office", {}).values():
            assert re.fullmatch(r"\d{4}-(\d{4})?", str(years)), name
        if "short" in row:
            assert row["short"].casefold() in name.casefold(), name


def test_alone_names_one_person():
    for form, people in lexicon().people.short.items():
        assert len([person for person in people if person.alone]) <= 1, form


def test_no_name_is_listed_under_two_organisations_by_mistake():
    seen: dict[str, str] = {}
    shared_forms = {"FSA"}
    for name, aliases in read_table("names/organisations.yml")["known"].items():
        for form in (name, *aliases):
            assert form in shared_forms or seen.setdefault(form, name) == name, form


def test_larger_least_population_knows_fewer_cities():
    small = load_lexicon(EnrichConfig(min_population=1_000_000))
    assert len(small.places.names) < len(lexicon().places.names)


def test_a_lexicon_and_its_findings_travel_between_processes():
    found = enriched("President Putin flew to Paris on Wednesday.")
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301
    again = pickle.loads(pickle.dumps(lexicon()))  # noqa: S301
    assert enrich_article(found.article, again, EnrichConfig()) == found


@pytest.mark.parametrize(
    "junk",
    [
        "A B C D E F G H " * 4_000,
        "John Smith met Smith. " * 1_500,
        '" “ ‘said he ' * 3_000,
        "“Never closed and on it goes " * 2_000,
        "on Nov. in 2013 last the two " * 2_000,
        "al-Assad of the " * 3_000,
        "x" * 60_000,
        "((((((((((" * 5_000,
    ],
    ids=["capitals", "one pair of names", "lone marks", "open marks", "dates", "particles", "one word", "brackets"],
)
def test_work_grows_with_the_text(junk):
    small, large = article(junk[: len(junk) // 10]), article(junk)
    assert_in_proportion(
        lambda: enrich_article(small, lexicon(), EnrichConfig()),
        lambda: enrich_article(large, lexicon(), EnrichConfig()),
    )


def test_data_files_hold_no_tabs_and_end_in_a_newline():
    for entry in files("generator.enrich").iterdir():
        if entry.name.endswith((".yml", ".txt")):
            text = entry.read_text(encoding="utf-8")
            assert "\t" not in text, entry.name
            assert text.endswith("\n"), entry.name


TABLES = [f"names/{name}.yml" for name in ("people", "organisations", "places", "roles", "shapes")]


@pytest.mark.parametrize("name", [*TABLES, "quotes/quotes.yml", "quotes/name_genders.yml", "dates/dates.yml"])
def test_tables_are_read_as_yaml_reads_them(name):
    text = files("generator.enrich").joinpath(name).read_text(encoding="utf-8")
    assert read_table(name) == yaml.load(text, yaml.CSafeLoader)


@pytest.mark.parametrize(
    "text",
    [
        "a: [x, 'it''s', \"q: r\", {k: [1, 2.5, true]}, no, 007]\nb:\n  c: {d: null, e: 1999-}\n  'f g': []\n",
        "a: [x,\n  y,\n  # a note\n  z]\n",
    ],
)
def test_lists_and_tables_in_brackets_are_read_as_yaml_reads_them(text):
    assert parse_table(text) == yaml.load(text, yaml.CSafeLoader)
