"""Whom "he" or "she" of "she said" means. The article, its names and a pronoun in; a name, a noun phrase or None out.

Only who acts or speaks in the pronoun's sentence or the two before it comes into question, outside of quotations: "she
backed Assad" does not make him a speaker. The nearest one wins, be it a person with a name or "a resident"; one known
to be of the other sex is passed over, and a name that does not tell counts only where there is no other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.enrich.speaker_page import MARKS, Page, noun_phrase
from generator.model import Mention, Span

_SENTENCES_BEFORE = 2
_FARTHEST = 2000
"""Characters back that are looked at."""
_LONGEST_TITLE = 6
_LONGEST_APPOSITION = 6


class _Candidate(NamedTuple):
    """Who acts in a sentence."""

    at: int
    name: str
    gender: str | None
    named: bool = True


def resolve_pronoun(page: Page, at: int, quoted: Sequence[Span]) -> str | None:
    """The speaker that the pronoun at token `at` stands for; `quoted` are the quotations of the article, in order."""
    pronoun = page.tokens.words[at].lower()
    found = sorted({one.at: one for one in _candidates(page, at, quoted)}.values(), reverse=True)
    possible = [one for one in found if one.gender in (None, pronoun)]
    if not possible:
        return None
    nearest = possible[0]
    sure = nearest.gender == pronoun or not nearest.named or all(one.name == nearest.name for one in possible)
    return nearest.name if sure else None


def _candidates(page: Page, at: int, quoted: Sequence[Span]) -> Iterator[_Candidate]:
    for sentence in _sentences_before(page, page.tokens.starts[at], quoted):
        people = [
            mention
            for mention in page.mentions_in(sentence.start, min(sentence.end, page.tokens.starts[at]))
            if mention.kind == "person" and not _within(mention.span.start, quoted)
        ]
        acting = [mention for mention in people if _acts(page, bisect_left(page.tokens.starts, mention.span.start))]
        for mention in acting:
            yield _Candidate(mention.span.start, page.names[mention.entity], gender_of(page, mention))
        yield from _nouns(page, sentence, page.tokens.starts[at], acting, quoted)


def _sentences_before(page: Page, end: int, quoted: Sequence[Span]) -> Iterator[Span]:
    """The sentence of a place and the two before it, passing over those that are all quotation."""
    sentences = page.article.sentences
    number = bisect_right(sentences, end, key=lambda span: span.start) - 1
    left = _SENTENCES_BEFORE + 1
    while number >= 0 and left and sentences[number].end > end - _FARTHEST:
        span = sentences[number]
        if not (_within(span.start, quoted) and _within(span.end - 1, quoted)):
            yield span
            left -= 1
        number -= 1


def _within(at: int, quoted: Sequence[Span]) -> bool:
    number = bisect_right(quoted, at, key=lambda span: span.start) - 1
    return number >= 0 and at < quoted[number].end


def _acts(page: Page, first: int) -> bool:
    """Whether a name stands where a subject does: at the start of a sentence or part, or beside a verb of saying."""
    words = page.tokens.words
    at = first
    while at > 0 and at not in page.tokens.breaks and first - at < _LONGEST_TITLE and _is_title(page, at - 1):
        at -= 1
    before = page.tokens.word(at - 1)
    if at in page.tokens.breaks or before in page.words.cues or before in (",", "—", "–", ":") or before in MARKS:
        return True
    return before.lower() in page.words.joins or any(word in page.words.cues for word in words[first + 1 : first + 4])


def _is_title(page: Page, at: int) -> bool:
    word = page.tokens.words[at]
    return word[0].isupper() or word == "." or word in page.words.people


def _nouns(
    page: Page, sentence: Span, end: int, acting: Sequence[Mention], quoted: Sequence[Span]
) -> Iterator[_Candidate]:
    """People without a name who act: "a resident reached by phone"; after a name, as in "X, a nurse", it is theirs."""
    tokens = page.tokens
    stop = bisect_left(tokens.starts, min(sentence.end, end))
    for at in range(bisect_left(tokens.starts, sentence.start), stop):
        if tokens.words[at] not in page.words.determiners or _within(tokens.starts[at], quoted):
            continue
        phrase = noun_phrase(page, at, stop)
        heads = tokens.words[at:phrase] if phrase is not None else ()
        if phrase is None or not any(word in page.words.people and _is_one(word) for word in heads):
            continue
        named = any(tokens.starts[at] - _LONGEST_APPOSITION * 2 <= m.span.end <= tokens.starts[at] for m in acting)
        if tokens.word(at - 1).lower() not in page.words.joins and _acts(page, at) and not named:
            gender = next((page.words.genders[word] for word in heads if word in page.words.genders), None)
            yield _Candidate(tokens.starts[at], page.text(at, phrase), gender, named=False)


def _is_one(noun: str) -> bool:
    return not noun.endswith("s") or noun.endswith("ss")


def gender_of(page: Page, mention: Mention) -> str | None:
    """ "he" or "she", as the given name or a title tells, or None."""
    at = bisect_left(page.tokens.starts, mention.span.start)
    for word in (page.tokens.word(at), page.tokens.word(at - 1), page.tokens.word(at - 2)):
        if word.rstrip(".") in page.words.titles:
            return page.words.titles[word.rstrip(".")]
    return page.words.genders.get(page.names[mention.entity].partition(" ")[0])
