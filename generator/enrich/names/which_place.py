"""Which of several places of one name is meant. In: an article's entities and the gazetteer. Out: the same, told apart.

The name alone means the best-known place. Another one is meant where the article names its country or state, and
neither the best-known one's country nor a place in it. An id says which when it is not the best-known one:
`place/valencia-es`, `place/birmingham-us-al`. Bodies that bear their country's name ("Indian Navy") get its code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.enrich.names.cities import Place
from generator.enrich.names.places import Gazetteer
from generator.enrich.tokens import split_words
from generator.model import Entity, Mention
from generator.slugs import slugify

_SHARE = 10
"""A city this many times smaller than its namesake is meant only where the text says so after a comma."""


_WHOLE = "United States"


class _Company:
    """The places of an article, counted once; each is asked for those beside one of them."""

    def __init__(self, entities: Iterable[Entity], gazetteer: Gazetteer) -> None:
        places = [entity for entity in entities if entity.kind == "place"]
        self.gazetteer = gazetteer
        self.states = {state.name: state for state in gazetteer.states.values()}
        self._countries = Counter(place.country for place in places)
        self._names = Counter(place.name for place in places)
        self._american = sum(map(_is_american, places))
        self._named_states = {state.state for name, state in self.states.items() if name in self._names}

    def has_country(self, country: str | None, beside: Entity) -> bool:
        return self._countries[country] > (country == beside.country)

    def has_state(self, place: Place, beside: Entity) -> bool:
        """Whether an American place is meant: its state is named, or for a state, a city or another state."""
        if place.kind == "state":
            return self._american > _is_american(beside)
        own = self.states.get(beside.name)
        alone = own is not None and own.state == place.state and self._names[beside.name] == 1
        return place.state in self._named_states and not alone


def _is_american(entity: Entity) -> bool:
    return entity.country == "US" and entity.name != _WHOLE


def tell_places(
    mentions: tuple[Mention, ...], entities: tuple[Entity, ...], gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The same mentions and entities, places and national bodies with what the article tells of their country."""
    company = _Company(entities, gazetteer)
    told = tuple(_tell(entity, company) for entity in entities)
    moved = {one.id: other.id for one, other in zip(entities, told, strict=True) if one.id != other.id}
    if moved:
        mentions = tuple(_move(mention, moved) for mention in mentions)
    return mentions, told


def _move(mention: Mention, moved: Mapping[str, str]) -> Mention:
    return replace(mention, entity=moved[mention.entity]) if mention.entity in moved else mention


def _tell(entity: Entity, company: _Company) -> Entity:
    if entity.kind == "place":
        return _tell_place(entity, company)
    if entity.kind == "organisation" and entity.country is None:
        words = split_words(entity.name)
        match = company.gazetteer.demonyms.match(words, 0) if words else None
        if match and match[1] and match[0] < len(words):
            return replace(entity, country=match[1])
    return entity


def _tell_place(entity: Entity, company: _Company) -> Entity:
    group = _namesakes(entity.name, company)
    meant = next((place for place in group if _is_at(place, entity)), None)
    if len(group) < 2 or meant is None:
        return entity
    if meant is group[0] and not meant.capital:
        meant = _by_company(group, entity, company)
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


def _namesakes(name: str, company: _Company) -> tuple[Place, ...]:
    """All places of a name, the best known first; a country's namesakes are states."""
    group = company.gazetteer.names.get(name, ())
    if group and group[0].kind == "country" and name in company.states:
        return (*group, company.states[name])
    return group


def _is_at(place: Place, entity: Entity) -> bool:
    return (place.country, place.latitude, place.longitude) == (entity.country, entity.latitude, entity.longitude)


def _by_company(group: Sequence[Place], entity: Entity, company: _Company) -> Place:
    first = group[0]
    if company.has_country(first.country, entity):
        return first
    for place in group[1:]:
        american = place.country == "US"
        near = company.has_state(place, entity) if american else company.has_country(place.country, entity)
        if near and (place.kind == "state" or place.population * _SHARE >= first.population):
            return place
    return first
