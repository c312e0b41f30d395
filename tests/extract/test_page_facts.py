"""What a page says of its article beside title, date and story: sources of different trust, settled by rule."""

from __future__ import annotations

import pytest
from made_pages import HEADLINE, article, make_page, read_page, script

from generator.extract.language import settle_language
from generator.extract.pages.facts import read_page_facts
from generator.html_tree import parse_html
from generator.model import Contributor

SITE = '<meta property="og:site_name" content="Harbour Post">'
CANONICAL = '<link rel="canonical" href="https://www.harbourpost.example/coast/wall">'


POST = {"@type": "Organization", "name": "Harbour Post"}
TRAIL = [{"name": "Home"}, {"name": "Coast"}, {"name": "Wall falls in the old harbour"}]
ANN, BOTH = ("Ann Field",), ("Ann Field", "Max Holm")


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


@pytest.mark.parametrize(
    ("head", "above", "authors"),
    [
        (script(article(author=[person("Ann Field"), person("Max Holm")])), "", BOTH),
        (script(article(author="Ann Field, Max Holm and Jo Reed")), "", ("Ann Field", "Max Holm", "Jo Reed")),
        (meta("author", "Ann Field"), "", ANN),
        (meta("author", "Harbour Post") + SITE, '<p class="byline">By Ann Field</p>', ANN),
        (meta("citation_author", "Ann Field") + meta("citation_author", "Max Holm"), "", BOTH),
        (meta("twitter:label1", "Written by") + meta("twitter:data1", "Ann Field"), "", ANN),
        (script(article(author=POST)) + SITE, "", ("Harbour Post",)),
        (script(article(author=POST)) + SITE, "<p>By: Ann Field, Max Holm</p>", BOTH),
        (script(article(author=person("Ann Field"))), '<p class="byline">Ann Field and Max Holm</p>', BOTH),
        ("", "<p>By Ann Field</p>", ANN),
        (meta("article:author", "https://social.example/harbourpost"), "", ()),
        ("", "", ()),
    ],
)  # fmt: skip
def test_authors(head, above, authors):
    document = read_page(make_page(head, HEADLINE + above))
    assert document.authors == authors
    assert "authors" not in document.review


def test_data_and_byline_that_name_different_people_are_put_to_review():
    document = read_page(make_page(script(article(author=person("Ann Field"))), f"{HEADLINE}<p>By Max Holm</p>"))
    assert document.authors == ("Ann Field",)
    assert "authors" in document.review


def test_a_byline_in_another_language_is_no_part_of_the_story():
    document = read_page(make_page("", f"{HEADLINE}<p>Von Ann Field und Max Holm</p>", lang="de"))
    assert document.authors == ("Ann Field", "Max Holm")
    assert "Von Ann" not in document.body


@pytest.mark.parametrize(
    ("head", "below", "source", "weak"),
    [
        (SITE + script(article(publisher={"name": "Blog Maker"})), "", "Harbour Post", False),
        ('<meta property="og:site_name" content="Harbour Post | All of the coast">', "", "Harbour Post", False),
        (script(article(publisher={"@type": "Organization", "name": "Harbour Post GmbH"})), "", "Harbour Post", False),
        (CANONICAL + "<title>Wall falls in the old harbour - HarbourPost</title>", "", "HarbourPost", True),
        ("", "<footer><p>© 2015 Harbour Post. All rights reserved.</p></footer>", "Harbour Post", True),
        (CANONICAL, "", "harbourpost.example", True),
        ("", "", None, True),
    ],
)
def test_the_source(head, below, source, weak):
    document = read_page(make_page(head, below=below))
    assert document.source == source
    assert ("source" in document.review) is weak


def test_the_agency_is_not_the_source():
    byline = '<p class="byline">By Ann Field The Associated Press</p>'
    document = read_page(make_page(SITE, HEADLINE + byline))
    assert (document.authors, document.source, document.agency) == (
        ("Ann Field",),
        "Harbour Post",
        "The Associated Press",
    )
    document = read_page(make_page(SITE + script(article(author=person("dpa")))))
    assert (document.authors, document.agency) == (("dpa",), "dpa")
    assert (
        read_page(make_page('<meta property="og:site_name" content="Reuters">', f"{HEADLINE}<p>Reuters</p>")).agency
        is None
    )


@pytest.mark.parametrize(
    "said", ["<b>PORTSEA, Dec 9 (Reuters)</b> -", "<strong>PORTSEA, Dec 9 (Reuters) - The</strong>"]
)
def test_a_dateline_is_taken_off_however_it_is_set(said):
    document = read_page(make_page(SITE).replace("<p>The old", f"<p>{said} old"))
    assert document.dateline is not None
    assert (document.dateline.place, document.agency) == ("PORTSEA", "Reuters")
    assert not document.body.startswith("PORTSEA")
    assert document.body.split("\n")[0].count("**") % 2 == 0


@pytest.mark.parametrize(
    ("head", "section"),
    [
        (meta("article:section", "Coast"), "Coast"),
        (meta("article:section", "tags") + script(article(articleSection=["Coast", "Town"])), "Coast"),
        (script(article(), {"@type": "BreadcrumbList", "itemListElement": TRAIL}), "Coast"),
        ("", None),
    ],
)
def test_the_section(head, section):
    assert read_page(make_page(head)).section == section


def test_the_address():
    front = '<link rel="canonical" href="https://post.example/">'
    own = '<meta property="og:url" content="https://post.example/wall">'
    assert read_page(make_page(front + own)).url == "https://post.example/wall"
    assert (
        read_page(make_page(script(article(mainEntityOfPage={"@id": "https://post.example/wall"})))).url
        == "https://post.example/wall"
    )
    based = make_page('<base href="https://post.example/coast/"><link rel="canonical" href="wall">', below="")
    assert read_page(based).url == "https://post.example/coast/wall"
    assert read_page(make_page('<base href="https://post.example/coast/">')).url is None


def test_pictures_their_captions_and_credits():
    figures = (
        '<figure><img src="a.jpg"><figcaption>The wall before it fell.'
        ' <span class="credit">Foto: Ann Field</span></figcaption></figure>'
        '<figure><img src="b.jpg"><figcaption>Two boats (© Max Holm)</figcaption></figure>'
        '<a href="/other"><figure><img src="c.jpg"><figcaption>Another story</figcaption></figure></a>'
        '<aside><figure><figcaption>And another one</figcaption></figure></aside>'
        "<figure><figcaption>10.12.2015</figcaption></figure>"
    )  # fmt: skip
    document = read_page(make_page(above=HEADLINE + figures))
    assert document.captions == ("The wall before it fell.", "Two boats")
    assert document.photo_credits == ("Ann Field", "Max Holm")


def test_editors_and_closing_lines():
    closing = "<p>(Reporting by Jo Reed; Editing by Xi Wu)</p>"
    page = make_page(script(article(author=person("Jo Reed"), editor=person("Max Holm")))).replace(
        "</article>", f"{closing}</article>"
    )
    document = read_page(page)
    assert document.contributors == (
        Contributor(name="Xi Wu", role="editing"),
        Contributor(name="Max Holm", role="editing"),
    )
    assert "Editing by" not in document.body


def test_the_language_of_a_page():
    assert settle_language("en", "de") == ("de", True)
    assert settle_language("de", "de") == ("de", False)
    assert settle_language("no", "da") == ("no", False)
    assert settle_language("zu", "sw") == ("zu", False)
    assert settle_language(None, "de") == ("de", False)
    assert settle_language("de", None) == ("de", False)
    tree = parse_html(make_page(lang="nb-NO"))
    assert tree is not None
    assert read_page_facts(tree, "", True).language == "no"


def test_a_page_that_states_nothing_is_given_nothing():
    document = read_page(f"<div>{make_page(above='')}</div>")
    assert (document.title, document.deck, document.authors, document.published) == (None, None, (), None)
    assert (document.source, document.section, document.agency, document.url) == (None, None, None, None)
