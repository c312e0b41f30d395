"""Whom a role or a noun means: "the minister", "the 74-year-old", "the company". Its tokens in, a `Speaker` out.

It is the person of whom the article says so, the body whose name has the word ("the ministry"), or the one body that
the article is about. Else the words stand for themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.enrich.quotes.page import Named, Page, Speaker
from generator.enrich.quotes.pronouns import PUBLIC, resolve_body, resolve_person
from generator.enrich.quotes.roles import names_before, person_with_role
from generator.enrich.quotes.salience import Spoke
from generator.enrich.quotes.subjects import Phrase

_LOOSE = frozenset("campaign movement team body office board".split())
"""Nouns that may mean many a thing beside the body an article is about."""


def resolve_description(page: Page, phrase: Phrase, spoke: Sequence[Spoke]) -> Speaker:
    """The speaker that "the …" stands for."""
    words = [page.low(at) for at in range(phrase.first + 1, phrase.end)]
    gender = next((page.words.genders[word] for word in words if word in page.words.genders), None)
    found: Speaker | None = None
    if words and words[0].endswith("-year-old"):
        found = _of_age(page, phrase.first, words[0].partition("-")[0])
        found = found or (person_with_role(page, phrase.first, words[1:]) if len(words) > 1 else None)
        found = found or resolve_person(page, phrase.first, spoke)
    elif words and words[-1] in page.words.bodies:
        found = _body(page, phrase.first, words, spoke)
    elif words:
        found = person_with_role(page, phrase.first, words)
        plain = all(word in page.words.plain for word in words[:-1]) or page.tokens.words[phrase.first + 1][0].isupper()
        if found is None and words[-1] in page.words.varied and plain:
            found = resolve_person(page, phrase.first, spoke)
    return found or Speaker(name=page.text(*phrase), gender=gender)


def _of_age(page: Page, at: int, age: str) -> Speaker | None:
    """The person of this age: "Sid Mottram, 74,"."""
    word = page.tokens.word
    for named in names_before(page, at):
        if named.mention.kind == "person" and word(named.end) == "," and word(named.end + 1) == age:
            return page.speaker(named.mention)
    return None


def _body(page: Page, at: int, words: Sequence[str], spoke: Sequence[Spoke]) -> Speaker | None:
    """The only body before whose name has these words; else, for "the company", the only one that heads a sentence."""
    bodies: dict[str, Named] = {}
    heads: dict[str, Named] = {}
    for named in names_before(page, at):
        if named.mention.kind == "organisation":
            bodies.setdefault(named.mention.entity, named)
            if _heads_sentence(page, named):
                heads.setdefault(named.mention.entity, named)
    called = [one for entity, one in bodies.items() if _is_called(page, entity, words)]
    if called:
        return page.speaker(called[0].mention) if len(called) == 1 else None
    if len(words) > 1 or words[0] in PUBLIC:
        return None
    found = None if words[0] in _LOOSE else resolve_body(page, at, spoke)
    if found is not None or len(heads) != 1:
        return found
    return page.speaker(next(iter(heads.values())).mention)


def _is_called(page: Page, entity: str, words: Sequence[str]) -> bool:
    forms = (page.entities[entity].name, *(name.text for name in page.entities[entity].names))
    return any(all(word in form.lower().split() for word in words) for form in forms)


def _heads_sentence(page: Page, named: Named) -> bool:
    return named.first - (page.low(named.first - 1) in page.words.determiners) in page.tokens.breaks
