"""Places on which reports differ. In: tellings. Out: rows of what each states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Entity
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.kinship import Kinship
from generator.relate.accounts.line import Telling
from generator.relate.accounts.stated import Stated, StatedRow, find_rows
from generator.relate.accounts.whereabouts import Whereabouts, is_point

MOST_LINES = 25
"""Lines of a telling that are compared."""
_FAR = 30.0
"""Kilometres from which two towns are no town and its suburb."""
_GRAINS = frozenset(
    "village town city suburb port island airport district neighbourhood neighborhood hospital stadium school".split()
)
_IN = frozenset("in at near off outside".split())


def find_place_rows(
    tellings: Sequence[Telling], centre: Centre, kinship: Kinship, whereabouts: Whereabouts, outlets: Sequence[str]
) -> list[StatedRow]:
    """Places on which tellings differ."""
    stated = [list(_places(telling)) for telling in tellings]
    known = [frozenset(mention.entity for mention in telling.shown.mentions) for telling in tellings]

    def differ(one: Stated, other: Stated) -> bool:
        if one.value in known[other.line.telling] or other.value in known[one.line.telling]:
            return False
        return one.text != other.text and _are_of_one_sort(one, other, whereabouts)

    return find_rows("place", stated, differ, centre, kinship, outlets)


def _places(telling: Telling) -> Iterator[Stated]:
    """Places of lines that name one only, behind `in` or the like."""
    entities = {entity.id: entity for entity in telling.shown.entities}
    for line in telling.lines[:MOST_LINES]:
        places = [m for m in line.mentions if m.kind == "place"]
        if len({m.entity for m in places}) != 1:
            continue
        span = places[0].span
        before = line.text[: span.start - line.start].lower().split()[-4:]
        entity = entities.get(places[0].entity)
        if entity is not None and before and (before[-1] in _IN or before[-1] == "of"):
            text = line.text[span.start - line.start : span.end - line.start]
            yield Stated(line=line, value=entity.id, text=text, span=span, sort=_sort(before, entity))


def _sort(before: Sequence[str], entity: Entity) -> str:
    """`town` for "in the town of Brinemouth"; else the country, since one place may lie in the other."""
    if before[-1] == "of" and len(before) > 1:
        return before[-2] if before[-2] in _GRAINS else ""
    if entity.country is None:
        return ""
    return f"{'at' if is_point(entity) else 'in'} {entity.country}"


def _are_of_one_sort(one: Stated, other: Stated, whereabouts: Whereabouts) -> bool:
    """Two towns far apart, places of two countries, or two of a kind that both reports name."""
    if not one.sort or not other.sort:
        return False
    sorts = [each.sort.partition(" ") for each in (one, other)]
    if not all(country for _, _, country in sorts):
        return one.sort == other.sort
    if sorts[0][2] != sorts[1][2]:
        return True
    distance = whereabouts.distance(one.line, one.value, other.line, other.value)
    return sorts[0][0] == sorts[1][0] == "at" and distance is not None and distance > _FAR
