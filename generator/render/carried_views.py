"""Who carries whose text. In: the context and an article's id. Out: what its page says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import SyndicatedCopy
from generator.render.context import Context
from generator.render.views import RowView


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierView:
    """An article that carries a text, and what tells so."""

    row: RowView
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedView:
    """The text of an article, where it is not in that one alone."""

    origin: str
    """Whose text it is; empty where nothing tells, or what tells of the copy says so already."""
    shown: CarrierView | None
    """On a copy's page: the article that lists show for it, and what tells that this is a copy."""
    others: tuple[CarrierView, ...]
    """The other copies, the earliest first."""


def view_carried(article: str, context: Context) -> CarriedView | None:
    """Who else carries an article's text; None where nobody does."""
    shown = context.shown_of.get(article, article)
    syndication = context.syndications.get(shown)
    if syndication is None:
        return None
    own = next((copy for copy in syndication.copies if copy.article == article), None)
    others = [copy for copy in syndication.copies if copy is not own]
    return CarriedView(
        origin="" if own and f"credits {syndication.origin}" in own.why else syndication.origin or "",
        shown=CarrierView(row=context.rows[shown], why=_join(own)) if own else None,
        others=_view(others, context),
    )


def carriers(article: str, context: Context) -> frozenset[str]:
    """Ids of all articles that carry one's text."""
    syndication = context.syndications.get(context.shown_of.get(article, article))
    if syndication is None:
        return frozenset()
    return frozenset((syndication.shown, *(copy.article for copy in syndication.copies)))


def _view(copies: Sequence[SyndicatedCopy], context: Context) -> tuple[CarrierView, ...]:
    return tuple(CarrierView(row=context.rows[copy.article], why=_join(copy)) for copy in copies)


def _join(copy: SyndicatedCopy) -> str:
    return "; ".join(copy.why)
