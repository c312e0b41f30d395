"""Demonyms: "Russian" speaks of Russia and names no place. Tokens, mentions, the gazetteer in, `Demonym` values out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from generator.enrich.names.places import Gazetteer
from generator.enrich.tokens import Tokens
from generator.model import Demonym, Mention


def find_demonyms(tokens: Tokens, mentions: Sequence[Mention], places: Gazetteer) -> tuple[Demonym, ...]:
    """Demonyms and short country names that stand as adjectives ("UK airstrikes"), outside of names, in text order."""
    return tuple(_read(tokens, [mention.span.start for mention in mentions], mentions, places))


def _read(tokens: Tokens, starts: Sequence[int], mentions: Sequence[Mention], places: Gazetteer) -> Iterator[Demonym]:
    words, firsts = tokens.words, places.demonyms.longest
    end = 0
    for at in [at for at, word in enumerate(words) if word in firsts or word in places.attributive]:
        if at < end:
            continue
        found = places.demonyms.match(words, at) if words[at][0].isupper() else None
        if found is None and words[at] in places.attributive:
            found = (1, places.names[words[at]][0].country or "")
        if found is None:
            continue
        span = tokens.span(at, at + found[0])
        before = bisect_right(starts, span.start) - 1
        if found[1] and (before < 0 or mentions[before].span.end <= span.start):
            yield Demonym(span=span, country=found[1])
        end = at + found[0]
