"""Names found by a spaCy pipeline: a blank one with rules of its own, so that nothing has to be downloaded."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import write_site
from short_articles import article, lexicon

from generator.cli import main
from generator.config import EnrichConfig
from generator.enrich.article import enrich_article
from generator.enrich.names.recognisers import open_recogniser, recogniser_version
from generator.enrich.names.spacy_names import load_pipeline
from generator.exceptions import ConfigError, MissingExtraError
from generator.model import EnrichedArticle

PATTERNS = [
    ("PERSON", "David Cameron"), ("PERSON", "Prime Minister Cameron"), ("PERSON", "Zyx Quorl"), ("PERSON", "Quorl"),
    ("ORG", "Harbour Watch Bureau"), ("ORG", "HWB"), ("ORG", "ISIS"), ("GPE", "Kiev"), ("GPE", "the Velm's"),
    ("LOC", "Lake Orr"), ("FAC", "Orr Bridge"), ("NORP", "Russian"), ("NORP", "Taliban"), ("DATE", "Monday"),
]  # fmt: skip


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory) -> Path:
    """A pipeline that knows a few names, saved as an installed one is."""
    spacy = pytest.importorskip("spacy", reason="needs the optional extra [spacy]")
    folder = tmp_path_factory.mktemp("spacy") / "few_names"
    blank = spacy.blank("en")
    ruler = blank.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": pattern} for label, pattern in PATTERNS])
    blank.add_pipe("sentencizer")
    blank.to_disk(folder)
    return folder


def read(pipeline: Path, *paragraphs: str) -> EnrichedArticle:
    options = EnrichConfig(recogniser=f"spacy:{pipeline}")
    return enrich_article(article(*paragraphs, published=date(2015, 12, 10)), lexicon(), options)


def found(pipeline: Path, *paragraphs: str) -> list[tuple[str, str]]:
    enriched = read(pipeline, *paragraphs)
    text = enriched.article.text
    return [(text[m.span.start : m.span.end], m.entity) for m in enriched.mentions]


def test_what_it_sees_is_a_name_and_what_it_does_not_see_is_none(pipeline):
    assert found(pipeline, "Zyx Quorl crossed Orr Bridge and Lake Orr on Monday with Angela Merkel.") == [
        ("Zyx Quorl", "person/zyx-quorl"),
        ("Orr Bridge", "place/orr-bridge"),
        ("Lake Orr", "place/lake-orr"),
    ]


def test_short_names_find_their_owners(pipeline):
    text = "Quorl was late. Zyx Quorl of the Harbour Watch Bureau said the HWB was late too."
    assert [entity for _, entity in found(pipeline, text)] == [
        "person/zyx-quorl",
        "person/zyx-quorl",
        "organisation/harbour-watch-bureau",
        "organisation/harbour-watch-bureau",
    ]


def test_the_packaged_lists_say_who_is_meant(pipeline):
    enriched = read(pipeline, "Prime Minister Cameron spoke of ISIS in Kiev. David Cameron left.")
    assert [(e.id, e.roles) for e in enriched.entities] == [
        ("person/david-cameron", ("Prime Minister",)),
        ("organisation/islamic-state", ()),
        ("place/kyiv", ()),
    ]
    assert enriched.entities[2].country == "UA"


def test_a_people_is_no_name_and_a_known_group_is(pipeline):
    assert found(pipeline, "A Russian envoy met the Taliban.") == [("Taliban", "organisation/taliban")]


def test_articles_and_possessives_are_not_part_of_a_name(pipeline):
    assert found(pipeline, "It was the Velm's last ship.") == [("Velm", "place/velm")]


def test_offsets_hold_over_paragraphs(pipeline):
    assert found(pipeline, "Zyx Quorl came.", "No name here.", "Then Zyx Quorl left.") == [
        ("Zyx Quorl", "person/zyx-quorl"),
        ("Zyx Quorl", "person/zyx-quorl"),
    ]


def test_a_long_paragraph_is_read_in_parts(pipeline):
    words = "no name " * 20_000
    assert found(pipeline, f"Zyx Quorl {words}Zyx Quorl.") == [("Zyx Quorl", "person/zyx-quorl")] * 2


def test_the_version_is_part_of_what_is_found(pipeline):
    assert recogniser_version("rules") == ""
    assert "spaCy" in recogniser_version(f"spacy:{pipeline}")


@pytest.mark.usefixtures("pipeline")
def test_an_unknown_pipeline_is_told():
    with pytest.raises(ConfigError, match=r"no spaCy pipeline is installed under the name 'xx_none'.*spacy download"):
        open_recogniser("spacy:xx_none")


def test_a_pipeline_that_names_nothing_is_told(tmp_path):
    spacy = pytest.importorskip("spacy", reason="needs the optional extra [spacy]")
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    blank.to_disk(tmp_path / "mute")
    with pytest.raises(ConfigError, match="names no people, places or organisations"):
        load_pipeline(str(tmp_path / "mute"))


def test_without_spacy_the_remedy_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'news-digest-generator\[spacy\]'"):
        load_pipeline("en_never_loaded")


def choose(folder: Path, option: str) -> Path:
    article = "---\nid: {0}\ntitle: {0}\n---\n\nText.\n"
    write_site(folder, {}, {"a.md": article.format("a"), "b.md": article.format("b")})
    options = (folder / "mkdocs.yml").read_text().replace("  - digest\n", "  - digest:\n      enrich:\n")
    (folder / "mkdocs.yml").write_text(f"{options}        recogniser: {option!r}\n")
    return folder / "mkdocs.yml"


@pytest.mark.parametrize("option", ["spaCy", "spacy:", "rule", "spacy: "])
def test_a_wrong_option_is_told(tmp_path, option):
    done = CliRunner().invoke(main, ["export", "-f", str(choose(tmp_path, option))])
    assert done.exit_code == 1
    assert "is none of rules, spacy:NAME" in done.output


def test_a_missing_package_stops_a_build_with_one_message(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    done = CliRunner().invoke(main, ["build", "-f", str(choose(tmp_path, "spacy:en_missing"))])
    assert done.exit_code == 1
    assert done.output.count("needs spaCy") == 1
