"""Addresses for text that leaves the site: feeds, OPML, the sitemap. Out: whole URLs in ASCII, as formats want."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from generator.render.web_address import web_address

_URL_PUNCTUATION = "%/:?#[]@!$&'()*+,;=~"


def absolute_url(address: str, site_url: str) -> str:
    """The URL of an address below the site's root."""
    return site_url + quote(address)


def origin_url(url: str | None) -> str | None:
    """The URL of a page elsewhere, escaped; None when it is none of the web or its host cannot be named in ASCII."""
    address = web_address(url)
    if address is None:
        return None
    parts = urlsplit(address)
    try:
        host = parts.netloc.encode("ascii" if parts.netloc.isascii() else "idna").decode("ascii")
    except UnicodeError:
        return None
    if any(c in host for c in '"<>\\^`{|}'):
        return None
    return quote(parts._replace(netloc=host).geturl(), safe=_URL_PUNCTUATION)
