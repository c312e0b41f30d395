"""What is both a topic that somebody gave and a name that the page lists is shown once, as the topic."""

from __future__ import annotations

from dataclasses import replace

from lxml import html
from newsroom import SITE, flood_reports, make_digest

from generator.config import FeedsConfig, RenderConfig
from generator.model import Subject, Topic
from generator.render.site import render_site
from generator.render.templates import Templates

GIVEN = Topic(id="brinemouth", label="Brinemouth", score=1.0, origin="given")
ARTICLE = "articles/2015/12/flood-a/index.html"


def _pages() -> dict[str, html.HtmlElement]:
    """Reports of a flood, each filed under the town that it tells of."""
    digest = make_digest(flood_reports(), stories=[("flood-a", "flood-b")])
    articles = tuple(replace(each, topics=(*each.topics, GIVEN)) for each in digest.articles)
    stories = tuple(replace(story, topics=(*story.topics, GIVEN.id)) for story in digest.stories)
    ids = tuple(each.article.id for each in articles)
    subject = Subject(id=GIVEN.id, label=GIVEN.label, slug="brinemouth", articles=ids)
    digest = replace(digest, articles=articles, stories=stories, subjects=(*digest.subjects, subject))
    site = render_site(digest, SITE, RenderConfig(), FeedsConfig(), Templates())
    return {page.path: html.fromstring(page.content) for page in site.pages if page.path.endswith(".html")}


def test_pages_show_it_among_the_topics_alone() -> None:
    pages = _pages()
    (story,) = (path for path in pages if path.startswith("stories/flood-a"))
    for path in ("index.html", story, ARTICLE):
        listed = pages[path].xpath("//section[contains(@class, 'names')]//li//a/@href")
        assert [href for href in listed if href.endswith("topics/brinemouth/")], path
        assert not [href for href in listed if href.endswith("places/brinemouth/")], path
        assert [href for href in listed if href.endswith("people/ada-quay/")], path


def test_the_text_leads_to_the_name_all_the_same() -> None:
    pages = _pages()
    assert pages[ARTICLE].xpath("//*[contains(@class, 'prose')]//a[contains(@href, 'places/brinemouth/')]")
    assert "places/brinemouth/index.html" in pages
    assert "topics/brinemouth/index.html" in pages
