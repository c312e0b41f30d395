from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from short_articles import enriched

from generator.enrich.dates import find_dates, load_date_words
from generator.enrich.wordlists import read_table

WORDS = load_date_words()
ROWS = read_table("dates.yml")["patterns"]
CUES = [row for group in ("direct", "before", "after") for row in read_table("date_cues.yml")[group]]


def values(text: str, today: date | None = date(2015, 12, 10)) -> list[tuple[str, str]]:
    return [(text[m.span.start : m.span.end], m.value) for m in find_dates(text, today, WORDS)]


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_every_pattern_reads_its_example(row):
    text, _, value = row["example"].partition(" = ")
    assert values(text) == [(str(row.get("found", text)), value)]


@pytest.mark.parametrize("row", CUES, ids=[row["example"] for row in CUES])
def test_every_cue_reads_its_example(row):
    text, _, value = row["example"].partition(" = ")
    assert [found for _, found in values(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("New rules, prompted by the Nov. 13 killings, passed.", "2015-11-13"),
        ("The plane was downed by a Turkish jet on November 24.", "2015-11-24"),
        ("The treaty will be opened for signature in New York on April 22.", "2016-04-22"),
        ("New forecasts will be published on Wednesday.", "2015-12-16"),
        ("Rate setters open a two-day meeting on Tuesday.", "2015-12-15"),
        ("The ban takes effect at 7 a.m. on Tuesday.", "2015-12-15"),
        ("The new assembly convenes on Jan 5.", "2016-01-05"),
        ("That cleared the way for ministers from many nations to gather in New York on Friday.", "2015-12-11"),
        ("The depot will accept blankets, bottled water and tinned food on Monday.", "2015-12-14"),
        ("The plan was approved by 174 votes late on Wednesday.", "2015-12-09"),
        ("At a meeting on Friday, members will consider it.", "2015-12-11"),
        ("Leicester go to Everton on Saturday.", "2015-12-12"),
        ("She was elected by the party on Tuesday.", "2015-12-08"),
        ("It must be repaid by Friday.", "2015-12-11"),
        ("Storms hit the coast on Saturday.", "2015-12-05"),
        ("Ministers said they would sign it on Monday.", "2015-12-14"),
        ("The chief, who will step down in spring, met staff on Tuesday.", "2015-12-08"),
        ("He will resign. A spokesman confirmed it on Monday.", "2015-12-07"),
        ("The U.S. Senate will vote on the bill on Monday.", "2015-12-14"),
        ("A crowd of 200 at the gate on Monday", "2015-12-07"),
        ("Tickets for the Dec. 18 show are gone.", "2015-12-18"),
        ("He joined on Feb. 29.", "2012-02-29"),
    ],
)
def test_words_beside_a_day_tell_past_from_future(text, value):
    assert [found for _, found in values(text)][-1:] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Wednesday.", [("Wednesday", "2015-12-09")]),
        ("Earlier Wednesday he had called.", [("Wednesday", "2015-12-09")]),
        ("He spoke on Thursday.", [("Thursday", "2015-12-10")]),
        ("They will meet on Friday.", [("Friday", "2015-12-11")]),
        ("It stays shut until Monday.", [("Monday", "2015-12-14")]),
        ("He will go, she said Tuesday.", [("Tuesday", "2015-12-08")]),
        ("It was shot down on Nov. 24.", [("Nov. 24", "2015-11-24")]),
        ("Strikes began on Sept. 30 at dawn.", [("Sept. 30", "2015-09-30")]),
        ("It is due on 20 January.", [("20 January", "2016-01-20")]),
        ("It began on Dec. 31.", [("Dec. 31", "2014-12-31")]),
        ("Nobody would confirm the Dec. 18 gathering.", [("Dec. 18", "2015-12-18")]),
        ("The target is Jan 1, they said.", [("Jan 1", "2016-01-01")]),
        ("On December 10, 2015, it ended.", [("December 10, 2015", "2015-12-10")]),
        ("They meet next week.", [("next week", "2015-W51")]),
        ("Prices rose last month and last year.", [("last month", "2015-11"), ("last year", "2014")]),
        ("Since September 2014 it grew.", [("September 2014", "2014-09")]),
        ("In 2013, in the 1990s.", [("2013", "2013"), ("the 1990s", "199")]),
        ("Two weeks ago? yesterday.", [("Two weeks ago", "2015-W48"), ("yesterday", "2015-12-09")]),
        ("sold 2013 cars and 12 percent of March wheat", []),
        ("She turned 30 and the 20-year-old won.", []),
    ],
)
def test_news_readings(text, expected):
    assert values(text) == expected


def test_without_a_day_only_whole_dates_resolve():
    text = "On Wednesday, Nov. 24, last year, in May, they met; it was 3 March 2011 and then September 2014."
    assert values(text, None) == [("3 March 2011", "2011-03-03"), ("September 2014", "2014-09")]


def test_the_article_day_is_published_then_updated():
    told = enriched("It rained on Wednesday.", published=None, updated=date(2015, 7, 28))
    assert [mention.value for mention in told.dates] == ["2015-07-22"]


PIECES = st.sampled_from(
    "on Wednesday next last week Nov. 24 2015 , two years ago in the 1990s 31 February 0 99 until will . Q1 a".split()
)


@given(st.lists(PIECES, max_size=30), st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_any_words_give_ordered_expressions(pieces, today):
    text = " ".join(pieces)
    end = 0
    for mention in find_dates(text, today, WORDS):
        assert end <= mention.span.start < mention.span.end
        end = mention.span.end
        assert mention.value
