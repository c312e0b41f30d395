"""What the other tellings of a story have of a sentence. In: tellings, a line. Out: names, figures, words, shares.

Wordings differ where facts do not: words are compared by their beginnings ("resigned", "resignation"), numbers by their
value ("thirteen", 13), names by whom they name. Everything is read when first asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Container, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain
from typing import TypeVar

from generator.relate.accounts.centre import Centre
from generator.relate.accounts.line import Line, Telling, stem_of
from generator.relate.accounts.words import load_number_words
from generator.relate.vectors import split_terms

_Row = TypeVar("_Row")

_MARKS = re.compile(r"[\W_]+")
_SCALED = re.compile(r"(?<![\d.,])(\d)[ -](million|billion)\b")
_SCALES = {"million": 1e6, "billion": 1e9}
_LONGEST_FIGURE = 15
_FEWEST, _YEARS = 3, (1900, 2100)
_SAME = 0.03
"""How far, of the larger, two figures may be apart that are one, written shorter."""


def figures_of(text: str, terms: Collection[str]) -> Iterator[float]:
    """The figures of a text, without their scales: `18` of `18 million` and of `£18m`; of one digit with them."""
    yield from _scaled(text, terms)
    yield from _figures(terms)


def _scaled(text: str, terms: Container[str]) -> Iterator[float]:
    if "million" in terms or "billion" in terms:
        yield from (float(match[1]) * _SCALES[match[2]] for match in _SCALED.finditer(text))


def _figures(terms: Iterable[str]) -> Iterator[float]:
    words = load_number_words().words
    for term in terms:
        if "0" <= term[0] <= "9":
            plain = term.replace(",", "")
            if plain.count(".") <= 1 and len(plain) <= _LONGEST_FIGURE:
                yield float(plain)
        elif term in words:
            yield float(words[term])


class Elsewhere:
    """The tellings of one story, each against those of other outlets; a telling is told by its number.

    `voices` says of each telling whose it is.
    """

    def __init__(self, tellings: Sequence[Telling], voices: Sequence[Hashable], centre: Centre) -> None:
        self._tellings = tellings
        self._voices = voices
        self._centre = centre
        self._titles = [frozenset(split_terms(telling.shown.article.title)) for telling in tellings]

    def has_entity(self, telling: int, entity: str) -> bool:
        """Whether another names it."""
        return self._is_of_others(telling, self._entities.get(entity, ()))

    def has_term(self, telling: int, term: str) -> bool:
        """Whether another has the term, or its title."""
        is_there = self._is_of_others(telling, self._centre.tellings.get(term, ()))
        return is_there or any(term in title for title in self._others(telling, self._titles))

    def own_figures(self, line: Line) -> frozenset[float]:
        """The figures of a line that no other telling has, nor one that they may stand for; without years."""
        figures = [self._figure_terms[term] for term in self._figure_terms.keys() & line.terms.keys()]
        return frozenset(
            figure
            for figure in (*figures, *_scaled(line.text, line.terms))
            if figure >= _FEWEST
            and not (_YEARS[0] <= figure <= _YEARS[1] and figure == int(figure))
            and not self._has_figure(line.telling, figure)
        )

    def _has_figure(self, telling: int, figure: float) -> bool:
        rows = self._all_figures
        first = bisect_left(rows, (figure * (1.0 - _SAME), -1))
        last = bisect_left(rows, (figure * (1.0 + _SAME), len(self._tellings)))
        return self._is_of_others(telling, (number for _, number in rows[first:last]))

    def has_day(self, telling: int, value: str) -> bool:
        """Whether another speaks of the day, a TIMEX3 value."""
        return self._is_of_others(telling, self._days.get(value[:10], ()))

    def has_words(self, telling: int, words: str) -> bool:
        """Whether another has the same words in a row, whatever the marks around them."""
        if not all(self._is_of_others(telling, self._centre.tellings.get(term, ())) for term in split_terms(words)):
            return False
        plain, others = _plain(words), self._others(telling, self._tellings)
        return any(plain in _plain(" ".join(line.text for line in other.lines)) for other in others)

    def unsaid(self, line: Line) -> float:
        """The share of a sentence's weight that the other telling which has most of it leaves unsaid."""
        whole, own = 0.0, self._voices[line.telling]
        said = [0.0] * len(self._tellings)
        for term in line.terms:
            weight = self._centre.rare[term]
            whole += weight
            for telling in self._centre.tellings[term]:
                said[telling] += weight
        others = (share for share, voice in zip(said, self._voices, strict=True) if voice != own)
        return 1.0 - max(others, default=0.0) / whole if whole else 0.0

    def said_at_once(self, line: Line, but: Iterable[str]) -> float:
        """The share of a sentence's weight that the nearest single sentence of another telling has, or its title.

        The terms that are left out are those of what nobody else has.
        """
        left_out = set(map(stem_of, but))
        weights = {stem: weight for stem, weight in self._weigh(line).items() if stem not in left_out}
        return _share(weights, chain.from_iterable(self._others(line.telling, self._of_lines)))

    def _others(self, telling: int, rows: Sequence[_Row]) -> Iterator[_Row]:
        return (row for row, voice in zip(rows, self._voices, strict=True) if voice != self._voices[telling])

    def _is_of_others(self, telling: int, those: Iterable[int]) -> bool:
        own = self._voices[telling]
        return any(self._voices[number] != own for number in those)

    def _weigh(self, line: Line) -> Mapping[str, float]:
        """The stems of a sentence; what few sentences have weighs most, for all speak of what the story is about."""
        rare = self._centre.rare
        return {stem_of(term): rare[term] ** 2 for term in line.terms}

    @cached_property
    def _of_lines(self) -> Sequence[Sequence[Set[str]]]:
        """The stems of each sentence of each telling; the title is one."""
        return [
            [frozenset(map(stem_of, title)), *(line.families.keys() for line in telling.lines)]
            for telling, title in zip(self._tellings, self._titles, strict=True)
        ]

    @cached_property
    def _entities(self) -> Mapping[str, set[int]]:
        return _by_telling((m.entity for m in telling.shown.mentions) for telling in self._tellings)

    @cached_property
    def _days(self) -> Mapping[str, set[int]]:
        return _by_telling((m.value[:10] for m in telling.shown.dates) for telling in self._tellings)

    @cached_property
    def _figure_terms(self) -> Mapping[str, float]:
        """The terms of the story that are figures."""
        words = load_number_words().words
        terms = [term for term in self._centre.tellings if term[0] <= "9" or term in words]
        return {term: figure for term in terms for figure in _figures((term,))}

    @cached_property
    def _all_figures(self) -> Sequence[tuple[float, int]]:
        """The figures of all tellings, the least first, each with its telling."""
        tellings = self._centre.tellings
        found = {(figure, number) for term, figure in self._figure_terms.items() for number in tellings[term]}
        found.update((figure, number) for number, title in enumerate(self._titles) for figure in _figures(title))
        if "million" in tellings or "billion" in tellings:
            lines = (line for telling in self._tellings for line in telling.lines)
            found.update((figure, line.telling) for line in lines for figure in _scaled(line.text, line.terms))
        return sorted(found)


def _by_telling(rows: Iterable[Iterable[str]]) -> Mapping[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        for each in row:
            found[each].add(number)
    return found


def _share(weights: Mapping[str, float], rows: Iterable[Set[str]]) -> float:
    """The share of the weight that the row has which has most."""
    keys = weights.keys()
    most = max((sum([weights[stem] for stem in keys & row]) for row in rows), default=0.0)
    return most / (sum(weights.values()) or 1.0)


def _plain(text: str) -> str:
    return _MARKS.sub("", text.casefold())
