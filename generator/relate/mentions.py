"""Round-ups, and the stories they tell of. In: articles, reports, candidate pairs. Out: places; Memberships.

An article that tells of several events is a report of none: it is told by its title (`roundups.txt`), or by its parts.
The parts are what stands between headings, or paragraphs. A part tells of a story when it has most of what a report's
title says. By its parts an article is a round-up where

    parts of it tell of two stories or more, and none of two
    these have hardly a term in common: a report's background tells of other events too, but of the same people
    no story has most of the text, all together have enough of it, and the article's own title is not about one alone

Only articles that were compared with reports of the stories are looked at, and of these only those that have most of
two titles: few, so the cost is that of the titles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import sqrt
from typing import TypeAlias

from generator.model import Article, EnrichedArticle, Membership, Story
from generator.relate.comparison import Comparison
from generator.relate.reports import Report, title_share
from generator.relate.titles import is_kind
from generator.relate.vectors import Vector, cosine, split_terms

TOLD = 0.6
"""Share of the weight of a title that tells its story, in a part or a text."""

LEAST_TITLE = 3
"""Terms of a title that can tell."""

ALIKE = 0.15
"""Likeness of a part to a report of the story it tells of."""

APART = 0.1
"""Likeness of parts of two stories from which on they have one subject."""

MAIN, TOGETHER = 0.65, 0.4
"""Shares of the text: from the first on an article is a report of that story; below the second, for all stories
together, it only touches them."""

REPORTS = 30
"""Reports that the parts of an article are measured against, those whose titles the text has most of."""

PARTS = 60
"""Parts of one article that are looked at, the first."""

Pair: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of an article: its number, its characters, its terms with their weights in the article."""

    number: int
    size: int
    terms: Vector


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
        and _is_roundup(articles[place].article, reports[place], _part_subjects(others, comparison), reports)
    )
    return frozenset(by_title.union(by_parts))


def add_mentions(
    stories: Sequence[Story],
    articles: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    pairs: Iterable[Pair],
    roundups: frozenset[int],
) -> tuple[Story, ...]:
    """The stories with the round-ups that tell of them, the earliest first."""
    place = {report.id: at for at, report in enumerate(reports)}
    number_of = {place[identity]: number for number, story in enumerate(stories) for identity in story.articles}
    told = _find_told(reports, (pair for pair in pairs if not roundups.isdisjoint(pair)))
    mentions: defaultdict[int, list[Membership]] = defaultdict(list)
    for at in sorted(roundups.intersection(told)):
        parts = _split(articles[at].article, reports[at])
        near: defaultdict[int, list[int]] = defaultdict(list)
        for other in told[at]:
            if other in number_of and number_of[other] != number_of.get(at):
                near[number_of[other]].append(other)
        for number, others in sorted(near.items()):
            if found := _find_parts(parts, others, reports):
                mentions[number].append(_say_mention(articles[at].article, parts, found, others, reports))
    return tuple(
        replace(story, mentions=tuple(mentions[number])) if number in mentions else story
        for number, story in enumerate(stories)
    )


def _find_told(reports: Sequence[Report], pairs: Iterable[Pair]) -> dict[int, list[int]]:
    """By place: the others whose title the text has most of, those of most first."""
    shares: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in pairs:
        for place, other in (pair, pair[::-1]):
            if len(reports[other].title) >= LEAST_TITLE:
                share = title_share(reports[other], reports[place])
                if share >= TOLD:
                    shares[place].append((-share, other))
    return {place: [other for _, other in sorted(found)[:REPORTS]] for place, found in shares.items()}


def _part_subjects(others: Sequence[int], comparison: Comparison) -> list[list[int]]:
    """Reports in groups that have hardly a term in common with one another."""
    subjects: list[list[int]] = []
    for other in others:
        near = [subject for subject in subjects if any(comparison.compare(other, at).words > APART for at in subject)]
        subjects = [subject for subject in subjects if subject not in near]
        subjects.append([other, *(at for subject in near for at in subject)])
    return subjects


def _is_roundup(article: Article, report: Report, subjects: Sequence[Sequence[int]], reports: Sequence[Report]) -> bool:
    if len(subjects) < 2:
        return False
    parts = _split(article, report)
    told = [found for subject in subjects if (found := _find_parts(parts, subject, reports))]
    once = [part.number for found in told for part in found]
    if len(told) < 2 or len(once) != len(set(once)):
        return False
    whole = sum(part.size for part in parts)
    sizes = [sum(part.size for part in found) for found in told]
    if max(sizes) > MAIN * whole or sum(sizes) < TOGETHER * whole:
        return False
    rows = [_join(found) for found in told]
    if any(cosine(one, other) > APART for at, one in enumerate(rows) for other in rows[:at]):
        return False
    shares = [_share(report.title, row) for row in rows]
    return len(report.title) < LEAST_TITLE or max(shares) < TOLD or min(shares) > 0.0


# --- parts -----------------------------------------------------------------------------------------------------------


def _split(article: Article, report: Report) -> list[_Part]:
    """What stands between headings, where there are two of them; else what is a block."""
    headings = [block.span.start for block in article.blocks if block.kind == "heading"]
    starts = headings if len(headings) > 1 else [block.span.start for block in article.blocks]
    bounds = [*pairwise([*starts, len(article.text)])] or _paragraphs(article.text)
    return [
        _Part(number=number, size=end - start, terms=_weigh(article.text[start:end], report.vector))
        for number, (start, end) in enumerate(bounds[:PARTS], start=1)
    ]


def _paragraphs(text: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for paragraph in text.split("\n\n"):
        bounds.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    return bounds


def _weigh(text: str, vector: Vector) -> Vector:
    return {term: vector[term] for term in dict.fromkeys(split_terms(text)) if term in vector}


def _join(parts: Iterable[_Part]) -> Vector:
    """The terms of parts, as a vector of length 1."""
    terms = {term: weight for part in parts for term, weight in part.terms.items()}
    length = sqrt(sum(weight * weight for weight in sorted(terms.values())))
    return {term: weight / length for term, weight in terms.items()} if length else {}


def _share(title: Vector, terms: Vector) -> float:
    whole = sum(title.values())
    return sum(weight for term, weight in title.items() if term in terms) / whole if whole else 0.0


def _find_parts(parts: Sequence[_Part], near: Sequence[int], reports: Sequence[Report]) -> list[_Part]:
    """The parts that tell of a story, given some of its reports."""
    return [part for part in parts if any(_tells(part, reports[at]) for at in near)]


def _tells(part: _Part, report: Report) -> bool:
    return _share(report.title, part.terms) >= TOLD and cosine(_join([part]), report.vector) >= ALIKE


# --- words -----------------------------------------------------------------------------------------------------------


def _say_mention(
    article: Article, parts: Sequence[_Part], found: Sequence[_Part], near: Sequence[int], reports: Sequence[Report]
) -> Membership:
    score = max(cosine(_join(found), reports[at].vector) for at in near)
    return Membership(article=article.id, score=round(score, 4), why=tuple(_say_why(article, parts, found)))


def _say_why(article: Article, parts: Sequence[_Part], found: Sequence[_Part]) -> Iterator[str]:
    by_title = is_kind(article.title, "roundup")
    yield "a round-up by its title" if by_title else "parts of it tell of different stories"
    numbers = ", ".join(str(part.number) for part in found[:5])
    yield (
        f"part {numbers} of {len(parts)} tells of it"
        if len(found) == 1
        else f"parts {numbers} of {len(parts)} tell of it"
    )
