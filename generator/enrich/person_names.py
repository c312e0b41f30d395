"""People of an article: full names first, then titles and surnames against them. Settles candidates of a `Reading`."""

from __future__ import annotations

from generator.enrich.name_rules import Candidate
from generator.enrich.people import Person, surname_of, without_accents
from generator.enrich.places import has_place_context
from generator.enrich.reading import Reading, is_place


def settle_full_name(reading: Reading, candidate: Candidate) -> None:
    """Settle a person named in full, or under a name that is full for an often-named one ("Neymar")."""
    words = reading.words(candidate)
    person = candidate.known[0] if candidate.known and isinstance(candidate.known[0], Person) else None
    if candidate.kind != "person" or (len(words) < 2 and person is None):
        return
    short = person.short if person else surname_of(words)
    name = person.name if person else _same_person(reading, short, words, reading.printed(candidate))
    reading.settle(candidate, "person", name, person)
    reading.remember_person(short, candidate.first, name)
    if words[-1] != short and (person is None or without_accents(words[-1]) == without_accents(short)):
        reading.remember_person(words[-1], candidate.first, name)


def _same_person(reading: Reading, short: str, words: tuple[str, ...], printed: str) -> str:
    """The name under which this person is known already: "Michael W. McCarthy" may be "Michael McCarthy"."""
    for name in reading.namesakes.get(short, ()):
        others = name.split()
        if others[0] == words[0] and (len(others) == 2 or len(words) == 2):
            return name
    return printed


def settle_short_name(reading: Reading, candidate: Candidate) -> None:
    """Settle a single word: someone named in full elsewhere, someone by title, a short form, someone often named."""
    printed = reading.printed(candidate)
    holder = _office_holder(reading, candidate, printed)
    if holder is not None and reading.year is not None:
        _settle_known(reading, candidate, printed, holder)
        return
    for form in (printed, printed.removesuffix("s")):
        name = reading.person_called(form, candidate.first)
        if name is not None and not _place_here(reading, candidate):
            reading.settle(candidate, "person", name)
            return
    if candidate.kind == "person" or candidate.title:
        _settle_titled(reading, candidate, printed, holder)
    elif printed in reading.shorter:
        kind, name = reading.shorter[printed]
        reading.settle(candidate, kind, name)
    else:
        _settle_often_named(reading, candidate, printed)


def _place_here(reading: Reading, candidate: Candidate) -> bool:
    return is_place(candidate) and has_place_context(reading.tokens, candidate.first, candidate.end)


def _office_holder(reading: Reading, candidate: Candidate, printed: str) -> Person | None:
    """The one often-named person of this surname who had this office in the article's year."""
    bearers = reading.lexicon.people.short.get(printed, ()) if candidate.title else ()
    held = [person for person in bearers if person.held(candidate.title, reading.year)]
    return held[0] if len(held) == 1 else None


def _settle_known(reading: Reading, candidate: Candidate, short: str, person: Person) -> None:
    reading.settle(candidate, "person", person.name, person)
    reading.remember_person(short, candidate.first, person.name)


def _settle_titled(reading: Reading, candidate: Candidate, printed: str, holder: Person | None) -> None:
    if holder is None and (reading.lexicon.people.is_courtesy(candidate.title) or candidate.role):
        holder = _alone(reading, printed)
    if holder is not None:
        _settle_known(reading, candidate, printed, holder)
        return
    reading.settle(candidate, "person", printed)
    reading.remember_person(printed, candidate.first, printed)


def _alone(reading: Reading, form: str) -> Person | None:
    """Who is meant by a surname without more, if it is one person."""
    bearers = [person for person in reading.lexicon.people.short.get(form, ()) if person.alone]
    return bearers[0] if len(bearers) == 1 else None


def _settle_often_named(reading: Reading, candidate: Candidate, printed: str) -> None:
    for form in (printed, printed.removesuffix("s") if len(printed) > 5 else printed):
        person = _alone(reading, form)
        if person is not None and not is_place(candidate):
            _settle_known(reading, candidate, form, person)
            return
