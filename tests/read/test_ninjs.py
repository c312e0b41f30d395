"""ninjs, versions 1 to 3, alone and in containers."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from wire_samples import extract_one, read, read_one, refuse_one

from generator.model import Contributor

ONE = {
    "guid": "tag:harbour.example,2019:wall",
    "type": "text",
    "version": "2",
    "versioncreated": "2019-03-04T18:45:00+0000",
    "firstcreated": "2019-03-04T18:15:00+0000",
    "pubstatus": "usable",
    "urgency": 3,
    "language": "en",
    "headline": "Harbour wall <b>holds</b>",
    "byline": "By Ann Field, Harbour Sample News",
    "source": "HSN",
    "copyrightholder": "Harbour Sample News",
    "located": "Portsea",
    "slugline": "harbour-wall",
    "ednote": "Adds the mayor's words.",
    "description_text": "Hundreds of people slept in schools.",
    "body_html": "<p>The wall held &amp; the town went home.</p><h2>What comes next</h2><p>A report.</p>",
    "body_text": "The wall held & the town went home. A report.",
    "authors": [{"name": "Bea Stone", "role": "editor"}, {"name": "Ann Field", "role": "author"}],
    "subject": [{"code": "medtop:20000151"}, {"code": "03007000"}, {"name": "Coast", "rel": "category"}],
    "associations": {
        "featuremedia": {"type": "picture", "byline": "Photo: Cy Lund", "description_text": "The wall at dawn."},
        "related": {"type": "text", "byline": "Nobody"},
    },
}
TWO = {
    "uri": "http://harbour.example/items/wall",
    "standard": {"name": "ninjs", "version": "2.1"},
    "versioncreated": "2019-03-04T18:15:00Z",
    "headlines": [{"role": "main", "value": "Harbour wall holds"}, {"role": "sub", "value": "Schools slept in"}],
    "bodies": [
        {"role": "text", "contenttype": "text/plain", "value": "The wall held.\nA report is due."},
        {
            "role": "rich",
            "contenttype": "application/xhtml+xml",
            "value": "<p>The wall held.</p><p>A report is due.</p>",
        },
        {"role": "nitf", "contenttype": "application/xml", "value": "<X>no</X>"},
    ],
    "by": "Ann Field and Jo Reede",
    "infosources": [{"name": "HSN"}],
    "associations": [{"name": "a", "type": "picture", "by": "Cy Lund", "descriptions": [{"value": "Dawn."}]}],
}
THREE = {
    "uri": "http://harbour.example/items/wall",
    "versionCreated": "2019-03-04T18:15:00Z",
    "pubStatus": "canceled",
    "headlines": [{"role": "main", "value": "Harbour wall holds"}],
    "bodies": [{"role": "main", "contentType": "text/plain", "value": "The wall held."}],
    "copyrightHolder": "HSN",
    "people": [{"name": "Ina Wells"}],
}


def dumped(item, **changes):
    return json.dumps({**item, **changes})


def test_version_1():
    article = read_one(dumped(ONE), "item.json")
    hints = article.hints
    assert article.form == "ninjs"
    assert (hints.title, hints.deck) == ("Harbour wall holds", "Hundreds of people slept in schools.")
    assert hints.authors == ("Ann Field",)
    assert hints.contributors == (Contributor(name="Bea Stone", role="editing"),)
    assert (hints.source, hints.agency) == ("HSN", None)
    assert hints.published == datetime(2019, 3, 4, 18, 15, tzinfo=UTC)
    assert hints.updated == datetime(2019, 3, 4, 18, 45, tzinfo=UTC)
    assert (hints.item, hints.version, hints.section) == ("tag:harbour.example,2019:wall", "2", "Coast")
    assert hints.labels == ("(Adds the mayor's words)",)
    assert hints.topics == ("medtop:20000151",)
    assert (hints.captions, hints.photo_credits) == (("The wall at dawn.",), ("Cy Lund",))
    document = extract_one(dumped(ONE), "item.json").document
    assert document.body == "The wall held & the town went home.\n\n## What comes next\n\nA report."
    assert document.dateline is not None
    assert document.dateline.place == "Portsea"
    assert "dateline" in document.review


def test_version_2_takes_the_richest_body():
    hints = read_one(dumped(TWO), "item.json").hints
    assert (hints.title, hints.deck) == ("Harbour wall holds", "Schools slept in")
    assert (hints.authors, hints.source) == (("Ann Field", "Jo Reede"), "HSN")
    assert (hints.captions, hints.photo_credits) == (("Dawn.",), ("Cy Lund",))
    assert extract_one(dumped(TWO), "item.json").document.body == "The wall held.\n\nA report is due."


def test_version_3_in_camel_case():
    hints = read_one(dumped(THREE), "item.json").hints
    assert (hints.title, hints.source) == ("Harbour wall holds", "HSN")
    assert hints.published == datetime(2019, 3, 4, 18, 15, tzinfo=UTC)
    assert hints.labels == ("KILL",)


@pytest.mark.parametrize("wrap", [lambda i: [i], lambda i: {"item": [i]}, lambda i: {"data": {"item": i}}])
def test_items_in_containers(wrap):
    assert read_one(json.dumps(wrap(ONE)), "items.json").form == "ninjs"


def test_first_publication_comes_before_creation_and_embargo_is_kept():
    item = dumped(ONE, firstpublished="2019-03-04T18:45:00+0000", embargoed="2019-03-05T06:00:00+00:00")
    hints = read_one(item, "item.json").hints
    assert (hints.published, hints.updated) == (datetime(2019, 3, 4, 18, 45, tzinfo=UTC), None)
    assert hints.embargo == datetime(2019, 3, 5, 6, tzinfo=UTC)


def test_what_is_no_person_is_no_author():
    hints = read_one(dumped(TWO, by="harbournews/AF"), "item.json").hints
    assert (hints.authors, hints.agency) == ((), "harbournews")
    located = dumped(ONE, located="Ann Field, Harbour")
    assert extract_one(located, "item.json").document.dateline is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"type": "picture"}, "“Harbour wall holds”: is of the kind picture"),
        ({"type": "composite", "body_html": "", "body_text": ""}, "is of the kind composite"),
        ({"body_html": "<p> </p>", "body_text": ""}, "holds a headline only"),
        ({"body_html": 4, "body_text": None, "headline": None}, "holds no text"),
        (
            {"body_html": "", "body_text": "", "renditions": {"nitf": {"type": "text", "href": "https://x.example/1"}}},
            "names its text by an address only",
        ),
    ],
)
def test_items_that_are_no_articles_say_why(changes, said):
    assert said in refuse_one(dumped(ONE, **changes), "item.json")


def test_other_json_is_not_taken_for_ninjs():
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "F",
        "items": [{"id": "1", "content_text": "Held."}],
    }
    assert read_one(json.dumps(feed), "feed.json").form == "feed"
    record = {"title": "Wall", "text": "The wall held.", "guid": "1"}
    assert read(json.dumps(record), "a.json")[0].form == "records"
