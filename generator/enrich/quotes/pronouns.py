"""Whom "he", "she", "they" and "it" mean beside a verb of saying. The pronoun's place in, a `Speaker` or None out.

Meant is whom the pronoun's sentence and those before it put forward most (`salience.py`): who acts there, says
something or was quoted. Someone said to be the other sex is passed over. A sentence that begins with the same pronoun
goes on about somebody of the sentences before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.enrich.quotes.acting import acts, calls_again, find_people, says_soon, subject_start
from generator.enrich.quotes.page import Page, Speaker, noun_phrase
from generator.enrich.quotes.salience import (
    ACTS,
    ELSEWHERE,
    SPOKE,
    Candidate,
    Group,
    Spoke,
    find_foremost,
    points,
    quoted,
    sentences_before,
    spoke_in,
    tokens_of,
)

_ONSETS = frozenset(("but", "and", "yet", "then", "so"))
_AFFILIATED = frozenset("at of for from with by the".split())
"""What stands before a body that is but somebody's: "an analyst at X"."""
_UNKNOWN_SEX = 0.75
"""What points are worth in one whose name and title do not tell."""


PUBLIC = frozenset("ministry council court department commission government embassy force parliament".split())
"""Bodies that are called so by name: another body is not meant."""


def resolve_pronoun(page: Page, at: int, spoke: Sequence[Spoke]) -> Speaker | None:
    """The speaker that the pronoun at token `at` stands for; `spoke` are the speakers so far, in order."""
    pronoun = page.low(at)
    if pronoun in ("he", "she"):
        return find_foremost(_people(page, at, pronoun, spoke))
    return resolve_body(page, at, spoke) if pronoun == "it" else None


def resolve_person(page: Page, at: int, spoke: Sequence[Spoke]) -> Speaker | None:
    """The person meant where the words tell no sex: "the 22-year-old"."""
    return find_foremost(_people(page, at, None, spoke))


def resolve_body(page: Page, at: int, spoke: Sequence[Spoke]) -> Speaker | None:
    """The body meant by "it" or "the company"."""
    return find_foremost(_bodies(page, at, spoke))


def _people(page: Page, at: int, pronoun: str | None, spoke: Sequence[Spoke]) -> Iterator[Group]:
    """Who is named, or spoke, in the sentence of a place and in those before it, nearest first."""
    end = page.tokens.starts[at]
    for sentence in sentences_before(page, end):
        first, stop = tokens_of(page, sentence, end)
        found = list(find_people(page, first, stop))
        found += [
            Candidate(one.speaker, SPOKE) for one in spoke_in(spoke, first, stop) if _is_person(page, one.speaker)
        ]
        fitting = [
            Candidate(one.speaker, one.points * _fit(one.speaker, pronoun))
            for one in found
            if pronoun is None or one.speaker.gender in (None, pronoun)
        ]
        first += page.low(first) in _ONSETS
        heads = page.low(first) == page.low(at) or calls_again(page, first)
        nobody = all(one.points < ACTS for one in found)
        yield Group(fitting, heads or (nobody and any(_says_too(page, at, n) for n in range(first, stop))))


def _says_too(page: Page, at: int, other: int) -> bool:
    """Whether a token is the same pronoun, which says something: "…, she added"."""
    if page.lowered[other] != page.low(at) or other == at or quoted(page, page.tokens.starts[other]):
        return False
    return page.low(other + 1) in page.words.plain_cues


def _fit(speaker: Speaker, pronoun: str | None) -> float:
    return _UNKNOWN_SEX if pronoun is not None and speaker.gender is None else 1.0


def _is_person(page: Page, speaker: Speaker) -> bool:
    if speaker.entity is not None:
        return speaker.entity.startswith("person/")
    words = speaker.name.split()
    return any(word.lower() in page.words.people or word[0].isupper() for word in words[1:] or words)


def _bodies(page: Page, at: int, spoke: Sequence[Spoke]) -> Iterator[Group]:
    """Bodies, and countries that say something."""
    end = page.tokens.starts[at]
    for sentence in sentences_before(page, end):
        first, stop = tokens_of(page, sentence, end)
        found: list[Candidate] = []
        for named in page.named_in(first, stop):
            if named.mention.kind == "person" or quoted(page, named.mention.span.start):
                continue
            worth = ELSEWHERE * (page.low(named.first - 1) not in _AFFILIATED)
            if acts(page, named.first):
                head = subject_start(page, named.first) in page.tokens.breaks
                worth = points(head=head, says=says_soon(page, named.end, stop))
            speaks = worth == points(head=True, says=True) and named.first in page.tokens.breaks
            if named.mention.kind == "organisation" or speaks:
                found.append(Candidate(page.speaker(named.mention), worth))
        found += _nouns_for_bodies(page, first, stop)
        found += [Candidate(one.speaker, SPOKE) for one in spoke_in(spoke, first, stop) if _is_body(page, one.speaker)]
        yield Group(found, page.low(first) == "it" or _calls_body_again(page, first))


def _nouns_for_bodies(page: Page, first: int, stop: int) -> Iterator[Candidate]:
    """A text or public body that says something at the head of a sentence: "The ministry said"."""
    end = noun_phrase(page, first, stop) if page.low(first) == "the" else None
    if end is None or page.named_in(first, end):
        return
    if page.low(end - 1) in page.words.texts | PUBLIC and says_soon(page, end, stop):
        yield Candidate(Speaker(name=page.text(first, end)), points(head=True, says=True))


def _calls_body_again(page: Page, at: int) -> bool:
    return page.low(at) == "the" and page.low(at + 1) in page.words.bodies - PUBLIC


def _is_body(page: Page, speaker: Speaker) -> bool:
    """Whether a body speaks, by name or by what it is ("the airline")."""
    if speaker.entity is not None:
        return not speaker.entity.startswith("person/")
    return speaker.name.rpartition(" ")[2].lower() in page.words.bodies | page.words.texts
