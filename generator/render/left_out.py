"""What an edition leaves out, and why. In: an edition and the context. Out: a view.

A day lists all of it. A longer edition lists the best, says how many more there are, and leads to its data: everything
stands in the edition of its day, and a year's list of thousands of titles would serve nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import Edition, LeftOut
from generator.render.context import Context
from generator.render.paths import edition_address
from generator.render.ranking import view_items
from generator.render.views import ItemView, LinkView
from generator.render.wording import say_count, say_date

ANCHOR = "left-out"
_NOTHING_NEW = "Nothing new since"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutGroup:
    """What is left out for one reason: `Nothing new since`, and that day; or `Below the first 16`."""

    reason: str
    day: LinkView | None
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutView:
    """What an edition leaves out; `more` says how many are not listed here, and is empty where all are."""

    count: str
    groups: tuple[LeftOutGroup, ...]
    more: str


def view_left_out(edition: Edition, context: Context) -> LeftOutView | None:
    """None where nothing is left out."""
    left = edition.left_out
    if not left:
        return None
    listed = left if edition.grain == "day" else left[: context.render.page_articles]
    more = len(left) - len(listed)
    return LeftOutView(
        count=say_count(len(left), "story", "stories"),
        groups=tuple(_group(listed, edition, context)),
        more=f"{say_count(more, 'more story', 'more stories')}, each in the edition of its day" if more else "",
    )


def _group(left: Sequence[LeftOut], edition: Edition, context: Context) -> Iterator[LeftOutGroup]:
    """First what says nothing new, by the day since when, the newest first; then what others rank above."""
    below = [each for each in left if each.reason == "below-cap"]
    old: dict[date, list[LeftOut]] = {}
    for each in left:
        if each.reason == "nothing-new" and each.item.before is not None:
            old.setdefault(each.item.before, []).append(each)
    for day in sorted(old, reverse=True):
        link = context.day_link(day) or LinkView(address="", text=say_date(day))
        yield LeftOutGroup(reason=_NOTHING_NEW, day=link, items=_view(old[day], edition, context))
    if below:
        yield LeftOutGroup(reason=_say_below(edition), day=None, items=_view(below, edition, context))


def _view(left: Sequence[LeftOut], edition: Edition, context: Context) -> tuple[ItemView, ...]:
    items = [each.item for each in left]
    return tuple(view_items(items, context, edition.first, dated=edition.grain != "day"))


def say_reason(left: LeftOut, edition: Edition) -> str:
    """Why something is left out: `Nothing new since 9 December 2015`."""
    if left.reason == "nothing-new" and left.item.before is not None:
        return f"{_NOTHING_NEW} {say_date(left.item.before)}"
    return _say_below(edition)


def _say_below(edition: Edition) -> str:
    return f"Below the first {len(edition.items)}"


def link_left_out(edition: Edition) -> LinkView | None:
    """`12 stories left out of this edition`, where some are."""
    if not edition.left_out:
        return None
    text = f"{say_count(len(edition.left_out), 'story', 'stories')} left out of this edition"
    return LinkView(address=f"{edition_address(edition)}#{ANCHOR}", text=text)
