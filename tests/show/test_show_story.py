"""`digest show --story`: why a story is what it is, whatever the story is called."""

from __future__ import annotations

import json
from importlib import resources

import jsonschema
import pytest
from click.testing import CliRunner
from conftest import write_site
from lxml import html

from generator.cli import main

SCHEMA = json.loads(resources.files("generator").joinpath("show_story.schema.json").read_text("utf-8"))
HEAD = "---\nid: {id}\ntitle: {title}\npublished: {day}\nsource: Velm Courier\n---\n\n{text}\n"
WALL = "The harbour wall of Velm fell into the sea at dawn and four boats sank beside the lighthouse quay."
SALT = "Members of the council at Astra voted to tax salt that four boats bring to the lighthouse quay of Velm."
REPORTS = {
    "aaaaaaaaaaa1": ("2015-11-03", "Harbour wall falls at Velm", WALL),
    "aaaaaaaaaaa2": ("2015-11-04", "Velm wall falls into the sea", WALL + " Divers came."),
    "bbbbbbbbbbb1": ("2015-11-04", "Astra council votes to tax salt", SALT),
    "cccccccccccc": (
        "2015-11-05",
        "Choir wins a prize for song",
        "A choir of eighty won a prize in Kasvik for a song.",
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stories")
    texts = {
        f"2015/11/{title.split()[0].lower()}-{day[-1]}.md": HEAD.format(id=i, title=title, day=day, text=text)
        for i, (day, title, text) in REPORTS.items()
    }
    return write_site(folder, {}, texts)


def show(site, name, *more):
    return CliRunner().invoke(main, ["show", "--story", name, "-f", str(site / "mkdocs.yml"), *more])


def test_the_receipt_of_a_story(site):
    done = show(site, "aaaaaaaaaaa1")
    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert lines[1] == "  stories/harbour-3-aaaaaaaaaaa1/, id aaaaaaaaaaa1"
    assert lines[2] == "  2015-11-03 to 2015-11-04, 2 reports, 2 independent" or "1 independent" in lines[2]
    assert "In this story" in lines
    assert "    - leads the story" in lines
    assert "    - published a day earlier" in lines or "    - published a day later" in lines


@pytest.mark.parametrize(
    "name",
    [
        "aaaaaaaaaaa2",
        "articles/2015/11/velm-4.md",
        "content/articles/2015/11/velm-4.md",
        "velm-4.md",
        "/articles/2015/11/velm-4/",
        "stories/harbour-3-aaaaaaaaaaa1/",
        "https://small.example/stories/velm-4-aaaaaaaaaaa2/index.html",
    ],
)
def test_a_story_is_found_by_all_that_names_it(site, name):
    record = json.loads(show(site, name, "--json").stdout)
    jsonschema.validate(record, SCHEMA)
    assert record["story"]["id"] == "aaaaaaaaaaa1"
    assert record["story"]["url"] == "stories/harbour-3-aaaaaaaaaaa1/"
    assert record["story"]["former_urls"] == ["stories/velm-4-aaaaaaaaaaa2/"]
    assert {member["id"] for member in record["story"]["members"]} == {"aaaaaaaaaaa1", "aaaaaaaaaaa2"}
    assert record["near"] == []


def test_an_article_of_no_story_says_what_it_came_near_to(site):
    done = show(site, "bbbbbbbbbbb1")
    assert done.exit_code == 0
    assert "  is of no story" in done.output.splitlines()
    assert "Near to: " in done.output
    record = json.loads(show(site, "bbbbbbbbbbb1", "--json").stdout)
    jsonschema.validate(record, SCHEMA)
    assert record["story"] is None
    assert [near["story"] for near in record["near"]] == ["aaaaaaaaaaa1"]
    assert "  is of no story, and came near to none" in show(site, "cccccccccccc").output


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("aaaaaaaaaaa9", ["aaaaaaaaaaa1", "aaaaaaaaaaa2"]),
        ("harbour-3-aaaaaaaaaaa9", ["aaaaaaaaaaa1"]),
        ("harbour wall", ["aaaaaaaaaaa1", "aaaaaaaaaaa2"]),
        ("stories/choir-prize/", ["cccccccccccc"]),
        ("articles/2015/11/salt.md", ["bbbbbbbbbbb1"]),
    ],
)
def test_an_unknown_name_is_told_with_what_is_named_like_it(site, name, near):
    done = show(site, name)
    assert done.exit_code == 1
    said = f"Error: {name}: no story or article has this id, path or address; did you mean {near[0]} ("
    assert done.output.startswith(said)
    assert all(f"{identity} (" in done.output for identity in near)
    assert done.output.endswith(")?\n")


@pytest.mark.parametrize("name", ["NOSUCH", "0123456789ab", "articles/2015/11/", "é" * 5000, "?", " "])
def test_of_an_unknown_name_like_none_nothing_is_suggested(site, name):
    done = show(site, name)
    assert done.exit_code == 1
    assert done.output.endswith("; `digest export` lists all, with their ids\n")


FOUND = """The dredger crews of Velm went on strike over night shifts on Monday. Odo Lanther of the Dredgers' League
said that 40 crews stay in port."""
ENDED = """The strike of the dredger crews of Velm ended on Friday, said Odo Lanther of the Dredgers' League. Night
shifts will be paid double from May."""


@pytest.fixture(scope="module")
def strike(tmp_path_factory):
    rows = (
        ("ddddddddddd1", "2015-11-03", "Dredger crews of Velm strike over night shifts", FOUND),
        ("ddddddddddd2", "2015-11-27", "Velm dredger strike ends with double pay for nights", ENDED),
        ("cccccccccccc", *REPORTS["cccccccccccc"]),
    )
    texts = {f"2015/11/{i}.md": HEAD.format(id=i, title=title, day=day, text=text) for i, day, title, text in rows}
    return write_site(tmp_path_factory.mktemp("strike"), {}, texts)


def test_an_article_of_no_story_names_the_thread_that_it_is_a_part_of(strike):
    lines = show(strike, "ddddddddddd2").output.splitlines()
    at = lines.index("Part of a thread: Velm dredger strike")
    assert lines[at + 1] == "  threads/ddddddddddd1/, id ddddddddddd1"
    assert lines[at + 2] == "  1. Dredger crews of Velm strike over night shifts (Velm Courier, 2015-11-03)"
    assert (
        lines[at + 4]
        == "  2. Velm dredger strike ends with double pay for nights (Velm Courier, 2015-11-27), this part"
    )
    assert lines[at + 5] == "    report, articles/2015/11/ddddddddddd2.md, id ddddddddddd2"
    assert lines[at + 6].startswith("    - shares ")
    assert lines[at + 7] == "    - 3 weeks later"


@pytest.mark.parametrize("name", ["ddddddddddd1", "threads/ddddddddddd1/"])
def test_the_thread_as_data(strike, name):
    record = json.loads(show(strike, name, "--json").stdout)
    jsonschema.validate(record, SCHEMA)
    assert record["story"] is None
    thread = record["thread"]
    assert (thread["id"], thread["part"]) == ("ddddddddddd1", 1)
    assert [part["article"] for part in thread["parts"]] == ["ddddddddddd1", "ddddddddddd2"]
    assert [bool(part["why"]) for part in thread["parts"]] == [False, True]


def test_what_is_of_no_thread_says_nothing_of_one(strike):
    assert "thread" not in show(strike, "cccccccccccc").output
    assert json.loads(show(strike, "cccccccccccc", "--json").stdout)["thread"] is None


def test_page_and_terminal_give_the_same_reasons(site):
    assert CliRunner().invoke(main, ["build", "--quiet", "-f", str(site / "mkdocs.yml")]).exit_code == 0
    page = html.fromstring((site / "site/stories/harbour-3-aaaaaaaaaaa1/index.html").read_text("utf-8"))
    (receipt,) = page.xpath("//details[@id='why']")
    told = json.loads(show(site, "aaaaaaaaaaa1", "--json").stdout)["story"]
    groups = [members for key in ("members", "nearest", "mentions") if (members := told[key])]
    assert [
        [(item.xpath(".//a")[-1].text, item.xpath("./span[@class='note']")[0].text) for item in group]
        for group in receipt.xpath(".//ul")
    ] == [[(member["title"], "; ".join(member["why"])) for member in members] for members in groups]


def test_a_name_of_several_is_told(tmp_path):
    texts = {
        f"2015/{month}/wall.md": HEAD.format(id=f"w{month}", title="Wall", day=f"2015-{month}-01", text=WALL)
        for month in (10, 11)
    }
    done = show(write_site(tmp_path, {}, texts), "wall.md")
    assert done.exit_code == 1
    assert "wall.md: means 2 articles; write more of the path, or the id of one: w10 (articles/2015/10" in done.output


def test_it_goes_without_files(site):
    assert show(site, "x", "--unknown").exit_code == 2
    assert show(site, "x", str(site / "mkdocs.yml")).exit_code == 2


def test_without_articles_nothing_is_near(tmp_path):
    done = show(write_site(tmp_path), "x")
    assert (done.exit_code, done.output) == (
        1,
        "Error: x: no story or article has this id, path or address; `digest export` lists all, with their ids\n",
    )


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
