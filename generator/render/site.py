"""Render: the door. In: the digest, options, templates. Out: every file of the site but the theme's assets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from generator.config import FeedsConfig, RenderConfig, SiteConfig
from generator.model import Digest, Page, Site
from generator.render.article_page import article_pages
from generator.render.context import Context, make_context
from generator.render.corrections_page import corrections_pages
from generator.render.edition_page import edition_pages
from generator.render.feeds import render_feeds
from generator.render.feeds_page import feeds_page
from generator.render.home_page import home_page
from generator.render.name_page import name_pages
from generator.render.not_found_page import not_found_page
from generator.render.opml import render_opml
from generator.render.page_links import settle_links
from generator.render.paths import NOT_FOUND, page_file
from generator.render.saved_page import saved_page
from generator.render.sitemap import render_robots, render_sitemap
from generator.render.source_page import source_pages, undated_pages
from generator.render.story_page import story_pages
from generator.render.story_redirects import story_redirects
from generator.render.templates import Templates
from generator.render.thread_page import thread_pages
from generator.render.thread_redirects import thread_redirects
from generator.render.topic_page import topic_pages
from generator.render.views import LinkView


def render_site(
    digest: Digest,
    site: SiteConfig,
    render: RenderConfig,
    feeds: FeedsConfig,
    templates: Templates,
    written: Sequence[LinkView] = (),
) -> Site:
    """All pages, feeds and lists, sorted by path. `written` are the hand-written pages, linked from every page.

    Raises ValueError when two pages would have one path: addresses are ours to keep apart.
    """
    digest = settle_links(digest, written)
    context = make_context(digest, site, render, templates, written, feeds)
    pages = [*_pages(context, templates), *render_feeds(digest, site, feeds)]
    listed = [p.path for p in pages if p.path.endswith(".html") and p.path != NOT_FOUND]
    pages.append(render_sitemap([*listed, *(page_file(w.address) for w in written)], digest, site))
    pages.append(render_robots(site))
    pages.append(saved_page(context, templates))  # after the sitemap: it shows each reader their own
    pages.extend(story_redirects(context))  # after the sitemap, which lists pages to read alone
    pages.extend(thread_redirects(context))
    pages.extend(render_opml(context.feeds.values(), site))
    by_path = {page.path: page for page in pages}
    if len(by_path) < len(pages):
        paths = [page.path for page in pages]
        raise ValueError(f"two pages at one path: {sorted({p for p in paths if paths.count(p) > 1})}")
    return Site(pages=tuple(by_path[path] for path in sorted(by_path)))


def _pages(context: Context, templates: Templates) -> Iterator[Page]:
    yield home_page(context, templates)
    yield feeds_page(context, templates)
    yield not_found_page(context, templates)
    yield from chain(
        article_pages(context, templates),
        corrections_pages(context, templates),
        story_pages(context, templates),
        thread_pages(context, templates),
        topic_pages(context, templates),
        name_pages(context, templates),
        source_pages(context, templates),
        undated_pages(context, templates),
        edition_pages(context, templates),
    )
