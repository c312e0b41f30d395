"""A site's own say on names: what it changes, and how faults are told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import REPOSITORY, write_site

from generator.cli import main
from generator.config import EnrichConfig
from generator.enrich.article import enrich_article
from generator.enrich.lexicon import load_lexicon
from generator.enrich.names.pins import add_pins
from generator.exceptions import ConfigError
from generator.model import Document
from generator.record.article import make_article
from generator.site_entities import read_site_entities

PATH = "content/vocabulary/entities.yml"
HEAD = "---\nid: {id}\ntitle: Report {id}\npublished: {day}\nsource: {source}\n---\n\n{text}\n"


def article(identity: str, text: str, source: str = "Velm Courier", day: str = "2016-02-01") -> dict[str, str]:
    return {f"{identity}.md": HEAD.format(id=identity, text=text, source=source, day=day)}


def export(folder: Path, articles: dict[str, str], own: str | None = None) -> dict:
    """What `digest export` says, with the problems it tells under `problems`."""
    if not (folder / "mkdocs.yml").exists():
        write_site(folder, {}, articles)
        with (folder / "mkdocs.yml").open("a") as options:
            options.write("      relate:\n        min_entity_articles: 1\n")
        text = (folder / "mkdocs.yml").read_text().replace("  - digest\n", "  - digest:\n")
        (folder / "mkdocs.yml").write_text(text)
    file = folder / PATH
    file.parent.mkdir(parents=True, exist_ok=True)
    if own is not None:
        file.write_text(own, encoding="utf-8")
    done = CliRunner().invoke(main, ["export", "--json", "-f", str(folder / "mkdocs.yml")])
    assert done.exit_code in (0, 1), done.output
    assert done.stdout, done.output
    found = json.loads(done.stdout)
    found["problems"] = [line for line in done.stderr.splitlines() if line.startswith("Problem:")]
    return found


def named(found: dict) -> dict[str, list[str]]:
    return {entity["id"]: sorted(entity["articles"]) for entity in found["entities"]}


TARROW = {
    **article("a", "Helen Tarrow, who runs the harbour, closed the pier on Monday."),
    **article("b", "The pier will open again in May, said Helen Tarrow-Lindqvist in Velm."),
}


def test_names_are_merged_and_the_first_is_shown(tmp_path):
    assert {"person/helen-tarrow", "person/helen-tarrow-lindqvist"} <= named(export(tmp_path, TARROW)).keys()
    found = export(tmp_path, TARROW, "merge:\n  - [Helen Tarrow-Lindqvist, Helen Tarrow]\n")
    assert named(found)["person/helen-tarrow-lindqvist"] == ["a", "b"]
    assert "person/helen-tarrow" not in named(found)
    assert found["articles"][0]["people"] == ["Helen Tarrow-Lindqvist"]
    assert found["problems"] == []


MARSDEN = {
    **article("a", "John Marsden told parliament in Wellington that taxes would not rise."),
    **article("b", "John Marsden scored twice for the club on Saturday.", source="Velm Sport"),
    **article("c", "The striker John Marsden scored again for the club on Sunday."),
}


@pytest.mark.parametrize(
    ("how", "other"),
    [
        ("source: Velm Sport", ["b"]),
        ("source: [The Velm Sport, Portsea Echo]", ["b"]),
        ("role: striker", ["c"]),
        ("articles: [b, articles/c.md]", ["b", "c"]),
        ("articles: 'c.*'", ["c"]),
    ],
)
def test_a_name_is_split(tmp_path, how, other):
    own = f"split:\n  - name: John Marsden\n    as: John Marsden (footballer)\n    {how}\n"
    found = named(export(tmp_path, MARSDEN, own))
    assert found["person/john-marsden-footballer"] == other
    assert sorted([*other, *found["person/john-marsden"]]) == ["a", "b", "c"]


def test_all_conditions_of_a_split_must_hold(tmp_path):
    own = "split:\n  - {name: John Marsden, as: Other Marsden, source: Velm Sport, role: striker}\n"
    found = export(tmp_path, MARSDEN, own)
    assert "person/other-marsden" not in named(found)
    assert found["problems"] == [f"Problem: {PATH}:2: split: John Marsden: matches nothing any more; mend or remove it"]


def test_renamed_hidden_and_given_an_id(tmp_path):
    own = "rename: {Helen Tarrow: H. Tarrow}\nhide: [Helen Tarrow-Lindqvist]\nwikidata: {Velm: Q64}\n"
    found = export(tmp_path, TARROW, own)
    entities = {entity["id"]: entity for entity in found["entities"]}
    assert entities["person/helen-tarrow"]["name"] == "H. Tarrow"
    assert entities["place/velm"]["wikidata"] == "Q64"
    assert "person/helen-tarrow-lindqvist" not in entities
    assert [each["people"] for each in sorted(found["articles"], key=lambda a: a["id"])] == [["H. Tarrow"], []]


GULL = {
    **article("a", "The Gull has closed its doors after forty years. Nobody at Gull of Velm would say why."),
    **article("b", "In Reading the Gull was full again, and Gull Lane was closed."),
}


def test_a_pinned_name_is_always_the_same(tmp_path):
    own = "pin:\n  - {name: The Gull, kind: organisation, also: [the Gull, Gull of Velm], wikidata: Q64}\n"
    found = export(tmp_path, GULL, own)
    assert named(found)["organisation/the-gull"] == ["a", "b"]
    assert [e["wikidata"] for e in found["entities"] if e["id"] == "organisation/the-gull"] == ["Q64"]


def test_a_pin_says_the_kind(tmp_path):
    texts = article("a", "Lincoln rose early. The council of Lincoln met at noon, and Mr Astra spoke for Astra.")
    own = "pin:\n  - {name: Lincoln, kind: organisation}\n  - {name: Dorothea Astra, kind: person}\n"
    found = export(tmp_path, texts, own)
    assert {"organisation/lincoln", "person/dorothea-astra"} <= named(found).keys() | {"person/dorothea-astra"}
    assert not {"place/lincoln", "person/lincoln"} & named(found).keys()


def test_a_pinned_place_has_coordinates():
    document = Document(id="a", title="A", body="The road to Velm was closed.")
    own = "pin:\n  - {name: Velm, kind: place, country: NO, latitude: 60.5, longitude: -5.25}\n"
    (pin,) = read_site_entities(own, PATH).pins
    assert (pin.country, pin.latitude, pin.longitude) == ("NO", 60.5, -5.25)
    found = enrich_article(
        make_article(document, "a.md"), add_pins(load_lexicon(EnrichConfig()), (pin,)), EnrichConfig()
    )
    assert [(e.country, e.latitude, e.longitude) for e in found.entities] == [("NO", 60.5, -5.25)]


def test_a_changed_pin_reaches_articles_that_were_read_before(tmp_path):
    texts = article("a", "Nobody at wild garlic would speak, and the doors of wild garlic were closed.")
    assert named(export(tmp_path, texts)) == {}
    found = export(tmp_path, texts, "pin:\n  - {name: Wild Garlic, kind: organisation, also: [wild garlic]}\n")
    assert named(found) == {"organisation/wild-garlic": ["a"]}


def test_entries_without_use_are_told(tmp_path):
    own = (
        "merge:\n  - [Helen Tarrow, Ann Nobody]\nrename:\n  Bea Nobody: B\n"
        "hide: [Cleo Nobody]\nwikidata: {Dora Nobody: Q1}\n"
    )
    told = export(tmp_path, TARROW, own)["problems"]
    assert told == [
        f"Problem: {PATH}:2: merge: Ann Nobody: no article has this name; mend or remove it",
        f"Problem: {PATH}:4: rename: Bea Nobody: no article has this name; mend or remove it",
        f"Problem: {PATH}:5: hide: Cleo Nobody: no article has this name; mend or remove it",
        f"Problem: {PATH}:6: wikidata: Dora Nobody: no article has this name; mend or remove it",
    ]


HOLTS = {
    **article("a", "Diane Holt said the pier was closed. Holt has run the harbour since May, Mr Bell said."),
    **article("b", "Karl Bell met Diane Holt in Velm. Bell left at noon."),
    **article("c", "Paul Bell, the baker, gave bread to the divers. Bell was thanked.", day="2017-02-01"),
}


def test_a_short_name_of_the_file_means_the_one_who_is_called_so(tmp_path):
    found = export(tmp_path, HOLTS, "hide: [Holt]\nrename: {Bell: Baker}\n")
    names = {entity["name"] for entity in found["entities"]}
    assert "Diane Holt" not in names
    assert {"Karl Bell", "Paul Bell"} <= names
    assert found["problems"] == [
        f"Problem: {PATH}:2: rename: Bell: articles call 2 so (person/karl-bell, person/paul-bell);"
        " write the full name or the id of one"
    ]


def test_a_short_name_is_merged(tmp_path):
    found = export(tmp_path, HOLTS, "merge:\n  - [Karl Bell, Holt]\n")
    assert named(found)["person/karl-bell"] == ["a", "b"]
    assert found["problems"] == []


def test_what_was_joined_is_data_with_its_reason(tmp_path):
    found = export(tmp_path, TARROW, "merge:\n  - [Helen Tarrow, Helen Tarrow-Lindqvist]\n")
    (tarrow,) = [entity for entity in found["entities"] if entity["kind"] == "person"]
    assert tarrow["joined"] == [{"name": "Helen Tarrow-Lindqvist", "why": "the site's own file"}]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pin:\n- {name: A, kind: place, country: ZZ}", ":2: pin: country: takes two capitals of ISO 3166"),
        ("merge: Ann", ":1: merge: takes a list"),
        ("merge:\n- [Ann]", ":2: merge: a list needs two names"),
        ("merge:\n- Ann", ":2: merge: takes lists of names"),
        ("merge:\n- [Ann, Bea]\n- [Cleo, Ann]", ":3: merge: Ann: stands on line 2 already"),
        ("split:\n- {name: Ann, as: Ann B}", ":2: split: Ann: add `articles:`"),
        ("split:\n- {name: Ann, role: x}", ":2: split: as: is missing"),
        ("split:\n- {name: Ann, as: ANN, role: x}", ":2: split: Ann: as: must be another name"),
        ("split:\n- {name: Ann, as: Bea, rolle: x}", ":2: rolle: no such key; there are name, as, articles, role"),
        ("rename: [Ann]", ":1: rename: takes lines of `name: text`"),
        ("rename:\n  Ann: B\n  Ann: C", ":3: rename: Ann: stands on line 2 already"),
        ("hide: {Ann: Bea}", ":1: hide: takes a list"),
        ("pin:\n- Ann", ":2: pin: takes a list of entries"),
        ("pin:\n- name: Ann", ":2: pin: kind: is missing"),
        ("pin:\n- name: Ann\n  kind: ship", ":3: pin: kind: 'ship' is none of person, place, organisation"),
        ("pin:\n- {name: Ann, kind: person}\n- {name: B C, kind: person, also: [Ann]}", ":3: pin: Ann: is pinned on"),
        ("pin:\n- {name: A, kind: place, country: Britain}", ":2: pin: country: takes two capitals"),
        ("pin:\n- {name: A, kind: place, latitude: 95, longitude: 0}", ":2: pin: latitude: takes degrees"),
        ("pin:\n- {name: A, kind: place, latitude: 5}", ":2: pin: latitude and longitude go together"),
        ("wikidata:\n  Ann: 42", ":2: wikidata: Ann: '42' is no Wikidata id"),
        ("people: []", ":1: people: no such key; there are merge, split, rename, hide, pin, wikidata"),
        ("- a", ":1: must hold some of `merge:`"),
        ("merge: [", ": not valid YAML"),
    ],
)  # fmt: skip
def test_faults_are_told_with_line_and_remedy(text, told):
    with pytest.raises(ConfigError, match=re.escape(told)) as caught:
        read_site_entities(text, PATH)
    assert str(caught.value).startswith(PATH)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "merge:\nhide:\n"])
def test_an_empty_file_says_nothing(text):
    found = read_site_entities(text, PATH)
    assert (found.pins, found.rules.merges, found.rules.hidden) == ((), (), ())


def test_all_faults_are_told_together():
    with pytest.raises(ConfigError) as caught:
        read_site_entities("hide: {}\nmerge: 1\nrename: x\n", PATH)
    assert len(str(caught.value).splitlines()) == 3


def test_the_example_of_the_docs_is_right(tmp_path):
    page = (REPOSITORY / "docs" / "names.md").read_text("utf-8")
    own = re.search(r"```yaml\n(# These.*?)```", page, re.DOTALL)[1]
    texts = {
        **TARROW,
        **article(
            "c",
            "Velm is wet, and the Harbour Works Department has no comment. The Gull was closed. Jane Doe was found.",
        ),
        **article("d", "John Marsden scored twice for Velm Rovers on Saturday.", source="Velm Sport"),
        **article("e", "The boat of Helen of the Harbour is called Tern. John Marsden told parliament so."),
    }
    found = export(tmp_path, texts, own.replace(", Helen of the Harbour", ""))
    entities = {entity["id"]: entity for entity in found["entities"]}
    assert found["problems"] == []
    assert entities["person/helen-tarrow"]["articles"] == ["a", "b"]
    assert entities["person/helen-tarrow"]["wikidata"] == "Q42"
    assert entities["person/john-marsden-footballer"]["articles"] == ["d"]
    assert entities["organisation/harbour-works-department"]["name"] == "Harbour Office"
    assert entities["organisation/the-gull"]["wikidata"] == "Q64"
    assert "person/jane-doe" not in entities
