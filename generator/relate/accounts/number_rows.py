"""Numbers on which the reports of a story differ. In: the quantities of all tellings. Out: rows.

Figures of one kind (a noun, a unit) are put together where they are tied (`ties.py`). A wrong row is worse than a
missing one: a telling that gives several figures for a thing takes no part, two tellings do not differ where one also
gives the other's figure, and a figure that its own outlet has since put right counts no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from generator.relate.accounts.ages import AGE
from generator.relate.accounts.alignment import shared_words
from generator.relate.accounts.counted import MEASURES
from generator.relate.accounts.numbers import COUNT, MAGNITUDE, SPEED
from generator.relate.accounts.quantities import PEOPLE, Quantity
from generator.relate.accounts.sameness import say_same
from generator.relate.accounts.ties import SURE, Ties
from generator.relate.accounts.words import load_fact_words, load_number_words, load_role_words
from generator.relate.vectors import split_terms

_NO_FACT = 3
_MOST_EACH = 6
"""Figures of one kind in a telling that are compared: who counts more gives a list."""
_VAGUE = frozenset((PEOPLE, "member", "man", "woman", "child", "official", "case", "place", "day", "group"))

Key = tuple[str, str]
"""A unit, and what is counted or measured in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Figures of one thing, those of one value together; the groups and their members in the order of tellings."""

    subject: str
    groups: tuple[tuple[Quantity, ...], ...]
    weight: int


@dataclass(slots=True, kw_only=True, eq=False)
class _Thing:
    """The figures of one thing, as they are put together; `unsure` are tellings that give several for it."""

    figures: list[Quantity]
    unsure: set[int] = field(default_factory=set)


def find_number_rows(quantities: Sequence[Quantity], ties: Ties, outlets: Sequence[str]) -> list[Row]:
    """Rows, the weightiest first. Quantities come in the order of tellings and lines; `outlets` are the tellings'."""
    by_unit: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        if quantity.number.value > 0:
            by_unit[quantity.number.unit].append(quantity)
    rows: list[Row] = []
    for unit, members in by_unit.items():
        if _may_differ(members, outlets):
            for key, own in _by_kind(unit, members).items():
                rows += _find_rows(key, own, members, ties, outlets)
    return sorted(rows, key=lambda row: (-row.weight, -sum(map(len, row.groups)), row.subject))


def _may_differ(members: Sequence[Quantity], outlets: Sequence[str]) -> bool:
    """Whether two outlets give two values: looked at before anything is read that costs more."""
    return (
        len({each.number.value for each in members}) > 1 and len({outlets[each.line.telling] for each in members}) > 1
    )


def _by_kind(unit: str, members: Sequence[Quantity]) -> Mapping[Key, list[Quantity]]:
    found: dict[Key, list[Quantity]] = defaultdict(list)
    for quantity in members:
        kind = quantity.kind
        if unit == COUNT and (not kind or kind in load_number_words().not_compared):
            continue
        if unit == COUNT and quantity.number.value == 1 and not quantity.fact:
            continue
        found[unit, kind].append(quantity)
    return found


def _find_rows(
    key: Key, members: Sequence[Quantity], of_unit: Sequence[Quantity], ties: Ties, outlets: Sequence[str]
) -> list[Row]:
    if not _may_differ(members, outlets):
        return []
    usable = _first_of_each([q for q in members if not q.is_background and not q.is_part])
    if not _may_differ(usable, outlets):
        return []
    rows = []
    for thing in _put_together(usable, ties):
        figures = _newest([q for q in thing.figures if q.line.telling not in thing.unsure], outlets)
        groups = _group(figures, of_unit)
        if len(groups) > 1:
            several = _have_several(figures, of_unit)
            rows.append(Row(subject=_name(key, groups, several), groups=_by_value(groups), weight=_weigh(groups)))
    return rows


def _first_of_each(members: Sequence[Quantity]) -> list[Quantity]:
    found: dict[int, list[Quantity]] = defaultdict(list)
    for quantity in members:
        if len(found[quantity.line.telling]) < _MOST_EACH:
            found[quantity.line.telling].append(quantity)
    return list(chain.from_iterable(found.values()))


def _put_together(members: Sequence[Quantity], ties: Ties) -> list[_Thing]:
    """The things that figures are of: each figure with those before it that it is tied to most surely."""
    things: list[_Thing] = []
    for quantity in members:
        sure = [max(_strength(quantity, each, ties) for each in thing.figures) for thing in things]
        best = max(sure, default=0)
        if best == 0:
            things.append(_Thing(figures=[quantity]))
            continue
        homes = [thing for thing, surely in zip(things, sure, strict=True) if surely == best]
        if len(homes) == 1:
            _enter(quantity, homes[0])
        elif best >= SURE and _are_of_others(homes):
            things = [thing for thing in things if thing not in homes]
            things.append(_merge(homes))
            _enter(quantity, things[-1])
    return things


def _are_of_others(things: Sequence[_Thing]) -> bool:
    """Whether no telling has a figure in two of them."""
    tellings = [q.line.telling for thing in things for q in thing.figures]
    return len(set(tellings)) == len(tellings)


def _merge(things: Sequence[_Thing]) -> _Thing:
    return _Thing(
        figures=sorted((q for thing in things for q in thing.figures), key=lambda q: q.line.telling),
        unsure=set().union(*(thing.unsure for thing in things)),
    )


def _strength(quantity: Quantity, known: Quantity, ties: Ties) -> int:
    """Of one telling, only a figure said again is of the same thing."""
    if quantity.line.telling != known.line.telling:
        return ties.strength(quantity, known)
    is_again = say_same(quantity.number, known.number) and quantity.fact == known.fact
    return 1 + len(quantity.context & known.context) if is_again else 0


def _enter(quantity: Quantity, thing: _Thing) -> None:
    own = [each for each in thing.figures if each.line.telling == quantity.line.telling]
    if not own:
        thing.figures.append(quantity)
    elif not all(say_same(each.number, quantity.number) for each in own):
        thing.unsure.add(quantity.line.telling)


def _newest(figures: Sequence[Quantity], outlets: Sequence[str]) -> list[Quantity]:
    """What each outlet says last, and said before where it was the same; the order is that of time."""
    newest = {outlets[quantity.line.telling]: quantity.number for quantity in figures}
    return [q for q in figures if say_same(q.number, newest[outlets[q.line.telling]])]


def _group(figures: Sequence[Quantity], of_unit: Sequence[Quantity]) -> list[list[Quantity]]:
    """Figures that say the same together. Nobody who also gives another's figure is there."""
    groups: list[list[Quantity]] = []
    for quantity in figures:
        home = next((group for group in groups if say_same(group[0].number, quantity.number)), None)
        if home is not None:
            home.append(quantity)
        elif not any(
            _knows(quantity, each, of_unit) or _knows(each, quantity, of_unit) for group in groups for each in group
        ):
            groups.append([quantity])
    return groups


def _knows(one: Quantity, other: Quantity, of_unit: Sequence[Quantity]) -> bool:
    """Whether a telling gives the other's figure too, of the same noun or of none, and not as one of other times."""
    return any(
        each.line.telling == one.line.telling
        and each.number.value == other.number.value
        and (each.head == other.head or not each.head)
        and not each.is_background
        and not (each.fact and other.fact and each.fact != other.fact)
        for each in of_unit
    )


def _by_value(groups: Sequence[Sequence[Quantity]]) -> tuple[tuple[Quantity, ...], ...]:
    """The figures of a row by what they say: "at least 269" and 280 agree, but who says one has not said the other.

    Measures in two units are one value where they come to the same: 40 metres and 130 feet.
    """
    found: list[list[Quantity]] = []
    for quantity in sorted(chain.from_iterable(groups), key=lambda q: q.line.telling):
        home = next((group for group in found if _is_one_value(group[0], quantity)), None)
        if home is None:
            found.append([quantity])
        else:
            home.append(quantity)
    return tuple(map(tuple, found))


def _is_one_value(one: Quantity, other: Quantity) -> bool:
    if one.number.value == other.number.value:
        return True
    is_round = one.number.value == int(one.number.value) and other.number.value == int(other.number.value)
    return one.number.unit == "length" and not is_round and say_same(one.number, other.number)


def _have_several(figures: Sequence[Quantity], members: Sequence[Quantity]) -> bool:
    """Whether one of the tellings has another figure of the noun, for something else."""
    mine = {quantity.line.telling: quantity for quantity in figures}
    own = ((mine[q.line.telling], q) for q in members if q.line.telling in mine and not q.is_background)
    return any(one.head == other.head and not say_same(one.number, other.number) for one, other in own)


def _weigh(groups: Sequence[Sequence[Quantity]]) -> int:
    facts = {q.fact for group in groups for q in group if q.fact and q.number.unit == COUNT}
    return max((load_fact_words().weights[fact] for fact in facts), default=_NO_FACT)


def _name(key: Key, groups: Sequence[Sequence[Quantity]], several: bool) -> str:
    """What a row is of: in the reports' words, `people killed`, `undersea cables`, `boy: age`."""
    unit, kind = key
    every = [quantity for group in groups for quantity in group]
    most = sorted(every, key=lambda q: q.number.value, reverse=True)  # "people" rather than "person"
    noun = next((q.head_text for q in (every if most[-1].number.value > 1 else most) if q.head_text), "")
    if unit == AGE:
        return f"{max((q.head_text for q in every), key=len)}: {AGE}"
    if unit in (MAGNITUDE, SPEED) and not every[0].role:
        return unit
    role = load_role_words().called.get(every[0].role)
    if (
        role
        and (unit != COUNT or kind == every[0].role)
        and not every[0].dimension
        and all(q.role == every[0].role for q in every)
    ):
        return role
    fact = _shared_fact(every)
    if fact:
        return _name_fact(kind, fact, every, most)
    left_out = split_terms(" ".join((noun, *(q.text for q in every), MEASURES if every[0].dimension else "")))
    around = shared_words(groups[0][0].line, groups[1][0].line, left_out)
    if every[0].dimension:
        return f"{noun}: {kind}" if noun else kind
    if not noun:
        return around or every[0].role
    is_plain = kind in _VAGUE and " " not in noun
    return f"{noun}: {around}" if around and (several or is_plain) else noun


def _name_fact(kind: str, fact: str, every: Sequence[Quantity], most: Sequence[Quantity]) -> str:
    """`people killed`, in the words of those who tell what of whom; of "22 arrests" in ours."""
    noun = next((q.head_text for q in most if q.head_text and q.head_text != q.fact_text), PEOPLE)
    said = next((q.fact_text for q in every if q.fact_text and q.head_text != q.fact_text), fact.replace("-", " "))
    return noun if kind == said else f"{noun} {said}"


def _shared_fact(every: Sequence[Quantity]) -> str:
    """The fact that two of the figures are of."""
    facts = [q.fact for q in every if q.fact and q.number.unit == COUNT]
    return next((fact for fact in facts if facts.count(fact) > 1), "")
