"""Who says a quotation: what stands beside its marks in, the words that name the speaker and the verb out.

The words after a quotation are read first ("…," said X; "…," X said; "…", according to X), then those before it (X
said: "…"; X told Y "…"). A person of the article is given by full name; a lone pronoun is the person named last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.enrich.tokens import Tokens
from generator.enrich.wordlists import read_table
from generator.model import Article, Mention, Quote

_REACH = 24
"""Tokens beside a quotation in which its speaker is sought."""
_LONGEST_SPEAKER = 12
_FARTHEST = 3000
"""Characters back in which the person a pronoun means is sought."""
_ENDS = frozenset(".!?;")
_PART_MARKS = frozenset((",", ";", ":", "(", ")", "—", "–", "_", "-"))
_PART_WORDS = frozenset(
    "but and that as after when while because if which where before since though although whether".split()
)
_BARE = frozenset("the a an his her their its this that".split())
MARKS = frozenset('"“”«»') | {"``", "''"}


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
class Said:
    """A speaker's tokens and the verb."""

    first: int
    end: int
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What all rules look at."""

    article: Article
    tokens: Tokens
    words: QuoteWords
    mentions: Sequence[Mention]
    mention_starts: Sequence[int]
    names: Mapping[str, str]

    def text(self, first: int, end: int) -> str:
        """Tokens as the text has them, on one line."""
        span = self.tokens.span(first, end)
        return " ".join(self.article.text[span.start : span.end].split())


def said_after(page: Page, at: int) -> Said | None:
    """Who is named after a quotation that ended before token `at`."""
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
        if word in _ENDS or word in MARKS or _starts_block(page, cue):
            return None
        if word in words.cues:
            return _speaker_until(page, at, cue)
    return None


def said_before(page: Page, first: int) -> Said | None:
    """The nearest verb of saying before a quotation, in its sentence."""
    words, tokens = page.words, page.tokens
    start = first
    while start - 1 >= 0 and first - start < _REACH and tokens.words[start - 1] not in MARKS:
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


def _starts_block(page: Page, at: int) -> bool:
    tokens = page.tokens
    return at > 0 and "\n" in page.article.text[tokens.ends[at - 1] : tokens.starts[at]]


def _speaker_from(page: Page, at: int, cue: str) -> Said | None:
    """The speaker that begins at a token: up to a mark or a word that ends it."""
    tokens = page.tokens
    end = at
    while end < len(tokens) and end - at < _LONGEST_SPEAKER and not _starts_block(page, end):
        word = tokens.words[end]
        if word in page.words.stops or (not word[0].isalnum() and word not in ("&", "'s", "’s", "'", "’")):
            break
        end += 1
    return Said(first=at, end=end, cue=cue) if end > at else None


def _speaker_until(page: Page, start: int, cue: int) -> Said | None:
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
    return Said(first=best[0], end=best[1], cue=verb)


def _parts(tokens: Tokens, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for at in range(start, end):
        if tokens.words[at] in _PART_MARKS or tokens.words[at].lower() in _PART_WORDS:
            if at > first:
                yield first, at
            first = at + 1
    if end > first:
        yield first, end


def name_speaker(page: Page, said: Said, before: Sequence[Quote]) -> str | None:
    """A speaker's name; `before` are the quotations so far, for a pronoun that names nobody new."""
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


def _mentions_in(page: Page, start: int, end: int) -> Sequence[Mention]:
    return page.mentions[bisect_left(page.mention_starts, start) : bisect_left(page.mention_starts, end)]


def _person_in(page: Page, first: int, end: int) -> Mention | None:
    """The person named among the tokens, but for an owner: "Cameron's office" is not Cameron."""
    span = page.tokens.span(first, end)
    for mention in _mentions_in(page, span.start, span.end):
        if mention.kind == "person" and not page.article.text.startswith(("'s", "’s", "' ", "’ "), mention.span.end):
            return mention
    return None


def _is_mention(page: Page, first: int, end: int) -> bool:
    if first >= end:
        return False
    span = page.tokens.span(first, end)
    return any(mention.span == span for mention in _mentions_in(page, span.start, span.end))


def _person_before(page: Page, at: int, before: Sequence[Quote]) -> str | None:
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
