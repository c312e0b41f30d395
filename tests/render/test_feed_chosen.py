"""Feeds of several things at once, as the site's owner chose them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from feed_digest import SITE, make_digest

from generator.config import ChosenFeed, FeedsConfig, make_config
from generator.exceptions import ConfigError
from generator.render.feed_chosen import find_unmatched_feeds
from generator.render.feeds import render_feeds

BOTH = ChosenFeed(topic="Armed Conflict", source="harbour sample")
PLACED = replace(SITE, docs_dir=Path("/site/content"), site_dir=Path("/site/site"))


def test_a_chosen_feed_holds_what_has_all_of_it() -> None:
    files = {p.path: p.content for p in render_feeds(make_digest(), SITE, FeedsConfig(chosen=(BOTH,)))}
    feed = files["feeds/armed-conflict-harbour-sample/feed.xml"]
    assert feed.count(b"<item>") == 1
    assert b"Fleet home after storm" in feed


def test_a_title_names_feed_and_address() -> None:
    chosen = replace(BOTH, title="War at sea")
    files = {p.path: p.content for p in render_feeds(make_digest(), SITE, FeedsConfig(chosen=(chosen,)))}
    assert b"<title>War at sea" in files["feeds/war-at-sea/feed.xml"]


def test_what_names_nothing_is_told_with_what_there_is() -> None:
    (problem,) = find_unmatched_feeds(make_digest(), [ChosenFeed(topic="armed conflct")], "mkdocs.yml")
    assert "mkdocs.yml: plugins: digest: feeds: chosen: armed conflct" in problem.message
    assert "there are armed conflict" in problem.message


def test_what_no_article_has_all_of_is_told() -> None:
    chosen = [ChosenFeed(topic="harbour life", source="Coast <Sample>")]
    (problem,) = find_unmatched_feeds(make_digest(), chosen, "mkdocs.yml")
    assert "no article has all of it yet" in problem.message


@pytest.mark.parametrize(
    ("feeds", "message"),
    [
        ({"chosen": [{"title": "Nothing"}]}, "feeds: chosen: takes a list of mappings"),
        ({"chosen": [{"topic": "flood", "colour": "red"}]}, "feeds: chosen: takes a list of mappings"),
        ({"chosen": [{"topic": "flood"}, {"topic": "Flood"}]}, "two feeds are called 'Flood'"),
        ({"hub": "hub.example"}, "feeds: hub: 'hub.example' is not an address"),
        ({"min_articles": 0}, "feeds: min_articles: takes 1 or more"),
    ],
)
def test_options_that_are_wrong_are_told(feeds: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError, match=message.replace("(", r"\(")):
        make_config(PLACED, {"feeds": feeds})


def test_names_have_feeds_from_the_floor_on() -> None:
    paths = {p.path for p in render_feeds(make_digest(), SITE, FeedsConfig(min_articles=1))}
    assert {"sources/harbour-sample/feed.xml", "stories/hostile-8f383c/feed.xml"} <= paths
    assert not any(
        p.path.startswith(("sources/", "stories/")) for p in render_feeds(make_digest(), SITE, FeedsConfig())
    )
