"""Round-ups, and the stories they tell of. In: articles, reports, compared pairs; stories. Out: places; Memberships.

An article that tells of several events is a report of none: it is told by its title (`roundups.txt`), or by its parts
(`parts.py`). By its parts an article is a round-up where

    parts of it tell of two events or more, which have hardly a term in common
    nor have its parts: a report's background tells of other events too, but of the same people
    no event has most of the text, all together have enough of it, and the article's own title is not about one alone

Only articles that were compared with reports of the events are looked at, and of these only those that have much of
two titles: few, so the cost is that of the titles. Which stories a round-up mentions is asked part by part of an
index of the stories' heads: a briefing tells them in other words, and shares little with each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from generator.model import Article, Claim, EnrichedArticle, Membership, Story
from generator.moments import day_of
from generator.relate.chronology import day_of_article
from generator.relate.comparison import Comparison
from generator.relate.parts import (
    Part,
    find_parts,
    head_terms,
    join_terms,
    likeness,
    measure_cohesion,
    split_parts,
    tells,
    weigh,
)
from generator.relate.reports import Report, title_share
from generator.relate.titles import is_kind
from generator.relate.vectors import Vector, cosine

TOLD = 0.45
"""Share of the weight of a title that a text which tells its event has at least."""

OWN_TITLE = 0.6
"""Share of the weight of an article's own title from which on a part is what the article is about."""

LEAST_TITLE = 3
"""Terms of a title that can tell."""

APART = 0.1
"""Likeness of reports of two events from which on they have one subject."""

LEAST_PARTS = 3
COHESION = 0.2
"""Most of the weight of a round-up's terms that may stand in several of its parts. In ten invented ones 0.07 did, or
less; in reports that touch two events too 0.23 and more, but for notes of three sentences (Reuters)."""

MAIN, TOGETHER = 0.65, 0.4
"""Shares of the text: from the first on an article is a report of that event; below the second, for all events
together, it only touches them."""

REPORTS = 12
"""Reports that the parts of an article are measured against, those whose titles the text has most of."""

STORIES = 10
"""Stories that a part is measured against, those with most of its terms in their heads."""

IN_MOST = 100
"""A term in the heads of more stories tells none."""

RECENT_DAYS = 10
"""A story that was reported within so many days is rather meant than an older one like it."""

Pair: TypeAlias = tuple[int, int]


def find_roundups(
    articles: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    comparison: Comparison,
    mixed: Collection[str] = (),
) -> frozenset[int]:
    """The places of the articles that are round-ups, by title or by parts, among the candidates of `comparison`.

    `mixed` are ids of articles that hold another's text among other matter: they are round-ups, whatever their titles.
    """
    by_title = {
        place
        for place, article in enumerate(articles)
        if article.article.id in mixed or is_kind(article.article.title, "roundup")
    }
    pairs = comparison.likeness
    # Where a text has most of the other's title, the two titles' shares are half of that on average.
    told = _find_told(reports, (pair for pair, titles in zip(pairs, pairs.titles, strict=True) if titles >= TOLD / 2))
    by_parts = (
        place
        for place, others in told.items()
        if len(others) > 1
        and place not in by_title
        and _is_roundup(articles[place].article, reports[place], _part_subjects(others, reports), reports)
    )
    return frozenset(by_title.union(by_parts))


def _find_told(reports: Sequence[Report], pairs: Iterable[Pair]) -> dict[int, list[int]]:
    """By place: the others whose title the text has much of, those of most first."""
    shares: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in pairs:
        for place, other in (pair, pair[::-1]):
            if len(reports[other].title) >= LEAST_TITLE:
                share = title_share(reports[other], reports[place])
                if share >= TOLD:
                    shares[place].append((-share, other))
    return {place: [other for _, other in sorted(found)[:REPORTS]] for place, found in shares.items()}


def _part_subjects(others: Sequence[int], reports: Sequence[Report]) -> list[list[int]]:
    """Reports in groups that have hardly a term in common with one another."""
    subjects: list[list[int]] = []
    for other in others:
        vector = reports[other].vector
        near = [subject for subject in subjects if any(cosine(vector, reports[at].vector) > APART for at in subject)]
        subjects = [subject for subject in subjects if subject not in near]
        subjects.append([other, *(at for subject in near for at in subject)])
    return subjects


def _is_roundup(article: Article, report: Report, subjects: Sequence[Sequence[int]], reports: Sequence[Report]) -> bool:
    if len(subjects) < 2:
        return False
    parts = split_parts(article, report)
    if len(parts) < LEAST_PARTS or measure_cohesion(parts) > COHESION:
        return False
    told = [found for subject in subjects if (found := find_parts(parts, [reports[at] for at in subject]))]
    whole = sum(part.size for part in parts)
    sizes = [sum(part.size for part in found) for found in told]
    if len(told) < 2 or max(sizes) > MAIN * whole or sum(sizes) < TOGETHER * whole:
        return False
    shares = [_share(report.title, join_terms(part.terms for part in found)) for found in told]
    return len(report.title) < LEAST_TITLE or max(shares) < OWN_TITLE or min(shares) > 0.0


def _share(title: Vector, terms: Vector) -> float:
    whole = sum(title.values())
    return sum(weight for term, weight in title.items() if term in terms) / whole if whole else 0.0


# --- the stories that a round-up tells of ----------------------------------------------------------------------------


def add_mentions(
    stories: Sequence[Story],
    articles: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    roundups: frozenset[int],
) -> tuple[Story, ...]:
    """The stories with the round-ups that tell of them, the earliest first."""
    if not roundups:
        return tuple(stories)
    heads = _Heads(stories, reports)
    mentions: defaultdict[int, list[Membership]] = defaultdict(list)
    for at in sorted(roundups):
        article, report = articles[at].article, reports[at]
        parts = split_parts(article, report)
        told: defaultdict[int, list[Part]] = defaultdict(list)
        for part in parts:
            for number in heads.find(part.terms, article):
                told[number].append(part)
        for number, found in sorted(told.items()):
            mentions[number].append(_say_mention(article, report, parts, found, heads.reports[number]))
    return tuple(
        replace(story, mentions=tuple(mentions[number])) if number in mentions else story
        for number, story in enumerate(stories)
    )


class _Heads:
    """The stories by what their reports begin with."""

    def __init__(self, stories: Sequence[Story], reports: Sequence[Report]) -> None:
        known = {report.id: report for report in reports}
        self.reports = [[known[identity] for identity in story.articles] for story in stories]
        self._stories = stories
        self._index: defaultdict[str, list[int]] = defaultdict(list)
        for number, members in enumerate(self.reports):
            for term in sorted({term for report in members for term in head_terms(report)}):
                self._index[term].append(number)

    def find(self, terms: Vector, article: Article) -> Iterator[int]:
        """The stories that some terms of an article tell of: the likest, then what the terms left over tell."""
        day = day_of_article(article)
        while (found := self._find_likest(terms, article, day)) is not None:
            yield found
            theirs = {term for report in self.reports[found] for term in report.vector}
            terms = {term: weight for term, weight in terms.items() if term not in theirs}

    def _find_likest(self, terms: Vector, article: Article, day: date | None) -> int | None:
        shared = Counter(number for term in terms for number in self._near(term))
        likest = [
            (not self._is_recent(number, day), -max(likeness(terms, report) for report in members), number)
            for number, _ in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))[:STORIES]
            if article.id not in self._stories[number].articles
            and (members := [report for report in self.reports[number] if tells(terms, report)])
        ]
        return min(likest)[-1] if likest else None

    def _near(self, term: str) -> Sequence[int]:
        entries = self._index.get(term, ())
        return entries if len(entries) <= IN_MOST else ()

    def _is_recent(self, number: int, day: date | None) -> bool:
        """Whether a story is about as old as an article of a day."""
        story = self._stories[number]
        if day is None or story.first is None or story.last is None:
            return False
        first, last = day_of(story.first), day_of(story.last)
        return (first - day).days <= RECENT_DAYS and (day - last).days <= RECENT_DAYS


# --- words -----------------------------------------------------------------------------------------------------------


def _say_mention(
    article: Article, report: Report, parts: Sequence[Part], found: Sequence[Part], near: Sequence[Report]
) -> Membership:
    terms = join_terms(part.terms for part in found)
    score = max(cosine(terms, other.vector) for other in near)
    return Membership(
        article=article.id,
        score=round(score, 4),
        why=tuple(_say_why(article, parts, found)),
        claims=tuple(claim for part in found if (claim := _find_sentence(article, report, part, near))),
    )


def _find_sentence(article: Article, report: Report, part: Part, near: Sequence[Report]) -> Claim | None:
    """The sentence of a part that is likest to a story, the first of several."""
    likest = [
        (-max(likeness(weigh(article.text[span.start : span.end], report), other) for other in near), place)
        for place, span in enumerate(article.sentences)
        if part.start <= span.start < part.end
    ]
    return Claim(article=article.id, sentence=min(likest)[1]) if likest else None


def _say_why(article: Article, parts: Sequence[Part], found: Sequence[Part]) -> Iterator[str]:
    by_title = is_kind(article.title, "roundup")
    yield "a round-up by its title" if by_title else "parts of it tell of different stories"
    numbers = ", ".join(str(part.number) for part in found[:5])
    yield (
        f"part {numbers} of {len(parts)} tells of it"
        if len(found) == 1
        else f"parts {numbers} of {len(parts)} tell of it"
    )
