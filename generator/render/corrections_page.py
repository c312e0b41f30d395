"""The list of corrections. In: the context. Out: pages at `corrections/`, the newest first; none without any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Correction, Page
from generator.render.context import Context
from generator.render.correction_views import ANCHOR, CorrectionView, view_correction
from generator.render.frame import make_frame
from generator.render.listing import cut_list, numbered_title
from generator.render.page import render_page
from generator.render.paths import CORRECTIONS
from generator.render.templates import Templates
from generator.render.views import LinkView, PagerView, RowView

_INDEX = LinkView(address=CORRECTIONS, text="Corrections")


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedView:
    """An article that was corrected, with a link to the notice on its page."""

    link: LinkView
    row: RowView
    correction: CorrectionView


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsView:
    """What `corrections.html` reads."""

    corrected: tuple[CorrectedView, ...]
    pager: PagerView | None


def corrections_pages(context: Context, templates: Templates) -> Iterator[Page]:
    """The list, in as many pages as it takes."""
    if not context.digest.corrections:
        return
    for part in cut_list(context.digest.corrections, CORRECTIONS, context.render.page_articles):
        frame = make_frame(
            context.site,
            part.address,
            numbered_title("Corrections", part.pager),
            description="What reports said wrongly or too early, and what they say now.",
            crumbs=() if part.is_first else (_INDEX,),
            feeds=context.page_feeds(CORRECTIONS),
        )
        view = CorrectionsView(corrected=tuple(_view(c, context) for c in part.members), pager=part.pager)
        yield render_page(templates, "corrections.html", frame, view)


def _view(correction: Correction, context: Context) -> CorrectedView:
    row = context.rows[correction.article]
    return CorrectedView(
        link=LinkView(address=f"{row.address}#{ANCHOR}", text=row.title),
        row=row,
        correction=view_correction(correction, context.articles),
    )
