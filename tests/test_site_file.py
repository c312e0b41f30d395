from __future__ import annotations

import pytest

from generator.exceptions import ConfigError
from generator.site_file import load_config

LEAST = "site_name: A\nsite_url: https://a.example/news\nplugins:\n  - digest\n"


def write(folder, text, name="mkdocs.yml"):
    (folder / name).write_text(text)
    return folder / name


def test_the_least_file_is_enough(tmp_path):
    config = load_config(write(tmp_path, LEAST))
    assert config.site.url == "https://a.example/news/"
    assert config.site.docs_dir == tmp_path / "docs"
    assert config.feeds.entries == 50


def test_options_come_from_the_file_then_the_command_line(tmp_path):
    path = write(tmp_path, LEAST.replace("- digest", "- digest:\n      build: {jobs: 3}\n      feeds: {entries: 7}"))
    assert load_config(path).build.jobs == 3
    config = load_config(path, overrides={"build": {"jobs": 1, "executor": None}})
    assert (config.build.jobs, config.build.executor, config.feeds.entries) == (1, "process", 7)


def test_inherit_and_env_mean_what_they_mean_to_mkdocs(tmp_path, monkeypatch):
    monkeypatch.setenv("DIGEST_TEST_URL", "https://env.example/")
    write(tmp_path, LEAST, "base.yml")
    path = write(tmp_path, "INHERIT: base.yml\nsite_name: B\nsite_url: !ENV DIGEST_TEST_URL\n")
    config = load_config(path)
    assert (config.site.name, config.site.url) == ("B", "https://env.example/")


def test_tags_of_other_tools_are_passed_over(tmp_path):
    text = LEAST + "markdown_extensions:\n  - x: {index: !!python/name:some.thing.index , y: !relative z}\n"
    assert load_config(write(tmp_path, text)).site.name == "A"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("site_name: A\n", r"plugins: digest is not listed"),
        (LEAST.replace("https://a.example/news", "a.example"), r"site_url: 'a\.example/' is not an address"),
        (
            LEAST.replace("- digest", "- digest: {feeds: {entires: 3}}"),
            r"feeds: entires: no such option; there are entries",
        ),
        (LEAST.replace("- digest", "- digest: {feed: {}}"), r"feed: no such section; there are convert"),
        (LEAST.replace("- digest", "- digest: {feeds: {entries: many}}"), r"entries: takes a whole number, not 'many'"),
        (LEAST.replace("- digest", "- digest: {feeds: {content: half}}"), r"content: takes one of full, summary"),
        (LEAST.replace("- digest", "- digest: {build: {now: soon}}"), r"now: 'soon' is not an ISO 8601 date"),
        ("site_name: [A\n", r"mkdocs\.yml:2: not valid YAML"),
        ("- a\n", r"must hold lines of"),
    ],
)
def test_a_fault_names_its_key(tmp_path, text, message):
    with pytest.raises(ConfigError, match=message):
        load_config(write(tmp_path, text))


def test_every_fault_is_told_at_once(tmp_path):
    text = LEAST.replace("- digest", "- digest: {feeds: {entries: many, days: few}, nonsense: {}}")
    with pytest.raises(ConfigError) as error:
        load_config(write(tmp_path, text))
    assert len(str(error.value).splitlines()) == 4


def test_a_missing_file_tells_what_to_do(tmp_path):
    with pytest.raises(ConfigError, match="digest new"):
        load_config(tmp_path / "mkdocs.yml")


def test_now_is_an_option_or_source_date_epoch(tmp_path, monkeypatch):
    path = write(tmp_path, LEAST)
    assert load_config(path).now is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1450000000")
    assert load_config(path).now.isoformat() == "2015-12-13T09:46:40+00:00"
    stated = write(tmp_path, LEAST.replace("- digest", "- digest: {build: {now: '2015-12-01'}}"))
    assert load_config(stated).now.isoformat() == "2015-12-01T00:00:00+00:00"


def test_a_source_date_epoch_that_is_no_number_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(ConfigError, match="SOURCE_DATE_EPOCH"):
        load_config(write(tmp_path, LEAST))
