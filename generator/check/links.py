"""The pages together. In: the built site. Out: links that lead nowhere, pages nobody comes to, foreign resources."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from generator.check.built import HOME, LOST, BuiltSite
from generator.check.finding import Finding
from generator.check.page import PageSummary, style_addresses

MOST_CLICKS = 4
"""Every page is this near to home."""


def check_links(site: BuiltSite) -> Iterator[Finding]:
    """Every link, anchor and resource, then the ways through the site."""
    files = frozenset(site.files)
    graph: dict[str, tuple[str, ...]] = {}
    for page in site.pages.values():
        found: dict[str, None] = {}
        yield from _check_page_links(page, site, files, found)
        yield from _check_resources(page.path, page.resources, site, files)
        if page.leads_to is None:
            graph[page.path] = tuple(found)
        else:
            yield from _check_moved(page, site)
    for path in site.files:
        if path.endswith(".css"):
            addresses = style_addresses(site.read(path).decode(errors="replace"))
            yield from _check_resources(path, dict.fromkeys(addresses), site, files)
    yield from _check_ways(graph)


def _check_page_links(
    page: PageSummary, site: BuiltSite, files: frozenset[str], found: dict[str, None]
) -> Iterator[Finding]:
    """Check the links of a page, and add the pages they lead to to `found`."""
    for href in (*page.links, *page.feeds):
        target = site.addresses.resolve(href, page.path)
        if target is None:
            continue
        if page.path == LOST and not href.startswith(("/", "#", site.addresses.url)):
            message = f"{href!r} is relative, but this page is shown at any address"
            yield Finding(path=page.path, rule="link-relative", message=message)
        if target.path not in files:
            yield Finding(path=page.path, rule="link-broken", message=f"{href!r} leads to no file of the site")
        elif other := site.pages.get(target.path):
            if other.leads_to is not None and page.leads_to is None:
                yield Finding(path=page.path, rule="link-moved", message=f"{href!r} leads to a page that has moved")
            found[other.path] = None
            if target.fragment and target.fragment != "top" and target.fragment not in other.ids:
                yield Finding(path=page.path, rule="link-anchor", message=f"{href!r}: no such id in {other.path}")


def _check_moved(page: PageSummary, site: BuiltSite) -> Iterator[Finding]:
    """A page that leads on leads to one that does not. It needs no link to it: it is there for old links."""
    target = site.addresses.resolve(page.leads_to or "", page.path)
    other = site.pages.get(target.path) if target else None
    if target is not None and (other is None or other.leads_to is not None):
        yield Finding(path=page.path, rule="page-moved", message=f"leads on to {page.leads_to!r}, where no page stays")


def _check_resources(path: str, urls: Iterable[str], site: BuiltSite, files: frozenset[str]) -> Iterator[Finding]:
    for url in urls:
        target = site.addresses.resolve(url, path)
        if target is None:
            yield Finding(path=path, rule="resource-foreign", message=f"loads {url[:200]!r} from another host")
        elif target.path not in files:
            yield Finding(path=path, rule="resource-missing", message=f"loads {url[:200]!r}, which is not there")


def _check_ways(graph: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    linked = {target for source, targets in graph.items() for target in targets if target != source}
    clicks = _clicks_from_home(graph)
    for path in graph:
        if path in (HOME, LOST):
            continue
        if path not in linked:
            yield Finding(path=path, rule="page-orphan", message="no other page links to it")
        elif path not in clicks:
            yield Finding(path=path, rule="page-unreachable", message="no way leads to it from home")
        elif clicks[path] > MOST_CLICKS:
            message = f"is {clicks[path]} clicks from home; {MOST_CLICKS} are allowed"
            yield Finding(path=path, rule="page-far", message=message)


def _clicks_from_home(graph: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    clicks = {HOME: 0}
    waiting = deque([HOME])
    while waiting:
        path = waiting.popleft()
        for target in graph.get(path, ()):
            if target not in clicks:
                clicks[target] = clicks[path] + 1
                waiting.append(target)
    return clicks
