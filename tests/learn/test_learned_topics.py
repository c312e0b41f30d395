"""Topics that people gave teach topics for articles without any."""

from __future__ import annotations

import random
import sys
from dataclasses import replace

import pytest

from generator.exceptions import MissingExtraError
from generator.learn.features import list_features, place_features
from generator.learn.topics import apply_model, is_labelled, learn_topics, learnable_topics
from generator.learning import add_learned_topics
from generator.model import Article, Document, EnrichedArticle, Topic
from generator.record.article import make_article
from generator.run.cache import Cache, open_cache

SUBJECTS = {
    "harbour": "ferry quay dock pilot tide crane berth tug lighthouse vessel".split(),
    "allotments": "leek marrow spade compost greenhouse seedling hedge shed beetroot pumpkin".split(),
    "trams": "tram rail depot driver fare platform timetable conductor ticket overhead".split(),
}
COMMON = "the council said on Monday that a new plan for the town would be shown to everyone in spring".split()


def article(text: str, title: str, name: str = "a", topics: tuple[str, ...] = ()) -> Article:
    return make_article(Document(id=name, title=title, body=text, topics=topics), f"articles/{name}.md")


def make(name: str, topics: tuple[str, ...], words: tuple[str, ...], seed: int) -> EnrichedArticle:
    rng = random.Random(seed)
    told = [word for subject in words for word in rng.choices(SUBJECTS[subject], k=12)] + rng.choices(COMMON, k=40)
    rng.shuffle(told)
    made = article(" ".join(told) + ".", f"{rng.choice(told)} news {seed}", name, topics)
    given = tuple(Topic(id=topic, label=topic, score=1.0, origin="given") for topic in topics)
    return EnrichedArticle(article=made, topics=given)


def labelled(count: int = 40) -> list[EnrichedArticle]:
    return [make(f"{topic}-{n}", (topic,), (topic,), n) for topic in SUBJECTS for n in range(count)]


NEW = make("new", (), ("trams",), 900)
BOTH = make("both", (), ("trams", "harbour"), 901)
NEITHER = replace(NEW.article, id="neither", title="Choir", text="Altos hummed Bruckner while basses yawned.")


@pytest.fixture(scope="module")
def model():
    return learn_topics(labelled())


def ids(topics: tuple[Topic, ...]) -> list[str]:
    return [topic.id for topic in topics]


def test_an_article_is_given_the_topic_of_articles_like_it(model):
    assert ids(apply_model(model, NEW.article)) == ["trams"]


def test_an_article_on_two_things_is_given_both(model):
    assert sorted(ids(apply_model(model, BOTH.article))) == ["harbour", "trams"]


def test_an_article_like_none_is_given_none(model):
    assert apply_model(model, NEITHER) == ()


def test_the_words_that_tell_are_the_evidence(model):
    (topic,) = apply_model(model, NEW.article)
    assert topic.origin == "learned"
    assert 0 < topic.score < 1
    told = {NEW.article.text[span.start : span.end] for span in topic.evidence}
    assert told
    assert told <= set(SUBJECTS["trams"])


def test_the_order_of_the_articles_changes_nothing(model):
    shuffled = labelled()
    random.Random(5).shuffle(shuffled)
    other = learn_topics(shuffled)
    for one in (NEW, BOTH):
        assert apply_model(other, one.article) == apply_model(model, one.article)


def test_too_few_articles_teach_nothing():
    assert learnable_topics(labelled(count=33)) == ()
    assert [t.id for t in learnable_topics(labelled(count=34))] == ["allotments", "harbour", "trams"]


def test_rare_topics_and_topics_of_all_articles_are_not_learned():
    everywhere = [
        replace(a, topics=(*a.topics, Topic(id="local", label="local", score=1.0, origin="given")))
        for a in [*labelled(), *(make(f"rare-{n}", ("rare",), ("trams",), n) for n in range(4))]
    ]
    assert {topic.id for topic in learnable_topics(everywhere)} == set(SUBJECTS)


def test_only_articles_without_topics_are_given_some(tmp_path):
    articles = [*labelled(), NEW]
    with open_cache(tmp_path / "cache.sqlite") as cache:
        done, problems = add_learned_topics(articles, cache)
    assert problems == ()
    assert list(done[:-1]) == articles[:-1]
    assert ids(done[-1].topics) == ["trams"]
    assert not is_labelled(done[-1])


def test_what_rules_found_stays_behind_what_was_learned():
    ruled = replace(NEW, topics=(Topic(id="medtop:1", label="transport", score=1.2, origin="rules"),))
    done, _ = add_learned_topics([*labelled(), ruled], Cache(None))
    assert ids(done[-1].topics) == ["trams", "medtop:1"]


def test_a_second_build_learns_nothing_anew(tmp_path, monkeypatch):
    articles = [*labelled(), NEW]
    with open_cache(tmp_path / "cache.sqlite") as cache:
        first, _ = add_learned_topics(articles, cache)
        cache.drop_unused()
    monkeypatch.setattr("generator.learning.learn_topics", None)
    for _ in range(2):
        with open_cache(tmp_path / "cache.sqlite") as cache:
            again, _ = add_learned_topics(articles, cache)
            cache.drop_unused()
        assert again == first
    with open_cache(tmp_path / "cache.sqlite") as cache:  # another article is judged by the model that was kept
        more, _ = add_learned_topics([*articles, BOTH], cache)
    assert sorted(ids(more[-1].topics)) == ["harbour", "trams"]


def test_a_changed_label_is_learned(tmp_path):
    renamed = [
        replace(
            a, article=replace(a.article, topics=("lines",)), topics=(replace(a.topics[0], id="lines", label="lines"),)
        )
        if a.topics[0].id == "trams"
        else a
        for a in labelled()
    ]
    with open_cache(tmp_path / "cache.sqlite") as cache:
        add_learned_topics([*labelled(), NEW], cache)
        done, _ = add_learned_topics([*renamed, NEW], cache)
    assert ids(done[-1].topics) == ["lines"]


def test_without_the_package_the_build_goes_on_and_says_what_to_install(monkeypatch):
    for name in ("sklearn", "sklearn.svm", "sklearn.feature_extraction.text"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError):
        learn_topics(labelled())
    done, (problem,) = add_learned_topics([*labelled(), NEW], Cache(None))
    assert done[-1] == NEW
    assert "pip install 'news-digest-generator[learn]'" in problem.message
    assert "learn_topics" in problem.message


def test_features_have_their_places():
    told = article("Fares rose to 3.45 on Monday.", "Fares up")
    assert [(word, told.text[span.start : span.end]) for word, span in place_features(told)] == [
        ("fares", "Fares"),
        ("rose", "rose"),
        ("to", "to"),
        ("0.00", "3.45"),
        ("on", "on"),
        ("monday", "Monday"),
    ]
    assert list_features(told).count("fares") == 3
    assert "title: fares" in list_features(told)
