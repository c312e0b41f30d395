from __future__ import annotations

import re
import runpy

import pytest
from click.testing import CliRunner
from conftest import REPOSITORY

from generator.cli import main

MAKE = runpy.run_path(str(REPOSITORY / "docs" / "make.py"))
PAGES = [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").glob("*.md")]


@pytest.mark.parametrize("name", MAKE["PAGES"])
def test_generated_pages_are_what_the_code_says(name):
    assert (REPOSITORY / "docs" / name).read_text("utf-8") == MAKE["PAGES"][name](), "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_resolve(page):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links {target}"


def test_the_readme_names_every_command():
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    assert not [name for name in main.commands if f"digest {name}" not in readme]


@pytest.mark.parametrize("name", ["", *main.commands])
def test_every_command_explains_itself(name):
    done = CliRunner().invoke(main, [*([name] if name else []), "--help"])
    assert done.exit_code == 0
    assert "Usage:" in done.output


def test_make_help_lists_every_target():
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    phony = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())
    assert phony == set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
