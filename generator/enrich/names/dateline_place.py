"""The place a report says it was written at. Article, its entities and the gazetteer in, the entities out.

Conversion takes a dateline off the text, so that no mention stands there; the report is from that place all the same.
"""

from __future__ import annotations

from generator.enrich.names.cities import Place
from generator.enrich.names.places import Gazetteer, choose_place
from generator.model import Article, Entity
from generator.slugs import slugify


def add_dateline_place(article: Article, entities: tuple[Entity, ...], gazetteer: Gazetteer) -> tuple[Entity, ...]:
    """The entities, with the dateline's place where the text does not name it and the gazetteer knows it."""
    printed = article.dateline.place if article.dateline else None
    if not printed:
        return entities
    city, *within = (part.strip() for part in printed.split(","))
    places = _named(city, gazetteer)
    if not places:
        return entities
    place = choose_place(places, [other for part in within for other in _around(part, gazetteer)])
    identity = f"place/{slugify(place.name)}"
    if any(entity.id == identity or entity.name == place.name for entity in entities):
        return entities
    found = Entity(
        id=identity,
        kind="place",
        name=place.name,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
    )
    return (*entities, found)


def _named(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Places of a name, printed in capitals or not."""
    return gazetteer.names.get(name) or gazetteer.names.get(name.title(), ())


def _around(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    state = gazetteer.states.get(name)
    return (state,) if state else _named(name, gazetteer)[:1]
