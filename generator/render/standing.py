"""Why an edition's stories stand where they stand. In: an edition and the context. Out: a table of what was counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Edition, Item, Part, PartName
from generator.render.context import Context
from generator.render.link_views import href
from generator.render.paths import article_address
from generator.render.views import LinkView

FORMULA = "score = 0.5 × log2(1 + sources) + 2 × log2(1 + independent) + new + 0.5 × recent"
"""As stories are ranked; its names are those of the columns."""

_HEADS: Mapping[PartName, str] = {
    "sources": "Sources",
    "independence": "Independent",
    "novelty": "New",
    "recency": "Recent",
}
_COUNTS: tuple[PartName, ...] = ("sources", "independence")


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingCell:
    """What was counted (`3`, `55%`), and the points for it."""

    value: str
    points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRow:
    """A story with its cells, in the order of the heads, and their sum."""

    story: LinkView
    cells: tuple[StandingCell, ...]
    score: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """How an edition is ranked: the formula, and the table of its stories."""

    formula: str
    heads: tuple[str, ...]
    rows: tuple[StandingRow, ...]


def view_standing(edition: Edition, context: Context) -> StandingView | None:
    """None for an edition whose items do not say what their scores are made of."""
    rows = tuple(_view_row(item, context) for item in edition.items if item.parts)
    if not rows:
        return None
    heads = tuple(_HEADS[part.name] for part in edition.items[0].parts)
    return StandingView(formula=FORMULA, heads=heads, rows=rows)


def _view_row(item: Item, context: Context) -> StandingRow:
    lead = context.articles[item.articles[0]].article
    return StandingRow(
        story=LinkView(address=href(article_address(lead)), text=lead.title),
        cells=tuple(_view_cell(part) for part in item.parts),
        score=f"{item.score:.2f}",
    )


def _view_cell(part: Part) -> StandingCell:
    value = f"{part.value:.0f}" if part.name in _COUNTS else f"{part.value:.0%}"
    return StandingCell(value=value, points=f"{part.points:.2f}")
