"""The two articles the project began with, from raw text to published page. They are not in the repository."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner
from conftest import SHARED, write_site

from generator.cli import main

GOLD = ("xinhua_china-org-cn_putin-cameron.json", "trtworld_cameron-putin-syria.json")
pytestmark = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(), reason="needs the two real articles, which are not in the repository"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    seeds = {path.name: path.read_bytes() for path in sorted((SHARED / "seeds").glob("*.txt"))}
    folder = write_site(tmp_path_factory.mktemp("seeds"), seeds)
    done = CliRunner().invoke(main, ["build", "-f", str(folder / "mkdocs.yml"), "--strict", "--quiet"])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(scope="module")
def records(built):
    files = sorted((built / "content" / "inbox").iterdir())
    done = CliRunner().invoke(main, ["show", "--json", "-f", str(built / "mkdocs.yml"), *map(str, files)])
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def digest(built):
    return json.loads(CliRunner().invoke(main, ["export", "-f", str(built / "mkdocs.yml")]).stdout)


@pytest.fixture(scope="module")
def gold():
    return [json.loads((SHARED / "data" / "raw" / name).read_text("utf-8")) for name in GOLD]


def pairs(records, gold):
    by_title = {record["title"]: record for record in records}
    return [(by_title[g["title"]], g) for g in gold]


def test_every_field_is_right(records, gold):
    for record, right in pairs(records, gold):
        for field in ("title", "deck", "source", "dateline_place", "published", "updated"):
            if field not in right["ambiguous"]:
                assert record[field] == right[field], field
        assert record["authors"] == right["authors"]
        assert record["photo_credits"] == right["photo_credits"]


def test_the_body_is_word_for_word_and_the_furniture_gone(records, gold):
    seeds = [path.read_text("utf-8") for path in sorted((SHARED / "seeds").glob("*.txt"))]
    for record, right in pairs(records, gold):
        raw = next(text for text in seeds if right["title"] in text)
        body = raw[raw.index(right["body_first_words"]) :]
        body = body[: body.index(right["body_last_words"]) + len(right["body_last_words"])]
        assert " ".join(record["paragraphs"]).split() == body.split()


def test_names_of_the_gold_are_found(records, gold):
    for record, right in pairs(records, gold):
        for kind in ("people", "places"):
            names = {form for e in record[kind] for form in (e["name"], *e["aliases"])}
            missing = [n for n in right[kind] if not any(set(n.split()) <= set(form.split()) for form in names)]
            assert missing == [], kind


def test_wednesday_is_the_day_before_the_article(records, gold):
    record, _ = pairs(records, gold)[0]
    assert {d["value"] for d in record["dates"] if "Wednesday" in d["text"]} == {"2015-12-09"}


def test_topics_are_war_and_diplomacy(digest):
    parents = {t["id"]: t["parent"] for t in digest["topics"]}
    labels = {t["id"]: t["label"] for t in digest["topics"]}

    def line(topic):
        while topic:
            yield labels[topic]
            topic = parents[topic]

    for article in digest["articles"]:
        found = {label for topic in article["topics"] for label in line(topic["id"])}
        assert "conflict, war and peace" in found
        assert found & {"diplomacy", "international relations"}


def test_both_link_the_same_people_and_places_and_each_other(built, digest):
    shared = {e["name"]: e for e in digest["entities"] if len(e["articles"]) == 2}
    assert {"David Cameron", "Vladimir Putin", "Syria", "Islamic State"} <= shared.keys()
    assert {"Daesh", "ISIS", "ISIL"} <= set(shared["Islamic State"]["aliases"])
    assert sum("Islamic State" in (e["name"], *e["aliases"]) for e in digest["entities"]) == 1
    one, other = digest["articles"]
    for article, neighbour in ((one, other), (other, one)):
        page = (built / "site" / article["url"] / "index.html").read_text("utf-8")
        targets = re.findall(r'href="([^"]+)"', page)
        for name in ("David Cameron", "Vladimir Putin", "Syria", "Islamic State"):
            assert any(t.endswith(shared[name]["url"]) for t in targets), name
        assert any(t.endswith(neighbour["url"]) for t in targets)


def test_they_are_related_but_not_one_story(digest):
    assert digest["stories"] == []
    ids = {a["id"] for a in digest["articles"]}
    links = [link for link in digest["links"] if {link["from"], link["to"]} == ids]
    assert links
    assert all(link["relation"] in ("shared-subject", "follow-up") and link["why"] for link in links)


def test_the_two_calls_are_parts_of_one_thread(built, digest):
    (thread,) = digest["threads"]
    assert [episode["story"] for episode in thread["episodes"]] == [None, None]
    first, second = ({a["id"]: a for a in digest["articles"]}[e["article"]] for e in thread["episodes"])
    assert second["published"] == "2015-12-10"
    assert thread["id"] == first["id"]
    _, told = thread["episodes"]
    assert told["news"]
    assert {"David Cameron", "Vladimir Putin"} <= set(told["why"][0].removeprefix("shares ").split(", "))
    assert all(name in thread["title"] for name in ("Cameron", "Putin", "Syria"))
    page = (built / "site" / thread["url"] / "index.html").read_text("utf-8")
    for article in (first, second):
        assert article["title"] in page
        own = (built / "site" / article["url"] / "index.html").read_text("utf-8")
        assert thread["url"] in own


def test_the_entity_page_names_what_else_it_is_called(built, digest):
    state = next(e for e in digest["entities"] if e["name"] == "Islamic State")
    page = (built / "site" / state["url"] / "index.html").read_text("utf-8")
    assert all(name in page for name in ("Daesh", "ISIS", "ISIL"))
