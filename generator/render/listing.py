"""Long lists: cut into pages, and grouped by day. In: ids of articles or links. Out: views."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Generic, TypeVar

from generator.moments import day_of
from generator.render.article_time import moment_of
from generator.render.context import Context
from generator.render.paths import numbered_address, root_of
from generator.render.views import DayView, LinkView, PagerView
from generator.render.wording import keep_together

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[T]):
    """One page of a list."""

    address: str
    members: Sequence[T]
    pager: PagerView | None
    """None for a list of one page."""

    @property
    def is_first(self) -> bool:
        """Whether it is the page that the list's own address leads to."""
        return self.pager is None or self.pager.number == 1


def cut_list(members: Sequence[T], address: str, size: int) -> Iterator[Part[T]]:
    """Pages of `size` members; an empty list has one empty page; `size` 0 is no limit."""
    size = size or max(len(members), 1)
    starts = range(0, max(len(members), 1), size)
    pages = tuple(LinkView(address=numbered_address(address, n), text=str(n)) for n in range(1, len(starts) + 1))
    for number, start in enumerate(starts, 1):
        pager = PagerView(
            number=number,
            pages=pages,
            previous=pages[number - 2] if number > 1 else None,
            next=pages[number] if number < len(pages) else None,
        )
        yield Part(
            address=pages[number - 1].address,
            members=members[start : start + size],
            pager=pager if len(pages) > 1 else None,
        )


def group_days(part: Part[str], context: Context) -> tuple[DayView, ...]:
    """The articles of one page of a list, newest first, under their days."""
    root, write = root_of(part.address), context.fragments.row
    return tuple(
        DayView(day=_day_link(day, context), rows=tuple(write(i, root) for i in ids))
        for day, ids in groupby((a for a in part.members if a in context.articles), key=lambda a: _day(a, context))
    )


def _day_link(day: date | None, context: Context) -> LinkView | None:
    link = context.day_link(day) if day else None
    return replace(link, text=keep_together(link.text)) if link else None


def _day(article: str, context: Context) -> date | None:
    moment = moment_of(context.articles[article].article)
    return None if moment is None else day_of(moment)


def numbered_title(title: str, pager: PagerView | None) -> str:
    """`Syria`, `Syria, page 2`."""
    return title if pager is None or pager.number == 1 else f"{title}, page {pager.number}"
