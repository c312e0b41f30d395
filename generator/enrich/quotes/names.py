"""Whom the words for a speaker mean. The tokens of a noun phrase in, a `Speaker` out, or None where it is not plain.

A person or body of the article is given by name; so is who a lone pronoun or a role means ("the minister"), where the
article leaves no doubt. Others are given by the words for them ("a senior diplomat"). No speaker is better than a wrong
one.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.enrich.quotes.descriptions import resolve_description
from generator.enrich.quotes.page import Named, Page, Speaker, noun_phrase
from generator.enrich.quotes.pronouns import resolve_pronoun
from generator.enrich.quotes.roles import names_before
from generator.enrich.quotes.salience import Spoke
from generator.enrich.quotes.subjects import Phrase, head_person

_LONGEST_WHOM = 6
_LONGEST_ACRONYM = 4
"""CEO, MP."""
_PRESIDED = frozenset(("bench",))
"""Who speaks through the one who presides: "a bench headed by Justice Subramani said"."""


def name_speaker(page: Page, phrase: Phrase, spoke: Sequence[Spoke]) -> Speaker | None:
    """A speaker's name, or the few words that tell who it is; `spoke` are the speakers so far."""
    first, end = phrase
    if end - first == 1 and page.low(first) in page.words.pronouns:
        return resolve_pronoun(page, first, spoke)
    both = _two_names(page, first, end)
    if both is not None:
        return both
    person = head_person(page, first, end) or _person_after(page, phrase)
    if person is not None:
        return page.speaker(person.mention)
    first += page.low(first) == "the" and end - first > 1 and _name_at(page, first + 1, end) is not None
    body = _name_at(page, first, end) or _name_in_marks(page, first, end)
    if body is not None:
        return page.speaker(body.mention)
    stop = noun_phrase(page, first, end)
    if stop is None:
        return None
    if page.low(stop - 1) in _PRESIDED or page.low(stop - 2) in _PRESIDED:
        judge = next((named for named in page.named_in(stop, end) if named.mention.kind == "person"), None)
        if judge is not None:
            return page.speaker(judge.mention)
    stop = _end_of_affiliation(page, stop)
    if page.low(first) == "the":
        return resolve_description(page, Phrase(first, stop), spoke)
    first = _past_title(page, first, stop)
    known = _bearer(page, first, page.text(first, stop)) if page.tokens.words[first][0].isupper() else None
    if known is not None:
        return page.speaker(known.mention)
    return Speaker(name=page.text(first, stop), gender=_gender(page, first, stop))


def _end_of_affiliation(page: Page, stop: int) -> int:
    """Where "analysts at Tilbury Capital" and "sources close to the player" end: whose they are tells them."""
    if page.low(stop - 1) in ("close", "familiar") and page.low(stop) in ("to", "with"):
        return noun_phrase(page, stop + 1, min(stop + 1 + _LONGEST_WHOM, len(page.tokens))) or stop
    if page.low(stop) not in ("at", "with") or page.low(stop - 1) not in page.words.people:
        return stop
    at = stop + 1 + (page.low(stop + 1) == "the")
    named = page.named_in(at, at + 1)
    return named[0].end if named and named[0].mention.kind == "organisation" else stop


def is_thing(page: Page, phrase: Phrase) -> bool:
    """Whether words stand on a thing: "the sign on the door said"."""
    stop = noun_phrase(page, *phrase) or phrase.end
    return any(page.low(at) in page.words.things for at in range(phrase.first, stop))


def _two_names(page: Page, first: int, end: int) -> Speaker | None:
    """ "Peter and Jill Storey"."""
    names = page.named_in(first, end)
    joint = next((at for at in range(first + 1, end - 1) if page.tokens.words[at] == "and"), None)
    if joint is None or not names or names[-1].end != end or names[-1].first > joint + 1 or end - first > 8:
        return None
    if names[0].first != first and not all(page.tokens.words[at][0].isupper() for at in range(first, joint)):
        return None
    return Speaker(name=page.text(first, end))


def _person_after(page: Page, phrase: Phrase) -> Named | None:
    """The person whose name follows a comma: "said one, Anna Whitlock", "said her father, Peter Marsh"."""
    end = phrase.end
    last = page.tokens.words[end - 1]
    titled = last.lower() in page.words.people or (last.isupper() and len(last) <= _LONGEST_ACRONYM)
    if page.tokens.word(end) != "," or (last[0].isupper() and not titled):
        return None
    after = page.named_in(end + 1, end + 4)
    if not after or after[0].mention.kind != "person":
        return None
    titled = all(page.tokens.words[at][0].isupper() for at in range(end + 1, after[0].first))
    return after[0] if titled else None


def _name_at(page: Page, first: int, end: int) -> Named | None:
    """The body or place whose name a phrase is, or holds before a noun: "Homeland", "the Homeland party"."""
    names = page.named_in(first, end)
    if not names:
        return None
    last = names[-1]
    if last.first == first and last.end == end:
        return last
    owned = any(page.tokens.words[at] in ("'s", "’s", "'", "’") for at in range(first, end))
    if (
        last.end == end - 1
        and not owned
        and page.low(end - 1) in page.words.bodies
        and last.mention.kind == "organisation"
    ):
        return last
    return None


def _name_in_marks(page: Page, first: int, end: int) -> Named | None:
    """The name of "the ‘Clean River’ movement"."""
    named = page.named_in(first, end)
    marked = len(named) == 1 and not page.tokens.words[named[0].end][0].isalnum() and named[0].end == end - 2
    return named[0] if marked and page.low(end - 1) in page.words.bodies else None


def _past_title(page: Page, first: int, end: int) -> int:
    """Where a name that was not known for one begins after a title: "Health Secretary | Oliver Trench"."""
    if not all(word[0].isupper() for word in page.tokens.words[first:end]):
        return first
    titles = [at for at in range(first, end - 1) if page.low(at) in page.words.people]
    return titles[-1] + 1 if titles else first


def _bearer(page: Page, at: int, name: str) -> Named | None:
    """The only person before whose name begins or ends with a name: "Pak" of "Pak Song Ho"."""
    found: dict[str, Named] = {}
    for named in names_before(page, at):
        if named.mention.kind == "person" and named.mention.entity not in found:
            full = page.entities[named.mention.entity].name
            if full == name or full.startswith(name + " ") or full.endswith(" " + name):
                found[named.mention.entity] = named
    return next(iter(found.values())) if len(found) == 1 else None


def _gender(page: Page, first: int, end: int) -> str | None:
    return next(
        (page.words.genders[word] for at in range(first, end) if (word := page.low(at)) in page.words.genders), None
    )
