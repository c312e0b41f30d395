"""How alike two reports are. In: two Reports of one corpus. Out: numbers from 0 to 1, and what speaks against.

likeness = cosine of the TF-IDF vectors
           x (base + slope x the mean share of each title's weight that the other report's text has)
           x nearness in time: NEAR within a day, half of it after twice `story_days` more; 1 where a date is not known
           x the factor of each contradiction found

Two reports alone are weighed strictly (ALONE). As two among many (AMONG), time and contradictions count for less: over
weeks the reports of one event come to name other days and people, and what holds them together is the others.

What is alike by terms that many articles have is copy of one template, not one event; `Likeness.own` tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil, log
from typing import NamedTuple

from generator.relate.facts import are_opposite
from generator.relate.reports import Report, title_share
from generator.relate.vectors import Vector

NEAR, FADE = 1.4, 2
FAR, FADE_FAR = 0.5, 90
"""Among many, nearness is no lower than FAR, half of it after so many times `story_days`: months for what goes on."""

NUMBERS, FILLING = "titles of one pattern with other numbers", "titles of one pattern about others"
NAMES, STRANGERS = "other people and organisations", "no name in common"
ELSEWHERE, ABROAD = "other places", "a title with a place that the other report does not name"
TURNS, DAYS, FAR_DAYS = "titles that say the opposite", "other days", "days far apart"


class Weights(NamedTuple):
    """What makes a cosine a likeness. `factors`: what speaks against one event, and what it takes likeness down to."""

    base: float
    slope: float
    factors: Mapping[str, float]


ALONE = Weights(
    base=0.3,
    slope=1.4,
    factors={
        NUMBERS: 0.25,
        FILLING: 0.1,
        NAMES: 0.6,
        STRANGERS: 0.6,
        ELSEWHERE: 0.6,
        ABROAD: 0.5,
        TURNS: 0.25,
        DAYS: 0.57,
        FAR_DAYS: 0.6,
    },
)
AMONG = Weights(
    base=0.5,
    slope=1.0,
    factors={
        NUMBERS: 0.25,
        FILLING: 0.1,
        NAMES: 1.0,
        STRANGERS: 0.25,
        ELSEWHERE: 0.8,
        ABROAD: 0.4,
        TURNS: 0.5,
        DAYS: 0.8,
        FAR_DAYS: 0.8,
    },
)
"""A pattern ("… sets quarterly dividend") weighs most, for it makes reports of different events alike. Names and days
are found by rules and may be wrong; days further apart than `story_days` count twice.

With ALONE for all, long events fall to pieces (BCubed F1 of news_cluster 0.891 instead of 0.969, of ecbplus 0.931
instead of 0.945); with AMONG for all news_cluster has 0.975, and two stories of the sample are one."""

PATTERN = 0.5
"""Titles with this share of weight in common are of one pattern."""

FEW, SHARE = 15, 200
"""A term is an event's own where up to `FEW` articles have it, or one in `SHARE` of a large corpus. One that N times as
many have is so for the Nth part.

Measured, `Likeness.own` of candidate pairs, on average: of labelled events among 5,400 articles of Reuters 1987 0.37 to
0.80, mostly above 0.6; of quarterly results there 0.07, dividends 0.10, appointments 0.15, money market reports 0.21,
Eurobonds and all that is about one carmaker 0.26; of takeovers and conferences reported over weeks 0.37 to 0.48."""

_STEP = 1.25
"""From one number of articles to the next, as in `vectors.py`: one more article must not weigh all terms anew."""


class Likeness(NamedTuple):
    """How alike, the part that words have in it (the bare cosine), and what speaks against."""

    score: float
    """As two alone."""
    words: float
    against: tuple[str, ...] = ()
    among: float = 0.0
    """As two among many."""
    titles: float = 0.0
    """The mean share of each title's weight that the other report's text has."""
    own: float = 1.0
    """The share of `words` that terms of few articles have, times 1 - the Herfindahl index of what each of them has:
    where the one name of a firm is all that two texts share, they are of one subject, and need not be of one event."""


_UNLIKE = Likeness(score=0.0, words=0.0, own=0.0)


def measure_likeness(one: Report, other: Report, tells: Mapping[str, float], story_days: int) -> Likeness:
    """How much two articles, the earlier first, look like reports of one event. `tells` is what terms tell of one."""
    words, own = _share_words(one.vector, other.vector, tells)
    if words == 0.0:
        return _UNLIKE
    titles = (title_share(one, other) + title_share(other, one)) / 2
    near, far = _nearness(one, other, story_days)
    against = _find_contradictions(one, other, story_days)
    return Likeness(
        score=_weigh(words, titles, near, against, ALONE),
        words=words,
        against=against,
        among=_weigh(words, titles, max(near, far), against, AMONG),
        titles=titles,
        own=own / words,
    )


def weigh_terms(vectors: Sequence[Vector]) -> dict[str, float]:
    """How much each term of a corpus tells of one event, from 0 to 1."""
    seen: Counter[str] = Counter()
    for vector in vectors:
        seen.update(vector.keys())
    few = max(FEW, _round_up(len(vectors)) / SHARE)
    weights = {count: min(1.0, few / _round_up(count)) for count in set(seen.values())}
    return {term: weights[count] for term, count in seen.items()}


def _share_words(one: Vector, other: Vector, tells: Mapping[str, float]) -> tuple[float, float]:
    """The cosine, and the part of it that terms of few articles have."""
    if len(one) > len(other):
        one, other = other, one
    # A loop, not a generator: this is where grouping spends its time.
    words = own = squares = 0.0
    for term in [term for term in one if term in other]:
        both = one[term] * other[term]
        its = both * tells[term]
        words += both
        own += its
        squares += its * its
    return words, own - squares / own if own else 0.0


def _round_up(count: int) -> float:
    return _STEP ** ceil(log(count or 1, _STEP))


def _weigh(words: float, titles: float, near: float, against: Sequence[str], weights: Weights) -> float:
    likeness = words * (weights.base + weights.slope * titles) * near
    for name in against:
        likeness *= weights.factors[name]
    return min(1.0, likeness)


def _nearness(one: Report, other: Report, story_days: int) -> tuple[float, float]:
    """Nearness in time, and what it is at least among many."""
    if one.day is None or other.day is None:
        return 1.0, 0.0
    late = max(0, abs((one.day - other.day).days) - 1) / max(1, story_days)
    return NEAR / (1.0 + late / FADE), FAR / (1.0 + late / FADE_FAR)


def _find_contradictions(one: Report, other: Report, story_days: int) -> tuple[str, ...]:
    found = []
    alike = not one.title.keys().isdisjoint(other.title)  # titles without a term in common contradict in nothing
    if alike and _are_of_pattern(one, other):
        if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
            found.append(NUMBERS)
        if _are_filled_apart(one, other):
            found.append(FILLING)
    strangers = one.names.isdisjoint(other.names)
    if _names_differ(one, other, strangers):
        found.append(NAMES)
    if strangers and one.principals and other.principals and _are_close(one, other):
        found.append(STRANGERS)
    if one.places and other.places and one.day is not None and other.day is not None:
        found.extend(_find_places_apart(one, other, strangers))
    if alike and one.day != other.day and are_opposite(one.turns, other.turns):
        found.append(TURNS)  # stocks that rise on Monday, and fall on Tuesday
    days = _days_between_events(one, other)
    if days > 1:
        found.append(DAYS)
    if days > story_days:
        found.append(FAR_DAYS)
    return tuple(found)


def _are_filled_apart(one: Report, other: Report) -> bool:
    """Whether what fills a pattern that two titles share is nowhere in the other report, for each.

    Names may be there further down, where a report names others in passing: a quake shook that town last week. Of 2,110
    pairs of reports of one event none has titles of one pattern and neither's names at the head of the other.
    """
    pairs = ((one, other), (other, one))
    return all(_has_no_filling(*pair) for pair in pairs) or all(_begins_without_names(*pair) for pair in pairs)


def _has_no_filling(here: Report, there: Report) -> bool:
    own = here.title.keys() - there.title.keys()
    return bool(own) and own.isdisjoint(there.vector)


def _begins_without_names(here: Report, there: Report) -> bool:
    names = here.title_names
    return bool(names) and not any(name in there.title or name in there.opening for name in names)


def _are_of_pattern(one: Report, other: Report) -> bool:
    shared = whole = 0.0
    for here, there in ((one, other), (other, one)):
        for term, weight in here.title.items():
            if not term[0].isdigit():
                whole += weight
                shared += weight if term in there.title else 0.0
    return shared > 0.0 and shared >= PATTERN * whole


def _names_differ(one: Report, other: Report, strangers: bool) -> bool:
    if len(one.principals) < 2 or len(other.principals) < 2:
        return False
    return strangers or (other.names.isdisjoint(one.principals) and one.names.isdisjoint(other.principals))


def _are_close(one: Report, other: Report) -> bool:
    """Whether two reports are of the same days: over weeks those who are named may change."""
    return one.day is not None and other.day is not None and abs((one.day - other.day).days) <= 1


def _find_places_apart(one: Report, other: Report, strangers: bool) -> Iterator[str]:
    """What the places say against one event.

    Of 240 candidate pairs of one event whose reports begin with places 2 of 100 name none in common, of those of
    ecbplus 8 of 100; of 214 candidate pairs of two events there 35.
    """
    if strangers or (other.names.isdisjoint(one.places) and one.names.isdisjoint(other.places)):
        yield ELSEWHERE
    for here, there in ((one, other), (other, one)):
        if here.title_places and (strangers or there.names.isdisjoint(here.title_places)):
            yield ABROAD
            return


def _days_between_events(one: Report, other: Report) -> int:
    """Days between what the two leads are about, as far as they say; 0 where one says nothing."""
    if not one.event_days or not other.event_days or not one.event_days.isdisjoint(other.event_days):
        return 0
    return min(abs((a - b).days) for a in one.event_days for b in other.event_days)
