"""The table of differences: what is a row, and what must not be one."""

from __future__ import annotations

import pytest
from tellings import account, report, reports, rows, sentence

from generator.model import SyndicatedCopy, Syndication

DIFFER = {
    "a toll in words and in figures": (
        "Eleven people were killed when the ferry Stella Vane burned off Brinemouth.",
        "At least 13 people died in the fire on the ferry Stella Vane off Brinemouth, the coastguard said.",
        ("people killed", ["Eleven", "At least 13"]),
    ),
    "a death toll that rose": (
        "The death toll of the Brinemouth ferry fire stands at 8.",
        "The death toll of the Brinemouth ferry fire has risen to 15.",
        ("people killed", ["8", "15"]),
    ),
    "people hurt": (
        "About 40 people were injured in the Brinemouth tram crash.",
        "The Brinemouth tram crash left three people dead and 65 injured.",
        ("people injured", ["About 40", "65"]),
    ),
    "arrests": (
        "Police arrested 17 people after the match in Port Arden.",
        "Twenty-two people were arrested after the match in Port Arden.",
        ("people arrested", ["17", "Twenty-two"]),
    ),
    "homes without power beside homes flooded": (
        "The Orle flooded 3,500 homes in Brinemouth. Some 2,000 homes in Brinemouth were without power.",
        "The Orle flooded 3,500 homes in Brinemouth. Some 2,900 homes in Brinemouth were without power.",
        ("homes without power", ["Some 2,000", "Some 2,900"]),
    ),
    "passengers on board": (
        "The ferry Stella Vane was carrying 212 passengers from Brinemouth.",
        "There were 230 passengers on board the ferry Stella Vane when she left Brinemouth.",
        ("passengers on board", ["212", "230"]),
    ),
    "an age": (
        "A five-year-old boy fell into a disused well in Brinemouth.",
        "Divers searched a well in Brinemouth for a six-year-old boy who fell in on Sunday.",
        ("boy: age", ["five-year-old", "six-year-old"]),
    ),
    "a depth": (
        "The boy fell into a 40m-deep well in Brinemouth.",
        "The boy was at the bottom of an 80-metre-deep well in Brinemouth.",
        ("well: depth", ["40m", "80-metre"]),
    ),
    "two counts of one noun": (
        "Brinemouth sent 60 excavators to the well. Brinemouth council thanked the drivers.",
        "Brinemouth has 100 excavators working at the well.",
        ("excavators", ["60", "100"]),
    ),
    "one of several counts of one noun": (
        "The ferry Stella Vane had 212 passengers on board. Lifeboats brought 190 passengers ashore at Brinemouth.",
        "The ferry Stella Vane had 212 passengers on board. Lifeboats had brought 186 passengers ashore at Brinemouth.",
        ("passengers: Lifeboats brought … ashore Brinemouth", ["190", "186"]),
    ),
    "a fine": (
        "Vane Lines was fined £2.4 million by the court in Brinemouth over the fire.",
        "The court in Brinemouth has fined Vane Lines £4 million over the fire.",
        ("fine", ["£2.4 million", "£4 million"]),
    ),
    "a name spelled in two ways": (
        "The master, Ruud Hessel, was the last to leave the ship at Brinemouth.",
        "Ruud Hessell, master of the ship, is in hospital in Brinemouth.",
        ("Ruud …", ["Ruud Hessel", "Ruud Hessell"]),
    ),
    "a given name spelled in two ways": (
        "Prosecutor Katharina Moll opened an inquiry in Brinemouth.",
        "An inquiry was opened in Brinemouth, said Katarina Moll.",
        ("… Moll", ["Katharina Moll", "Katarina Moll"]),
    ),
    "the day of one event": (
        "The lighthouse keeper Arne Holm vanished from Brinemouth pier on Saturday.",
        "The lighthouse keeper Arne Holm vanished from Brinemouth pier on Friday.",
        ("lighthouse keeper Arne Holm vanished", ["Saturday", "Friday"]),
    ),
    "the place of one event": (
        "The trawler Gull Wing ran aground in the town of Brinemouth with a cargo of salt.",
        "The trawler Gull Wing ran aground in the town of Plymouth with a cargo of salt.",
        None,
    ),
}


@pytest.mark.parametrize("kind", [kind for kind, case in DIFFER.items() if case[2]])
def test_a_difference_is_a_row(kind: str) -> None:
    one, other, expected = DIFFER[kind]
    subject, values = expected  # type: ignore[misc]
    assert rows(one, other) == [(subject, [(values[0], "a"), (values[1], "b")])]


AGREE = {
    "the same figure in words": (
        "Eleven people were killed in the Brinemouth fire.",
        "The Brinemouth fire killed 11 people.",
    ),
    "a bound that is kept": (
        "More than 200 girls were abducted from the school in Brinemouth.",
        "Some 276 girls were abducted from the school in Brinemouth.",
    ),
    "at least ten, and eleven": (
        "At least 10 people were killed in the Brinemouth fire.",
        "The Brinemouth fire killed 11 people.",
    ),
    "a rounded figure": (
        "The breach exposed 143 million customers of Vane Lines.",
        "The breach exposed 143,100,000 customers of Vane Lines.",
    ),
    "metres and feet": (
        "The boy fell into a 40-metre-deep well in Brinemouth.",
        "The boy fell into a 131ft deep well in Brinemouth.",
    ),
    "homes flooded, homes without power": (
        "The Orle flooded 3,500 homes in Brinemouth.",
        "In Brinemouth 2,000 homes were without power after the Orle rose.",
    ),
    "some of a number": (
        "Thirteen people were killed in the Brinemouth fire.",
        "Of the dead in the Brinemouth fire, including two children, all were from Port Arden.",
    ),
    "another number on top": (
        "Thirteen people were killed in the Brinemouth fire.",
        "Another 4 people were killed in the Brinemouth fire, the coastguard said.",
    ),
    "figures of another year": (
        "Thirteen people were killed in the Brinemouth fire.",
        "A fire in the same harbour killed 20 people in Brinemouth in 1994.",
    ),
    "a year's count": (
        "Police arrested 17 people after the match in Port Arden.",
        "Police arrested 31 people a year on average after the match in Port Arden.",
    ),
    "two places": (
        "Gunmen killed 12 people in Marseille before the train stopped at Lyon.",
        "Gunmen killed 5 people in Toulouse.",
    ),
    "depth and width": (
        "The boy fell into a 40-metre-deep well in Brinemouth.",
        "The boy fell into a well in Brinemouth that is 30 centimetres wide.",
    ),
    "both figures in one report": (
        "Eleven people were killed in the Brinemouth fire, police said.",
        "Police said 11 people were killed in the Brinemouth fire; the harbour office said 13 people were killed.",
    ),
    "children and people": (
        "Thirteen people were killed in the Brinemouth fire.",
        "The Brinemouth fire killed two children.",
    ),
    "what did not happen": (
        "Thirteen people were killed in the Brinemouth fire.",
        "The fire in Brinemouth could have killed 200 people.",
    ),
    "flights, articles, times and scores": (
        "Flight 804 left Brinemouth at 10.30pm with Article 50 on page 3 after a 2-1 win.",
        "Flight 990 left Brinemouth at 11.45pm with Article 70 on page 9 after a 3-1 win.",
    ),
    "shares of other things": (
        "Ada Quay has 21 percent of voters in Brinemouth behind her.",
        "Ben Pier has 17 percent of voters in Brinemouth behind him.",
    ),
    "a plural family name": (
        "Mary Adam spoke in Brinemouth.",
        "Mary Adams sang in Port Arden.",
    ),
    "brother and sister": (
        "Julian Quay spoke in Brinemouth.",
        "Julia Quay spoke in Brinemouth.",
    ),
    "the same weekday": (
        "The lighthouse keeper Arne Holm vanished from Brinemouth pier on Sunday.",
        "The lighthouse keeper Arne Holm vanished from Brinemouth pier on Sunday.",
    ),
    "when somebody spoke": (
        "The pier in Brinemouth will be closed for good, mayor Orla Finch said on Saturday.",
        "The pier in Brinemouth will be closed for good, mayor Orla Finch said on Sunday.",
    ),
    "notes of two companies": (
        "Quay Lines Inc said its board raised the number of directors to 9 directors from Brinemouth.",
        "Pier Holdings Inc said its board raised the number of directors to 11 directors from Brinemouth.",
    ),
}


@pytest.mark.parametrize("kind", AGREE)
def test_what_does_not_differ_is_no_row(kind: str) -> None:
    assert rows(*AGREE[kind]) == []


def test_a_toll_is_told_in_the_order_of_time_with_all_who_give_it() -> None:
    fire = "{} people were killed in the fire on the ferry Stella Vane off Brinemouth."
    assert rows(*(fire.format(number) for number in ("Eight", "Eleven", "Thirteen", "11", "13"))) == [
        ("people killed", [("Eight", "a"), ("Eleven", "bd"), ("Thirteen", "ce")])
    ]


def test_copies_of_one_text_are_one_voice_that_names_them_all() -> None:
    text = "Eleven people were killed in the fire on the ferry Stella Vane off Brinemouth. The cause is not known."
    articles = [
        report("a", text),
        report("b", text, 1),
        report("c", "The fire on the ferry Stella Vane off Brinemouth killed 13 people.", 2),
    ]
    copies = Syndication(shown="a", copies=(SyndicatedCopy(article="b", share=1.0),))
    cells = account(articles, [copies]).differences[0].cells
    assert [[claim.article for claim in cell.claims] for cell in cells] == [["a", "b"], ["c"]]


def test_a_cell_stands_in_its_sentence() -> None:
    articles = reports(*DIFFER["a toll in words and in figures"][:2])
    for row in account(articles).differences:
        for cell in row.cells:
            assert all(cell.text in sentence(articles, claim) for claim in cell.claims)


def test_copies_alone_differ_in_nothing() -> None:
    text = "Eleven people were killed in the fire on the ferry Stella Vane off Brinemouth."
    copies = Syndication(shown="a", copies=(SyndicatedCopy(article="b", share=1.0),))
    assert account([report("a", text), report("b", text, 1)], [copies]).differences == ()
