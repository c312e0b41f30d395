"""Small pages that lead on from former addresses. In: articles that something may have been named after. Out: pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from markupsafe import escape

from generator.model import Article, Page
from generator.render.absolute import absolute_url
from generator.render.context import Context
from generator.render.link_views import href
from generator.render.paths import page_file

_PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Moved</title>'
    '<meta name="robots" content="noindex"><link rel="canonical" href="{url}">'
    '<meta http-equiv="refresh" content="0;url={way}"><h1>Moved</h1><a href="{way}">To the {what}</a>'
)


def lead_on(
    reports: Iterable[str], address: str, what: str, named_after: Callable[[Article], str], context: Context
) -> Iterator[Page]:
    """A page at each address but `address` that `named_after` gives to one of the reports or an older version of one.

    It leads to `address`, in the same folder; `what` is said of that: "story".
    """
    content = _write_moved(address, context.site.url, what)
    versions = (version for report in reports for version in (report, *context.older_of.get(report, ())))
    known = (context.articles[version].article for version in versions if version in context.articles)
    for former in dict.fromkeys(named_after(article) for article in known):
        if former != address:
            yield Page(path=page_file(former), content=content)


def _write_moved(address: str, site_url: str, what: str) -> bytes:
    way = address.rstrip("/").rpartition("/")[2]
    page = _PAGE.format(url=escape(absolute_url(address, site_url)), way=escape(f"../{href(way)}/"), what=what)
    return page.encode("utf-8", "replace")
