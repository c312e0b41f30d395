"""Versions of one item: which articles they are, and which is the newest. In: articles, copies. Out: Chains.

A former text, kept when a raw file changed, names its article. Other versions have the identifier of their item and
their source in common, or their address, if they are near in time and text: some print other news at one address every
day. Without identifiers they are of one source, at most DAYS apart, under one headline (labels apart) or nearly so, and

    one is a copy of the other, or
    one is labelled as a version (UPDATE 2, CORRECTED, URGENT …) and the shorter text's words are mostly in the longer;
    a kill notice, which has another text, needs the headline alone

Two with the same number and no correction between them (yesterday's and today's UPDATE 1 on wheat) are two items.
Headlines are compared where they share a term, over each term's newest articles only: cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from generator.model import Article, Chain, EnrichedArticle, Link, Story
from generator.moments import instant
from generator.relate.chronology import EPOCH, day_of_article, days_between, moment_of, oldest_first
from generator.relate.duplicates import Copy, Pair
from generator.relate.sources import source_key
from generator.relate.vectors import split_terms

DAYS = 2
ALIKE = 0.6
"""Share of the terms of two headlines that both have, in headlines of one item."""

CONTAINED = 0.5
"""Share of the shorter text's terms that the longer has, in versions of one item."""

NEWEST = 20
"""Articles of a source with one term in their headlines that are looked at: news of the last hours or days."""

_LEAST_TERMS = 3
"""Terms a headline needs to be compared with another that is not the same."""

_NUMBERED = re.compile(r"(?:UPDATE|LEAD|WRAPUP|ROUNDUP) (\d{1,3})\Z")
_KILLED = frozenset(("KILL", "WITHDRAWN", "RETRACTED"))
_MENDED = frozenset(("CORRECTED", "CLARIFIED", "REFILE", "REPEAT")) | _KILLED
_EARLY = frozenset(("URGENT", "FLASH", "SNAP", "BULLETIN", "ALERT", "BREAKING"))
_LATER = frozenset(("UPDATE", "UPDATED", "LEAD", "WRAPUP", "ROUNDUP"))
_DAY = 86_399.0
_DIGITS = re.compile(r"\d{1,18}")


def find_chains(articles: Sequence[EnrichedArticle], copies: Sequence[Copy]) -> tuple[Chain, ...]:
    """Chains of two or more versions. `articles` come in the order of time, `copies` go by their places."""
    records = [_Record(enriched.article) for enriched in articles]
    groups = _Groups(len(records))
    pairs = (
        *_pairs_by_name(records),
        *_pairs_by_item(records),
        *_pairs_by_address(records),
        *_pairs_by_headline(records, copies),
    )
    for one, other in pairs:
        groups.join(one, other)
    chains = [_make_chain([records[place] for place in group]) for group in groups.listed()]
    place = {record.article.id: at for at, record in enumerate(records)}
    return tuple(sorted(chains, key=lambda chain: place[chain.newest]))


def is_killed(article: Article) -> bool:
    """Whether it says that its item must not be published."""
    return any(label.upper() in _KILLED for label in article.labels)


def is_older(one: Article, other: Article) -> bool:
    """Whether of two versions one is not newer than the other, as far as they tell: by version, else by moment."""
    versions = _version(one), _version(other)
    if all(versions):
        return versions[0] <= versions[1]
    moments = one.updated or moment_of(one), other.updated or moment_of(other)
    return moments[0] is None or moments[1] is None or instant(moments[0]) <= instant(moments[1])


def leave_out(
    articles: Sequence[EnrichedArticle], copies: Sequence[Copy], chains: Sequence[Chain]
) -> tuple[list[EnrichedArticle], list[EnrichedArticle], tuple[Copy, ...]]:
    """The articles to be related, the older versions, and the copies among the former by their new places."""
    old = {identity for chain in chains for identity in chain.older}
    shown = [place for place, enriched in enumerate(articles) if enriched.article.id not in old]
    places = {place: new for new, place in enumerate(shown)}
    kept = tuple(
        replace(copy, first=places[copy.first], second=places[copy.second])
        for copy in copies
        if copy.first in places and copy.second in places
    )
    older = [enriched for place, enriched in enumerate(articles) if place not in places]
    return [articles[place] for place in shown], older, kept


def date_stories_back(
    stories: Sequence[Story], chains: Sequence[Chain], articles: Sequence[EnrichedArticle]
) -> tuple[Story, ...]:
    """Stories named after and begun with the earliest version of their reports, so that an update moves no address."""
    if not chains:
        return tuple(stories)
    known = {enriched.article.id: enriched for enriched in articles}
    older = {chain.newest: chain.older for chain in chains}
    dated = [_date_back(story, older, known) for story in stories]
    return tuple(sorted(dated, key=lambda story: (-instant(story.first or EPOCH).timestamp(), story.id)))


def _date_back(story: Story, older: Mapping[str, Sequence[str]], known: Mapping[str, EnrichedArticle]) -> Story:
    versions = [known[i] for member in story.articles for i in (member, *older.get(member, ()))]
    moments = [moment for version in versions if (moment := moment_of(version.article)) is not None]
    first = min((*oldest_first(version)[:2], version.article.first_id) for version in versions)[2]
    return replace(story, id=first, first=min(moments, key=instant, default=story.first))


def link_versions(chains: Sequence[Chain]) -> Iterator[Link]:
    """Links between the newest version and each older one, both ways."""
    for chain in chains:
        for old in chain.older:
            yield Link(source=chain.newest, target=old, relation="version", score=1.0, why=("earlier version",))
            yield Link(source=old, target=chain.newest, relation="version", score=1.0, why=("newest version",))


# --- which are versions of one item ----------------------------------------------------------------------------------


class _Record:
    """What an article is compared by."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.outlet = source_key(article.source or article.agency or "")
        self.day = day_of_article(article)
        self.labels = frozenset(article.labels)
        numbers = [int(match[1]) for label in article.labels if (match := _NUMBERED.match(label))]
        self.number = max(numbers, default=None)
        self.headline = " ".join(article.title.casefold().split())

    @cached_property
    def is_labelled(self) -> bool:
        words = {label.rstrip("0123456789").rstrip() for label in self.labels}
        noted = any(label.startswith("(") for label in self.labels)
        return noted or not words.isdisjoint(_LATER | _MENDED | _EARLY) or is_killed(self.article)

    @cached_property
    def terms(self) -> frozenset[str]:
        return frozenset(split_terms(self.article.title))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(split_terms(self.article.text))


def _pairs_by_name(records: Sequence[_Record]) -> Iterator[Pair]:
    """Former texts, each with its article."""
    formers = [(place, of.article) for place, record in enumerate(records) if (of := record.article.version_of)]
    if formers:
        places = {record.article.id: place for place, record in enumerate(records)}
        yield from ((places[article], place) for place, article in formers if article in places)


def _pairs_by_item(records: Sequence[_Record]) -> Iterator[Pair]:
    last: dict[tuple[str, str], int] = {}
    for place, record in enumerate(records):
        if record.article.item:
            key = (record.article.item, record.outlet)
            if key in last:
                yield last[key], place
            last[key] = place


def _pairs_by_address(records: Sequence[_Record]) -> Iterator[Pair]:
    last: dict[tuple[str, str], int] = {}
    for place, record in enumerate(records):
        if record.article.url:
            key = (record.article.url, record.outlet)
            if key in last and _are_of_one_time(records[last[key]], record) and _share_text(records[last[key]], record):
                yield last[key], place
            last[key] = place


def _pairs_by_headline(records: Sequence[_Record], copies: Sequence[Copy]) -> Iterator[Pair]:
    for copy in copies:
        one, other = records[copy.first], records[copy.second]
        if one.outlet and _are_near(one, other):
            yield copy.first, copy.second
    for place, other_place in _find_candidates(records):
        one, other = records[place], records[other_place]
        if _are_near(one, other) and _are_labelled_versions(one, other):
            yield place, other_place


def _find_candidates(records: Sequence[_Record]) -> Iterator[Pair]:
    """Pairs of one source, one of them labelled, whose headlines share a good part of their terms."""
    labelled = {record.outlet for record in records if record.is_labelled}
    postings: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        if record.outlet not in labelled or record.day is None:
            continue
        shared: Counter[int] = Counter()
        for term in sorted(record.terms) or [record.headline]:
            entries = postings[record.outlet, term]
            shared.update(entries[-NEWEST:])
            entries.append(place)
        for other in sorted(shared):
            if record.is_labelled or records[other].is_labelled:
                yield other, place


def _are_near(one: _Record, other: _Record) -> bool:
    """Whether two articles of different or no items can be versions: by source, time and headline."""
    if one.outlet != other.outlet or (one.article.item and other.article.item):
        return False
    return _are_of_one_time(one, other) and _are_alike(one, other)


def _are_of_one_time(one: _Record, other: _Record) -> bool:
    days = days_between(one.day, other.day)
    return days is not None and abs(days) <= DAYS


def _are_alike(one: _Record, other: _Record) -> bool:
    if one.headline == other.headline:
        return True
    shared = len(one.terms & other.terms)
    return shared >= _LEAST_TERMS and shared >= ALIKE * len(one.terms | other.terms)


def _are_labelled_versions(one: _Record, other: _Record) -> bool:
    if not (one.is_labelled or other.is_labelled):
        return False
    if one.number is not None and one.number == other.number and one.labels & _MENDED == other.labels & _MENDED:
        return False
    if is_killed(one.article) or is_killed(other.article):
        return True
    return _share_text(one, other)


def _share_text(one: _Record, other: _Record) -> bool:
    """Whether the longer text has most terms of the shorter."""
    shorter, longer = sorted((one.words, other.words), key=len)
    return len(shorter & longer) >= CONTAINED * len(shorter)


class _Groups:
    """Places joined into groups (union-find, the smallest place standing for its group)."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def _top(self, place: int) -> int:
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self._top(one), self._top(other)))
        self._above[high] = low

    def listed(self) -> list[list[int]]:
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for place in range(len(self._above)):
            groups[self._top(place)].append(place)
        return [group for group in groups.values() if len(group) > 1]


# --- their order -----------------------------------------------------------------------------------------------------


def _make_chain(records: Sequence[_Record]) -> Chain:
    ordered = _with_formers(records)
    return Chain(newest=ordered[-1].article.id, older=tuple(record.article.id for record in ordered[:-1]))


def _with_formers(records: Sequence[_Record]) -> list[_Record]:
    """Oldest first: each article behind its own former texts."""
    here = {record.article.id for record in records if record.article.version_of is None}
    formers: defaultdict[str, list[_Record]] = defaultdict(list)
    others = []
    for record in records:
        if (of := record.article.version_of) is not None and of.article in here:
            formers[of.article].append(record)
        else:
            others.append(record)
    for kept in formers.values():
        kept.sort(key=_number)
    return [each for record in _order(others) for each in (*formers.get(record.article.id, ()), record)]


def _number(record: _Record) -> tuple[int, str]:
    of = record.article.version_of
    return (of.number if of else 0, record.article.id)


def _order(records: Sequence[_Record]) -> list[_Record]:
    """Oldest first: by version where all have one, then by number of update, then by moment.

    A version without a number (CORRECTED) comes after the numbered ones of earlier moments; a day alone is earlier than
    what comes on later days only. Of one day alone, what is mended (CORRECTED) comes last.
    """
    versions = {record.article.id: _version(record.article) for record in records}
    counted = all(versions.values())
    moments = {record.article.id: _seconds(record.article) for record in records}
    numbered = [(_latest(record.article), record.number) for record in records if record.number is not None]

    def key(record: _Record) -> tuple[tuple[int, ...], int, float, bool, str]:
        name = record.article.id
        reached = moments[name] + (_DAY + 1.0 if _is_mended_on_a_day(record) else 0.0)
        before = (number for seconds, number in numbered if seconds < reached)
        number = max(before, default=0) if record.number is None else record.number
        return versions[name] if counted else (), number, moments[name], record.is_labelled, name

    return sorted(records, key=key)


def _is_mended_on_a_day(record: _Record) -> bool:
    moment = record.article.updated or moment_of(record.article)
    return not isinstance(moment, datetime) and not record.labels.isdisjoint(_MENDED)


def _version(article: Article) -> tuple[int, ...]:
    """The numbers in a version as printed, `2` or `1.4`; () when it has none."""
    return tuple(int(number) for number in _DIGITS.findall((article.version or "")[:80]))


def _seconds(article: Article) -> float:
    return instant(article.updated or moment_of(article) or EPOCH).timestamp()


def _latest(article: Article) -> float:
    """The last moment that an article can be of."""
    moment = article.updated or moment_of(article)
    return _seconds(article) + (0.0 if isinstance(moment, datetime) else _DAY)
