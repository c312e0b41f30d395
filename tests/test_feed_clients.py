"""Feeds as real clients take them, over HTTP: a new article is one new entry, a correction changes its entry."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import feedparser
import pytest
from click.testing import CliRunner
from conftest import write_site

from generator.cli import main

NEWSBOAT = shutil.which("newsboat")
pytestmark = pytest.mark.network
FORMATS = ("feed.xml", "atom.xml", "feed.json")

FERRY = """---
id: ferry-1
title: Ferry runs aground off Quillby
published: 2015-12-09T08:00:00Z
source: Quillby Post
---

The ferry Marigold ran aground off Quillby on Wednesday with {} people on board, the harbour office said.
"""
BRIDGE = """---
id: bridge-1
title: Tamber bridge shut for repairs
published: 2015-12-08T10:00:00Z
source: Tamber Echo
---

The bridge over the Tamber was shut on Tuesday for repairs that will take three weeks, the council said.
"""
MARKET = """---
id: market-1
title: Covered market of Ostrel opens again
published: 2015-12-10T07:30:00Z
source: Ostrel Courier
---

The covered market of Ostrel opened again on Thursday after four years of building, traders said.
"""


class _Quiet(SimpleHTTPRequestHandler):
    """Answers without times of files: they count seconds, and the site is built twice in one."""

    def send_head(self):  # type: ignore[no-untyped-def]
        del self.headers["If-Modified-Since"]
        return super().send_head()

    def send_header(self, keyword: str, value: str) -> None:
        if keyword != "Last-Modified":
            super().send_header(keyword, value)

    def log_message(self, *_: object) -> None:
        pass


def build(folder: Path) -> None:
    done = CliRunner().invoke(main, ["build", "--quiet", "-f", str(folder / "mkdocs.yml")])
    assert done.exit_code == 0, done.output


def add_and_correct(folder: Path) -> None:
    articles = folder / "content" / "articles"
    (articles / "market.md").write_text(MARKET, "utf-8")
    corrected = FERRY.format(48).replace("source:", "updated: 2015-12-09T15:00:00Z\nsource:")
    (articles / "ferry.md").write_text(corrected, "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_site(tmp_path, articles={"ferry.md": FERRY.format(84), "bridge.md": BRIDGE})
    build(folder)
    return folder


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def test_feedparser_sees_one_new_entry_and_one_changed(folder: Path, address: str) -> None:
    for name in FORMATS[:2]:
        assert feedparser.parse(address + name).bozo == 0
    before = {e.id: (e.updated, e.title) for e in feedparser.parse(address + "atom.xml").entries}
    add_and_correct(folder)
    build(folder)
    after = {e.id: (e.updated, e.title) for e in feedparser.parse(address + "atom.xml").entries}
    assert [after[i][1] for i in after.keys() - before.keys()] == ["Covered market of Ostrel opens again"]
    assert [after[i][1] for i in before if after[i] != before[i]] == ["Ferry runs aground off Quillby"]


@pytest.mark.parametrize("name", FORMATS)
def test_reader_sees_one_new_entry_and_one_changed(folder: Path, address: str, name: str) -> None:
    reader_module = pytest.importorskip("reader", reason="needs the package reader, of the development dependencies")
    reader = reader_module.make_reader(":memory:")
    try:
        reader.add_feed(address + name)
        first = reader.update_feed(address + name)
        assert (first.new, first.modified) == (2, 0)
        again = reader.update_feed(address + name)
        assert again is None or (again.new, again.modified) == (0, 0)
        add_and_correct(folder)
        build(folder)
        update = reader.update_feed(address + name)
        assert (update.new, update.modified) == (1, 1)
        entries = {entry.title: entry for entry in reader.get_entries()}
        assert len(entries) == 3
        corrected = entries["Ferry runs aground off Quillby"]
        assert "48 people" in " ".join(content.value for content in corrected.content)
        assert corrected.updated is None or corrected.updated >= corrected.published
    finally:
        reader.close()


@pytest.mark.skipif(NEWSBOAT is None, reason="needs newsboat, which .ci/run installs")
@pytest.mark.parametrize("name", FORMATS[:2])
def test_newsboat_sees_one_new_entry_and_one_changed(folder: Path, address: str, name: str, tmp_path: Path) -> None:
    urls, cache, config = tmp_path / "urls", tmp_path / "cache.db", tmp_path / "config"
    urls.write_text(address + name + "\n")
    config.write_text("cleanup-on-quit no\n")

    def reload() -> dict[str, tuple[str, str]]:
        command = [NEWSBOAT or "", "-u", str(urls), "-c", str(cache), "-C", str(config), "-x", "reload"]
        subprocess.run(command, check=True, capture_output=True, timeout=30)
        with sqlite3.connect(cache) as rows:
            return {
                guid: (title, text) for guid, title, text in rows.execute("SELECT guid, title, content FROM rss_item")
            }

    before = reload()
    assert len(before) == 2
    assert reload() == before
    add_and_correct(folder)
    build(folder)
    after = reload()
    assert len(after) == 3
    assert [after[i][0] for i in after.keys() - before.keys()] == ["Covered market of Ostrel opens again"]
    changed = [after[i] for i in before if after[i] != before[i]]
    assert [title for title, _ in changed] == ["Ferry runs aground off Quillby"]
    assert "48 people" in changed[0][1]
