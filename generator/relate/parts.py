"""Parts of an article, and what they tell of. In: an article, its report, other reports. Out: Parts; what each tells.

The parts are what stands between headings, or paragraphs and items of lists. A part tells of an event when it has
several terms of a report's head, and is like the report: of parts written in other words 0.44 and more, of others 0.17
at most (16 events and 10 round-ups made up for it).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from generator.model import Article
from generator.relate.reports import Report
from generator.relate.vectors import Vector, cosine, split_terms

ALIKE = 0.25
"""Likeness of a part to a report of what it tells of."""

LEAST_SHARED = 3
"""Terms of the report's title and opening that it has."""

MOST = 60
"""Parts of one article that are looked at, the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of an article: its number from 1, its place in the text, its terms with their weights in the article."""

    number: int
    start: int
    end: int
    terms: Vector

    @property
    def size(self) -> int:
        """In characters."""
        return self.end - self.start


def split_parts(article: Article, report: Report) -> list[Part]:
    """What stands between headings, where there are two of them; else what is a block."""
    headings = [block.span.start for block in article.blocks if block.kind == "heading"]
    starts = headings if len(headings) > 1 else [block.span.start for block in article.blocks]
    bounds = [*pairwise([*starts, len(article.text)])] or _paragraphs(article.text)
    return [
        Part(number=number, start=start, end=end, terms=weigh(article.text[start:end], report))
        for number, (start, end) in enumerate(bounds[:MOST], start=1)
    ]


def _paragraphs(text: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for paragraph in text.split("\n\n"):
        bounds.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    return bounds


def weigh(text: str, report: Report) -> Vector:
    """The terms of some of an article's text."""
    return {term: report.vector[term] for term in dict.fromkeys(split_terms(text)) if term in report.vector}


def join_terms(rows: Iterable[Vector]) -> Vector:
    """Terms with their weights, as a vector of length 1."""
    terms = {term: weight for row in rows for term, weight in row.items()}
    length = sqrt(sum(weight * weight for weight in sorted(terms.values())))
    return {term: weight / length for term, weight in terms.items()} if length else {}


def measure_cohesion(parts: Sequence[Part]) -> float:
    """How much of the weight of all terms stands in several parts, 0 to 1."""
    counts = Counter(term for part in parts for term in part.terms)
    rows = [(weight, counts[term] > 1) for part in parts for term, weight in part.terms.items()]
    whole = sum(weight for weight, _ in rows)
    return sum(weight for weight, several in rows if several) / whole if whole else 0.0


def head_terms(report: Report) -> frozenset[str]:
    """The terms that say what a report is about: those of its title and its opening."""
    return frozenset(report.title).union(report.opening)


def find_parts(parts: Sequence[Part], near: Sequence[Report]) -> list[Part]:
    """The parts that tell of an event, given some of its reports."""
    return [part for part in parts if any(tells(part.terms, report) for report in near)]


def tells(terms: Vector, report: Report) -> bool:
    """Whether terms tell of a report's event."""
    return len(head_terms(report).intersection(terms)) >= LEAST_SHARED and likeness(terms, report) >= ALIKE


def likeness(terms: Vector, report: Report) -> float:
    """How like they are, 0 to 1."""
    return cosine(join_terms([terms]), report.vector)
