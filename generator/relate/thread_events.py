"""Events that threads are made of: stories, and articles that are of none. In: articles, reports, names, stories.
Out: Events in the order of time.

An event is seen by its heads: the titles and opening sentences of its reports, which say what happened and to whom.
What follows there is background, which all reports of a long affair share with one another and with others. A term or
a name counts 1 in a report's title, half in its opening. Reports without a date are of no event, for they cannot be
put in order, and neither are round-ups and what comes out at fixed times.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain, takewhile
from typing import TypeAlias

from generator.model import EnrichedArticle, Entity, Story
from generator.relate.names import Names
from generator.relate.reports import LEAD_CHARACTERS, Report
from generator.relate.titles import TitleKind, is_kind
from generator.relate.vectors import split_terms

IN_TITLE, IN_OPENING = 1.0, 0.5

LEAST = 0.25
"""Terms and names below this are passed over: those that few of a story's reports have in their heads."""

READ = 12
"""Reports of a large story that are looked at, evenly spread: bounds the cost."""

_Row: TypeAlias = tuple[Collection[str], Collection[str]]
"""What a report has in its title, and what in its opening alone."""

_APART: tuple[TitleKind, ...] = ("roundup", "series")

_TICKER = re.compile(r"[<(][A-Z][A-Z.:]{0,9}[>)]")
"""A company's sign on an exchange says again who it is, and would count as a second thing in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A story or a single article; `places` are those of its reports, the lead first."""

    id: str
    story: str | None
    places: tuple[int, ...]
    first: date
    last: date
    terms: Mapping[str, float]
    """From 0 to 1: how much of the heads of its reports has each."""
    names: Mapping[str, float]
    """The same of names, by their ids."""
    title: tuple[str, ...]
    """Terms of the lead's title."""
    title_names: tuple[str, ...]
    called: Mapping[str, frozenset[str]]
    """Terms of all that each of its names is called."""
    text: Set[str]
    """Terms of its reports."""


def make_events(
    articles: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    names: Names,
    stories: Sequence[Story],
    first_versions: Mapping[str, str],
) -> list[Event]:
    """Events by their earliest report; articles, reports and names go by time."""
    place = {report.id: at for at, report in enumerate(reports)}
    owned = {article for story in stories for article in story.articles}
    groups: list[tuple[str, str | None, list[int]]] = [
        (story.id, story.id, [place[article] for article in story.articles]) for story in stories
    ]
    groups += [(first_versions.get(r.id, r.id), None, [at]) for at, r in enumerate(reports) if r.id not in owned]
    events = [
        _make_event(identity, story, dated, articles, reports, names)
        for identity, story, members in groups
        if (dated := [at for at in members if reports[at].day is not None])
        and not any(is_kind(articles[dated[0]].article.title, kind) for kind in _APART)
    ]
    return sorted(events, key=lambda event: (min(event.places), event.id))


def _make_event(
    identity: str,
    story: str | None,
    places: Sequence[int],
    articles: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    names: Names,
) -> Event:
    read = _spread(places)
    days = [day for at in places if (day := reports[at].day) is not None]
    titles = {at: dict.fromkeys(split_terms(_TICKER.sub(" ", articles[at].article.title))) for at in (*read, places[0])}
    called: dict[str, frozenset[str]] = {}
    terms: list[_Row] = []
    found: list[_Row] = []
    for at in read:
        title = titles[at]
        terms.append((title, [term for term in reports[at].opening if term not in title]))
        own = dict(_head_names(articles[at], reports[at], names.weights[at]))
        in_title = dict.fromkeys(name for name, words in own.items() if not words.isdisjoint(title))
        found.append((in_title, [name for name in own if name not in in_title]))
        for name, words in own.items():
            called[name] = called[name] | words if name in called else words
    title = titles[places[0]]
    return Event(
        id=identity,
        story=story,
        places=tuple(places),
        first=min(days),
        last=max(days),
        terms=_measure_shares(terms),
        names=_measure_shares(found),
        title=tuple(title),
        title_names=tuple(sorted(name for name, words in called.items() if not words.isdisjoint(title))),
        called=called,
        text=reports[read[0]].vector.keys() if len(read) == 1 else {t for at in read for t in reports[at].vector},
    )


def _measure_shares(rows: Sequence[_Row]) -> dict[str, float]:
    """The mean of the half of the reports that have each most: the others may say the same in other words."""
    if len(rows) == 1:  # as of most events
        title, opening = rows[0]
        return {**dict.fromkeys(title, IN_TITLE), **dict.fromkeys(opening, IN_OPENING)}
    half = (len(rows) + 1) // 2
    in_titles = Counter(chain.from_iterable(title for title, _ in rows))
    in_openings = Counter(chain.from_iterable(opening for _, opening in rows))
    shares: dict[str, float] = {}
    for feature in {**in_titles, **in_openings}:  # in the order of the texts
        titles, openings = in_titles.get(feature, 0), in_openings.get(feature, 0)
        if titles + openings > half:
            titles = min(half, titles)
            openings = min(half - titles, openings)
        share = (titles * IN_TITLE + openings * IN_OPENING) / half
        if share >= LEAST:
            shares[feature] = share
    return shares


def _spread(places: Sequence[int]) -> Sequence[int]:
    if len(places) <= READ:
        return places
    return [places[at * len(places) // READ] for at in range(READ)]


def _head_names(
    article: EnrichedArticle, report: Report, known: Container[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """The names of title and lead that are `known`, and the terms each is called by."""
    # Mentions go by their places.
    lead = {mention.entity for mention in takewhile(lambda m: m.span.start < LEAD_CHARACTERS, article.mentions)}
    for entity in article.entities:
        if entity.id in known and (entity.id in lead or entity.id in report.principals):
            yield entity.id, _split_names(entity)


def _split_names(entity: Entity) -> frozenset[str]:
    return frozenset(term for name in entity.names for term in _split(name.text))


@lru_cache(maxsize=50_000)
def _split(name: str) -> tuple[str, ...]:
    return split_terms(name)
