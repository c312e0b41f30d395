"""Former addresses of stories lead to them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from lxml import html
from newsroom import SITE, flood_digest

from generator.config import FeedsConfig, RenderConfig
from generator.model import Article, Chain, Digest, Site
from generator.render.paths import former_story_address, story_address
from generator.render.site import render_site
from generator.render.templates import Templates


@cache
def templates() -> Templates:
    return Templates()


def render(digest: Digest) -> dict[str, bytes]:
    site: Site = render_site(digest, SITE, RenderConfig(), FeedsConfig(), templates())
    return {page.path: page.content for page in site.pages}


def articles(digest: Digest) -> dict[str, Article]:
    return {each.article.id: each.article for each in digest.articles}


def test_every_report_of_a_story_has_an_address_that_leads_to_it():
    digest = flood_digest()
    pages, known = render(digest), articles(digest)
    assert digest.stories
    for story in digest.stories:
        own = story_address(story, known[story.id])
        for report in story.articles:
            former = former_story_address(known[report])
            tree = html.fromstring(pages[f"{former}index.html"])
            refresh = tree.xpath("//meta[@http-equiv='refresh']/@content")
            if former == own:
                assert not refresh
                continue
            (way,) = tree.xpath("//a/@href")
            assert refresh == [f"0;url={way}"]
            assert f"stories/{way.removeprefix('../')}" == own
            assert tree.xpath("//link[@rel='canonical']/@href") == [SITE.url + own]
            assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_they_are_small_and_in_no_list():
    pages = render(flood_digest())
    moved = {path: page for path, page in pages.items() if path.endswith(".html") and b'http-equiv="refresh"' in page}
    assert moved
    for path, content in moved.items():
        assert len(content) < 600
        address = path.removesuffix("index.html").encode()
        others = (page for other, page in pages.items() if other not in moved)
        assert not any(address in page for page in others)


def test_an_older_version_leads_there_too():
    digest = flood_digest()
    (story, *_), known = digest.stories, articles(digest)
    alone = next(each for each in digest.articles if not any(each.article.id in s.articles for s in digest.stories))
    digest = replace(digest, versions=(Chain(newest=story.articles[-1], older=(alone.article.id,)),))
    page = render(digest)[f"{former_story_address(alone.article)}index.html"].decode()
    own = story_address(story, known[story.id])
    assert re.search(r'href="\.\./([^"]+)"', page)[1] == own.removeprefix("stories/")


def test_what_an_address_holds_is_escaped():
    digest = flood_digest()
    story = digest.stories[0]
    hostile = 'articles/2015/12/"><script>x</script>.md'
    changed = tuple(
        replace(each, article=replace(each.article, path=hostile)) if each.article.id == story.id else each
        for each in digest.articles
    )
    pages = render(replace(digest, articles=changed))
    known = articles(digest)
    other = next(report for report in story.articles if report != story.id)
    page = pages[f"{former_story_address(known[other])}index.html"]
    assert b"<script>" not in page
