"""Corrections as pages and feeds tell them. In: a Correction and the context. Out: what was and what is, with links.

Nothing is worded here but “now” was “then”: the rest are the reports' words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Claim, Correction, EnrichedArticle
from generator.render.body import sentence_anchor
from generator.render.context import Context
from generator.render.link_views import href
from generator.render.paths import article_address
from generator.render.views import LinkView, TimeView
from generator.render.wording import view_moment

ANCHOR = "corrections"
"""Of the notice on an article's page."""

_LABEL = re.compile(r"\A\s*(?:corrections?|corrected|clarification|editor[’']s note)\s*[:—–-]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """What an article says now and what it said, each with a link to its sentence, or to its page for a headline."""

    now: LinkView
    was: LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A correction: when, what changed, the words of its source, and the page with the former text."""

    time: TimeView | None
    is_arrival: bool
    """The time is when the changed text arrived, for its source states none."""
    is_update: bool
    """The former text was overtaken, not wrong."""
    changes: tuple[ChangeView, ...]
    notices: tuple[str, ...]
    older: LinkView | None


def corrections_of(article: str, context: Context) -> tuple[CorrectionView, ...]:
    """What an article's page says: all its corrections, or on an older version's page the one that put it right."""
    corrections = context.corrections_of.get(article, ())
    return tuple(view_correction(correction, context.articles) for correction in corrections)


def view_correction(correction: Correction, articles: Mapping[str, EnrichedArticle]) -> CorrectionView:
    """A correction as links."""
    older, newer = correction.older, correction.newer or correction.article
    return CorrectionView(
        time=view_moment(correction.moment),
        is_arrival=correction.is_arrival,
        is_update=correction.is_update,
        changes=tuple(
            ChangeView(
                now=_link(change.after, newer, change.now, articles),
                was=_link(change.before, older or newer, change.was, articles),
            )
            for change in correction.changes
        ),
        notices=tuple(map(_drop_label, correction.notices)),
        older=LinkView(address=_address(older, articles), text="The text before") if older else None,
    )


def _drop_label(notice: str) -> str:
    """A notice without the word that the page says before it."""
    return _LABEL.sub("", notice, count=1) or notice


def _link(claim: Claim | None, article: str, text: str, articles: Mapping[str, EnrichedArticle]) -> LinkView:
    address = _address(claim.article if claim else article, articles)
    return LinkView(address=f"{address}#{sentence_anchor(claim.sentence)}" if claim else address, text=text)


def _address(article: str, articles: Mapping[str, EnrichedArticle]) -> str:
    return href(article_address(articles[article].article))


def say_correction(correction: Correction) -> str:
    """A correction in a line: `“Eleven people” was “Thirteen people”. Corrects number in first paragraph`."""
    changes = "; ".join(f"“{change.now}” was “{change.was}”" for change in correction.changes)
    parts = [f"{changes}."] if changes else []
    return " ".join((*parts, *correction.notices)) or "Corrected."
