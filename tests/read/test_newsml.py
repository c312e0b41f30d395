"""NewsML 1.2 and NewsML-G2: text items are articles, others say why they are none."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from wire_samples import NEWSML, NEWSML_G2, OPTIONS, extract_one, read, read_one, refuse_one

from generator.extract.article import extract_article
from generator.model import Contributor, Dateline, RawArticle

ZONE = timezone(timedelta(hours=1))


def test_newsml_lines_management_and_pictures():
    article = read_one(NEWSML)
    hints = article.hints
    assert article.form == "newsml"
    assert (hints.title, hints.deck) == ("Harbour wall holds", "Hundreds sleep in schools")
    assert (hints.authors, hints.source, hints.agency) == (("Ann Field",), "HSN", None)
    assert hints.dateline == Dateline(place="PORTSEA", date=date(2019, 3, 4))
    assert hints.published == datetime(2019, 3, 4, 17, 15, tzinfo=UTC)
    assert hints.updated == datetime(2019, 3, 4, 18, 15, tzinfo=UTC)
    assert (hints.item, hints.version) == ("urn:newsml:harbour.example:20190304:wall-1", "2")
    assert (hints.captions, hints.photo_credits) == (("The wall at dawn.",), ("Cy Lund/HSN",))
    assert extract_one(NEWSML).document.body == "The wall held through the night.\n\nNobody was hurt."


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("<p>The wall held.</p><p>A report is due.</p>", "The wall held.\n\nA report is due."),
        ("<html><body><p>The wall held.</p></body></html>", "The wall held."),
        ("The wall held.\n\nA report is due.", "The wall held.\n\nA report is due."),
        ("<![CDATA[<p>The wall <b>held</b>.</p>]]>", "The wall **held**."),
    ],
)
def test_newsml_content_in_any_markup(content, body):
    text = (
        "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Wall holds</HeadLine></NewsLines><ContentItem>"
        f"<DataContent>{content}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    )
    assert extract_one(text).document.body == body


def test_newsml_status_is_a_label_and_a_change_to_come_an_embargo():
    killed = NEWSML.replace('<Status FormalName="Usable"/>', '<Status FormalName="Canceled"/>')
    assert read_one(killed).hints.labels == ("KILL",)
    held = NEWSML.replace(
        '<Status FormalName="Usable"/>',
        '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/>'
        "<DateAndTime>20190305T050000Z</DateAndTime></StatusWillChange>",
    )
    hints = read_one(held).hints
    assert hints.embargo == datetime(2019, 3, 5, 5, tzinfo=UTC)
    assert hints.labels == ()


def test_newsml_components_with_headlines_of_their_own_are_articles():
    part = (
        "<NewsComponent><NewsLines><HeadLine>{0}</HeadLine></NewsLines><ContentItem><DataContent><p>{0} is told.</p>"
        "</DataContent></ContentItem></NewsComponent>"
    )
    text = (
        f"<NewsML><NewsItem><NewsComponent>{part.format('One')}{part.format('Two')}</NewsComponent></NewsItem></NewsML>"
    )
    assert [article.hints.title for article in read(text)] == ["One", "Two"]
    bare = text.replace("<NewsLines><HeadLine>One</HeadLine></NewsLines>", "").replace(
        "<NewsLines><HeadLine>Two</HeadLine></NewsLines>", ""
    )
    assert extract_one(bare).document.body == "One is told.\n\nTwo is told."


def test_newsml_pictures_and_packages_say_what_they_are():
    photo = (
        '<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Dawn</HeadLine></NewsLines><ContentItem Href="a.jpg">'
        '<MediaType FormalName="Photo"/></ContentItem></NewsComponent></NewsItem></NewsML>'
    )
    assert "of the kind photo" in refuse_one(photo)
    package = '<NewsML><NewsItem><NewsComponent><NewsItemRef NewsItem="a"/></NewsComponent></NewsItem></NewsML>'
    assert "names 1 other items" in refuse_one(package)
    assert "without a NewsItem" in refuse_one("<NewsML><TopicSet/></NewsML>")


def test_newsml_g2_message():
    article, photo, package = read(NEWSML_G2)
    assert isinstance(article, RawArticle)
    hints = article.hints
    assert (hints.title, hints.deck) == ("Harbour wall holds", "Hundreds sleep in schools")
    assert hints.authors == ("Ann Field", "Jo Reede")
    assert hints.contributors == (Contributor(name="Bea Stone", role="editing"),)
    assert (hints.source, hints.agency) == ("HSN", "CNW")
    assert hints.dateline == Dateline(place="PORTSEA")
    assert hints.published == datetime(2019, 3, 4, 18, 15, tzinfo=ZONE)
    assert hints.updated == datetime(2019, 3, 4, 18, 45, tzinfo=ZONE)
    assert hints.embargo == datetime(2019, 3, 5, 6, tzinfo=ZONE)
    assert hints.section == "Domestic"
    assert hints.labels == ("CORRECTED", "2nd Ld-Writethru", "URGENT", "(Adds the mayor's words)")
    assert (hints.item, hints.version) == ("tag:harbour.example,2019:wall", "4")
    assert hints.topics == ("medtop:20000151",)
    assert article.fallback.language == "en"
    assert "item 2 “The wall at dawn”: is of the kind picture" in photo.message
    assert "is a package that names 2 other items" in package.message


def test_newsml_g2_body_is_without_header_and_notes():
    document = extract_article(read(NEWSML_G2)[0], OPTIONS).document
    assert document.body == "The wall held through the night.\n\n### What comes next\n\nA **report** is due."
    assert document.language is None or document.language == "en"


def item(meta="", content="", body="<p>The wall held.</p>"):
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g" version="1"><itemMeta>'
        f'<itemClass qcode="ninat:text"/>{meta}</itemMeta><contentMeta>{content}</contentMeta><contentSet>'
        f"<inlineXML><html><body>{body}</body></html></inlineXML></contentSet></newsItem>"
    )


@pytest.mark.parametrize(
    ("meta", "labels"),
    [
        ('<pubStatus qcode="stat:canceled"/>', ("KILL",)),
        ('<pubStatus qcode="stat:withheld"/>', ("KILL",)),
        ('<pubStatus qcode="stat:withheld"/><embargoed>2019-03-05T06:00:00Z</embargoed>', ()),
        ("<embargoed/>", ("EMBARGO",)),
        ('<pubStatus qcode="stat:usable"/>', ()),
    ],
)
def test_newsml_g2_status(meta, labels):
    assert read_one(item(meta)).hints.labels == labels


def test_newsml_g2_archives_date_the_content_alone():
    content = (
        "<contentCreated>2013-02-16T17:36:20</contentCreated><contentModified>2013-02-22T18:36:20</contentModified>"
    )
    hints = read_one(item("<versionCreated/><firstCreated/>", content)).hints
    assert hints.published == datetime(2013, 2, 16, 17, 36, 20)
    assert hints.updated == datetime(2013, 2, 22, 18, 36, 20)


def test_newsml_g2_without_a_headline_has_no_title():
    document = extract_one(item(content="<slugline>HARBOUR-WALL</slugline>")).document
    assert document.title is None
    assert document.extra["slugline"] == "HARBOUR-WALL"


def test_newsml_g2_heading_below_the_headline_is_the_deck():
    text = item(
        content="<headline>Wall holds</headline>", body="<h2>Hundreds sleep in schools</h2><p>The wall held.</p>"
    )
    document = extract_one(text).document
    assert (document.deck, document.body) == ("Hundreds sleep in schools", "The wall held.")


def test_newsml_g2_plain_data_in_a_paragraph_of_its_own():
    data = (
        "<![CDATA[\n<p>\n   (HSN) - Portsea, March 4 - The wall held through\nthe night.\n   A report is due.\n </p>]]>"
    )
    text = (
        '<newsItem guid="g"><itemMeta><itemClass qcode="icls:text"/><firstCreated>2019-03-04T18:15:00Z</firstCreated>'
        "</itemMeta><contentMeta/><contentSet>"
        f'<inlineData contenttype="text/plain">{data}</inlineData></contentSet></newsItem>'
    )
    document = extract_one(text).document
    assert document.body == "The wall held through the night.\n\nA report is due."
    assert document.dateline == Dateline(place="Portsea", date=date(2019, 3, 4))


def test_newsml_g2_summaries_are_decks_when_they_are_sentences_of_their_own():
    def deck(summary):
        content = f'<headline>Wall holds</headline><description role="drol:summary">{summary}</description>'
        return read_one(item(content=content, body="<p>The wall held through the night, she said.</p>")).hints.deck

    assert deck("Hundreds of people slept in schools.") == "Hundreds of people slept in schools."
    assert deck("HARBOUR WALL v.1") is None
    assert deck("The wall held through the night...") is None
