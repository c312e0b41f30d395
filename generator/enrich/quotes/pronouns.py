"""Whom "he", "she" and "it" mean beside a verb of saying. The pronoun's place in, a `Speaker` or None out.

Looked at are those who act in the pronoun's sentence and in those before it, and who spoke last: a name or a noun for
a person at the beginning of its part ("In the town, a resident …"), not whoever is acted upon. Someone said to be the
other sex is passed over. Where several remain in the nearest sentence that has any, the speaker stays unknown: salience
after Lappin and Leass, "An algorithm for pronominal anaphora resolution" (1994), without what needs a parser.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.enrich.quotes.marks import DOUBLE
from generator.enrich.quotes.page import Named, Page, Speaker, noun_phrase
from generator.enrich.quotes.roles import person_with_role
from generator.model import Span

_SENTENCES_BEFORE = 4
_FARTHEST = 2500
"""Characters back that are looked at."""
_LONGEST_SENTENCE = 150
"""Tokens of a sentence that are looked at."""
_LONGEST_TITLE = 6
_LONGEST_APPOSITION = 6
_OF_THINGS = frozenset(("its",))
_SAID_SOON = 4
"""Tokens after a name in which a verb of saying tells that its bearer acts."""


class Spoke(NamedTuple):
    """Who spoke, and the token where the words about it end."""

    at: int
    speaker: Speaker


class _Candidate(NamedTuple):
    """Who acts; whether at the head of the sentence, and with a verb of saying."""

    speaker: Speaker
    head: bool
    says: bool


def resolve_pronoun(page: Page, at: int, spoke: Sequence[Spoke]) -> Speaker | None:
    """The speaker that the pronoun at token `at` stands for; `spoke` are the speakers so far, in order."""
    pronoun = page.low(at)
    if pronoun in ("he", "she"):
        return _resolve(page, at, pronoun, spoke)
    return _resolve_body(page, at, spoke) if pronoun == "it" else None


def resolve_person(page: Page, at: int, spoke: Sequence[Spoke]) -> Speaker | None:
    """The person meant where the words tell no sex: "the 22-year-old"."""
    return _resolve(page, at, None, spoke)


def _resolve(page: Page, at: int, pronoun: str | None, spoke: Sequence[Spoke]) -> Speaker | None:
    """The one who acts in the nearest sentence where anybody possible does.

    Someone who may be the other sex does not stand before one who is known to fit, but at the head of a sentence.
    """
    nearest: Sequence[_Candidate] = ()
    for group in _groups(page, at, spoke):
        possible = [one for one in group if pronoun is None or one.speaker.gender in (None, pronoun)]
        if not nearest:
            nearest = possible
            if any(one.head or one.speaker.gender == pronoun for one in nearest):
                break
        elif any(_is_rival(one, nearest, pronoun) for one in possible):
            return None
    return _only(nearest, pronoun) if nearest else _only_named(page, at, pronoun)


def _only_named(page: Page, at: int, pronoun: str | None) -> Speaker | None:
    """Where nobody acts, the only person whom the nearest sentence with any names: "talks with Minister Ann Holt"."""
    end = page.tokens.starts[at]
    for sentence in _sentences_before(page, end):
        people = {
            named.mention.entity: page.speaker(named.mention)
            for named in page.named_in(*_tokens_of(page, sentence, end))
            if named.mention.kind == "person" and not _quoted(page, named.mention.span.start)
        }
        fitting = [one for one in people.values() if pronoun is None or one.gender in (None, pronoun)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _is_rival(one: _Candidate, nearest: Sequence[_Candidate], pronoun: str | None) -> bool:
    """Whether someone farther off fits better than the nearest, who is not known to be he or she."""
    if nearest[0].speaker.entity is None or one.speaker.entity is None or one.speaker.gender is None:
        return False
    return one.speaker.gender == pronoun and all(one.speaker.name != near.speaker.name for near in nearest)


def _only(possible: Sequence[_Candidate], pronoun: str | None) -> Speaker | None:
    """The one that all are; else who heads the sentence and says something; else the only one known to fit."""
    if len({one.speaker.name for one in possible}) == 1:
        return possible[0].speaker
    says = {one.speaker.name: one.speaker for one in possible if one.head and one.says}
    fits = {one.speaker.name: one.speaker for one in possible if one.speaker.gender == pronoun is not None}
    found = says or fits
    return next(iter(found.values())) if len(found) == 1 else None


def _groups(page: Page, at: int, spoke: Sequence[Spoke]) -> Iterator[list[_Candidate]]:
    """Who acts in the sentence of a place and in those before it, nearest first; who spoke in them is one of them."""
    end = page.tokens.starts[at]
    for sentence in _sentences_before(page, end):
        first, stop = _tokens_of(page, sentence, end)
        group = list(_acting(page, sentence, first, stop))
        group += [_Candidate(one.speaker, head=False, says=True) for one in _spoke_in(spoke, first, stop)]
        yield group


def _tokens_of(page: Page, sentence: Span, end: int) -> tuple[int, int]:
    """A sentence's tokens before a place of the text, the last ones of a long one."""
    stop = bisect_left(page.tokens.starts, min(sentence.end, end))
    return max(bisect_left(page.tokens.starts, sentence.start), stop - _LONGEST_SENTENCE), stop


def _spoke_in(spoke: Sequence[Spoke], first: int, stop: int) -> Iterator[Spoke]:
    low = bisect_left(spoke, first, key=lambda one: one.at)
    yield from (one for one in spoke[low : bisect_left(spoke, stop, key=lambda one: one.at)])


def _sentences_before(page: Page, end: int) -> Iterator[Span]:
    """The sentence of a place and some before it, passing over those that are all quotation."""
    sentences = page.article.sentences
    number = bisect_right(sentences, end, key=lambda span: span.start) - 1
    left = _SENTENCES_BEFORE + 1
    while number >= 0 and left and sentences[number].end > end - _FARTHEST:
        span = sentences[number]
        if not (_quoted(page, span.start) and _quoted(page, span.end - 1)):
            yield span
            left -= 1
        number -= 1


def _quoted(page: Page, at: int) -> bool:
    """Whether a place of the text is within quotation marks."""
    number = bisect_right(page.quoted, at, key=lambda span: span.start) - 1
    return number >= 0 and at < page.quoted[number].end


# --- who acts --------------------------------------------------------------------------------------------------------


def _acting(page: Page, sentence: Span, first: int, stop: int) -> Iterator[_Candidate]:
    people = [
        named
        for named in page.named_in(first, stop)
        if named.mention.kind == "person" and not _quoted(page, named.mention.span.start) and _acts(page, named.first)
    ]
    for named in people:
        if not page.article.text.startswith(("'s", "’s"), named.mention.span.end) and not _is_family(page, named):
            head = _subject_start(page, named.first) in page.tokens.breaks
            yield _Candidate(page.speaker(named.mention), head=head, says=_says_soon(page, named.end, stop))
    yield from _nouns(page, first, stop, people)


def _is_family(page: Page, named: Named) -> bool:
    """ "the Steinbergs"."""
    return page.low(named.first - 1) == "the" and page.tokens.words[named.end - 1].endswith("s")


def _says_soon(page: Page, at: int, stop: int) -> bool:
    """Whether a verb of saying follows, before another name."""
    end = min([stop, at + _SAID_SOON * 2, *(named.first for named in page.named_in(at, at + _SAID_SOON * 2))])
    return any(page.tokens.words[n] in page.words.cues for n in range(at, end))


def _acts(page: Page, first: int) -> bool:
    """Whether a name stands where a subject does: at the start of a sentence or part, or beside a verb of saying."""
    words = page.tokens.words
    at = _subject_start(page, first)
    at -= at not in page.tokens.breaks and page.low(at - 1) in page.words.adverbs
    before = page.tokens.word(at - 1)
    if at in page.tokens.breaks or before in page.words.cues or before in (",", "—", "–", ":") or before in DOUBLE:
        return True
    soon = words[first + 1 : first + 1 + _SAID_SOON]
    return before.lower() in page.words.joins or any(word in page.words.cues for word in soon)


def _subject_start(page: Page, first: int) -> int:
    """Where a name's title begins: "Foreign Minister | X"; at the head of a sentence, any few nouns are one."""
    at = first
    while at > 0 and at not in page.tokens.breaks and first - at < _LONGEST_TITLE and _is_title(page, at - 1):
        at -= 1
    head = at
    while (
        head > 0 and head not in page.tokens.breaks and first - head < _LONGEST_TITLE and _may_be_title(page, head - 1)
    ):
        head -= 1
    return head if head in page.tokens.breaks else at


def _is_title(page: Page, at: int) -> bool:
    word = page.tokens.words[at]
    if page.low(at) in page.words.prepositions or word in page.words.cues:
        return False
    return word[0].isupper() or word == "." or word in page.words.people or word in ("the", "former", "'s", "’s")


def _may_be_title(page: Page, at: int) -> bool:
    word, words = page.low(at), page.words
    if not word[0].isalpha() or word.endswith(("ed", "ing")):
        return _is_title(page, at)
    return not any(
        word in group for group in (words.functions, words.verbs, words.cues, words.prepositions, words.joins)
    )


def _nouns(page: Page, first: int, stop: int, acting: Sequence[Named]) -> Iterator[_Candidate]:
    """People without a name who act: "a resident reached by phone"; after a name, as in "X, a nurse", it is theirs."""
    tokens, determiners = page.tokens, page.words.determiners
    for at in range(first, stop):
        owner = at in tokens.breaks and any(word in ("'s", "’s") for word in tokens.words[at + 1 : at + 4])
        if not (owner or page.lowered[at] in determiners) or _quoted(page, tokens.starts[at]):
            continue
        end = noun_phrase(page, at, stop)
        heads = tokens.words[at:end] if end is not None else ()
        if end is None or not any(word in page.words.people and _is_one(word) for word in heads):
            continue
        if page.low(end - 1) in page.words.bodies:
            continue  # "The teachers' union"
        if page.low(at - 1) in page.words.joins or not _acts(page, at) or _is_theirs(page, at, end, acting):
            continue
        if (
            at > first
            and tokens.words[at - 1] not in page.words.cues
            and page.low(first) not in page.words.prepositions
            and tokens.word(end) not in page.words.cues
        ):
            continue  # "Reed won, the son of a baker, …"; but "In the town, a resident …", "…, its owner said"
        speaker = _noun_speaker(page, at, end)
        if page.low(at) in page.words.owners - _OF_THINGS and speaker.gender is None:
            continue  # after "His agent declined", "he" may be either
        yield _Candidate(speaker, head=at in tokens.breaks, says=_says_soon(page, end, stop))


def _is_theirs(page: Page, at: int, end: int, acting: Sequence[Named]) -> bool:
    """Whether words say of a person beside them who that is: "X, a nurse", "the head of the bank, X"."""
    for named in acting:
        if at - _LONGEST_APPOSITION <= named.end <= at or at <= named.first <= end + 1:
            return True
        if page.tokens.word(named.first - 1) == "," and at < named.first <= at + 2 * _LONGEST_APPOSITION:
            return True
    return False


def _noun_speaker(page: Page, at: int, end: int) -> Speaker:
    words = [page.low(n) for n in range(at + 1, end)]
    known = person_with_role(page, at, words) if page.low(at) == "the" else None
    gender = next((page.words.genders[word] for word in words if word in page.words.genders), None)
    return known or Speaker(name=page.text(at, end), gender=gender)


def _is_one(noun: str) -> bool:
    return noun != "police" and (not noun.endswith("s") or noun.endswith("ss"))


# --- bodies ----------------------------------------------------------------------------------------------------------


def _is_body(page: Page, speaker: Speaker) -> bool:
    """Whether a body speaks, by name or by what it is ("the airline")."""
    if speaker.entity is not None:
        return speaker.entity.startswith("organisation/")
    return speaker.name.rpartition(" ")[2].lower() in page.words.bodies


def _resolve_body(page: Page, at: int, spoke: Sequence[Spoke]) -> Speaker | None:
    """ "it said": the only body that stands at the head of the nearest sentence, or who spoke there."""
    end = page.tokens.starts[at]
    for sentence in _sentences_before(page, end):
        first, stop = _tokens_of(page, sentence, end)
        bodies = {
            named.mention.entity: page.speaker(named.mention)
            for named in page.named_in(first, stop)
            if named.mention.kind == "organisation"
            and _acts(page, named.first)
            and not _quoted(page, named.mention.span.start)
        }
        bodies |= {
            one.speaker.entity or one.speaker.name: one.speaker
            for one in _spoke_in(spoke, first, stop)
            if _is_body(page, one.speaker)
        }
        if bodies:
            return next(iter(bodies.values())) if len(bodies) == 1 else None
    return None
