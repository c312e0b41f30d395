"""Bylines and credits as outlets print them, in pasted texts and on pages: people, outlets and photographers apart."""

from __future__ import annotations

import html

import pytest

from generator.config import ConvertConfig
from generator.extract.head.byline import Byline, read_byline
from generator.extract.head.contributors import read_contributors
from generator.extract.head.credits import read_caption
from generator.extract.head.names import tidy_name
from generator.extract.head.office import Office, read_office
from generator.extract.head.pictured_byline import read_pictured_byline
from generator.extract.head.sign_off import is_sign_off
from generator.extract.head.unspaced import read_unspaced_names
from generator.extract.pages.article import extract_html
from generator.extract.text_article import extract_text
from generator.model import Contributor, Document, Origin, RawArticle
from generator.vocabulary.stamp_words import load_words

TITLE = "Old harbour wall falls into the sea"
STORY = (
    "The old harbour wall fell into the water on Thursday, a year after engineers had warned that it would.",
    "Nobody was hurt, the mayor said, but two boats were sunk and a warehouse lost its front.",
    "The council will meet on Monday to decide who is going to pay for the repairs, which may take years.",
)
ANN, MAX, JO = "Ann Field", "Max Holm", "Jo Reed"
PICTURES = [entry for entry in load_words() if entry.kind == "pictures"]


def make_page(shown: str) -> str:
    head = f"<head><title>{TITLE}</title></head>"
    return f"<html lang='en'>{head}<body><article><h1>{TITLE}</h1>{shown}</article></body></html>"


def read_both(*lines: str, foot: bool = False) -> tuple[Document, Document]:
    """A text and a page with some lines below the headline, or below the story."""
    paragraphs = (*STORY, *lines) if foot else (*lines, *STORY)
    origin = Origin(path="a", sha256="")
    text = RawArticle(origin=origin, form="text", markup="text", text="\n\n".join((TITLE, *paragraphs)))
    shown = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    markup = make_page(shown)
    page = RawArticle(origin=origin, form="html", markup="html", text=markup)
    return extract_text(text, ConvertConfig()).document, extract_html(page, ConvertConfig()).document


@pytest.mark.parametrize(
    ("line", "authors", "source", "owners"),
    [
        ("Words by Ann Field, pictures by Max Holm", (ANN,), None, (MAX,)),
        ("Words: Ann Field Pictures: Max Holm", (ANN,), None, (MAX,)),
        ("Story and photos by Ann Field", (ANN,), None, (ANN,)),
        ("By Jo Reed, Portsea Echo", (JO,), "Portsea Echo", ()),
        ("By Ann Field, Max Holm and Jo Reed of the Portsea Echo", (ANN, MAX, JO), "Portsea Echo", ()),
        ("By Ann Field and Max Holm in Moscow and Jo Reed in Paris", (ANN, MAX, JO), None, ()),
        ("By Ann Field | Staff writer | @annfield", (ANN,), None, ()),
        ("By Ann Field (@annfield)", (ANN,), None, ()),
        ("By Ann Field | May 3, 2019 | ann.field@echo.example", (ANN,), None, ()),
        ("BY ANN FIELD - STAFF REPORTER", (ANN,), None, ()),
        ("From Ann Field in Nairobi", (ANN,), None, ()),
        ("Compiled by Ann Field", (ANN,), None, ()),
        ("Analysis by Ann Field, CNN", (ANN,), "CNN", ()),
        ("Ann Field, Political editor", (ANN,), None, ()),
        ("by Xinhua writers Lin An, He Ping", ("Lin An", "He Ping"), "Xinhua", ()),
        ("By CNN's Ann Field", (ANN,), "CNN", ()),
        ("By Political Editor Ann Field", (ANN,), None, ()),
        ("By ANN FIELD AP Business Writer", (ANN,), "AP", ()),
        ("by Ann FIELD with Max HOLM in Moscow", (ANN, MAX), None, ()),
        ("By Mohammed bin Said al-Harbi", ("Mohammed bin Said al-Harbi",), None, ()),
        ("Report by PTI", (), "PTI", ()),
        ("By staff", (), None, ()),
        ("By our correspondent", (), None, ()),
        ("By a staff writer", (), None, ()),
    ],
)
def test_a_byline_below_the_headline(line, authors, source, owners):
    text, page = read_both(line)
    assert (text.authors, text.source, text.photo_credits) == (authors, source, owners)
    assert (page.authors, page.photo_credits) == (authors, owners)
    assert text.body == page.body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    ("below", "source"),
    [
        ("Associated Press", "Associated Press"),
        ("BBC News, Portsea", "BBC News"),
        ("Business reporter, BBC News", "BBC News"),
        ("Reporting from Portsea", None),
        ("Harbour Times Political Editor", "Harbour Times"),
    ],
)
def test_an_outlet_or_office_on_the_line_below(below, source):
    for document in read_both("By Ann Field", below):
        assert (document.authors, document.source, document.contributors) == ((ANN,), source, ())
        assert document.body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    ("line", "authors", "contributors"),
    [
        (
            "Ann Field reported from Portsea, and Max Holm from Moscow. Jo Reed contributed reporting.",
            (),
            ((ANN, "reporting"), (MAX, "reporting"), (JO, "additional reporting")),
        ),
        ("With reporting by Ann Field", (), ((ANN, "additional reporting"),)),
        ("Additional reporting by Jo Reed. Edited by Max Holm.", (), ((JO, "additional reporting"), (MAX, "editing"))),
        ("(Reporting by Ann Field; Editing by Max Holm)", (ANN,), ((MAX, "editing"),)),
    ],
)  # fmt: skip
def test_a_closing_line(line, authors, contributors):
    for document in read_both(line, foot=True):
        assert document.authors == authors
        assert tuple((one.name, one.role) for one in document.contributors) == contributors
        assert document.body == "\n\n".join(STORY)


def test_an_editor_named_below_the_byline():
    for document in read_both("By Ann Field", "Edited by Max Holm"):
        assert document.authors == (ANN,)
        assert document.contributors == (Contributor(name=MAX, role="editing"),)


def test_an_author_named_above_and_below_is_one():
    text = "\n\n".join((TITLE, "By Ann Field", *STORY, "Ann Field"))
    raw = RawArticle(origin=Origin(path="a", sha256=""), form="text", markup="text", text=text)
    assert extract_text(raw, ConvertConfig()).document.authors == (ANN,)


@pytest.mark.parametrize(
    "line",
    [
        "From the harbour in Portsea, the boats could be seen for miles, and people came to watch them.",
        "By Thursday evening the water had gone down, and the first families in Portsea were allowed to go home.",
        "Analysis by the harbour office showed that the wall had moved by a metre in the last ten years.",
        "Photos of the wall were shown to the council in March, and nothing was done about it until the fall.",
        "Credit: banks in the region say that lending to fishing firms has fallen by half since the storm.",
        "Max Holm reported from the quay that two boats had sunk, and asked for more men to be sent there.",
        "Written by hand in 1850, the plan of the wall was found again in the cellar of the town hall in May.",
    ],
)
def test_sentences_that_begin_as_bylines_and_credits_do_are_story(line):
    for document in (*read_both(line), *read_both(line, foot=True)):
        assert line in document.body
        assert (document.authors, document.photo_credits, document.contributors) == ((), (), ())


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Photo (c) 2021 Ann Field", ANN),
        ("Photo © Ann Field", ANN),
        ("Photograph: (c) Ann Field/Portsea Pictures", "Ann Field/Portsea Pictures"),
        ("Photograph: Copyright 2019 Ann Field", ANN),
        ("Credit...Ann Field for The Harbour Post", "Ann Field for The Harbour Post"),
        ("Credit: Ann Field", ANN),
        ("[Photo/Xinhua]", "Xinhua"),
        ("The wall before the storm (Photo by Ann Field)", ANN),
        ("The wall before the storm. Photo by Ann Field", ANN),
        ("The wall before the storm. Photo (c) 2021 Ann Field", ANN),
        ("Bild: picture alliance / dpa", "picture alliance / dpa"),
        ("Foto: © Ann Field", ANN),
        ("Фото: Анна Полева / ТАСС", "Анна Полева / ТАСС"),
        ("图/新华社", "新华社"),
        ("何平 摄", "何平"),
        ("تصوير: آن حقل", "آن حقل"),
    ],
)
def test_a_photo_credit(line, credit):
    caption = read_caption(line)
    assert caption is not None
    assert caption.credit == credit


@pytest.mark.parametrize(
    "line", ["Photo © Ann Field", "© Anne Dupont, AFP", "Photograph: (c) Ann Field/Portsea Pictures"]
)
def test_the_owner_of_a_picture_is_not_the_source_of_its_page(line):
    figure = f"<figure><img src='a.jpg'><figcaption>{line}</figcaption></figure>"
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    markup = make_page(figure + shown)
    raw = RawArticle(origin=Origin(path="a", sha256=""), form="html", markup="html", text=markup)
    document = extract_html(raw, ConvertConfig()).document
    assert document.source is None
    assert len(document.photo_credits) == 1


@pytest.mark.parametrize("entry", PICTURES, ids=lambda entry: entry.language)
def test_words_before_the_owner_of_the_pictures(entry):
    read = read_pictured_byline(entry.example)
    assert read is not None
    byline, owner = read
    assert len(byline.authors) == 1
    assert entry.example.endswith(f" {owner}") or entry.language in ("zh", "ja")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("作者：林安", (("林安",), None)),
        ("新华社记者 林安 何平", (("林安", "何平"), "新华社")),
        ("本报记者 林安", (("林安",), None)),
        ("撰文：林安、何平", (("林安", "何平"), None)),
        ("김바다 기자 bada@echo.example", (("김바다",), None)),
        ("بقلم: آن حقل", (("آن حقل",), None)),
        ("新华社记者从会议上获悉，修复工程将于下月开始。", None),
        ("By Ann Field", None),
    ],
)
def test_bylines_in_scripts_without_capitals(text, read):
    assert read_unspaced_names(text) == read


def test_names_in_capitals_and_small_letters():
    assert tidy_name("Ann FIELD") == "Ann Field"
    assert tidy_name("Ann Field MBE") == "Ann Field MBE"
    assert tidy_name("Ludwig III") == "Ludwig III"
    assert read_byline("Written by ann field") == Byline(authors=(ANN,))
    assert read_byline("by the sea") is None


def test_what_stands_beside_names():
    assert read_office("BBC News, Portsea") == Office(source="BBC News", place="Portsea")
    assert read_office("in Portsea") == Office(place="Portsea")
    assert read_office("Mayor resigns over wall") is None
    assert not is_sign_off("Written by hand in 1850, the plan was lost")
    assert read_contributors("Reporting from Portsea") == ()
