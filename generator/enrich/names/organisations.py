"""Organisations: the packaged well-known ones and the shapes of their names. Data file in, `OrganisationWords` out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.enrich.phrases import Phrases, make_phrases
from generator.enrich.tokens import Tokens, split_words
from generator.enrich.wordlists import read_table

_LINKS = frozenset("of for on the and with in to de del & against".split())
_ON_SUBJECTS = frozenset(
    "Commission Committee Center Centre Council Conference Institute Forum Campaign Coalition".split()
)
_APART = (("and", "the"), ("with", "the"))
_DAYS = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December""".split()
)
_LONGEST = 12
"""Most words in a name found by its shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A well-known organisation. `guarded`: the printed form is also a word, so the text must show more."""

    name: str
    guarded: bool = False
    needs: frozenset[str] = frozenset()
    """Words of which the article must hold one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationWords:
    """What organisations are known by."""

    known: Phrases[Organisation]
    suffixes: frozenset[str]
    weak_suffixes: frozenset[str]
    legal_forms: frozenset[str]
    company_words: frozenset[str]
    heads: frozenset[str]
    whole: Phrases[str]
    national: Mapping[str, Mapping[str, str]]
    """Name shared by bodies of many countries -> country -> the name that tells them apart."""


def load_organisations() -> OrganisationWords:
    """Read the packaged organisations."""
    table = read_table("names/organisations.yml")
    return OrganisationWords(
        known=make_phrases(_known_rows(table)),
        suffixes=frozenset(table["suffixes"]),
        weak_suffixes=frozenset(table["weak_suffixes"]),
        legal_forms=frozenset(table["legal_forms"]),
        company_words=frozenset(table["company_words"]),
        heads=frozenset(table["heads"]),
        national=table["national"],
        whole=make_phrases((split_words(name), name) for name in table["whole"]),
    )


def _known_rows(table: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Organisation]]:
    guarded = frozenset(table["guarded"])
    for name, aliases in table["known"].items():
        plain = Organisation(name=name)
        for form in (name, *aliases):
            needs = table["needs"].get(form)
            if form in guarded or needs:
                yield split_words(form), Organisation(name=name, guarded=form in guarded, needs=frozenset(needs or ()))
            else:
                yield split_words(form), plain


def match_shape(tokens: Tokens, start: int, end: int, words: OrganisationWords) -> int:
    """Where an organisation's name that begins at `start` ends, or `start` when its shape is not one's.

    `end` is the end of the run of capitals; a name goes beyond it over "of", "for", "on" when a head word stands
    before ("Department of State Services", "Center on Poverty and Inequality").
    """
    last = start
    at = start
    while at < end and at - start < _LONGEST:
        word = tokens.words[at]
        if word in words.suffixes and at > start:
            last = at + 1
        if (
            word in words.heads
            and (tokens.word(at + 1) in ("of", "for") or (tokens.word(at + 1) == "on" and word in _ON_SUBJECTS))
            and _capital(tokens.word(_skip_links(tokens, at + 1)))
        ):
            return _extend(tokens, at + 1, start + _LONGEST)
        at += 1
    return last


def _skip_links(tokens: Tokens, at: int) -> int:
    while tokens.word(at) in _LINKS:
        at += 1
    return at


def _extend(tokens: Tokens, at: int, most: int) -> int:
    """Over links and capitals from the link after a head word: to the last capital."""
    end = at
    while at < min(len(tokens), most) and at not in tokens.breaks:
        if _capital(tokens.words[at]):
            at += 1
            end = at
        elif tokens.words[at] in _LINKS and tokens.words[at] not in ("in", "to", "against") and _goes_on(tokens, at):
            if tokens.words[at : at + 2] in _APART:
                break  # "the Commission of Fine Arts and the Planning Board" are two
            at = _skip_links(tokens, at)
        else:
            break
    return end


def _goes_on(tokens: Tokens, at: int) -> bool:
    after = _skip_links(tokens, at)
    return after - at <= 2 and after not in tokens.breaks and _capital(tokens.word(after))


def _capital(word: str) -> bool:
    return bool(word) and word[0].isupper() and word not in _DAYS


def is_acronym_of(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether the letters are the initials of the words, small words counted or not: OBR, SOHR, ICRC."""
    letters = [c for c in acronym if c.isalpha()]
    initials = [w[0].upper() for w in words if w[0].isalnum()]
    capitals = [w[0] for w in words if w[0].isupper()]
    upper = [c.upper() for c in letters]
    return len(letters) > 1 and (upper in (initials, capitals) or (upper == capitals[-len(upper) :] and len(upper) > 2))
