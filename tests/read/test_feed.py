"""Feeds: each entry an article, with what its feed says of it; or a problem that says why not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO

import pytest
from feed_samples import ATOM, ATOM_03, EXPORT, JSON, RDF, RSS, RSS_091
from hypothesis import given
from hypothesis import strategies as st

from generator.config import ConvertConfig
from generator.exceptions import GeneratorError, UnreadableError
from generator.extract.article import extract_article
from generator.model import Problem, RawArticle
from generator.read.feeds.dates import read_feed_date
from generator.read.feeds.names import read_names
from generator.read.feeds.outlet import find_outlet
from generator.read.sources import read_source

OPTIONS = ConvertConfig()
CET = timezone(timedelta(hours=1))


def read(text: str | bytes, path: str = "feed.xml"):
    return read_source(path, text.encode() if isinstance(text, str) else text, OPTIONS)


def convert(reading: RawArticle):
    return extract_article(reading, OPTIONS)


# --- dialects --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("feed", [RSS, ATOM, ATOM_03, RDF, RSS_091, EXPORT, JSON])
def test_every_dialect_is_told_by_its_content(feed):
    first = next(reading for reading in read(feed, "notes.txt") if isinstance(reading, RawArticle))
    assert first.form == "feed"
    assert first.hints.source == "Portsea Gazette"


def test_what_an_rss_item_says_comes_before_what_its_text_says():
    article = read(RSS)[0]
    hints = article.hints
    assert hints.title == "Harbour wall & quay to be rebuilt"
    assert hints.authors == ("Ann Field", "Bob Stone")
    assert hints.published == datetime(2015, 12, 10, 18, 40, tzinfo=CET)
    assert hints.updated is None
    assert hints.url == "https://www.portseagazette.example/world/wall"
    assert hints.item == "urn:uuid:4f6c1a52-0d6f-4d57-9a4c-0a1b2c3d4e5f"
    assert hints.deck == "Council votes for a new wall after the storm."
    assert (hints.section, hints.topics) == ("Environment", ("harbours",))
    assert hints.photo_credits == ("Carla Reed",)
    assert hints.captions == ("The wall before it fell.",)
    assert article.fallback.language == "en"


def test_an_items_content_is_its_story_furniture_told():
    extraction = convert(read(RSS)[0])
    assert extraction.document.body == (
        "The **harbour wall** will be rebuilt, the council of Portsea said.\n\n"
        "- It fell on Monday.\n"
        "- Nobody was [hurt](https://www.portseagazette.example/hurt)."
    )
    assert [(entry.rule, entry.text) for entry in extraction.removed] == [
        ("post-appeared", "The post Harbour wall appeared first on Portsea Gazette.")
    ]


def test_an_item_with_a_summary_alone_is_that_text():
    extraction = convert(read(RSS)[1])
    document = extraction.document
    assert document.body == "The ferry to Sandmouth sailed on Friday for the first time in a week."
    assert document.deck is None
    assert document.published == datetime(2015, 12, 11, 7, 5, tzinfo=UTC)
    assert [entry.text for entry in extraction.removed] == ["[…]"]


def test_a_headline_alone_is_no_article():
    problem = read(RSS)[2]
    assert isinstance(problem, Problem)
    assert problem.message == (
        "feed.xml: entry 3 “Only a headline here”: holds a headline only; open "
        "https://www.portseagazette.example/world/headline and save the page, or digest add "
        "https://www.portseagazette.example/world/headline"
    )


def test_a_text_that_says_the_headline_again_is_a_headline_alone():
    feed = RSS.replace(
        "The ferry to Sandmouth sailed on Friday for the first time in a week. [&#8230;]", "Ferry sails again"
    )
    assert isinstance(read(feed)[1], Problem)


def test_hundreds_of_headlines_are_counted():
    items = "".join(f"<item><title>Report {number}</title></item>" for number in range(300))
    problems = read(f"<rss version='2.0'><channel><title>A</title>{items}</channel></rss>")
    assert len(problems) == 21
    assert problems[-1].message == "feed.xml: 280 more entries hold a headline only; save the pages that they link to"


def test_what_an_atom_entry_says():
    first, second = read(ATOM)
    assert first.hints.title == "Wall < quay"
    assert first.hints.authors == ("Ann Field",)
    assert first.hints.url == "https://www.portseagazette.example/news/wall"
    assert first.hints.published == datetime(2015, 12, 10, 18, 40, tzinfo=CET)
    assert first.hints.updated == datetime(2015, 12, 10, 20, 0, tzinfo=CET)
    assert first.hints.deck == "What the council decided."
    assert convert(first).document.body == (
        "The wall will be *rebuilt*, see [the plan](https://www.portseagazette.example/news/plan)."
    )
    assert second.hints.title == "Ferry & tide"
    assert second.hints.authors == ()  # the feed's author is the outlet itself
    assert convert(second).document.body == "The ferry sailed at x &lt; y knots.\n\nIt was on time."


def test_an_atom_entry_with_one_date_is_of_that_date_to_be_looked_at():
    document = convert(read(ATOM)[1]).document
    assert document.published == datetime(2015, 12, 11, 7, 5, tzinfo=UTC)
    assert "published" in document.review


def test_what_atom_03_and_rss_1_say():
    (old,) = read(ATOM_03)
    assert old.hints.published == datetime(2003, 12, 13, 8, 29, 29, tzinfo=timezone(timedelta(hours=-4)))
    assert convert(old).document.body == "The wall will be rebuilt."
    (rdf,) = read(RDF)
    assert rdf.hints.published == datetime(2015, 12, 10, 18, 40, tzinfo=CET)
    assert rdf.hints.authors == ("Ann Field", "Bob Stone")
    assert rdf.fallback.published is None


def test_characters_named_by_a_document_type_are_known():
    (article,) = read(RSS_091)
    assert article.hints.title == "Café reopens"
    assert convert(article).document.body == "The café at the quay reopens on Friday."


def test_a_wordpress_export_gives_its_posts_only():
    post, draft = read(EXPORT)
    assert post.hints.title == "Wall to be rebuilt"
    assert post.hints.authors == ("Ann Field",)
    assert post.hints.deck == "A vote for stone."
    assert (post.hints.section, post.hints.topics) == ("News", ("harbour",))
    extraction = convert(post)
    assert extraction.document.body == "The wall will be rebuilt.\n\nIt fell on *Monday*."
    assert extraction.document.captions == ("The old wall",)
    assert draft.message.startswith("feed.xml: entry 2 “Not yet”: is a draft in WordPress")


def test_what_a_json_feed_says():
    wall, ferry, headline, other = read(JSON, "feed.json")
    assert wall.hints.authors == ("Ann Field",)
    assert wall.hints.published == datetime(2015, 12, 10, 18, 40, tzinfo=CET)
    assert wall.hints.updated == datetime(2015, 12, 10, 20, 0, tzinfo=CET)
    assert wall.hints.deck == "What the council decided."
    assert (wall.hints.section, wall.hints.topics) == ("Environment", ("harbours",))
    assert convert(wall).document.body == "The wall will be **rebuilt**."
    assert ferry.hints.authors == ("The Desk",)
    assert ferry.hints.published is None
    assert convert(ferry).document.body == "The ferry sailed.\n\nIt was on time."
    assert "holds a headline only" in headline.message
    assert other.message == "feed.json: entry 4: is no object; each item is one, in braces"


# --- ids -------------------------------------------------------------------------------------------------------------


def ids(*readings):
    return [reading.hints.id for reading in readings if isinstance(reading, RawArticle)]


@pytest.mark.parametrize(
    ("feed", "said", "corrected"), [(RSS, "Council votes", "Town votes"), (JSON, "decided", "chose")]
)
def test_an_entry_keeps_its_id_when_its_text_is_corrected(feed, said, corrected):
    assert ids(*read(feed)) == ids(*read(feed.replace(said, corrected).replace("rebuilt", "built anew")))


def test_entries_with_one_identifier_have_ids_of_their_own():
    items = "".join(
        f"<item><guid>same</guid><title>Report {n}</title><description>Text {n}.</description></item>"
        for n in (1, 2, 2)
    )
    first, second, again = read(f"<rss version='2.0'><channel><title>A</title>{items}</channel></rss>")
    assert first.hints.id != second.hints.id
    assert again.message == "feed.xml: entry 3 “Report 2”: is entry 2 again"


def test_the_numbers_of_two_feeds_are_not_taken_for_one_another():
    other = JSON.replace("portseagazette.example", "sandmouthtimes.example")
    assert not set(ids(*read(JSON))) & set(ids(*read(other)))


# --- what is broken --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        (
            "<rss version='2.0'><channel><title>A</title></channel></rss>",
            "is a feed without entries; download it again",
        ),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "is a feed without entries; download it again"),
        (
            "<rss version='2.0'><channel><ti",
            "is a feed whose XML is damaged (line 1: unclosed token); download it again",
        ),
    ],
)
def test_a_feed_without_entries_is_told(feed, said):
    with pytest.raises(UnreadableError, match=r"feed\.xml: ") as error:
        read(feed)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("whole", "damaged"),
    [
        ("Ferry sails again", "Ferry & bus sail again"),
        ("Ferry sails again", "Ferry&nbsp;sails &bogus; again"),
        ('xmlns:dc="http://purl.org/dc/elements/1.1/"', ""),
        ("Ferry sails again", "Ferry \x0bsails&#xD800;&#1; again"),
        ("<description>Council", "<description>Council<br>"),
    ],
)
def test_a_damaged_feed_is_read_all_the_same(whole, damaged):
    readings = read(RSS.replace(whole, damaged))
    assert len(readings) == 3
    assert readings[0].hints.authors == ("Ann Field", "Bob Stone")
    assert "Sandmouth" in readings[1].text


def test_of_a_file_that_ends_within_an_entry_that_entry_is_left_out():
    first, cut = read(RSS[: RSS.index("for the first time")])
    assert first.hints.title == "Harbour wall & quay to be rebuilt"
    assert cut.message == "feed.xml: entry 2 “Ferry sails again”: the file ends within it; download it again"


def test_a_damaged_feed_with_very_many_elements_is_refused():
    with pytest.raises(UnreadableError, match=r"damaged \(line 1: mismatched tag\)"):
        read("<rss version='2.0'><channel>" + "<item><a>" * 30_000 + "</channel></rss>")


def test_entities_are_not_expanded_and_no_file_is_read():
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE rss [<!ENTITY a0 "ha"> {names} <!ENTITY f SYSTEM "file:///etc/hostname">]>'
    item = "<item><title>A</title><description>It said &a11; and &f; twice.</description></item>"
    (article,) = read(f"<?xml version='1.0'?>{bomb}<rss version='2.0'><channel>{item}</channel></rss>")
    assert convert(article).document.body == "It said &amp;a11; and &amp;f; twice."


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("windows-1252", "windows-1252"),
        ("iso-8859-1", "ISO-8859-1"),
        ("utf-16", "UTF-16"),
        ("windows-1252", "UTF-8"),
        ("utf-8", "ISO-8859-1"),
    ],
)
def test_encodings_declared_or_wrongly_declared_are_read(encoding, declared):
    text = RSS_091.replace("&eacute;", "é").replace('version="1.0"', f'version="1.0" encoding="{declared}"')
    assert read(text.encode(encoding))[0].hints.title == "Café reopens"


def test_what_servers_print_above_and_below_the_feed_is_borne():
    printed = "<br />\nWarning: slow disk in /srv/feed.php\n" + RSS + "<script>count()</script><!-- 0.3 seconds -->"
    assert [type(reading) for reading in read(printed)] == [type(reading) for reading in read(RSS)]


def test_faults_are_told_by_the_line_of_the_file():
    with pytest.raises(UnreadableError, match=r"damaged \(line 3: "):
        read('<?xml version="1.0"?>\n<rss version="2.0"><channel>\n<title>A</b>')


@given(st.integers(0, len(RSS.encode())), st.binary(max_size=12))
def test_no_damage_makes_it_crash(at, junk):
    data = BytesIO(RSS.encode()).read()
    try:
        for reading in read(data[:at] + junk + data[at + len(junk) :]):
            if isinstance(reading, RawArticle):
                convert(reading)
    except GeneratorError:
        pass


# --- dates, names, outlets -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("Thu, 10 Dec 2015 18:40:00 +0100", datetime(2015, 12, 10, 18, 40, tzinfo=CET)),
        ("Sat, 07 Sep 02 00:00:01 GMT", datetime(2002, 9, 7, 0, 0, 1, tzinfo=UTC)),
        ("2015-12-10T18:40:00Z", datetime(2015, 12, 10, 18, 40, tzinfo=UTC)),
        ("2015-12-10", date(2015, 12, 10)),
        ("10 December 2015, 6:40 pm", datetime(2015, 12, 10, 18, 40)),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("Mon, 01 Jan 0001 00:00:00 +0000", None),
        ("yesterday", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_dates_keep_the_zone_they_are_printed_with(printed, moment):
    assert read_feed_date(printed) == moment


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("jane@example.org (Jane Doe)", ("Jane Doe",)),
        ("Jane Doe <jane@example.org>", ("Jane Doe",)),
        ("By Jane Doe and John Roe in Portsea", ("Jane Doe", "John Roe")),
        ("jane@example.org", ()),
        ("admin", ()),
        ("https://example.org/jane", ()),
        ("O&#39;Neill; Ann", ("O'Neill", "Ann")),
    ],
)
def test_names_of_authors(printed, names):
    assert read_names((printed,)) == names


@pytest.mark.parametrize(
    ("title", "url", "outlet"),
    [
        ("World news | The Portsea Gazette", "https://www.portseagazette.example/world", "The Portsea Gazette"),
        ("PGN News - Wales", "https://www.pgn.example/news", "PGN News"),
        ("Portsea Gazette RSS feed", None, "Portsea Gazette"),
        ("Gazette – Breaking News and Video from the Gazette", "https://gazette.example", "Gazette"),
        ("Notes from a quay", "https://example.org/notes", "Notes from a quay"),
    ],
)
def test_the_outlet_is_the_part_of_the_title_that_the_address_names(title, url, outlet):
    assert find_outlet(title, url) == outlet
