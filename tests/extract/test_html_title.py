"""Which of a page's titles is the headline."""

from __future__ import annotations

import pytest
from made_pages import HEADLINE, article, make_page, read_page, script

from generator.extract.pages.title import Titles, agree, settle_title, strip_site

WALL = "Wall falls in the old harbour"


def graph(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


@pytest.mark.parametrize(
    ("title", "site", "known", "stripped"),
    [
        (f"{WALL} - Harbour Post", "Harbour Post", [], WALL),
        (f"{WALL} | Coast | Harbour Post", "Harbour Post", [], f"{WALL} | Coast"),
        (f"{WALL} | Coast | Harbour Post", "Harbour Post", [WALL], WALL),
        (f"{WALL} – HarbourPost.example", "harbourpost.example", [], WALL),
        (f"Harbour Post: {WALL}", "Harbour Post", [], f"Harbour Post: {WALL}"),
        (f"Harbour Post | {WALL}", "Harbour Post", [], WALL),
        (f"{WALL} - and the mayor knew", "Harbour Post", [], f"{WALL} - and the mayor knew"),
        ("南海の壁、崩れる：港新聞", "港新聞", [], "南海の壁、崩れる"),
    ],
)
def test_the_outlet_s_name_is_no_part_of_a_title(title, site, known, stripped):
    assert strip_site(title, site, known) == stripped


def test_the_wording_most_statements_have():
    kicker = "Coast: " + WALL
    titles = Titles(data=WALL, graph=WALL, headings=((kicker, kicker),))
    assert settle_title(titles, ()).title == WALL
    titles = Titles(data=WALL, graph=kicker, page=f"{kicker} - Harbour Post", headings=((kicker, kicker),))
    assert settle_title(titles, ("Harbour Post",)).title == kicker


def test_data_that_names_another_headline_comes_first_and_is_reviewed():
    document = read_page(make_page(script(article(headline="Two boats sunk at the quay")) + graph(WALL)))
    assert document.title == "Two boats sunk at the quay"
    assert "title" in document.review
    assert "Wall falls" not in document.body


def test_a_kicker_in_the_heading():
    heading = f'<h1><span class="kicker">Coast</span><span>{WALL}</span></h1>'
    assert read_page(make_page(above=heading)).title == f"Coast {WALL}"
    assert read_page(make_page(graph(WALL), heading)).title == WALL


def test_words_of_neighbouring_elements_do_not_run_together():
    assert read_page(make_page(above=f"<h1><b>In pictures</b><i>{WALL}</i></h1>")).title == f"In pictures {WALL}"
    assert read_page(make_page(above="<h1><span>W</span>all falls in the old harbour</h1>")).title == WALL


def test_headings_that_are_no_headline():
    masthead = f"<header><h1>Harbour Post</h1></header><h1>{WALL}</h1>"
    site = '<meta property="og:site_name" content="Harbour Post">'
    assert read_page(make_page(site + graph(WALL), masthead)).title == WALL
    assert read_page(make_page(site, "<h1>Log in</h1>" + HEADLINE)).title is not None
    assert read_page(make_page(above="<h2>More from the coast</h2>")).title is None


def test_entities_written_twice():
    data = script(article(headline="Walls &amp; quays f&uuml;r all of the town"))
    assert read_page(make_page(data, above="")).title == "Walls & quays für all of the town"


def test_agreement():
    assert agree(WALL, WALL.upper() + "!")
    assert agree("Old harbour: wall falls", WALL)
    assert not agree(WALL, "Ferry fares rise by a tenth")
    assert not agree("", WALL)
    assert not agree("Wall", WALL)
