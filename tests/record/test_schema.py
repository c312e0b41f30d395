from __future__ import annotations

import json
from importlib import resources

import jsonschema
import pytest
import yaml
from hypothesis import given
from test_frontmatter import FULL, documents

from generator.record.document import read_document, write_document
from generator.record.frontmatter import KEYS

SCHEMA = json.loads(resources.files("generator.record").joinpath("front-matter.schema.json").read_text("utf-8"))
CHECK = jsonschema.Draft202012Validator(SCHEMA)


class TextLoader(yaml.SafeLoader):
    """As an editor with YAML 1.2 reads it: dates stay text."""


TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag.endswith((":null", ":bool"))]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def front_matter(text):
    return yaml.load(text.split("\n---\n")[0].removeprefix("---\n") + "\n", Loader=TextLoader)  # noqa: S506  a SafeLoader


def test_the_schema_is_valid_and_knows_every_key():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert tuple(SCHEMA["properties"]) == KEYS


def test_a_full_document_fits():
    CHECK.validate(front_matter(write_document(FULL)))


@given(documents)
def test_whatever_is_written_fits(document):
    if document.id != "":
        CHECK.validate(front_matter(write_document(document)) or {})


def test_every_converted_sample_fits_and_round_trips(sample_site):
    articles = sorted((sample_site / "content" / "articles").rglob("*.md"))
    assert len(articles) >= 30
    for path in articles:
        text = path.read_text("utf-8")
        CHECK.validate(front_matter(text))
        assert write_document(read_document(text, path.name)) == text


@pytest.mark.parametrize(
    "wrong", [{"published": "soon"}, {"origin": {"path": "a"}}, {"title": ["a"]}, {"dateline": {"x": 1}}]
)
def test_what_the_reader_refuses_the_schema_refuses(wrong):
    assert not CHECK.is_valid(wrong)
