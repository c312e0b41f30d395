"""However it is run, the same articles make the same bytes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner
from conftest import REPOSITORY, copy_sample, read_tree

from generator.cli import main

SHELL = os.environ.get("DIGEST_SHELL", "mkdocs")
NAMES = sorted(path.name for path in (REPOSITORY / "content" / "inbox").iterdir())


def run(arguments, folder, environment, **variables):
    command = [sys.executable, "-m", *arguments]
    done = subprocess.run(
        command, cwd=folder, env={**environment, **variables}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def expected(sample_site):
    return read_tree(sample_site / "site")


def assert_same(folder: Path, expected):
    found = read_tree(folder)
    assert sorted(found) == sorted(expected)
    assert [path for path in expected if found[path] != expected[path]] == []


def test_mkdocs_build_publishes_what_digest_build_does(tmp_path, environment, expected):
    copy_sample(tmp_path)
    output = run([SHELL, "build", "--strict"], tmp_path, environment)
    assert_same(tmp_path / "site", expected)
    assert "WARNING" not in output


def test_a_second_run_of_either_changes_nothing(tmp_path, environment, expected):
    copy_sample(tmp_path)
    run(["generator", "build"], tmp_path, environment)
    again = run(["generator", "build"], tmp_path, environment)
    assert "(0 new)" in again
    assert "(0 written, 0 removed)" in again
    run([SHELL, "build"], tmp_path, environment)
    assert_same(tmp_path / "site", expected)
    after = run(["generator", "build"], tmp_path, environment)
    assert "(0 written, 0 removed)" in after


@pytest.mark.parametrize(("seed", "jobs"), [("1", "1"), ("4242", "2")])
def test_order_hash_seed_folder_and_jobs_do_not_matter(tmp_path, environment, expected, seed, jobs):
    names = NAMES.copy()
    random.Random(seed).shuffle(names)
    folder = copy_sample(tmp_path / "another place" / seed, names)
    arguments = ["generator", "build", "-f", str(folder / "mkdocs.yml"), "--jobs", jobs]
    run(arguments, tmp_path, environment, PYTHONHASHSEED=seed)
    assert_same(folder / "site", expected)


def test_articles_added_one_by_one_make_the_site_of_all_at_once(tmp_path, environment, expected):
    # Of two texts with one title and day the first to come has the address: what is corrected comes first.
    late = [name for name in NAMES[1::2] if "CORRECTED" not in name] + [name for name in NAMES if "CORRECTED" in name]
    folder = copy_sample(tmp_path, [name for name in NAMES if name not in late])
    run(["generator", "build"], folder, environment)
    for name in late:
        (folder / "content" / "inbox" / name).write_bytes((REPOSITORY / "content" / "inbox" / name).read_bytes())
    run(["generator", "build"], folder, environment)
    assert_same(folder / "site", expected)


def test_the_clock_does_not_matter(tmp_path, expected):
    copy_sample(tmp_path)
    with time_machine.travel("2031-05-06 07:08:09"):
        done = CliRunner().invoke(main, ["build", "--executor", "serial", "-f", str(tmp_path / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    assert_same(tmp_path / "site", expected)


def test_the_record_is_a_site_without_the_plugin(tmp_path, environment):
    copy_sample(tmp_path)
    run(["generator", "convert"], tmp_path, environment)
    config = tmp_path / "plain.yml"
    config.write_text(
        "site_name: Plain\ndocs_dir: content\nexclude_docs: /inbox/\nplugins: []\n"
        "theme: {name: null, custom_dir: bare}\n"
    )
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "main.html").write_text("<!doctype html><title>{{ page.title }}</title>{{ page.content }}")
    output = run([SHELL, "build", "--strict", "-f", "plain.yml", "-d", "plain"], tmp_path, environment)
    assert "WARNING" not in output
    articles = list((tmp_path / "content" / "articles").rglob("*.md"))
    assert len(articles) == len(NAMES)
    for article in articles:
        page = tmp_path / "plain" / article.relative_to(tmp_path / "content").with_suffix("") / "index.html"
        assert "origin:" not in page.read_text("utf-8")
