"""Dates as pages of many languages state them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from made_pages import HEADLINE, article, make_page, read_page, script

from generator.extract.pages.dates import parse_page_moment, read_lines, to_local_day
from generator.moments import format_moment
from generator.printed_dates import find_moments
from generator.vocabulary.stamp_words import load_words
from generator.world_dates import month_number, write_iso_days

LABELS = [entry for entry in load_words() if entry.kind in ("published", "updated")]
DAY = date(2015, 12, 10)


@pytest.mark.parametrize("entry", LABELS, ids=lambda entry: f"{entry.kind}-{entry.language}")
def test_labels_in_every_language(entry):
    (found,) = read_lines(entry.example, day_first=True, language=entry.language)
    assert (found.moment, found.label) == (DAY, entry.kind)


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("Donnerstag, 10. Dezember 2015, 18:40 Uhr", "2015-12-10T18:40:00"),
        ("10. Dez. 2015 um 18.40 Uhr MEZ", "2015-12-10T18:40:00+01:00"),
        ("jeudi 10 décembre 2015 à 18h40", "2015-12-10T18:40:00"),
        ("le 1er janvier 2015", "2015-01-01"),
        ("10 de diciembre de 2015 a las 18:40", "2015-12-10T18:40:00"),
        ("10 de dezembro de 2015 às 18h40", "2015-12-10T18:40:00"),
        ("10 dicembre 2015 alle 18:40", "2015-12-10T18:40:00"),
        ("10 december 2015 om 18:40 uur", "2015-12-10T18:40:00"),
        ("10 grudnia 2015, 18:40", "2015-12-10T18:40:00"),
        ("10 listopada 2015", "2015-11-10"),
        ("10 Aralık 2015 - 18:40", "2015-12-10T18:40:00"),
        ("10 KASIM 2015", "2015-11-10"),
        ("10 december 2015 kl. 18.40", "2015-12-10T18:40:00"),
        ("10. desember 2015, kl. 18:40", "2015-12-10T18:40:00"),
        ("18:40, 10 декабря 2015", "2015-12-10T18:40:00"),
        ("10 декабря 2015 г., 18:40 МСК", "2015-12-10T18:40:00+03:00"),
        ("10 грудня 2015", "2015-12-10"),
        ("10. prosince 2015", "2015-12-10"),
        ("10 Δεκεμβρίου 2015, 18:40", "2015-12-10T18:40:00"),
        ("2015. december 10. 18:40", "2015-12-10T18:40:00"),
        ("2015 m. gruodžio 10 d.", "2015-12-10"),
        ("10. joulukuuta 2015 klo 18.40", "2015-12-10T18:40:00"),
        ("10 dhjetor 2015", "2015-12-10"),
        ("10 दिसंबर 2015", "2015-12-10"),
        ("10 ديسمبر 2015", "2015-12-10"),
        ("2015年12月10日 18時40分", "2015-12-10T18:40:00"),
        ("2015년 12월 10일", "2015-12-10"),
        ("10 tháng 12, 2015", "2015-12-10"),
        ("Dec 10, 2015 6:40 p.m.", "2015-12-10T18:40:00"),
    ],
)
def test_dates_as_they_are_printed(printed, moment):
    (found,) = find_moments(write_iso_days(printed))
    assert format_moment(found.moment) == moment


def test_a_month_that_is_another_one_elsewhere():
    assert (month_number("listopada", "hr"), month_number("listopada", "pl"), month_number("listopada")) == (10, 11, 11)


@pytest.mark.parametrize(
    "text", ["2 + 2 boats", "31. Februar 2015", "10 walls 2015", "room 12 de 2015", "99 decembre 2015", "v1.12.2015b"]
)
def test_what_is_no_date_stays_as_it_is(text):
    assert write_iso_days(text) == text


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2015-12-10T18:40:00.000Z", "2015-12-10T18:40:00Z"),
        ("2015-12-10T18:40:00+0100", "2015-12-10T18:40:00+01:00"),
        ("2015-12-10T18:40:00+01:00[Europe/Berlin]", "2015-12-10T18:40:00+01:00"),
        ("Thu, 10 Dec 2015 18:40:00 GMT", "2015-12-10T18:40:00Z"),
        ("1449772800", "2015-12-10T18:40:00Z"),
        ("1449772800000", "2015-12-10T18:40:00Z"),
        ("20151210", "2015-12-10"),
        ("10.12.2015, 18:40 Uhr", "2015-12-10T18:40:00"),
    ],
)
def test_dates_of_attributes(text, moment):
    found = parse_page_moment(text, day_first=True)
    assert found is not None
    assert format_moment(found) == moment


@pytest.mark.parametrize("text", ["", "yesterday", "vor 3 Stunden", "2015", "0000-00-00", "9" * 50, "x" * 5000])
def test_attributes_without_a_date(text):
    assert parse_page_moment(text, day_first=True) is None


def test_an_evening_that_is_tomorrow_in_greenwich():
    head = datetime(2015, 12, 11, 1, 40, tzinfo=UTC)
    local = timezone(timedelta(hours=-5))
    assert to_local_day(head, [datetime(2015, 12, 10, 20, 40)]) == datetime(2015, 12, 10, 20, 40, tzinfo=local)
    assert to_local_day(head, [datetime(2015, 12, 10, 20, 40, tzinfo=local)]).isoformat() == "2015-12-10T20:40:00-05:00"
    assert to_local_day(head, [DAY]) == DAY
    assert to_local_day(head, [date(2015, 12, 11), DAY]) == head
    assert to_local_day(head, [date(2015, 12, 12), date(2015, 11, 2)]) == head
    assert to_local_day(head.replace(tzinfo=local), [DAY]) == head.replace(tzinfo=local)
    assert to_local_day(date(2015, 12, 11), [DAY]) == date(2015, 12, 11)


@pytest.mark.parametrize(
    ("above", "published", "updated"),
    [
        ("<p>Veröffentlicht am 10. Dezember 2015, aktualisiert am 12. Dezember 2015</p>", DAY, date(2015, 12, 12)),
        ('<abbr class="published" title="2015-12-10">a while ago</abbr>', DAY, None),
        ('<time datetime="2015-12-10">vor 3 Stunden</time>', DAY, None),
        (
            '<span class="updated">Updated <time datetime="2015-12-12">x</time></span><p>10 December 2015</p>',
            DAY,
            date(2015, 12, 12),
        ),
        ('<p class="meta">Ann Field | 10.12.2015</p>', DAY, None),
    ],
)
def test_dates_near_the_headline(above, published, updated):
    document = read_page(make_page(above=HEADLINE + above, lang="de"))
    assert (document.published, document.updated) == (published, updated)
    assert "published" not in document.review


def test_dates_of_other_things_are_not_taken():
    clock = '<div class="today">Thursday, 12 December 2019</div>'
    teaser = '<aside class="related"><time datetime="2014-05-02">2 May 2014</time></aside>'
    page = make_page(above=clock + HEADLINE, below=f"{teaser}<footer>© 2012 Harbour Post</footer>")
    assert read_page(page).published is None


def test_the_address_and_the_last_change_are_weak_signs():
    link = '<link rel="canonical" href="https://post.example/2015/12/10/wall">'
    document = read_page(make_page(link))
    assert (document.published, document.updated) == (DAY, None)
    assert "published" in document.review
    document = read_page(make_page(above=f"{HEADLINE}<p>Stand: 10.12.2015, 18:40 Uhr</p>", lang="de"))
    assert (document.published, document.updated) == (datetime(2015, 12, 10, 18, 40), None)
    assert "published" in document.review


def test_figures_are_read_as_the_page_s_country_does():
    above = f"{HEADLINE}<p>Published 10/12/2015</p>"
    assert read_page(make_page(above=above, lang="en-US")).published == date(2015, 10, 12)
    assert read_page(make_page(above=above, lang="en-GB")).published == DAY


def test_data_and_page_that_differ_are_put_to_review():
    page = make_page(script(article(datePublished="2015-12-10")), f"{HEADLINE}<p>Published 2 May 2015</p>")
    document = read_page(page)
    assert document.published == DAY
    assert "published" in document.review


def test_of_a_day_and_its_moment_the_moment_is_kept():
    meta = '<meta property="article:published_time" content="2015-12-10T18:40:00Z">'
    document = read_page(make_page(script(article(datePublished="2015-12-10", dateModified="2015-12-09")) + meta))
    assert document.published == datetime(2015, 12, 10, 18, 40, tzinfo=UTC)
    assert document.updated is None


def test_a_change_is_kept_where_only_its_clock_has_a_zone():
    data = article(datePublished="2024-05-14T06:00:00", dateModified="2024-05-14T07:00:00+02:00")
    document = read_page(make_page(head=script(data)))
    assert format_moment(document.updated) == "2024-05-14T07:00:00+02:00"
