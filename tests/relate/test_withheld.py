"""Kills and embargoes: what is kept out of the site, and what is said of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from test_versions import LONGER, NINE, OTHER, version

from generator.relate.withheld import withhold

EVENING = datetime(2015, 12, 9, 18, tzinfo=UTC)


def kept(*articles, now=None):
    return [e.article.id for e in withhold(articles, now, 0.8)[0]]


def told(*articles, now=None):
    return [problem.message for problem in withhold(articles, now, 0.8)[1]]


def test_what_is_labelled_a_kill_is_kept_back_and_said_why():
    kill = version("k", "KILL")
    assert kept(kill, version("a", title="Storm", text=OTHER)) == ["a"]
    (message,) = told(kill)
    assert message.startswith("articles/k.md: is a kill notice")
    assert "remove the label" in message


@pytest.mark.parametrize("label", ["Kill", "WITHDRAWN", "retracted"])
def test_a_label_written_by_hand_may_have_any_case(label):
    assert kept(version("k", label)) == []


def test_a_kill_keeps_earlier_versions_back_and_names_itself():
    articles = (
        version("a"),
        version("b", "UPDATE 1", hours=1, text=LONGER),
        version("k", "KILL", hours=2, text="Kill it"),
    )
    assert kept(*articles) == []
    assert [
        m for m in told(*articles) if "earlier version of what articles/k.md kills" in m and m.startswith("articles/a")
    ]


def test_a_kill_of_an_item_leaves_other_items_and_later_versions():
    articles = (
        version("a", item="urn:1"),
        version("k", "KILL", item="urn:1", hours=1, title="Kill", text="Kill it"),
        version("c", item="urn:1", hours=2, text=LONGER),
        version("d", item="urn:2", title="Storm", text=OTHER),
    )
    assert kept(*articles) == ["c", "d"]


def test_an_embargo_in_the_future_keeps_back():
    article = version("a", "EMBARGO", embargo=EVENING)
    assert kept(article, now=NINE) == []
    assert kept(article, now=EVENING) == ["a"]
    (message,) = told(article, now=NINE)
    assert "until 2015-12-09T18:00:00Z" in message
    assert "SOURCE_DATE_EPOCH" in message
    assert "`embargo`" in message


def test_no_date_of_an_article_ends_an_embargo():
    article = version("a", embargo=EVENING, hours=20)
    misdated = version("b", title="Storm", text=OTHER, updated=datetime(2098, 7, 5, tzinfo=UTC))
    assert kept(article, misdated) == ["b"]
    assert kept(article, misdated, now=NINE) == ["b"]
    assert kept(article, misdated, now=EVENING) == ["a", "b"]


def test_an_embargo_of_a_day_ends_as_the_day_begins():
    article = version("a", embargo=date(2015, 12, 10))
    assert kept(article, now=EVENING) == []
    assert kept(article, now=datetime(2015, 12, 10, tzinfo=UTC)) == ["a"]


def test_an_embargo_without_a_moment_waits_for_a_person():
    assert kept(version("a", "EMBARGO"), now=EVENING) == []
    assert "write it as the key `embargo`" in told(version("a", "EMBARGO"), now=EVENING)[0]


def test_problems_come_in_the_order_of_paths():
    articles = [version(name, "KILL", title=name, text=OTHER) for name in "cab"]
    assert [message[:13] for message in told(*articles)] == [f"articles/{name}.md"[:13] for name in "abc"]
