"""Links from article to article, as a person writes them in Markdown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from generator.model import Digest, Document, EnrichedArticle, Summary
from generator.record.article import make_article
from generator.render.page_links import point_links, settle_links
from generator.render.views import LinkView

NOW = datetime(2015, 12, 10, tzinfo=UTC)


def settle(*bodies: tuple[str, str]) -> dict[str, str]:
    articles = tuple(
        EnrichedArticle(article=make_article(Document(id=path, title="A", body=body), path), summary=Summary(text=""))
        for path, body in bodies
    )
    digest = Digest(articles=articles, stories=(), links=(), entities=(), subjects=(), sources=(), editions=(), now=NOW)
    digest = settle_links(digest, (LinkView(address="about/", text="About"),))
    return {enriched.article.path: enriched.article.html for enriched in digest.articles}


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("../11/vote.md", "../../../../articles/2015/11/vote/"),
        ("../11/vote.md#after", "../../../../articles/2015/11/vote/#after"),
        ("/articles/2015/11/vote.md", "../../../../articles/2015/11/vote/"),
        ("../../../about.md", "../../../../about/"),
        ("https://post.example/README.md", "https://post.example/README.md"),
    ],
)
def test_a_link_leads_to_the_page(written, href):
    shown = settle(("articles/2015/12/wall.md", f"See [the vote]({written})."), ("articles/2015/11/vote.md", "x"))
    page = point_links(shown["articles/2015/12/wall.md"], "../../../../")
    assert f'<a href="{href}"' in page


def test_a_link_is_whole_in_a_feed():
    shown = settle(("articles/a.md", "See [b](b%20c.md)."), ("articles/b c.md", "x"))
    assert '<a href="https://post.example/articles/b%20c/">b</a>' in point_links(
        shown["articles/a.md"], "https://post.example/"
    )


@pytest.mark.parametrize("written", ["gone.md", "../../../../etc/secret.md", "b.txt", "javascript:alert(1).md"])
def test_a_link_to_no_page_is_its_text(written):
    shown = settle(("articles/a.md", f"See [the vote]({written})."))
    assert shown["articles/a.md"].replace("<a>", "").replace("</a>", "") == "<p>See the vote.</p>\n"
