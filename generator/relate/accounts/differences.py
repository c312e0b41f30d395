"""All on which the reports of a story differ, as rows of one table. In: tellings. Out: `Difference`s."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Cell, Difference
from generator.relate.accounts.carriers import Carriers
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.day_rows import find_day_rows
from generator.relate.accounts.figures import Figures
from generator.relate.accounts.kinship import Kinship
from generator.relate.accounts.line import Line, Telling, headline_of
from generator.relate.accounts.manners import find_manner_rows
from generator.relate.accounts.name_rows import find_name_rows
from generator.relate.accounts.number_rows import Row, find_number_rows
from generator.relate.accounts.place_rows import find_place_rows
from generator.relate.accounts.quantities import Quantity
from generator.relate.accounts.single import SINGLE_LINES, Singles, is_told_alone
from generator.relate.accounts.stated import StatedRow
from generator.relate.accounts.ties import Ties
from generator.relate.accounts.whereabouts import Whereabouts
from generator.relate.sources import source_key

MOST = 12
_LINES_OF_ALL = 240
_FEWEST_LINES, _MOST_LINES = 20, 40
"""Sentences in which figures are looked for: of all tellings, and of one. Further down are other things."""
_FEWEST_SHARED = 3
"""Words of a sentence that other tellings have too: figures of one thing stand among words of one event. A figure whose
role tells what it is of needs none."""


def find_differences(
    tellings: Sequence[Telling], centre: Centre, carriers: Carriers, figures: Figures
) -> tuple[Difference, ...]:
    """Numbers first, the gravest of them in front; then names, places, days, ways. No outlet differs from itself."""
    outlets = [_outlet(telling) for telling in tellings]
    if len(set(outlets)) < 2:
        return ()
    kinship, whereabouts = Kinship(tellings), Whereabouts(tellings)
    quantities = list(_find_quantities(tellings, centre, figures))
    ties = Ties(kinship, whereabouts, Singles(quantities))
    numbers = [_number_row(row, carriers) for row in find_number_rows(quantities, ties, outlets)]
    stated = [
        *find_name_rows(tellings, centre, kinship, outlets),
        *find_place_rows(tellings, centre, kinship, whereabouts, outlets),
        *find_day_rows(tellings, centre, kinship, outlets),
        *find_manner_rows(tellings, kinship, outlets),
    ]
    return (*numbers, *(_stated_row(row, carriers) for row in stated))[:MOST]


def _outlet(telling: Telling) -> str:
    """Who tells; a report that names no source is nobody else's."""
    article = telling.shown.article
    return source_key(article.source) if article.source else f"\n{article.id}"


def _find_quantities(tellings: Sequence[Telling], centre: Centre, figures: Figures) -> Iterator[Quantity]:
    """Of English reports, those of lines that share words with the others; tolls that only a headline tells."""
    room = min(_MOST_LINES, max(_FEWEST_LINES, _LINES_OF_ALL // len(tellings)))
    for number, telling in enumerate(tellings):
        if telling.shown.article.language in ("en", None):
            own = list(_find_in_lines(telling.lines[:room], centre, figures))
            yield from own
            tolls = [each for each in figures.of(headline_of(number, telling)) if each.fact]
            if tolls:
                facts = {each.fact for each in own if each.fact and not each.is_background and not each.is_part}
                yield from (each for each in tolls if each.fact not in facts)


def _find_in_lines(lines: Sequence[Line], centre: Centre, figures: Figures) -> Iterator[Quantity]:
    for line in lines:
        if len(centre.shared.keys() & line.terms.keys()) >= _FEWEST_SHARED:
            yield from figures.of(line)
        elif line.sentence < SINGLE_LINES:
            yield from filter(is_told_alone, figures.of(line))


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
