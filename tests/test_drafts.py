"""Drafts of other tools are not published, wherever they lie; and it is said."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from conftest import write_site

from generator.cli import main
from generator.drafts import say_draft

TEXT = "The harbour board will meet again on Friday to settle the fares of the ferry.\n"
DRAFTS = ["draft: true", "published: false", "status: draft"]
ARTICLE = "---\ntitle: Board to meet\n{}\n---\n\n" + TEXT


def build(site):
    return CliRunner().invoke(main, ["build", "-f", str(site / "mkdocs.yml")])


@pytest.mark.parametrize("key", DRAFTS)
def test_a_draft_in_the_inbox_is_a_problem_and_no_article(tmp_path, key):
    site = write_site(tmp_path, {"board.md": ARTICLE.format(key).encode()})
    done = build(site)
    assert f"board.md: is a draft; take `{key}` out of its front matter to publish it" in done.output
    assert "0 articles (0 new)" in done.output


@pytest.mark.parametrize("key", DRAFTS)
def test_a_draft_written_by_hand_is_kept_out_of_the_site(tmp_path, key):
    site = write_site(tmp_path, articles={"board.md": ARTICLE.format(key), "other.md": "---\ntitle: O\n---\n" + TEXT})
    done = build(site)
    assert f"articles/board.md: is a draft; take `{key}` out of its front matter to publish it" in done.output
    assert (site / "site" / "articles" / "other" / "index.html").is_file()
    assert not (site / "site" / "articles" / "board").exists()


@pytest.mark.parametrize("key", ["draft: false", "published: true", "status: published"])
def test_what_another_tool_calls_published_is_published(tmp_path, key):
    site = write_site(tmp_path, {"a.md": ARTICLE.format(key).encode()}, {"b.md": ARTICLE.format(key)})
    done = build(site)
    assert done.exit_code == 0, done.output
    assert "2 articles (1 new)" in done.output
    assert "Problem" not in done.output


def test_a_draft_in_toml_and_in_bare_keys(tmp_path):
    toml, bare = f"+++\ntitle = 'Board'\ndraft = true\n+++\n\n{TEXT}", f"Title: Board\nStatus: Draft\n\n{TEXT}"
    done = build(write_site(tmp_path, {"toml.md": toml.encode(), "bare.md": bare.encode()}))
    assert "toml.md: is a draft; take `draft: true` out" in done.output
    assert "bare.md: is a draft; take `Status: Draft` out" in done.output


def test_words_that_are_no_mark_of_a_draft():
    assert say_draft({"draft": None, "status": ["draft"], "published": "2015-12-10", "drafts": True}) is None
