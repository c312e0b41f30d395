"""Topics of an article: those given in its front matter, then those that rules over IPTC Media Topics find.

An article with no topic that reaches the threshold has none: the nearest are its guesses, told apart from topics.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.config import EnrichConfig
from generator.enrich.tokens import Tokens, split_words
from generator.enrich.topics.scores import choose_topics, score_topics
from generator.enrich.topics.terms import Term, TopicRules, find_longest, plain_name
from generator.model import Article, Topic
from generator.vocabulary.topics import topic_key

_TITLE, _DECK = 3, 2
"""What an occurrence in the title and in the deck counts."""
_GUESS = 0.4
"""The part of the threshold that a guess reaches."""
_MOST_GUESSES = 3
_MOST_EVIDENCE = 12

_Places: TypeAlias = Mapping[Term, Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTopics:
    """The topics of an article; where there are none, the nearest ones, which are too weak to be given."""

    topics: tuple[Topic, ...] = ()
    guesses: tuple[Topic, ...] = ()


def find_topics(article: Article, tokens: Tokens, rules: TopicRules, options: EnrichConfig) -> FoundTopics:
    """Given topics in their order, then found ones, best first."""
    given = tuple({topic.id: topic for name in article.topics for topic in _given_topic(name, rules)}.values())
    counts, places = _count(article, tokens, rules)
    scores = score_topics(counts, len(tokens), rules)
    taken = {topic.id for topic in given} | {topic.label.casefold() for topic in given}
    chosen = [
        (topic, score)
        for topic, score in choose_topics(scores, rules, options.topic_threshold).items()
        if topic not in taken and rules.concepts[topic].label.casefold() not in taken
    ]
    found = _make_topics(chosen[: options.max_topics], places, tokens, rules)
    if given or found:
        return FoundTopics(topics=given + found)
    near = choose_topics(scores, rules, options.topic_threshold, _GUESS)
    return FoundTopics(guesses=_make_topics([*near.items()][:_MOST_GUESSES], places, tokens, rules))


def _given_topic(name: str, rules: TopicRules) -> Iterator[Topic]:
    """The topic that a word in front matter means, under the id it was given by; none when the site hides it."""
    target = rules.moved.get(topic_key(name), name)
    if target is not None:
        concept = rules.concepts.get(target)
        label = concept.label if concept else rules.called.get(plain_name(target), target)
        yield Topic(id=target, label=label, score=1.0, origin="given")


def _count(article: Article, tokens: Tokens, rules: TopicRules) -> tuple[dict[Term, float], _Places]:
    """How often each term occurs, the title and the deck counting more, and where: first word, word after."""
    counts: dict[Term, float] = defaultdict(float)
    places: dict[Term, list[tuple[int, int]]] = defaultdict(list)
    for text, factor in ((article.title, _TITLE), (article.deck or "", _DECK)):
        for _, _, term in _matches(split_words(text), rules):
            counts[term] += factor
    for first, end, term in _matches(tokens.words, rules):
        counts[term] += 1
        places[term].append((first, end))
    return counts, places


def _matches(words: Sequence[str], rules: TopicRules) -> Iterator[tuple[int, int, Term]]:
    """The terms in a text from left to right, the longest at each word, none overlapping."""
    starts = rules.starts
    end = 0
    for at in [at for at, word in enumerate(words) if starts[word] is not None]:
        start = starts[words[at]]
        if at < end or start is None:
            continue
        end, term = find_longest(start.node, words, at)
        if start.name is not None and end == at + 1:
            term = start.name
        if term is None and start.shouted is not None:
            end, term = find_longest(start.shouted, words, at)
        if term is not None:
            yield at, end, term


def _make_topics(
    chosen: Sequence[tuple[str, float]], places: _Places, tokens: Tokens, rules: TopicRules
) -> tuple[Topic, ...]:
    """Topics with the first places in the text that speak for each, in order."""
    if not chosen:
        return ()
    found: dict[str, list[tuple[int, int]]] = {topic: [] for topic, _ in chosen}
    for term, own in places.items():
        for topic in {hit.topic for hit in (*term.hits, *rules.lift(term)) if hit.topic in found and hit.weight > 0}:
            found[topic] += own
    return tuple(
        Topic(
            id=topic,
            label=rules.concepts[topic].label,
            score=round(score, 4),
            origin="rules",
            evidence=tuple(tokens.span(first, end) for first, end in sorted(found[topic])[:_MOST_EVIDENCE]),
        )
        for topic, score in chosen
    )
