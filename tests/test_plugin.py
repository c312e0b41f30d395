"""The MkDocs plugin beside what else a mkdocs.yml may hold, and its live preview."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from click.testing import CliRunner
from conftest import read_tree, write_site

from generator.cli import main

SHELL = os.environ.get("DIGEST_SHELL", "mkdocs")
ARTICLE = "---\nid: rivers\ntitle: Rivers fall\npublished: 2015-12-10\nsource: Sample Wire\n---\n\nThe rivers fell.\n"
RAW = """Rivers rise again

Sample Wire, December 11, 2015

The rivers of the north rose again on Friday, two days after they had fallen, and the pumps were started once more.
"""


def build_with_mkdocs(folder, environment, *options):
    command = [sys.executable, "-m", SHELL, "build", *options]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def build_both(folder, environment):
    """The site as each shell makes it; they must agree."""
    done = CliRunner().invoke(main, ["build", "-f", str(folder / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    ours = read_tree(folder / "site")
    plain = build_with_mkdocs(folder, environment)
    assert plain.returncode == 0, plain.stderr
    assert read_tree(folder / "site") == ours
    return ours


def test_wrong_options_are_told_by_mkdocs_too(tmp_path, environment):
    write_site(tmp_path)
    path = tmp_path / "mkdocs.yml"
    path.write_text(path.read_text().replace("- digest", "- digest:\n      feeds: {entries: many}"))
    done = build_with_mkdocs(tmp_path, environment)
    assert done.returncode != 0
    assert "feeds: entries: takes a whole number, not 'many'" in done.stdout + done.stderr


def test_a_problem_is_a_warning_and_strict_makes_it_a_failure(tmp_path, environment):
    write_site(tmp_path, {"empty.txt": b""})
    assert "empty.txt" in build_with_mkdocs(tmp_path, environment).stderr
    assert build_with_mkdocs(tmp_path, environment, "--strict").returncode != 0


def test_a_hand_written_page_wins_over_ours(tmp_path, environment):
    write_site(tmp_path, articles={"rivers.md": ARTICLE})
    (tmp_path / "content" / "topics").mkdir()
    (tmp_path / "content" / "topics" / "index.md").write_text("# My own topics\n\nRivers, mostly.\n")
    pages = build_both(tmp_path, environment)
    assert b"Rivers, mostly." in pages["topics/index.html"]


def test_hand_written_pages_stand_in_the_theme_and_are_linked(tmp_path, environment):
    write_site(tmp_path, articles={"rivers.md": ARTICLE})
    (tmp_path / "content" / "about.md").write_text("---\ntitle: Who we are\n---\n\nTwo <b>people</b>.\n")
    pages = build_both(tmp_path, environment)
    assert b"<b>people</b>" in pages["about/index.html"]
    assert b'<a href="../">Small</a>' in pages["about/index.html"]
    assert b'<a href="./about/">Who we are</a>' in pages["index.html"]


@pytest.mark.skipif(SHELL != "mkdocs", reason="ProperDocs has no default theme that a site could leave unnamed")
def test_where_no_theme_is_chosen_ours_is_used(tmp_path, environment):
    write_site(tmp_path, articles={"rivers.md": ARTICLE})
    (tmp_path / "content" / "about.md").write_text("# Who we are\n\nTwo people.\n")
    path = tmp_path / "mkdocs.yml"
    path.write_text(path.read_text().replace("theme:\n  name: digest\n", ""))
    assert b'class="masthead"' in build_both(tmp_path, environment)["about/index.html"]


def test_a_custom_template_is_used_by_both_shells(tmp_path, environment):
    write_site(tmp_path, articles={"rivers.md": ARTICLE})
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "404.html").write_text("<!doctype html><title>Gone</title><p>Gone, says {{ site.name }}.")
    path = tmp_path / "mkdocs.yml"
    path.write_text(path.read_text().replace("name: digest", "name: digest\n  custom_dir: mine"))
    assert b"Gone, says Small." in build_both(tmp_path, environment)["404.html"]


def test_a_site_below_a_path_works(tmp_path, environment):
    write_site(tmp_path, articles={"rivers.md": ARTICLE})
    path = tmp_path / "mkdocs.yml"
    path.write_text(path.read_text().replace("https://small.example/", "https://people.example/rivers"))
    pages = build_both(tmp_path, environment)
    assert b"https://people.example/rivers/articles/rivers/" in pages["feed.xml"]
    assert b'href="/rivers/assets/style.css"' in pages["404.html"]
    assert CliRunner().invoke(main, ["check", "-f", str(path)]).exit_code == 0


@pytest.mark.network
def test_serve_shows_a_new_article_and_then_rests(tmp_path, environment):
    write_site(tmp_path, articles={"rivers.md": ARTICLE})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = (tmp_path / "log.txt").open("w")
    command = [sys.executable, "-m", "generator", "serve", "-a", address]
    if SHELL != "mkdocs":
        command = [sys.executable, "-m", SHELL, "serve", "-a", address]
    server = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        page = fetch(f"http://{address}/articles/rivers/")
        assert "Rivers fall" in page
        assert "livereload" in page
        assert "Content-Security-Policy" not in page, "it would bar the script of live reload"
        (tmp_path / "content" / "inbox" / "again.txt").write_text(RAW)
        assert "pumps were started" in fetch(f"http://{address}/articles/2015/12/rivers-rise-again/")
        time.sleep(4)
        rebuilds = (tmp_path / "log.txt").read_text().count("Detected file changes")
        assert 1 <= rebuilds <= 2
    finally:
        server.terminate()
        server.wait(10)
        log.close()


def fetch(url):
    """The page, as soon as it is there."""
    until = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310  loopback
                return answer.read().decode("utf-8")
        except OSError:  # not there yet, or the server is busy with a rebuild
            if time.monotonic() > until:
                raise
            time.sleep(0.3)
