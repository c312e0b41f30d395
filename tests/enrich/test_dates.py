from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from short_articles import enriched

from generator.enrich.dates.holidays import HOLIDAYS, holiday_of
from generator.enrich.dates.mentions import find_dates, load_date_words
from generator.enrich.wordlists import read_table

WORDS = load_date_words()
TABLE = read_table("dates/dates.yml")
ROWS = TABLE["patterns"] + TABLE["tails"]
CUES = [row for group in ("direct", "before", "after") for row in read_table("dates/cues.yml")[group]]


def values(text: str, today: date | None = date(2015, 12, 10)) -> list[tuple[str, str]]:
    return [(text[m.span.start : m.span.end], m.value) for m in find_dates(text, today, WORDS)]


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_every_pattern_reads_its_example(row):
    text, _, value = row["example"].partition(" = ")
    found = values(text)
    assert found[0] == (str(row.get("found", text)), value)
    assert [value for _, value in found[1:]] == row.get("also", [])


@pytest.mark.parametrize("row", CUES, ids=[row["example"] for row in CUES])
def test_every_cue_reads_its_example(row):
    text, _, value = row["example"].partition(" = ")
    assert values(text)[-1][1] == value


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
        ("The bridge reopens to traffic on Monday.", "2015-12-14"),
        ("The bank expects a ruling of the supreme court on Saturday.", "2015-12-12"),
        ("The trial, which opened on Monday, continues on Friday.", "2015-12-11"),
        ("The deadline for bids is Wednesday.", "2015-12-16"),
        ("On Tuesday, the ship leaves for the north.", "2015-12-15"),
        ("The striker misses Saturday's match because of a knee injury.", "2015-12-12"),
        ("The message from Tuesday is clear.", "2015-12-08"),
        ("The queen leaves a country that lost its harbour on Saturday.", "2015-12-05"),
        ("On Tuesday, the ship that carries mail sank.", "2015-12-08"),
    ],
)
def test_words_beside_a_day_tell_past_from_future(text, value):
    assert [found for _, found in values(text)][-1:] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Wednesday.", [("Wednesday", "2015-12-09")]),
        ("Earlier Wednesday he had called.", [("Earlier Wednesday", "2015-12-09")]),
        ("He spoke on Thursday.", [("Thursday", "2015-12-10")]),
        ("They will meet on Friday.", [("Friday", "2015-12-11")]),
        ("It stays shut until Monday.", [("Monday", "2015-12-14")]),
        ("He will go, she said Tuesday.", [("Tuesday", "2015-12-08")]),
        ("It was shot down on Nov. 24.", [("Nov. 24", "2015-11-24")]),
        ("Strikes began on Sept. 30 at dawn.", [("Sept. 30", "2015-09-30")]),
        ("It is due on 20 January.", [("20 January", "2016-01-20")]),
        ("It began on Dec. 31.", [("Dec. 31", "2014-12-31")]),
        ("Nobody would confirm the Dec. 18 gathering.", [("the Dec. 18", "2015-12-18")]),
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


@pytest.mark.parametrize(
    "text",
    [
        "Ms Hale, 43, and her 19-year-old son lost 3-2; a four-month-old cub, 90 days old, weighs 12 kg.",
        "You may go. May I ask why? It may march. March, the dog, saw the march on the town.",
        "Theresa May said so, and April Jones agreed with June Whitfield.",
        "They sold 2,015 cars, 2000 people came, and 1914 votes were void.",
        "The Boeing 737, the Windows 2000 desk, Flight 1549, Room 2013 and bus 1984 are names.",
        "The Sunday Times, the Daily Mail, Sheffield Wednesday and Man Friday are names.",
        "Shares fell 3.5 percent to $20.15, a ratio of 4:3; call 2010-2015-86.",
        "He won by a second, finished in the second half, came third and spring-cleaned the fall-back plan.",
        "A quarter of voters, three quarters of them young, reached the quarter-finals.",
        "He sat in the sun; the wed couple sat on the second Monet.",
        "All the hours of batting, the days of old and the years of plenty are gone.",
        "In his 40s he was one of the few; temperatures in the 70s are rare.",
        "The day care centre is day by day the man of the year's concern, year-on-year.",
    ],
)
def test_what_is_no_date_is_left_alone(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left on Monday, Nov. 30, and came back two days later.", ["2015-11-30", "2015-12-02"]),
        ("In May 2012 it rained. The following year it snowed.", ["2012-05", "2013"]),
        ("It closed in 2009. That year nobody came.", ["2009", "2009"]),
        ("Profit in the third quarter fell from a year earlier.", ["2015-Q3", "2014-Q3"]),
        ("He died three days later.", ["P3D"]),
        ("Sales will start a week later.", ["2015-W51"]),
        ("That day nobody came.", []),
        ("They met on Monday and Tuesday.", ["2015-12-07", "2015-12-08"]),
        ("It runs from Monday to January 5 2017.", ["2015-12-14", "2017-01-05"]),
        ("It lasted from Friday to Monday.", ["2015-12-04", "2015-12-07"]),
        ("They talk next week, on Monday or Tuesday.", ["2015-W51", "2015-12-14", "2015-12-15"]),
    ],
)
def test_what_was_spoken_of_before_is_gone_on_from(text, expected):
    assert [value for _, value in values(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It struck at 9 a.m. Monday.", [("9 a.m. Monday", "2015-12-07T09:00")]),
        ("It struck on Monday at 9 a.m.", [("Monday", "2015-12-07"), ("9 a.m.", "2015-12-07T09:00")]),
        ("It struck at 9 a.m. on Monday.", [("9 a.m.", "2015-12-07T09:00"), ("Monday", "2015-12-07")]),
        ("Lift-off is at 1400 GMT.", [("1400 GMT", "2015-12-10T14:00")]),
        ("Until midnight on Friday.", [("midnight", "2015-12-11T24:00"), ("Friday", "2015-12-11")]),
        ("On the morning of Nov. 24 it fell.", [("the morning of Nov. 24", "2015-11-24TMO")]),
    ],
)
def test_times_are_of_the_day_beside_them(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on Wednesday", "DATE"),
        ("on Wednesday night", "TIME"),
        ("at 10 p.m.", "TIME"),
        ("recently", "DATE"),
        ("for two years", "DURATION"),
        ("two years ago", "DATE"),
        ("every Monday", "SET"),
    ],
)
def test_types_are_those_of_timex3(text, kind):
    assert [mention.type for mention in find_dates(text, date(2015, 12, 10), WORDS)] == [kind]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am 24. November 2014 kam er um 14:30 Uhr in den 90er Jahren.", "de"),
        ("En mars 2014, le 3 mai, il pleut per hour.", "fr"),
        ("En 2013 y el 3 de mayo, per se.", "es-MX"),
    ],
)
def test_other_languages_are_left_alone(text, language):
    assert find_dates(text, date(2015, 12, 10), WORDS, language) == ()
    assert find_dates("It rained on Monday.", date(2015, 12, 10), WORDS, "en-GB") != ()


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2024, date(2024, 3, 31)),
        ("easter", 1961, date(1961, 4, 2)),
        ("good_friday", 2016, date(2016, 3, 25)),
        ("thanksgiving", 2015, date(2015, 11, 26)),
        ("memorial_day", 2020, date(2020, 5, 25)),
        ("martin_luther_king_day", 2019, date(2019, 1, 21)),
    ],
)
def test_holidays(name, year, day):
    assert holiday_of(name, year) == day


def test_every_holiday_has_a_day_and_a_name_in_print():
    assert set(TABLE["holidays"]) == set(HOLIDAYS)
    assert all(holiday_of(name, year) for name in HOLIDAYS for year in (1900, 2015, 2100))


@given(st.text(alphabet="aM ay3ᚁ’\n\xa0Christmas", max_size=60))
def test_an_outline_has_a_place_for_every_character(text):
    outline, places = WORDS.outline.draw(text)
    assert len(outline) == len(text)
    assert [start for start, _ in places] == sorted({start for start, _ in places})


def test_without_a_day_only_whole_dates_resolve():
    text = "On Wednesday, Nov. 24, last year, in May, they met; it was 3 March 2011 and then September 2014."
    assert values(text, None) == [("3 March 2011", "2011-03-03"), ("September 2014", "2014-09")]


def test_the_article_day_is_published_then_updated():
    told = enriched("It rained on Wednesday.", published=None, updated=date(2015, 7, 28))
    assert [mention.value for mention in told.dates] == ["2015-07-22"]


PIECES = st.sampled_from(
    "on Wednesday next last week Nov. 24 2015 , two years ago in the 1990s 31 February 0 99 until will . Q1 a day -"
    " first of month weekend later earlier that every half quarter Easter century to and p.m. 10:30 noon same before"
    " 1914-18 decades 999 summer year".split()
)


@given(st.lists(PIECES, max_size=30), st.none() | st.dates())
def test_any_words_give_ordered_expressions(pieces, today):
    text = " ".join(pieces)
    end = 0
    for mention in find_dates(text, today, WORDS):
        assert end <= mention.span.start < mention.span.end
        end = mention.span.end
        assert mention.value
