"""For crawlers. In: the paths of the site's files, and the digest. Out: `sitemap.xml` (sitemaps.org), `robots.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from lxml import etree

from generator.config import SiteConfig
from generator.model import Article, Digest, Page
from generator.moments import Moment, format_moment, instant
from generator.render.absolute import absolute_url
from generator.render.last_change import last_changes
from generator.render.paths import (
    EDITIONS,
    HOME,
    KINDS,
    SOURCES,
    STORIES,
    TOPICS,
    article_address,
    edition_address,
    entity_address,
    source_address,
    story_address,
    subject_address,
)
from generator.render.thread_page import thread_members

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_INDEX = "index.html"


def render_sitemap(paths: Iterable[str], digest: Digest, site: SiteConfig) -> Page:
    """List every page among `paths` (each `index.html`), with the date of its newest report where there is one."""
    root = etree.Element(_tag("urlset"), nsmap={None: _NAMESPACE})  # type: ignore[dict-item]  # stubs: named prefixes only
    dates = content_dates(digest)
    for address in sorted({p.removesuffix(_INDEX) for p in paths if p == _INDEX or p.endswith("/" + _INDEX)}):
        url = etree.SubElement(root, _tag("url"))
        etree.SubElement(url, _tag("loc")).text = absolute_url(address, site.url)
        if date := dates.get(address):
            etree.SubElement(url, _tag("lastmod")).text = date
    return Page(path=SITEMAP, content=etree.tostring(root, pretty_print=True, encoding="UTF-8", xml_declaration=True))


def render_robots(site: SiteConfig) -> Page:
    """Everything may be read."""
    lines = ("User-agent: *", "Allow: /", "", f"Sitemap: {absolute_url(SITEMAP, site.url)}", "")
    return Page(path=ROBOTS, content="\n".join(lines).encode())


def content_dates(digest: Digest) -> dict[str, str]:
    """Address -> when its content changed last, as a W3C date; pages without dated content are not in it."""
    articles = {e.article.id: e.article for e in digest.articles}
    moments = {identity: moment for identity, article in articles.items() if (moment := changed(article))}
    for identity, moment in last_changes(digest).items():
        moments[identity] = max(moment, moments.get(identity, moment), key=instant)
    found: dict[str, str] = {}
    for address, members in _members(digest, articles):
        known = [moments[i] for i in members if i in moments]
        if known:
            found[address] = _w3c_date(max(known, key=instant))
    return found


def changed(article: Article) -> Moment | None:
    """When an article was updated, else published, else written."""
    return article.updated or article.published or (article.dateline.date if article.dateline else None)


def _members(digest: Digest, articles: Mapping[str, Article]) -> Iterator[tuple[str, Iterable[str]]]:
    for index in (HOME, TOPICS, EDITIONS, STORIES, SOURCES, *KINDS.values()):
        yield index, articles
    for identity, article in articles.items():
        yield article_address(article), (identity,)
    for story in digest.stories:
        if story.id in articles:
            yield story_address(story, articles[story.id]), story.articles
    yield from thread_members(digest, articles)
    for subject in digest.subjects:
        yield subject_address(subject), subject.articles
    for entity in digest.entities:
        yield entity_address(entity), entity.articles
    for source in digest.sources:
        yield source_address(source), source.articles
    for edition in digest.editions:
        yield edition_address(edition), (i for item in edition.items for i in item.articles)


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _w3c_date(moment: Moment) -> str:
    """A day as it is; a time in UTC, for a time without a zone is not valid there."""
    return format_moment(instant(moment)) if isinstance(moment, datetime) else format_moment(moment)
