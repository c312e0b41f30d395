"""Lines that outlets set between and around the paragraphs of a story, and lines of the story that look like them."""

from __future__ import annotations

import pytest

from generator.config import ConvertConfig
from generator.extract.text_article import extract_text
from generator.model import Dateline, Document, Extraction, Origin, RawArticle

PARAGRAPHS = [
    "The mayor of Quaytown resigned on Thursday after a report on the harbour contract found that she had not read it.",
    "The contract, worth 12 million crowns, was given to a firm owned by her brother, the report said.",
    '"I should have read it," she told reporters outside the town hall on Thursday evening.',
    "The council will choose her successor in January, a spokesman said after the meeting.",
    "Opposition members called for an election before the spring, and said the deal should be cancelled.",
]
STORY = "\n".join(PARAGRAPHS)


def extract(text: str) -> Extraction:
    raw = RawArticle(origin=Origin(path="a.txt", sha256=""), form="text", markup="text", text=text)
    return extract_text(raw, ConvertConfig())


def read(*lines: str, at: int = 3) -> Document:
    return extract("\n".join((*PARAGRAPHS[:at], *lines, *PARAGRAPHS[at:]))).document


@pytest.mark.parametrize(
    "lines",
    [
        ("Profile: Ann Field",),
        ("In Depth: Harbours of the north",),
        ("Thursday's vote as it happened",),
        ("Mayor resigns over harbour contract – video",),
        ("All About Quaytown • Harbours",),
        ("Watch the mayor tell of her last day",),
        ("ALSO READ", "Council picks a new harbour master"),
        ("JUST WATCHED", "Mayor resigns in tears", "Replay"),
        ("Media playback is not supported on this device", "Ann Field tells why she did not read the contract"),
        ("Reuters",),
    ],
)
def test_what_stands_between_the_paragraphs_is_no_story(lines: tuple[str, ...]) -> None:
    assert read(*lines).body == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "Analysis by Ann Field, Harbour Times political reporter",
        "Profile in courage it was not, one of her critics said.",
        "The quay will reopen in the spring — Quaytown Council (@quaytown) December 10, 2015",
        '"We have nothing to hide," her brother told the Associated Press (AP).',
        "What happens next?",
    ],
)
def test_lines_of_the_story_stay_between_its_paragraphs(line: str) -> None:
    assert line[:40] in read(line).body.replace("\\", "")


@pytest.mark.parametrize(
    "line",
    [
        "Ann Field is a professor of law at Portsea University",
        "Max Holm is the author of Harbours of the North",
        "(With PTI inputs)",
        "AFP - Reuters - Xinhua",
    ],
)
def test_who_wrote_it_stands_below_the_story(line: str) -> None:
    assert read(line, at=len(PARAGRAPHS)).body == "\n\n".join(PARAGRAPHS)


def test_agencies_with_dashes_between_are_the_source() -> None:
    assert read("AFP - Reuters - Xinhua", at=len(PARAGRAPHS)).source == "AFP - Reuters - Xinhua"


def test_an_author_named_above_is_told_of_below() -> None:
    text = f"A town needs readers\nBy Ann Field\n{STORY}\nAnn Field is a lawyer in Quaytown and writes about harbours."
    assert extract(text).document.body == "\n\n".join(PARAGRAPHS)


def test_the_owner_in_brackets_after_a_caption_is_credited() -> None:
    document = read("Workers clear the quay on Friday. (Reuters)", at=1)
    assert document.photo_credits == ("Reuters",)
    assert document.body == "\n\n".join(PARAGRAPHS)


def test_a_dateline_alone_on_its_line_belongs_to_the_paragraph_below() -> None:
    above = "Mayor resigns\nBy Ann Field  December 6, 2012: 11:12 AM ET\nThe mayor on Thursday."
    text = f"{above}\nQUAYTOWN (CNNMoney)\n\n{STORY}"
    document = extract(text).document
    assert (document.dateline, document.source) == (Dateline(place="QUAYTOWN"), "CNNMoney")
    assert document.body == "\n\n".join(PARAGRAPHS)


def test_a_town_and_its_country_open_a_story_without_an_agency() -> None:
    document = extract(f"Mayor resigns over contract\nby Ann Field\n3 Oct 2018\nQuaytown, Andoria - {STORY}").document
    assert document.dateline == Dateline(place="Quaytown, Andoria")
    assert document.body.startswith("The mayor of Quaytown")


def test_three_places_before_a_dash_are_a_sentence() -> None:
    text = f"London, Paris and Quaytown - all have lost a mayor this year, and none of them said why.\n{STORY}"
    assert extract(text).document.dateline is None


def test_the_links_of_a_box_between_headline_and_story_are_none_of_it() -> None:
    text = f"Mayor resigns over contract\n3 Oct 2018\nMORE ON EUROPE\nCouncil votes on new harbour\ntoday\n{STORY}"
    assert extract(text).document.body == "\n\n".join(PARAGRAPHS)


def test_a_paragraph_that_ends_in_a_question_opens_the_story() -> None:
    first = "Thousands of people are being told to stay away from the quay after the report. What should you do?"
    document = extract(f"{first}\nWhat has happened?\n{STORY}").document
    assert document.title is None
    assert document.body.startswith("Thousands of people")


@pytest.mark.parametrize(
    "head",
    [
        "Opinion » Columns\n{}\nAnn Field\nPublished: December 10, 2015 05:41 IST\nSHARE · COMMENT (3) · PRINT · T+",
        "Home » News » Cities\n{}\nStaff Reporter\nQUAYTOWN:, December 10, 2015 05:41 IST",
        "News > World > Europe\n{}\nAnn Field @annfield Thursday 10 December 2015 14:02\n0 comments",
        "China / Society\nHome / China / Society\n{}\nBy Ann Field | Published: 2015-12-10 07:12\nShare - WeChat",
        "{}\n2015-12-10 14:02:11 Xinhua Editor: Ann Field",
        "{}\nThis article is more than 7 years old\nThu 10 Dec 2015 14.02 GMT\n2,104",
    ],
)
def test_headline_and_day_are_read_among_trails_and_tools(head: str) -> None:
    document = extract(head.format("Mayor resigns over harbour contract") + "\n" + STORY).document
    assert (document.title, str(document.published)[:10]) == ("Mayor resigns over harbour contract", "2015-12-10")
    assert document.body == "\n\n".join(PARAGRAPHS)


def test_a_line_on_an_articles_age_stands_between_headline_and_standfirst() -> None:
    deck = "The mayor says that she should have read it"
    head = f"Mayor resigns over harbour contract\nThis article is more than 7 years old\n{deck}"
    text = f"{head}\nThu 10 Dec 2015 14.02 GMT\n{STORY}"
    assert extract(text).document.deck == deck


def test_a_story_goes_on_below_a_box_of_one_link_in_its_midst() -> None:
    box = "RELATED STORIES\nCouncil votes on new harbour"
    text = f"{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}\n{box}\n{PARAGRAPHS[2]}\n{PARAGRAPHS[3]}\nTRTWorld and agencies"
    document = extract(text).document
    assert document.body == "\n\n".join(PARAGRAPHS[:4])
    assert document.source == "TRTWorld and agencies"
