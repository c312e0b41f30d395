"""The step between understanding one article and relating them all: topics for articles that nobody gave any.

The model is made anew when the articles it learns from have changed, and kept; so is what it says of each article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib import metadata

from generator.exceptions import MissingExtraError
from generator.learn.topics import TopicModel, apply_model, is_labelled, learn_topics, learnable_topics
from generator.model import EnrichedArticle, Problem, Topic
from generator.run.cache import Cache, make_key

_PACKAGES = ("scikit-learn", "scipy", "numpy")


def add_learned_topics(
    articles: Sequence[EnrichedArticle], cache: Cache
) -> tuple[tuple[EnrichedArticle, ...], tuple[Problem, ...]]:
    """The articles in their order, those without given topics with what the others' topics teach."""
    labelled = [article for article in articles if is_labelled(article)]
    if len(labelled) == len(articles) or not learnable_topics(labelled):
        return tuple(articles), ()
    lesson = make_key("lesson", *_versions(), *sorted(_content(article) for article in labelled))
    model: TopicModel | None = None
    done: list[EnrichedArticle] = []
    for article in articles:
        if is_labelled(article):
            done.append(article)
            continue
        key = make_key("learned", lesson, _content(article))
        learned: tuple[Topic, ...] | None = cache.get(key)
        if learned is None:
            try:
                model = model or _recall_or_learn(lesson, labelled, cache)
            except MissingExtraError as error:
                return tuple(articles), (_say_missing(error, len(labelled), len(articles) - len(labelled)),)
            learned = apply_model(model, article.article)
            cache.put(key, learned)
        guesses = () if learned else article.guesses
        done.append(replace(article, topics=learned + article.topics, guesses=guesses))
    cache.keep(lesson)
    return tuple(done), ()


def _recall_or_learn(lesson: bytes, labelled: Sequence[EnrichedArticle], cache: Cache) -> TopicModel:
    model: TopicModel | None = cache.get(lesson)
    if model is None:
        model = learn_topics(labelled)
        cache.put(lesson, model)
    return model


def _versions() -> tuple[str, ...]:
    """A model of another release is another model."""
    return tuple(f"{name} {_version(name)}" for name in _PACKAGES)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _content(article: EnrichedArticle) -> bytes:
    """What is learned from an article, and what it is judged by."""
    said = article.article
    return "\0".join((said.id, said.title, said.text, *(topic.label for topic in article.topics))).encode()


def _say_missing(error: MissingExtraError, labelled: int, others: int) -> Problem:
    return Problem(
        path="mkdocs.yml",
        message=(
            f"mkdocs.yml: enrich: learn_topics: {labelled:,} articles carry topics from which those of {others:,}"
            f" others can be learned, but {error}; run `pip install 'news-digest-generator[learn]'`, or set it to false"
        ),
    )
