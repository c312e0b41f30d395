"""Whose a verb of saying is. The verb's place in, the tokens of the noun phrase that it belongs to out."""

from __future__ import annotations

from typing import NamedTuple

from generator.enrich.quotes.marks import DOUBLE
from generator.enrich.quotes.page import Named, Page, begins_phrase, noun_phrase

_LONGEST_SPEAKER = 14
_LONGEST_TITLE = 6
_LONGEST_LEAD = 9
"""Words before a name that may be its title: "Laurie Milbank and Co assistant manager | X"."""
_FARTHEST = 60
"""Tokens from a verb back to the beginning of its sentence."""
_PART_MARKS = frozenset((",", ";", ":", "(", ")", "—", "–", "_", "-", "‘")) | DOUBLE
_ARTICLES = frozenset(("a", "an", "the"))
_CLOSING = DOUBLE | frozenset("’'")
_OF = frozenset("of for to with from at in by on about against".split())
_CONTRASTS = frozenset("and but while whereas".split())
_WHO = frozenset("who whose whom which where when".split())
_NEW_SENTENCE = frozenset(("The", "A", "An"))
"""Capitals that tell of a sentence begun after an abbreviation: "in Kansas City, Mo. The mayor said"."""
_PASSIVE = frozenset("be been being was were is are".split())


class Phrase(NamedTuple):
    """Tokens of a noun phrase."""

    first: int
    end: int


def subject_before(page: Page, start: int, cue: int) -> Phrase | None:
    """The subject of the verb at `cue`, in a sentence or part that begins at `start`."""
    words = page.tokens.words
    start = max(start, cue - _FARTHEST)
    if words[cue].endswith("ing"):
        return _beside_participle(page, start, cue)
    end = cue
    while end > start and _is_beside_verb(page, end - 1):
        end -= 1
    if end == start:
        return None
    last = page.low(end - 1)
    if last in page.words.pronouns:
        return Phrase(end - 1, end)
    if last == "who":
        return phrase_before(page, start, end - 2 if page.low(end - 2) == "," else end - 1)
    if last in (",", ")", "—", "–", "-"):
        return _past_apposition(page, start, end - 1)
    if last in ("and", "but", "then"):
        return clause_subject(page, start, end - 1)
    phrase = phrase_before(page, start, end)
    return None if phrase is None else _with_name(page, start, phrase)


def _with_name(page: Page, start: int, phrase: Phrase) -> Phrase:
    """With the name before it, where a phrase tells but what its bearer is: "X, editor of the review | said"."""
    article = page.low(phrase.first) in _ARTICLES
    if not (article or page.low(phrase.first) in page.words.people) or page.tokens.word(phrase.first - 1) != ",":
        return phrase
    named = page.name_that_ends(phrase.first - 1)
    if named is None or named.mention.kind != "person" or named.first < start:
        return phrase
    if article and named.first != start:
        return phrase  # "It was bought by Ann Holt, a spokesman | said"
    return Phrase(named.first, named.end)


def _beside_participle(page: Page, start: int, cue: int) -> Phrase | None:
    """Whose a participle is: "with X accusing"; else the verb's before it ("…, X said, adding"), else the clause's."""
    named = page.name_that_ends(cue)
    if named is not None and named.mention.kind == "person":
        return Phrase(named.first, cue)
    for at in range(cue - 1, start, -1):
        word = page.tokens.words[at]
        noun = word in page.words.plural_nouns or word.endswith("ing")
        if word in page.words.plain_cues and not noun:
            phrase = subject_before(page, start, at)
            if phrase is not None:
                return phrase
    return clause_subject(page, start, cue)


def subject_after(page: Page, at: int) -> Phrase | None:
    """The noun phrase that begins at a token, after a verb of saying: up to a mark or a word that ends it."""
    tokens = page.tokens
    if page.low(at) in page.words.pronouns and not page.named_in(at, at + 1):
        return Phrase(at, at + 1)
    if at >= len(tokens):
        return None
    person = _leads_to_person(page, at)
    if person is None and not begins_phrase(page, at):
        return None
    end = at if person is None else person
    while end < len(tokens) and end - at < _LONGEST_SPEAKER and not page.starts_block(end):
        word = tokens.words[end]
        if page.low(end) in page.words.stops or word in page.words.stops:
            if not (word == "and" and _joins_names(page, end)):
                break
        elif not word[0].isalnum() and word not in ("&", "'s", "’s", "'", "’"):
            named = page.named_in(end + 1, end + 2)
            if end == at or not named or tokens.word(named[0].end) not in _CLOSING:
                break
            end = named[0].end  # "said the ‘Clean River’ movement"
        end += 1
    while end > at and page.low(end - 1) in _OF:
        end -= 1
    return Phrase(at, end) if end > at else None


def _leads_to_person(page: Page, at: int) -> int | None:
    """Where a person's name ends to which a few words lead: "study co-author | Henrike Aumann"."""
    for named in page.named_in(at, at + _LONGEST_LEAD):
        if named.mention.kind == "person" and named.first > at:
            return named.end if all(_is_of_title(page, n) for n in range(at, named.first)) else None
    return None


def _is_of_title(page: Page, at: int) -> bool:
    """Whether a word may stand in a title; small ones within a body's name ("Housing and Urban Development")."""
    word, words = page.tokens.words[at], page.tokens.words
    if word in ("and", "of", "&"):
        return words[at - 1][0].isupper() == words[at + 1][0].isupper()
    return word[0].isalpha() and page.low(at) not in page.words.functions and page.low(at) not in page.words.stops


def clause_subject(page: Page, start: int, end: int) -> Phrase | None:
    """The subject a part of a sentence begins with, past words that lead to it ("In a statement, the bank")."""
    tokens = page.tokens
    at = next((n + 1 for n in range(end - 1, start, -1) if tokens.words[n] in (":", ";")), start)
    while at < end and (not tokens.words[at][0].isalnum() or page.low(at) in ("and", "but", "then", "meanwhile")):
        at += 1
    if at < end and (page.low(at) in page.words.prepositions or page.low(at).endswith(("ing", "ly"))):
        comma = next((n for n in range(at, end) if tokens.words[n] == ","), None)
        if comma is None:
            return None
        at = comma + 1
    if at >= end:
        return None
    if page.low(at) in page.words.pronouns and not page.named_in(at, at + 1):
        return Phrase(at, at + 1)
    person = head_person(page, at, min(end, at + _LONGEST_SPEAKER))
    if person is not None and _titles_only(page, at, person.first):
        return Phrase(at, person.end)
    stop = noun_phrase(page, at, end)
    if stop is None:
        return None
    names = page.named_in(at, at + 2)
    if names and names[0].end < stop and _is_beyond_name(page, names[0].end):
        stop = names[0].end  # "Labour | hit back"
    return Phrase(at, stop)


def _is_beyond_name(page: Page, at: int) -> bool:
    word = page.tokens.words[at]
    return word.islower() and word[0].isalpha() and word not in page.words.people and word not in page.words.bodies


def phrase_before(page: Page, start: int, end: int) -> Phrase | None:
    """The noun phrase that ends before token `end`, within the part that `start` begins."""
    first = end
    while first > max(start, end - _LONGEST_SPEAKER) and not _parts(page, first - 1):
        first -= 1
    if first == end:
        return None
    first = next((at for at in range(end - 1, first, -1) if page.tokens.words[at] in _NEW_SENTENCE), first)
    if page.low(first - 1) == "and" and first - 2 >= start and _joins_names(page, first - 1):
        left = page.name_that_ends(first - 1)
        return Phrase(left.first if left else first - 2, end)
    if begins_phrase(page, first) and page.low(first) not in page.words.prepositions:
        return Phrase(first, end)
    named = page.name_that_ends(end)
    if named is not None and named.first >= first:
        return Phrase(named.first, end)
    for at in range(end - 1, first, -1):
        if page.low(at) in page.words.determiners and noun_phrase(page, at, end) == end:
            return Phrase(at, end)
    return Phrase(end - 1, end) if page.low(end - 1) in page.words.people else None


def _is_beside_verb(page: Page, at: int) -> bool:
    """Whether a word goes with the verb after it: "later", "has", "initially", "was said to have"."""
    low = page.low(at)
    adverb = low.endswith("ly") and low == page.tokens.words[at] and len(low) > 4 and low not in ("family", "assembly")
    return low in page.words.adverbs or adverb or _is_passive(page, at)


def _is_passive(page: Page, at: int) -> bool:
    """ "was said to have told": a verb of saying that is not the one."""
    return page.tokens.words[at] in page.words.cues and page.low(at - 1) in page.words.adverbs | _PASSIVE


def _parts(page: Page, at: int) -> bool:
    """Whether a token parts what stands before it from what follows."""
    word = page.tokens.words[at]
    if word in page.words.cues and word not in page.words.plural_nouns:
        return True
    if word in ("’", "'"):
        return at > 0 and not page.tokens.words[at - 1][0].isalnum()
    return word in _PART_MARKS or page.low(at) in page.words.joins or page.low(at) in _WHO


def _joins_names(page: Page, at: int) -> bool:
    """Whether an "and" stands between two names that begin their part: "Peter and Jill Storey"."""
    words = page.tokens.words
    if not (page.tokens.word(at + 1)[:1].isupper() and words[at - 1][0].isupper()):
        return False
    left = page.name_that_ends(at)
    first = left.first if left else at - 1
    return first in page.tokens.breaks or words[first - 1] in _PART_MARKS or words[first - 1] in page.words.cues


def _past_apposition(page: Page, start: int, end: int) -> Phrase | None:
    """The subject before what stands between commas: "X, who leads the council, | said", "X, a thatcher, | said"."""
    fallback: Phrase | None = None
    while end > start:
        first = end
        while first > start and page.tokens.words[first - 1] not in (",", "(", "—", "–", ":", ";"):
            first -= 1
        while first < end - 1 and page.low(first) in _CONTRASTS:
            first += 1  # "…, while Ann Holt, an economist, saw"
        low = page.low(first)
        if first < end and not _is_aside(page, first, low):
            person = head_person(page, first, end)
            if person is not None:
                return Phrase(first, end)
            fallback = Phrase(first, end) if begins_phrase(page, first) else fallback
        if first <= start:
            break
        end = first - 1 - (page.low(first - 1) in _CONTRASTS)
    return fallback


def _is_aside(page: Page, first: int, low: str) -> bool:
    """Whether a part between commas says something of the subject or the circumstances."""
    if low in _WHO or low in page.words.prepositions or low[:1].isdigit():
        return True
    return low == page.tokens.word(first) and low.endswith(("ed", "ing")) and low not in page.words.people


def head_person(page: Page, first: int, end: int) -> Named | None:
    """The person a phrase speaks of: no owner ("Cameron's office"), nor one behind "of" or "for".

    Of two that stand together, the second: the first belongs to his title ("Blair aide | Tom Kelly").
    """
    at = first
    found: Named | None = None
    for named in page.named_in(first, end):
        if found is not None:
            together = found.end < named.first and all(_is_of_title(page, n) for n in range(found.end, named.first))
            return named if together and named.mention.kind == "person" and not is_owner(page, named) else found
        if any(page.low(n) in _OF for n in range(at, named.first)):
            return None
        if named.mention.kind == "person" and not is_owner(page, named):
            found = named
        at = named.first
    return found


def is_owner(page: Page, named: Named) -> bool:
    """Whether a possessive follows a name."""
    return page.article.text.startswith(("'s", "’s", "' ", "’ "), named.mention.span.end)


def _titles_only(page: Page, first: int, end: int) -> bool:
    """Whether nothing but a title stands between: "Head teacher | Malcolm Findlay", "Aid worker | X"; no verb."""
    words = page.words
    return end - first <= _LONGEST_TITLE and all(
        word[0].isupper()
        or word in words.people
        or not (word in words.verbs or word in words.cues or word in words.functions or word.endswith("ed"))
        for word in page.tokens.words[first:end]
    )
