"""Places on which reports differ. In: tellings. Out: rows of what each states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Entity, Mention
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.kinship import Kinship
from generator.relate.accounts.line import Line, Telling
from generator.relate.accounts.stated import Stated, StatedRow, find_rows, find_single
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

    single = find_single("place", stated)
    return find_rows("place", stated, differ, centre, kinship, outlets, single)


def _places(telling: Telling) -> Iterator[Stated]:
    """Places behind `in` or the like, of lines that name one only, or one where something happens once."""
    entities = {entity.id: entity for entity in telling.shown.entities}
    for line in telling.lines[:MOST_LINES]:
        places = [m for m in line.mentions if m.kind == "place"]
        if not places:
            continue
        stated = [each for mention in places if (each := _state(line, mention, entities.get(mention.entity)))]
        if len({m.entity for m in places}) > 1:
            stated = [each for each in stated if each.happening and each.happening.place]
        if len({each.value for each in stated}) == 1:
            yield stated[0]


def _state(line: Line, mention: Mention, entity: Entity | None) -> Stated | None:
    span = mention.span
    before = line.text[: span.start - line.start].lower().split()[-4:]
    if entity is None or not before or (before[-1] not in _IN and before[-1] != "of"):
        return None
    text = line.text[span.start - line.start : span.end - line.start]
    return Stated(line=line, value=entity.id, text=text, span=span, sort=_sort(before, entity))


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
