"""Topics learned from those that people gave: articles with topics in, a model out; a model and an article in, topics
out.

One linear support-vector machine a topic over TF-IDF of words (Joachims, "Text categorization with support vector
machines", ECML 1998), by scikit-learn, the optional extra `learn`. The same articles give the same model: the solver's
seed is set, and the articles are taken in the order of their ids.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Any

from generator.exceptions import MissingExtraError
from generator.learn.features import list_features, place_features
from generator.model import Article, EnrichedArticle, Span, Topic

LEAST_LABELLED = 100
"""Articles with topics of their own, below which nothing is learned."""
LEAST_ARTICLES = 5
"""Articles that must carry a topic, and that must not, for it to be learned."""
# The rest was set on Reuters-21578, training on its articles up to 9500 and measuring on those from there to 12000.
_COST = 2.0
_LEAST_MARGIN = -0.1
"""Distance from the plane between the articles of a topic and the others, above which an article is given the topic:
just short of it, as a topic has few articles and the plane stands too close to them."""
_LEAST_BEST = -0.5
"""The same for the best topic of an article that no other topic fits."""
_MOST_WORDS, _MOST_EVIDENCE = 5, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicModel:
    """What was learned. Picklable."""

    topics: tuple[Topic, ...]
    vectoriser: Any
    """A fitted TfidfVectorizer: articles in, one row of weights each out."""
    weights: Any
    """An array of topics x features."""
    offsets: Any
    """One number a topic, added to its sum."""


def is_labelled(article: EnrichedArticle) -> bool:
    """Whether a person gave it topics."""
    return bool(article.article.topics)


def learnable_topics(labelled: Sequence[EnrichedArticle]) -> tuple[Topic, ...]:
    """The given topics of which there are enough examples, the most frequent first."""
    if len(labelled) < LEAST_LABELLED:
        return ()
    spelled: dict[str, Topic] = {}
    counts: Counter[str] = Counter()
    for article in labelled:
        for topic in article.topics:
            if topic.origin == "given":
                spelled.setdefault(topic.label.casefold(), topic)
        counts.update(_given(article))
    most = len(labelled) - LEAST_ARTICLES
    ranked = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return tuple(spelled[key] for key, count in ranked if LEAST_ARTICLES <= count <= most)


def learn_topics(labelled: Sequence[EnrichedArticle]) -> TopicModel:
    """A model of the given topics of which there are enough examples; there must be one at least.

    Raises MissingExtraError when scikit-learn is not installed.
    """
    try:
        import numpy
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.svm import LinearSVC
    except ImportError:
        raise MissingExtraError("scikit-learn is not installed") from None
    ordered = sorted(labelled, key=lambda article: article.article.id)
    topics = learnable_topics(ordered)
    vectoriser = TfidfVectorizer(analyzer=list_features, sublinear_tf=True, min_df=2)
    rows = vectoriser.fit_transform([article.article for article in ordered])
    given = [_given(article) for article in ordered]
    weights, offsets = [], []
    for topic in topics:
        machine = LinearSVC(C=_COST, random_state=0)
        machine.fit(rows, [topic.label.casefold() in own for own in given])
        weights.append(machine.coef_[0])
        offsets.append(machine.intercept_[0])
    return TopicModel(
        topics=topics, vectoriser=vectoriser, weights=numpy.array(weights, numpy.float32), offsets=numpy.array(offsets)
    )


def apply_model(model: TopicModel, article: Article) -> tuple[Topic, ...]:
    """The topics that fit an article, best first: none, one or several."""
    row = model.vectoriser.transform([article])
    sums = (model.weights @ row.T.toarray()).ravel()
    margins = sums + model.offsets
    # A topic for which none of the article's words speaks is no one's, however frequent it is.
    spoken_for = [n for n, total in enumerate(sums) if total > 0]
    best = max(spoken_for, key=lambda n: margins[n], default=None)
    fitting = [n for n in spoken_for if margins[n] > _LEAST_MARGIN]
    if not fitting and best is not None and margins[best] > _LEAST_BEST:
        fitting = [best]
    found = (
        Topic(
            id=model.topics[n].id,
            label=model.topics[n].label,
            score=round(1.0 / (1.0 + exp(-2.0 * float(margins[n]))), 4),
            origin="learned",
            evidence=_find_evidence(model, n, row, article),
        )
        for n in fitting
    )
    return tuple(sorted(found, key=lambda topic: (-topic.score, topic.id)))


def _given(article: EnrichedArticle) -> set[str]:
    return {topic.label.casefold() for topic in article.topics if topic.origin == "given"}


def _find_evidence(model: TopicModel, n: int, row: Any, article: Article) -> tuple[Span, ...]:
    """Where the words stand that speak for a topic most, the first places in the text."""
    names = model.vectoriser.get_feature_names_out()
    shares = [(float(value * model.weights[n, at]), names[at]) for at, value in zip(row.indices, row.data, strict=True)]
    telling = {word for share, word in sorted(shares, reverse=True)[:_MOST_WORDS] if share > 0}
    return tuple(span for word, span in place_features(article) if word in telling)[:_MOST_EVIDENCE]
