from __future__ import annotations

import re
import subprocess
import sys

import pytest
import yaml
from conftest import REPOSITORY

WORKFLOWS = [
    *sorted((REPOSITORY / ".github" / "workflows").glob("*.yml")),
    REPOSITORY / "generator" / "starter" / "files" / "publish.yml",
]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: "/".join(p.parts[-3:]))
def test_workflow_fits_the_schema(path):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: "/".join(p.parts[-3:]))
def test_actions_are_pinned_by_commit_with_their_version(path):
    uses = re.findall(r"uses: (.*)", path.read_text())
    assert uses
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use) for use in uses)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: "/".join(p.parts[-3:]))
def test_permissions_are_the_least(path):
    workflow = yaml.safe_load(path.read_text())
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        assert job.get("permissions", {}) == ({"pages": "write", "id-token": "write"} if name == "deploy" else {})
