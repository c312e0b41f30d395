"""How much an article's terms say of each topic: terms with their counts in, scores by topic and the choice out.

Each term that occurs counts its weight times the square root of its occurrences, so that one word often repeated does
not decide. The sum is divided by six, and for a text over 400 words also by the square root of its length in units of
400 words. A score of 1.0 is thus two strong terms, or one strong and three others, in a short article; one strong term
there must be. A top term has no score of its own: what speaks for it alone counts as a sum.

Terms speak for what is above their topics too, each once (shrinkage towards the parent: McCallum et al. 1998). That
gives the weight of each branch of the tree in the article: topics of a lesser branch lose a part of their score, and
where terms add up to a branch but to no topic in it, the branch itself is the topic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple

from generator.enrich.topics.terms import STRONG, Term, TopicRules

_UNIT = 6.0
_WORDS = 400
_BRANCH = 0.3
"""The part of a topic's score that the weight of its branch decides."""
_SUM = 0.5
"""What terms of several topics count for the topic above them."""
_LEAST = 0.3
"""A sum below this is not looked at."""
_LEAST_TERMS = 4
"""Different terms that must add up to a topic above."""
_STANDS_FOR_OWN, _STANDS_FOR_SUM = 0.8, 0.4
"""A topic that reaches this part of the score of one above it (of its own terms, or a sum) stands for both."""


class Score(NamedTuple):
    """How much speaks for a topic, and whether its own terms do, or those of topics below it together."""

    value: float
    is_sum: bool = False


def score_topics(counts: Mapping[Term, float], words: int, rules: TopicRules) -> dict[str, Score]:
    """Topic -> score, for all that the terms speak for; `counts` are weighted occurrences in a text of `words`."""
    own: dict[str, float] = defaultdict(float)
    added: dict[str, float] = defaultdict(float)
    backed: set[str] = set()
    terms: dict[str, int] = defaultdict(int)
    for term, count in counts.items():
        root = sqrt(count)
        for topic, weight in term.hits:
            own[topic] += weight * root
            if weight == STRONG:
                backed.add(topic)
        for topic, weight in rules.lift(term):
            added[topic] += weight * root
            terms[topic] += 1
    most = max(added.values(), default=1.0)
    scale = _UNIT * sqrt(max(1.0, words / _WORDS))

    def branch(topic: str) -> float:
        return added.get(rules.branch(topic), most) / most

    scores = {
        topic: Score(score * (1 - _BRANCH + _BRANCH * branch(topic)) / scale)
        for topic, score in own.items()
        if score > 0 and topic in backed and not (topic in rules.sums and rules.branch(topic) == topic)
    }
    nothing = Score(_LEAST)
    for topic, score in added.items():
        if terms[topic] >= _LEAST_TERMS:
            together = Score(_SUM * score * branch(topic) / scale, is_sum=True)
            if together > scores.get(topic, nothing):
                scores[topic] = together
    return scores


def choose_topics(scores: Mapping[str, Score], rules: TopicRules, least: float, share: float = 1.0) -> dict[str, float]:
    """Topics that reach the threshold (or `share` of it) with their scores, best first.

    A topic above others is left out when one of them stands for it; the best of those then has its score.
    """
    good = {topic: one.value for topic, one in scores.items() if one.value >= share * rules.least.get(topic, least)}
    for above in sorted(good.keys() & rules.sums, key=lambda topic: (-len(rules.parents[topic]), topic)):
        below = [topic for topic in good if above in rules.parents[topic]]
        best = max(below, key=lambda topic: (good[topic], topic), default=None)
        part = _STANDS_FOR_SUM if scores[above].is_sum else _STANDS_FOR_OWN
        if best is not None and good[best] >= part * good[above]:
            good[best] = max(good[best], good.pop(above))
    return dict(sorted(good.items(), key=lambda item: (-item[1], item[0])))
