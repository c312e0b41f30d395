"""Tables in plain text stay tables."""

from __future__ import annotations

from growth import cpu_seconds

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.read.sources import read_source

OPTIONS = ConvertConfig()
ABOVE = "Fares rise again\n\nThe fares rose on Monday, and nobody was surprised, the broker said at noon.\n\n"
BELOW = "\n\nFares for dogs stay as they are. Cats travel free.\n"


def body(rows):
    (reading,) = read_source("fares.txt", (ABOVE + rows + BELOW).encode(), OPTIONS)
    blocks = extract_article(reading, OPTIONS).document.body.split("\n\n")
    assert blocks[-1] == BELOW.strip()
    return "\n\n".join(blocks[1:-1])


def test_columns_of_spaces():
    assert body("Route        Single   Return\nQuay to Town  8.10      15\nIsles        18.01      30") == (
        "| Route | Single | Return |\n| --- | --- | --- |\n| Quay to Town | 8.10 | 15 |\n| Isles | 18.01 | 30 |"
    )


def test_columns_of_strokes_and_of_tabs():
    table = "| Route | Single |\n| --- | --- |\n| Quay | 8 |\n| Isles | 18 |"
    assert body("| Route | Single |\n|---|---|\n| Quay | 8 |\n| Isles | 18 |") == table
    assert body("Route\tSingle\nQuay\t8\nIsles\t18") == table


def test_a_header_without_a_cell_above_the_first_column():
    assert body("             Single   Return\n Quay          8.10    15\n Isles        18.01    30").startswith(
        "|  | Single | Return |\n| --- |"
    )


def test_rows_that_do_not_fit_are_kept_as_they_were():
    shown = "Quay    8.10  15  20\nIsles  18.01  30\nBay     9.00\nDogs    1  2  3"
    assert body(shown) == f"```\n{shown}\n```"


def test_sentences_with_wide_spaces_are_no_table():
    text = "He spoke for 2 hours.  He said nothing new of it.\nShe spoke for 3 hours.  She said it all again."
    assert "|" not in body(text)


def test_thousands_of_rows_take_no_longer_each():
    text = ABOVE + "\n".join(f"Quay {at}    8.{at}   x" if at % 3 else f"Isle {at}" for at in range(4_000)) + BELOW
    (reading,) = read_source("fares.txt", text.encode(), OPTIONS)
    assert cpu_seconds(lambda: extract_article(reading, OPTIONS)) < 8
