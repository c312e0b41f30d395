from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from relate_samples import relate, topic, write

VOTE = "Members voted by 88 to 61 to build the railway from Velm to the port of Astra, the speaker announced. "


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
        write("b", "Velm-Astra railway wins", VOTE + "Applause.", date(2015, 11, 4)),
    )

    assert _edition(digest, "2015-11-04").items[0].articles == ("b",)
    assert set(_edition(digest, "2015-11").items[0].articles) == {"a", "b"}


def test_what_is_new_ranks_above_what_goes_on():
    digest = relate(
        write("a", "Railway to Astra approved", VOTE, date(2015, 11, 3)),
        write("b", "Velm-Astra railway wins", VOTE + "Applause.", date(2015, 11, 4)),
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
        write("b", "Velm-Astra railway wins", VOTE + "Applause.", date(2015, 11, 4), topics=(shared,)),
    )

    assert {item.topic for edition in digest.editions for item in edition.items} == {"medtop:1"}


def test_reports_that_name_no_source_count_as_one_together():
    reports = [write(i, f"Velm-Astra railway {i}", VOTE, date(2015, 11, 3)) for i in "abc"]
    one = relate(*(replace(r, article=replace(r.article, source="Tribune")) for r in reports))

    assert _edition(relate(*reports), "2015-11-03").items[0].score == _edition(one, "2015-11-03").items[0].score
