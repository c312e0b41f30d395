"""A story's page: the parts of its account, each with its sentences, and what is left out where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html
from newsroom import SITE, flood_digest

from generator.config import FeedsConfig, RenderConfig
from generator.model import (
    Account,
    Cell,
    Claim,
    Difference,
    Digest,
    Happening,
    Sole,
    Statement,
    Voice,
    Wording,
)
from generator.render.site import render_site
from generator.render.templates import Templates

PAGE = "stories/flood-a-84e5ca/index.html"
A0, A1, A2 = (Claim(article="flood-a", sentence=number) for number in range(3))
B0, B1 = (Claim(article="flood-b", sentence=number) for number in range(2))


def page(account: Account | None, digest: Digest | None = None) -> html.HtmlElement:
    digest = digest or flood_digest()
    story = digest.stories[0].id
    accounts = (replace(account, story=story),) if account else ()
    site = render_site(
        replace(digest, accounts=accounts), SITE, RenderConfig(), FeedsConfig(), Templates(SITE.theme_dirs), ()
    )
    return html.fromstring(next(each.content for each in site.pages if each.path == PAGE).decode())


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def sentence(claim: Claim) -> str:
    article = next(e.article for e in flood_digest().articles if e.article.id == claim.article)
    span = article.sentences[claim.sentence]
    return " ".join(article.text[span.start : span.end].split())


FULL = Account(
    story="",
    summary=(A0, B0),
    differences=(
        Difference(
            kind="number",
            subject="cellars flooded",
            cells=(
                Cell(text=sentence(A0).split()[0], claims=(A0,)),
                Cell(text=sentence(B0).split()[0], claims=(B0,)),
            ),
        ),
    ),
    soles=(Sole(claim=A1, what=(sentence(A1).split()[0],)), Sole(claim=B0, what=())),
    timeline=(
        Happening(value="2013-12-05", claims=(B0,), is_background=True),
        Happening(value="2015-12-09", claims=(A0, B0)),
    ),
    voices=(
        Voice(
            name="Quay",
            entity="person/ada-quay",
            statements=(
                Statement(
                    wordings=(Wording(text="“One tide,”", claims=(A2,)), Wording(text="“A tide,”", claims=(B0,)))
                ),
                Statement(wordings=(Wording(text="“Two tides,”", claims=(A2, B0)),)),
            ),
        ),
        Voice(name="a sailor", entity=None, statements=(Statement(wordings=(Wording(text="“Aye,”", claims=(A2,)),)),)),
    ),
)


def test_the_parts_come_in_the_order_of_their_use() -> None:
    heads = [h.text_content() for h in page(FULL).xpath("//div[@class='account']//h2")][:6]
    assert heads == [
        "In short",
        "Where reports differ",
        "Only in one report",
        "Day by day",
        "Who says what",
        "The reports, in order",
    ]


def test_what_is_empty_is_left_out() -> None:
    for account in (None, Account(story="")):
        story = page(account)
        heads = [h.text_content() for h in story.xpath("//div[@class='account']//h2")]
        assert heads[:2] == ["In short", "The reports, in order"]
        assert story.xpath("//section[@class='digest']/p[@class='deck']"), "the lead report's own summary stands there"


def test_a_summary_s_sentences_lead_to_their_places_and_name_who_wrote_them() -> None:
    deck = page(FULL).xpath("//section[@class='digest']/p[@class='deck']")[0]
    assert [(a.text_content(), a.get("href")) for a in deck.xpath(".//a[@class='claim']")] == [
        (sentence(A0), "../../articles/2015/12/flood-a/#s0"),
        (sentence(B0), "../../articles/2015/12/flood-b/#s0"),
    ]
    assert len(deck.xpath(".//span[@class='source']")) == 2


def test_a_row_of_the_table_has_heads_and_each_cell_its_sentence() -> None:
    table = page(FULL).xpath("//table[@class='versus']")[0]
    assert table.xpath("caption")
    assert table.xpath("thead//th/@scope") == ["col", "col", "col"]
    (head,) = table.xpath("tbody/tr/th")
    assert (head.get("scope"), head.get("rowspan")) == ("rowgroup", "2")
    assert words(head).startswith("cellars flooded")
    first = table.xpath("tbody/tr")[0]
    assert first.xpath("td[@class='value']/a/@href") == ["../../articles/2015/12/flood-a/#s0"]
    assert first.xpath("td[@class='words']//mark/text()") == [sentence(A0).split()[0]]
    assert words(first.xpath("td[@class='words']/a")[0]) == sentence(A0)
    assert first.xpath("td[@class='words']//time/@datetime"), "an update is seen by its time"


def test_a_difference_of_which_one_side_is_gone_is_none() -> None:
    gone = Cell(text="x", claims=(Claim(article="gone", sentence=0), Claim(article="flood-a", sentence=99)))
    rows = (Difference(kind="name", subject="y", cells=(gone, FULL.differences[0].cells[0])),)
    assert not page(Account(story="", differences=rows)).xpath("//table[@class='versus']")


def test_what_one_alone_reports_stands_under_its_source() -> None:
    part = page(FULL).xpath("//dl[contains(@class, 'alone')]")[0]
    assert len(part.xpath("dt")) == len(part.xpath("dd")) == 2
    assert part.xpath("dd//mark/text()") == [sentence(A1).split()[0]]


def test_the_timeline_is_a_list_of_days_that_links_their_editions() -> None:
    days = page(FULL).xpath("//ol[@class='timeline']/li")
    assert [day.get("class") for day in days] == ["background", None]
    assert [words(day.xpath("h3")[0]) for day in days] == ["5 December 2013", "9 December 2015"]
    assert days[1].xpath("h3/a/@href") == ["../../editions/2015/12/09/"]
    assert len(days[1].xpath("p")) == 2


def test_who_is_quoted_links_their_page_and_wordings_stand_together() -> None:
    figures = page(FULL).xpath("//figure[@class='said']")
    assert figures[0].xpath("figcaption/a/@href") == ["../../people/ada-quay/"]
    assert [words(q) for q in figures[0].xpath("div[@class='wordings']/blockquote//a[@class='claim']")] == [
        "“One tide”",
        "“A tide”",
    ]
    assert len(figures[0].xpath("blockquote//span[@class='source']")) == 2, "all who carry the same words"
    assert words(figures[1].xpath("figcaption")[0]) == "a sailor"


@pytest.mark.parametrize("at", [0, 30, 90])
def test_a_long_sentence_is_cut_between_words_around_what_it_is_quoted_for(at: int) -> None:
    text = " ".join([*["tide"] * at, "eleven", *["water"] * 90]) + "."
    digest = flood_digest()
    changed = tuple(
        replace(
            e,
            article=replace(e.article, text=text, sentences=(replace(e.article.sentences[0], start=0, end=len(text)),)),
        )
        if e.article.id == "flood-a"
        else e
        for e in digest.articles
    )
    cells = (Cell(text="eleven", claims=(A0,)), Cell(text=sentence(B0).split()[0], claims=(B0,)))
    account = Account(story="", differences=(Difference(kind="number", subject="x", cells=cells),))
    cell = page(account, replace(digest, articles=changed)).xpath("//td[@class='words']/a")[0]
    assert cell.xpath(".//mark/text()") == ["eleven"]
    assert len(words(cell)) < 300
    assert set(words(cell).replace("…", "").replace(".", "").split()) <= {"tide", "eleven", "water"}


def test_names_and_words_are_escaped() -> None:
    voice = Voice(
        name="<b>Quay</b>",
        entity=None,
        statements=(Statement(wordings=(Wording(text="“<i>x</i>”", claims=(A2,)),)),),
    )
    story = page(Account(story="", voices=(voice,)))
    assert words(story.xpath("//figure/figcaption")[0]) == "<b>Quay</b>"
    assert not story.xpath("//figure//i")
