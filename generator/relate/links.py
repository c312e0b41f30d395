"""Which articles point at which, and why. In: reports, scored candidate pairs, stories, copies. Out: Links.

    duplicate       copies of one report
    same-story      members of one story
    follow-up       of different stories on one subject, days apart: the later of the two follows the earlier up
    shared-subject  any others that have enough in common

A link has its counterpart in the other direction, with the same relation and score; `why` tells which is the later. An
article has at most `most` links to its own story and `most` others. Where those it is nearest to have theirs already,
it points at the nearest of them without being pointed at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model import EnrichedArticle, Link, Relation, Story
from generator.relate.chronology import days_between
from generator.relate.likeness import Likeness
from generator.relate.names import Names
from generator.relate.reports import Report
from generator.relate.vectors import cosine

LEAST = 0.12
"""Relatedness that is worth a link; two articles of one story always are."""

FOLLOW_UP = 0.12
"""Likeness by words that an article has to one it follows up."""

FOLLOW_UP_DAYS = 30
NAMED = 4
"""Most names in one reason."""

Pair = tuple[int, int]


class _Tie(NamedTuple):
    """What holds two articles together, by their places, the earlier first."""

    pair: Pair
    relation: Relation
    score: float


def find_links(
    articles: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    names: Names,
    likeness: Mapping[Pair, Likeness],
    stories: Sequence[Story],
    copies: Mapping[Pair, float],
    most: int,
) -> tuple[Link, ...]:
    """Links by source in the order of time, then the nearest first. All arguments but `stories` go by that order."""
    place = {report.id: at for at, report in enumerate(reports)}
    story = {place[member]: story.id for story in stories for member in story.articles}
    own = {pair for story in stories for pair in _pairs_of_lead(story, place)}
    ties = []
    for pair in sorted({*likeness, *own, *copies}):
        words = likeness[pair].words if pair in likeness else cosine(*(reports[at].vector for at in pair))
        ties.append(_tie(reports, names, pair, words, story, copies))
    siblings = [tie for tie in ties if tie.relation in ("duplicate", "same-story")]
    others = [tie for tie in ties if tie.relation in ("follow-up", "shared-subject") and tie.score >= LEAST]
    chosen = [*_choose(siblings, most), *_choose(others, most)]
    links = (_make_link(articles, reports, names, tie, start, copies) for tie, start in chosen)
    return tuple(sorted(links, key=lambda link: (place[link.source], -link.score, place[link.target])))


def _pairs_of_lead(story: Story, place: Mapping[str, int]) -> Iterator[Pair]:
    lead = place[story.articles[0]]
    for member in story.articles[1:]:
        yield min(lead, place[member]), max(lead, place[member])


def _tie(
    reports: Sequence[Report],
    names: Names,
    pair: Pair,
    words: float,
    story: Mapping[int, str],
    copies: Mapping[Pair, float],
) -> _Tie:
    one, other = pair
    score = min(1.0, round(words + names.likeness(one, other) / 2, 4))
    if pair in copies:
        return _Tie(pair=pair, relation="duplicate", score=1.0)
    if one in story and story[one] == story.get(other):
        return _Tie(pair=pair, relation="same-story", score=score)
    gap = days_between(reports[one].day, reports[other].day)
    follows = gap is not None and 1 <= gap <= FOLLOW_UP_DAYS and words >= FOLLOW_UP
    return _Tie(pair=pair, relation="follow-up" if follows else "shared-subject", score=score)


def _choose(ties: Sequence[_Tie], most: int) -> Iterator[tuple[_Tie, int]]:
    """Ties to show and the place each is seen from: the strongest first, as long as both ends have room."""
    degree: Counter[int] = Counter()
    ranked = sorted(ties, key=lambda tie: (-tie.score, tie.pair))
    left = []
    for tie in ranked:
        if all(degree[place] < most for place in tie.pair):
            degree.update(tie.pair)
            yield from ((tie, place) for place in tie.pair)
        else:
            left.append(tie)
    for tie in left if most else ():
        for place in tie.pair:
            if not degree[place]:
                degree[place] += 1
                yield tie, place


def _make_link(
    articles: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    names: Names,
    tie: _Tie,
    start: int,
    copies: Mapping[Pair, float],
) -> Link:
    one, other = tie.pair
    end = other if start == one else one
    why = [f"{round(copies[tie.pair] * 100)}% of the text in common"] if tie.pair in copies else []
    why += _say_shared(articles, names, tie.pair)
    why += _say_when(days_between(reports[start].day, reports[end].day))
    return Link(
        source=reports[start].id, target=reports[end].id, relation=tie.relation, score=tie.score, why=tuple(why)
    )


def _say_shared(articles: Sequence[EnrichedArticle], names: Names, pair: Pair) -> Iterator[str]:
    shared = [names.label(identity) for identity in names.shared(*pair)]
    if shared:
        yield "shares " + ", ".join(shared[:NAMED])
        return
    one, other = (articles[place] for place in pair)
    theirs = {topic.id for topic in other.topics}
    labels = [topic.label for topic in one.topics if topic.id in theirs]
    yield f"both on {', '.join(labels[:2])}" if labels else "similar words"


def _say_when(days: int | None) -> Iterator[str]:
    """How far the target is from the source in time."""
    if days is None:
        return
    if days == 0:
        yield "same day"
        return
    far = abs(days)
    amount = "a day" if far == 1 else f"{far} days" if far < 60 else f"{round(far / 30.44)} months"
    yield f"{amount} {'later' if days > 0 else 'earlier'}"
