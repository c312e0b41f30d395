"""A small page that leads on from a former address. In: where to. Out: its bytes."""

from __future__ import annotations

from markupsafe import escape

from generator.render.absolute import absolute_url
from generator.render.link_views import href

_PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Moved</title>'
    '<meta name="robots" content="noindex"><link rel="canonical" href="{url}">'
    '<meta http-equiv="refresh" content="0;url={way}"><h1>Moved</h1><a href="{way}">To the {what}</a>'
)


def write_moved(address: str, site_url: str, what: str, up: int = 1) -> bytes:
    """From an address beside `address` to it: the way is the last part of it. `what` is said of it: "story".

    With `up` 2, from a page of a top folder to any address.
    """
    way = address.rstrip("/").rpartition("/")[2] if up == 1 else address.rstrip("/")
    page = _PAGE.format(url=escape(absolute_url(address, site_url)), way=escape(f"{'../' * up}{href(way)}/"), what=what)
    return page.encode("utf-8", "replace")
