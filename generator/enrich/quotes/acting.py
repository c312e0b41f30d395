"""Who acts in a sentence: names and nouns for people at the beginning of its parts. Its tokens in, candidates out.

At the beginning of a part stands who does something ("In the town, a resident …"); whom it is done to, or whose
something is, counts for less. Nouns that call somebody again ("the young actor") are no candidates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.enrich.quotes.marks import DOUBLE
from generator.enrich.quotes.page import Named, Page, Speaker, noun_phrase
from generator.enrich.quotes.roles import person_with_role
from generator.enrich.quotes.salience import ELSEWHERE, TOLD_OF, Candidate, points, quoted

_LONGEST_TITLE = 6
_LONGEST_APPOSITION = 6
_LONGEST_AGAIN = 4
_LONGEST_ONSET = 6
_OF = frozenset(("to", "of"))
_MANY = frozenset("police people children".split())
_OF_THINGS = frozenset(("its",))
_SAID_SOON = 4
"""Tokens after a name in which a verb of saying tells that its bearer acts."""


def find_people(page: Page, first: int, stop: int) -> Iterator[Candidate]:
    """The people of a sentence, but for what it quotes."""
    acting: list[Named] = []
    for named in page.named_in(first, stop):
        if named.mention.kind != "person" or quoted(page, named.mention.span.start) or _is_family(page, named):
            continue
        if _is_in_title(page, named):
            continue
        owner = page.article.text.startswith(("'s", "’s"), named.mention.span.end)
        is_acting = acts(page, named.first)
        if is_acting:
            acting.append(named)
        if owner or not is_acting:
            who = "who" in (page.low(named.end), page.low(named.end + 1))
            yield Candidate(page.speaker(named.mention), ELSEWHERE + TOLD_OF * (who and not owner))
        else:
            head = subject_start(page, named.first) in page.tokens.breaks
            yield Candidate(page.speaker(named.mention), points(head=head, says=says_soon(page, named.end, stop)))
    yield from _nouns(page, first, stop, acting)


def _is_in_title(page: Page, named: Named) -> bool:
    """ "Harry Potter" in "Harry Potter star Daniel Radcliffe"."""
    after = page.named_in(named.end, named.end + _LONGEST_TITLE)
    if not after or after[0].mention.kind != "person" or after[0].first == named.end:
        return False
    return all(page.tokens.words[at] in page.words.people for at in range(named.end, after[0].first))


def _is_family(page: Page, named: Named) -> bool:
    """ "the Steinbergs"."""
    return page.low(named.first - 1) == "the" and page.tokens.words[named.end - 1].endswith("s")


def says_soon(page: Page, at: int, stop: int) -> bool:
    """Whether a verb of saying follows, before another name."""
    end = min([stop, at + _SAID_SOON * 2, *(named.first for named in page.named_in(at, at + _SAID_SOON * 2))])
    return any(page.tokens.words[n] in page.words.cues for n in range(at, end))


def acts(page: Page, first: int) -> bool:
    """Whether a name stands where a subject does: at the start of a sentence or part, or beside a verb of saying."""
    words = page.tokens.words
    at = subject_start(page, first)
    if at not in page.tokens.breaks and (page.low(at - 1) in _OF or page.low(at - 1) in page.words.prepositions):
        return False
    at -= at not in page.tokens.breaks and page.low(at - 1) in page.words.adverbs
    before = page.tokens.word(at - 1)
    if before == "," and _is_object(page, at - 2):
        return False
    if at in page.tokens.breaks or before in page.words.cues or before in (",", "—", "–", ":") or before in DOUBLE:
        return True
    soon = words[first + 1 : first + 1 + _SAID_SOON]
    return before.lower() in page.words.joins or any(word in page.words.cues for word in soon)


def _is_object(page: Page, at: int) -> bool:
    """Whether a noun for a person is whom something is done to: "Odhiambo met his counterpart, | X"."""
    if page.low(at) not in page.words.people:
        return False
    first = next((n for n in range(at, max(at - _LONGEST_TITLE, 0), -1) if page.low(n) in page.words.owners), at)
    return first < at and first not in page.tokens.breaks and page.tokens.words[first - 1][0].isalnum()


def subject_start(page: Page, first: int) -> int:
    """Where a name's title begins: "Foreign Minister | X"; at the head of a sentence, any few nouns are one."""
    at = first
    while at > 0 and at not in page.tokens.breaks and first - at < _LONGEST_TITLE and _is_title(page, at - 1):
        at -= 1
    head = at
    head -= page.low(head - 1) == "," and page.low(head - 2) in page.words.people  # "The mayor, X, …"
    while (
        head > 0 and head not in page.tokens.breaks and first - head < _LONGEST_TITLE and _may_be_title(page, head - 1)
    ):
        head -= 1
    return head if head in page.tokens.breaks else _past_onset(page, at)


def _past_onset(page: Page, at: int) -> int:
    """The head of the sentence, where nothing but a time or place stands before: "On Friday, | X"."""
    if page.low(at - 1) != "," or at in page.tokens.breaks:
        return at
    head = next((n for n in range(at - 2, max(at - _LONGEST_ONSET, 0) - 1, -1) if n in page.tokens.breaks), None)
    if head is None or page.low(head) not in page.words.prepositions:
        return at
    plain = all(page.tokens.words[n][0].isalnum() for n in range(head, at - 1))
    return head if plain and not page.named_in(head, at) else at


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


def _nouns(page: Page, first: int, stop: int, acting: Sequence[Named]) -> Iterator[Candidate]:
    """People without a name who act: "a resident reached by phone"; after a name, as in "X, a nurse", it is theirs."""
    tokens, determiners = page.tokens, page.words.determiners
    for at in range(first, stop):
        owner = at in tokens.breaks and any(word in ("'s", "’s") for word in tokens.words[at + 1 : at + 4])
        if not (owner or page.lowered[at] in determiners) or quoted(page, tokens.starts[at]):
            continue
        end = noun_phrase(page, at, stop)
        heads = tokens.words[at:end] if end is not None else ()
        if (
            end is None
            or calls_again(page, at)
            or not any(word in page.words.people and _is_one(word) for word in heads)
        ):
            continue
        if _is_of_body(page, at, end) or (
            any(word in ("'s", "’s") for word in heads[2:]) and heads[-1] not in page.words.people
        ):
            continue  # "her sister's stance"
        joined = page.low(at - 1) in page.words.joins and at - 1 not in tokens.breaks
        if joined or not acts(page, at) or _is_theirs(page, at, end, acting):
            continue
        if (
            at > first
            and at - 1 not in tokens.breaks
            and tokens.words[at - 1] not in page.words.cues
            and page.low(first) not in page.words.prepositions
            and tokens.word(end) not in page.words.cues
        ):
            continue  # "Reed won, the son of a baker, …"; but "In the town, a resident …", "…, its owner said"
        speaker = _noun_speaker(page, at, end)
        if page.low(at) in page.words.owners - _OF_THINGS and speaker.gender is None:
            continue  # after "His agent declined", "he" may be either
        yield Candidate(speaker, points(head=_past_onset(page, at) in tokens.breaks, says=says_soon(page, end, stop)))


def _is_thing_of(page: Page, words: Sequence[str]) -> bool:
    """ "her sister's stance"; not "her sister's lawyer"."""
    return words[-1] not in page.words.people and any(word in ("'s", "’s") for word in words[2:])


def _is_of_body(page: Page, at: int, end: int) -> bool:
    """ "The teachers' union", "the official news agency APS"; not "a ministry official"."""
    told = next((n for n in range(end - 1, at, -1) if page.low(n) in page.words.bodies | page.words.people), at)
    return page.low(told) in page.words.bodies


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
    return noun not in _MANY and not noun.endswith("men") and (not noun.endswith("s") or noun.endswith("ss"))


def calls_again(page: Page, at: int) -> bool:
    """Whether a noun stands for a person who was named before: "The young actor"."""
    if page.low(at) != "the":
        return False
    end = next((n for n in range(at + 1, at + _LONGEST_AGAIN) if page.low(n) not in page.words.plain), at)
    return page.low(end) in page.words.varied
