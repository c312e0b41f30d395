"""Places of an article: where a name alone or the words around make it one. Settles candidates of a `Reading`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.enrich.names.capitals import is_capital
from generator.enrich.names.cities import Place
from generator.enrich.names.organisations import Organisation
from generator.enrich.names.places import GREAT_POPULATION, choose_place, has_place_context, is_attributive
from generator.enrich.names.reading import Reading, is_place
from generator.enrich.names.run_view import Candidate

_POSSESSIVE = ("'s", "’s")
_LIST_BEGINS = frozenset(
    """in In at At near Near around across between from fled seized captured recaptured retook entered left took reached
    shelled bombed struck stormed evacuated besieged""".split()
)
_SHORTEST_TOWN = 5
_MOST_BETWEEN = 2
"""Tokens between two names of a list."""
_ARTICLES = frozenset("the a an his her our their".split())
_NOT_BEFORE_CITIES = ("the", "The", "a")


def settle_places(reading: Reading, candidates: Sequence[Candidate]) -> None:
    """Settle what is a place wherever it stands; then weak names ("Reading") that the text made places somewhere."""
    rest = [c for c in candidates if c.first not in reading.settled and c.kind in (None, "place") and not c.weak]
    following = {candidate.first: candidate for candidate in rest}
    rest = [candidate for candidate in rest if not is_adjective(reading, candidate)]
    for candidate in rest:
        near = _after_comma(reading, candidate, following)
        if near is not None or _is_sure(reading, candidate) or _in_context(reading, candidate):
            _settle_place(reading, candidate, near)
    _settle_lists(reading, rest)
    for candidate in rest:
        printed = reading.printed(candidate)
        known = reading.places.get(printed)
        if known is None or candidate.first in reading.settled or printed in reading.people:
            continue
        if not _first_name(reading, printed):
            reading.settle(candidate, "place", known.name, known)


def _settle_lists(reading: Reading, candidates: Sequence[Candidate]) -> None:
    """Settle what stands in one list with a place: "in Carlisle, Keswick, Appleby and Kendal"."""
    at = 0
    while at < len(candidates):
        row = [candidates[at]]
        while at + len(row) < len(candidates) and is_listed(reading, row[-1], candidates[at + len(row)]):
            row.append(candidates[at + len(row)])
        at += len(row)
        if len(row) < 2 or reading.tokens.word(row[-1].first - 1) != "and":
            continue
        called = reading.tokens.word(row[-1].end) in reading.lexicon.shapes.plural_places
        begun = reading.tokens.word(row[0].first - 1) in _LIST_BEGINS
        first = is_place(row[0]) and not any(_plain(reading, row))
        led = called or (begun and (first or _is_settled_place(reading, row[0])))
        places = sum(map(is_place, row))
        most = places == len(row) or (2 * places > len(row) and not any(_plain(reading, row)))
        known = most and any(_is_settled_place(reading, candidate) for candidate in row)
        if (led or known) and not any(_may_be_person(reading, candidate) for candidate in row):
            for candidate in row:
                if candidate.first not in reading.settled:
                    _settle_place(reading, candidate, None)


def _plain(reading: Reading, row: Sequence[Candidate]) -> Iterator[bool]:
    """Whether each of a list holds an everyday word: then it may be anything."""
    return (any(map(reading.lexicon.plain.is_common, reading.words(candidate))) for candidate in row)


def _is_settled_place(reading: Reading, candidate: Candidate) -> bool:
    settled = reading.settled.get(candidate.first)
    return settled is not None and settled.kind == "place"


def settle_towns(reading: Reading, candidates: Sequence[Candidate]) -> None:
    """Settle what is left of the gazetteer's names: a town's name that is no word and nobody's name is the town."""
    lexicon = reading.lexicon
    for candidate in candidates:
        if candidate.title or not is_place(candidate) or is_adjective(reading, candidate):
            continue
        printed, words = reading.printed(candidate), reading.words(candidate)
        if printed in lexicon.places.ambiguous or _may_be_person(reading, candidate) or _first_name(reading, printed):
            continue
        if any(_other_thing(reading, word) for word in words):
            continue
        if candidate.first not in reading.tokens.initial and not _goes_on(reading, candidate.end):
            _settle_place(reading, candidate, None)


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether a capital follows that is no role: "Camden Yards", but "the Skegness MP"."""
    following = reading.tokens.word(end)
    if end in reading.tokens.breaks or not is_capital(following or "x"):
        return False
    people = reading.lexicon.people
    return not people.jobs.match((following,), 0) and not people.match_title(reading.tokens, end, len(reading.tokens))


def _other_thing(reading: Reading, word: str) -> bool:
    lexicon = reading.lexicon
    return (
        word in lexicon.people.given
        or word in lexicon.surnames
        or word in lexicon.ordinary
        or word.lower() in lexicon.plain.common
        or len(word) < _SHORTEST_TOWN
    )


def is_listed(reading: Reading, one: Candidate, other: Candidate) -> bool:
    """Whether a name follows another after no more than a comma or "and"."""
    if other.first - one.end > _MOST_BETWEEN:
        return False
    between = reading.tokens.words[one.end : other.first]
    return between in ((",",), ("and",), (",", "and")) and reading.tokens.word(one.end - 1) != "and"


def _may_be_person(reading: Reading, candidate: Candidate) -> bool:
    printed = reading.printed(candidate)
    others = any(isinstance(entry, Organisation) for entry in candidate.known)
    return printed in reading.people or _often_named(reading, printed) or others


def is_adjective(reading: Reading, candidate: Candidate) -> bool:
    """Whether a candidate is a short country name before a noun: "UK airstrikes"."""
    if candidate.end - candidate.first != 1:
        return False
    name = reading.tokens.words[candidate.first]
    return is_attributive(reading.tokens, candidate.end, name, reading.lexicon.places)


def _places_of(candidate: Candidate) -> tuple[Place, ...]:
    return tuple(entry for entry in candidate.known if isinstance(entry, Place))


def _is_sure(reading: Reading, candidate: Candidate) -> bool:
    printed = reading.printed(candidate)
    before = reading.tokens.word(candidate.first - 1)
    if candidate.kind == "place" or (before == "," and printed in reading.lexicon.places.states):
        return True
    places = _places_of(candidate)
    if not places or (places[0].kind == "city" and before in _NOT_BEFORE_CITIES):
        return False
    if (
        _first_name(reading, printed)
        or printed in reading.people
        or any(isinstance(entry, Organisation) for entry in candidate.known)
    ):
        return False
    if places[0].population < GREAT_POPULATION and not places[0].capital and _is_word(reading, printed):
        return False
    return not reading.lexicon.places.is_weak(printed, places) and not _often_named(reading, printed)


def _is_word(reading: Reading, printed: str) -> bool:
    """Whether a town is called like an everyday word: "Save" in Benin."""
    return printed in reading.lexicon.ordinary and reading.lexicon.plain.is_common(printed)


def _first_name(reading: Reading, printed: str) -> bool:
    """Whether somebody named in full has this for a given name."""
    return printed in reading.first_names


def _often_named(reading: Reading, printed: str) -> bool:
    return any(person.alone for person in reading.lexicon.people.short.get(printed, ()))


def _in_context(reading: Reading, candidate: Candidate) -> bool:
    if not is_place(candidate) or _often_named(reading, reading.printed(candidate)):
        return False
    before = reading.tokens.word(candidate.first - 1)
    if reading.printed(candidate) in reading.people and before not in ("in", "In"):
        return False
    verb = before == "to" and reading.tokens.word(candidate.end) in _ARTICLES
    if verb and _is_word(reading, reading.printed(candidate)):
        return False  # "a campaign to Save the House"
    return has_place_context(reading.tokens, candidate.first, candidate.end)


def _after_comma(reading: Reading, candidate: Candidate, following: Mapping[int, Candidate]) -> Place | None:
    """The country or state that follows a name and its comma: "Cambridge, Massachusetts", "Anaheim, Calif."."""
    tokens = reading.tokens
    if tokens.word(candidate.end) != ",":
        return None
    known = is_place(candidate)
    state = reading.lexicon.places.states.get(tokens.word(candidate.end + 1))
    if state is not None:
        return state if known or candidate.end - candidate.first <= 2 else None
    other = following.get(candidate.end + 1)
    if other is None or not known or tokens.word(other.end) in _POSSESSIVE:
        return None
    return next((place for place in _places_of(other) if place.kind in ("country", "state")), None)


def _settle_place(reading: Reading, candidate: Candidate, near: Place | None) -> None:
    printed = reading.printed(candidate)
    places = _places_of(candidate)
    place = reading.lexicon.places.states.get(printed) or Place(printed, "region", None)
    if places:
        place = choose_place(places, (near,) if near else ())
    reading.settle(candidate, "place", place.name, place)
    reading.places.setdefault(printed, place)
