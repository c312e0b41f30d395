"""People of an article: full names first, then titles and surnames against them. Settles candidates of a `Reading`."""

from __future__ import annotations

from collections.abc import Sequence

from generator.enrich.names.people import FAMILY_FIRST, GENERATIONS, Person, surname_of, without_accents
from generator.enrich.names.places import has_place_context
from generator.enrich.names.reading import Reading, is_place
from generator.enrich.names.run_view import Candidate

_TWO_SURNAMES = 3
"""Words of a name with a given name and two surnames."""
_ARTICLES = frozenset("the The a A an An".split())


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
    if words[0].partition("-")[0] in reading.lexicon.people.given and len(words) > 1:
        reading.remember_first_name(words[0], candidate.first, name)
    _remember_particles(reading, candidate, words, name)
    if person is None and words[0] in FAMILY_FIRST and words[0] != short:
        reading.remember_person(words[0], candidate.first, name)
    if gender := reading.lexicon.quotes.titles.get(candidate.title.rstrip(".")):
        reading.titles.setdefault(name, gender)
    if person is None and len(words) == _TWO_SURNAMES and _is_surname(reading, words[1]):
        reading.remember_person(words[1], candidate.first, name)  # "Huamán" of "Wilfredo Huamán Quispe"
    if words[-1] != short and (person is None or without_accents(words[-1]) == without_accents(short)):
        reading.remember_person(words[-1], candidate.first, name)


def _is_surname(reading: Reading, word: str) -> bool:
    """Whether the middle one of three names may be a surname."""
    lexicon = reading.lexicon
    known = word in lexicon.people.given or word.lower() in lexicon.shapes.particles or word in lexicon.ordinary
    return not known and word[0].isupper() and len(word) > len("J.") and not lexicon.plain.is_common(word)


def _remember_particles(reading: Reading, candidate: Candidate, words: tuple[str, ...], name: str) -> None:
    """ "Van der Velde" and "van der Velde" of "Henk van der Velde"."""
    particles = reading.lexicon.shapes.particles
    first = next((n for n in range(1, len(words) - 1) if words[n].lower() in particles), 0)
    if first:
        tail = " ".join(words[first:])
        for form in (tail, tail[0].upper() + tail[1:]):
            reading.remember_person(form, candidate.first, name)


def _same_person(reading: Reading, short: str, words: tuple[str, ...], printed: str) -> str:
    """The name under which this person is known already: "Michael W. McCarthy" may be "Michael McCarthy"."""
    for name in reading.namesakes.get(short, ()):
        others = name.split()
        if _generation(others) != _generation(words):
            continue
        if others[0] == words[0] and (len(others) == 2 or len(words) == 2):
            return name
    return printed


def _generation(words: Sequence[str]) -> str:
    """What tells father from son: "Jr", "III"; empty for most."""
    return words[-1].rstrip(".") if words[-1] in GENERATIONS else ""


def settle_short_name(reading: Reading, candidate: Candidate) -> None:
    """Settle a single word: someone named in full elsewhere, someone by title, a short form, someone often named."""
    printed = reading.printed(candidate)
    if candidate.weak:
        _settle_surname(reading, candidate, printed)
        return
    holder = _office_holder(reading, candidate, printed)
    if holder is not None and reading.year is not None:
        _settle_known(reading, candidate, printed, holder)
    elif _settle_surname(reading, candidate, printed):
        return
    elif candidate.kind == "person" or candidate.title:
        _settle_titled(reading, candidate, printed, holder)
    elif printed in reading.shorter:
        kind, name = reading.shorter[printed]
        reading.settle(candidate, kind, name)
    elif not _settle_first_name(reading, candidate, printed):
        _settle_often_named(reading, candidate, printed)


def _settle_surname(reading: Reading, candidate: Candidate, printed: str) -> bool:
    """Settle the surname of someone named in full, unless an organisation so called was named since."""
    since = reading.shorter_since.get(printed)
    if since is not None and not candidate.title and reading.last_before(printed, candidate.first) < since:
        return False
    gender = reading.lexicon.quotes.titles.get(candidate.title.rstrip(".")) if candidate.title else None
    for form in (printed, printed.removesuffix("s")):
        name = reading.person_called(form, candidate.first, gender)
        if name is not None and not _place_here(reading, candidate):
            reading.settle(candidate, "person", name)
            return True
    return False


def _settle_first_name(reading: Reading, candidate: Candidate, printed: str) -> bool:
    """Settle the given name alone of someone named in full."""
    name = reading.person_first_named(printed, candidate.first)
    if name is None or _place_here(reading, candidate) or reading.tokens.word(candidate.first - 1) in _ARTICLES:
        return False
    reading.settle(candidate, "person", name)
    return True


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
