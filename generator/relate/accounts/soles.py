"""What one source alone reports. In: tellings. Out: `Sole`s, those of one report together.

A sentence counts that stands alone and names somebody or gives a figure that no other telling has; that no other
says in other words (`elsewhere.py`); and that is of the story all the same: near to what all say, and not far down in
its report. The weightiest come first: names and figures, of which the others have least.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model import Article, Claim, Sole
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.elsewhere import Elsewhere, figures_of
from generator.relate.accounts.figures import Figures
from generator.relate.accounts.line import Line, Telling
from generator.relate.accounts.numbers import COUNT
from generator.relate.accounts.openings import Openings
from generator.relate.accounts.quantities import Quantity
from generator.relate.accounts.tokens import term_of
from generator.relate.accounts.words import load_number_words
from generator.relate.sources import source_key
from generator.relate.vectors import split_terms
from generator.vocabulary.outlets import outlet_words

MOST = 10
_MOST_EACH, _MOST_OF_MANY = 3, 2
_ENOUGH = 4
"""Sentences of a telling after which no more are looked for: they are tried in the order of nearness and place."""
_MANY = 5
"""Tellings of a story from which each has less room."""
_LOOKED_AT = 24
_EARLY = 0.06
_NEAR = 0.2
"""Of the nearness of the story's nearest sentence: what is further off is about something else."""
_TOP = 8
"""Sentences of a report's beginning, which are of the story whatever they share with the others."""
_NEW = 0.3
"""Of the weight of a sentence: what the best-informed other telling must leave unsaid."""
_SAID, _SAID_OF_MUCH = 0.5, 0.65
"""Of the weight of a sentence without what is told by it alone: what a single sentence of another may have of it ..."""
_MUCH = 1.5
"""... and what is much to be alone with."""
_QUOTED_WORDS = 6
_PERSON, _BODY, _PLACE, _COUNTRY, _FIGURE, _MEASURE, _DAY, _QUOTE = 1.0, 0.65, 0.4, 0.1, 0.8, 0.5, 0.2, 0.1
_SURNAME = 0.3
"""What a person called by one word is worth: somebody told of before."""
_WORTH = {"person": _PERSON, "organisation": _BODY, "place": _PLACE}
_LEAST, _MOST_WEIGHT = 0.8, 2.5
_LONGEST_ACRONYM = 5
_HEAD = 2
"""Sentences among which a dateline is looked for."""
_PAST = 0.5
_ALIKE = 0.5
_COUNTED = re.compile(
    r"\d|[a-z]{3,}ty\b|[a-z]{2,}teen\b|\b(?:[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|dozen)"
)
_DATELINE = re.compile(r"[A-Z][^()\n]{0,60}\([A-Za-z .]{2,30}\)[ \-–—]*|[A-Z][A-Z .,'’]{2,30}[^—–\n]{0,30}? [-–—]+ ")
_FEWEST = 3
_AGE = "age"
"""A unit that tells nothing by itself."""
_VAGUE = frozenset(("time", "way", "thing", "reason", "part", "kind", "step", "season", "question", "point"))
"""What is counted without saying anything, as `Quantity.head` has it."""


class _Row(NamedTuple):
    worth: float
    sole: Sole
    line: Line


def find_soles(
    tellings: Sequence[Telling],
    centre: Centre,
    sources: frozenset[str],
    told: frozenset[Claim],
    figures: Figures,
    openings: Openings,
) -> tuple[Sole, ...]:
    """The best of each telling; `sources` are the names of outlets, as `source_key` gives them.

    What is `told` in the table of differences is something that others have too, if otherwise. Reports of one outlet
    are none against one another.
    """
    voices = [_voice(telling.shown.article) for telling in tellings]
    if len(set(voices)) < 2:
        return ()
    search = _Search(Elsewhere(tellings, voices, centre), sources, figures, openings)
    highest = max((centre.nearness(line) for t in tellings for line in t.lines[:_LOOKED_AT]), default=0.0)
    found = []
    for telling in tellings:
        near = _choose_near(telling.lines[:_LOOKED_AT], centre, highest)
        found.append(search.find((worth, line) for worth, line in near if line.claim not in told))
    return tuple(_choose(found, voices, centre))


def _voice(article: Article) -> str:
    """Whose a report is; one that names no source is nobody else's."""
    return source_key(article.source) if article.source else f"\n{article.id}"


def _choose_near(lines: Sequence[Line], centre: Centre, highest: float) -> Iterator[tuple[float, Line]]:
    """The lines that may be of the story and tell something, with what their place is worth; the best first."""
    rows = []
    for place, line in enumerate(lines):
        if line.mentions or _COUNTED.search(line.text) is not None:
            nearness = centre.nearness(line)
            if nearness >= _NEAR * highest or place < _TOP:
                rows.append((max(nearness, _NEAR * highest) / (1.0 + _EARLY * place), line))
    return iter(sorted(rows, key=lambda row: (-row[0], row[1].start)))


class _Search:
    """Looks for what one telling has alone."""

    def __init__(self, elsewhere: Elsewhere, sources: frozenset[str], figures: Figures, openings: Openings) -> None:
        self._elsewhere, self._openings = elsewhere, openings
        self._sources = sources
        self._figures = figures

    def find(self, lines: Iterator[tuple[float, Line]]) -> list[_Row]:
        """The best sentences, those of one telling given with the worth of their places, the best first."""
        rows: list[_Row] = []
        for worth, line in lines:
            row = self._judge(worth, line)
            if row is not None:
                rows.append(row)
                if len(rows) == _ENOUGH:
                    break
        return sorted(rows, key=lambda row: (-row.worth, row.line.start))

    def _judge(self, worth: float, line: Line) -> _Row | None:
        names = list(_names(line, self._elsewhere, self._sources))
        figures = self._elsewhere.own_figures(line)
        if (
            sum(weight for weight, _ in names) + _FIGURE * len(figures) + _DAY + _QUOTE < _LEAST
            or not line.stands_alone
            or self._openings.is_trifle(line)
        ):
            return None
        new = self._elsewhere.unsaid(line)
        if new < _NEW:
            return None
        quantities = self._figures.of(line) if figures else ()
        facts = (*names, *_figures(quantities, figures), *_days(line, self._elsewhere))
        weight = sum(one for one, _ in facts) + self._weigh_quotes(line)
        what = tuple(dict.fromkeys(text for _, text in facts))
        if weight < _LEAST or self._is_said(line, weight, what):
            return None
        worth *= min(weight, _MOST_WEIGHT) * new
        worth *= _PAST if quantities and all(q.is_background for q in quantities) else 1.0
        return _Row(worth, Sole(claim=line.claim, what=what), line)

    def _weigh_quotes(self, line: Line) -> float:
        return _QUOTE * sum(1 for words in _quoted(line) if not self._elsewhere.has_words(line.telling, words))

    def _is_said(self, line: Line, weight: float, what: Sequence[str]) -> bool:
        """Whether another says all but a name or a figure."""
        said = self._elsewhere.said_at_once(line, split_terms(" ".join(what)))
        return said > (_SAID if weight < _MUCH else _SAID_OF_MUCH)


def _quoted(line: Line) -> Iterator[str]:
    """What somebody is quoted with in a line, if it is more than a phrase."""
    for quote in line.quotes:
        words = line.text[quote.span.start - line.start : quote.span.end - line.start]
        if quote.speaker and len(words.split()) >= _QUOTED_WORDS:
            yield words


def _names(line: Line, elsewhere: Elsewhere, sources: frozenset[str]) -> Iterator[tuple[float, str]]:
    seen: set[str] = set()
    behind = _behind_dateline(line) if line.sentence <= _HEAD else line.start
    for mention in line.mentions:
        if mention.entity in seen or mention.span.start < behind or elsewhere.has_entity(line.telling, mention.entity):
            continue
        seen.add(mention.entity)
        name = " ".join(line.text[mention.span.start - line.start : mention.span.end - line.start].split())
        last = term_of(name.split()[-1]) if name else ""
        if not last or elsewhere.has_term(line.telling, last):
            continue
        if mention.kind == "organisation" and not outlet_words().isdisjoint(name.casefold().split()):
            continue
        if source_key(name) in sources or (name.isupper() and len(name) > _LONGEST_ACRONYM):
            continue
        if mention.kind == "place" and (mention.entity not in line.places or name.endswith(".")):  # "(R-Fla.)"
            yield _COUNTRY, name
        else:
            yield _SURNAME if mention.kind == "person" and " " not in name else _WORTH[mention.kind], name


def _behind_dateline(line: Line) -> int:
    """Where a sentence begins in earnest: behind `PORT ARDEN (Wire) -`."""
    match = _DATELINE.match(line.text)
    return line.start + match.end() if match else line.start


def _figures(quantities: Sequence[Quantity], alone: frozenset[float]) -> Iterator[tuple[float, str]]:
    """Those of the figures of a line that are `alone` and count or measure something."""
    words = load_number_words()
    money = {*words.signs.values(), *words.money.values()}
    for at, quantity in enumerate(quantities):
        number = quantity.number
        if number.value < _FEWEST or number.unit == _AGE:
            continue
        whole = _whole_of(quantity, quantities[at + 1 :])
        if number.unit == COUNT and (not whole.head or whole.head in _VAGUE):
            continue
        if alone.isdisjoint(figures_of(quantity.text, split_terms(quantity.text))):
            continue
        what = quantity.text if whole is quantity else f"{quantity.text} of {whole.text}"
        noun = whole.head_text if number.unit == COUNT else ""
        is_whole = number.unit == COUNT or number.unit in money
        yield _FIGURE if is_whole else _MEASURE, " ".join(f"{what} {noun}".split())


def _whole_of(quantity: Quantity, others: Sequence[Quantity]) -> Quantity:
    """The figure that says what another counts: `450 of 1,900 jobs`."""
    at = quantity.number.end
    if quantity.tokens.word(at) == "of" and others and others[0].number.first == at + 1:
        return others[0]
    return quantity


def _days(line: Line, elsewhere: Elsewhere) -> Iterator[tuple[float, str]]:
    """Days called by their number: "Saturday" tells a reader nothing by itself."""
    for mention in line.dates:
        text = line.text[mention.span.start - line.start : mention.span.end - line.start]
        if (
            any(map(str.isdigit, text))
            and len(mention.value) >= 10
            and not elsewhere.has_day(line.telling, mention.value)
        ):
            yield _DAY, " ".join(text.split())


def _choose(found: Sequence[Sequence[_Row]], voices: Sequence[str], centre: Centre) -> Iterator[Sole]:
    """One of each telling, then seconds and thirds while there is room; in the order of tellings and lines."""
    chosen: list[list[_Row]] = [[] for _ in found]
    room = MOST
    for turn in range(_MOST_EACH if len(found) < _MANY else _MOST_OF_MANY):
        ranked = sorted(
            ((rows[turn], number) for number, rows in enumerate(found) if len(rows) > turn),
            key=lambda each: (-each[0].worth, each[1]),
        )
        for row, number in ranked:
            same = (
                other for own, voice in zip(chosen, voices, strict=True) if voice == voices[number] for other in own
            )
            if room and not any(_repeats(row, other, centre) for other in same):
                chosen[number].append(row)
                room -= 1
    for own in chosen:
        yield from (row.sole for row in sorted(own, key=lambda row: row.line.start))


def _repeats(one: _Row, other: _Row, centre: Centre) -> bool:
    return not {*one.sole.what}.isdisjoint(other.sole.what) or centre.overlap(one.line, other.line) > _ALIKE
