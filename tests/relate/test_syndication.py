"""One text in several outlets: which article stands for it, whose it is, and how many speak for themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from copying import NOON, REPORTS, make, splices
from hypothesis import given, settings
from hypothesis import strategies as st
from relate_samples import relate

from generator.model import Article, EnrichedArticle, Syndication
from generator.relate.credits import find_agency, find_credit, read_agencies
from generator.relate.syndication import Carried

WHOLE = "\n\n".join(REPORTS["library"]["paragraphs"])
HALF = "\n\n".join(REPORTS["library"]["paragraphs"][:4])
OTHER = "\n\n".join(REPORTS["tunnel"]["paragraphs"])
MORE = "\n\n".join(
    [
        WHOLE,
        "Readers who came to the library in Tarn Street on Saturday found the Friends at work with brooms and "
        "paint. Obi said that the Wren clock would hang above the lending desk by Christmas, given a carpenter.",
        "Tuttle, who came too, borrowed a book on gambling and paid a fine of 20 pence on another that he had "
        "kept since spring. The librarian on duty, Sam Oakes, said that the councillor was welcome if he was on time.",
        "Quillbridge has two more libraries, in Mill Lane and at the station, whose readers have asked the Friends to "
        "tell them how a lottery is run. The council says that it will lease no other hall for a pound a year.",
    ]
)


def credit(enriched: EnrichedArticle, **values: object) -> EnrichedArticle:
    return replace(enriched, article=replace(enriched.article, **values))


def syndications(*articles: EnrichedArticle) -> tuple[Syndication, ...]:
    return relate(*articles).syndications


def test_the_earliest_whole_text_is_shown_and_each_copy_says_why():
    (found,) = syndications(
        make("early", HALF, "Library saved", "Placeholder Post"),
        make("whole", WHOLE, "Lottery saves library", "Example Tribune", 3),
        make("late", WHOLE, "Books win", "Specimen Gazette", 27),
    )

    assert (found.shown, found.origin) == ("whole", None)
    assert [(copy.article, copy.why) for copy in found.copies] == [
        ("early", ("cut to 47%", "3 hours earlier")),
        ("late", ("100% of the text", "1 day later")),
    ]


def test_the_agencys_own_article_is_shown_though_it_came_later():
    (found,) = syndications(
        credit(make("a", WHOLE, source="Placeholder Post"), agency="Associated Press"),
        make("b", WHOLE, source="AP", hours=1),
        credit(make("c", WHOLE, source="Gazette", hours=2), authors=("AP staff",)),
    )

    assert (found.shown, found.origin) == ("b", "AP")
    assert [copy.why[0] for copy in found.copies] == ["credits AP", "credits AP"]
    assert found.copies[0].why[2] == "1 hour earlier"


def test_an_article_with_much_of_its_own_stays_by_itself_beside_the_agencys():
    agency = make("agency", WHOLE, source="Reuters")
    copy = make("copy", WHOLE, source="Placeholder Post", hours=1)
    more = make("more", MORE, source="Example Tribune", hours=2)
    (found,) = syndications(agency, copy, more)

    assert found.shown == "agency"
    assert [each.article for each in found.copies] == ["copy"]


def test_two_that_share_a_part_only_are_not_one_text():
    paragraphs = REPORTS["tunnel"]["paragraphs"]
    brief = make("brief", "\n\n".join(paragraphs[3:5]), source="Placeholder Post")
    head = make("head", "\n\n".join(paragraphs[:5]), source="Example Tribune", hours=1)
    tail = make("tail", "\n\n".join(paragraphs[3:]), source="Specimen Gazette", hours=2)

    for found in syndications(brief, head, tail):
        assert {"head", "tail"} - {found.shown, *(copy.article for copy in found.copies)}


@pytest.mark.parametrize("case", [*splices()], ids=lambda case: case.name)
def test_a_splice_hides_nobody(case):
    digest = relate(case.one, case.other)

    assert digest.syndications == ()
    assert [(found.whole, found.part) for found in digest.inclusions] == [("b", "a")]


def test_days_alone_tell_no_hours():
    one, other = make("a", WHOLE, source="Example Tribune"), make("b", WHOLE, source="Placeholder Post")
    (found,) = syndications(credit(one, published=date(2015, 12, 9)), credit(other, published=date(2015, 12, 11)))
    assert found.copies[0].why == ("100% of the text", "2 days later")

    (found,) = syndications(credit(one, published=None), credit(other, published=None))
    assert found.copies[0].why == ("100% of the text",)


@settings(max_examples=15)
@given(st.permutations(range(5)), st.integers(0, 4))
def test_neither_the_order_nor_when_they_are_added_matters(order, hours):
    articles = [
        make("a", HALF, source="Placeholder Post"),
        make("b", WHOLE, source="Reuters", hours=hours),
        credit(make("c", WHOLE, source="Specimen Gazette", hours=2), agency="Reuters"),
        make("d", OTHER, source="Example Tribune", hours=1),
        make("e", OTHER, source="Placeholder Post", hours=1),
    ]

    assert syndications(*(articles[place] for place in order)) == syndications(*articles)


# --- voices ----------------------------------------------------------------------------------------------------------


def _article(identity: str, source: str, agency: str | None = None) -> Article:
    return replace(make(identity, "A text.", source=source).article, agency=agency)


VOICES = {
    "two reports": ([("a", "Tribune"), ("b", "Post")], 2),
    "an agency's words": ([("a", "Tribune"), ("b", "Post", "AP"), ("c", "Gazette", "Associated Press")], 2),
    "an agency beside who credits it": ([("a", "Reuters"), ("b", "Post", "Reuters"), ("c", "Tribune")], 2),
    "two agencies": ([("a", "Post", "AP"), ("b", "Gazette", "AFP")], 2),
    "two reports of an agency": ([("a", "Reuters"), ("b", "Reuters")], 2),
}


@pytest.mark.parametrize(("articles", "independent"), VOICES.values(), ids=VOICES)
def test_reports_that_speak_for_themselves(articles, independent):
    assert Carried(()).count_independent([_article(*values) for values in articles]) == independent


def test_five_reports_of_which_two_are_independent():
    articles = [
        make("agency", WHOLE, "Library saved by a lottery", "Reuters"),
        make("copy", WHOLE, "Lottery saves library", "Placeholder Post", 1),
        make("cut", HALF, "Tarn Street library saved", "Specimen Gazette", 2),
        credit(make("credited", WHOLE, "A town keeps its library", "Demo News", 3), agency="Reuters"),
        make("own", MORE.replace(WHOLE, REPORTS["library"]["paragraphs"][0]), "Library lottery", "Example Tribune", 4),
    ]
    digest = relate(*articles)

    (story,) = digest.stories
    assert (len(story.articles), story.independent) == (5, 2)
    assert story.articles[0] not in {copy.article for each in digest.syndications for copy in each.copies}


# --- credits ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"agency": "Reuters"}, "Reuters"),
        ({"agency": "Harbour Press Service"}, "Harbour Press Service"),
        ({"authors": ("The Associated Press",)}, "AP"),
        ({"authors": ("Ann Quay, AFP",)}, "AFP"),
        ({"authors": ("Ann Quay",)}, None),
        ({"source": "Xinhua News Agency"}, "Xinhua"),
        ({"source": "Placeholder Post"}, None),
        ({"text": "BRINEMOUTH, Dec 9 (Reuters) - A ferry ran aground."}, "Reuters"),
        ({"text": "BRINEMOUTH (AP) — A ferry ran aground."}, "AP"),
        ({"text": "A ferry ran aground, and nobody was hurt. (AFP)"}, "AFP"),
        ({"text": "The news agency (Reuters) said that a ferry ran aground."}, None),
        ({"text": "A ferry (Merry Tern) - ran aground."}, None),
    ],
)
def test_whose_text_an_article_says_it_carries(values, name):
    article = replace(make("a", "A text.").article, **values)

    assert find_credit(article) == name


@pytest.mark.parametrize("row", read_agencies(), ids=lambda row: row["name"])
def test_a_listed_agency_is_known_by_all_its_names(row):
    assert {find_agency(name) for name in (row["name"], *row.get("also", ()))} == {row["name"]}


def test_hours_are_told_from_what_is_shown():
    late = NOON + timedelta(minutes=40)
    (found,) = syndications(make("a", WHOLE), credit(make("b", WHOLE), published=late))

    assert found.copies[0].why[-1] == "40 minutes later"
