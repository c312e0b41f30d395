from __future__ import annotations

import pytest
import yaml

from generator.exceptions import GeneratorError
from generator.site_file import load_config
from generator.starter.site import make_starter


def test_a_new_site_is_whole(tmp_path):
    make_starter(tmp_path / "river-news")
    config = load_config(tmp_path / "river-news" / "mkdocs.yml")
    assert config.site.name == "River News"
    assert (config.site.docs_dir / "inbox").is_dir()
    assert "{" not in (tmp_path / "river-news" / "requirements.txt").read_text()
    assert yaml.safe_load((tmp_path / "river-news" / ".github/workflows/publish.yml").read_text())["name"] == "Publish"


def test_a_name_with_quotes_does_no_harm(tmp_path):
    make_starter(tmp_path / "a", 'The "River" News: daily')
    assert load_config(tmp_path / "a" / "mkdocs.yml").site.name == "The 'River' News: daily"


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("mine")
    with pytest.raises(GeneratorError, match="not empty"):
        make_starter(tmp_path)
    assert (tmp_path / "mkdocs.yml").read_text() == "mine"
