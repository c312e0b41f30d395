"""All on which the reports of a story differ, as rows of one table. In: rows of each kind. Out: `Difference`s."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Cell, Difference
from generator.relate.accounts.carriers import Carriers
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.day_rows import StatedRow, find_day_rows, find_place_rows
from generator.relate.accounts.kinship import Kinship
from generator.relate.accounts.line import Telling
from generator.relate.accounts.name_rows import find_name_rows
from generator.relate.accounts.number_rows import Row, find_number_rows
from generator.relate.accounts.quantities import Quantity

MOST = 12


def find_differences(
    tellings: Sequence[Telling], quantities: Sequence[Quantity], centre: Centre, carriers: Carriers
) -> tuple[Difference, ...]:
    """Numbers first, the gravest of them in front; then names, places, days."""
    if len(tellings) < 2:
        return ()
    kinship = Kinship(tellings)
    numbers = [_number_row(row, carriers) for row in find_number_rows(quantities, kinship)]
    stated = [
        *find_name_rows(tellings, centre),
        *find_place_rows(tellings, centre, kinship),
        *find_day_rows(tellings, centre, kinship),
    ]
    return (*numbers, *(_stated_row(row, carriers) for row in stated))[:MOST]


def _number_row(row: Row, carriers: Carriers) -> Difference:
    cells = tuple(
        Cell(text=" ".join(group[0].text.split()), claims=carriers.claims([q.line for q in group]))
        for group in row.groups
    )
    return Difference(kind="number", subject=row.subject, cells=cells)


def _stated_row(row: StatedRow, carriers: Carriers) -> Difference:
    cells = tuple(
        Cell(text=group[0].text, claims=carriers.claims([stated.line for stated in group])) for group in row.groups
    )
    return Difference(kind=row.kind, subject=row.subject, cells=cells)
