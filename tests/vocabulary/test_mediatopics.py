from importlib.resources import files
from pathlib import Path

import pytest

from generator.vocabulary.mediatopics import ancestors, load_media_topics


def test_active_concepts_only():
    concepts = load_media_topics()
    assert len(concepts) == 1099
    assert sum(concept.parent is None for concept in concepts.values()) == 17
    assert all(concept.parent is None or concept.parent in concepts for concept in concepts.values())


def test_concept_says_label_parent_and_wikidata():
    war = load_media_topics()["medtop:20000056"]
    assert (war.label, war.parent, war.wikidata) == ("armed conflict", "medtop:16000000", "Q350604")


@pytest.mark.parametrize(
    ("concept", "above"),
    [
        ("medtop:20000063", ("medtop:20000062", "medtop:20000056", "medtop:16000000")),
        ("medtop:16000000", ()),
        ("medtop:00000000", ()),
    ],
)
def test_ancestors_nearest_first(concept, above):
    assert ancestors(concept) == above


def test_definitions_are_not_shipped():
    text = files("generator.vocabulary").joinpath("media-topics.json").read_text(encoding="utf-8")
    assert "definition" not in text


def test_notice_attributes_iptc_and_geonames():
    notice = files("generator.vocabulary").joinpath("NOTICE.md").read_text(encoding="utf-8")
    assert "CC BY 4.0" in notice
    assert "IPTC" in notice
    assert "GeoNames" in notice


def test_notice_names_every_packaged_data_file():
    package = Path(str(files("generator")))
    data = [path for kind in ("*.yml", "*.txt", "*.tsv", "*.json") for path in package.rglob(kind)]
    named = [path.relative_to(package.parent).as_posix() for path in data if "starter" not in path.parts]
    notice = (package / "vocabulary" / "NOTICE.md").read_text(encoding="utf-8")
    assert [name for name in sorted(named) if f"`{name}`" not in notice] == []
