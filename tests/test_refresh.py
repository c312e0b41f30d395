"""`digest convert --refresh`: today's rules for articles converted already; hand edits win; ids and paths stay."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import read_tree, write_site

from generator.cli import main
from generator.conversion import convert_inbox, refresh_inbox
from generator.site_file import load_config

STORY = (
    "The old harbour wall fell into the water on Thursday, a year after engineers had warned that it would.\n\n"
    "Nobody was hurt, the mayor said, but two boats were sunk and a warehouse lost its front.\n\n"
)
APPEAL = "The Harbour Times is free to read because of you."
WALL = f"Wall falls in the harbour\n\nHarbour Times, December 10, 2015\n\n{STORY}{APPEAL}\n"
PIER = f"Pier lost in the night\n\nHarbour Times, December 11, 2015\n\n{STORY}{APPEAL}\n"
OWN = f"rules:\n- id: harbour-appeal\n  scope: line\n  pattern: 'the harbour times is free.*'\n  example: {APPEAL}\n"


def digest(folder: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments), "-f", str(folder / "mkdocs.yml")])


@pytest.fixture
def site(tmp_path) -> Path:
    """Two converted articles, and a rule that came later."""
    write_site(tmp_path, {"wall.txt": WALL.encode(), "pier.txt": PIER.encode()})
    assert digest(tmp_path, "convert").exit_code == 0
    (tmp_path / "content" / "vocabulary").mkdir()
    (tmp_path / "content" / "vocabulary" / "cleaning.yml").write_text(OWN)
    return tmp_path


def articles(folder: Path) -> dict[str, bytes]:
    return read_tree(folder / "content" / "articles")


def test_new_rules_change_nothing_by_themselves(site):
    before = articles(site)
    assert digest(site, "convert").exit_code == 0
    assert digest(site, "build", "--quiet").exit_code == 0
    assert articles(site) == before


def test_a_refresh_tells_what_changed_and_is_done_once(site):
    before = articles(site)
    done = digest(site, "convert", "--refresh")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "changed  content/articles/2015/12/pier-lost-in-the-night.md: 1 paragraph removed",
        "changed  content/articles/2015/12/wall-falls-in-the-harbour.md: 1 paragraph removed",
    ]
    assert done.stderr.strip() == "2 changed, 0 unchanged"
    after = articles(site)
    assert after.keys() == before.keys()
    for name, text in after.items():
        assert text != before[name]
        assert APPEAL.encode() not in text
        assert text.split(b"\n")[1] == before[name].split(b"\n")[1]  # id
    again = digest(site, "convert", "--refresh")
    assert (again.stdout, again.stderr.strip()) == ("", "0 changed, 2 unchanged")
    assert articles(site) == after


def test_a_dry_run_tells_the_same_and_writes_nothing(site):
    before = articles(site)
    dry = digest(site, "convert", "--refresh", "--dry-run")
    assert articles(site) == before
    assert dry.stderr.strip() == "2 changed, 0 unchanged; nothing was written"
    assert dry.stdout == digest(site, "convert", "--refresh").stdout


def test_an_edited_article_is_kept_whole_and_named(site):
    edited = site / "content" / "articles" / "2015" / "12" / "pier-lost-in-the-night.md"
    edited.write_text(edited.read_text().replace("Pier lost in the night", "Pier lost at night"))
    kept = edited.read_text()
    done = digest(site, "convert", "--refresh")
    assert done.exit_code == 0
    assert "kept     content/articles/2015/12/pier-lost-in-the-night.md: edited by hand" in done.stdout
    assert done.stderr.strip() == "1 changed, 0 unchanged, 1 edited by hand and kept"
    assert edited.read_text() == kept


def test_articles_whose_raw_file_is_gone_stay_and_are_counted(site):
    (site / "content" / "inbox" / "pier.txt").unlink()
    before = articles(site)["2015/12/pier-lost-in-the-night.md"]
    done = digest(site, "convert", "--refresh")
    assert done.stderr.strip() == "1 changed, 0 unchanged, 1 without a raw file in the inbox"
    assert articles(site)["2015/12/pier-lost-in-the-night.md"] == before


def test_a_renamed_raw_file_is_known_by_its_bytes(site):
    (site / "content" / "inbox" / "pier.txt").rename(site / "content" / "inbox" / "quay.txt")
    done = digest(site, "convert", "--refresh")
    assert 'origin "pier.txt" -> "quay.txt"; 1 paragraph removed' in done.stdout
    assert len(articles(site)) == 2
    assert digest(site, "convert", "--refresh").stdout == ""


def test_named_files_alone_are_refreshed_from_wherever_they_came(site, tmp_path):
    note = tmp_path / "note.txt"
    note.write_text(WALL.replace("Wall falls", "Walls fall"))
    (site / "content" / "vocabulary" / "cleaning.yml").rename(tmp_path / "later.yml")
    assert digest(site, "convert", note).exit_code == 0
    (tmp_path / "later.yml").rename(site / "content" / "vocabulary" / "cleaning.yml")
    done = digest(site, "convert", "--refresh", note)
    assert done.stdout.strip() == (
        "changed  content/articles/2015/12/walls-fall-in-the-harbour.md: 1 paragraph removed"
    )
    assert len(articles(site)) == 3
    assert digest(site, "convert", "--refresh").stderr.strip().endswith("1 without a raw file in the inbox")


def test_new_raw_files_and_bad_ones_are_told(site):
    (site / "content" / "inbox" / "new.txt").write_text(WALL.replace("Wall falls", "Lamp falls"))
    (site / "content" / "inbox" / "bad.txt").write_bytes(b"")
    done = digest(site, "convert", "--refresh")
    assert done.exit_code == 1
    assert "new      content/articles/2015/12/lamp-falls-in-the-harbour.md" in done.stdout
    assert "Problem: bad.txt: is empty" in done.stderr
    assert done.stderr.strip().endswith("2 changed, 0 unchanged, 1 new, 1 problems")


def test_what_changed_is_named_field_by_field(site):
    config = load_config(site / "mkdocs.yml")
    raw = site / "content" / "inbox" / "wall.txt"
    raw.write_text(raw.read_text().replace("Wall falls", "Old wall falls").replace("10, 2015", "12, 2015\nBy Jo Reed"))
    (change,) = refresh_inbox(config, [raw]).changes
    fields = {field.name: (field.before, field.after) for field in change.fields}
    assert fields == {
        "title": ("Wall falls in the harbour", "Old wall falls in the harbour"),
        "published": ("2015-12-10", "2015-12-12"),
        "authors": (None, "Jo Reed"),
    }
    assert (change.added, change.removed, change.changed) == (0, 1, 0)


def test_a_dry_run_alone_is_wrong_usage(site):
    assert digest(site, "convert", "--dry-run").exit_code == 2


# --- raw files of several articles -----------------------------------------------------------------------------------


def feed(*entries: tuple[str, str]) -> bytes:
    items = [
        {"id": key, "url": f"https://news.example/{key}", "title": title, "date_published": "2015-12-10T10:00:00Z",
         "content_html": "".join(f"<p>{p}</p>" for p in f"{STORY}About {title}.".split("\n\n"))}
        for key, title in entries
    ]  # fmt: skip
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Times", "items": items}
    ).encode()


@pytest.fixture
def fed(tmp_path):
    write_site(tmp_path, {"feed.json": feed(("wall", "Wall falls"), ("pier", "Pier lost"), ("lamp", "Lamp lit"))})
    assert len(convert_inbox(load_config(tmp_path / "mkdocs.yml")).written) == 3
    return tmp_path


def test_entries_that_a_feed_holds_no_longer_stay_and_are_told(fed):
    before = articles(fed)
    (fed / "content" / "inbox" / "feed.json").write_bytes(feed(("pier", "Pier lost"), ("boat", "Boat found")))
    done = digest(fed, "convert")
    assert done.exit_code == 0
    assert done.stderr.count("stays, although its raw file holds it no longer") == 2
    after = articles(fed)
    assert len(after) == 4
    assert {name for name in before if after[name] == before[name]} == {
        "2015/12/wall-falls.md",
        "2015/12/lamp-lit.md",
    }


def test_an_entry_that_was_corrected_is_the_same_article(fed):
    before = articles(fed)
    (fed / "content" / "inbox" / "feed.json").write_bytes(
        feed(("wall", "Old wall falls"), ("pier", "Pier lost"), ("lamp", "Lamp lit"))
    )
    assert digest(fed, "convert").exit_code == 0
    after = articles(fed)
    assert after.keys() - before.keys() == {"2015/12/wall-falls.v1.md"}
    assert b"title: Old wall falls" in after["2015/12/wall-falls.md"]
    assert after["2015/12/wall-falls.md"].split(b"\n")[1] == before["2015/12/wall-falls.md"].split(b"\n")[1]


def test_an_edited_entry_is_a_problem_only_when_it_changed_itself(fed):
    edited = fed / "content" / "articles" / "2015" / "12" / "pier-lost.md"
    edited.write_text(edited.read_text() + "\nOne more line.\n")
    inbox = fed / "content" / "inbox" / "feed.json"
    inbox.write_bytes(feed(("wall", "Old wall falls"), ("pier", "Pier lost"), ("lamp", "Lamp lit")))
    assert digest(fed, "convert").exit_code == 0
    inbox.write_bytes(feed(("wall", "Old wall falls"), ("pier", "Pier gone"), ("lamp", "Lamp lit")))
    done = digest(fed, "convert")
    assert done.exit_code == 1
    assert "pier-lost.md was edited by hand and is kept" in done.stderr
    assert edited.read_text().endswith("One more line.\n")


def test_a_refresh_of_a_feed_changes_nothing_twice(fed):
    before = articles(fed)
    done = refresh_inbox(load_config(fed / "mkdocs.yml"))
    assert (done.written, done.unchanged, done.left, done.gone) == ((), 3, (), 0)
    assert articles(fed) == before


# --- the same entries in several raw files ---------------------------------------------------------------------------


def test_tomorrows_download_of_a_feed_adds_what_is_new(fed):
    before = articles(fed)
    later = feed(("pier", "Pier lost"), ("boat", "Boat found"))
    (fed / "content" / "inbox" / "feed-tomorrow.json").write_bytes(later)
    done = digest(fed, "convert")
    assert (done.exit_code, "already" in done.output) == (0, True)
    after = articles(fed)
    assert after.keys() - before.keys() == {"2015/12/boat-found.md"}
    assert before.items() <= after.items()
    assert convert_inbox(load_config(fed / "mkdocs.yml")).written == ()


def test_a_later_version_replaces_an_earlier_one_from_another_download_for_good(fed):
    entry = json.loads(feed(("pier", "Pier lost, and found")))
    entry["items"][0]["date_modified"] = "2015-12-11T08:00:00Z"
    (fed / "content" / "inbox" / "a-later.json").write_text(json.dumps(entry))
    assert digest(fed, "convert").exit_code == 0
    changed = articles(fed)["2015/12/pier-lost.md"]
    assert b"title: Pier lost, and found" in changed
    # The older download is read again by a refresh, and changes nothing.
    refresh_inbox(load_config(fed / "mkdocs.yml"))
    assert articles(fed)["2015/12/pier-lost.md"] == changed


# --- raw files whose entries other files hold ------------------------------------------------------------------------


class Told:
    """Notes what is reported: `convert` when something has to be read."""

    def __init__(self):
        self.steps = []

    def __call__(self, step):
        self.steps.append(step)


def convert(site, **options):
    told = Told()
    done = convert_inbox(load_config(site / "mkdocs.yml"), report=told, **options)
    return done, bool(told.steps)


@pytest.fixture
def twice(fed):
    """A site with an older download of its feed, all of whose entries are held."""
    older = fed / "content" / "inbox" / "feed-older.json"
    older.write_bytes(feed(("wall", "Wall falls"), ("pier", "Pier lost")))
    done, read = convert(fed)
    assert (done.written, read) == ((), True)
    return fed


def test_a_file_whose_entries_are_held_is_read_once(twice):
    done, read = convert(twice)
    assert (done.written, done.unchanged, read) == ((), 2, False)
    (twice / "mkdocs.yml").write_text((twice / "mkdocs.yml").read_text() + "\n# no change\n")
    assert convert(twice)[1] is False


def test_a_held_article_that_is_deleted_comes_back(twice):
    (twice / "content" / "articles" / "2015" / "12" / "pier-lost.md").unlink()
    done, read = convert(twice)
    assert (done.written, read) == (("articles/2015/12/pier-lost.md",), True)
    assert convert(twice)[0].written == ()


def test_a_file_is_read_again_when_it_or_its_options_or_the_rules_change(twice):
    inbox = twice / "content" / "inbox"
    (inbox / "feed-older.json").write_bytes(feed(("pier", "Pier lost")))
    assert convert(twice)[1] is True
    assert convert(twice)[1] is False
    config = load_config(twice / "mkdocs.yml")
    told = Told()
    changed = replace(config, convert=replace(config.convert, columns=(("body", "words"),)))
    assert convert_inbox(changed, report=told).written == ()
    assert told.steps == ["convert"]
    rules = twice / "content" / "vocabulary" / "cleaning.yml"
    rules.parent.mkdir(parents=True, exist_ok=True)
    rules.write_text(OWN)
    assert convert(twice)[1] is True


def test_a_lost_or_damaged_cache_costs_a_reading(twice):
    (twice / ".cache" / "digest.sqlite").write_bytes(b"no cache")
    assert convert(twice)[1] is True
    assert convert(twice)[1] is False


def test_what_is_wrong_in_a_file_is_told_each_time(twice):
    broken = json.loads(feed(("pier", "Pier lost"), ("gone", "Gone")))
    broken["items"][1]["content_html"] = ""
    (twice / "content" / "inbox" / "feed-broken.json").write_text(json.dumps(broken))
    first, second = convert(twice), convert(twice)
    assert (first[1], second[1]) == (True, False)
    assert [problem.path for problem in second[0].problems] == ["feed-broken.json"]
    assert second[0].problems == first[0].problems


def test_a_file_converted_alone_forgets_nothing_of_the_others(twice):
    convert_inbox(load_config(twice / "mkdocs.yml"), [twice / "content" / "inbox" / "feed-older.json"])
    assert convert(twice)[1] is False


def test_a_build_forgets_nothing_of_the_raw_files(twice):
    assert digest(twice, "build").exit_code == 0
    assert convert(twice)[1] is False
