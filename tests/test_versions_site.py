"""Wire copy from the inbox to the site: versions, a kill, an embargo, as a newsroom sends them."""

from __future__ import annotations

import json

import pytest
import time_machine
from click.testing import CliRunner
from conftest import read_tree, write_site
from lxml import html

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


# --- corrections -----------------------------------------------------------------------------------------------------

WRONG = b"""Ferry sinks off Brinemouth in the storm

Sample Wire, December 9, 2015 09:00 GMT

Thirteen people were on board the ferry that sank off Brinemouth on Wednesday, the harbour master said.

The old ship had left the quay an hour before the storm reached the strait, and nobody was hurt.

Divers will look at the wreck when the sea is calm, the harbour master told the meeting on the quay.
"""
RIGHT = WRONG.replace(b"Thirteen", b"Eleven")
MOMENT = "2015-12-11T10:00:00Z"
ARTICLE = "articles/2015/12/ferry-sinks-off-brinemouth-in-the-storm"


@pytest.fixture
def corrected(tmp_path):
    """A site whose raw file was put right two days after it was first built; and what stood there then."""
    write_site(tmp_path, {"a.txt": WRONG, "c.txt": STORM})
    assert run(tmp_path, "build", "--strict", env={"SOURCE_DATE_EPOCH": "1449655200"}).exit_code == 0
    before = read_tree(tmp_path / "content"), read_tree(tmp_path / "site")
    rewrite(tmp_path, RIGHT)
    return tmp_path, before


def rewrite(folder, data):
    (folder / "content" / "inbox" / "a.txt").write_bytes(data)
    done = run(folder, "build", env={"SOURCE_DATE_EPOCH": "1449828000"})
    assert done.exit_code == 0, done.output
    return done.output


def page(folder, address):
    return html.fromstring((folder / "site" / address / "index.html").read_text("utf-8"))


def items(folder, feed="feed.json"):
    return {item["title"]: item for item in json.loads((folder / "site" / feed).read_text("utf-8"))["items"]}


def test_a_figure_put_right_in_a_raw_file_is_told_where_it_stands(corrected):
    folder, _ = corrected
    found = page(folder, ARTICLE)
    (notice,) = found.xpath("//*[@id='corrections']")
    said = " ".join(notice.text_content().split())
    assert said.startswith(
        "Corrected; changed text arrived 11 December 2015, 10:00 UTC: "
        "“Eleven people” was “Thirteen people”. The text before"
    )
    now, was, old = notice.xpath(".//p[@class='correction']/a/@href")
    root = "../../../../"
    assert (now, was, old) == (f"{root}{ARTICLE}/#s0", f"{root}{ARTICLE}.v1/#s0", f"{root}{ARTICLE}.v1/")
    assert found.xpath("string(//*[@id='s0'])").startswith("Eleven people")
    assert page(folder, f"{ARTICLE}.v1").xpath("string(//*[@id='s0'])").startswith("Thirteen people")
    data = json.loads(found.xpath("//script[@type='application/ld+json']/text()")[0])
    assert data["correction"] == [
        {"@type": "CorrectionComment", "text": "“Eleven people” was “Thirteen people”.", "datePublished": MOMENT}
    ]
    assert data["dateModified"] == MOMENT
    assert run(folder, "check").exit_code == 0


def test_the_former_text_leads_to_the_newest_and_says_what_was_wrong(corrected):
    folder, _ = corrected
    old = page(folder, f"{ARTICLE}.v1")
    assert old.xpath("//link[@rel='canonical']/@href") == [f"https://small.example/{ARTICLE}/"]
    notes = [" ".join(note.text_content().split()) for note in old.xpath("//*[@role='note']")]
    assert notes[0].startswith("A newer version: ")
    assert notes[1].startswith("Corrected since; changed text arrived 11 December 2015")
    (box,) = page(folder, ARTICLE).xpath("//section[h2='Earlier versions']")
    assert "until 11 December 2015" in " ".join(box.text_content().split())


def test_the_article_keeps_id_path_and_guid_and_its_entry_moves(corrected):
    folder, (content, site) = corrected
    now, then = items(folder), {item["title"]: item for item in json.loads(site["feed.json"])["items"]}
    assert now.keys() == then.keys()
    title = "Ferry sinks off Brinemouth in the storm"
    assert now[title]["id"] == then[title]["id"]
    assert now[title]["url"] == then[title]["url"]
    assert now[title]["date_published"] == then[title]["date_published"]
    assert (then[title]["date_modified"], now[title]["date_modified"]) == ("2015-12-09T09:00:00Z", MOMENT)
    assert MOMENT in (folder / "site" / "sitemap.xml").read_text("utf-8")
    after = read_tree(folder / "content" / "articles")
    name = f"{ARTICLE.removeprefix('articles/')}.md"
    assert after[name].split(b"\n")[1] == content[f"{ARTICLE}.md"].split(b"\n")[1]
    assert after.keys() - {path.removeprefix("articles/") for path in content} == {name.replace(".md", ".v1.md")}


def test_there_are_a_page_and_feeds_of_corrections(corrected):
    folder, (_, site) = corrected
    assert not [path for path in site if path.startswith("corrections")]
    (entry,) = page(folder, "corrections").xpath("//main//li[@class='row']")
    assert entry.xpath(".//h2/a/@href") == [f"../{ARTICLE}/#corrections"]
    (item,) = items(folder, "corrections/feed.json").values()
    assert item["title"] == "Correction: Ferry sinks off Brinemouth in the storm"
    assert item["url"] == f"https://small.example/{ARTICLE}/#corrections"
    assert item["summary"] == "“Eleven people” was “Thirteen people”."
    assert f'href="https://small.example/{ARTICLE}.v1/#s0"' in item["content_html"]
    assert item["id"] not in {other["id"] for other in items(folder).values()}
    for form in ("feed.xml", "atom.xml"):
        assert item["id"] in (folder / "site" / "corrections" / form).read_text("utf-8")
    assert page(folder, "feeds").xpath("//section[h2='Corrections']//a[contains(@href, 'corrections/')]")
    assert "corrections/feed.xml" in (folder / "site" / "feeds.opml").read_text("utf-8")
    assert "feeds.opml" in site
    assert b"corrections" not in site["feeds.opml"]


def test_an_entry_of_a_correction_stays_when_the_article_changes_again(corrected):
    folder, _ = corrected
    (first,) = items(folder, "corrections/feed.json").values()
    rewrite(folder, RIGHT.replace(b"an hour", b"two hours").replace(b"Eleven people", b"Ten people"))
    told = json.loads((folder / "site" / "corrections" / "feed.json").read_text("utf-8"))["items"]
    assert [item["summary"] for item in told if item["id"] == first["id"]] == [first["summary"]]
    assert len(told) == 2
    assert len(page(folder, ARTICLE).xpath("//p[@class='correction']")) == 2
    assert (folder / "site" / f"{ARTICLE}.v2" / "index.html").is_file()


def test_a_raw_file_put_back_as_it_was_is_the_state_before(corrected):
    folder, (content, site) = corrected
    assert "it is what it was before" in rewrite(folder, WRONG)
    assert read_tree(folder / "content") == content
    assert read_tree(folder / "site") == site


def test_a_former_text_deleted_by_hand_takes_its_notice_with_it(corrected):
    folder, _ = corrected
    (folder / "content" / f"{ARTICLE}.v1.md").unlink()
    assert run(folder, "build").exit_code == 0
    assert not page(folder, ARTICLE).xpath("//*[@id='corrections']")
    assert not (folder / "site" / "corrections").exists()


def test_the_same_build_twice_changes_nothing(corrected):
    folder, _ = corrected
    trees = [read_tree(folder / name) for name in ("content", "site")]
    assert run(folder, "build", env={"SOURCE_DATE_EPOCH": "1449999999"}).exit_code == 0
    assert [read_tree(folder / name) for name in ("content", "site")] == trees


def test_new_rules_keep_no_former_text(corrected):
    folder, _ = corrected
    (folder / "content" / "vocabulary").mkdir()
    (folder / "content" / "vocabulary" / "cleaning.yml").write_text(
        "rules:\n- id: divers\n  scope: line\n  pattern: 'divers will look.*'\n  example: Divers will look down.\n"
    )
    assert "1 paragraph removed" in run(folder, "convert", "--refresh").output
    assert len(list((folder / "content" / "articles").rglob("*.v*.md"))) == 1


def test_a_change_of_bytes_alone_keeps_no_former_text(tmp_path):
    write_site(tmp_path, {"a.txt": WRONG})
    assert run(tmp_path, "build").exit_code == 0
    rewrite(tmp_path, WRONG.replace(b"\n\n", b"\n\n\n"))
    assert not list((tmp_path / "content" / "articles").rglob("*.v*.md"))


def test_a_paragraph_more_keeps_the_former_text_and_is_no_correction(tmp_path):
    write_site(tmp_path, {"a.txt": WRONG})
    assert run(tmp_path, "build").exit_code == 0
    said = rewrite(tmp_path, WRONG + b"\nThe mayor promised that a new ship would be bought before the spring.\n")
    assert "its former text is content/" in said.replace("\n", " ") or "its former text is" in said
    found = page(tmp_path, ARTICLE)
    assert not found.xpath("//*[@id='corrections']")
    assert found.xpath("//section[h2='Earlier versions']")
    assert not (tmp_path / "site" / "corrections").exists()


def test_a_former_text_is_not_published_without_its_article(corrected):
    folder, _ = corrected
    file = folder / "content" / f"{ARTICLE}.md"
    file.write_text(file.read_text().replace("title:", "draft: true\ntitle:", 1))
    done = run(folder, "build")
    assert done.exit_code == 0
    assert "is a former text of the article" in done.output
    assert not (folder / "site" / f"{ARTICLE}.v1").exists()


def test_a_notice_written_by_hand_is_told_too(tmp_path):
    text = "---\nid: ferry\ntitle: Ferry sinks\npublished: 2015-12-09\nsource: Sample Wire\ncorrection:\n"
    text += (
        "- text: Eleven people were on board, not thirteen.\n  date: 2015-12-11\n---\n\nEleven people were on board.\n"
    )
    write_site(tmp_path, articles={"ferry.md": text})
    assert run(tmp_path, "build", "--strict").exit_code == 0
    (notice,) = page(tmp_path, "articles/ferry").xpath("//*[@id='corrections']")
    assert "Corrected 11 December 2015 Eleven people were on board, not thirteen." in " ".join(
        notice.text_content().split()
    )
    (item,) = items(tmp_path, "corrections/feed.json").values()
    assert item["date_published"] == "2015-12-11T00:00:00Z"
    assert run(tmp_path, "check").exit_code == 0
