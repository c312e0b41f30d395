"""JSON-LD as pages write it, rightly and wrongly."""

from __future__ import annotations

import pytest
from made_pages import article, make_page, script

from generator.extract.pages.json_ld import first_text, load_json, read_linked_data
from generator.html_tree import parse_html


def read(head: str, address: str | None = None):
    tree = parse_html(make_page(head))
    assert tree is not None
    return read_linked_data(tree, address)


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": "Wall falls",}',
        '<!-- {"@type": "NewsArticle", "headline": "Wall falls"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Wall falls"};\n//]]>',
        '{"@type": "NewsArticle", "headline": "Wall\\_falls"}'.replace("_", " "),
        '{"@type": "NewsArticle",\n"headline": "Wall falls", "description": "two\nlines"}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Wall falls&quot;}",
        '{"@type": "WebSite"}{"@type": "NewsArticle", "headline": "Wall falls"}',
        '{"@type": "NewsArticle", "headline": "Wall falls"}}',
        '{"@type": "NewsArticle", "headline": "Wall falls", "description": "A "wall" of stone"}',
    ],
)
def test_scripts_that_are_nearly_json_are_mended(text):
    assert read(f'<script type="application/ld+json">{text}</script>').article["headline"] == "Wall falls"


def test_what_is_beyond_mending_gives_what_can_be_made_out():
    text = (
        '{"@type": "NewsArticle", "headline": "The "great" wall", "datePublished": "2015-12-10",'
        ' "author": {"@type": "Person", "name": "Ann Field"}, "articleBody": "she said "no""}'
    )
    (found,) = load_json(text)
    assert found["headline"] == 'The "great" wall'
    assert (found["datePublished"], found["author"]) == ("2015-12-10", {"name": "Ann Field"})
    assert load_json("window.data = 1") == []
    assert load_json("") is None


def test_references_are_followed_and_doubles_joined():
    graph = {
        "@graph": [
            {"@type": "WebPage", "@id": "#page", "datePublished": "2015-12-10"},
            article(author={"@id": "#ann"}, publisher={"@id": "#post"}),
            {"@type": "Person", "@id": "#ann", "name": "Ann Field"},
            {"@type": "Organization", "@id": "#post", "name": "Harbour Post"},
        ]
    }
    found = read(script(graph) + script(article(articleSection="Coast")))
    assert first_text(found.article["author"]) == "Ann Field"
    assert first_text(found.article["publisher"]) == "Harbour Post"
    assert found.article["articleSection"] == "Coast"
    assert found.page["datePublished"] == "2015-12-10"


def test_of_several_articles_the_one_of_this_address_is_taken():
    other = {"@type": "NewsArticle", "headline": "Ferry fares rise", "url": "https://post.example/fares"}
    head = script(other, article(url="https://post.example/wall/"))
    assert read(head, "https://post.example/wall?from=feed").article["headline"] == "Wall falls in the old harbour"
    assert read(head).article["headline"] == "Ferry fares rise"


def test_a_trail_of_sections():
    steps = [
        {"@type": "ListItem", "position": 1, "name": "Home"},
        {"@type": "ListItem", "item": {"name": "Coast &amp; Sea"}},
    ]
    found = read(script({"@type": "BreadcrumbList", "itemListElement": steps}))
    assert found.trail == ("Home", "Coast & Sea")


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 50_000, "\x00", "null", "[]", '{"@type": 3}', '{"@graph": 1}']
)
def test_junk_says_nothing(text):
    assert read(f'<script type="application/ld+json">{text}</script>').article == {}
