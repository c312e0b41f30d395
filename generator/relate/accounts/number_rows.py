"""Numbers on which the reports of a story differ. In: the quantities of each telling. Out: rows.

Two figures are of the same thing where both are of the same kind and noun, and something more ties them: the same fact
(killed, freed), or words of the clause around them. A wrong row is worse than a missing one: a telling that gives
several figures for a thing takes no part, and two tellings do not differ where one also gives the other's figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from generator.relate.accounts.alignment import shared_words
from generator.relate.accounts.kinship import Kinship
from generator.relate.accounts.numbers import COUNT
from generator.relate.accounts.quantities import PEOPLE, Quantity
from generator.relate.accounts.sameness import say_same
from generator.relate.accounts.words import load_fact_words, load_number_words
from generator.relate.vectors import split_terms

_NO_FACT = 3
_LEAD_LINES = 6
"""Sentences that tell of the event itself: tolls in them are of one thing."""
_APART = {"fact": 5.0, "noun": 1.7, "near": 1.7}
_MEASURES_APART = 2.5
"""How many times the other a figure of the same thing may be: tolls rise, other things are counted twice."""
_CLOSE = 3
"""Terms on each side of a figure that may tell which of several it is: brought ashore, on board."""
_AROUND = 3
"""Terms that two sentences share whose figures nothing near ties."""
_NEAR = 3
"""Terms that two times share in their clauses."""
_DAY = len("2015-12-10")
_VAGUE = frozenset((PEOPLE, "member", "man", "woman", "child", "official", "case", "place", "day", "group"))
_KEEPS_ITS_HEAD = frozenset(("age", "length"))

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Figures of one thing, those of one value together; the groups and their members in the order of tellings."""

    subject: str
    groups: tuple[tuple[Quantity, ...], ...]
    weight: int


def find_number_rows(quantities: Sequence[Quantity], kinship: Kinship) -> list[Row]:
    """Rows, the weightiest first. Quantities come in the order of tellings and lines."""
    usable = [q for q in quantities if not q.is_background and not q.is_part and q.number.value > 0]
    known: dict[tuple[int, str], list[Quantity]] = defaultdict(list)
    for quantity in usable:
        known[quantity.line.telling, quantity.number.unit].append(quantity)
    rows: list[Row] = []
    taken: set[int] = set()
    for key, members in _by_key(usable).items():
        for tied in _tie(key, _one_each(members), kinship):
            groups = _group(tied, known)
            if len(groups) > 1 and not any(id(q) in taken for group in groups for q in group):
                taken.update(id(q) for group in groups for q in group)
                rows.append(Row(subject=_name(key, groups), groups=_by_value(groups), weight=_weigh(key)))
    return sorted(rows, key=lambda row: (-row.weight, -sum(map(len, row.groups)), row.subject))


def _by_key(quantities: Sequence[Quantity]) -> Mapping[Key, list[Quantity]]:
    """Figures by what they may be of; those of a fact come first."""
    found: dict[Key, list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        if quantity.fact and quantity.head and quantity.number.unit == COUNT:
            found["fact", quantity.fact, quantity.head].append(quantity)
    for quantity in quantities:
        _add_measure(quantity, found)
    for quantity in quantities:
        if _is_counted(quantity):
            for term in dict.fromkeys((*quantity.before[:_CLOSE], *quantity.after[:_CLOSE])):
                found["near", quantity.head, term].append(quantity)
    return found


def _is_counted(quantity: Quantity) -> bool:
    number = quantity.number
    return (
        number.unit == COUNT
        and bool(quantity.head)
        and number.value != 1
        and quantity.head not in load_number_words().not_compared
    )


def _add_measure(quantity: Quantity, found: dict[Key, list[Quantity]]) -> None:
    """By what is measured or counted, or what a sum or a time is of."""
    unit = quantity.number.unit
    if quantity.dimension:
        found["measure", unit, quantity.dimension].append(quantity)
    elif unit == COUNT or (quantity.head and unit in _KEEPS_ITS_HEAD):
        if unit != COUNT or _is_counted(quantity):
            found["noun", unit, quantity.head].append(quantity)
    elif unit == "time":
        for side, terms in (("before", quantity.before), ("after", quantity.after)):
            if terms:
                found[side, unit, terms[0]].append(quantity)
    elif unit in load_number_words().signs.values():
        of = [t for t in (*quantity.before[:_CLOSE], *quantity.after[:_CLOSE]) if t in load_number_words().sums]
        if of:
            found["sum", unit, of[0]].append(quantity)


def _one_each(members: Sequence[Quantity]) -> list[Quantity]:
    """The first figure of each telling that gives one only."""
    by_telling: dict[int, list[Quantity]] = defaultdict(list)
    for quantity in members:
        by_telling[quantity.line.telling].append(quantity)
    return [own[0] for own in by_telling.values() if all(say_same(own[0].number, other.number) for other in own[1:])]


def _tie(key: Key, members: Sequence[Quantity], kinship: Kinship) -> Iterator[list[Quantity]]:
    """Figures that are of one thing, each tied to one before it."""

    def tied(one: Quantity, other: Quantity) -> bool:
        return _are_tied(key, one, other) and kinship.may_compare(one.line, other.line)

    open_: list[list[Quantity]] = []
    for quantity in members:
        home = next((group for group in open_ if any(tied(quantity, each) for each in group)), None)
        if home is None:
            open_.append([quantity])
        else:
            home.append(quantity)
    yield from open_


def _are_tied(key: Key, one: Quantity, other: Quantity) -> bool:
    ratio = _ratio(one, other)
    if _speak_against(key, one, other) or ratio > _APART.get(key[0], _MEASURES_APART):
        return False
    around = len((one.line.terms.keys() & other.line.terms.keys()) - {one.head})
    if key[0] == "fact":
        leads = (one.line.claim.sentence < _LEAD_LINES) + (other.line.claim.sentence < _LEAD_LINES)
        return leads == 2 or (leads == 1 and around >= _AROUND and ratio <= _MEASURES_APART)
    near = _shared(one.before, other.before) + _shared(one.after, other.after) + len(one.modifiers & other.modifiers)
    if key[0] == "near":
        return near >= _NEAR - 1
    if key[0] in ("before", "after"):
        early = max(one.line.claim.sentence, other.line.claim.sentence) < _LEAD_LINES
        return early and near >= _NEAR
    return near >= 1 or around >= _AROUND


def _ratio(one: Quantity, other: Quantity) -> float:
    low, high = sorted((one.number.value, other.number.value))
    return high / low


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    return len({*one} & {*other})


def _speak_against(key: Key, one: Quantity, other: Quantity) -> bool:
    """Whether names or modifiers tell of two things: facts that differ, other places, other kinds."""
    if one.fact and other.fact and one.fact != other.fact:
        return True
    if _are_apart(one.names, other.names):
        return True
    if key[0] != "fact" and _are_apart(_days(one), _days(other)):
        return True
    return _are_apart(one.line.places, other.line.places)


def _are_apart(ours: Set[str], theirs: Set[str]) -> bool:
    return bool(ours and theirs and not ours & theirs)


def _days(quantity: Quantity) -> set[str]:
    """Of a toll, the day is that on which it was given; of all else, that of which it is."""
    return {mention.value[:10] for mention in quantity.line.dates if len(mention.value) >= _DAY}


def _group(
    tied: Sequence[Quantity], known: Mapping[tuple[int, str], Sequence[Quantity]]
) -> tuple[tuple[Quantity, ...], ...]:
    """Figures that say the same together. Nobody who also gives another's figure is there."""
    groups: list[list[Quantity]] = []
    for quantity in tied:
        home = next((group for group in groups if say_same(group[0].number, quantity.number)), None)
        if home is not None:
            home.append(quantity)
        elif not any(_knows(quantity, group[0], known) or _knows(group[0], quantity, known) for group in groups):
            groups.append([quantity])
    return tuple(map(tuple, groups))


def _by_value(groups: Sequence[Sequence[Quantity]]) -> tuple[tuple[Quantity, ...], ...]:
    """The figures of a row by what they say: "at least 269" and 280 agree, but who says one has not said the other."""
    found: dict[float, list[Quantity]] = {}
    for quantity in sorted((q for group in groups for q in group), key=lambda q: q.line.telling):
        found.setdefault(quantity.number.value, []).append(quantity)
    return tuple(map(tuple, found.values()))


def _knows(one: Quantity, other: Quantity, known: Mapping[tuple[int, str], Sequence[Quantity]]) -> bool:
    """Whether a telling gives the other's figure too, of the same noun."""
    return any(
        (each.head == other.head or not each.head) and each.number.value == other.number.value
        for each in known[one.line.telling, other.number.unit]
    )


def _weigh(key: Key) -> int:
    return load_fact_words().weights.get(key[1], _NO_FACT) if key[0] == "fact" else _NO_FACT


def _name(key: Key, groups: Sequence[Sequence[Quantity]]) -> str:
    """What a row is of: in the reports' words, `people killed`, `undersea cables`, `boy: age`."""
    every = [quantity for group in groups for quantity in group]
    noun = next((q.head_text for q in every if q.head_text), "")
    if key[0] == "sum":
        return shared_words(groups[0][0].line, groups[1][0].line, split_terms(groups[0][0].text)) or key[2]
    if key[0] == "fact":
        said = next((q.fact_text for q in every if q.fact_text), key[1].replace("-", " "))
        return noun if key[2] == said else f"{noun or PEOPLE} {said}"
    if key[0] == "measure" or key[1] in _KEEPS_ITS_HEAD:
        what = key[2] if key[0] == "measure" else key[1]
        return f"{noun}: {what}" if noun else what
    around = shared_words(groups[0][0].line, groups[1][0].line, split_terms(noun))
    needs_more = key[0] == "near" or every[0].head in _VAGUE
    return f"{noun}: {around}" if noun and around and needs_more else noun or around
