"""Floors under the figures reached on real articles, which are not in the repository. Lower one with a reason."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from conftest import REPOSITORY, SHARED

FLOORS = json.loads((REPOSITORY / "tests" / "quality" / "floors.json").read_text("utf-8"))
COMMAND = [sys.executable, "-m", "generator"]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SHARED.is_dir(), reason="needs the real articles, which are not in the repository"),
]


def score(script, *arguments, environment, cwd, reached=None):
    """Run a scorer; `reached` is what it prints when every floor is (its exit code also tells of unreadable files)."""
    command = [sys.executable, SHARED / "eval" / script, *arguments]
    done = subprocess.run(
        [str(c) for c in command], env=environment, cwd=cwd, capture_output=True, text=True, check=False
    )
    assert reached in done.stdout if reached else done.returncode == 0, done.stdout + done.stderr


def test_raw_articles(tmp_path, environment):
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps(FLOORS["raw"]))
    arguments = (SHARED / "data" / "raw", "--floors", floors, "--", *COMMAND, "show", "--json")
    score("score_raw.py", *arguments, environment=environment, cwd=tmp_path)


@pytest.mark.parametrize("name", FLOORS["html"])
def test_saved_pages(name, tmp_path, environment):
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps(FLOORS["html"][name]))
    arguments = (SHARED / "data" / "html" / "cases.jsonl", "--set", name, "--floors", floors)
    command = ("--", *COMMAND, "show", "--json")
    reached = "below their floor: none"
    score("score_html.py", *arguments, *command, environment=environment, cwd=tmp_path, reached=reached)


@pytest.mark.parametrize("name", FLOORS["stories"])
def test_stories(name, tmp_path, environment):
    arguments = (SHARED / "data" / "stories" / f"{name}.jsonl", "--floor", FLOORS["stories"][name])
    score("score_stories.py", *arguments, "--", *COMMAND, "export", "--json", environment=environment, cwd=tmp_path)


def test_names_in_wire_copy(tmp_path, environment):
    floors = [word for kind, floor in FLOORS["names"].items() for word in (f"--{kind}", floor)]
    arguments = (SHARED / "data" / "entities" / "ieer-dev.jsonl", *floors)
    score("score_names.py", *arguments, "--", *COMMAND, "show", "--json", environment=environment, cwd=tmp_path)


def test_topics_by_rules(tmp_path, environment):
    arguments = ("--rules", SHARED / "data" / "topics" / "bbc-five-dev.jsonl.gz", "--accuracy", FLOORS["topics"]["bbc"])
    score("score_topics.py", *arguments, "--", *COMMAND, "show", "--json", environment=environment, cwd=tmp_path)
