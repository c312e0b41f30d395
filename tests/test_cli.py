from __future__ import annotations

import json
from importlib import resources

import jsonschema
import pytest
from click.testing import CliRunner
from conftest import copy_sample, write_site

from generator.cli import main

RIVERS = """Rivers fall

Sample Wire, December 10, 2015

The rivers of the north fell on Wednesday, a week after the flood.
"""
ARTICLE = """---
id: rivers
title: Rivers fall
published: 2015-12-10
source: Sample Wire
topics: [medtop:20000151, grain]
---

LONDON - David Cameron said on Wednesday that the rivers of Britain were falling. "We are glad," Mr Cameron said.
"""


def schema(name):
    package, _, file = name.rpartition("/")
    return json.loads(resources.files(package).joinpath(file).read_text("utf-8"))


def run(*arguments):
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def small(tmp_path):
    return write_site(tmp_path, {"bad.txt": b""}, {"rivers.md": ARTICLE})


def test_show_prints_one_valid_record_an_article(small, sample_site):
    files = sorted((sample_site / "content" / "inbox").iterdir())[:6]
    done = run("show", "--json", "-f", small / "mkdocs.yml", small / "content" / "articles" / "rivers.md", *files)
    assert done.exit_code == 0
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(records) == 7
    for record in records:
        jsonschema.validate(record, schema("generator/show.schema.json"))
        text = "\n\n".join(record["paragraphs"])
        for found in (*record["mentions"], *record["demonyms"], *record["dates"], *record["quotes"]):
            assert text[found["start"] : found["end"]] == found["text"]
    rivers = records[0]
    assert rivers["title"] == "Rivers fall"
    assert [(p["name"], p["aliases"]) for p in rivers["people"]] == [("David Cameron", ["Cameron"])]
    assert {"id": "grain", "label": "grain", "score": 1.0, "origin": "given", "evidence": []} in rivers["topics"]
    assert [d["value"] for d in rivers["dates"]] == ["2015-12-09"]


def test_show_tells_what_it_cannot_read_as_a_record(small):
    done = run("show", "--json", "-f", small / "mkdocs.yml", small / "content" / "inbox" / "bad.txt")
    record = json.loads(done.stdout)
    jsonschema.validate(record, schema("generator/show.schema.json"))
    assert "empty" in record["problems"][0]


def test_show_is_readable_without_a_site(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rivers.txt").write_text(RIVERS)
    done = run("show", "rivers.txt")
    assert done.exit_code == 0
    assert "dates  2015-12-09  " in done.output
    assert list(tmp_path.iterdir()) == [tmp_path / "rivers.txt"]


def test_export_prints_the_digest_by_its_schema(sample_site):
    done = run("export", "--json", "-f", sample_site / "mkdocs.yml")
    assert done.exit_code == 0
    digest = json.loads(done.stdout)
    jsonschema.validate(digest, schema("generator/export.schema.json"))
    articles = {a["id"]: a for a in digest["articles"]}
    for story in digest["stories"]:
        assert all(articles[a]["story"] == story["id"] for a in story["articles"])
    for entry in (*digest["articles"], *digest["stories"], *digest["topics"], *digest["entities"]):
        assert (sample_site / "site" / entry["url"] / "index.html").is_file(), entry["url"]


def test_convert_prints_what_it_wrote_and_tells_what_it_could_not(tmp_path):
    write_site(
        tmp_path,
        {
            "bad.txt": b"",
            "good.txt": RIVERS.encode(),
        },
    )
    done = run("convert", "-f", tmp_path / "mkdocs.yml")
    assert done.exit_code == 1
    assert "content/articles/2015/12/rivers-fall.md" in done.stdout
    assert "bad.txt" in done.stderr
    again = run("convert", "-f", tmp_path / "mkdocs.yml")
    assert "0 converted, 1 known already" in again.stderr


def test_convert_takes_files_from_anywhere(tmp_path):
    write_site(tmp_path / "site")
    (tmp_path / "note.txt").write_text(RIVERS)
    done = run("convert", "-f", tmp_path / "site" / "mkdocs.yml", tmp_path / "note.txt")
    assert done.exit_code == 0
    assert (tmp_path / "site" / "content" / "articles" / "2015" / "12" / "rivers-fall.md").is_file()


def test_check_finds_nothing_on_the_sample_site(sample_site):
    done = run("check", "-f", sample_site / "mkdocs.yml")
    assert done.output.strip() == "Nothing found: links, feeds, HTML and data are right."
    assert done.exit_code == 0


def test_check_names_the_page_that_is_wrong(tmp_path):
    copy_sample(tmp_path)
    run("build", "-f", tmp_path / "mkdocs.yml", "--quiet")
    (tmp_path / "site" / "about" / "index.html").unlink()
    done = run("check", "-f", tmp_path / "mkdocs.yml")
    assert done.exit_code == 1
    assert "about" in done.output


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["build", "-f", "nowhere.yml"], 1, "nowhere.yml is not there"),
        (["build", "--colour"], 2, "No such option"),
        (["show", "nothing.txt"], 2, "does not exist"),
        (["frobnicate"], 2, "No such command"),
    ],
)
def test_exit_codes(arguments, code, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.exit_code == code
    assert message in done.output


def test_new_makes_a_site_that_builds_at_once(tmp_path):
    done = run("new", tmp_path / "river-news")
    assert done.exit_code == 0
    config = tmp_path / "river-news" / "mkdocs.yml"
    (tmp_path / "river-news" / "content" / "inbox" / "a.txt").write_text(RIVERS)
    built = run("build", "-f", config, "--strict")
    assert built.exit_code == 0, built.output
    assert run("check", "-f", config).exit_code == 0
    assert "River News" in (tmp_path / "river-news" / "site" / "index.html").read_text("utf-8")


def test_an_error_of_ours_leaves_the_published_site_alone(tmp_path):
    write_site(tmp_path, articles={"rivers.md": ARTICLE})
    run("build", "-f", tmp_path / "mkdocs.yml")
    home = (tmp_path / "site" / "index.html").read_bytes()
    config = (tmp_path / "mkdocs.yml").read_text()
    (tmp_path / "mkdocs.yml").write_text(config.replace("- digest", "- digest: {feeds: {entries: many}}"))
    done = run("build", "-f", tmp_path / "mkdocs.yml")
    assert done.exit_code == 1
    assert "feeds: entries: takes a whole number, not 'many'" in done.output
    assert (tmp_path / "site" / "index.html").read_bytes() == home
