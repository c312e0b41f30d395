"""What a report says, sentence by sentence. In: an article. Out: its Utterances, or all that it tells as one set.

A title or a sentence is its terms, and its facts: the names in it, its numbers, and the days ahead that it speaks of.
Days as printed are left out of the terms: "on Thursday" is new each Thursday.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.model import Article, DateMention, EnrichedArticle, Span
from generator.relate.vectors import split_terms

NUMBER = "number "
"""What the fact of a number begins with."""

OPENING = 3
"""Sentences that open a report; later ones that speak of the past alone are background."""


class Utterance(NamedTuple):
    """A title or a sentence: its terms, and its facts (marked by their kind, so that no two kinds meet)."""

    article: str
    sentence: int | None
    span: Span | None
    terms: tuple[str, ...]
    """In the order of the text: the last bit of a sum of weights depends on it."""
    facts: frozenset[str]
    is_background: bool


def take_apart(report: EnrichedArticle, day: date, start: date) -> Iterator[Utterance]:
    """The title, then each sentence of a report of some day; its story began on the day `start`."""
    article = report.article
    yield Utterance(article.id, None, None, _list_terms(article.title), frozenset(), False)
    known = bool(article.sentences)
    for place, (span, text, facts, past) in enumerate(_cut_sentences(report, day, start)):
        terms = _list_terms(text)
        numbers = [NUMBER + term for term in terms if term[0].isdigit()] if known else []
        facts = facts.union(numbers) if numbers else facts
        number, where = (place, span) if known else (None, None)
        yield Utterance(article.id, number, where, terms, facts, past and place >= OPENING)


def list_told(report: EnrichedArticle, day: date, start: date) -> set[str]:
    """All that a report tells, terms and facts: the same as its utterances do, found in less time."""
    told: set[str] = set()
    texts = []
    for _, text, facts, _ in _cut_sentences(report, day, start):
        told |= facts
        texts.append(text)
    terms = split_terms(" ".join(texts))
    if report.article.sentences:
        told.update(NUMBER + term for term in terms if term[0].isdigit())
    told.update(terms, split_terms(report.article.title))
    return told


def _list_terms(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(split_terms(text)))


def _cut_sentences(report: EnrichedArticle, day: date, start: date) -> Iterator[tuple[Span, str, frozenset[str], bool]]:
    """Each sentence, its text without the days in it, the names and days ahead in it, and whether it is of the past.

    That is where it speaks of time before the story's `start` alone.
    """
    text, today, begun = report.article.text, day.isoformat(), start.isoformat()
    names, days = iter(report.mentions), iter(report.dates)
    name, spoken = next(names, None), next(days, None)
    for span in report.article.sentences or _whole(report.article):
        facts: list[str] = []
        while name is not None and name.span.start < span.end:
            if name.span.start >= span.start:
                facts.append(f"name {name.entity}")
            name = next(names, None)
        if spoken is None or spoken.span.start >= span.end:
            yield span, text[span.start : span.end], frozenset(facts), False
            continue
        parts, at, past = [], span.start, set()
        while spoken is not None and spoken.span.start < span.end:
            if spoken.span.start >= at:
                parts.append(text[at : spoken.span.start])
                at = spoken.span.end
                past.add(_is_before(spoken, begun))
                if len(spoken.value) == 10 and spoken.type == "DATE" and spoken.value > today:
                    facts.append(f"day {spoken.value}")
            spoken = next(days, None)
        parts.append(text[at : span.end])
        yield span, " ".join(parts), frozenset(facts), past == {True}


def _is_before(spoken: DateMention, day: str) -> bool:
    """Whether a day, month, year or decade (`2015-12-10`, `2015-12`, `2015`, `201`) lies before a day."""
    value = spoken.value[:10]
    return spoken.type == "DATE" and value[:1].isdigit() and value < day[: len(value)]


def _whole(article: Article) -> tuple[Span, ...]:
    return (Span(start=0, end=len(article.text)),) if article.text else ()
