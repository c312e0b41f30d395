"""Which of several places of one name is meant. In: an article's entities and the gazetteer. Out: the same, told apart.

The name alone means the best-known place. Another one is meant where the article names its country or state, and
neither the best-known one's country nor a place in it. An id says which when it is not the best-known one:
`place/valencia-es`, `place/birmingham-us-al`. Bodies that bear their country's name ("Indian Navy") get its code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.enrich.names.cities import Place
from generator.enrich.names.places import Gazetteer
from generator.enrich.tokens import split_words
from generator.model import Entity, Mention
from generator.slugs import slugify

_SHARE = 10
"""A city this many times smaller than its namesake is meant only where the text says so after a comma."""


def tell_places(
    mentions: tuple[Mention, ...], entities: tuple[Entity, ...], gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The same mentions and entities, places and national bodies with what the article tells of their country."""
    told = tuple(_tell(entity, entities, gazetteer) for entity in entities)
    moved = {one.id: other.id for one, other in zip(entities, told, strict=True) if one.id != other.id}
    if moved:
        mentions = tuple(_move(mention, moved) for mention in mentions)
    return mentions, told


def _move(mention: Mention, moved: Mapping[str, str]) -> Mention:
    return replace(mention, entity=moved[mention.entity]) if mention.entity in moved else mention


def _tell(entity: Entity, entities: Sequence[Entity], gazetteer: Gazetteer) -> Entity:
    if entity.kind == "place":
        return _tell_place(entity, entities, gazetteer)
    if entity.kind == "organisation" and entity.country is None:
        words = split_words(entity.name)
        match = gazetteer.demonyms.match(words, 0) if words else None
        if match and match[1] and match[0] < len(words):
            return replace(entity, country=match[1])
    return entity


def _tell_place(entity: Entity, entities: Sequence[Entity], gazetteer: Gazetteer) -> Entity:
    group = _namesakes(entity.name, gazetteer)
    meant = next((place for place in group if _is_at(place, entity)), None)
    if len(group) < 2 or meant is None:
        return entity
    if meant is group[0] and not meant.capital:
        meant = _by_company(group, entity, entities, gazetteer)
    if meant is group[0]:
        return entity
    parts = [slugify(entity.name), (meant.country or "").lower(), meant.state.lower()]
    return replace(
        entity,
        id="place/" + "-".join(filter(None, parts)),
        country=meant.country,
        latitude=meant.latitude,
        longitude=meant.longitude,
    )


def _namesakes(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """All places of a name, the best known first; a country's namesakes are states."""
    group = gazetteer.names.get(name, ())
    if group and group[0].kind == "country":
        states = {state.name: state for state in gazetteer.states.values()}
        return (*group, states[name]) if name in states else group
    return group


def _is_at(place: Place, entity: Entity) -> bool:
    return (place.country, place.latitude, place.longitude) == (entity.country, entity.latitude, entity.longitude)


def _by_company(group: Sequence[Place], entity: Entity, entities: Sequence[Entity], gazetteer: Gazetteer) -> Place:
    others = [other for other in entities if other.kind == "place" and other.id != entity.id]
    countries = {other.country for other in others}
    first = group[0]
    if first.country in countries:
        return first
    names = {other.name for other in others}
    states = {state.state for state in gazetteer.states.values() if state.name in names}
    for place in group[1:]:
        near = place.country in countries if place.country != "US" else _in_states(place, others, states)
        if near and (place.kind == "state" or place.population * _SHARE >= first.population):
            return place
    return first


def _in_states(place: Place, others: Sequence[Entity], states: set[str]) -> bool:
    """Whether an American place is meant: its state is named, or for a state, a city or another state."""
    if place.kind == "state":
        return any(other.country == "US" and other.name != "United States" for other in others)
    return place.state in states
