"""What ties an event to an earlier one. In: two Events, how rare terms and names are. Out: a Tie, or None.

Two events are of one thread when they share who acts and what it is about:

    strength = who x about x told
    who      root of what the words of shared names add to the cosine of the lead reports, and of a part of what other
             words of both titles add: not only are the names in both heads, both reports are about them
    about    worth of the other terms in the heads of both, and of all shared names but the worthiest, MOST at most
    told     root of the cosine of the lead reports by all other words, and how much of each title the other's text
             tells, names and numbers apart: who reports the trial tells of the crime

A term or name is worth its rarity (`thread_rarity.py`), times how prominent it is in both. More strength is needed the
more events there are, the more days lie between, and where what is shared is beside what a title is about (ASIDE).
Nothing is tied by those who are in the news each day (STANDING), nor where the titles are of one pattern and tell of
others, or of other numbers ("… sets quarterly dividend").

The constants were set on invented cases (`tests/relate/thread_cases.yml`, those not aside) and on pairs of 5,000 wire
reports, read and labelled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from math import ceil, log2, sqrt
from typing import NamedTuple

from generator.relate.reports import Report
from generator.relate.thread_events import Event
from generator.relate.thread_heads import Heads
from generator.relate.thread_patterns import RARE, are_of_pattern
from generator.relate.thread_rarity import KIND, Rarity, event_words
from generator.relate.vectors import Vector, is_common
from generator.relate.vectors import cosine as cosine_of

MOST = 2.5
"""Worth of what both are about beyond which more tells nothing more."""
UNLISTED = 0.6
"""Of a term's worth, what counts as a name's where it is written as one and no list of names has it."""

TITLED = 0.3
"""Of what a word that both titles have adds to the cosine, what counts as a name's: "ferry strike"."""

STANDING = 0.15
"""Worth of all shared names below which nobody is known to act in both."""

TELLING = 0.2
"""What is told of each other where neither tells anything of the other's title, and no further word is shared."""

CENTRAL, OF_OTHERS = 0.5, 0.8
"""Share of the worth of a title's rarest term or name that the best shared one has, for both titles; and where each
title names somebody whom the other event does not know. So a stock exchange does not tie the companies it lists."""

NEEDED, CROWD = 0.15, 0.75
"""Strength that ties two of FEW events; of more events more pairs have as much in common by chance, so the part CROWD
of it is added each time their number doubles. In steps: one more event seldom changes it."""
FEW = 256

NEAR, FADE = 14, 0.2
"""Days between that are as good as none; the part of the needed strength that each doubling of them adds."""

REFERRED = 1.25
"""Strength grows by this where the later lead report speaks of the earlier's day."""

ASIDE = 0.5
"""Strength shrinks to this where what both share is beside what either title is about (CENTRAL): a war's next step may
be told under another title, but needs twice as much in common."""

WELL_TOLD = 0.5
"""Part of each title that the other tells, from which both are about the same thing, whoever else they name."""

OF_A_KIND = 0.4
"""Strength shrinks to this where all that is shared is one name and words that many affairs of one kind have."""

ELSEWHERE = 0.6
"""Strength shrinks to this where the openings speak of countries, and of none in common."""

LITTLE = 0.2
"""Worth added to a title's: of one that says little ("… sells unit"), little can be told."""


class Shared(NamedTuple):
    """What two events have in common in their heads: the worth of each.

    `actors` by the ids of names, `proper` by terms that are written as names, `subject` by other terms; `words` are
    those that the actors are called by.
    """

    actors: Mapping[str, float]
    proper: Mapping[str, float]
    subject: Mapping[str, float]
    words: frozenset[str]

    def named(self) -> list[float]:
        """The worth of each that is named, listed or not."""
        # Summed in a fixed order: the last bit of a float depends on it.
        return sorted((*self.actors.values(), *self.proper.values()))

    def is_of_a_kind(self) -> bool:
        """Whether all they share is one name, and what many affairs have: votes of one parliament."""
        return len(self.named()) < 2 and all(t in event_words() or is_common(t) for t in self.subject)

    def about(self) -> float:
        """What it is about, MOST at most: whoever is named beside the worthiest says that too."""
        return min(MOST, sum(sorted(self.subject.values())) + sum(self.named()[:-1]))


class Tie(NamedTuple):
    """How strong it is; worth of the shared names; whether the later's lead report speaks of the earlier's day."""

    strength: float
    actors: Mapping[str, float]
    referred: bool


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


def is_listed(name: str) -> bool:
    """Whether a tie's actor is the id of a name, not a term that is written as one."""
    return "/" in name


class Ties:
    """What ties events to earlier ones, among so many `events`. Reports go by time."""

    def __init__(self, reports: Sequence[Report], heads: Heads, events: int, rarity: Rarity) -> None:
        self._events = events
        self._heads = heads
        self._reports = reports
        self._rarity = rarity

    def tie(self, one: Event, other: Event) -> Tie | None:
        """What ties `other` to `one`, which is the earlier; None where it is too little for a thread."""
        rarity, needed = self._rarity, need(self._events, (other.first - one.last).days)
        actors, words = share_names(one.names, other.names, (one.called, other.called), rarity)
        terms = share_terms(one.terms, other.terms, words, rarity)
        leads = self._reports[one.places[0]], self._reports[other.places[0]]
        # Names that no list has are among the rare terms: which of them are, is read only where it may matter.
        rare = [term for term in terms if rarity[term] >= RARE]
        if sum(actors.values()) + sum([UNLISTED * terms[term] for term in rare]) < STANDING:
            return None
        if self._limit(sum(actors.values()) + sum(terms.values()), words.union(rare), leads) < needed:
            return None
        shared = self._tell_apart(one, other, actors, terms, words, rare)
        if sum(shared.named()) < STANDING:
            return None
        who, what = _part_cosine(leads[0].vector, leads[1].vector, shared)
        who += TITLED * _cosine(leads[0].title, leads[1].title, shared)
        told = _measure_told(one, other, shared.words, rarity), _measure_told(other, one, shared.words, rarity)
        strength = sqrt(who) * shared.about() * (TELLING + sqrt(what) + (sum(told) + min(told)) / 2)
        if strength * REFERRED < needed:
            return None
        referred = any(one.first - timedelta(days=before) in self._heads.spoken(other) for before in (0, 1))
        strength *= REFERRED if referred else 1.0
        strength *= 1.0 if min(told) >= WELL_TOLD or self._is_central(one, other) else ASIDE
        strength *= OF_A_KIND if shared.is_of_a_kind() else 1.0
        countries = self._heads.countries(one), self._heads.countries(other)
        if all(countries) and countries[0].isdisjoint(countries[1]):
            strength *= ELSEWHERE
        if strength < needed or are_of_pattern(one, other, leads, rarity):
            return None
        return Tie(strength, {**shared.actors, **shared.proper}, referred)

    def _limit(self, shared: float, likely: frozenset[str], leads: tuple[Report, Report]) -> float:
        """What the strength cannot be above, by the worth of all that is shared: most have too little.

        `likely` are the words of names, and terms that may be some.
        """
        one, other = leads[0].vector, leads[1].vector
        # Sums in no order: the last bit may differ, and must not decide.
        common = one.keys() & other.keys()
        cosine = sum([one[term] * other[term] for term in common])
        who = sum([one[term] * other[term] for term in common & likely])
        who += TITLED * cosine_of(leads[0].title, leads[1].title)
        return 1.0001 * REFERRED * sqrt(who) * min(MOST, shared) * (TELLING + sqrt(cosine) + 1.5)

    def _tell_apart(
        self,
        one: Event,
        other: Event,
        actors: Mapping[str, float],
        terms: Mapping[str, float],
        words: frozenset[str],
        rare: Sequence[str],
    ) -> Shared:
        """What is shared: names that are listed, terms written as names, what it is about."""
        both = self._heads.proper(one) & self._heads.proper(other) if rare else frozenset()
        roles = self._heads.roles(one) & self._heads.roles(other)
        proper = {term: UNLISTED * terms[term] for term in rare if term in both}
        about = {term: worth for term, worth in terms.items() if term not in proper and term not in roles}
        return Shared(actors, proper, about, words | proper.keys())

    def _is_central(self, one: Event, other: Event) -> bool:
        """Whether what both share best is what their titles are about."""
        rarity = self._rarity
        rows = ((one.terms, other.terms), (one.names, other.names))
        best = max(worth for pair in rows for worth in _share(*pair, rarity).values())
        of_others = all(self._has_other(here, there) for here, there in ((one, other), (other, one)))
        share = OF_OTHERS if of_others else CENTRAL
        return all(
            best >= share * rarity.get(feature, 0.0)
            for event in (one, other)
            for feature in (*event.title, *event.title_names)
        )

    def _has_other(self, here: Event, there: Event) -> bool:
        """Whether one's title names somebody or something of which the other knows nothing."""
        if any(name not in there.names for name in here.title_names):
            return True
        proper = self._heads.proper(here)
        return any(term in proper and term not in there.text for term in here.title)


def need(events: int, days: int) -> float:
    """Strength needed among so many events, over so many days from the earlier's last report to the later's first."""
    doubled = ceil(log2(max(1.0, events / FEW)))
    return NEEDED * (1.0 + CROWD * doubled) * (1.0 + FADE * log2(max(1.0, days / NEAR)))


def _share(one: Mapping[str, float], other: Mapping[str, float], rarity: Rarity) -> dict[str, float]:
    if len(one) > len(other):
        one, other = other, one
    return {f: rarity[f] * sqrt(value * other[f]) for f, value in one.items() if f in other}


def _measure_told(one: Event, other: Event, words: frozenset[str], rarity: Rarity) -> float:
    """Of one's title, the share that the other tells; 0 where it says nothing but the names that both share."""
    told = whole = 0.0
    for term in one.title:
        if term not in words and not term[0].isdigit():
            worth, is_told = rarity.get(term, 0.0), term in other.text
            told += worth if is_told else 0.0
            # That a strike is told tells little; that it is not tells as much as of any word.
            whole += worth / KIND if term in event_words() and not is_told else worth
    return told / (LITTLE + whole)


def _part_cosine(one: Vector, other: Vector, shared: Shared) -> tuple[float, float]:
    """The cosine, in two parts: that of the words of shared names, and that of all others."""
    who = what = 0.0
    for term, weight in one.items():
        if term in other:
            if term in shared.words:
                who += weight * other[term]
            else:
                what += weight * other[term]
    return who, what


def _cosine(one: Vector, other: Vector, shared: Shared) -> float:
    return sum(w * other[t] for t, w in one.items() if t in other and t not in shared.words)
