"""Dates in figures that can be read in two ways: told, and in a table settled by the column's other rows."""

from __future__ import annotations

from datetime import date

import pytest

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.printed_dates import is_ambiguous, tell_day_first
from generator.read.sources import read_source

TEXT = "The ferry was late on Monday, its owner said, and nobody knew why."
RSS = (
    "<rss version='2.0'><channel><title>Sample Post</title><link>https://post.example/</link><item><title>Late</title>"
    "<link>https://post.example/late</link><pubDate>{}</pubDate><description>" + TEXT + "</description></item>"
    "</channel></rss>"
)
JSON_FEED = (
    '{{"version": "https://jsonfeed.org/version/1.1", "title": "Sample Post", "items": [{{"id": "1", "title": "Late",'
    ' "content_text": "' + TEXT + '", "date_published": "{}"}}]}}'
)
MARKDOWN = "---\ntitle: Late\ndate: {}\n---\n\n" + TEXT + "\n"
CSV = "title,date,text\nLate,{}," + f'"{TEXT}"\n'
FORMS = [("a.xml", RSS), ("a.json", JSON_FEED), ("a.md", MARKDOWN), ("a.csv", CSV)]


def read_dates(path, text, **options):
    config = ConvertConfig(**options)
    documents = [extract_article(reading, config).document for reading in read_source(path, text.encode(), config)]
    return [(document.published, "published" in document.review) for document in documents]


@pytest.mark.parametrize(
    ("text", "ambiguous", "day_first"),
    [
        ("03/04/2015", True, None),
        ("03/03/2015", False, None),
        ("3.03.2015", False, None),
        ("13/04/2015", False, True),
        ("04/13/2015", False, False),
        ("2015-03-04", False, None),
        ("3 April 2015", False, None),
        ("", False, None),
    ],
)
def test_what_a_date_shows_of_its_order(text, ambiguous, day_first):
    assert (is_ambiguous(text), tell_day_first(text)) == (ambiguous, day_first)


@pytest.mark.parametrize(("path", "form"), FORMS)
@pytest.mark.parametrize(
    ("printed", "day_first", "published", "review"),
    [
        ("03/04/2015", True, date(2015, 4, 3), True),
        ("03/04/2015", False, date(2015, 3, 4), True),
        ("13/04/2015", False, date(2015, 4, 13), False),
        ("2015-03-04", True, date(2015, 3, 4), False),
    ],
)
def test_a_date_of_two_readings_is_put_to_review(path, form, printed, day_first, published, review):
    assert read_dates(path, form.format(printed), day_first=day_first) == [(published, review)]


@pytest.mark.parametrize(
    ("other", "published", "review"),
    [
        ("04/25/2015", date(2015, 3, 4), False),
        ("25/04/2015", date(2015, 4, 3), False),
        ("05/06/2015", date(2015, 4, 3), True),
    ],
)
def test_the_columns_other_rows_settle_it(other, published, review):
    table = "title,date,text\n" + f'Late,03/04/2015,"{TEXT}"\n' + f'Later,{other},"{TEXT} Nor why."\n'
    assert read_dates("a.csv", table)[0] == (published, review)


def test_a_column_in_both_orders_settles_nothing():
    rows = "".join(f'{day},{day},"{TEXT} {day}"\n' for day in ("03/04/2015", "25/04/2015", "04/25/2015"))
    assert read_dates("a.csv", "title,date,text\n" + rows)[0] == (date(2015, 4, 3), True)
