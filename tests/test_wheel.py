"""The wheel, installed alone in an empty environment, makes a site."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import pytest
from conftest import REPOSITORY

pytestmark = pytest.mark.slow


def run(*command, **options):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, REPOSITORY)
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_theme_vocabularies_and_schemas(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "generator/theme/base.html",
        "generator/theme/assets/style.css",
        "generator/vocabulary/media-topics.json",
        "generator/vocabulary/NOTICE.md",
        "generator/record/front-matter.schema.json",
        "generator/starter/files/publish.yml",
    ):
        assert needed in names
    assert not [n for n in names if not n.startswith(("generator/", "news_digest_generator-"))]


def test_it_works_alone_in_an_empty_environment(wheel, tmp_path, environment):
    environment = {k: v for k, v in environment.items() if k != "PYTHONPATH"}
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    python = tmp_path / "venv" / "bin" / "python"
    lock = REPOSITORY / "requirements.lock"
    install = (python, "-m", "pip", "--disable-pip-version-check", "install", "-q")
    run(*install, "--require-hashes", "-r", lock, env=environment)
    run(*install, "--no-deps", wheel, env=environment)
    digest = tmp_path / "venv" / "bin" / "digest"
    site = tmp_path / "river-news"
    run(digest, "new", site, cwd=tmp_path, env=environment)
    (site / "content" / "inbox" / "a.txt").write_text(
        "Rivers fall\n\nSample Wire, December 10, 2015\n\nDavid Cameron saw the rivers fall on Wednesday.\n"
    )
    run(digest, "build", "--strict", cwd=site, env=environment)
    assert "Rivers fall" in (site / "site" / "index.html").read_text("utf-8")
    assert (site / "site" / "assets" / "style.css").is_file()
    run(digest, "check", cwd=site, env=environment)
    first = (site / "site" / "index.html").read_bytes()
    run(tmp_path / "venv" / "bin" / "mkdocs", "build", "--strict", cwd=site, env=environment)
    assert (site / "site" / "index.html").read_bytes() == first
