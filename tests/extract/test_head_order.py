"""The order of a head's lines: what stands between headline, byline, picture and story does not hide any of them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from pasted import read_pasted

from generator.extract.head.byline import Byline, read_byline, read_names
from generator.extract.head.columnist import find_columnist
from generator.extract.head.headline_parts import split_headline
from generator.extract.head.names import is_persons
from generator.extract.head.office import is_post, read_wire
from generator.extract.head.pictured_byline import read_pictured_byline
from generator.extract.head.printed_times import tidy_dates
from generator.extract.head.section import read_trail
from generator.extract.head.title import is_score
from generator.model import Document

TITLE = "Ferry terminal wins approval by one vote"
DECK = "Dockers want a promise on jobs before the work begins, and the mayor will not give one"
PARAGRAPHS = (
    "The council in Portsea approved the new ferry terminal by a single vote after a debate that ran past midnight.",
    "Builders will start on the northern quay in June, and the old customs shed will come down before autumn.",
    "Unions welcomed the vote but asked for a promise that the port's three hundred dockers will keep their work.",
    "The mayor said that no promise could be given before the budget for the next year was settled by the region.",
)
STORY = "\n\n".join(PARAGRAPHS)
DAY = date(2019, 3, 4)
MENU = "\n".join(f"• {item}" for item in "News Sport Weather Earth Travel Culture Autos Future Radio Food Arts".split())
FOOT = "\n".join(f"• {item}" for item in ("Terms", "About us", "Privacy", "Cookies", "Jobs", "Help", "Sitemap"))


def read(text: str) -> Document:
    return read_pasted(text).document


def read_page(head: str) -> Document:
    return read(f"{MENU}\n\n{head}\n{STORY}\n\nMost read\n\n{FOOT}\n")


@pytest.mark.parametrize("label", ["Tags", "Topics:", "Keywords"])
def test_the_topics_of_a_story_are_no_headline(label):
    stamps = "Published time: March 4, 2019 14:08\nThe quay (Ann Field / Reuters)"
    head = f"{TITLE}\n\n{stamps}\n{label}\nHarbour, Ships, Votes\n"
    for document in (read(f"{head}\n{STORY}\n"), read_page(head)):
        assert (document.title, document.body) == (TITLE, STORY)
        assert document.published == datetime(2019, 3, 4, 14, 8)
        assert document.photo_credits == ("Ann Field / Reuters",)


@pytest.mark.parametrize("byline", ["", "Special Correspondent\n", "Staff Reporter\n"])
def test_a_summary_below_the_picture_is_the_standfirst(byline):
    picture = "The quay at low tide on Monday. | Photo Credit: Bo Lee"
    stamps = f"{byline}PORTSEA:, March 04, 2019 21:14 IST\nUpdated: March 04, 2019 23:02 IST"
    document = read(f"Home News National\n{TITLE}\n\n{stamps}\nPRINT\n\n{picture}\n\n{DECK}\n\n{STORY}\n")
    assert (document.title, document.deck, document.source) == (TITLE, DECK, None)
    assert (document.body, document.photo_credits) == (STORY, ("Bo Lee",))


@pytest.mark.parametrize("row", ["Comments Print Mail Large Medium Small", "Dow 17,596.35 -350.33 / -1.95%"])
def test_a_row_of_buttons_or_figures_is_no_standfirst(row):
    assert read(f"{TITLE}\n4 March 2019\nShare\n{row}\n{STORY}\n").deck is None


def test_the_writer_may_stand_between_headline_and_standfirst():
    head = f"{TITLE}\n\nAnn Field\n\n{DECK}\n\nMon 4 Mar 2019 11.00 GMT\n\n"
    for document in (read(head + STORY), read_page(f"Opinion\nHarbours\n\n{head}")):
        assert (document.title, document.deck, document.authors) == (TITLE, DECK, ("Ann Field",))
        assert (document.published, document.body) == (datetime(2019, 3, 4, 11, tzinfo=UTC), STORY)


@pytest.mark.parametrize("tools", ["Share\n - Post", "f\nt\n+"])
def test_a_line_above_byline_and_date_is_the_headline_whatever_follows(tools):
    document = read(f"{TITLE}\nBy ANN FIELD | Portsea Daily | Updated: 2019-03-04 07:30\n{tools}\n{STORY}\n")
    assert (document.title, document.authors, document.updated) == (TITLE, ("Ann Field",), datetime(2019, 3, 4, 7, 30))


@pytest.mark.parametrize(
    ("line", "score"),
    [
        ("Portsea 22-20 Harbour", True),
        ("Portsea Town 2 New Harbour 1", True),
        ("Portsea 2-2 Harbour (aet)", True),
        ("Portsea beat Harbour", False),
        ("Portsea 2019-20 budget wins approval", False),
    ],
)
def test_a_score_is_told_by_two_sides_and_two_figures(line, score):
    assert is_score(line) is score


def test_a_score_below_the_headline_is_not_the_headline():
    document = read(f"Late kick sinks Harbour\n\nPortsea 22-20 Harbour\n\n{STORY}\n")
    assert (document.title, document.body) == ("Late kick sinks Harbour", STORY)
    assert read(f"Portsea 22-20 Harbour\n\n{STORY}\n").title == "Portsea 22-20 Harbour"


def test_a_headline_that_opens_with_a_quotation_is_parted_from_topic_and_standfirst():
    headline = "‘We lost by one hand’: a night beside the water in Portsea harbour"
    deck = "Three hundred dockers waited for a promise that never came. Now they wait for June"
    assert split_headline(f"Harbours {headline} {deck}", frozenset({"three"})) == (headline, deck, True)
    document = read(f"Harbours {headline} {deck}\nThe quay at night. Photograph: Bo Lee/The Portsea Post\n{STORY}\n")
    assert (document.title, document.deck, document.body) == (headline, deck, STORY)


def test_a_head_in_one_line_that_cannot_be_parted_is_none_of_the_story():
    head = (
        "Harbours "
        + "What the Vote on the Terminal Means for Those Who Work There and Those Who Will Not Any More " * 2
    )
    document = read(f"{head.strip()}\nThe quay at night. Photograph: Bo Lee/The Portsea Post\n{STORY}\n")
    assert document.body == STORY


def test_a_picture_s_owner_is_found_above_the_labels_of_a_headline():
    picture = "The quay at low tide. Photograph: Bo Lee/The Portsea Post"
    document = read_page(
        f"{picture}\n\nOpinion\nHarbours\n\nThis article is more than 1 year old\n\n{TITLE}\n4 March 2019\n"
    )
    assert (document.title, document.photo_credits) == (TITLE, ("Bo Lee/The Portsea Post",))


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        ("Ann Field", ("Ann Field",)),
        ("Ann Field and Bo Lee", ("Ann Field", "Bo Lee")),
        ("Ann Field\nTransport correspondent\n@annfield\nReporting from\nPortsea", ("Ann Field",)),
        ("New Delhi", ()),
        ("Middle East", ()),
    ],
)
def test_a_bare_name_right_below_the_date_is_the_writer(below, authors):
    document = read(f"{TITLE}\n4 March 2019\n{below}\n{STORY}\n")
    assert (document.title, document.published, document.authors) == (TITLE, DAY, authors)
    if authors:
        assert document.body == STORY


@pytest.mark.parametrize("name", ["Ann Field", "Mara van Quist"])
def test_a_name_is_more_likely_a_person_s(name):
    assert is_persons(name)


@pytest.mark.parametrize("name", ["New Delhi", "Port Amaro", "Hong Kong", "Share This"])
def test_a_name_is_more_likely_a_place_s_or_a_button_s(name):
    assert not is_persons(name)


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("By ANN FIELD in Portsea, Harbourshire", Byline(authors=("Ann Field",), place="Portsea")),
        ("By ANN FIELD in Portsea, Inner Marrow", Byline(authors=("Ann Field",), place="Portsea")),
        ("By Ann Field in Portsea, Max Holm", Byline(authors=("Ann Field", "Max Holm"), place="Portsea")),
        ("By Ann Field, PA Political Correspondent", Byline(authors=("Ann Field",), source="PA")),
        ("By Ann Field Chief Reporter", Byline(authors=("Ann Field",))),
        ("By Ann Field Local Democracy Reporter", Byline(authors=("Ann Field",))),
    ],
)
def test_what_stands_behind_a_name_is_no_second_one(text, byline):
    assert read_byline(text) == byline


@pytest.mark.parametrize(
    ("text", "source"), [("Ann Field in Portsea and agencies", None), ("Ann Field in Portsea with AFP", "AFP")]
)
def test_agencies_behind_a_place_are_no_part_of_it(text, source):
    assert read_names(text) == Byline(authors=("Ann Field",), place="Portsea", source=source)


def test_a_post_is_told_by_its_words():
    assert is_post("Chief Political Correspondent")
    assert not is_post("Field Reporter")
    assert (read_wire("PA Political Correspondent"), read_wire("Portsea Correspondent")) == ("PA", None)


def test_where_the_writer_is_may_stand_behind_a_stroke():
    document = read(f"{TITLE}\nAnn Field | Portsea\n4 March 2019\n{STORY}\n")
    assert (document.authors, document.body) == (("Ann Field",), STORY)


@pytest.mark.parametrize(
    ("trail", "section"),
    [("Home News National", "National"), ("Home News National Tamil Nadu", "National"), ("Home is where it was", None)],
)
def test_a_trail_without_signs_names_its_section(trail, section):
    assert read_trail(trail) == section


def test_a_picture_s_owner_in_mid_story_is_not_the_source():
    lines = [*PARAGRAPHS[:2], "The shed by the quay. (c) 2019 Bo Lee", *PARAGRAPHS[2:]]
    assert read(f"{TITLE}\n4 March 2019\n" + "\n".join(lines)).source is None
    assert read(f"{TITLE}\n4 March 2019\n{STORY} (c) 2019 The Portsea Post\n").source == "The Portsea Post"


def test_a_column_is_by_the_one_whose_opinions_it_says_to_hold():
    opinions = "The opinions expressed here are solely those of the author."
    assert find_columnist([f"Editor's note: Ann Field, a professor of law, is an author. {opinions}"]) == ("Ann Field",)
    assert find_columnist(["Editor's note: Ann Field is a professor of law."]) == ()
    assert find_columnist(["The views expressed here are those of the author."]) == ()


def test_a_line_that_names_no_pictures_is_no_pictured_byline():
    assert read_pictured_byline("Words by Ann Field, pictures by Max Holm") == (
        Byline(authors=("Ann Field",)),
        "Max Holm",
    )
    assert read_pictured_byline("By Ann Field, who was there") is None


@pytest.mark.parametrize(
    ("printed", "tidied"),
    [
        ("Ann FieldPublished 3 May 2019", "Ann Field Published 3 May 2019"),
        ("May 3, 2018 / 1:01 PM", "May 3, 2018 1:01 PM"),
        ("3 May 2019 2315 GMT (0715 HKT)", "3 May 2019 23:15 GMT"),
        ("Posted: 5/3/24 10:00", "Posted: 5/3/2024 10:00"),
        ("4 March, 06:24 am 12 Comments", "4 March, 06:24 am"),
    ],
)
def test_dates_are_set_as_usual(printed, tidied):
    assert tidy_dates(printed) == tidied


@pytest.mark.parametrize(
    "menu",
    ["Home World Business Culture Video Sport", "HomeLocal NewsRegionsPortsea & Harbour"],
    ids=["row", "run together"],
)
def test_a_row_of_links_above_a_headline_is_none(menu):
    assert read(f"{menu}\n\n{TITLE}\n\nMarch 4, 2019\n\n{STORY}").title == TITLE


def test_a_byline_between_a_headline_and_its_date_is_cut_off():
    done = read(f"{TITLE} By Jo Reed in Portsea(Harbour Daily) Updated: 2019-03-04 10:47\n{STORY}")
    assert (done.title, done.authors) == (TITLE, ("Jo Reed",))


def test_a_headline_again_above_a_picture_hides_neither():
    done = read(
        f"{TITLE}\n\nBy Jo Reed (Harbour Daily)\nUpdated: 2019-03-04 07:52\n\n{TITLE}\n"
        f"Dockers unload salt in Portsea, on Sunday. Ann Field / for Harbour Daily\n\n{STORY}"
    )
    assert done.title == TITLE
    assert done.body.startswith(PARAGRAPHS[0])


def test_a_place_before_a_date_with_a_space_before_the_comma():
    done = read(f"Coast\n\n{TITLE}\n\nStaff Reporter\nPORTSEA , MARCH 04, 2019 21:37 IST\n\n{STORY}")
    assert done.title == TITLE
    assert done.published is not None


def test_a_line_of_the_source_is_not_joined_to_the_headline():
    done = read(
        f"{TITLE}\nSource: Harbour News| 2019-03-04 21:33:11|Editor: Reed\nVideo Player Close\n\nby Jo Reed\n\n{STORY}"
    )
    assert (done.title, done.authors) == (TITLE, ("Jo Reed",))
