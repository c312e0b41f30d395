"""Why a story has these reports, for its page. In: a story with its receipt, the context. Out: a `ReceiptView`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Membership, Story
from generator.render.context import Context
from generator.render.views import RowView


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """A report, and short phrases that say why it is in or out."""

    report: RowView
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonGroup:
    """Reports under a heading."""

    heading: str
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptView:
    """What `story_receipt.html` reads."""

    groups: tuple[ReasonGroup, ...]
    overrides: tuple[str, ...]
    is_apart: bool
    """Nothing else came near."""


def view_receipt(story: Story, context: Context) -> ReceiptView | None:
    """The receipt; None where nothing is known."""
    groups = tuple(
        ReasonGroup(heading=heading, reasons=reasons)
        for heading, members in (
            ("In this story", story.members),
            ("Nearest, and not in it", story.nearest),
            ("Round-ups that mention it", story.mentions),
        )
        if (reasons := tuple(_reasons(members, context)))
    )
    if not groups:
        return None
    return ReceiptView(groups=groups, overrides=story.overrides, is_apart=not story.nearest)


def _reasons(members: Sequence[Membership], context: Context) -> Iterator[ReasonView]:
    for membership in members:
        if (row := context.rows.get(membership.article)) is not None:
            yield ReasonView(report=row, why=membership.why)
