"""`digest show`: the receipt for people, and candidates for rules."""

from __future__ import annotations

import json
from typing import get_args

import yaml
from click.testing import CliRunner
from conftest import REPOSITORY, write_site

from generator.cli import main
from generator.extract.cleaning import packaged_rules
from generator.model import Form, Removed
from generator.show.receipt import receipt_lines
from generator.site_rules import read_site_rules

PLACES = ("Portsea", "Westhaven", "Amberley")
APPEAL = "Read Jo's notes: every Friday, in No. 12."


def raw(place: str) -> str:
    return (
        f"Wall falls in {place}\n\nHarbour Times, December 10, 2015\n\n"
        f"The old harbour wall of {place} fell into the water on Thursday, a year after engineers had warned of it.\n\n"
        f"Nobody was hurt, the mayor of {place} said, but two boats sank and a warehouse of {place} was lost.\n\n"
        f"{APPEAL}\n"
    )


def run(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_receipt_is_told_rule_by_rule_and_fits_the_terminal():
    removed = (
        Removed(line=1, text="Wall falls", rule="title"),
        Removed(line=3, text="Share", rule="share-links"),
        Removed(line=7, text="Read more: " + "wall " * 40, rule="read-more"),
        Removed(line=9, text="Tweet\nEmail", rule="share-links"),
        Removed(line=0, text="A menu", rule="outside-story"),
    )
    assert list(receipt_lines(removed, 50)) == [
        "removed: 5 lines or parts by 4 rules",
        "  title",
        "       1  Wall falls",
        "  share-links (2)",
        "       3  Share",
        "       9  Tweet Email",
        "  read-more",
        "       7  Read more: wall wall wall wall wall wal…",
        "  outside-story",
        "       ·  A menu",
    ]
    assert all(len(line) <= 50 for line in receipt_lines(removed, 50))
    assert list(receipt_lines((), 50)) == ["nothing was removed"]


def test_the_receipt_of_a_file_is_shown(tmp_path):
    (tmp_path / "wall.txt").write_text(raw("Portsea") + "Endit\n")
    done = run("show", "-f", tmp_path / "mkdocs.yml", tmp_path / "wall.txt")
    assert done.exit_code == 0
    assert "  end-mark\n      10  Endit" in done.output


def test_recurring_lines_are_told_as_rules_that_can_be_pasted(tmp_path):
    write_site(tmp_path, {f"{place}.txt": raw(place).encode() for place in PLACES})
    assert run("convert", "-f", tmp_path / "mkdocs.yml", tmp_path / "content" / "inbox" / "Portsea.txt").exit_code == 0
    done = run("show", "--unknown", "-f", tmp_path / "mkdocs.yml")
    assert done.exit_code == 0
    assert "# in 3 articles, such as content/" in done.stdout
    (rule,) = yaml.safe_load(done.stdout)["rules"]
    assert rule["source"] == "Harbour Times"
    assert rule["example"] == APPEAL
    rules = read_site_rules(done.stdout, "cleaning.yml", packaged_rules())
    assert rules[-1].id == rule["id"]
    (tmp_path / "content" / "vocabulary").mkdir()
    (tmp_path / "content" / "vocabulary" / "cleaning.yml").write_text(done.stdout)
    assert run("convert", "--refresh", "-f", tmp_path / "mkdocs.yml").exit_code == 0
    assert "Nothing recurs" in run("show", "--unknown", "-f", tmp_path / "mkdocs.yml").stdout


def test_recurring_lines_are_told_to_programs(tmp_path):
    write_site(tmp_path, {f"{place}.txt": raw(place).encode() for place in PLACES})
    done = run("show", "--unknown", "--json", "-f", tmp_path / "mkdocs.yml")
    (record,) = map(json.loads, done.stdout.splitlines())
    assert (record["source"], record["text"], record["articles"]) == ("Harbour Times", APPEAL, 3)
    assert set(record["rule"]) == {"id", "scope", "pattern", "example", "source"}


def test_files_can_be_named_where_there_is_no_site(tmp_path):
    for place in PLACES:
        (tmp_path / f"{place}.txt").write_text(raw(place))
    done = run("show", "--unknown", "-f", tmp_path / "mkdocs.yml", *sorted(tmp_path.glob("*.txt")))
    assert done.exit_code == 0
    assert "example:" in done.stdout


def test_show_needs_a_file():
    done = run("show")
    assert done.exit_code == 2
    assert "FILES" in done.output


def test_the_schema_knows_every_form():
    schema = json.loads((REPOSITORY / "generator" / "show.schema.json").read_text("utf-8"))
    assert set(schema["properties"]["kind"]["enum"]) == {*get_args(Form), None}
