"""The head of a pasted text: headline, outlet, section and dates told apart, and nothing said that it does not say."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from pasted import read_pasted

from generator.extract.head.dateline import find_dateline
from generator.extract.head.printed_times import tells_no_day, tidy_dates
from generator.extract.head.section import read_kicker, read_trail, split_labels
from generator.extract.head.source import is_source
from generator.extract.head.stamp import Stamp, read_stamp
from generator.model import Dateline, Document

TITLE = "Ferry terminal wins approval by one vote"
DECK = "Dockers want a promise on jobs before work on the quay begins"
PARAGRAPHS = (
    "The council in Portsea approved the new ferry terminal by a single vote after a debate that ran past midnight.",
    "Builders will start on the northern quay in June, and the old customs shed will come down before autumn.",
    "Unions welcomed the vote but asked for a promise that the port's three hundred dockers will keep their work.",
)
STORY = "\n\n".join(PARAGRAPHS)
DAY = date(2019, 3, 4)


def read(text: str) -> Document:
    return read_pasted(text).document


@pytest.mark.parametrize(
    ("above", "source", "section"),
    [
        ("The Portsea Times", "The Portsea Times", None),
        ("THE PORTSEA JOURNAL.", "The Portsea Journal", None),
        ("The Portsea Gazette\nYour harbour, your news today", "The Portsea Gazette", None),
        ("The Portsea Shimbun / Coast News Network", "The Portsea Shimbun / Coast News Network", None),
        ("The Portsea Times\nHOME » NEWS » WORLD NEWS", "The Portsea Times", "WORLD NEWS"),
        ("The Portsea Times\nWORLD | Harbours", "The Portsea Times", "WORLD"),
        ("Finance and economics | Free trade", None, "Finance and economics"),
        ("HomeWorld News", None, "World News"),
        ("Home Russia & FSU", None, "Russia & FSU"),
        ("WORLD / Europe", None, "Europe"),
        ("1 POLITICS Terminal", None, None),
    ],
)
def test_what_stands_above_the_headline_is_not_the_headline(above, source, section):
    document = read(f"{above}\n{TITLE}\nBy Ann Field\nMarch 4, 2019\n\n{STORY}\n")
    assert (document.title, document.deck) == (TITLE, None)
    assert (document.source, document.section, document.published) == (source, section, DAY)


@pytest.mark.parametrize(
    ("line", "section", "source"),
    [
        (f"World | {TITLE}", "World", None),
        (f"{TITLE} - The Portsea Times", None, "The Portsea Times"),
        (f"{TITLE} | World news | The Portsea Times", "World news", "The Portsea Times"),
        (f"Headline: {TITLE}", None, None),
        (f"{TITLE} Premium", None, None),
    ],
)
def test_what_stands_in_the_headline_s_line(line, section, source):
    document = read(f"{line}\n{DECK}\nBy Ann Field\n4 March 2019\n\n{STORY}\n")
    assert (document.title, document.deck, document.section, document.source) == (TITLE, DECK, section, source)


def test_a_dash_in_a_headline_stays():
    assert split_labels("Terminal approved – and a town divided") == (
        "Terminal approved – and a town divided",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("lines", "published", "updated"),
    [
        ("Published: 14:26, 4 March 2019", datetime(2019, 3, 4, 14, 26), None),
        ("Last updated 12:04 GMT, 4 March 2019", None, datetime(2019, 3, 4, 12, 4, tzinfo=UTC)),
        ("Published4 March 2019", DAY, None),
        ("Updated4 March 2019", None, DAY),
        ("4 March 2019.", DAY, None),
        ("WORLD NEWS MARCH 4, 2019 / 1:12 PM / UPDATED 3 HOURS AGO", datetime(2019, 3, 4, 13, 12), None),
        ("Ann Field Published March 4, 2019 Updated about 3 hours ago", DAY, None),
        ("Mar.March 4, 2019 12:02 PM", datetime(2019, 3, 4, 12, 2), None),
        ("PORTSEA NEWS - Mar 4, 2019 - 14:26 | World, All", datetime(2019, 3, 4, 14, 26), None),
        ("English.sample.cn   2019-03-04 08:12:10\tFeedbackPrintRSS", datetime(2019, 3, 4, 8, 12, 10), None),
        (
            "March 04, 2019 08:00 AM Eastern Standard Time",
            datetime(2019, 3, 4, 8, tzinfo=timezone(timedelta(hours=-5))),
            None,
        ),
        (
            "Mon 4 Mar 2019 17.26 GMT\nFirst published on Mon 4 Mar 2019 15.00 GMT",
            datetime(2019, 3, 4, 15, tzinfo=UTC),
            datetime(2019, 3, 4, 17, 26, tzinfo=UTC),
        ),
        ("First published on Mon 4 Mar 2019 15.00 GMT", datetime(2019, 3, 4, 15, tzinfo=UTC), None),
        ("Published\n4 March 2019\nUpdated 5 March 2019", DAY, date(2019, 3, 5)),
    ],
)
def test_dates_as_pages_print_them(lines, published, updated):
    document = read(f"{TITLE}\n{lines}\n{STORY}\n")
    assert (document.title, document.deck) == (TITLE, None)
    assert (document.published, document.updated) == (published, updated)
    assert document.body.startswith("The council in Portsea")


@pytest.mark.parametrize(
    "line",
    [
        "3 hours ago",
        "Published\n3 hours ago",
        "an hour ago",
        "Last updated 12:04 GMT",
        "Mar. 4 06:24 am JST 12 Comments",
    ],
)
def test_an_age_or_a_clock_is_no_date(line):
    document = read(f"{TITLE}\n{line}\n{STORY}\n")
    assert (document.title, document.deck, document.published, document.updated) == (TITLE, None, None, None)
    assert document.body.startswith("The council in Portsea")
    assert tells_no_day(line.split("\n")[-1])


def test_an_age_between_standfirst_and_story_parts_them():
    document = read(f"EUROPE\n2 min read\n{TITLE}\n{DECK}.\n14 hours ago\n\n{STORY}\n")
    assert (document.deck, document.section, document.published) == (f"{DECK}.", "EUROPE", None)


@pytest.mark.parametrize("text", ["4 March 2019", "12 ships", "Three hours ago the wall fell", "In 2 days"])
def test_other_lines_are_neither_age_nor_clock(text):
    assert not tells_no_day(text)


def test_dates_are_tidied_and_words_are_not():
    assert tidy_dates("Posted 1426 GMT (2226 HKT)") == "Posted 14:26 GMT"
    assert tidy_dates("Central Park, at closing time") == "Central Park, at closing time"


@pytest.mark.parametrize(
    ("text", "agency", "place"),
    [
        ("PORTSEA, England--(BUSINESS WIRE)--The council met.", "BUSINESS WIRE", "PORTSEA, England"),
        ("New Portsea CNN — The council met.", "CNN", "New Portsea"),
        ("Portsea, England CNN — The council met.", "CNN", "Portsea, England"),
        ("CNN — The council met.", "CNN", None),
    ],
)
def test_datelines_of_releases_and_of_broadcasters(text, agency, place):
    dateline = find_dateline(text)
    assert dateline is not None
    assert (dateline.agency, dateline.place, text[dateline.end :]) == (agency, place, "The council met.")


@pytest.mark.parametrize("text", ["She left CNN — The reasons were hers.", "The Council — As it was — met."])
def test_a_dash_after_other_words_is_no_dateline(text):
    assert find_dateline(text) is None


def test_a_place_on_a_line_of_its_own():
    below = f"\n{STORY}\n"
    assert read(f"{TITLE}\nMar 4th 2019\nPORTSEA\n{below}").dateline == Dateline(place="PORTSEA")
    document = read(f"{TITLE}\nBy Ann Field, CNN\nMarch 4, 2019\n\nPortsea, England\nCNN\n — \n{STORY}\n")
    assert (document.dateline, document.source) == (Dateline(place="Portsea, England"), "CNN")
    document = read(f"{TITLE}\nBy Ann Field\nNew Portsea, March 4, 2019 14:26 IST\n{below}")
    assert (document.authors, document.dateline) == (("Ann Field",), Dateline(place="New Portsea"))


@pytest.mark.parametrize(
    ("above", "authors", "source"),
    [
        ("Ann Field & Max Holm\nBBC News, Portsea", ("Ann Field", "Max Holm"), "BBC News"),
        ("Ann Field & Max Holm\nBBC News", ("Ann Field", "Max Holm"), "BBC News"),
        ("News provided by\nHarbour Works plc", (), "Harbour Works plc"),
        ("PTI | Published: March 4, 2019, 22:07 IST", (), "PTI"),
    ],
)
def test_who_published_it_below_the_headline(above, authors, source):
    document = read(f"{TITLE}\n4 March 2019\n{above}\n\n{STORY}\n")
    assert (document.title, document.authors, document.source) == (TITLE, authors, source)


def test_a_section_s_or_public_body_s_name_is_no_source():
    assert not is_source("World News")
    assert not is_source("Environment Agency")
    assert is_source("Harbour News")
    document = read(f"{TITLE}\n4 March 2019\nShare\nEnvironment Agency\nShare\n{STORY}\n")
    assert (document.title, document.source) == (TITLE, None)


def test_the_section_on_the_line_below_its_label():
    document = read(f"{TITLE}\n4 March 2019\nFrom the section\nFootball\n{STORY}\n")
    assert (document.section, document.body.startswith("The council")) == ("Football", True)


@pytest.mark.parametrize(
    "row", ["E-mail this to a friend\tPrintable version", "COMMENT · PRINT · T T", "SHARE ARTICLE  12  PRINT  A  A  A"]
)
def test_tools_in_a_row_are_no_headline(row):
    document = read(f"Page last updated at 14:26 GMT, Monday, 4 March 2019\n\n{row}\n\n{TITLE}\n\n{STORY}\n")
    assert (document.title, document.deck) == (TITLE, None)


def test_a_headline_again_in_a_picture_s_place():
    document = read(f"WORLD\n{TITLE}\n{DECK}.\n{TITLE}\nMarch 4, 2019\n\n{STORY}\n")
    assert (document.title, document.deck) == (TITLE, f"{DECK}.")


MENU = [f"• {item}" for item in "News Sport Weather Earth Travel Culture Autos Future Radio Food Arts Nature".split()]
FOOT = [f"• {item}" for item in ("Terms of Use", "About us", "Privacy Policy", "Cookies", "Jobs", "Help", "Sitemap")]


def make_page(top: str, above: str) -> str:
    """A text dump of a page: a menu, the head, the story, the foot."""
    return "\n".join((top, "", *MENU, "", above, TITLE, "", "4 March 2019", "", STORY, "", "Most read", "", *FOOT))


def test_a_page_s_link_to_its_home_is_no_credit():
    assert read(make_page("The Portsea Times - Back to home", "")).source is None


@pytest.mark.parametrize(
    ("head", "source", "agency"),
    [
        (f"Portsea Courier\n\n{TITLE}\n\nBy Helen Marsh, Sample Wire\n4 March 2019", "Portsea Courier", "Sample Wire"),
        (f"PORTSEA COURIER\n{TITLE}\nBy Helen Marsh, Reuters\nMarch 4, 2019", "Portsea Courier", "Reuters"),
        (f"Portsea Courier\n\n{TITLE}\n\nHelen Marsh, Associated Press\n4 March 2019", "Portsea Courier",
         "Associated Press"),
        (f"Portsea Courier\n\n{TITLE}\n\nBy Sample Wire\n4 March 2019", "Portsea Courier", "Sample Wire"),
        (f"{TITLE}\n\nPortsea Courier\n\nBy Helen Marsh | AFP\n4 March 2019", "Portsea Courier", "AFP"),
        # A name of one house, an agency of its own, no masthead, or an address for one.
        (f"Sample News\n\n{TITLE}\n\nBy Helen Marsh, Sample Herald\n4 March 2019", "Sample Herald", None),
        (f"Reuters\n\n{TITLE}\n\nBy Helen Marsh, Reuters\n4 March 2019", "Reuters", None),
        (f"{TITLE}\n\nBy Helen Marsh, Reuters\n4 March 2019", "Reuters", None),
        (f"www.portseacourier.com\n{TITLE}\nBy Helen Marsh, Reuters\n4 March 2019", "Reuters", None),
    ],
)  # fmt: skip
def test_a_masthead_above_an_agency_s_byline_published_it(head, source, agency):
    document = read(f"{head}\n\n{STORY}\n")
    assert (document.title, document.source) == (TITLE, source)
    assert document.agency == agency
    assert document.authors in (("Helen Marsh",), ())


def test_an_item_of_a_page_s_menu_is_no_section():
    assert read(make_page("", "")).section is None
    assert read(make_page("", "Home / World / Europe\n")).section == "Europe"


def test_a_masthead_on_a_page_is_no_author():
    document = read(make_page("", "The Harbourer\n\nPolitics / March 4, 2019\n"))
    assert (document.title, document.authors, document.published) == (TITLE, (), DAY)


def test_kickers_and_trails():
    assert read_kicker("Britain | Bridges and ferries") == "Britain"
    assert read_kicker("The wall fell | Nobody was hurt in the harbour on the day") is None
    assert read_trail("Home > News > Sport") == "Sport"
    assert read_trail("Portsea > Harbour") is None


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        (
            "Ann Field in Portsea MARCH 4 2019",
            Stamp(authors=("Ann Field",), place="Portsea", published=DAY, weak=("authors",)),
        ),
        ("March 4th 2019 | PORTSEA", Stamp(place="PORTSEA", published=DAY)),
        ("Portsea, March 4, 2019", Stamp(place="Portsea", published=DAY)),
        ("Opinion, March 4, 2019", Stamp(section="Opinion", published=DAY)),
        ("World | Europe", None),
        ("World | 4 March 2019", Stamp(section="World", published=DAY)),
    ],
)
def test_what_stands_beside_a_date(text, stamp):
    assert read_stamp(text) == stamp


@pytest.mark.parametrize("line", ["見本新聞 2019年3月4日 17時26分", "見本新聞\n公開：2019年3月4日(月) 17:26"])
def test_a_japanese_paper_s_head(line):
    story = (
        "港の新しいフェリーターミナルの建設計画が、市議会で一票差で可決された。工事は六月に北側の埠頭で始まる予定だ。\n"
        "市長は記者会見で「正しい計画だ」と述べた。労働組合は三百人の雇用の維持を求めている。"
    )
    document = read(f"新しいターミナル、一票差で可決\n{line}\n{story}\n")
    assert (document.title, document.language) == ("新しいターミナル、一票差で可決", "ja")
    assert (document.source, document.published) == ("見本新聞", datetime(2019, 3, 4, 17, 26))
