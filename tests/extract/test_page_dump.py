"""Whole pages as a text browser prints them: headline, standfirst, byline and story among menus, tools and pictures."""

from __future__ import annotations

import pytest

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.model import Contributor, Document, Origin, RawArticle
from generator.moments import format_moment

PARAGRAPHS = [
    "The old harbour wall of Portsea fell into the water on Thursday, a year after engineers had warned that it would.",
    "Nobody was hurt, the mayor said, but two boats were sunk and a warehouse lost all of its front in the night.",
    '"We heard it go and then we saw the dust," said Ann Field, who has kept a shop on the square for thirty years.',
    "The council meets on Monday to decide whether the square and the market beside it can open again before the fair.",
]
STORY = "\n\n".join(PARAGRAPHS)
HEADLINE = "Harbour wall of Portsea falls a year after warning"
DECK = "Engineers had told the council that the stones were moving"
MENU = "\n".join(
    f"  • {name}" for name in "News Sport Weather Shop Earth Travel Culture Radio Local Food Arts Jobs".split()
)
TOOLS = "  • Copy Link Copied\n  • Share via email\n  • Share on X\n  • \n  • Share on LinkedIn\n"
TEASER = "Storm takes the pier of Harwick"


def extract(text: str) -> Document:
    raw = RawArticle(origin=Origin(path="a.txt", sha256=""), form="text", markup="text", text=text)
    return extract_article(raw, ConvertConfig()).document


def page(head: str, story: str = STORY, foot: str = "") -> str:
    return f"{MENU}\n\n{MENU}\n\n{head}\n\n{story}\n\n{foot}\n\nMost read\n\n  1. {TEASER}\n\n{MENU}\n"


@pytest.mark.parametrize(
    ("below", "authors", "published", "deck"),
    [
        (
            f"{DECK}\n\n{TOOLS}\n\nOctober 23, 2015 5:50 pm CET\nBy Jo Reed",
            ("Jo Reed",), "2015-10-23T17:50:00+01:00", DECK,
        ),
        (
            f"{DECK}\n\nAuthor of the article:\nJo Reed\nPublished Jun 05, 2015  •  3 minute read",
            ("Jo Reed",), "2015-06-05", DECK,
        ),
        (
            f"Jo ReedPublished Jul 17, 2015, 11:21am|Updated Jul 17, 2015, 6:39pm\n{TOOLS}",
            ("Jo Reed",), "2015-07-17T11:21:00", None,
        ),
        (
            "Jo Reed · Harbour News · Posted: Aug 08, 2015 4:00 AM EDT | Last Updated: August 8",
            ("Jo Reed",), "2015-08-08T04:00:00-04:00", None,
        ),
        ("By Jo Reed - Coast Contributor 2015-11-19T12:48:14Z Space", ("Jo Reed",), "2015-11-19T12:48:14Z", None),
        ("Jo Reed / HARBOURPOST.COM / Apr 16, 2015, 14:04 IST", ("Jo Reed",), "2015-04-16T14:04:00+05:30", None),
        (f"{DECK}\n\nJo Reed\nFacebook\nTwitter\nEmail", ("Jo Reed",), None, DECK),
        ("Coast / January 11, 2015", (), "2015-01-11", None),
    ],
)  # fmt: skip
def test_a_head(below, authors, published, deck):
    document = extract(page(f"{HEADLINE}\n\n{below}"))
    assert (document.title, document.authors, document.deck) == (HEADLINE, authors, deck)
    assert (format_moment(document.published) if document.published else None) == published
    assert document.body == STORY


def test_teasers_and_pictures_between_headline_and_story_are_not_the_headline():
    teasers = "\n\n".join(f"[img{n}]\n{TEASER} {n}\n{TEASER} {n}" for n in range(4))
    picture = "Townspeople look at the wall of Portsea that fell into the water. (Ann Field/AP)"
    document = extract(page(f"{HEADLINE}\n\nBy Jo Reed\n\n10 December 2015\n\n{teasers}\n\n{picture}\n{picture}"))
    assert (document.title, document.authors) == (HEADLINE, ("Jo Reed",))
    assert document.photo_credits == ("Ann Field/AP",)
    assert document.body == STORY


def test_a_trail_is_not_the_headline():
    document = extract(page(f"HomeCOAST NEWS{HEADLINE}\n\n{HEADLINE}\n\n10 December 2015"))
    assert document.title == HEADLINE


def test_the_words_of_a_picture_above_its_caption():
    caption = "The wall before it fell. | Ann Field/PA Images via Getty Images"
    document = extract(page(f"{HEADLINE}\n\n10 December 2015\n\nA grey wall of stone by the sea\n{caption}"))
    assert document.photo_credits == ("Ann Field/PA Images via Getty Images",)
    assert document.captions == ("The wall before it fell.",)
    assert document.body == STORY


def test_key_points_above_a_story_and_the_author_below_are_none_of_it():
    points = "  • The wall of Portsea fell.\n  • Nobody was hurt in the fall."
    head = f"{HEADLINE}\n\nBy Jo Reed\n\n10 December 2015\n\n{points}"
    foot = f"Jo Reed\n\nJo Reed is a correspondent of the Harbour Post.\n\n{PARAGRAPHS[0][::-1]}."
    assert extract(page(head, foot=foot)).body == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Article content", "Story continues below",
        "This advertisement has not loaded yet, but your article continues below.",
        "We apologize, but this video has failed to load.", "By signing up you agree to receive our weekly letter.",
        "Advertisement Continue reading the main story", "Reply Report 3", "Submit a correction",
        "Sign up for the Harbour Briefing newsletter", "Follow Harbour News on Instagram, Facebook and YouTube.",
        "— Harbour Office (@harbouroffice) November 4, 2015", "More: Harbour firm to hire divers after the fall",
        "You can save this article by registering for free here. Or sign-in if you have an account.",
    ],
)  # fmt: skip
def test_furniture_between_paragraphs(line):
    story = "\n\n".join((*PARAGRAPHS[:2], line, *PARAGRAPHS[2:]))
    assert extract(page(f"{HEADLINE}\n\n10 December 2015", story)).body == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Do you have a story for the Harbour Post? Email us at desk@example.org or call 01234 567890",
        "Read or Share this story: https://example.org/2sag7Cz", "Contact the writers at desk@example.org",
        "Jo Reed can be reached at jo.reed@example.org.", "ann.field@example.org",
    ],
)  # fmt: skip
def test_furniture_below_a_paste(line):
    assert extract(f"{STORY}\n\n{line}\n").body == STORY


def test_contributors_and_the_agency_of_a_story():
    document = extract(
        f"{HEADLINE}\n\nHarbour Post | 10 December 2015\n\nPORTSEA, Dec 10 (Reuters) - {STORY}\n\n"
        "(Reporting by Jo Reed; Editing by Xi Wu)\n"
    )
    assert (document.source, document.agency) == ("Harbour Post", "Reuters")
    assert document.authors == ("Jo Reed",)
    assert document.contributors == (Contributor(name="Xi Wu", role="editing"),)


def test_an_agency_that_is_the_source_is_not_told_twice():
    document = extract(f"{HEADLINE}\n\nPORTSEA (Reuters) - {STORY}\n")
    assert (document.source, document.agency) == ("Reuters", None)


def test_the_section_above_a_headline():
    document = extract(page(f"Business\n\n{HEADLINE}\n\n10 December 2015"))
    assert (document.section, document.title) == ("Business", HEADLINE)


@pytest.mark.parametrize(
    ("line", "title", "deck"),
    [
        (f"Business {HEADLINE} Council says that it had no money to mend the stones of the harbour", HEADLINE, True),
        (f"Portsea {HEADLINE}", HEADLINE, False),
    ],
)
def test_a_kicker_run_into_the_headline(line, title, deck):
    document = extract(f"{line}\n\n{STORY}\n\nThe council says that more will fall.\n")
    if deck:
        assert document.title == title
        assert document.deck == "Council says that it had no money to mend the stones of the harbour"
    else:
        assert document.title is not None
        assert document.title.endswith(title)


@pytest.mark.parametrize(
    "first",
    [
        "FILE - In this Dec. 13, 2016, file photo, the wall stands above the harbour. (Ann Field, File/AP)",
        "The wall of Portsea is said to be the oldest of the walls that a king has built",
        "Portsea has lost its wall.",
        "Story highlights The wall of Portsea fell on Thursday",
        "CLOSE Divers tell how the wall of Portsea fell and what it will cost to mend it. Harbour Wire",
        "Enlarge this image toggle caption Ann Field/AP Ann Field/AP",
        "Townspeople below the wall of Portsea. [Photo/Agencies]",
    ],
)
def test_a_caption_or_first_sentence_is_no_headline(first):
    assert extract(f"{first}\n\n{STORY}\n").title is None


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Reuters The wall of Portsea fell in the night of Thursday", "Reuters"),
        ("Getty - Contributor The wall of Portsea as it stood in spring", "Getty"),
        ("HARBOUR SCHOOL•GETTY Portsea wall: The stones were moving for a year", "HARBOUR SCHOOL•GETTY"),
        ("Enlarge this image toggle caption Ann Field/AP Ann Field/AP", "Ann Field/AP"),
        ("The wall before it fell. (Photo by Ann Field/Getty Images)", "Ann Field/Getty Images"),
        ("The wall before it fell LAUREN FIELD/PA", "LAUREN FIELD/PA"),
        ("Media captionThe wall as it fell", None),
        ("PORTSEA, ENGLAND - FEBRUARY 26: Townspeople stand below the wall on February 26, 2014 in Portsea.", None),
    ],
)
def test_captions_between_paragraphs(line, credit):
    document = extract(f"{PARAGRAPHS[0]}\n\n{line}\n\n" + "\n\n".join(PARAGRAPHS[1:]) + "\n")
    assert document.photo_credits == ((credit,) if credit else ())
    assert document.body == STORY


def test_a_sign_off_run_into_the_last_paragraph():
    document = extract(f"PORTSEA (Reuters) - {STORY} (Reporting by Jo Reed; Editing by Xi Wu)\n")
    assert document.body == STORY
    assert document.authors == ("Jo Reed",)
    assert document.contributors == (Contributor(name="Xi Wu", role="editing"),)


def test_a_sentence_that_ends_in_a_date_is_no_date_line():
    document = extract(f"{STORY}\nDivers had seen the stones of the wall move on April 14, 2014")
    assert document.published is None


@pytest.mark.parametrize("line", ["Shutterstock", "Getty Images", "AFP/Getty Images", "Ann Field/The Verge"])
def test_an_owner_of_pictures_is_not_the_source(line):
    document = extract(f"{HEADLINE}\n\n10 December 2015\n\n{line}\n\n{STORY}\n")
    assert (document.source, document.photo_credits) == (None, (line,))
    assert document.body == STORY


def test_what_subscribers_get_is_none_of_a_story():
    offer = (
        "REGISTER / SIGN IN TO UNLOCK MORE ARTICLES\n\n  • Read the paper as it was printed, on any device.\n"
        "  • Share your thoughts with other readers of the Harbour Times\n\n"
    )
    story = f"{PARAGRAPHS[0]}\n\n{offer}{offer}" + "\n\n".join(PARAGRAPHS[1:])
    assert extract(page(f"{HEADLINE}\n\nBy Jo Reed", story)).body == STORY


@pytest.mark.parametrize("between", ["", "https://portsea.example\n"])
def test_a_name_alone_below_a_story_heads_what_is_said_of_them(between):
    foot = f"Jo Reed\n{between}Jo Reed is the founder of the Portsea Echo. She has lived on the quay since 2001.\n"
    assert extract(page(f"{HEADLINE}\n\n10 December 2015", foot=foot)).body == STORY


def test_a_name_alone_within_a_story_does_not_end_it():
    more = "\n\n".join(f"Boat {number} was lost: {PARAGRAPHS[number % 4]}" for number in range(8))
    within = f"{STORY}\n\nThe Sprat\n\nThe Sprat is the oldest boat of the harbour, and it was built for the mayor."
    assert "Boat 7 was lost" in extract(page(f"{HEADLINE}\n\n10 December 2015", f"{within}\n\n{more}")).body


def test_a_dateline_below_bare_marks_opens_the_story():
    opening = "PORTSEA, England (AP) — The latest on the wall of the old harbour at Portsea (all times local):"
    head = f"{HEADLINE}\n\nUpdated 10:01 pm, Thursday, December 10, 2015\n" + "\n  •  " * 9
    assert extract(page(f"{head}\n", f"{opening}\n\n{STORY}")).body.startswith("The latest on the wall")


def test_glued_links_to_share():
    assert extract(page(f"{HEADLINE}\n\nBy Jo Reed", f"{STORY}\n\nFacebookTwitterPinterestEmail")).body == STORY
