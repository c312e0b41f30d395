"""Places of an article: where a name alone or the words around make it one. Settles candidates of a `Reading`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.enrich.name_rules import Candidate
from generator.enrich.organisations import Organisation
from generator.enrich.places import Place, choose_place, has_place_context, is_attributive
from generator.enrich.reading import Reading, is_place

_POSSESSIVE = ("'s", "’s")
_LIST_BEGINS = frozenset("in In at At near Near around across between from".split())
_NOT_BEFORE_CITIES = ("the", "The", "a")


def settle_places(reading: Reading, candidates: Sequence[Candidate]) -> None:
    """Settle what is a place wherever it stands; then weak names ("Reading") that the text made places somewhere."""
    rest = [c for c in candidates if c.first not in reading.settled and c.kind in (None, "place")]
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
        if known is not None and candidate.first not in reading.settled and printed not in reading.people:
            reading.settle(candidate, "place", known.name, known)


def _settle_lists(reading: Reading, candidates: Sequence[Candidate]) -> None:
    """Settle what stands in one list with a place: "in Carlisle, Keswick, Appleby and Kendal"."""
    at = 0
    while at < len(candidates):
        row = [candidates[at]]
        while at + len(row) < len(candidates) and _listed(reading, row[-1], candidates[at + len(row)]):
            row.append(candidates[at + len(row)])
        at += len(row)
        if len(row) < 2 or reading.tokens.word(row[0].first - 1) not in _LIST_BEGINS:
            continue
        joined = reading.tokens.word(row[-1].first - 1) == "and"
        head = reading.settled.get(row[0].first)
        if joined and head is not None and head.kind == "place" and not any(_may_be_person(reading, c) for c in row):
            for candidate in row:
                if candidate.first not in reading.settled:
                    _settle_place(reading, candidate, None)


def _listed(reading: Reading, one: Candidate, other: Candidate) -> bool:
    """Whether a name follows another after no more than a comma or "and"."""
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
    if printed in reading.people or any(isinstance(entry, Organisation) for entry in candidate.known):
        return False
    return not reading.lexicon.places.is_weak(printed, places) and not _often_named(reading, printed)


def _often_named(reading: Reading, printed: str) -> bool:
    return any(person.alone for person in reading.lexicon.people.short.get(printed, ()))


def _in_context(reading: Reading, candidate: Candidate) -> bool:
    if not is_place(candidate) or _often_named(reading, reading.printed(candidate)):
        return False
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
