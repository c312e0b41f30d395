from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from relate_samples import relate, topic, write

from generator.model import Digest, Edition, EnrichedArticle, Item, Span

VOTE = "Members voted by 88 to 61 to build the railway from Velm to the port of Astra, the speaker announced. "
COURT = "Landowners along the estuary asked a court in Velm to halt surveys until herons finish nesting. "
TRAINS = "Fourteen battery locomotives were ordered from a foundry in Lund for 230 million crowns. "
NEWS = COURT + TRAINS


def split(article: EnrichedArticle) -> EnrichedArticle:
    """The article with its sentences, which end in a full stop and a space."""
    text, spans, at = article.article.text, [], 0
    while at < len(text):
        end = text.find(". ", at) + 1 or len(text)
        spans.append(Span(start=at, end=end))
        at = end + 1
    return replace(article, article=replace(article.article, sentences=tuple(spans)))


def _edition(digest, identity):
    return next(edition for edition in digest.editions if edition.id == identity)


def test_an_article_is_in_the_editions_of_its_day_week_month_and_year():
    digest = relate(write("a", "One", "Text.", date(2015, 12, 31)))

    assert [(e.id, e.grain, e.first, e.last) for e in digest.editions] == [
        ("2015-12-31", "day", date(2015, 12, 31), date(2015, 12, 31)),
        ("2015-W53", "week", date(2015, 12, 28), date(2016, 1, 3)),
        ("2015-12", "month", date(2015, 12, 1), date(2015, 12, 31)),
        ("2015", "year", date(2015, 1, 1), date(2015, 12, 31)),
    ]


def test_editions_are_newest_first_within_a_grain():
    digest = relate(write("a", "One", "Text.", date(2015, 12, 1)), write("b", "Two", "Word.", date(2016, 1, 1)))

    assert [e.id for e in digest.editions if e.grain == "day"] == ["2016-01-01", "2015-12-01"]


def test_the_day_is_that_of_the_articles_own_zone():
    late = datetime(2015, 12, 9, 23, 30, tzinfo=timezone(timedelta(hours=-5)))

    assert relate(write("a", "One", "Text.", late)).editions[0].id == "2015-12-09"


def test_an_undated_article_is_last_and_in_no_edition():
    digest = relate(write("a", "One", "Text."), write("b", "Two", "Word.", date(2015, 1, 1)))

    assert [a.article.id for a in digest.articles] == ["b", "a"]
    assert {i for e in digest.editions for item in e.items for i in item.articles} == {"b"}


def test_a_story_of_several_sources_ranks_above_later_single_reports():
    digest = relate(
        write("a", "Railway to Astra approved", VOTE, date(2015, 11, 3), source="Tribune"),
        write("b", "Velm-Astra railway wins", VOTE + "Applause.", date(2015, 11, 3), source="Gazette"),
        write("c", "Baker of Lund", "A loaf of 214 metres was baked.", datetime(2015, 11, 3, 20, tzinfo=UTC)),
    )

    day = _edition(digest, "2015-11-03")
    assert [(item.story, set(item.articles)) for item in day.items] == [("a", {"a", "b"}), (None, {"c"})]
    assert day.items[0].score > day.items[1].score


def test_an_item_has_only_the_articles_of_its_days():
    digest = relate(
        write("a", "Railway to Astra approved", VOTE, date(2015, 11, 3)),
        write("b", "Velm-Astra railway wins", VOTE + NEWS, date(2015, 11, 4)),
    )

    assert _edition(digest, "2015-11-04").items[0].articles == ("b",)
    assert set(_edition(digest, "2015-11").items[0].articles) == {"a", "b"}


def test_what_is_new_ranks_above_what_goes_on():
    digest = relate(
        write("a", "Railway to Astra approved", VOTE, date(2015, 11, 3)),
        split(write("b", "Velm-Astra railway wins", VOTE + NEWS, date(2015, 11, 4))),
        write("c", "Baker of Lund", "A loaf of 214 metres was baked.", date(2015, 11, 4)),
    )

    assert [item.articles for item in _edition(digest, "2015-11-04").items] == [("c",), ("b",)]


def test_an_item_is_listed_under_the_top_term_of_its_leads_first_topic():
    topics = (topic("medtop:3", "diplomacy", 2.0), topic("medtop:4", "sport", 1.0))
    digest = relate(
        write("a", "One", "Text.", date(2015, 11, 3), topics=topics),
        write("b", "Two", "Word.", date(2015, 11, 2), topics=(topic("Our town", "Our town"),)),
        write("c", "Three", "Else.", date(2015, 11, 1)),
    )

    assert [e.items[0].topic for e in digest.editions if e.grain == "day"] == ["medtop:1", "Our town", None]


def test_a_storys_item_is_listed_under_what_its_reports_share_whichever_leads_that_day():
    shared, own = topic("medtop:3", "diplomacy", 1.0), topic("medtop:4", "sport", 9.0)
    digest = relate(
        write("a", "Railway to Astra approved", VOTE, date(2015, 11, 3), topics=(own, shared)),
        write("b", "Velm-Astra railway wins", VOTE + NEWS, date(2015, 11, 4), topics=(shared,)),
    )

    assert {item.topic for edition in digest.editions for item in edition.items} == {"medtop:1"}


def test_reports_that_name_no_source_count_as_one_together():
    reports = [write(i, f"Velm-Astra railway {i}", VOTE, date(2015, 11, 3)) for i in "abc"]
    one = relate(*(replace(r, article=replace(r.article, source="Tribune")) for r in reports))

    assert _edition(relate(*reports), "2015-11-03").items[0].score == _edition(one, "2015-11-03").items[0].score


# --- nothing twice ---------------------------------------------------------------------------------------------------


def _two_days(second: str, title: str = "Velm-Astra railway wins") -> Digest:
    return relate(
        split(write("a", "Railway to Astra approved", VOTE * 2, date(2015, 11, 3))),
        split(write("b", title, second, date(2015, 11, 4))),
    )


def _claimed(digest: Digest, item: Item) -> list[str]:
    by_id = {each.article.id: each.article for each in digest.articles}
    spans = [(by_id[claim.article], by_id[claim.article].sentences[claim.sentence]) for claim in item.new]
    return [article.text[span.start : span.end] for article, span in spans]


def test_a_story_of_the_day_before_is_shown_again_with_what_is_new():
    digest = _two_days(VOTE + NEWS)

    (item,) = _edition(digest, "2015-11-04").items
    assert (item.articles, item.before) == (("b",), date(2015, 11, 3))
    assert _claimed(digest, item) == [COURT.strip(), TRAINS.strip()]
    assert not _edition(digest, "2015-11-04").left_out


@pytest.mark.parametrize(
    "text",
    [
        VOTE * 2,
        VOTE + "Applause.",
        "The railway from Velm to the port of Astra is to be built, the speaker announced: members voted by 88 to 61.",
        "On Wednesday members voted by 88 to 61 to build the railway from Velm to the port of Astra.",
    ],
    ids=["copy", "copy cut and filled up", "the same in other order", "the same with a day"],
)
def test_a_story_that_says_nothing_new_is_left_out_with_the_day_since_when(text):
    day = _edition(_two_days(text), "2015-11-04")

    assert not day.items
    assert [(left.reason, left.item.articles, left.item.before) for left in day.left_out] == [
        ("nothing-new", ("b",), date(2015, 11, 3))
    ]


def test_another_number_in_the_opening_is_news():
    other = "Members voted by 90 to 61 to build the railway from Velm to the port of Astra, the speaker announced. "

    (item,) = _edition(_two_days(other + VOTE * 5), "2015-11-04").items
    assert item.articles == ("b",)


def test_what_is_named_is_fact_before_colour_and_never_a_call():
    colour = "Snow was drifting softly over silent rooftops while children sang carols outside. "
    call = "READ MORE: Seven strange bridges that nobody dares to cross after midnight in Lund. "
    meals = "Cooks of the restaurant cars asked for 12 more ovens. "
    digest = _two_days(
        VOTE * 3 + colour + call + TRAINS + "Surveyors start on 70 bridges of the estuary next. " + meals
    )

    (item,) = _edition(digest, "2015-11-04").items
    assert TRAINS.strip() in _claimed(digest, item)
    assert not {colour.strip(), call.strip()} & {*_claimed(digest, item)}


def test_a_story_is_in_its_week_once_and_in_the_next_only_with_something_new():
    reports = [
        split(write("a", "Railway to Astra approved", VOTE * 2, date(2015, 11, 6))),
        split(write("b", "Velm-Astra railway wins", VOTE + NEWS, date(2015, 11, 7))),
        split(write("c", "Velm-Astra railway court", VOTE + COURT, date(2015, 11, 9))),
    ]
    digest = relate(*reports)

    (week,) = _edition(digest, "2015-W45").items
    assert (set(week.articles), week.before, week.new) == ({"a", "b"}, None, ())
    (left,) = _edition(digest, "2015-W46").left_out
    assert (left.reason, left.item.before) == ("nothing-new", date(2015, 11, 7))
    assert set(_edition(digest, "2015-11").items[0].articles) == {"a", "b", "c"}


def test_who_tells_what_is_new_leads_the_day():
    digest = relate(
        split(write("a", "Railway to Astra approved", VOTE * 3, date(2015, 11, 3))),
        split(write("b", "Railway to Astra approved", VOTE * 3, date(2015, 11, 4))),
        split(write("c", "Velm-Astra railway wins", VOTE + NEWS, date(2015, 11, 4))),
    )

    assert [item.articles for item in _edition(digest, "2015-11-04").items] == [("c", "b")]


def test_nothing_is_claimed_twice_of_two_copies():
    digest = relate(
        split(write("a", "Railway to Astra approved", VOTE * 2, date(2015, 11, 3))),
        split(write("b", "Velm-Astra railway wins", VOTE + NEWS, date(2015, 11, 4), source="Tribune")),
        split(write("c", "Velm-Astra railway wins", VOTE + NEWS, date(2015, 11, 4), source="Gazette")),
    )

    (item,) = _edition(digest, "2015-11-04").items
    assert sorted(_claimed(digest, item)) == sorted([COURT.strip(), TRAINS.strip()])


# --- calm ------------------------------------------------------------------------------------------------------------

DEEDS = {
    "loaf": "baked at dawn",
    "tram": "repainted in blue",
    "heron": "ringed by pupils",
    "organ": "tuned for Easter",
    "tower": "climbed without ropes",
    "violin": "returned after decades",
    "kite": "entangled among wires",
}


def _crowd() -> list[EnrichedArticle]:
    return [
        write(name, f"{name.title()} day", f"A {name} was {deed}.", date(2015, 11, 3)) for name, deed in DEEDS.items()
    ]


def test_an_edition_is_capped_and_lists_what_ranks_below():
    digest = relate(*_crowd(), edition_items=3)

    for edition in digest.editions:
        assert len(edition.items) == 3
        assert [left.reason for left in edition.left_out] == ["below-cap"] * 4
        scores = [item.score for item in (*edition.items, *(left.item for left in edition.left_out))]
        assert scores == sorted(scores, reverse=True)


def test_what_says_nothing_new_takes_no_place():
    digest = relate(
        split(write("a", "Railway to Astra approved", VOTE * 2, date(2015, 11, 2), source="Tribune")),
        split(write("b", "Railway to Astra wins", VOTE * 2, date(2015, 11, 3), source="Gazette")),
        *_crowd(),
        edition_items=7,
    )

    day = _edition(digest, "2015-11-03")
    assert {item.articles[0] for item in day.items} == set(DEEDS)
    assert [left.reason for left in day.left_out] == ["nothing-new"]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_every_dated_article_is_in_an_edition_once_however_the_articles_come(data):
    texts = (VOTE, VOTE + NEWS, VOTE + COURT, TRAINS, "A loaf of 214 metres was baked in Lund. ")
    reports = [
        split(
            write(
                f"r{n}",
                data.draw(st.sampled_from(("Railway to Astra", "Velm-Astra railway wins", "Lund"))),
                data.draw(st.sampled_from(texts)),
                data.draw(st.none() | st.dates(date(2015, 10, 28), date(2015, 11, 4))),
                source=data.draw(st.sampled_from((None, "Tribune", "Gazette"))),
            )
        )
        for n in range(data.draw(st.integers(1, 7)))
    ]
    digest = relate(*reports, edition_items=2)

    for edition in digest.editions:
        listed = [i for item in _all_items(edition) for i in item.articles]
        dated = {
            each.article.id
            for each in digest.shown
            if each.article.published and edition.first <= each.article.published <= edition.last
        }
        assert sorted(listed) == sorted(dated)
        assert len(edition.items) <= 2
    assert relate(*data.draw(st.permutations(reports)), edition_items=2).editions == digest.editions


def _all_items(edition: Edition) -> list[Item]:
    return [*edition.items, *(left.item for left in edition.left_out)]


# --- ranking ---------------------------------------------------------------------------------------------------------


def test_a_score_is_the_sum_of_its_parts():
    digest = relate(*_crowd())

    for edition in digest.editions:
        for item in edition.items:
            assert [part.name for part in item.parts] == ["sources", "independence", "novelty", "recency"]
            assert item.score == round(sum(part.points for part in item.parts), 2)


def _parts(item: Item) -> dict[str, float]:
    return {part.name: part.value for part in item.parts}


def test_a_source_is_one_voice_however_much_it_writes():
    digest = relate(
        write("a", "Railway to Astra approved", VOTE + COURT, date(2015, 11, 3), source="Tribune"),
        write("b", "Velm-Astra railway wins", VOTE + TRAINS, date(2015, 11, 3), source="Tribune"),
    )

    (item,) = _edition(digest, "2015-11-03").items
    assert (_parts(item)["sources"], _parts(item)["independence"]) == (1, 1)


def test_of_two_stories_as_good_the_one_with_more_reports_comes_first():
    digest = relate(
        write("z", "Baker of Lund", "A loaf of 214 metres was baked.", datetime(2015, 11, 3, 20, tzinfo=UTC)),
        write("a", "Railway to Astra approved", VOTE + COURT, date(2015, 11, 3)),
        write("b", "Velm-Astra railway wins", VOTE + TRAINS, date(2015, 11, 3)),
    )

    assert [len(item.articles) for item in _edition(digest, "2015-11-03").items] == [2, 1]
