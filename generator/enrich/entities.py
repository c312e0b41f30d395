"""People, places and organisations of one article. Tokens and lexicon in, mentions and entities out.

Candidates are settled in three passes over the whole article: full names and what is known beyond doubt; then short
names against them ("Mr Cameron", "the OBR"); then what the text around says of the rest. What stays unknown is no name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.enrich.candidates import Candidate, find_candidates
from generator.enrich.evidence import guess_kind
from generator.enrich.lexicon import Known, Lexicon
from generator.enrich.organisations import Organisation, is_acronym_of
from generator.enrich.people import Person, surname_of
from generator.enrich.places import Place, choose_place, has_place_context, is_attributive
from generator.enrich.tokens import Tokens
from generator.model import Entity, EntityKind, Mention, Name
from generator.slugs import slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class _Settled:
    """A candidate and what it names; `name` is canonical."""

    candidate: Candidate
    kind: EntityKind
    name: str
    known: Known | None = None


@dataclass(slots=True)
class _Reading:
    """What is known of the article so far."""

    text: str
    tokens: Tokens
    lexicon: Lexicon
    year: int | None
    settled: dict[int, _Settled] = field(default_factory=dict)
    """By first token."""
    by_end: dict[int, _Settled] = field(default_factory=dict)
    """By the token after the last."""
    people: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """Short name -> (first token, full name) of the people named in full."""
    shorter: dict[str, tuple[EntityKind, str]] = field(default_factory=dict)
    """Acronym or part of an organisation's name -> what it stands for here."""
    places: dict[str, Place] = field(default_factory=dict)
    """Printed names that the text treats as places somewhere."""

    def words(self, candidate: Candidate) -> tuple[str, ...]:
        return self.tokens.words[candidate.first : candidate.end]

    def printed(self, candidate: Candidate) -> str:
        start, end = self.tokens.starts[candidate.first], self.tokens.ends[candidate.end - 1]
        return " ".join(self.text[start:end].split())


def find_entities(
    text: str, tokens: Tokens, lexicon: Lexicon, year: int | None = None
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Mentions in text order and what they name; `year` of the article tells one President Bush from the other."""
    reading = _Reading(text=text, tokens=tokens, lexicon=lexicon, year=year)
    candidates = find_candidates(tokens, lexicon)
    for candidate in candidates:
        _settle_full_person(reading, candidate)
    _settle_places(reading, candidates)
    for candidate in candidates:
        _settle_organisation(reading, candidate)
    _bind_acronyms(reading, candidates)
    rest = [candidate for candidate in candidates if candidate.first not in reading.settled]
    for candidate in rest:
        _settle_short(reading, candidate)
    _settle_unknown(reading, [candidate for candidate in rest if candidate.first not in reading.settled])
    return _assemble(reading)


# --- people ----------------------------------------------------------------------------------------------------------


def _settle_full_person(reading: _Reading, candidate: Candidate) -> None:
    words = reading.words(candidate)
    person = candidate.known[0] if candidate.known and isinstance(candidate.known[0], Person) else None
    if candidate.kind != "person" or (len(words) < 2 and person is None):
        return
    name = person.name if person else _same_person(reading, words, reading.printed(candidate))
    short = person.short if person else surname_of(words)
    _settle(reading, candidate, "person", name, person)
    reading.people.setdefault(short, []).append((candidate.first, name))
    if person is None and words[-1] != short:
        reading.people.setdefault(words[-1], []).append((candidate.first, name))


def _same_person(reading: _Reading, words: tuple[str, ...], printed: str) -> str:
    """The name under which this person is known already: "Michael W. McCarthy" may be "Michael McCarthy"."""
    for _, name in reading.people.get(surname_of(words), ()):
        others = name.split()
        if others[0] == words[0] and (len(others) == 2 or len(words) == 2):
            return name
    return printed


def _settle_short(reading: _Reading, candidate: Candidate) -> None:
    """A single word: a person named in full elsewhere, a short form of an organisation, or someone often named."""
    printed = reading.printed(candidate)
    for form in (printed, printed.removesuffix("s")):
        people = reading.people.get(form)
        if people and not (
            candidate.known
            and _is_place(candidate)
            and has_place_context(reading.tokens, candidate.first, candidate.end)
        ):
            _settle(reading, candidate, "person", _nearest(people, candidate.first), None)
            return
    if candidate.kind == "person" or candidate.title:
        _settle_titled(reading, candidate, printed)
    elif printed in reading.shorter:
        kind, name = reading.shorter[printed]
        _settle(reading, candidate, kind, name, None)
    else:
        _settle_often_named(reading, candidate, printed)


def _nearest(people: Sequence[tuple[int, str]], at: int) -> str:
    """The one named in full last before a token, else the first after it."""
    return next((name for first, name in reversed(people) if first < at), people[0][1])


def _settle_titled(reading: _Reading, candidate: Candidate, printed: str) -> None:
    bearers = reading.lexicon.people.short.get(printed, ())
    office = candidate.title
    held = [p for p in bearers if p.held(office, reading.year)]
    if not held and (reading.lexicon.people.is_courtesy(office) or candidate.role):
        held = [p for p in bearers if p.alone]
    person = held[0] if len(held) == 1 else None
    name = person.name if person else printed
    _settle(reading, candidate, "person", name, person)
    reading.people.setdefault(printed, []).append((candidate.first, name))


def _settle_often_named(reading: _Reading, candidate: Candidate, printed: str) -> None:
    for form in (printed, printed.removesuffix("s") if len(printed) > 5 else printed):
        bearers = [p for p in reading.lexicon.people.short.get(form, ()) if p.alone]
        if len(bearers) == 1 and not (_is_place(candidate) and candidate.known[0] not in bearers):
            _settle(reading, candidate, "person", bearers[0].name, bearers[0])
            reading.people.setdefault(form, []).append((candidate.first, bearers[0].name))
            return


# --- places ----------------------------------------------------------------------------------------------------------


def _is_place(candidate: Candidate) -> bool:
    return any(isinstance(entry, Place) for entry in candidate.known)


def _places_of(candidate: Candidate) -> tuple[Place, ...]:
    return tuple(entry for entry in candidate.known if isinstance(entry, Place))


def _settle_places(reading: _Reading, candidates: Sequence[Candidate]) -> None:
    """Places, where the name alone or the words around it make them so; then weak names that were one elsewhere."""
    rest = [
        c
        for c in candidates
        if c.first not in reading.settled and (_is_place(c) or c.kind == "place" or c.kind is None)
    ]
    following = {c.first: c for c in rest}
    for candidate in rest:
        if _attributive(reading, candidate):
            continue
        near = _after_comma(reading, candidate, following)
        if _is_sure_place(reading, candidate) or near is not None or _in_context(reading, candidate):
            _settle_place(reading, candidate, near)
    for candidate in rest:
        known = reading.places.get(reading.printed(candidate))
        if candidate.first in reading.settled or known is None or _attributive(reading, candidate):
            continue
        if reading.printed(candidate) not in reading.people:
            _settle(reading, candidate, "place", known.name, known)


def _attributive(reading: _Reading, candidate: Candidate) -> bool:
    name = reading.tokens.words[candidate.first]
    return candidate.end - candidate.first == 1 and is_attributive(
        reading.tokens, candidate.end, name, reading.lexicon.places
    )


def _is_sure_place(reading: _Reading, candidate: Candidate) -> bool:
    printed = reading.printed(candidate)
    before = reading.tokens.word(candidate.first - 1)
    if candidate.kind == "place" or (before == "," and printed in reading.lexicon.places.states):
        return True
    places = _places_of(candidate)
    if places and places[0].kind == "city" and before in ("the", "a", "The"):
        return False
    if not places or printed in reading.people or any(isinstance(k, Organisation) for k in candidate.known):
        return False
    return not reading.lexicon.places.is_weak(printed, places) and not _alone(reading, printed)


def _alone(reading: _Reading, printed: str) -> bool:
    return any(p.alone for p in reading.lexicon.people.short.get(printed, ()))


def _in_context(reading: _Reading, candidate: Candidate) -> bool:
    if not _is_place(candidate) or _alone(reading, reading.printed(candidate)):
        return False
    return has_place_context(reading.tokens, candidate.first, candidate.end)


def _after_comma(reading: _Reading, candidate: Candidate, following: dict[int, Candidate]) -> Place | None:
    """The country or state that follows a name and its comma: "Cambridge, Massachusetts", "Anaheim, Calif."."""
    tokens = reading.tokens
    if tokens.word(candidate.end) != "," or (
        candidate.kind is None and not _is_place(candidate) and candidate.end - candidate.first > 2
    ):
        return None
    state = reading.lexicon.places.states.get(tokens.word(candidate.end + 1))
    if state is not None:
        return state
    other = following.get(candidate.end + 1)
    if other is None or tokens.word(other.end) in ("'s", "’s") or not _is_place(candidate):
        return None
    return next((p for p in _places_of(other) if p.kind in ("country", "state")), None)


def _settle_place(reading: _Reading, candidate: Candidate, near: Place | None) -> None:
    printed = reading.printed(candidate)
    places = _places_of(candidate)
    place = reading.lexicon.places.states.get(printed) or Place(printed, "region", None)
    if places:
        place = choose_place(places, (near,) if near else ())
    _settle(reading, candidate, "place", place.name, place)
    reading.places.setdefault(printed, place)


# --- organisations ---------------------------------------------------------------------------------------------------


def _settle_organisation(reading: _Reading, candidate: Candidate) -> None:
    if candidate.first in reading.settled:
        return
    organisation = next((k for k in candidate.known if isinstance(k, Organisation)), None)
    printed = reading.printed(candidate)
    if organisation is not None and not (organisation.guarded and _is_doubtful(reading, candidate, printed)):
        _settle(reading, candidate, "organisation", organisation.name, organisation)
    elif candidate.kind == "organisation":
        _settle(reading, candidate, "organisation", printed, None)
        _remember_parts(reading, candidate, printed)


def _is_doubtful(reading: _Reading, candidate: Candidate, printed: str) -> bool:
    if printed in reading.people:
        return True
    return candidate.first in reading.tokens.initial and candidate.end - candidate.first == 1 and not printed.isupper()


def _remember_parts(reading: _Reading, candidate: Candidate, printed: str) -> None:
    """The ends and the first word of a long name stand for it later: "the Foreign Ministry", "Merrill"."""
    words = reading.words(candidate)
    if len(words) > 2:
        for at in range(1, len(words) - 1):
            reading.shorter.setdefault(" ".join(words[at:]), ("organisation", printed))
    if len(words) > 1 and words[0] not in reading.lexicon.ordinary and not _common(reading, words[0]):
        reading.shorter.setdefault(words[0], ("organisation", printed))


def _common(reading: _Reading, word: str) -> bool:
    """Whether a word is too much its own thing to stand for a longer name."""
    lexicon = reading.lexicon
    tables = (lexicon.organisations.heads, lexicon.organisations.suffixes, lexicon.people.given)
    named = lexicon.known.match((word,), 0) or lexicon.places.demonyms.match((word,), 0)
    return named is not None or any(word in table for table in tables) or word in lexicon.people.before_office


def _bind_acronyms(reading: _Reading, candidates: Sequence[Candidate]) -> None:
    """ "Office for Budget Responsibility (OBR)": the letters stand for the name they follow."""
    for before, candidate in pairwise(candidates):
        tokens = reading.tokens
        letters = reading.printed(candidate)
        if not (
            before.end == candidate.first - 1 and tokens.word(before.end) == "(" and tokens.word(candidate.end) == ")"
        ):
            continue
        if before.kind == "person" or not is_acronym_of(letters, reading.words(before)):
            continue
        long = reading.settled.get(before.first) or _Settled(
            candidate=before, kind="organisation", name=reading.printed(before)
        )
        reading.settled[before.first] = long
        _settle(reading, candidate, long.kind, long.name, long.known)
        reading.shorter[letters] = (long.kind, long.name)


# --- the rest, and the whole -----------------------------------------------------------------------------------------


def _settle_unknown(reading: _Reading, rest: Iterable[Candidate]) -> None:
    """Full names first, so that a surname alone finds its owner wherever it stands."""
    kinds: dict[str, EntityKind] = {}
    rest = [candidate for candidate in rest if not candidate.known and not _attributive(reading, candidate)]
    for candidate in sorted(rest, key=lambda c: (c.first - c.end, c.first)):
        printed = reading.printed(candidate)
        if printed in reading.people:
            _settle(reading, candidate, "person", _nearest(reading.people[printed], candidate.first), None)
            continue
        kind = kinds.get(printed) or _guess(reading, candidate)
        if kind is None:
            continue
        kinds[printed] = kind
        _settle(reading, candidate, kind, printed, None)
        if kind == "person" and candidate.end - candidate.first > 1:
            reading.people.setdefault(surname_of(reading.words(candidate)), []).append((candidate.first, printed))
    for candidate in rest:
        printed = reading.printed(candidate)
        if candidate.first not in reading.settled and printed in kinds:
            _settle(reading, candidate, kinds[printed], printed, None)


def _guess(reading: _Reading, candidate: Candidate) -> EntityKind | None:
    """A kind from the words around, or a place because it stands between commas after one: "Elm Lane, Ashby, at"."""
    tokens = reading.tokens
    if tokens.word(candidate.first - 1) == "," and tokens.word(candidate.end) in (",", "."):
        before = reading.by_end.get(candidate.first - 1)
        if before is not None and before.kind == "place" and not _listed(reading, candidate):
            return "place"
    return guess_kind(tokens, candidate, reading.lexicon)


def _listed(reading: _Reading, candidate: Candidate) -> bool:
    return reading.tokens.word(candidate.end + 1) in ("and", "or")


def _settle(reading: _Reading, candidate: Candidate, kind: EntityKind, name: str, known: Known | None) -> None:
    item = _Settled(candidate=candidate, kind=kind, name=name, known=known)
    reading.settled[candidate.first] = reading.by_end[candidate.end] = item


def _assemble(reading: _Reading) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    mentions = []
    groups: dict[str, list[_Settled]] = {}
    end = 0
    for first in sorted(reading.settled):
        item = reading.settled[first]
        if first < end:
            continue
        end = item.candidate.end
        entity = f"{item.kind}/{slugify(item.name)}"
        groups.setdefault(entity, []).append(item)
        mentions.append(Mention(span=reading.tokens.span(first, end), kind=item.kind, entity=entity))
    return tuple(mentions), tuple(_make_entity(reading, key, items) for key, items in groups.items())


def _make_entity(reading: _Reading, entity: str, items: Sequence[_Settled]) -> Entity:
    counts = Counter(reading.printed(item.candidate) for item in items)
    known = next((item.known for item in items if item.known is not None), None)
    place = known if isinstance(known, Place) else None
    return Entity(
        id=entity,
        kind=items[0].kind,
        name=items[0].name,
        names=tuple(Name(text=text, count=n) for text, n in sorted(counts.items(), key=lambda row: (-row[1], row[0]))),
        roles=tuple(dict.fromkeys(item.candidate.role for item in items if item.candidate.role)),
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        wikidata=known.wikidata if isinstance(known, Person) else None,
    )
