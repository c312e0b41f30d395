"""Which articles point at which, and why. In: reports, scored candidate pairs, stories, copies. Out: Links.

    duplicate       copies of one report
    same-story      members of one story
    follow-up       of different stories on one subject, days apart, that titles or names share: the later follows up
    shared-subject  any others that have enough in common

A link has its counterpart in the other direction, with the same relation and score; `why` tells which is the later. An
article has at most `most` links to its own story and `most` others. Where those it is nearest to have theirs already,
it points at the nearest of them without being pointed at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model import Link, Relation, Story
from generator.relate.chronology import days_between
from generator.relate.likeness import FILLING, NAMES, NUMBERS, Likeness
from generator.relate.names import Names
from generator.relate.reasons import NAMED, Reasons, say_distance
from generator.relate.reports import Report
from generator.relate.vectors import cosine

LEAST = 0.12
"""Relatedness that is worth a link; two articles of one story always are."""

FOLLOW_UP = 0.12
"""Likeness by words that an article has to one it follows up."""

FOLLOW_UP_DAYS = 30
GOES_ON = 0.4
"""From here on an article follows another up: the share of the titles' weight that the other's text has, and NAME more
for each shared name that tells (4 at most). Less is another case of one kind of news, as two companies' dividends.

Judged by reading pairs of Reuters' reports: of those that words and days alone call follow-ups, most are such cases."""

NAME = 0.1
OTHERS = frozenset((NUMBERS, FILLING, NAMES))
"""Contradictions that tell of another subject, not of another day."""

Pair = tuple[int, int]


class _Tie(NamedTuple):
    """What holds two articles together, by their places, the earlier first. `same`: copies, or members of one story."""

    pair: Pair
    score: float
    same: Relation | None


def find_links(
    reports: Sequence[Report],
    names: Names,
    reasons: Reasons,
    likeness: Mapping[Pair, Likeness],
    stories: Sequence[Story],
    copies: Mapping[Pair, float],
    most: int,
) -> tuple[Link, ...]:
    """Links by source in the order of time, then the nearest first. All arguments but `stories` go by that order."""
    place = {report.id: at for at, report in enumerate(reports)}
    story = {place[member]: story.id for story in stories for member in story.articles}
    own = {pair for story in stories for pair in _pairs_of_lead(story, place)}
    likes = {p: likeness.get(p) or Likeness(0.0, _words(reports, p)) for p in sorted({*likeness, *own, *copies})}
    ties = [_tie(names, pair, like.words, story, copies) for pair, like in likes.items()]
    siblings = [tie for tie in ties if tie.same]
    others = [tie for tie in ties if not tie.same and tie.score >= LEAST]
    chosen = [*_choose(siblings, most), *_choose(others, most)]
    relations = {tie.pair: tie.same or _relate(reports, reasons, tie.pair, likes[tie.pair]) for tie, _ in chosen}
    shared = {pair: tuple(reasons.say_shared(*pair)) for pair in relations}
    links = (_make_link(reports, tie, relations[tie.pair], start, shared[tie.pair], copies) for tie, start in chosen)
    return tuple(sorted(links, key=lambda link: (place[link.source], -link.score, place[link.target])))


def _pairs_of_lead(story: Story, place: Mapping[str, int]) -> Iterator[Pair]:
    lead = place[story.articles[0]]
    for member in story.articles[1:]:
        yield min(lead, place[member]), max(lead, place[member])


def _words(reports: Sequence[Report], pair: Pair) -> float:
    one, other = pair
    return cosine(reports[one].vector, reports[other].vector)


def _tie(names: Names, pair: Pair, words: float, story: Mapping[int, str], copies: Mapping[Pair, float]) -> _Tie:
    if pair in copies:
        return _Tie(pair=pair, score=1.0, same="duplicate")
    one, other = pair
    score = min(1.0, round(words + names.likeness(one, other) / 2, 4))
    return _Tie(pair=pair, score=score, same="same-story" if one in story and story[one] == story.get(other) else None)


def _relate(reports: Sequence[Report], reasons: Reasons, pair: Pair, like: Likeness) -> Relation:
    gap = days_between(*(reports[at].day for at in pair))
    follows = gap is not None and 1 <= gap <= FOLLOW_UP_DAYS and like.words >= FOLLOW_UP
    if follows and OTHERS.isdisjoint(like.against) and _goes_on(reasons, pair, like):
        return "follow-up"
    return "shared-subject"


def _goes_on(reasons: Reasons, pair: Pair, like: Likeness) -> bool:
    return like.titles + NAME * min(NAMED, len(reasons.telling_names(*pair))) >= GOES_ON


def _choose(ties: Sequence[_Tie], most: int) -> Iterator[tuple[_Tie, int]]:
    """Ties to show and the place each is seen from: the strongest first, as long as both ends have room."""
    degree: defaultdict[int, int] = defaultdict(int)
    ranked = sorted(ties, key=lambda tie: (-tie.score, tie.pair))
    left = []
    for tie in ranked:
        one, other = tie.pair
        if degree[one] < most and degree[other] < most:
            degree[one] += 1
            degree[other] += 1
            yield tie, one
            yield tie, other
        else:
            left.append(tie)
    for tie in left if most else ():
        for place in tie.pair:
            if not degree[place]:
                degree[place] += 1
                yield tie, place


def _make_link(
    reports: Sequence[Report],
    tie: _Tie,
    relation: Relation,
    start: int,
    shared: Sequence[str],
    copies: Mapping[Pair, float],
) -> Link:
    one, other = tie.pair
    end = other if start == one else one
    same = [f"{round(copies[tie.pair] * 100)}% of the text in common"] if tie.pair in copies else []
    when = say_distance(reports[start].day, reports[end].day, exact=relation == "follow-up")
    return Link(
        source=reports[start].id,
        target=reports[end].id,
        relation=relation,
        score=tie.score,
        why=(*same, *shared, *when),
    )
