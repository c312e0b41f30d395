from __future__ import annotations

from datetime import date, datetime

import pytest
from relate_samples import write

from generator.model import EnrichedArticle
from generator.moments import Moment
from generator.relate.leads import choose_lead
from generator.relate.reports import make_reports
from generator.relate.titles import is_kind, read_rules

VOTE = "The council of Brinemouth voted by 31 to 12 to raise the sea wall by two metres. Work begins in March. "
LONG = "A gull walked about the chamber, and the mayor's niece had brought a cake in the shape of a lighthouse. " * 9


def _lead(*articles: EnrichedArticle) -> str:
    titles = [article.article.title for article in articles]
    return articles[choose_lead(titles, make_reports(articles))].article.id


def _report(identity: str, title: str, text: str, day: Moment | None = date(2015, 12, 8)) -> EnrichedArticle:
    return write(identity, title, text, day)


def test_the_lead_is_what_the_others_tell_too_and_not_the_longest():
    lead = _lead(
        _report("a", "Cake and a gull at a long sitting", LONG + VOTE),
        _report("b", "Brinemouth council votes to raise sea wall by two metres", VOTE),
        _report("c", "Sea wall to be two metres higher after council vote", VOTE + "Shops cheered."),
    )

    assert lead == "b"


def test_a_preview_steps_back_once_the_event_is_reported():
    preview = _report("a", "Brinemouth council poised to raise sea wall", VOTE, date(2015, 12, 7))
    news = _report("b", "Higher and higher", VOTE + "Nobody sang.", date(2015, 12, 8))

    assert _lead(preview, news) == "b"


def test_a_preview_of_what_is_still_to_come_may_lead():
    earlier = _report("a", "Cake at the town hall", LONG + VOTE, date(2015, 12, 6))
    preview = _report("b", "Brinemouth council poised to vote on sea wall", VOTE, date(2015, 12, 7))

    assert _lead(earlier, preview) == "b"


def test_a_long_story_is_led_by_its_newest_days_and_not_by_the_draft_of_the_week_before():
    draft = _report("a", "Council hands down draft for sea wall", VOTE, date(2015, 12, 1))
    echo = _report("b", "Draft for Brinemouth sea wall", VOTE + "It has gaps.", date(2015, 12, 2))
    news = _report("c", "Council votes to raise sea wall", VOTE + "Flags flew.", date(2015, 12, 8))

    assert _lead(draft, echo, news) == "c"


def test_a_late_aside_does_not_lead_a_long_story():
    news = _report("a", "Brinemouth council votes to raise sea wall", VOTE, date(2015, 12, 1))
    echo = _report("b", "Sea wall to rise by two metres", VOTE + "Shops cheered.", date(2015, 12, 2))
    aside = _report("c", "Gull is back", LONG + "The council of Brinemouth sat.", date(2015, 12, 9))

    assert _lead(news, echo, aside) in "ab"


def test_straight_news_comes_before_a_feature():
    feature = _report("a", "Why Brinemouth council voted to raise the sea wall by two metres", VOTE)
    news = _report("b", "Wall grows", VOTE + "It rained.")

    assert _lead(feature, news) == "b"


def test_among_equals_the_earlier_leads():
    title = "Brinemouth votes to raise sea wall"
    hours = [datetime(2015, 12, 8, hour) for hour in (7, 9)]

    assert _lead(*(_report(i, title, VOTE, hour) for i, hour in zip("zy", hours, strict=True))) == "z"


def test_among_equals_without_a_date_the_smaller_id_leads():
    title = "Brinemouth votes to raise sea wall"

    assert _lead(*(_report(i, title, VOTE, None) for i in "ab")) == "a"


@pytest.mark.parametrize(("kind", "example"), [(kind, example) for kind, _, example in read_rules()])
def test_each_pattern_has_an_example_it_is_for(kind, example):
    assert is_kind(example, kind)


@pytest.mark.parametrize(
    "title",
    [
        "Police round up suspects in briefing room",
        "Envoys agree to hold harbour talks on Friday",
        "Storm Wilma: Homes evacuated as river bursts its banks",
        "Voters meet candidates face to face",
        "Minister 'did not read' report on lock gates",
        "Pilots, Sailors Union: Strike is over",
    ],
)
def test_plain_news_is_of_no_kind(title):
    assert [kind for kind in ("roundup", "preview", "feature") if is_kind(title, kind)] == []
