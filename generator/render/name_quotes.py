"""Quotations on a name's page: by it, and by others about it. In: quotations of articles. Out: views, newest first.

The same words are told once, as the earliest report has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Entity
from generator.render.context import Context, foreign
from generator.render.link_views import view_entity
from generator.render.name_lookups import NameLookups, Said, locate
from generator.render.quotation import say_quotation
from generator.render.views import LinkView, TimeView
from generator.render.wording import say_count

_MOST = 8
_SHORTEST = 20
"""Characters; shorter ones are words in quotation marks, not things said."""
_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenView:
    """Words quoted, and where: day, source, sentence."""

    words: LinkView
    """Linked to their sentence."""
    speaker: LinkView
    """Without an address where the speaker has no page."""
    day: TimeView | None
    source: LinkView
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenList:
    """The newest quotations, and how many there are: `8 of 19 quotations`."""

    quotes: tuple[SpokenView, ...]
    count: str


def quotes_by(entity: Entity, lookups: NameLookups, context: Context) -> SpokenList:
    """What somebody is quoted with."""
    return _list(lookups.said_by(entity.id), context)


def quotes_about(entity: Entity, lookups: NameLookups, context: Context) -> SpokenList:
    """Quotations of others that mention somebody."""
    return _list([s for s in lookups.said_of(entity.id) if s.quote.speaker != entity.name], context)


def _list(said: Sequence[Said], context: Context) -> SpokenList:
    once = _each_once(said)
    told = tuple(_view(each, context) for each in once[:_MOST])
    count = say_count(len(once), "quotation")
    return SpokenList(quotes=told, count=count if len(told) == len(once) else f"{len(told)} of {count}")


def _each_once(said: Iterable[Said]) -> list[Said]:
    """The quotations of some length, the newest first; of equal ones the last, which is the earliest."""
    found: dict[str, Said] = {}
    for each in said:
        key = "".join(filter(str.isalnum, _words(each).casefold()))
        if len(key) >= _SHORTEST:
            found.pop(key, None)
            found[key] = each
    return list(found.values())


def _words(said: Said) -> str:
    span = said.quote.span
    return said.article.article.text[span.start : span.end]


def _view(said: Said, context: Context) -> SpokenView:
    article = said.article.article
    row = context.rows[article.id]
    speaker = context.entities.get(said.quote.entity or "")
    return SpokenView(
        words=LinkView(
            address=locate(article, said.quote.span.start, context), text=say_quotation(_words(said), _LONGEST)
        ),
        speaker=view_entity(speaker) if speaker else LinkView(address="", text=said.quote.speaker or ""),
        day=row.day,
        source=row.source,
        language=foreign(article.language, context.site.language),
    )
