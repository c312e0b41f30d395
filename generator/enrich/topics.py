"""Topics of an article: those given in its front matter, then those that packaged rules over IPTC Media Topics find.

Each term of a topic that occurs counts its weight times the square root of its occurrences, so that one word often
repeated does not decide; an occurrence in the title counts as three, in the deck as two. The sum is divided by six, and
for a text over 400 words also by the square root of its length in units of 400 words. A score of 1.0 is thus two strong
terms, or one strong and three others, in a short article: the default threshold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Any, NamedTuple

from generator.config import EnrichConfig
from generator.enrich.phrases import Phrases, make_phrases
from generator.enrich.tokens import Tokens, split_words
from generator.enrich.wordlists import read_table
from generator.model import Article, Span, Topic
from generator.vocabulary.mediatopics import ancestors, load_media_topics

WEIGHTS: Mapping[str, float] = {"strong": 3.0, "terms": 1.0, "against": -2.0}
_TITLE, _DECK = 3, 2
_UNIT = 6.0
_WORDS = 400
_LEAST_BACKING = 2.0
"""One strong term, or two that differ."""
_MOST_EVIDENCE = 12
_LONGEST_ACRONYM = 5
_LONGEST_TERM = 8
_QCODE = "medtop:"
_KEEP_S = ("ss", "us", "is", "ous", "news", "'s")


class _Hit(NamedTuple):
    """What a term says of one topic."""

    topic: str
    weight: float


class _Term(NamedTuple):
    """A word or phrase and all it speaks for and against."""

    text: str
    hits: tuple[_Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRules:
    """Terms with the topics they speak for, and the labels."""

    terms: Phrases[_Term]
    labels: Mapping[str, str]
    parents: Mapping[str, tuple[str, ...]]
    """Topic -> the concepts above it."""
    called: Mapping[str, str]
    """A label or other name, as its words are compared -> the label: "Floods" is "flood"."""


def load_topic_rules() -> TopicRules:
    """Read the packaged rules and the vocabulary's labels."""
    concepts = load_media_topics()
    hits: dict[tuple[str, ...], tuple[_Hit, ...]] = {}
    table = read_table("topics.yml")
    for topic, row in table.items():
        for words, weight in _rows(row):
            hits[words] = (*hits.get(words, ()), _Hit(topic, weight))
    return TopicRules(
        terms=make_phrases((words, _Term(" ".join(words), found)) for words, found in hits.items()),
        labels={concept.id: concept.label for concept in concepts.values()},
        parents={topic: ancestors(topic, concepts) for topic in table},
        called={
            **{_plain(name): row["label"] for row in table.values() for name in row.get("also", ())},
            **{_plain(concept.label): concept.label for concept in concepts.values()},
        },
    )


def _plain(name: str) -> str:
    """A topic's name as it is compared: in lower case, its last word singular."""
    return " ".join(_normal(word) for word in name.casefold().split())


def _rows(row: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], float]]:
    """The words of each term of a topic, as they are compared, each once: the first weight stays."""
    seen = set()
    for group, weight in WEIGHTS.items():
        for term in row.get(group, ()):
            words = tuple(_normal(word) for word in split_words(str(term)))
            if words not in seen:
                seen.add(words)
                yield words, weight


@lru_cache(maxsize=1 << 16)
def _normal(word: str) -> str:
    """A word as it is compared: lower case and singular; acronyms stay."""
    if word.isupper() and 1 < len(word) <= _LONGEST_ACRONYM and "." not in word:
        return word
    word = word.lower().replace("’", "'")
    if len(word) < 4 or word[-1] != "s" or word.endswith(_KEEP_S):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("shes", "ches", "xes", "sses")) else word[:-1]


def find_topics(article: Article, tokens: Tokens, rules: TopicRules, options: EnrichConfig) -> tuple[Topic, ...]:
    """Given topics in their order, then found ones, best first."""
    given = tuple(_given_topic(name, rules) for name in dict.fromkeys(article.topics))
    taken = {topic.id for topic in given} | {topic.label.casefold() for topic in given}
    found = _score(article, tokens, rules, options.topic_threshold)
    ranked = sorted(found, key=lambda topic: (-topic.score, topic.id))
    kept = [topic for topic in ranked if topic.id not in taken and topic.label.casefold() not in taken]
    return given + tuple(kept[: options.max_topics])


def _given_topic(name: str, rules: TopicRules) -> Topic:
    label = rules.labels.get(name, name) if name.startswith(_QCODE) else rules.called.get(_plain(name), name)
    return Topic(id=name, label=label, score=1.0, origin="given")


def _score(article: Article, tokens: Tokens, rules: TopicRules, least: float) -> list[Topic]:
    counts: dict[_Term, float] = defaultdict(float)
    evidence: dict[_Term, list[Span]] = defaultdict(list)
    for text, factor in ((article.title, _TITLE), (article.deck or "", _DECK)):
        for _, _, term in _matches(split_words(text), rules):
            counts[term] += factor
    for first, end, term in _matches(tokens.words, rules):
        counts[term] += 1
        if len(evidence[term]) < _MOST_EVIDENCE:
            evidence[term].append(tokens.span(first, end))
    sums: dict[str, float] = defaultdict(float)
    backing: dict[str, float] = defaultdict(float)
    for term, count in counts.items():
        for hit in term.hits:
            sums[hit.topic] += hit.weight * sqrt(count)
            backing[hit.topic] += max(hit.weight, 0.0)
    scale = _UNIT * sqrt(max(1.0, len(tokens) / _WORDS))
    return [
        Topic(
            id=topic,
            label=rules.labels[topic],
            score=round(total / scale, 4),
            origin="rules",
            evidence=_evidence(topic, evidence),
        )
        for topic, total in sums.items()
        if total >= least * scale and backing[topic] >= _LEAST_BACKING
    ]


def _evidence(topic: str, spans: Mapping[_Term, list[Span]]) -> tuple[Span, ...]:
    """The first places in the text that speak for a topic, in order."""
    own = (
        s for term, found in spans.items() for hit in term.hits if hit.topic == topic and hit.weight > 0 for s in found
    )
    return tuple(sorted(own, key=lambda span: span.start)[:_MOST_EVIDENCE])


def _matches(words: Sequence[str], rules: TopicRules) -> Iterator[tuple[int, int, _Term]]:
    """The terms in a text from left to right, the longest at each word, none overlapping."""
    normal = [_normal(word) for word in words]
    longest = rules.terms.longest
    at = 0
    while at < len(normal):
        found = rules.terms.match(normal, at) if normal[at] in longest else None
        if found is None and words[at].isupper() and (low := words[at].lower()) in longest:
            found = rules.terms.match((low, *normal[at + 1 : at + _LONGEST_TERM]), 0)
        if found is None:
            at += 1
            continue
        size, term = found
        yield at, at + size, term
        at += size
