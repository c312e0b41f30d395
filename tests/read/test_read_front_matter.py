"""Front matter of any tool becomes hints in our words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from generator.exceptions import FrontMatterError
from generator.model import Dateline
from generator.read.front_matter import split_front_matter
from generator.read.metadata_keys import read_metadata


def read(text: str):
    values, *_ = split_front_matter(text, "a.md")
    return read_metadata(values, "a.md", day_first=True)


def test_scalars_stay_the_text_that_was_written():
    hints = read("---\nid: 123e4\ntitle: No\nlang: no\nweight: 0010\ndraft: true\nhero: null\n---\n")
    assert (hints.id, hints.title, hints.language) == ("123e4", "No", "no")
    assert hints.extra == {"weight": "0010", "draft": True, "hero": None}


def test_hugo():
    hints = read(
        "---\ntitle: The wall\ndate: 2015-12-10T18:40:00+01:00\nlastmod: 2015-12-11\ncategories: [Harbour, Weather]\n"
        "tags:\n  - storms\n  - walls\ndescription: It fell.\nurl: /posts/wall/\nlayout: post\n---\n"
    )
    assert hints.published is not None
    assert hints.published.isoformat() == "2015-12-10T18:40:00+01:00"
    assert hints.updated == date(2015, 12, 11)
    assert (hints.section, hints.topics, hints.deck) == ("Harbour", ("storms", "walls", "Weather"), "It fell.")
    assert hints.url is None
    assert hints.extra == {"original_url": "/posts/wall/", "layout": "post"}


def test_hugo_toml():
    hints = read('+++\ntitle = "The wall"\ndate = 2015-12-10T18:40:00Z\nweight = 3\n+++\nIt fell.')
    assert hints.published == datetime(2015, 12, 10, 18, 40, tzinfo=UTC)
    assert hints.extra == {"weight": "3"}


def test_pelican_writes_bare_keys():
    hints = read(
        "Title: The wall: a history\nDate: 2015-12-10 18:40\nAuthors: Ann Field, Jo Reed\nTags: a, b\n\nIt fell."
    )
    assert hints.title == "The wall: a history"
    assert hints.published == datetime(2015, 12, 10, 18, 40)
    assert hints.authors == ("Ann Field", "Jo Reed")
    assert hints.topics == ("a", "b")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("15 December 2015", date(2015, 12, 15)),
        ("Wednesday, December 9, 2015", date(2015, 12, 9)),
        ("03/04/2015", date(2015, 4, 3)),
        ('"2015-12-10"', date(2015, 12, 10)),
    ],
)
def test_dates_are_read_in_printed_forms(written, day):
    assert read(f"---\ndate: {written}\n---\n").published == day


def test_a_date_that_is_none_is_told_with_its_key():
    with pytest.raises(FrontMatterError, match=r"a\.md: date: 'soon' is not a date; write it like 2015-12-10"):
        read("---\ndate: soon\n---\n")


def test_bylines_and_records_of_authors():
    assert read("---\nbyline: By Ann Field and Jo Reed in Madrid\n---\n").authors == ("Ann Field", "Jo Reed")
    assert read("---\nauthors: [{name: Ann Field}, Jo Reed]\n---\n").authors == ("Ann Field", "Jo Reed")


def test_only_whole_web_addresses_are_addresses():
    assert read("---\nlink: https://example.org/a\n---\n").url == "https://example.org/a"
    hints = read("---\nlink: 'javascript:alert(1)'\n---\n")
    assert hints.url is None
    assert hints.extra == {"link": "javascript:alert(1)"}


def test_a_dateline_is_text_or_a_record():
    assert read("---\ndateline: MADRID\n---\n").dateline == Dateline(place="MADRID")
    hints = read("---\ndateline: {place: MADRID, date: 2015-12-10}\n---\n")
    assert hints.dateline == Dateline(place="MADRID", date=date(2015, 12, 10))


def test_what_the_conversion_writes_is_made_anew():
    assert read("---\norigin: {path: x}\nreview: [title]\n---\n").extra == {}


@pytest.mark.parametrize("block", ["[" * 5000, "- " * 5000, "\n".join(" " * n + "a:" for n in range(400))])
def test_absurd_nesting_is_refused(block):
    with pytest.raises(FrontMatterError, match="nested too deeply"):
        read(f"---\nx:\n{block}\n---\n")


def test_a_list_is_no_front_matter():
    with pytest.raises(FrontMatterError, match="must be lines of"):
        read("---\n[a, b]\n---\n")


def test_prose_between_rules_is_no_front_matter():
    text = "---\n\nA rule, and prose below it.\n\n---\n"
    assert split_front_matter(text, "a.md") == ({}, text, ())


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Quake: 12 dead", "Quake: 12 dead"),
        ('title: "Wall" holds', '"Wall" holds'),
        ("title: Ferry's last trip: a day's work", "Ferry's last trip: a day's work"),
        ("title: @harbour speaks", "@harbour speaks"),
    ],
)
def test_a_value_that_is_no_yaml_is_the_text_to_the_end_of_its_line(line, title):
    found = split_front_matter(f"---\nsource: Sample Wire\n{line}\n---\n\nText.\n", "a.md")
    assert found.values == {"source": "Sample Wire", "title": title}
    assert found.loose == ("title",)


def test_what_cannot_be_meant_as_a_line_stays_an_error():
    with pytest.raises(FrontMatterError, match=r"a\.md:2: .*not valid YAML"):
        split_front_matter("---\ntitle: Quake: 12\n  dead: and\n more\n---\n\nText.\n", "a.md")
