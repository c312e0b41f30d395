"""Names said in full that are one: spellings, middle names, company forms, one place. In: figures. Out: `Joins`.

Names meet under keys, never all with all: two that share a key are joined unless something speaks against it. Two
people whom one article names side by side, or who are of two fields of life, are two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from generator.relate.figures import Figure, Figures
from generator.relate.joins import Joins
from generator.relate.organisation_names import is_acronym, national_body, organisation_key
from generator.relate.person_names import PersonName, agree, other_spelling
from generator.relate.variants import load_variants

_MOST_MIDDLES = 12
"""Different middle names of one given and family name, beyond which nothing is joined over them."""
Key = tuple[str, ...]


def join_same_names(figures: Figures) -> Joins:
    """Join what has one name in several forms."""
    joins = Joins(figures.by_id)
    everything = [figure for _, figure in sorted(figures.by_id.items()) if not figure.is_apart]
    people = [figure for figure in everything if figure.kind == "person" and not figure.person.is_short]
    organisations = ((_organisation_key(figure), figure) for figure in everything if figure.kind == "organisation")
    places = ((figure.coordinates, figure) for figure in everything if figure.kind == "place" and figure.coordinates)
    known = (((figure.kind, figure.wikidata), figure) for figure in everything if figure.wikidata)
    _join_people(figures, people, joins)
    _join_all(_by_key(organisations), joins, "form of name")
    _join_all(_by_key(places), joins, "one place")
    _join_all(_by_key(known), joins, "one Wikidata id")
    return joins


def _by_key(rows: Iterable[tuple[tuple[object, ...], Figure]]) -> Mapping[tuple[object, ...], list[Figure]]:
    groups: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for key, figure in rows:
        groups[key].append(figure)
    return groups


def _join_all(groups: Mapping[tuple[object, ...], Sequence[Figure]], joins: Joins, why: str) -> None:
    for group in groups.values():
        for other in group[1:]:
            joins.join(group[0].id, other.id, why)


def _organisation_key(figure: Figure) -> tuple[object, ...]:
    """A body that every country has is one with those of its country; without a country, with those without one."""
    if is_acronym(figure.name):
        return (figure.id,)
    body = national_body(figure.name)
    key = organisation_key(figure.name)
    return (body, figure.country) if body and (figure.country or body == key) else (key,)


# --- people ----------------------------------------------------------------------------------------------------------


def _join_people(figures: Figures, people: Sequence[Figure], joins: Joins) -> None:
    blocks: defaultdict[Key, list[Figure]] = defaultdict(list)
    for figure in people:
        for key in _keys(figure):
            blocks[key].append(figure)
    for key in sorted(blocks):
        for one, other, why in _same_in_block(blocks[key]):
            if may_be_one(figures, one, other):
                joins.join(one.id, other.id, why)
    for figure in people:
        _join_turned(figures, figure, blocks, joins)
        _join_short_forms(figures, figure, blocks, joins)


def _keys(figure: Figure) -> Iterator[Key]:
    yield figure.person.key
    other = other_spelling(figure.name)
    if other is not None:
        yield other.key


def _same_in_block(block: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, str]]:
    """Pairs of one given and family name whose middle names agree, if they leave no doubt which is which."""
    by_middles: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in block:
        by_middles[figure.person.middles].append(figure)
    for group in by_middles.values():
        yield from ((group[0], other, "another spelling") for other in group[1:])
    middles = sorted(by_middles)
    if 1 < len(middles) <= _MOST_MIDDLES and all(agree(a, b) for a, b in combinations(middles, 2)):
        yield from ((by_middles[middles[0]][0], by_middles[other][0], "middle name") for other in middles[1:])


def _join_turned(figures: Figures, figure: Figure, blocks: Mapping[Key, Sequence[Figure]], joins: Joins) -> None:
    turned = figure.person.turned
    if turned is None or turned < figure.person.key:
        return
    for other in blocks.get(turned, ()):
        if not other.person.middles and may_be_one(figures, figure, other):
            joins.join(figure.id, other.id, "names in the other order")


def _join_short_forms(figures: Figures, figure: Figure, blocks: Mapping[Key, Sequence[Figure]], joins: Joins) -> None:
    """Bob is Robert where they have an office or company in common."""
    name: PersonName = figure.person
    for full in load_variants().full_given.get(name.given, ()):
        for other in blocks.get((full, name.family, name.suffix), ()):
            support = find_support(figures, figure, other)
            if support and agree(name.middles, other.person.middles) and may_be_one(figures, figure, other):
                joins.join(figure.id, other.id, f"{name.given.capitalize()} for {full.capitalize()}; {support}")


def may_be_one(figures: Figures, one: Figure, other: Figure) -> bool:
    """Whether nothing speaks against it: an article that names both, or two fields of life and no common company."""
    if not one.seen.isdisjoint(other.seen):
        return False
    return not one.fields or not other.fields or bool(one.fields & other.fields) or bool(_together(figures, one, other))


def find_support(figures: Figures, one: Figure, other: Figure) -> str:
    """What two figures have in common at about the same time: an office, or company; empty for nothing."""
    if not any(other.is_near(day) for day in one.days) and one.days and other.days:
        return ""
    theirs = {role.casefold() for role in other.roles}
    roles = sorted(role for role in one.roles if role.casefold() in theirs)
    if roles:
        return roles[0]
    together = _together(figures, one, other)
    return figures.call(together[0]) if together else ""


def _together(figures: Figures, one: Figure, other: Figure) -> list[str]:
    return sorted((figures.company_of(one) & figures.company_of(other)) - {one.id, other.id})
