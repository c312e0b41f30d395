"""Pages that lead on to stories. In: the context. Out: a small page at each address that a story may have had.

A story is named after its earliest report. That another story was merged into it, or an earlier report was added,
leaves links to a former name. Which names those were is not remembered, and need not be: each is one that a report of
the story gives (an older version of it, too), so all of them lead there, whatever happened.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from generator.model import Page
from generator.render.absolute import absolute_url
from generator.render.context import Context
from generator.render.link_views import href
from generator.render.paths import former_story_address, page_file

_STUB = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Moved</title>'
    '<meta name="robots" content="noindex"><link rel="canonical" href="{url}">'
    '<meta http-equiv="refresh" content="0;url={way}"><h1>Moved</h1><a href="{way}">To the story</a>'
)


def story_redirects(context: Context) -> Iterator[Page]:
    """A page for each report of a story that the story is not named after, and for each of its older versions."""
    for story in context.stories.values():
        address = context.story_addresses[story.id]
        stub = _write_stub(address, context.site.url).encode("utf-8", "replace")
        reports = (i for report in story.articles for i in (report, *context.older_of.get(report, ())))
        for identity in reports:
            if identity in context.articles:
                former = former_story_address(context.articles[identity].article)
                if former != address:
                    yield Page(path=page_file(former), content=stub)


def _write_stub(address: str, site_url: str) -> str:
    """All are siblings, so the way from one to another is the last part of the address."""
    last = address.rstrip("/").rpartition("/")[2]
    return _STUB.format(url=escape(absolute_url(address, site_url)), way=escape(f"../{href(last)}/"))
