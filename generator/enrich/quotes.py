"""Direct quotations with speaker and cue. An article, its tokens and names in, `Quote` values out, in text order.

A quotation stands between a pair of quotation marks within one block; one that is still open at the end of its block
goes on where the next block opens with a mark. One of a few words with no verb of saying beside it is a title or a
scare quote and left alone. The speaker is sought after the quotation ("…," said X; "…," X said; "…", according to X),
then before it (X said: "…"; X told Y "…"); a lone pronoun is the person named last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.enrich.tokens import Tokens
from generator.enrich.wordlists import read_table
from generator.model import Article, Entity, Mention, Quote, Span

FEWEST_WORDS = 3
SURE_WORDS = 6
"""From this many words on, marks make a quotation even where nobody is seen to say it."""
_REACH = 24
"""Tokens beside a quotation in which its speaker is sought."""
_LONGEST_SPEAKER = 12
_LONGEST = 2000
"""Tokens a quotation may have; else the partner of a lone mark would be sought to the end of the text each time."""
_FARTHEST = 3000
"""Characters back in which the person a pronoun means is sought."""
_PAIRS: Mapping[str, tuple[str, ...]] = {
    '"': ('"', "”"),
    "“": ("”", '"'),
    "«": ("»",),
    "``": ("''", '"'),
    "‘": ("’",),
    "'": ("'",),
}
_SINGLE = frozenset("‘'")
_ALL_MARKS = frozenset('"“”«»') | {"``", "''"}
_ENDS = frozenset(".!?;")
_PART_MARKS = frozenset((",", ";", ":", "(", ")", "—", "–", "_", "-"))
_PART_WORDS = frozenset(
    "but and that as after when while because if which where before since though although whether".split()
)
_BARE = frozenset("the a an his her their its this that".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteWords:
    """Verbs of saying and the words around them. See quotes.yml."""

    cues: frozenset[str]
    pronouns: frozenset[str]
    adverbs: frozenset[str]
    stops: frozenset[str]


def load_quote_words() -> QuoteWords:
    """Read the packaged words."""
    return QuoteWords(**{name: frozenset(words) for name, words in read_table("quotes.yml").items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marked:
    """Tokens of a quotation: its marks are `first` and `last`; `open` when the block ended before it did."""

    first: int
    last: int
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A speaker's tokens and the verb."""

    first: int
    end: int
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What all rules look at."""

    article: Article
    tokens: Tokens
    words: QuoteWords
    mentions: Sequence[Mention]
    mention_starts: Sequence[int]
    names: Mapping[str, str]

    def text(self, first: int, end: int) -> str:
        span = self.tokens.span(first, end)
        return " ".join(self.article.text[span.start : span.end].split())


def find_quotes(
    article: Article, tokens: Tokens, mentions: Sequence[Mention], entities: Sequence[Entity], words: QuoteWords
) -> tuple[Quote, ...]:
    """Every direct quotation of the article."""
    page = _Page(
        article=article,
        tokens=tokens,
        words=words,
        mentions=mentions,
        mention_starts=[mention.span.start for mention in mentions],
        names={entity.id: entity.name for entity in entities},
    )
    marked = list(_find_marked(tokens, _block_ends(article, tokens)))
    quotes: list[Quote] = []
    for number, one in enumerate(marked):
        said = _said_after(page, one.last + 1) if not one.open else None
        said = said or _said_before(page, one.first)
        quote = _make_quote(page, one, said, quotes)
        if quote is not None:
            quotes.append(quote)
            if number and marked[number - 1].open and len(quotes) > 1:
                quotes = _hand_back(quotes)
    return tuple(quotes)


def _hand_back(quotes: list[Quote]) -> list[Quote]:
    """A quotation over two blocks has one speaker: whichever half names him."""
    first, second = quotes[-2], quotes[-1]
    if second.speaker is None:
        second = replace(second, speaker=first.speaker, cue=first.cue)
    elif first.speaker is None:
        first = replace(first, speaker=second.speaker, cue=second.cue)
    return [*quotes[:-2], first, second]


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
    for at in range(first + 1, min(end, first + _LONGEST)):
        if tokens.words[at] in closers and (not single or tokens.words[at - 1] in (",", ".", "!", "?")):
            return at
        if not single and tokens.words[at] in ("“", "«", "``"):
            return None
    return None


# --- speakers --------------------------------------------------------------------------------------------------------


def _said_after(page: _Page, at: int) -> _Said | None:
    words, tokens = page.words, page.tokens
    if tokens.word(at) in (",", "-", "—", "–", "_"):
        at += 1
    if at >= len(tokens) or _starts_block(page, at):
        return None
    if tokens.word(at).lower() == "according" and tokens.word(at + 1) == "to":
        return _speaker_from(page, at + 2, "according to")
    if tokens.words[at] in words.cues:
        return _speaker_from(page, at + 1, tokens.words[at])
    if at in tokens.breaks and tokens.word(at - 1) not in (",", "”", '"', "''"):
        return None
    for cue in range(at + 1, min(at + _REACH, len(tokens))):
        word = tokens.words[cue]
        if word in _ENDS or word in _ALL_MARKS or _starts_block(page, cue):
            return None
        if word in words.cues:
            return _speaker_until(page, at, cue)
    return None


def _said_before(page: _Page, first: int) -> _Said | None:
    """The nearest verb of saying before a quotation, in its sentence."""
    words, tokens = page.words, page.tokens
    start = first
    while start - 1 >= 0 and first - start < _REACH and tokens.words[start - 1] not in _ALL_MARKS:
        start -= 1
        if start in tokens.breaks:
            break
    for cue in range(first - 1, start, -1):
        if tokens.words[cue] in words.cues:
            return _speaker_until(page, start, cue)
        if tokens.words[cue].lower() == "according" and tokens.word(cue + 1) == "to":
            return _speaker_from(page, cue + 2, "according to")
    if tokens.words[start].lower() == "according" and tokens.word(start + 1) == "to":
        return _speaker_from(page, start + 2, "according to")
    return None


def _starts_block(page: _Page, at: int) -> bool:
    tokens = page.tokens
    return at > 0 and "\n" in page.article.text[tokens.ends[at - 1] : tokens.starts[at]]


def _speaker_from(page: _Page, at: int, cue: str) -> _Said | None:
    """The speaker that begins at a token: up to a mark or a word that ends it."""
    tokens = page.tokens
    end = at
    while end < len(tokens) and end - at < _LONGEST_SPEAKER and not _starts_block(page, end):
        word = tokens.words[end]
        if word in page.words.stops or (not word[0].isalnum() and word not in ("&", "'s", "’s", "'", "’")):
            break
        end += 1
    return _Said(first=at, end=end, cue=cue) if end > at else None


def _speaker_until(page: _Page, start: int, cue: int) -> _Said | None:
    """The speaker that ends before the verb at `cue`: the part between commas that names somebody, else the last."""
    tokens, verb = page.tokens, page.tokens.words[cue]
    end = cue
    while end > start and tokens.words[end - 1] in page.words.adverbs:
        end -= 1
    parts = list(_parts(tokens, start, end))
    if not parts:
        return None
    best = next((part for part in reversed(parts) if _person_in(page, *part)), parts[-1])
    if best[1] - best[0] > _LONGEST_SPEAKER:
        best = (best[1] - _LONGEST_SPEAKER, best[1])
    return _Said(first=best[0], end=best[1], cue=verb)


def _parts(tokens: Tokens, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for at in range(start, end):
        if tokens.words[at] in _PART_MARKS or tokens.words[at].lower() in _PART_WORDS:
            if at > first:
                yield first, at
            first = at + 1
    if end > first:
        yield first, end


# --- who it is -------------------------------------------------------------------------------------------------------


def _make_quote(page: _Page, one: _Marked, said: _Said | None, before: Sequence[Quote]) -> Quote | None:
    size = sum(page.tokens.words[at][0].isalnum() for at in range(one.first, one.last + 1))
    if size < FEWEST_WORDS or (said is None and size < SURE_WORDS):
        return None
    span = page.tokens.span(one.first, one.last + 1)
    if said is not None:
        return Quote(span=span, speaker=_name_speaker(page, said, before), cue=said.cue)
    near = before[-1] if before and _same_block(page.article, before[-1].span, span) else None
    return Quote(span=span, speaker=near.speaker if near else None, cue=None)


def _same_block(article: Article, first: Span, second: Span) -> bool:
    return "\n\n" not in article.text[first.end : second.start]


def _name_speaker(page: _Page, said: _Said, before: Sequence[Quote]) -> str | None:
    words = page.tokens.words
    if words[said.end - 1].lower() in _BARE:
        return None
    if words[said.end - 1] in page.words.pronouns:
        return _person_before(page, said.first, before)
    person = _person_in(page, said.first, said.end)
    if person is not None:
        return page.names[person.entity]
    first = said.first + (words[said.first] in ("the", "The") and _is_mention(page, said.first + 1, said.end))
    return page.text(first, said.end)


def _mentions_in(page: _Page, start: int, end: int) -> Sequence[Mention]:
    return page.mentions[bisect_left(page.mention_starts, start) : bisect_left(page.mention_starts, end)]


def _person_in(page: _Page, first: int, end: int) -> Mention | None:
    """The person named among the tokens, but for an owner: "Cameron's office" is not Cameron."""
    span = page.tokens.span(first, end)
    for mention in _mentions_in(page, span.start, span.end):
        if mention.kind == "person" and not page.article.text.startswith(("'s", "’s", "' ", "’ "), mention.span.end):
            return mention
    return None


def _is_mention(page: _Page, first: int, end: int) -> bool:
    if first >= end:
        return False
    span = page.tokens.span(first, end)
    return any(mention.span == span for mention in _mentions_in(page, span.start, span.end))


def _person_before(page: _Page, at: int, before: Sequence[Quote]) -> str | None:
    """Whom a pronoun means: who was named or quoted last, in this block or the one before."""
    end = page.tokens.starts[at]
    spoken = before[-1] if before else None
    least = max(0, end - _FARTHEST)
    floor = page.article.text.rfind("\n\n", least, max(least, page.article.text.rfind("\n\n", least, end)))
    quoted = [quote.span for quote in before[-3:]]
    for start in (max(least, floor), least):
        for mention in reversed(_mentions_in(page, start, end)):
            if mention.kind == "person" and not any(q.start <= mention.span.start < q.end for q in quoted):
                return page.names[mention.entity]
        if spoken is not None and spoken.speaker is not None:
            return spoken.speaker
    return None
