"""Organisations of an article, and the short forms it makes of their names. Settles candidates of a `Reading`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.enrich.name_rules import Candidate
from generator.enrich.organisations import Organisation, is_acronym_of
from generator.enrich.places import Place
from generator.enrich.reading import Reading, Settled


def settle_organisation(reading: Reading, candidate: Candidate) -> None:
    """Settle a well-known organisation, or one by the shape of its name; remember how it may be shortened."""
    if candidate.first in reading.settled:
        return
    organisation = next((entry for entry in candidate.known if isinstance(entry, Organisation)), None)
    printed = reading.printed(candidate)
    if organisation is not None and not (organisation.guarded and _is_doubtful(reading, candidate, printed)):
        reading.settle(candidate, "organisation", organisation.name, organisation)
    elif candidate.kind == "organisation":
        reading.settle(candidate, "organisation", reading.shorter.get(printed, ("", printed))[1])
        _remember_parts(reading, candidate, printed)


def _is_doubtful(reading: Reading, candidate: Candidate, printed: str) -> bool:
    """Whether a guarded form may be something else here: a person of the article, or a word that begins a sentence."""
    if printed in reading.people:
        return True
    alone = candidate.end - candidate.first == 1
    return alone and candidate.first in reading.tokens.initial and not printed.isupper()


def _remember_parts(reading: Reading, candidate: Candidate, printed: str) -> None:
    """The ends and the first word of a long name stand for it later: "the Foreign Ministry", "Merrill"."""
    words = reading.words(candidate)
    for at in range(1, len(words) - 1):
        reading.shorter.setdefault(" ".join(words[at:]), ("organisation", printed))
    if len(words) > 1 and words[0] not in reading.lexicon.ordinary and not _common(reading, words[0]):
        reading.shorter.setdefault(words[0], ("organisation", printed))


def _common(reading: Reading, word: str) -> bool:
    """Whether a word is too much its own thing to stand for a longer name."""
    lexicon = reading.lexicon
    if lexicon.known.match((word,), 0) or lexicon.places.demonyms.match((word,), 0):
        return True
    tables = (lexicon.organisations.heads, lexicon.organisations.suffixes, lexicon.people.given)
    return any(word in table for table in tables) or word in lexicon.people.before_office


def bind_acronyms(reading: Reading, candidates: Sequence[Candidate]) -> None:
    """In "Office for Budget Responsibility (OBR)" the letters stand, from then on, for the name they follow."""
    tokens = reading.tokens
    for before, candidate in pairwise(candidates):
        if before.end != candidate.first - 1 or tokens.word(before.end) != "(" or tokens.word(candidate.end) != ")":
            continue
        letters = reading.printed(candidate)
        if before.kind == "person" or not is_acronym_of(letters, reading.words(before)):
            continue
        if before.first not in reading.settled:
            reading.settle(before, "organisation", reading.printed(before))
        named: Settled = reading.settled[before.first]
        reading.settle(candidate, named.kind, named.name, named.known)
        reading.shorter[letters] = (named.kind, named.name)


def name_national_bodies(reading: Reading) -> None:
    """Call "Congress" the US or the Argentine one, where the article says which or speaks mostly of one country."""
    named = {item.name for item in reading.settled.values()}
    country = _main_country(reading)
    for bare, national in reading.lexicon.organisations.national.items():
        full = [name for name in national.values() if name in named]
        name = full[0] if len(full) == 1 else national.get(country, bare) if not full else bare
        for first, item in reading.settled.items():
            if item.kind == "organisation" and item.name == bare:
                reading.settled[first] = replace(item, name=name)


def _main_country(reading: Reading) -> str:
    """The country of which most of the article's places are, if there is one and it is named more than once."""
    places = (item.known for item in reading.settled.values() if isinstance(item.known, Place))
    counts = Counter(place.country for place in places if place.country).most_common(2)
    if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return ""
    return counts[0][0]
