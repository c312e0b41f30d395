"""Days and places on which reports differ. In: tellings. Out: pairs of lines, and what each has.

Both are compared in sentences that tell the same but for them, and which name one such thing only; a report that gives
the other's day or place anywhere does not differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import DifferenceKind, Entity
from generator.relate.accounts.alignment import shared_words, tell_same
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.kinship import Kinship
from generator.relate.accounts.line import Line, Telling
from generator.relate.accounts.timeline import day_of_value, is_of_saying
from generator.relate.chronology import day_of_article, days_between
from generator.relate.vectors import split_terms

MOST_LINES = 25
"""Lines of a telling that are compared."""
_MOST_DAYS_APART = 31
_LEAD_LINES = 8
_ALIKE = 0.6
"""Of the weight of the lesser sentence: two days are of one thing only where the sentences say it alike."""
_NEAR = 40
"""Characters in front of a day in which the word must stand that it is of: `fell`, `opened`."""
_GRAINS = frozenset(
    "village town city suburb port island airport district neighbourhood neighborhood hospital stadium school".split()
)
_IN = frozenset("in at near off outside".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A day or place in a line: what it is, and how the line says it."""

    line: Line
    value: str
    text: str
    offset: int | None = None
    """Of a day, how far it is from the report's own: two reports of a thing that happens daily both say "yesterday"."""
    other: str
    """What must be the same for two to be of one sort: of a day the word before it, of a place country or grain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedRow:
    """What is stated of one thing, in groups that say the same."""

    kind: DifferenceKind
    subject: str
    groups: tuple[tuple[Stated, ...], ...]


def find_day_rows(tellings: Sequence[Telling], centre: Centre, kinship: Kinship) -> list[StatedRow]:
    """Days on which tellings differ."""
    stated = [list(_days(telling)) for telling in tellings]
    known = [frozenset(m.value[:10] for m in telling.shown.dates if day_of_value(m.value)) for telling in tellings]
    return _rows("date", kinship, stated, known, centre)


def find_place_rows(tellings: Sequence[Telling], centre: Centre, kinship: Kinship) -> list[StatedRow]:
    """Places on which tellings differ."""
    stated = [list(_places(telling)) for telling in tellings]
    known = [frozenset(mention.entity for mention in telling.shown.mentions) for telling in tellings]
    return _rows("place", kinship, stated, known, centre)


def _days(telling: Telling) -> Iterator[Stated]:
    """Whole days of lines that name one time only, and are not about who spoke when."""
    own = day_of_article(telling.shown.article)
    found = 0
    for line in telling.lines:
        times = [m for m in line.dates if m.type in ("DATE", "TIME") and m.value[:1].isdigit()]
        if (
            len(times) != 1
            or line.claim.sentence >= _LEAD_LINES
            or line.quotes
            or is_of_saying(line, times[0])
            or found == MOST_LINES
        ):
            continue
        day = day_of_value(times[0].value)
        if day is not None:
            found += 1
            span = times[0].span
            text = line.text[span.start - line.start : span.end - line.start]
            before = split_terms(line.text[max(0, span.start - line.start - _NEAR) : span.start - line.start])
            if before:
                yield Stated(
                    line=line,
                    value=day.isoformat(),
                    text=" ".join(text.split()),
                    offset=days_between(own, day),
                    other=before[-1],
                )


def _places(telling: Telling) -> Iterator[Stated]:
    """Places of lines that name one only, behind `in` or the like."""
    entities = {entity.id: entity for entity in telling.shown.entities}
    found = 0
    for line in telling.lines:
        places = [m for m in line.mentions if m.kind == "place"]
        if len({m.entity for m in places}) != 1 or found == MOST_LINES:
            continue
        span = places[0].span
        before = line.text[: span.start - line.start].lower().split()[-4:]
        entity = entities.get(places[0].entity)
        if entity is not None and before and (before[-1] in _IN or before[-1] == "of"):
            found += 1
            text = line.text[span.start - line.start : span.end - line.start]
            yield Stated(line=line, value=entity.id, text=text, other=_grain(before, entity))


def _grain(before: Sequence[str], entity: Entity) -> str:
    """`town` for "in the town of Brinemouth"; else the country, since one place may lie in the other."""
    if before[-1] == "of" and len(before) > 1:
        return before[-2] if before[-2] in _GRAINS else ""
    return f"in {entity.country}" if entity.country else ""


def _rows(
    kind: DifferenceKind,
    kinship: Kinship,
    stated: Sequence[Sequence[Stated]],
    known: Sequence[frozenset[str]],
    centre: Centre,
) -> list[StatedRow]:
    rows: list[list[list[Stated]]] = []
    for number, own in enumerate(stated):
        for each in own:
            for other in (o for later in stated[number + 1 :] for o in later):
                if (
                    _differ(kind, each, other, known)
                    and tell_same(each.line, other.line, centre, _left_out(each, other), _ALIKE)
                    and kinship.may_compare(each.line, other.line)
                ):
                    _enter(rows, each, other)
    return [_make_row(kind, row) for row in rows]


def _differ(kind: DifferenceKind, one: Stated, other: Stated, known: Sequence[frozenset[str]]) -> bool:
    if one.value == other.value or one.value in known[other.line.telling] or other.value in known[one.line.telling]:
        return False
    if kind == "date":
        if one.offset is not None and one.offset == other.offset:
            return False
        apart = abs((date.fromisoformat(one.value) - date.fromisoformat(other.value)).days)
        return apart <= _MOST_DAYS_APART and one.text.lower() != other.text.lower() and one.other == other.other
    if not one.other or not other.other or one.text == other.text:
        return False
    both_in = one.other.startswith("in ") and other.other.startswith("in ")
    return one.other != other.other if both_in else one.other == other.other


def _left_out(one: Stated, other: Stated) -> set[str]:
    return {*split_terms(one.text), *split_terms(other.text)}


def _enter(rows: list[list[list[Stated]]], one: Stated, other: Stated) -> None:
    """Into the row that has one of the two, else a new one; each telling once."""
    for row in rows:
        lines = {each.line.claim for group in row for each in group}
        if one.line.claim in lines or other.line.claim in lines:
            for each in (one, other):
                if all(each.line.telling != e.line.telling for group in row for e in group):
                    _put(row, each)
            return
    rows.append([[one], [other]])


def _put(row: list[list[Stated]], stated: Stated) -> None:
    home = next((group for group in row if group[0].value == stated.value), None)
    if home is None:
        row.append([stated])
    else:
        home.append(stated)


def _make_row(kind: DifferenceKind, row: Sequence[Sequence[Stated]]) -> StatedRow:
    one, other = row[0][0], row[1][0]
    return StatedRow(
        kind=kind,
        subject=shared_words(one.line, other.line, _left_out(one, other)),
        groups=tuple(tuple(group) for group in row),
    )
