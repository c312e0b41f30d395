"""A site's own say on topics: what it changes, and how faults are told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import REPOSITORY, write_site
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.exceptions import ConfigError
from generator.site_topics import read_site_topics
from generator.vocabulary.mediatopics import ancestors, load_media_topics
from generator.vocabulary.topics import NO_CHANGES, change_concepts

PATH = "content/vocabulary/topics.yml"
HEAD = "---\nid: {id}\ntitle: {title}\npublished: 2016-02-01\nsource: Velm Courier\n{more}---\n\n{text}\n"
GOAL = "The striker scored for Velm in stoppage time, and the goalkeeper of the football club wept."
FILM = "The jury of the film festival gave its prize to a film director whose movie opens in spring."
FERRY = "The harbour master closed the quayside, and the ferry stayed at the pier until noon."


def article(identity: str, text: str, title: str = "Velm", topics: str = "") -> dict[str, str]:
    more = f"topics: [{topics}]\n" if topics else ""
    return {f"{identity}.md": HEAD.format(id=identity, title=title, text=text, more=more)}


def export(folder: Path, articles: dict[str, str], own: str | None = None) -> dict:
    """What `digest export` says, with the problems it tells under `problems`."""
    if not (folder / "mkdocs.yml").exists():
        write_site(folder, {}, articles)
    file = folder / PATH
    file.parent.mkdir(parents=True, exist_ok=True)
    if own is not None:
        file.write_text(own, encoding="utf-8")
    done = CliRunner().invoke(main, ["export", "--json", "-f", str(folder / "mkdocs.yml")])
    assert done.stdout, done.output
    found = json.loads(done.stdout)
    found["problems"] = [line for line in done.stderr.splitlines() if line.startswith("Problem:")]
    return found


def labels(found: dict, identity: str) -> list[str]:
    return next([topic["label"] for topic in a["topics"]] for a in found["articles"] if a["id"] == identity)


def subjects(found: dict) -> dict[str, str | None]:
    """Each topic's label, and that of the one above it."""
    names = {topic["id"]: topic["label"] for topic in found["topics"]}
    return {topic["label"]: names.get(topic["parent"]) for topic in found["topics"]}


def test_a_topic_is_renamed_wherever_it_is_found_or_given(tmp_path):
    articles = {
        **article("a", GOAL),
        **article("b", "Nothing.", topics="soccer"),
        **article("c", "No.", topics="Footer"),
    }
    found = export(tmp_path, articles, "rename:\n  soccer: Footer\n")
    assert [labels(found, identity)[0] for identity in "abc"] == ["Footer"] * 3
    assert "soccer" not in subjects(found)
    assert found["problems"] == []


def test_topics_are_merged_with_their_words_their_articles_and_what_is_below(tmp_path):
    articles = {
        **article("a", FILM),
        **article("b", "Nothing.", topics="film festival"),
        **article("c", "Nothing.", topics="'medtop:20000006'"),
        **article("d", "Nothing.", topics="Silver Gull Days"),
    }
    found = export(tmp_path, articles, "merge:\n  - [cinema, film festival, Silver Gull Days]\n")
    assert {identity: labels(found, identity)[:1] for identity in "abcd"} == {key: ["cinema"] for key in "abcd"}
    assert not {"film festival", "Silver Gull Days"} & set(subjects(found))
    assert found["problems"] == []


def test_a_hidden_topic_is_in_no_article_and_in_no_list(tmp_path):
    articles = {**article("a", GOAL, topics="soccer, Velm"), **article("b", GOAL)}
    found = export(tmp_path, articles, "hide: [soccer, Velm]\n")
    assert not {"soccer", "Velm"} & set(subjects(found))
    assert not {"soccer", "Velm"} & {*labels(found, "a"), *labels(found, "b")}


def test_what_is_below_a_hidden_topic_moves_up(tmp_path):
    articles = article("a", "Nothing.", topics="film festival")
    assert subjects(export(tmp_path, articles))["film festival"] == "festival"
    assert subjects(export(tmp_path, articles, "hide: [festival]\n"))["film festival"] == "arts and entertainment"


def test_a_topic_of_the_sites_own_is_found_given_and_stands_in_the_tree(tmp_path):
    own = (
        "add:\n  - name: Harbour life\n    parent: society\n    strong: [harbour master, quayside]\n    also: [port]\n"
    )
    articles = {**article("a", FERRY, title="Harbour master"), **article("b", "Nothing.", topics="Port")}
    found = export(tmp_path, articles, own)
    assert (labels(found, "a")[0], labels(found, "b")[0]) == ("Harbour life", "Harbour life")
    assert subjects(found)["Harbour life"] == "society"
    assert {topic["id"] for topic in found["topics"]} >= {"harbour-life", "medtop:14000000"}


def test_terms_and_thresholds_change_what_is_found_without_clearing_the_cache(tmp_path):
    articles = article(
        "a", "The silver gulls flew over the mole again, and the silver gulls came back.", "Silver gulls"
    )
    assert labels(export(tmp_path, articles), "a") == []
    own = "terms:\n  soccer:\n    strong: [silver gulls, mole]\n"
    assert labels(export(tmp_path, articles, own), "a") == ["soccer"]
    assert labels(export(tmp_path, articles, own + "threshold:\n  soccer: 9\n"), "a") == []


def test_a_site_may_speak_against_a_packaged_word(tmp_path):
    articles = article("a", "The goalkeeper of the gallery let nobody pass; he is a good goalkeeper.", "Goalkeeper")
    assert labels(export(tmp_path, articles), "a") == ["soccer"]
    assert labels(export(tmp_path, articles, "terms:\n  soccer:\n    against: [goalkeeper]\n"), "a") == []


def test_a_word_that_nothing_has_is_a_problem(tmp_path):
    found = export(tmp_path, article("a", GOAL), "rename:\n  socer: Football\nhide: [Xyzzy]\n")
    assert [line.replace("\n", " ") for line in found["problems"]] == [
        f"Problem: {PATH}:2: socer: there is no such topic, and no article gives it; did you mean soccer?",
        f"Problem: {PATH}:3: Xyzzy: there is no such topic, and no article gives it",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("renames: {}", ":1: renames: no such key; there are rename, merge, hide, add, terms, threshold; did you mean"),
        ("- soccer", ":1: must hold some of `rename:`, `merge:`"),
        ("merge:\n  - [cinema]", ":2: merge: takes two topics or more; the first is kept"),
        ("merge:\n  - cinema", ":2: merge: takes lists of topics, such as"),
        ("merge:\n  - [cinema, opera]\nhide: [opera]", ":3: hide: opera: is merged or hidden on line 2; keep one"),
        ("merge:\n  - [cinema, opera]\nhide: [cinema]", ":2: merge: cinema: is merged or hidden on line 3; keep one"),
        ("merge:\n  - [cinema, opera]\n  - [opera, dance]", ":3: merge: opera: is merged or hidden on line 2; keep"),
        ("terms:\n  socer:\n    strong: [a]", ":2: terms: socer: there is no such topic; did you mean soccer?"),
        ("terms:\n  soccer: [a]", ":2: terms: soccer: takes some of strong, terms, against, also"),
        ("terms:\n  soccer:\n    weak: [a]", ":3: weak: no such key; there are strong, terms, against, also"),
        ("terms:\n  soccer:\n    strong: ['!!']", ":3: strong: '!!': write a word or a short phrase"),
        ("threshold:\n  soccer: much", ":2: threshold: soccer: 'much' is no number above 0, such as 1.5"),
        ("threshold:\n  soccer: nan", ":2: threshold: soccer: 'nan' is no number above 0, such as 1.5"),
        ("add:\n  - strong: [a]", ":2: add: a topic needs a `name:`"),
        ("add:\n  - name: Gulls", ":2: Gulls: strong: is missing; give it words that tell the topic"),
        ("add:\n  - name: Soccer\n    strong: [a]", ":2: Soccer: there is a topic of this name; add words to it under"),
        ("add:\n  - name: Gulls\n    parent: societ\n    strong: [a]", ":3: Gulls: parent: societ: there is no such"),
        ("add:\n  - name: Gulls\n    id: The Gulls\n    strong: [a]", ":3: id: 'The Gulls': write it in small letters"),
        ("hide: [", ": not valid YAML"),
    ],
)  # fmt: skip
def test_faults_are_told_with_line_and_remedy(text, told):
    with pytest.raises(ConfigError, match=re.escape(told)) as caught:
        read_site_topics(text, PATH)
    assert str(caught.value).startswith(PATH)


def test_all_faults_are_told_together():
    with pytest.raises(ConfigError) as caught:
        read_site_topics("hide: {}\nmerge: 1\nterms: x\n", PATH)
    assert len(str(caught.value).splitlines()) == 3


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "merge:\nhide:\nterms:\nadd:\n"])
def test_an_empty_file_changes_nothing(text):
    concepts = load_media_topics()
    assert change_concepts(concepts, read_site_topics(text, PATH)) == concepts


def test_without_a_file_the_tree_is_the_packaged_one_itself():
    assert change_concepts(load_media_topics(), NO_CHANGES) is load_media_topics()


@settings(max_examples=25)
@given(st.lists(st.sampled_from(sorted(load_media_topics())), min_size=2, max_size=12, unique=True), st.integers(0, 12))
def test_whatever_is_merged_and_hidden_the_tree_stays_a_tree(chosen, cut):
    merged, hidden = chosen[: max(2, cut)], chosen[max(2, cut) :]
    site = read_site_topics(f"merge: [[{', '.join(merged)}]]\nhide: [{', '.join(hidden)}]\n", PATH)
    concepts = change_concepts(load_media_topics(), site)
    assert len(concepts) == len(load_media_topics()) - len(chosen) + 1
    for identity, concept in concepts.items():
        assert concept.parent is None or concept.parent in concepts
        assert identity not in ancestors(identity, concepts)


def test_the_example_of_the_docs_is_right(tmp_path):
    page = (REPOSITORY / "docs" / "topics.md").read_text("utf-8")
    example = page.partition("```yaml\n")[2].partition("```")[0]
    articles = {
        **article("a", GOAL),
        **article("b", FILM, topics="film festival"),
        **article("c", FERRY, topics="The Port"),
        **article("d", "Nothing.", topics="government policy"),
        **article("e", "A spring tide came in; the spring tide went out, and the river burst its banks."),
    }
    found = export(tmp_path, articles, example)
    firsts = {identity: labels(found, identity)[:1] for identity in "abcde"}
    assert firsts == {"a": ["Football"], "b": ["cinema"], "c": ["Harbour life"], "d": [], "e": ["flood"]}
    assert found["problems"] == []
