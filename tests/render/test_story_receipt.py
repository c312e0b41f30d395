"""A story's page says why it has its reports."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from lxml import html
from newsroom import SITE, flood_digest

from generator.config import FeedsConfig, RenderConfig
from generator.model import Digest, Membership
from generator.render.paths import article_address, story_address
from generator.render.site import render_site
from generator.render.templates import Templates


@cache
def templates() -> Templates:
    return Templates()


def receipt(digest: Digest) -> html.HtmlElement | None:
    """The receipt on the page of the first story."""
    story = digest.stories[0]
    first = next(each.article for each in digest.articles if each.article.id == story.id)
    pages = {p.path: p.content for p in render_site(digest, SITE, RenderConfig(), FeedsConfig(), templates()).pages}
    found = html.fromstring(pages[f"{story_address(story, first)}index.html"]).xpath("//details[@id='why']")
    return found[0] if found else None


def explained(**parts: object) -> Digest:
    digest = flood_digest()
    return replace(digest, stories=(replace(digest.stories[0], **parts), *digest.stories[1:]))


def test_a_story_without_a_receipt_shows_none():
    assert receipt(explained(members=())) is None


def test_members_nearest_round_ups_and_overrides_are_told_with_links():
    digest = flood_digest()
    story = digest.stories[0]
    outside = next(each.article for each in digest.articles if each.article.id not in story.articles)
    shown = receipt(
        explained(
            members=tuple(
                Membership(article=a, score=0.5, why=("shares Ada Quay", "same <day>")) for a in story.articles
            ),
            nearest=(Membership(article=outside.id, score=0.1, why=("likeness .10, .14 needed",)),),
            mentions=(Membership(article="gone", score=0.1, why=("a round-up",)),),
            overrides=("merged by content/vocabulary/stories.yml:2",),
        )
    )
    assert shown is not None
    assert shown.findtext("summary") == "Why these reports"
    text = " ".join(shown.text_content().split())
    assert "This story was merged by content/vocabulary/stories.yml:2." in text
    assert text.count("shares Ada Quay; same <day>") == len(story.articles)
    assert [heading.text for heading in shown.iter("h2")] == ["In this story", "Nearest, and not in it"]
    assert any(href.endswith(article_address(outside)) for href in shown.xpath(".//a/@href"))
    assert "Nothing else came near." not in text


def test_where_nothing_came_near_it_says_so():
    story = flood_digest().stories[0]
    members = tuple(Membership(article=a, score=0.5, why=("both name Ada Quay",)) for a in story.articles)
    shown = receipt(explained(members=members))
    assert shown is not None
    assert "Nothing else came near." in shown.text_content()
