"""Clubs in reports on sport, companies in reports on business, names beside others in a list."""

import pytest
from short_articles import enriched, named

MATCH = "The coach praised a late goal, and the striker scored from a penalty before half-time."
MONEY = "Investors worry about profits, and analysts expect shares to fall further."


@pytest.mark.parametrize(
    ("text", "clubs"),
    [
        ("Norwich 22-20 Wasps", ["Norwich", "Wasps"]),
        ("Ipswich had led 17-6 by then.", ["Ipswich"]),
        ("Saints travel to Biarritz on Sunday.", ["Biarritz"]),
        ("They will host Ostroma at Elm Road.", ["Ostroma"]),
        ("He joined from Bundesliga side Mainz.", ["Mainz"]),
        ("Toulouse winger Ivo Marsh went off.", ["Toulouse"]),
        ("The Tigers pack made life hard.", ["Tigers"]),
    ],
)
def test_a_town_that_plays_is_a_club(text, clubs):
    found = named(enriched(text, MATCH), "organisation")
    assert set(clubs) <= {form for forms in found.values() for form in forms}


def test_a_town_in_a_report_on_sport_may_be_a_place():
    assert "Norwich" in named(enriched("The match was played in Norwich.", MATCH), "place")
    assert "Anaheim" in named(enriched("Anaheim's Ned Marsh scored.", MATCH), "place")


def test_surnames_in_a_team_sheet_are_no_places():
    sheet = "Replacements: Hollis, Hamilton, Skinner, Ellis, Lloyd, Preston."
    assert named(enriched(MATCH, sheet), "place") == {}


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Dunvale said it would appeal. It was fined last year.", "Dunvale"),
        ("Dunvale said no. Its shares fell sharply.", "Dunvale"),
        ("Steelmaker Dunvale is to close its works.", "Dunvale"),
        ("The state holding Dunvale will run the tender.", "Dunvale"),
        ("Shares of insurers MBIA and Dunvale sank.", "Dunvale"),
        ("It was built by Siemens and by Dunvale of Italy.", "Dunvale"),
        (f"{MONEY} Dunvale plunged 12%.", "Dunvale"),
        (f"{MONEY} Mining firms such as Glencore and Antofagasta fell.", "Antofagasta"),
        (f"{MONEY} Poland's Dunvale buys gas.", "Dunvale"),
        ("It is run by Kirkmoor council.", "Kirkmoor council"),
        ("A plan by Natural Heritage Wales was published.", "Natural Heritage Wales"),
    ],
)
def test_what_acts_as_a_company_is_one(text, company):
    found = enriched(text)
    assert company in named(found, "organisation")
    assert company not in named(found, "person")


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Military sites such as Ostroma were closed.", "place", "Ostroma"),
        ("Villages along the Ostroma flooded.", "place", "Ostroma"),
        ("The River Ostroma burst its banks.", "place", "River Ostroma"),
        ("My grandmother, Odessa Merrow, voted.", "person", "Odessa Merrow"),
        ("Collector S.A. Raman asked people to leave.", "person", "S.A. Raman"),
    ],
)
def test_a_word_beside_a_name_tells_its_kind(text, kind, name):
    assert name in named(enriched(text), kind)


@pytest.mark.parametrize("text", ["It is an Art Deco pool.", "They came during the May Day holiday."])
def test_styles_and_days_are_nobody(text):
    assert named(enriched(text), "person") == {}


def test_a_sponsor_is_not_who_the_cup_is_about():
    assert named(enriched("They play in the Heineken Cup."), "organisation") == {}


def test_council_tax_names_no_council():
    assert named(enriched("Bills for Kirkmoor council tax rose."), "organisation") == {}
