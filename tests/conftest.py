"""What all tests share: no network, and the shared data where it lies beside the checkout."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import settings
from pytest_socket import disable_socket, enable_socket

from generator.cli import main

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"

# Shared machines are slow by fits; a deadline would fail tests that are right. Derandomised: a test passes or it fails.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


@pytest.fixture(autouse=True)
def no_network(request):
    """Nothing the product does reaches the network."""
    if request.node.get_closest_marker("network"):
        yield
        return
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture
def repository() -> Path:
    return REPOSITORY


@pytest.fixture
def shared() -> Path:
    """The folder of real articles with gold, which is not part of the repository."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the real articles, which are not in the repository: no folder {SHARED.name}/ beside it")
    return SHARED


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment for commands run beside the tests: this checkout's package, nothing of a CI's own."""
    kept = {k: v for k, v in os.environ.items() if k not in ("SOURCE_DATE_EPOCH", "GITHUB_ACTIONS")}
    return {**kept, "PYTHONPATH": str(REPOSITORY)}


def copy_sample(folder: Path, names: Sequence[str] | None = None) -> Path:
    """The sample site's sources in `folder`, its raw articles written in the order given."""
    inbox = REPOSITORY / "content" / "inbox"
    (folder / "content" / "inbox").mkdir(parents=True)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    shutil.copy(REPOSITORY / "content" / "about.md", folder / "content")
    for name in names or sorted(path.name for path in inbox.iterdir()):
        (folder / "content" / "inbox" / name).write_bytes((inbox / name).read_bytes())
    return folder


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder that is not hidden, by its path."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file() and not p.name.startswith("."))
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}


def write_site(folder: Path, inbox: dict[str, bytes] | None = None, articles: dict[str, str] | None = None) -> Path:
    """A small site: raw files for its inbox, texts for its record."""
    (folder / "content" / "inbox").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: Small\nsite_url: https://small.example/\ndocs_dir: content\n"
        "theme:\n  name: digest\nplugins:\n  - digest\n"
    )
    for name, data in (inbox or {}).items():
        (folder / "content" / "inbox" / name).write_bytes(data)
    for name, text in (articles or {}).items():
        path = folder / "content" / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory) -> Path:
    """The folder of the sample site, built once."""
    folder = copy_sample(tmp_path_factory.mktemp("sample"))
    done = CliRunner().invoke(main, ["build", "--quiet", "--strict", "-f", str(folder / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    return folder
