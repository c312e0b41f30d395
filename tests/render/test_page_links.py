"""Links from article to article, as a person writes them in Markdown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from generator.model import Digest, Document, EnrichedArticle, Summary
from generator.record.article import make_article
from generator.render.page_links import find_lost_links, point_links, settle_links, unlink_lost
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
    assert shown["articles/a.md"] == "<p>See the vote.</p>\n"


def test_of_several_links_the_good_ones_stay():
    shown = settle(
        ("articles/a.md", "See [*one*](gone.md), [two](b.md) and [three](gone.md#x)."), ("articles/b.md", "x")
    )
    assert shown["articles/a.md"] == ('<p>See <em>one</em>, <a href="articles/b.md">two</a> and three.</p>\n')


def test_a_lost_link_is_told_by_file_and_line():
    text = (
        "---\ntitle: A\n---\n\nSee [one](gone.md), [two](b.md), [three](<c.md#x>) and `[four](four.md)`.\n\n"
        "```\n[five](five.md)\n```\n\n[six]: six.md\n[post](https://post.example/README.md) [us](../about.md)\n"
    )
    found = list(find_lost_links("articles/a.md", text, {"articles/b/", "about/"}))
    assert [problem.message.partition(", which")[0] for problem in found] == [
        "articles/a.md:5: links to gone.md",
        "articles/a.md:5: links to c.md",
        "articles/a.md:11: links to six.md",
    ]


def test_a_written_page_keeps_the_words_of_a_lost_link():
    html = (
        '<p><a href="gone.md#x">the <em>vote</em></a> <a href="../b/">b</a> <a href="https://p.example/R.md">p</a></p>'
    )
    assert unlink_lost(html) == (
        '<p>the <em>vote</em> <a href="../b/">b</a> <a href="https://p.example/R.md">p</a></p>'
    )
