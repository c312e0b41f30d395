"""Organisations of an article, and the short forms it makes of their names. Settles candidates of a `Reading`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from generator.enrich.names.cities import Place
from generator.enrich.names.organisations import Organisation, is_acronym_of
from generator.enrich.names.places import SURE_POPULATION, has_place_context
from generator.enrich.names.reading import Reading, Settled
from generator.enrich.names.run_view import Candidate

_LONGEST_ACRONYM = 7
_CLUBS = frozenset("United City Rovers Wanderers Albion Athletic Villa Palace Forest Hotspur".split())
"""What a football club is called after first mention."""
_FORCES = frozenset("Guards Brigades Tigers Brotherhood".split())
"""So are armed groups and movements."""


def settle_organisation(reading: Reading, candidate: Candidate) -> None:
    """Settle a well-known organisation, or one by the shape of its name; remember how it may be shortened."""
    if candidate.first in reading.settled:
        return
    organisation = next((entry for entry in candidate.known if isinstance(entry, Organisation)), None)
    printed = reading.printed(candidate)
    if organisation is not None and not _is_doubtful(reading, candidate, printed, organisation):
        _settle_known(reading, candidate, printed, organisation)
    elif candidate.kind == "organisation":
        reading.settle(candidate, "organisation", reading.shorter.get(printed, ("", printed))[1])
        remember_parts(reading, candidate, printed)


def _settle_known(reading: Reading, candidate: Candidate, printed: str, organisation: Organisation) -> None:
    words = reading.words(candidate)
    seat = reading.lexicon.places.seats.get(organisation.name)
    if seat is not None and has_place_context(reading.tokens, candidate.first, candidate.end, articles=True):
        reading.settle(candidate, "place", seat.name, seat)
        return
    reading.settle(candidate, "organisation", organisation.name, organisation)
    team = words[-1] in reading.lexicon.shapes.team_names
    if len(words) > 1 and (team or words[-1] in _CLUBS | _FORCES):
        _remember(reading, candidate, words[-1], organisation.name)
    ordinary = words[0] in reading.lexicon.ordinary or reading.lexicon.plain.is_common(words[0])
    if len(words) > 1 and not organisation.guarded and not ordinary and not _common(reading, words[0]):
        _remember(reading, candidate, words[0], organisation.name)


def _is_doubtful(reading: Reading, candidate: Candidate, printed: str, organisation: Organisation) -> bool:
    """Whether a guarded form may be something else here: a person of the article, or a word that begins a sentence."""
    if not organisation.guarded:
        return False
    if printed in reading.people or (organisation.needs and organisation.needs.isdisjoint(reading.vocabulary)):
        return True
    alone = candidate.end - candidate.first == 1
    return alone and candidate.first in reading.tokens.initial and not printed.isupper()


def remember_parts(reading: Reading, candidate: Candidate, printed: str) -> None:
    """The ends and the first word of a long name stand for it later: "the Foreign Ministry", "Merrill"."""
    words = reading.words(candidate)
    for at in range(1, len(words) - 1):
        _remember(reading, candidate, " ".join(words[at:]), printed)
    if words[-1] in reading.lexicon.shapes.team_names:
        _remember(reading, candidate, words[-1], printed)
    named = _without_legal_form(reading, words)
    if 1 < len(named) < len(words):
        _remember(reading, candidate, " ".join(named), printed)
    if len(words) > 1 and words[0] not in reading.lexicon.ordinary and not _common(reading, words[0]):
        _remember(reading, candidate, words[0], printed)


def _remember(reading: Reading, candidate: Candidate, short: str, name: str) -> None:
    reading.shorter.setdefault(short, ("organisation", name))
    reading.shorter_since.setdefault(short, candidate.first)


def _without_legal_form(reading: Reading, words: tuple[str, ...]) -> tuple[str, ...]:
    """ "Dunmore Textiles" of "Dunmore Textiles, Inc."."""
    while words and (words[-1] in reading.lexicon.organisations.legal_forms or words[-1] in (",", "&", "and")):
        words = words[:-1]
    return words


def _common(reading: Reading, word: str) -> bool:
    """Whether a word is too much its own thing to stand for a longer name."""
    lexicon = reading.lexicon
    known = lexicon.known.match((word,), 0)
    if known is not None and not all(isinstance(one, Place) and one.population < SURE_POPULATION for one in known[1]):
        return True
    if lexicon.places.demonyms.match((word,), 0):
        return True
    tables = (lexicon.organisations.heads, lexicon.organisations.suffixes, lexicon.people.given)
    return any(word in table for table in tables) or word in lexicon.people.before_office


def bind_acronyms(reading: Reading, candidates: Sequence[Candidate]) -> None:
    """In "Office for Budget Responsibility (OBR)" the letters stand, from then on, for the name they follow.

    So they do in "OBR (Office for Budget Responsibility)" and in "Office for Budget Responsibility, or OBR".
    """
    bound: dict[str, Settled] = {}
    for one, other in pairwise(candidates):
        if one.weak or other.weak or one.kind == "person" or other.kind == "person" or not _beside(reading, one, other):
            continue
        if is_acronym_of(reading.printed(other), reading.words(one)) or _named_letters(reading, one, other):
            bound[reading.printed(other)] = _bind(reading, one, other)
        elif is_acronym_of(reading.printed(one), reading.words(other)):
            bound[reading.printed(one)] = _bind(reading, other, one)
    for candidate in candidates if bound else ():
        named = bound.get(reading.printed(candidate))
        if named is not None and not candidate.weak:  # known letters may mean something else elsewhere
            reading.settle(candidate, named.kind, named.name, named.known)


def _beside(reading: Reading, one: Candidate, other: Candidate) -> bool:
    """Whether the second stands in brackets after the first, or after "or"."""
    words = reading.tokens.words
    between = words[one.end : other.first]
    return (between == ("(",) and reading.tokens.word(other.end) == ")") or between == (",", "or")


def _named_letters(reading: Reading, one: Candidate, other: Candidate) -> bool:
    """Whether unknown capitals in brackets follow what is an organisation anyway: "Tehrik-e-Merrow Front (TMX)"."""
    named, letters = reading.settled.get(one.first), reading.printed(other)
    if named is None or named.kind != "organisation" or other.known or reading.tokens.word(other.end) != ")":
        return False
    return letters.isalpha() and letters.isupper() and 2 <= len(letters) <= _LONGEST_ACRONYM


def _bind(reading: Reading, long: Candidate, short: Candidate) -> Settled:
    if long.first not in reading.settled:
        reading.settle(long, "organisation", reading.printed(long))
    named = reading.settled[long.first]
    reading.settle(short, named.kind, named.name, named.known)
    reading.shorter[reading.printed(short)] = (named.kind, named.name)
    reading.shorter_since[reading.printed(short)] = long.first
    return named


def name_national_bodies(reading: Reading) -> None:
    """Call "Congress" the US or the Argentine one, where the article says which or speaks mostly of one country."""
    named = {item.name for item in reading.settled.values()}
    country = _main_country(reading)
    for bare, national in reading.lexicon.organisations.national.items():
        full = [name for name in national.values() if name in named]
        name = full[0] if len(full) == 1 else national.get(country, bare) if not full else bare
        for first, item in reading.settled.items():
            if item.kind == "organisation" and item.name == bare:
                reading.settled[first] = item._replace(name=name)


def _main_country(reading: Reading) -> str:
    """The country of which most of the article's places are, if there is one and it is named more than once."""
    places = (item.known for item in reading.settled.values() if isinstance(item.known, Place))
    counts = Counter(place.country for place in places if place.country).most_common(2)
    if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return ""
    return counts[0][0]
