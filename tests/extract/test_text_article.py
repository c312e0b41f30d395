"""Pasted articles of each kind, written for this test."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.extract.text_article import extract_text
from generator.model import Dateline, Document, Extraction, Origin, RawArticle
from generator.moments import format_moment

OPTIONS = ConvertConfig()

PARAGRAPHS = [
    "The old harbour wall fell into the water on Thursday, a year after engineers had warned that it would.",
    "Nobody was hurt, the mayor said, but two boats were sunk and a warehouse lost its front.",
    '"We heard it go and then we saw the dust," said Ann Field, who keeps a shop across the square.',
]
STORY = "\n\n".join(PARAGRAPHS)


def extract(text: str) -> Extraction:
    return extract_text(
        RawArticle(origin=Origin(path="a.txt", sha256=""), form="text", markup="text", text=text), OPTIONS
    )


def extract_door(text: str) -> Document:
    raw = RawArticle(origin=Origin(path="a.txt", sha256=""), form="text", markup="text", text=text)
    return extract_article(raw, OPTIONS).document


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def assert_every_word_is_accounted_for(text: str) -> None:
    extraction = extract(text)
    shown = html.fromstring(f"<div>{markdown.markdown(extraction.document.body)}</div>").text_content()
    assert words(shown) + words(" ".join(entry.text for entry in extraction.removed)) == words(text)


WEB_PASTE = f"""Home | News | Sport | Weather | Business
Skip to content

Harbour wall falls a year after warning

Engineers told the council in 2014 that the stones were moving

By Jo Reed, Northern Correspondent, in Portsea

Published: 3 December 2015 00:35 GMT
Updated: 3 December 2015 06:10 GMT

Share on Facebook   Tweet   Email

{STORY}

Advertisement

It fell at low tide, which was luck.

MORE FROM THE HARBOUR
* How walls are built
* Sketch: a day by the water

© The Harbour Gazette 2015
"""

ONE_LINE_EACH = "\n".join(
    [
        "Wall falls in old harbour",
        "Xinhua, December 10, 2015 Adjust font size:",
        *PARAGRAPHS[:2],
        PARAGRAPHS[2] + " Endit",
    ]
)

WIRE = """HARBOUR-WALL/INQUIRY (UPDATE 2)

Wall falls in the old harbour

By Jo Reed and Max Holm

PORTSEA, England, Dec 10 (Harbour Wire) - The old harbour wall fell
into the water on Thursday, a year after engineers had warned that it
would, and took two boats with it.

``We heard it go and then we saw the dust,'' said Ann Field, who keeps
a shop across the square. ``Then nothing.''

Nobody was hurt. The council said that it would hold an inquiry into
what had been known, and by whom, and when.

(Reporting by Jo Reed and Max Holm; Editing by Xi Wu)
-30-

Dec 10, 2015
"""

PAGE = (
    "\n".join(f"• {name}" for name in "News Sport Weather Shop Earth Travel Culture Future Radio Local Food".split())
    + "\n\nSearch the site\n[            ] [Search]\n12:03 GMT, Nov 20, 2019\n\n"
    + "\n".join(
        f"  • {name}" for name in ("Home", "World", "UK", "Business", "Tech", "Science", "Health", "Politics", "Arts")
    )
    + "\n\nHarbour wall falls a year after warning\n\n"
    + "  • 10 December 2015\n  • From the section England\n  • 941 comments\n\n"
    + "Image caption The wall before the storm\n\n"
    + f"{STORY}\n\nWhat happens next?\n\nThe council meets on Monday to decide whether the square can open again.\n\n"
    + "View comments941\n\nShare this story About sharing\n\n"
    + "More on this story\n\n  • Storm takes pier\n    4 hours ago\n\n"
    + "Top Stories\n\nStorm takes pier\n\nA pier that stood for a century was lost in the night.\n4 hours ago\n\n"
    + "Most read\n\n  • 1 Storm takes pier\n  • 2 Why walls fall\n\nCopyright © 2015 Harbour. All rights reserved.\n"
)


def test_a_web_paste():
    extraction = extract(WEB_PASTE)
    document = extraction.document
    assert document.title == "Harbour wall falls a year after warning"
    assert document.deck == "Engineers told the council in 2014 that the stones were moving"
    assert document.authors == ("Jo Reed",)
    assert document.source == "The Harbour Gazette"
    assert document.published is not None
    assert format_moment(document.published) == "2015-12-03T00:35:00Z"
    assert document.updated is not None
    assert format_moment(document.updated) == "2015-12-03T06:10:00Z"
    assert document.language == "en"
    assert document.review == ("source",)
    assert document.body == f"{STORY}\n\nIt fell at low tide, which was luck."
    rules = {entry.text: entry.rule for entry in extraction.removed}
    assert rules["Advertisement"] == "advertisement"
    assert rules["* Sketch: a day by the water"] == "related-box"
    assert rules["By Jo Reed, Northern Correspondent, in Portsea"] == "stamp"


def test_a_paste_without_blank_lines():
    document = extract(ONE_LINE_EACH).document
    assert (document.title, document.source, document.published) == (
        "Wall falls in old harbour",
        "Xinhua",
        date(2015, 12, 10),
    )
    assert document.body == STORY
    assert document.review == ()


def test_wire_copy():
    document = extract(WIRE).document
    assert document.title == "Wall falls in the old harbour"
    assert document.authors == ("Jo Reed", "Max Holm")
    assert document.source == "Harbour Wire"
    assert document.dateline == Dateline(place="PORTSEA, England", date=date(2015, 12, 10))
    assert document.published == date(2015, 12, 10)
    assert document.body.split("\n\n") == [
        "The old harbour wall fell into the water on Thursday, a year after engineers had warned that it would, and "
        "took two boats with it.",
        "“We heard it go and then we saw the dust,” said Ann Field, who keeps a shop across the square. “Then "
        "nothing.”",
        "Nobody was hurt. The council said that it would hold an inquiry into what had been known, and by whom, "
        "and when.",
    ]


def test_a_whole_page():
    document = extract(PAGE).document
    assert document.title == "Harbour wall falls a year after warning"
    assert document.published == date(2015, 12, 10)
    assert document.source is None
    assert document.body == (
        f"{STORY}\n\n## What happens next?\n\nThe council meets on Monday to decide whether the square can open again."
    )


@pytest.mark.parametrize("text", [WEB_PASTE, ONE_LINE_EACH, WIRE.replace("``", "").replace("''", ""), PAGE])
def test_every_word_is_in_the_body_or_in_the_receipt(text):
    assert_every_word_is_accounted_for(text)


@settings(max_examples=150)
@given(lines=st.lists(st.sampled_from([*WEB_PASTE.split("\n"), *PAGE.split("\n"), *WIRE.split("\n")]), max_size=25))
def test_every_word_of_any_jumble_is_accounted_for(lines):
    text = "\n".join(lines)
    numbered = re.sub(r"^[ ]*\d{1,2}[.)] ", "", text, flags=re.MULTILINE)
    assert_every_word_is_accounted_for(numbered)


def test_lines_are_those_of_the_raw_text():
    lines = WEB_PASTE.split("\n")
    for entry in extract(WEB_PASTE).removed:
        assert " ".join(lines[entry.line - 1].split()) == entry.text


def test_what_is_not_said_is_not_known():
    document = extract(STORY).document
    assert (document.title, document.deck, document.source, document.published, document.updated) == (None,) * 5
    assert (document.authors, document.photo_credits, document.dateline, document.url) == ((), (), None, None)
    assert document.body == STORY


def test_credits_and_captions_are_no_story():
    document = extract(
        "Wall falls in the harbour\n\nPhoto by: Harbour Pictures\nPhoto by: Harbour Pictures\n\n"
        f"Updated Jul 28, 2015\n\n{PARAGRAPHS[0]}\n\n"
        f"Image copyright Ann Field Image caption The wall before it fell\n\n{PARAGRAPHS[1]}\n\n"
        f"{PARAGRAPHS[2]}\n\nHarbour News and agencies\n"
    ).document
    assert document.photo_credits == ("Harbour Pictures", "Ann Field")
    assert document.source == "Harbour News and agencies"
    assert (document.published, document.updated) == (None, date(2015, 7, 28))
    assert document.body == STORY


def test_a_standfirst_that_is_a_sentence():
    document = extract(
        f"Wall falls in the harbour\n{PARAGRAPHS[1]}\nBy Jo Reed\n{PARAGRAPHS[0]}\n{PARAGRAPHS[2]}\n"
    ).document
    assert (document.title, document.deck, document.authors) == (
        "Wall falls in the harbour",
        PARAGRAPHS[1],
        ("Jo Reed",),
    )
    assert document.body == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[2]}"


def test_a_story_goes_on_below_a_box():
    document = extract(
        f"{PARAGRAPHS[0]}\n\nRelated stories\n* Pier lost\n* Why walls fall\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}\n"
    ).document
    assert document.body == STORY


def test_lists_and_headings():
    document = extract(
        f"{PARAGRAPHS[0]}\n\nWhat was lost\n\n{PARAGRAPHS[1]} The council listed:\n\n"
        f"- two boats\n- a lamp\n\n{PARAGRAPHS[2]}\n"
    ).document
    assert "\n\n## What was lost\n\n" in document.body
    assert "\n\n- two boats\n- a lamp\n\n" in document.body


def test_a_report_of_new_years_eve_is_dated_in_the_old_year():
    text = f"Wall falls\n\nPublished 1 January 2016\n\nPORTSEA, Dec 31 (Reuters) - {STORY}"
    assert extract(text).document.dateline == Dateline(place="PORTSEA", date=date(2015, 12, 31))


def test_a_gallery():
    text = "\n".join(
        f"Photos: Harbour wall falls {words} Hide Caption {n} of 3" for n, words in enumerate(PARAGRAPHS, 1)
    )
    document = extract(text).document
    assert document.title == "Harbour wall falls"
    assert document.body == STORY


def test_markup_in_a_paste_is_only_text():
    attack = "The note <script>alert(1)</script> had [a link](javascript:alert(1)) in it, the harbour office said."
    body = extract(f"Wall <script>x</script> falls\n\n{attack}\n\n{STORY}").document.body
    tree = html.fromstring(f"<div>{markdown.markdown(body)}</div>")
    assert attack in tree.text_content()
    assert not list(tree.iter("script", "a"))


def test_a_title_of_500_characters():
    title = "Flood upon flood " * 29 + "came"
    document = extract(f"{title}\n\nBy Jo Reed\n\n{STORY}").document
    assert document.title == title
    assert document.body == STORY


MENU = "\n".join(f"* {name}" for name in "News Sport Weather Shop Earth Travel Culture Radio Local Food".split() * 2)


@pytest.mark.parametrize(
    ("top", "foot", "source", "review"),
    [
        ("Harbour Broadcasting", "Copyright © 2015 Harbour Broadcasting.", "Harbour Broadcasting", ()),
        ("PORTSEA ECHO", "© 2015 Portsea Echo. All rights reserved.", "Portsea Echo", ()),
        ("The Portsea Echo", "© Portsea Echo 2015", "The Portsea Echo", ()),
        ("Portsea Radio", "© 2015 Harbour Holdings. All rights reserved.", "Portsea Radio", ("source",)),
        ("Coast", "© 2015 Portsea Echo. All rights reserved.", "Portsea Echo", ("source",)),
    ],
)
def test_an_outlet_named_above_and_below_is_the_source(top, foot, source, review):
    text = f"{top}\n\nHarbour wall falls a year after warning\n\n10 December 2015\n\n{STORY}\n\n{foot}\n"
    document = extract_door(text)
    assert (document.source, document.review) == (source, review)
    assert document.body == STORY


@pytest.mark.parametrize(("top", "source"), [("Harbour Broadcasting\n", "Harbour Broadcasting"), ("", None)])
def test_on_a_whole_page_a_copyright_line_alone_names_no_source(top, source):
    foot = "Copyright © 2015 Harbour Broadcasting. Harbour Broadcasting is not responsible for external sites."
    text = f"{top}{MENU}\n\nHarbour wall falls a year after warning\n\n10 December 2015\n\n{STORY}\n\n{MENU}\n\n{foot}"
    document = extract_door(text)
    assert document.source == source
    assert ("source" in document.review) == (source is None)


def test_what_every_article_has_is_asked_for_when_it_is_not_said():
    assert extract_door(STORY).review == ("source", "published")
    assert extract_door(f"Wall falls in the harbour\n\n10 December 2015\n\n{STORY}").review == ("source",)
    assert extract_door(f"Wall falls in the harbour\n\nSource: Xinhua\n\n{STORY}").review == ("published",)


def test_short_questions_and_labels_are_headings():
    body = extract(
        f"Wall falls in the harbour\n\n10 December 2015\n\n{PARAGRAPHS[0]}\n\n"
        "But who was to know, and who was told, on the night it went?\n\n"
        f"How deep is it?\n\n{PARAGRAPHS[1]}\n\nThursday: what we know\n\n{PARAGRAPHS[2]}\n\n"
        "What's next?\n\nNothing.\n\nThe day: hour by hour\n\n05:10 First stones fall\n06:00 Basin is closed\n"
    ).document.body
    assert [block for block in body.split("\n\n") if block.startswith("#")] == [
        "## How deep is it?",
        "## Thursday: what we know",
        "## What's next?",
        "## The day: hour by hour",
    ]


def test_the_score_of_the_headline_is_no_first_sentence():
    extraction = extract(f"Portsea 2-1 Harbour\nBy Jo Reed\n10 December 2015\n\nPortsea 2 Harbour 1\n\n{STORY}")
    assert extraction.document.body == STORY
    assert {entry.text: entry.rule for entry in extraction.removed}["Portsea 2 Harbour 1"] == "title-repeat"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("stamp", ["Sample Wire, December 10, 2015", "Sample Wire | 10 December 2015"])
def test_a_brief_of_one_short_sentence(stamp, gap):
    document = extract_door(gap.join(["Wall falls in Portsea harbour", stamp, "The harbour wall fell at dawn.\n"]))
    assert (document.title, document.source) == ("Wall falls in Portsea harbour", "Sample Wire")
    assert document.published == date(2015, 12, 10)
    assert document.body == "The harbour wall fell at dawn."
    assert document.review == ()


def test_the_section_named_above_a_story():
    assert extract(PAGE).document.section == "England"


def test_the_id_is_made_of_the_text():
    raw = RawArticle(origin=Origin(path="a.txt", sha256="00"), form="text", markup="text", text=STORY)
    document = extract_article(raw, OPTIONS).document
    assert re.fullmatch(r"[0-9a-f]{12}", document.id or "")
    assert document.origin == raw.origin


def test_short_paragraphs_at_the_end_are_story_however_many() -> None:
    days = "\n\n".join(f"It rained on day {n}." for n in range(1, 31))
    lead = "The rivers of the north fell on Thursday, a week after the flood that drove four thousand people from home."
    quote = (
        '"We are glad of it," said the mayor, who had not slept for three nights while the water stood in the streets.'
    )
    raw = f"Rivers fall after the flood\n\nSample Wire, December 10, 2015\n\n{lead}\n\n{quote}\n\n{days}\n"
    assert extract(raw).document.body.endswith("It rained on day 30.")


def test_a_list_of_short_lines_that_ends_a_story_is_story() -> None:
    villages = "\n".join(f"Village {n}: {n + 2} houses flooded" for n in range(1, 41))
    body = extract(
        f"Rivers fall after the flood\n\nSample Wire, December 10, 2015\n\n{STORY}\n\n{villages}\n"
    ).document.body
    assert body.count("houses flooded") == 40
