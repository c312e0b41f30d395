"""What articles say of each name, found in one walk over all. In: the context. Out: lookups by name.

A name's page would else look through every quotation of the digest; so it costs what it shows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model import Article, EnrichedArticle, Mention, Quote
from generator.render.body import plain_sentence, sentence_anchor, sentence_at
from generator.render.context import Context

_TELLING = frozenset(("paragraph", "quote", "item"))
_ENDS = (".", "!", "?", "…", ":", ";", "。", "！", "？", "।", "؟", "۔")
_CLOSING = "\"'”’»)]」』 "
_FEWEST_BLANKS = 2
"""In a sentence: `Photo: Reuters.` has fewer."""


class Said(NamedTuple):
    """A quotation and its article."""

    article: EnrichedArticle
    quote: Quote


class NameLookups:
    """Mentions and quotations by the ids of names that have a page."""

    def __init__(self, context: Context) -> None:
        self._mentions: dict[str, Mapping[str, Sequence[Mention]]] = {}
        self._by: defaultdict[str, list[Said]] = defaultdict(list)
        self._about: defaultdict[str, list[Said]] = defaultdict(list)
        for enriched in context.digest.shown:
            self._mentions[enriched.article.id] = _group_mentions(enriched, context)
            for quote in enriched.quotes:
                if quote.entity is not None and quote.entity in context.entities:
                    self._by[quote.entity].append(Said(enriched, quote))
                for name in dict.fromkeys(_named_in(quote, enriched.mentions)) if quote.speaker else ():
                    if name != quote.entity and name in context.entities:
                        self._about[name].append(Said(enriched, quote))

    def mentions(self, article: str, name: str) -> Sequence[Mention]:
        """Where an article names somebody, in the order of the text."""
        return self._mentions.get(article, {}).get(name, ())

    def told(self, enriched: EnrichedArticle, name: str) -> Mention | None:
        """Where a sentence of the story first names somebody; a heading, a label or a caption is no such sentence."""
        article = enriched.article
        return next((m for m in self.mentions(article.id, name) if tells(article, m.span.start)), None)

    def said_by(self, name: str) -> Sequence[Said]:
        """What somebody is quoted with, the newest article first."""
        return self._by.get(name, ())

    def said_of(self, name: str) -> Sequence[Said]:
        """Quotations of others that mention somebody, the newest article first; not of speakers who are not known."""
        return self._about.get(name, ())


def tells(article: Article, offset: int) -> bool:
    """Whether a sentence of the story holds an offset: no heading, no caption, no label in a line of its own."""
    number = sentence_at(article.sentences, offset)
    if number is None:
        return False
    at = bisect_right(article.blocks, offset, key=lambda block: block.span.start) - 1
    if at >= 0 and article.blocks[at].kind not in _TELLING:
        return False
    said = plain_sentence(article.text, article.sentences[number]).rstrip(_CLOSING)
    return said.endswith(_ENDS) and (said.count(" ") >= _FEWEST_BLANKS or not said.isascii())


def _group_mentions(enriched: EnrichedArticle, context: Context) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for mention in enriched.mentions:
        if mention.entity in context.entities:
            found.setdefault(mention.entity, []).append(mention)
    return found


def _named_in(quote: Quote, mentions: Sequence[Mention]) -> Iterator[str]:
    at = bisect_left(mentions, quote.span.start, key=lambda mention: mention.span.start)
    while at < len(mentions) and mentions[at].span.end <= quote.span.end:
        yield mentions[at].entity
        at += 1


def locate(article: Article, offset: int, context: Context) -> str:
    """The address of the sentence that holds an offset; of the article where none does."""
    address = context.rows[article.id].address
    number = sentence_at(article.sentences, offset)
    return address if number is None else f"{address}#{sentence_anchor(number)}"
