"""Wire copy from the inbox to the site: versions, a kill, an embargo, as a newsroom sends them."""

from __future__ import annotations

import json

import pytest
import time_machine
from click.testing import CliRunner
from conftest import read_tree, write_site

from generator.cli import main

FIRST = b"""Council votes to build the harbour wall

Sample Wire, December 9, 2015 09:00 GMT

The council of Brinemouth voted on Wednesday to build a new harbour wall, a year after a storm broke the old one.

The work will cost ten million pounds and take two years, the harbour master told the meeting on the quay.
"""
SECOND = FIRST.replace(b"Council", b"UPDATE 1-Council", 1).replace(b"09:00", b"11:30") + (
    b"\nResidents welcomed the plan and asked when the work would begin.\n"
)
STORM = b"""Ferry kept in port by storm at Saltland

Harbour Gazette, December 9, 2015 13:00 GMT

The night ferry from Saltland stayed in port on Wednesday as a storm from the west closed the strait to all ships.
"""
KILL = b"""MANDATORY KILL: Council votes to build the harbour wall

Sample Wire, December 9, 2015 12:00 GMT

Editors are asked to kill this story of Wednesday, which is wrong in all its parts; there will be no substitute story.
"""
EMBARGOED = b"EMBARGOED UNTIL 00:01 GMT, THURSDAY 10 DECEMBER 2015\n\n" + STORM


def run(folder, command, *options, env=None):
    return CliRunner().invoke(main, [command, *options, "-f", str(folder / "mkdocs.yml")], env=env)


def export(folder):
    done = run(folder, "export", "--json")
    return json.loads(done.stdout)


def test_an_update_takes_the_place_of_the_first_report(tmp_path):
    write_site(tmp_path, {"a.txt": FIRST, "b.txt": SECOND, "c.txt": STORM})
    assert run(tmp_path, "build", "--strict").exit_code == 0
    told = export(tmp_path)
    assert [a["title"] for a in told["articles"] if a["source"] == "Sample Wire"] == [
        "Council votes to build the harbour wall",
        "Council votes to build the harbour wall",
    ]
    relations = [n for n in told["links"] if n["relation"] == "version"]
    assert len(relations) == 2
    newest = next(n["to"] for n in relations if n["why"] == ["newest version"])
    address = {a["id"]: a["url"] for a in told["articles"]}
    home = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert address[newest] in home
    assert not [a for i, a in address.items() if i != newest and "council" in a and f'"{a}' in home]
    assert all((tmp_path / "site" / a / "index.html").is_file() for a in address.values())
    assert run(tmp_path, "check").exit_code == 0


def test_a_kill_takes_its_item_off_the_site_and_is_told(tmp_path):
    write_site(tmp_path, {"a.txt": FIRST, "b.txt": SECOND, "c.txt": STORM})
    assert run(tmp_path, "build").exit_code == 0
    (tmp_path / "content" / "inbox" / "k.txt").write_bytes(KILL)
    done = run(tmp_path, "build")
    assert done.exit_code == 0
    assert "is a kill notice" in done.output
    assert done.output.count("is an earlier version of what") == 2
    pages = [p.parent.name for p in (tmp_path / "site" / "articles").rglob("index.html")]
    assert len(pages) == 1
    assert "ferry" in pages[0]
    assert run(tmp_path, "build", "--strict").exit_code == 1


def test_an_embargo_holds_until_its_moment(tmp_path):
    write_site(tmp_path, {"a.txt": FIRST, "c.txt": EMBARGOED})
    held = run(tmp_path, "build", env={"SOURCE_DATE_EPOCH": "1449705659"})
    assert "is under embargo until 2015-12-10T00:01:00Z" in held.output
    assert "Saltland" not in (tmp_path / "site" / "index.html").read_text("utf-8")
    released = run(tmp_path, "build", "--strict", env={"SOURCE_DATE_EPOCH": "1449705660"})
    assert released.exit_code == 0, released.output
    assert "Saltland" in (tmp_path / "site" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("command", [["build"], ["export"]])
def test_the_clock_ends_an_embargo_where_no_moment_is_stated_and_no_date_of_a_text_does(tmp_path, command):
    misdated = FIRST.replace(b"2015", b"2098")
    write_site(tmp_path, {"a.txt": misdated, "c.txt": EMBARGOED})
    assert run(tmp_path, "convert").exit_code == 0
    with time_machine.travel("2015-12-10 00:00:59"):
        assert "is under embargo until" in run(tmp_path, *command).output
    with time_machine.travel("2015-12-10 00:01:00"):
        assert "embargo" not in run(tmp_path, *command).stderr


def test_on_either_side_of_its_end_an_embargo_makes_the_same_site_at_any_clock(tmp_path):
    write_site(tmp_path, {"a.txt": FIRST, "c.txt": EMBARGOED})
    trees = []
    for clock in ("2015-12-09 08:00", "2015-12-09 23:00", "2015-12-11 08:00", "2031-05-06 07:08"):
        with time_machine.travel(clock):
            assert run(tmp_path, "build").exit_code == 0
        trees.append(read_tree(tmp_path / "site"))
    assert trees[0] == trees[1]
    assert trees[2] == trees[3]
    assert trees[0] != trees[2]
