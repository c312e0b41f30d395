"""Datelines."""

from __future__ import annotations

from datetime import date

import pytest

from generator.extract.head.dateline import date_of, find_colon_dateline, find_dateline
from generator.extract.head.source import is_source, read_copyright, read_credit


@pytest.mark.parametrize(
    ("text", "place", "day", "agency"),
    [
        ("LONDON, Dec 10 (Reuters) - The wall fell", "LONDON", "Dec 10", "Reuters"),
        ("BEIJING -- The wall fell", "BEIJING", None, None),
        ("WASHINGTON — The wall fell", "WASHINGTON", None, None),
        ("LONDON, England (Reuters) -- The wall fell", "LONDON, England", None, "Reuters"),
        ("BERLIN (dpa) - The wall fell", "BERLIN", None, "dpa"),
        ("Paris (AFP) – The wall fell", "Paris", None, "AFP"),
        ("ZURICH/ROME, Dec 3 (Harbour Wire) - The wall fell", "ZURICH/ROME", "Dec 3", "Harbour Wire"),
        ("Paris, 12 December 2015 (AFP) – The wall fell", "Paris", "12 December 2015", "AFP"),
        ("LE BOURGET, France, Dec 5 (Harbour Wire) - The", "LE BOURGET, France", "Dec 5", "Harbour Wire"),
        ("(CNN)The wall fell", None, None, "CNN"),
        ("(Reuters) - The wall fell", None, None, "Reuters"),
        ("BERLIN, Dec. 10 /Xinhua/ -- The wall fell", "BERLIN", "Dec. 10", "Xinhua"),
        ("MOSCOW, December 10. /TASS/. The wall fell", "MOSCOW", "December 10", "TASS"),
        ("KIEV. Dec 10 (Interfax) - The wall fell", "KIEV", "Dec 10", "Interfax"),
        ("Hong Kong (CNN Business)The wall fell", "Hong Kong", None, "CNN Business"),
        ("New Delhi, Jan 5 (PTI) The wall fell", "New Delhi", "Jan 5", "PTI"),
        ("WASHINGTON (AP) _ The wall fell", "WASHINGTON", None, "AP"),
    ],
)
def test_a_dateline(text, place, day, agency):
    found = find_dateline(text)
    assert found is not None
    assert (found.place, found.day, found.agency) == (place, day, agency)
    assert text[found.end :].startswith("The")


@pytest.mark.parametrize(
    "text",
    [
        "Paris - a city of light",
        "WATCH — The wall falls",
        "ANN FIELD had been awake for 38 hours",
        "BBC - The programme",
        "Mr Reed (Labour) said",
        "The wall fell - and nobody saw it",
        "MR REED: I saw it",
        "",
    ],
)
def test_no_dateline(text):
    assert find_dateline(text) is None


LONG = "The harbour wall fell into the water on Thursday, a year after engineers had warned that it would"


def test_a_place_and_a_colon():
    found = find_colon_dateline(f"NEW DELHI: {LONG}.")
    assert found is not None
    assert (found.place, found.agency) == ("NEW DELHI", None)


@pytest.mark.parametrize(
    "text", [f"WATCH: {LONG}", f"BREAKING NEWS: {LONG}", f"UK: {LONG}", "PORTSEA: It fell.", f"BBC NEWS: {LONG}"]
)
def test_no_place_and_a_colon(text):
    assert find_colon_dateline(text) is None


def test_the_year_is_taken_from_elsewhere():
    dateline = find_dateline("LONDON, Dec 10 (Reuters) - The wall fell")
    assert dateline is not None
    assert date_of(dateline, None) is None
    assert date_of(dateline, 2015) == date(2015, 12, 10)


@pytest.mark.parametrize(
    "name",
    [
        "Reuters",
        "xinhua",
        "The Harbour Times",
        "TRTWorld and agencies",
        "AFP/Reuters",
        "Staff and agencies",
        "Sample Wire",
    ],
)
def test_a_source(name):
    assert is_source(name)


@pytest.mark.parametrize(
    "name", ["Ann Field", "Around Sample Broadcasting", "the times", "", "More from the Harbour Times"]
)
def test_no_source(name):
    assert not is_source(name)


def test_credits_and_copyright_lines():
    assert read_credit("(With inputs from agencies)") == "agencies"
    assert read_credit("Source: Harbour Institute") == "Harbour Institute"
    assert read_credit("The source: nobody knew") is None
    assert read_copyright("Copyright 2015 Harbour Times Co.") == "Harbour Times"
    assert read_copyright("© The Harbour Gazette 2015. All rights reserved") == "The Harbour Gazette"
    assert read_copyright("(c) 2015") is None
