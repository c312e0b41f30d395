"""Each page alone. In: a page's summary. Out: what is wrong with its HTML."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.built import LOST, BuiltSite
from generator.check.finding import Finding
from generator.check.page import PageSummary


def check_html(site: BuiltSite) -> Iterator[Finding]:
    """Language, title, one heading, unique ids, alternatives for images, no script that an article brought."""
    yield from site.unread
    for page in site.pages.values():
        for rule, message in _faults(page, site):
            yield Finding(path=page.path, rule=rule, message=message)


def _faults(page: PageSummary, site: BuiltSite) -> Iterator[tuple[str, str]]:
    if not page.doctype:
        yield "html-doctype", "does not begin with <!doctype html>"
    if not page.language:
        yield "html-language", "<html> has no lang"
    if not page.title:
        yield "html-title", "has no title"
    if page.headings != 1:
        yield "html-heading", f"has {page.headings} h1, not one"
    for identity in page.repeated_ids:
        yield "html-id", f"has the id {identity!r} more than once"
    for src in page.images_without_alt:
        yield "html-alt", f"image {src!r} has no alt"
    for error in page.bad_data:
        yield "html-data", f"JSON-LD cannot be read: {error}"
    yield from _script_faults(page)
    own = page.canonical is not None and page.canonical.startswith(site.addresses.url)
    if own and page.path != LOST and site.addresses.file_of(page.canonical or "") not in site.pages:
        yield "html-canonical", f"canonical address {page.canonical!r} is no page of the site"


def _script_faults(page: PageSummary) -> Iterator[tuple[str, str]]:
    if page.scripts_in_content:
        yield "html-script", f"has {page.scripts_in_content} script(s) within its content"
    for name in page.handlers:
        yield "html-script", f"has the attribute {name}"
    for href in (*page.links, *page.resources):
        if ":" not in href:
            continue
        # Browsers ignore white space and control characters before and within a scheme.
        scheme = "".join(c for c in href if c > " ")[:20].lower()
        if scheme.startswith(("javascript:", "vbscript:", "data:text/html")):
            yield "html-script", f"has the address {href[:80]!r}"
