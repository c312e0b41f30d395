"""What ties an event to an earlier one. In: two Events, how rare terms and names are. Out: a Tie, or None.

Two events are of one thread when they share who acts and what it is about:

    strength = actors x words x told
    actors   worth of the names in the heads of both, and a quarter of that of other shared terms, MOST at most
    words    root of the cosine of their lead reports, without the terms that the shared names are called by
    told     how much of the worth of each title's terms, names and numbers apart, is in the other's text

A term or name is worth its rarity, times how prominent it is in both. Rarity falls with the events that have it twice:
with their number, as in TF-IDF, and with their share, so that on a site about one country that country ties nothing.
More strength is needed the more days lie between, and where what is shared is beside what a title is about (ASIDE).
Nothing is tied by those who are in the news each day (STANDING), nor where the titles are of one pattern and tell of
others, or of other numbers ("… sets quarterly dividend").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from math import log, log2, sqrt
from typing import NamedTuple

from generator.relate.likeness import PATTERN
from generator.relate.reports import Report
from generator.relate.thread_events import Event
from generator.relate.vectors import Vector, is_common

PLACE = 0.5
"""As in `names.py`: many things happen in Syria."""

MOST = 2.0
"""Worth of actors beyond which more tells nothing more."""
SUBJECT = 0.25
"""Of the worth of shared terms, what is added to that of names: some that act are found by no list of names."""

STANDING = 0.4
"""Worth of all shared names below which nobody is known to act in both."""

CENTRAL, OF_OTHERS = 0.5, 0.8
"""Share of the worth of a title's rarest term or name that the best shared one has, for both titles; and where each
title names somebody whom the other event does not know. So a stock exchange does not tie the companies it lists."""

NEEDED = 0.45
"""Strength that ties two events NEAR days apart or less, and the part of it that each doubling of the days adds."""
NEAR, FADE = 14, 0.25

REFERRED = 1.25
"""Strength grows by this where the later lead report speaks of the earlier's day."""

ASIDE = 0.5
"""Strength shrinks to this where what both share is beside what either title is about (CENTRAL): a war's next step may
be told under another title, but needs twice as much in common."""

ELSEWHERE = 0.6
"""Strength shrinks to this where the openings speak of countries, and of none in common."""

LITTLE = 0.2
"""Worth added to a title's: of one that says little ("… sells unit"), little can be told."""

SAME = 0.75
"""Share of the titles' weight in common from which a number in one alone is as much as other numbers in both: the
other's may be written out."""

RARE = 0.7
"""Rarity of a title's term that may be a name, where it fills in a pattern."""

_IMAGINED = 1000
_SHARE_COMMON, _SHARE_RARE = 0.1, 0.002
"""As in `vectors.py`: the corpus is filled up with imagined events: two events are compared as two of a thousand."""
_FEW = 50
"""Imagined events for the share: of few events a name may be in most."""

Rarity = Mapping[str, float]


class Shared(NamedTuple):
    """Worth of the names that two have in common, by their ids; of the terms; and the terms the names are called by."""

    actors: Mapping[str, float]
    subject: Mapping[str, float]
    words: frozenset[str]

    def worth(self) -> float:
        """Of all that is shared, MOST at most."""
        # Summed in a fixed order: the last bit of a float depends on it.
        return min(MOST, sum(sorted(self.actors.values())) + SUBJECT * sum(sorted(self.subject.values())))


class Tie(NamedTuple):
    """How strong it is; worth of the shared names; whether the later's lead report speaks of the earlier's day."""

    strength: float
    actors: Mapping[str, float]
    referred: bool


def measure_rarity(events: Sequence[Event]) -> dict[str, float]:
    """Term, or id of a name -> 0 to 1."""
    seen = Counter(feature for event in events for row in (event.terms, event.names) for feature in row)
    whole = len(events) + _IMAGINED
    most = log(whole / (1.0 + _IMAGINED * _SHARE_RARE))
    rarity = {}
    for feature, count in seen.items():
        share = _SHARE_COMMON if is_common(feature) else _SHARE_RARE
        value = max(0.0, log(whole / (count + _IMAGINED * share)) / most) * (1.0 - count / (len(events) + _FEW))
        rarity[feature] = value * value * (PLACE if feature.startswith("place/") else 1.0)
    return rarity


def share_names(
    one: Mapping[str, float],
    other: Mapping[str, float],
    called: Iterable[Mapping[str, frozenset[str]]],
    rarity: Rarity,
) -> tuple[dict[str, float], frozenset[str]]:
    """Worth of the names that both have, and the terms that these are called by.

    Of names that have a term in common only the worthiest counts: two offices of one bank, a company and its unit.
    """
    worth = _share(one, other, rarity)
    actors: dict[str, float] = {}
    words: frozenset[str] = frozenset()
    for name in sorted(worth, key=lambda name: (-worth[name], name)):
        own = frozenset().union(*(each.get(name, frozenset()) for each in called))
        if words.isdisjoint(own):
            actors[name] = worth[name]
        words |= own
    return actors, words


def share_terms(
    one: Mapping[str, float], other: Mapping[str, float], words: frozenset[str], rarity: Rarity
) -> dict[str, float]:
    """Worth of the terms that both have, numbers and `words` apart."""
    return {t: value for t, value in _share(one, other, rarity).items() if t not in words and not t[0].isdigit()}


def tie_events(one: Event, other: Event, reports: Sequence[Report], rarity: Rarity) -> Tie | None:
    """What ties `other` to `one`, which is the earlier; None where it is too little for a thread."""
    actors, words = share_names(one.names, other.names, (one.called, other.called), rarity)
    if sum(sorted(actors.values())) < STANDING:
        return None
    shared = Shared(actors, share_terms(one.terms, other.terms, words, rarity), words)
    leads = reports[one.places[0]], reports[other.places[0]]
    told = _measure_told(one, other, words, rarity), _measure_told(other, one, words, rarity)
    strength = shared.worth() * (0.1 + sqrt(_cosine(leads[0].vector, leads[1].vector, words)))
    strength *= 0.1 + min(told) + sum(told) / 4
    referred = any(one.first - timedelta(days=before) in other.spoken for before in (0, 1))
    strength *= REFERRED if referred else 1.0
    strength *= 1.0 if _is_central(one, other, rarity) else ASIDE
    if one.countries and other.countries and one.countries.isdisjoint(other.countries):
        strength *= ELSEWHERE
    if strength < need((other.first - one.last).days) or _are_of_pattern(one, other, leads, rarity):
        return None
    return Tie(strength, actors, referred)


def need(days: int) -> float:
    """Strength needed over so many days, from the earlier's last report to the later's first."""
    return NEEDED * (1.0 + FADE * log2(max(1.0, days / NEAR)))


def _share(one: Mapping[str, float], other: Mapping[str, float], rarity: Rarity) -> dict[str, float]:
    if len(one) > len(other):
        one, other = other, one
    return {f: rarity[f] * sqrt(value * other[f]) for f, value in one.items() if f in other}


def _is_central(one: Event, other: Event, rarity: Rarity) -> bool:
    rows = ((one.terms, other.terms), (one.names, other.names))
    best = max(worth for pair in rows for worth in _share(*pair, rarity).values())
    of_others = all(
        any(name not in there.names for name in here.title_names) for here, there in ((one, other), (other, one))
    )
    share = OF_OTHERS if of_others else CENTRAL
    return all(
        best >= share * rarity.get(feature, 0.0)
        for event in (one, other)
        for feature in (*event.title, *event.title_names)
    )


def _measure_told(one: Event, other: Event, words: frozenset[str], rarity: Rarity) -> float:
    """Of one's title, the share that the other tells; 0 where it says nothing but the names that both share."""
    told = whole = 0.0
    for term in one.title:
        if term not in words and not term[0].isdigit():
            worth = rarity.get(term, 0.0)
            whole += worth
            told += worth if term in other.text else 0.0
    return told / (LITTLE + whole)


def _cosine(one: Vector, other: Vector, words: frozenset[str]) -> float:
    return sum(weight * other[term] for term, weight in one.items() if term in other and term not in words)


def _are_of_pattern(one: Event, other: Event, leads: tuple[Report, Report], rarity: Rarity) -> bool:
    """Whether the titles are alike but for numbers, or for names that the other event knows nothing of."""
    alike = _measure_alikeness(leads[0].title, leads[1].title)
    if alike < PATTERN:
        return False
    numbers = leads[0].numbers, leads[1].numbers
    if not numbers[0] & numbers[1] and (all(numbers) or (any(numbers) and alike >= SAME)):
        return True
    return all(_is_filled(here, there, rarity) for here, there in ((one, other), (other, one)))


def _measure_alikeness(one: Vector, other: Vector) -> float:
    """The share of the titles' weight that they have in common, numbers apart."""
    whole = shared = 0.0
    for here, there in ((one, other), (other, one)):
        for term, weight in here.items():
            if not term[0].isdigit():
                whole += weight
                shared += weight if term in there else 0.0
    return shared / whole if whole else 0.0


def _is_filled(one: Event, other: Event, rarity: Rarity) -> bool:
    """Whether one's title has what may be somebody's or something's name, and the other knows none such."""
    filling = list(_fill(one, other, rarity))
    return bool(filling) and not any(f in other.names or f in other.terms or f in other.text for f in filling)


def _fill(one: Event, other: Event, rarity: Rarity) -> Iterator[str]:
    yield from (name for name in one.title_names if name not in other.title_names)
    for term in one.title:
        if term not in other.title and not term[0].isdigit() and rarity.get(term, 0.0) >= RARE:
            yield term
