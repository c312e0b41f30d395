"""Which articles point at which, and why. In: reports, scored candidate pairs, stories, copies. Out: Links.

    duplicate       copies of one report
    same-story      members of one story
    follow-up       of different stories on one subject, days apart, that titles or names share: the later follows up
    shared-subject  any others that have enough in common, if it can be told: a country and a topic are no reason

A link has its counterpart in the other direction, with the same relation and score; `why` tells which is the later. An
article has at most `most` links to its own story and `most` others. Where those it is nearest to have theirs already,
it points at the nearest of them without being pointed at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from generator.model import Link, Relation, Story
from generator.relate.chronology import days_between
from generator.relate.likeness import FILLING, NAMES, NUMBERS, Likeness
from generator.relate.likeness_table import LikenessTable
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
    """What holds two articles together, by their places, the earlier first. In order, the strongest comes first."""

    strength: float
    """The score below zero."""
    one: int
    other: int

    @property
    def pair(self) -> Pair:
        return self.one, self.other


def find_links(
    reports: Sequence[Report],
    names: Names,
    reasons: Reasons,
    likeness: LikenessTable,
    stories: Sequence[Story],
    copies: Mapping[Pair, float],
    most: int,
) -> tuple[Link, ...]:
    """Links by source in the order of time, then the nearest first. All arguments but `stories` go by that order."""
    place = {report.id: at for at, report in enumerate(reports)}
    story = {place[member]: story.id for story in stories for member in story.articles}
    own = {pair for story in stories for pair in _pairs_of_lead(story, place)}
    further = {pair: Likeness(0.0, _words(reports, pair)) for pair in sorted({*own, *copies}) if pair not in likeness}
    pairs = chain(zip(likeness, likeness.words, strict=True), ((pair, like.words) for pair, like in further.items()))
    siblings, others = _tie_all(names, pairs, story, copies)

    @lru_cache(maxsize=1)  # asked before a tie is chosen, and again right after
    def tell(pair: Pair) -> tuple[str, ...]:
        return tuple(reasons.say_shared(*pair))

    found: defaultdict[int, list[tuple[float, int, Link]]] = defaultdict(list)
    for tie, starts in chain(_choose(siblings, most), _choose(others, most, tell)):
        like = further.get(tie.pair) or likeness[tie.pair]
        relation = _relate(reports, reasons, tie.pair, like, story, copies)
        for start, end, link in _make_links(tie, starts, reports, relation, tell(tie.pair), copies):
            found[start].append((tie.strength, end, link))
    return tuple(link for start in sorted(found) for *_, link in sorted(found.pop(start), key=itemgetter(0, 1)))


def _pairs_of_lead(story: Story, place: Mapping[str, int]) -> Iterator[Pair]:
    lead = place[story.articles[0]]
    for member in story.articles[1:]:
        yield min(lead, place[member]), max(lead, place[member])


def _words(reports: Sequence[Report], pair: Pair) -> float:
    one, other = pair
    return cosine(reports[one].vector, reports[other].vector)


def _tie_all(
    names: Names, pairs: Iterable[tuple[Pair, float]], story: Mapping[int, str], copies: Mapping[Pair, float]
) -> tuple[list[_Tie], list[_Tie]]:
    """The ties of copies and of members of one story, and all others that are worth a link. `pairs` are with their
    likeness by words."""
    siblings: list[_Tie] = []
    others: list[_Tie] = []
    rows = names.weights
    for pair, words in pairs:
        one, other = pair
        if pair in copies:
            siblings.append(_Tie(-1.0, one, other))
            continue
        # Most pairs share no name, which is known before anything is weighed.
        named = 0.0 if rows[one].keys().isdisjoint(rows[other]) else names.likeness(one, other)
        score = min(1.0, round(words + named / 2, 4))
        if one in story and story[one] == story.get(other):
            siblings.append(_Tie(-score, one, other))
        elif score >= LEAST:
            others.append(_Tie(-score, one, other))
    return siblings, others


def _relate(
    reports: Sequence[Report],
    reasons: Reasons,
    pair: Pair,
    like: Likeness,
    story: Mapping[int, str],
    copies: Mapping[Pair, float],
) -> Relation:
    if pair in copies:
        return "duplicate"
    one, other = pair
    if one in story and story[one] == story.get(other):
        return "same-story"
    gap = days_between(*(reports[at].day for at in pair))
    follows = gap is not None and 1 <= gap <= FOLLOW_UP_DAYS and like.words >= FOLLOW_UP
    if follows and OTHERS.isdisjoint(like.against) and _goes_on(reasons, pair, like):
        return "follow-up"
    return "shared-subject"


def _goes_on(reasons: Reasons, pair: Pair, like: Likeness) -> bool:
    return like.titles + NAME * min(NAMED, len(reasons.telling_names(*pair))) >= GOES_ON


def _choose(
    ties: list[_Tie], most: int, tell: Callable[[Pair], Sequence[str]] | None = None
) -> Iterator[tuple[_Tie, tuple[int, ...]]]:
    """Ties to show and the places each is seen from: the strongest first, as long as both ends have room.

    With `tell`, ties of which it has something to say.
    """
    degree: defaultdict[int, int] = defaultdict(int)
    left = []
    ties.sort()
    for tie in ties:
        _, one, other = tie
        if degree[one] < most and degree[other] < most:
            if tell is None or tell(tie.pair):
                degree[one] += 1
                degree[other] += 1
                yield tie, tie.pair
        elif not degree[one] or not degree[other]:
            left.append(tie)
    for tie in left if most else ():
        lonely = tuple(place for place in tie.pair if not degree[place])
        if lonely and (tell is None or tell(tie.pair)):
            degree.update(dict.fromkeys(lonely, 1))
            yield tie, lonely


def _make_links(
    tie: _Tie,
    starts: Sequence[int],
    reports: Sequence[Report],
    relation: Relation,
    shared: Sequence[str],
    copies: Mapping[Pair, float],
) -> Iterator[tuple[int, int, Link]]:
    """The places of the source and of the target of a link from each of `starts`, and the link."""
    _, one, other = tie
    same = [f"{round(copies[tie.pair] * 100)}% of the text in common"] if tie.pair in copies else []
    for start in starts:
        end = other if start == one else one
        when = say_distance(reports[start].day, reports[end].day, exact=relation == "follow-up")
        link = Link(
            source=reports[start].id,
            target=reports[end].id,
            relation=relation,
            score=-tie.strength,
            why=(*same, *shared, *when),
        )
        yield start, end, link
