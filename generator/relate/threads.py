"""Events that go on from one another. In: articles and reports in the order of time, names, stories. Out: Threads.

Events are taken in the order of time. Each joins the thread with the earlier event that most ties it to
(`thread_ties.py`), if it fits the middle of that thread too: what its events have in common, each as much. Without the
second a chain drifts, one link at a time, from one affair to another that the first has nothing to do with. A later
event never changes how earlier ones are chained.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import mul
from typing import NamedTuple

from generator.model import Chain, Claim, EnrichedArticle, Episode, Story, Thread
from generator.relate.candidates import find_candidates
from generator.relate.names import Names
from generator.relate.reasons import NAMED, say_distance
from generator.relate.reports import Report
from generator.relate.thread_events import Event, make_events
from generator.relate.thread_heads import Heads
from generator.relate.thread_news import find_news
from generator.relate.thread_rarity import Rarity, measure_rarity
from generator.relate.thread_ties import (
    Tie,
    Ties,
    is_listed,
    share_names,
    share_terms,
)
from generator.relate.thread_titles import title_thread
from generator.relate.vectors import heaviest

SUBJECT = 0.25
"""Of the worth of terms, what is added to that of names where an event is held against a thread's middle."""

MIDDLE = 0.7
"""Worth of what an event shares with the middle of a thread that it joins."""

TOLD = 0.1
"""Least worth of a name or term that events are found by, and of a name that is a reason."""

LOOKED_UP = 12
"""Terms, and names, that an event's candidates are looked up by, the worthiest."""

COMPARED = 5
"""Events before it that an event is held against, those it shares the worthiest terms and names with."""

IN_COMMON = 0.75
"""Least worth of these; those that a thread was made of on any text looked at had 1.0 or more, but one of 80."""

REMEMBERED = 150
"""Features of a thread's middle that are kept, the worthiest: bounds the cost of a long thread."""


@dataclass(slots=True)
class _Chain:
    """A thread under way: its events, what ties each to those before, and the sums of their terms and names."""

    events: list[Event] = field(default_factory=list)
    ties: list[Tie | None] = field(default_factory=list)
    terms: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    called: dict[str, frozenset[str]] = field(default_factory=dict)

    def add(self, event: Event, tie: Tie | None, rarity: Rarity) -> None:
        self.events.append(event)
        self.ties.append(tie)
        self.terms = _add_up(self.terms, event.terms, rarity)
        self.names = _add_up(self.names, event.names, rarity)
        for name, words in event.called.items():
            self.called[name] = self.called.get(name, frozenset()) | words

    def fits(self, event: Event, rarity: Rarity) -> bool:
        """Whether an event shares enough with the middle; a single event is its own."""
        if len(self.events) < 2:
            return True
        names, terms = ({f: v / len(self.events) for f, v in sums.items()} for sums in (self.names, self.terms))
        actors, words = share_names(names, event.names, (self.called, event.called), rarity)
        told = share_terms(terms, event.terms, words, rarity)
        return sum(sorted(actors.values())) + SUBJECT * sum(sorted(told.values())) >= MIDDLE


class _Part(NamedTuple):
    """An event, what ties it to those before (None for the first), and what it tells that they did not."""

    event: Event
    tie: Tie | None
    news: tuple[Claim, ...]


def _add_up(sums: Counter[str], row: Mapping[str, float], rarity: Rarity) -> Counter[str]:
    sums.update(row)
    if len(sums) <= 2 * REMEMBERED:
        return sums
    ranked = sorted(sums, key=lambda f: (-sums[f] * rarity[f], f))
    return Counter({feature: sums[feature] for feature in ranked[:REMEMBERED]})


def find_threads(
    articles: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    names: Names,
    stories: Sequence[Story],
    versions: Sequence[Chain] = (),
) -> tuple[Thread, ...]:
    """Threads by their newest episode, the newest first; ties by id. Every thread is of two days or more.

    What tells nothing new is no part. All arguments but `stories` and `versions` go by time. An episode that is one
    article is named after its first version, as a story is, so that an update changes no thread's id.
    """
    events = make_events(articles, reports, names, stories, {chain.newest: chain.older[0] for chain in versions})
    rarity, heads = measure_rarity(events), Heads(articles)
    ties = Ties(reports, heads, len(events), rarity)
    found = [parts for chain in chain_events(events, ties, rarity) if _goes_on(parts := _tell(chain, articles))]
    found.sort(key=lambda parts: (-parts[-1].event.first.toordinal(), parts[0].event.id))
    return tuple(_make_thread(parts, articles, names, heads, rarity) for parts in found)


def chain_events(events: Sequence[Event], ties: Ties, rarity: Rarity) -> list[_Chain]:
    """All events in chains, of one or more, by their first; `events` are in the order of time."""
    earlier = _find_earlier(events, rarity)
    chains: list[_Chain] = []
    chain_of: list[_Chain] = []
    for event, candidates in zip(events, earlier, strict=True):
        found = _find_chain(event, [(events[at], chain_of[at]) for at in candidates], ties, rarity)
        if found is None:
            chain, tie = _Chain(), None
            chains.append(chain)
        else:
            chain, tie = found
        chain.add(event, tie, rarity)
        chain_of.append(chain)
    return chains


def _find_earlier(events: Sequence[Event], rarity: Rarity) -> list[list[int]]:
    """For each event the places of those before it that it has most in common with, in order."""
    terms, names = _weigh(events, rarity)
    found: list[list[tuple[float, int]]] = [[] for _ in events]
    for one, other in find_candidates(terms, names):
        worth = _share(terms[one], terms[other]) + _share(names[one], names[other])
        if worth >= IN_COMMON:
            found[other].append((-worth, one))
    return [sorted(one for _, one in sorted(each)[:COMPARED]) for each in found]


def _share(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = [feature for feature in one if feature in other]
    return sum([min(one[feature], other[feature]) for feature in shared]) if shared else 0.0


def _weigh(events: Sequence[Event], rarity: Rarity) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """The worth of each event's terms, and of its names, as far as they tell anything."""
    return (
        [_weigh_row(event.terms, rarity, LOOKED_UP) for event in events],
        [_weigh_row(event.names, rarity, LOOKED_UP) for event in events],
    )


def _weigh_row(row: Mapping[str, float], rarity: Rarity, most: int) -> dict[str, float]:
    worth = {
        feature: value
        for feature, value in zip(row, map(mul, row.values(), map(rarity.__getitem__, row)), strict=True)
        if value >= TOLD
    }
    return {feature: worth[feature] for feature in heaviest(worth, most)} if len(worth) > most else worth


def _find_chain(
    event: Event, candidates: Sequence[tuple[Event, _Chain]], ties: Ties, rarity: Rarity
) -> tuple[_Chain, Tie] | None:
    """The thread of the earlier event that most ties, and the tie; of equals the earlier."""
    best: tuple[_Chain, Tie] | None = None
    for earlier, chain in candidates:
        tie = ties.tie(earlier, event)
        if tie is None or (best is not None and tie.strength <= best[1].strength):
            continue
        if chain.fits(event, rarity):
            best = chain, tie
    return best


def _tell(chain: _Chain, articles: Sequence[EnrichedArticle]) -> list[_Part]:
    """The parts of a chain, without those that tell nothing new."""
    if len(chain.events) < 2:
        return []
    news = find_news([event.places for event in chain.events], articles)
    parts = [_Part(*part) for part in zip(chain.events, chain.ties, news, strict=True)]
    return [part for part in parts if part.tie is None or part.news]


def _goes_on(parts: Sequence[_Part]) -> bool:
    return len(parts) > 1 and parts[-1].event.first > parts[0].event.first


def _make_thread(
    parts: Sequence[_Part], articles: Sequence[EnrichedArticle], names: Names, heads: Heads, rarity: Rarity
) -> Thread:
    actors = [part.tie.actors if part.tie else {} for part in parts]
    titles = title_thread([part.event for part in parts], articles, rarity, actors)
    return Thread(
        id=parts[0].event.id,
        title=titles[-1],
        episodes=tuple(_make_episodes(parts, titles, articles, names, heads)),
    )


def _make_episodes(
    parts: Sequence[_Part],
    titles: Sequence[str],
    articles: Sequence[EnrichedArticle],
    names: Names,
    heads: Heads,
) -> Iterator[Episode]:
    before: Event | None = None
    for (event, tie, news), title in zip(parts, titles, strict=True):
        why = () if tie is None or before is None else tuple(_say_why(tie, before, event, names, heads))
        lead = articles[event.places[0]].article.id
        yield Episode(story=event.story, article=lead, news=news, why=why, called=title)
        before = event


def _say_why(tie: Tie, before: Event, event: Event, names: Names, heads: Heads) -> Iterator[str]:
    """What ties an event to the thread, and how long after the one before. Names that are listed come first."""
    ranked = sorted(tie.actors, key=lambda name: (not is_listed(name), -tie.actors[name], name))
    telling = [name for name in ranked if tie.actors[name] >= TOLD] or ranked
    named = [names.label(name) if is_listed(name) else heads.printed(event, name) for name in telling[:NAMED]]
    yield f"shares {', '.join(named)}"
    if tie.referred:
        yield "speaks of that day again"
    yield from say_distance(before.first, event.first, exact=True)
