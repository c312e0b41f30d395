"""What one source alone reports. In: tellings, quantities. Out: `Sole`s, those of one report together.

A sentence counts that names somebody, gives a figure, a day or words quoted that no other telling has, and that is of
the story all the same: near to what all say, and not far down in its report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Claim, Sole
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.line import Line, Telling
from generator.relate.accounts.numbers import COUNT, Number
from generator.relate.accounts.quantities import Quantity
from generator.relate.accounts.sameness import say_same
from generator.relate.accounts.timeline import day_of_value
from generator.relate.accounts.tokens import term_of
from generator.relate.accounts.words import load_number_words
from generator.relate.sources import source_key
from generator.relate.vectors import split_terms
from generator.vocabulary.outlets import outlet_words

MOST = 10
_MOST_EACH, _MOST_OF_MANY = 3, 2
_MANY = 5
"""Tellings of a story from which each has less room."""
_LOOKED_AT = 30
_EARLY = 0.06
_NEAR = 0.3
"""Of the nearness of the story's nearest sentence: what is further off is about something else."""
_NEW = 0.3
"""Of the weight of a sentence: what the best-informed other telling must leave unsaid."""
_QUOTED_WORDS = 6
_PERSON, _BODY, _PLACE, _FIGURE, _MEASURE, _DAY, _QUOTE = 1.0, 0.8, 0.5, 0.8, 0.5, 0.3, 0.7
_SURNAME = 0.3
"""What a person called by one word is worth: somebody told of before."""
_NAMES = {"person": _PERSON, "organisation": _BODY, "place": _PLACE}
_LEAST = 0.8
_LONGEST_ACRONYM = 5
_PAST = 0.5
_ALIKE = 0.5
_MARKS = re.compile(r"[\W_]+")
_VAGUE = frozenset(("time", "way", "thing", "reason", "part", "kind", "step", "season", "question", "point"))
"""What is counted without saying anything, as `Quantity.head` has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What one telling has."""

    terms: frozenset[str]
    entities: frozenset[str]
    figures: Mapping[str, Sequence[Number]]
    """By their units."""
    days: frozenset[str]
    text: str


def find_soles(
    tellings: Sequence[Telling],
    quantities: Mapping[int, Sequence[Quantity]],
    centre: Centre,
    sources: frozenset[str],
    told: frozenset[Claim],
) -> tuple[Sole, ...]:
    """The best of each telling; `sources` are the names of outlets, as `source_key` gives them.

    What is `told` in the table of differences is something that others have too, if otherwise.
    """
    if len(tellings) < 2:
        return ()
    known = [_know(telling, quantities.get(number, ())) for number, telling in enumerate(tellings)]
    highest = max((centre.nearness(line) for t in tellings for line in t.lines[:_LOOKED_AT]), default=0.0)
    found: list[list[tuple[float, Sole, Line]]] = []
    for number, telling in enumerate(tellings):
        others = [each for place, each in enumerate(known) if place != number]
        rows = []
        for place, line in enumerate(telling.lines[:_LOOKED_AT]):
            nearness = centre.nearness(line)
            if line.claim in told or not line.is_statement or line.leans or nearness < _NEAR * highest:
                continue
            own = [q for q in quantities.get(number, ()) if q.line is line]
            weight, what = _alone(line, own, others, sources)
            if weight >= _LEAST and (new := _novelty(line, len(tellings), centre)) >= _NEW:
                worth = min(weight, 2.5) * new * nearness / (1.0 + _EARLY * place)
                worth *= _PAST if own and all(q.is_background for q in own) else 1.0
                rows.append((worth, Sole(claim=line.claim, what=tuple(dict.fromkeys(what))), line))
        found.append(sorted(rows, key=lambda row: (-row[0], row[2].start)))
    return tuple(_choose(found, centre))


def _know(telling: Telling, quantities: Sequence[Quantity]) -> _Known:
    article = telling.shown.article
    return _Known(
        terms=frozenset(split_terms(article.title)).union(*(line.terms for line in telling.lines)),
        entities=frozenset(mention.entity for mention in telling.shown.mentions),
        figures=_by_unit(quantities),
        days=frozenset(m.value[:10] for m in telling.shown.dates if day_of_value(m.value)),
        text=article.text,
    )


def _by_unit(quantities: Sequence[Quantity]) -> Mapping[str, Sequence[Number]]:
    found: dict[str, list[Number]] = {}
    for quantity in quantities:
        found.setdefault(quantity.number.unit, []).append(quantity.number)
    return found


def _alone(
    line: Line, quantities: Sequence[Quantity], others: Sequence[_Known], sources: frozenset[str]
) -> tuple[float, list[str]]:
    """How much is in a sentence that no other telling has, and what."""
    weight = 0.0
    what: list[str] = []
    for one, text in (*_names(line, others, sources), *_figures(quantities, others), *_days(line, others)):
        weight += one
        what.append(text)
    for quote in line.quotes:
        words = line.text[quote.span.start - line.start : quote.span.end - line.start]
        if quote.speaker and len(words.split()) >= _QUOTED_WORDS and not _is_quoted(words, others):
            weight += _QUOTE
    return weight, what


def _is_quoted(words: str, others: Sequence[_Known]) -> bool:
    """Whether another telling has the same words, whatever the marks around them."""
    terms = split_terms(words)
    plain = _MARKS.sub("", words.casefold())
    return any(other.terms.issuperset(terms) and plain in _MARKS.sub("", other.text.casefold()) for other in others)


def _names(line: Line, others: Sequence[_Known], sources: frozenset[str]) -> Iterator[tuple[float, str]]:
    seen: set[str] = set()
    for mention in line.mentions:
        name = line.text[mention.span.start - line.start : mention.span.end - line.start]
        if mention.entity in seen or not name.strip() or source_key(name) in sources:
            continue
        seen.add(mention.entity)
        if name.isupper() and len(name) > _LONGEST_ACRONYM:  # a dateline
            continue
        if mention.kind == "organisation" and not outlet_words().isdisjoint(name.casefold().split()):
            continue
        last = term_of(name.split()[-1])
        if any(mention.entity in other.entities or not last or last in other.terms for other in others):
            continue
        worth = _SURNAME if mention.kind == "person" and " " not in name else _NAMES[mention.kind]
        yield worth, " ".join(name.split())


def _figures(quantities: Sequence[Quantity], others: Sequence[_Known]) -> Iterator[tuple[float, str]]:
    money = {*load_number_words().signs.values(), *load_number_words().money.values()}
    for quantity in quantities:
        number = quantity.number
        if number.value < 3 or (number.unit == COUNT and (not quantity.head or quantity.head in _VAGUE)):
            continue
        if any(say_same(number, theirs) for other in others for theirs in other.figures.get(number.unit, ())):
            continue
        noun = quantity.head_text if number.unit == COUNT else ""
        is_whole = number.unit == COUNT or number.unit in money
        yield _FIGURE if is_whole else _MEASURE, " ".join(f"{quantity.text} {noun}".split())


def _days(line: Line, others: Sequence[_Known]) -> Iterator[tuple[float, str]]:
    for mention in line.dates:
        day = day_of_value(mention.value)
        text = line.text[mention.span.start - line.start : mention.span.end - line.start]
        if day is not None and not text.islower() and not any(day.isoformat() in other.days for other in others):
            yield _DAY, " ".join(text.split())


def _novelty(line: Line, tellings: int, centre: Centre) -> float:
    """The share of a sentence's weight that the other telling which has most of it leaves unsaid."""
    whole = 0.0
    said = [0.0] * tellings
    for term in line.terms:
        weight = centre.rare[term]
        whole += weight
        for telling in centre.tellings[term]:
            said[telling] += weight
    said[line.telling] = 0.0
    return 1.0 - max(said) / whole if whole else 0.0


def _choose(found: Sequence[Sequence[tuple[float, Sole, Line]]], centre: Centre) -> Iterator[Sole]:
    """One of each telling, then seconds and thirds while there is room; in the order of tellings and lines."""
    chosen: list[list[tuple[Sole, Line]]] = [[] for _ in found]
    room = MOST
    for turn in range(_MOST_EACH if len(found) < _MANY else _MOST_OF_MANY):
        ranked = sorted(
            ((rows[turn], number) for number, rows in enumerate(found) if len(rows) > turn),
            key=lambda each: (-each[0][0], each[1]),
        )
        for (_, sole, line), number in ranked:
            if room and not any(_repeats(sole, line, *other, centre) for other in chosen[number]):
                chosen[number].append((sole, line))
                room -= 1
    for row in chosen:
        yield from (sole for sole, _ in sorted(row, key=lambda pair: pair[1].start))


def _repeats(sole: Sole, line: Line, other: Sole, other_line: Line, centre: Centre) -> bool:
    return not {*sole.what}.isdisjoint(other.what) or centre.overlap(line, other_line) > _ALIKE
