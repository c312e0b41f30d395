"""Direct quotations with speaker and cue. An article, its tokens and names in, `Quote` values out, in text order.

A quotation stands between a pair of quotation marks within one block; one that is still open at the end of its block
goes on where the next block opens with a mark. One of a few words with no verb of saying beside it is a title or a
scare quote and left alone. Who says it is found in `speakers.py`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.enrich.speaker_page import Page, QuoteWords
from generator.enrich.speakers import Said, name_speaker, said_after, said_before
from generator.enrich.tokens import Tokens
from generator.model import Article, Entity, Mention, Quote, Span

FEWEST_WORDS = 3
SURE_WORDS = 6
"""From this many words on, marks make a quotation even where nobody is seen to say it."""
_LONGEST, _LONGEST_SINGLE = 600, 200
"""Tokens a quotation may have; else the partner of a lone mark would be sought to the end of the text each time."""
_LONGEST_GAP = 40
"""Tokens between a quotation and one that goes on with it."""
_PAIRS: Mapping[str, tuple[str, ...]] = {
    '"': ('"', "”"),
    "“": ("”", '"'),
    "«": ("»",),
    "``": ("''", '"'),
    "‘": ("’",),
    "'": ("'",),
}
_SINGLE = frozenset("‘'")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marked:
    """Tokens of a quotation: its marks are `first` and `last`; `open` when the block ended before it did."""

    first: int
    last: int
    open: bool = False


def find_quotes(
    article: Article, tokens: Tokens, mentions: Sequence[Mention], entities: Sequence[Entity], words: QuoteWords
) -> tuple[Quote, ...]:
    """Every direct quotation of the article."""
    page = Page(
        article=article,
        tokens=tokens,
        words=words,
        mentions=mentions,
        mention_starts=[mention.span.start for mention in mentions],
        names={entity.id: entity.name for entity in entities},
    )
    marked = list(_find_marked(tokens, _block_ends(article, tokens)))
    quoted = [tokens.span(one.first, one.last + 1) for one in marked]
    quotes: list[Quote] = []
    goes_on = False
    for one in marked:
        said = None if one.open else said_after(page, one.last + 1)
        quote = _make_quote(page, one, said or said_before(page, one.first), quotes, quoted)
        if quote is not None:
            quotes.append(quote)
            if goes_on and len(quotes) > 1:
                quotes[-2:] = _share_speaker(*quotes[-2:])
        goes_on = one.open
    return tuple(quotes)


def _share_speaker(first: Quote, second: Quote) -> tuple[Quote, Quote]:
    """A quotation over two blocks has one speaker: whichever half names him."""
    if second.speaker is None:
        second = replace(second, speaker=first.speaker, cue=first.cue)
    elif first.speaker is None:
        first = replace(first, speaker=second.speaker, cue=second.cue)
    return first, second


# --- marks -----------------------------------------------------------------------------------------------------------


def _block_ends(article: Article, tokens: Tokens) -> list[int]:
    """The token after each block's last."""
    return [bisect_left(tokens.starts, block.span.end) for block in article.blocks] or [len(tokens)]


def _find_marked(tokens: Tokens, ends: Sequence[int]) -> Iterator[_Marked]:
    start = 0
    for end in ends:
        at = start
        while at < end:
            if tokens.words[at] in _PAIRS and _opens(tokens, at):
                last = _find_close(tokens, at, end)
                if last is not None:
                    yield _Marked(first=at, last=last)
                    at = last
                elif tokens.words[at] not in _SINGLE and _opens_next(tokens, end):
                    yield _Marked(first=at, last=end - 1, open=True)
                    break
            at += 1
        start = end


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether a mark stands before a word and after white space or another mark."""
    if at + 1 >= len(tokens) or tokens.starts[at + 1] != tokens.ends[at]:
        return False
    return at == 0 or tokens.starts[at] > tokens.ends[at - 1] or not tokens.words[at - 1][0].isalnum()


def _opens_next(tokens: Tokens, end: int) -> bool:
    return tokens.word(end) in _PAIRS and tokens.word(end) not in _SINGLE


def _find_close(tokens: Tokens, first: int, end: int) -> int | None:
    closers = _PAIRS[tokens.words[first]]
    single = tokens.words[first] in _SINGLE
    for at in range(first + 1, min(end, first + (_LONGEST_SINGLE if single else _LONGEST))):
        if tokens.words[at] in closers and (not single or tokens.words[at - 1] in (",", ".", "!", "?")):
            return at
        if not single and tokens.words[at] in ("“", "«", "``"):
            return None
    return None


# --- quotations ------------------------------------------------------------------------------------------------------


def _make_quote(
    page: Page, one: _Marked, said: Said | None, before: Sequence[Quote], quoted: Sequence[Span]
) -> Quote | None:
    size = sum(page.tokens.words[at][0].isalnum() for at in range(one.first, one.last + 1))
    span = page.tokens.span(one.first, one.last + 1)
    near = before[-1] if before and said is None and _goes_on(page, before[-1].span, one.first) else None
    if size < FEWEST_WORDS or (said is None and near is None and size < SURE_WORDS):
        return None
    if said is not None:
        return Quote(span=span, speaker=name_speaker(page, said, quoted), cue=said.cue)
    return Quote(span=span, speaker=near.speaker if near else None, cue=None)


def _goes_on(page: Page, last: Span, first: int) -> bool:
    """Whether a sentence quoted follows a quotation, with no more than who said that between: "…," she said. "…"."""
    after = bisect_left(page.tokens.starts, last.end)
    near = first - after <= _LONGEST_GAP and first in page.tokens.breaks
    return near and not any(at in page.tokens.breaks for at in range(after + 1, first))
