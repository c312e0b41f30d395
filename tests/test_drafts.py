"""Drafts of other tools are not published, wherever they lie; and it is said."""

from __future__ import annotations

import pytest
import time_machine
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


@pytest.mark.parametrize("key", ["embargo", "publishDate"])
@pytest.mark.parametrize("value", ["2026-06-05", '"2026-06-05"', "2026-06-05T00:01:00+01:00", "5 June 2026, 10am"])
@pytest.mark.parametrize("more", ["", "\ndate: 2024-06-05"])
def test_what_is_not_to_be_published_yet_is_kept_back_until_then(tmp_path, key, value, more):
    site = write_site(tmp_path, {"board.md": ARTICLE.format(f"{key}: {value}{more}").encode()})
    with time_machine.travel("2026-06-04 22:00"):
        held = build(site)
    assert "is under embargo until 2026-06-05" in held.output
    assert f"`{key}`" in held.output
    assert "0 articles" in held.output
    with time_machine.travel("2026-06-05 10:00"):
        assert "1 articles" in build(site).output


@pytest.mark.parametrize("keys", ["embargo: true", "labels: [EMBARGO]", "labels: [EMBARGO]\nembargo: 2098-06-05"])
def test_an_embargo_of_front_matter_needs_no_moment_to_hold(tmp_path, keys):
    done = build(write_site(tmp_path, {"board.md": ARTICLE.format(keys).encode()}))
    assert "is under" in done.output
    assert "0 articles" in done.output


def test_an_embargo_that_is_no_date_is_told_and_nothing_published(tmp_path):
    done = build(write_site(tmp_path, {"board.md": ARTICLE.format("embargo: when the board has met").encode()}))
    assert "board.md: embargo: 'when the board has met' is not a date" in done.output
    assert "0 articles" in done.output


@pytest.mark.parametrize("inbox", [True, False])
def test_what_has_expired_is_taken_off_the_site(tmp_path, inbox):
    article = ARTICLE.format("date: 2024-06-05\nexpiryDate: 2024-07-01")
    site = write_site(tmp_path, {"b.md": article.encode()} if inbox else {}, {} if inbox else {"b.md": article})
    with time_machine.travel("2024-06-30"):
        assert "1 articles" in build(site).output
    with time_machine.travel("2024-07-01"):
        done = build(site)
    assert "is kept out of the site since 2024-07-01; take `expiryDate` out of its front matter" in done.output
    assert "0 articles" in done.output
