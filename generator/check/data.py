"""What machines are told of the site. In: the built site. Out: faults of sitemap.xml, robots.txt and OPML lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from generator.check.built import LOST, BuiltSite
from generator.check.finding import Finding

_SITEMAP, _ROBOTS = "sitemap.xml", "robots.txt"
_NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# https://www.w3.org/TR/NOTE-datetime, the levels that a sitemap takes.
_W3C_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?\Z")
_MOST_URLS = 50_000


def check_data(site: BuiltSite) -> Iterator[Finding]:
    """The sitemap lists exactly the pages, robots.txt names it, what OPML lists is there."""
    files = frozenset(site.files)
    if _SITEMAP in files:
        yield from _check_sitemap(site)
    else:
        yield Finding(path=_SITEMAP, rule="data-missing", message="the site has none")
    if _ROBOTS in files:
        yield from _check_robots(site)
    else:
        yield Finding(path=_ROBOTS, rule="data-missing", message="the site has none")
    for path in site.files:
        if path.endswith(".opml"):
            yield from _check_opml(path, site, files)


def _check_sitemap(site: BuiltSite) -> Iterator[Finding]:
    root, fault = _parse(_SITEMAP, site)
    if root is None:
        yield from fault
        return
    listed: Counter[str] = Counter()
    for url in root.findall(f"{_NS}url"):
        loc = url.findtext(f"{_NS}loc") or ""
        path = site.addresses.file_of(loc)
        listed[path or loc] += 1
        if path not in site.pages:
            yield Finding(path=_SITEMAP, rule="sitemap", message=f"lists {loc!r}, which is no page of the site")
        if not _W3C_DATE.match(date := url.findtext(f"{_NS}lastmod") or "2000"):
            yield Finding(path=_SITEMAP, rule="sitemap", message=f"{loc}: lastmod {date!r} is not a W3C date")
    for path, count in listed.items():
        if count > 1:
            yield Finding(path=_SITEMAP, rule="sitemap", message=f"lists {path} {count} times")
    if len(listed) > _MOST_URLS:
        yield Finding(path=_SITEMAP, rule="sitemap", message=f"lists {len(listed)} pages; {_MOST_URLS} are allowed")
    for page in site.pages.values():
        if page.listed and page.path != LOST and page.path not in listed:
            yield Finding(path=page.path, rule="sitemap", message=f"is not in {_SITEMAP}")


def _check_robots(site: BuiltSite) -> Iterator[Finding]:
    lines = site.read(_ROBOTS).decode(errors="replace").splitlines()
    wanted = f"{site.addresses.url}{_SITEMAP}"
    named = [value.strip() for key, _, value in (line.partition(":") for line in lines) if key.lower() == "sitemap"]
    if wanted not in named:
        yield Finding(path=_ROBOTS, rule="robots", message=f"does not name the sitemap, {wanted}")
    if not any(line.lower().startswith("user-agent:") for line in lines):
        yield Finding(path=_ROBOTS, rule="robots", message="speaks to no user agent")


def _check_opml(path: str, site: BuiltSite, files: frozenset[str]) -> Iterator[Finding]:
    root, fault = _parse(path, site)
    if root is None:
        yield from fault
        return
    if root.tag != "opml" or root.get("version") != "2.0":
        yield Finding(path=path, rule="opml", message="is not OPML 2.0")
    for outline in root.iter("outline"):
        if not outline.get("text"):
            yield Finding(path=path, rule="opml", message="has an outline without text")
        url = outline.get("xmlUrl")
        if url is not None and site.addresses.file_of(url) not in files:
            yield Finding(path=path, rule="opml", message=f"lists {url!r}, which is no file of the site")


def _parse(path: str, site: BuiltSite) -> tuple[etree._Element | None, tuple[Finding, ...]]:
    try:
        return etree.fromstring(site.read(path), etree.XMLParser(resolve_entities=False)), ()
    except etree.XMLSyntaxError as error:
        return None, (Finding(path=path, rule="data-syntax", message=f"cannot be read: {error}"),)
