"""People, places and organisations of one article. Text, tokens and lexicon in, mentions and entities out.

Candidates are settled in passes over the whole article: full names and what is known beyond doubt; then short names
against them ("Mr Cameron", "the OBR"); then what the words around say of the rest. What stays unknown is no name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.enrich.lexicon import Lexicon
from generator.enrich.names.candidates import find_candidates
from generator.enrich.names.cities import Place
from generator.enrich.names.clubs import settle_clubs, settle_nicknames
from generator.enrich.names.companies import acts_as_company, settle_companies
from generator.enrich.names.evidence import LEAST_NAMED, guess_by_pronouns, guess_kind
from generator.enrich.names.name_lists import find_rows, settle_lists, settle_told_lists
from generator.enrich.names.organisation_names import (
    bind_acronyms,
    name_national_bodies,
    remember_parts,
    settle_organisation,
)
from generator.enrich.names.people import Person, surname_of
from generator.enrich.names.person_names import settle_full_name, settle_short_name
from generator.enrich.names.place_names import is_adjective, settle_places, settle_towns
from generator.enrich.names.reading import Reading, Settled
from generator.enrich.names.roles import role_after
from generator.enrich.names.run_view import Candidate
from generator.enrich.tokens import Tokens
from generator.model import Entity, EntityKind, Mention, Name
from generator.slugs import slugify


def find_entities(
    text: str, tokens: Tokens, lexicon: Lexicon, year: int | None = None
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Mentions in text order and what they name; `year` of the article tells one President Bush from the other."""
    reading = Reading(text=text, tokens=tokens, lexicon=lexicon, year=year)
    candidates: Sequence[Candidate] = find_candidates(tokens, lexicon)
    for candidate in candidates:
        settle_full_name(reading, candidate)
    candidates = settle_clubs(reading, candidates)
    settle_companies(reading, candidates)
    rows = find_rows(reading, [candidate for candidate in candidates if not candidate.weak])
    settle_told_lists(reading, rows)
    settle_places(reading, candidates)
    for candidate in candidates:
        settle_organisation(reading, candidate)
    bind_acronyms(reading, candidates)
    for candidate in _unsettled(reading, candidates):
        settle_short_name(reading, candidate)
    settle_nicknames(reading, _unsettled(reading, candidates))
    settle_towns(reading, _unsettled(reading, candidates))
    _settle_unknown(reading, _unsettled(reading, candidates))
    settle_lists(reading, rows)
    name_national_bodies(reading)
    return _assemble(reading)


def _unsettled(reading: Reading, candidates: Iterable[Candidate]) -> list[Candidate]:
    return [candidate for candidate in candidates if candidate.first not in reading.settled]


def _settle_unknown(reading: Reading, rest: Iterable[Candidate]) -> None:
    """Names of nobody known. Full ones first, so that a surname alone finds its owner wherever it stands."""
    kinds: dict[str, EntityKind] = {}
    told: dict[str, EntityKind | None] = {}
    alone: dict[str, list[int]] = {}
    firsts: dict[str, list[int]] = {}
    rest = [c for c in rest if not c.known and not c.weak and not is_adjective(reading, c)]
    for candidate in rest:
        firsts.setdefault(reading.printed(candidate), []).append(candidate.first)
        if candidate.end - candidate.first == 1:
            alone.setdefault(reading.printed(candidate), []).append(candidate.first)
    for candidate in sorted(rest, key=lambda c: (c.first - c.end, c.first)):
        printed = reading.printed(candidate)
        person = reading.person_called(printed, candidate.first) or reading.person_first_named(printed, candidate.first)
        kind = "person" if person is not None else kinds.get(printed) or _tell(reading, candidate, firsts[printed])
        if kind is None and len(alone.get(printed, ())) >= LEAST_NAMED:
            if printed not in told:
                told[printed] = guess_by_pronouns(reading.tokens, alone[printed], reading.lexicon)
            kind = told[printed]
        if kind is None:
            continue
        kinds[printed] = kind
        reading.settle(candidate, kind, person or printed)
        if kind == "organisation":
            remember_parts(reading, candidate, printed)
        if kind == "person" and candidate.end - candidate.first > 1:
            reading.remember_person(surname_of(reading.words(candidate)), candidate.first, printed)
            reading.remember_first_name(reading.words(candidate)[0], candidate.first, printed)
    _settle_repeated(reading, _unsettled(reading, rest), kinds)


def _tell(reading: Reading, candidate: Candidate, firsts: Sequence[int]) -> EntityKind | None:
    """What the words around say; a company's ways, wherever the article has the name, outweigh its speaking."""
    kind = _guess(reading, candidate)
    if kind in (None, "person") and _may_be_company(reading, candidate):
        company = acts_as_company(reading.tokens, firsts, candidate.end - candidate.first)
        return "organisation" if company else kind
    return kind


def _may_be_company(reading: Reading, candidate: Candidate) -> bool:
    """Whether a name is neither a person's by its first word nor an everyday word."""
    words, lexicon = reading.words(candidate), reading.lexicon
    named = words[0] in lexicon.people.given or words[-1] in lexicon.surnames
    return not named and not any(word in lexicon.ordinary or lexicon.plain.is_common(word) for word in words)


def _settle_repeated(reading: Reading, rest: Iterable[Candidate], kinds: Mapping[str, EntityKind]) -> None:
    """What was told elsewhere holds for a name wherever it stands, and for its short form."""
    for candidate in rest:
        if (printed := reading.printed(candidate)) in kinds:
            reading.settle(candidate, kinds[printed], printed)
        elif printed in reading.shorter:
            reading.settle(candidate, *reading.shorter[printed])


def _guess(reading: Reading, candidate: Candidate) -> EntityKind | None:
    """A kind from the words around, or a place because it stands between commas after one: "Elm Lane, Ashby, at"."""
    tokens = reading.tokens
    if tokens.word(candidate.first - 1) == "," and tokens.word(candidate.end) in (",", "."):
        before = reading.by_end.get(candidate.first - 1)
        if before is not None and before.kind == "place" and tokens.word(candidate.end + 1) not in ("and", "or"):
            return "place"
    if tokens.word(candidate.first - 1) == "-" and tokens.word(candidate.first - 2) in ("D", "R", "I"):
        return "place"  # "Sen. Ann Holt, D-Conn,"
    kind = guess_kind(tokens, candidate, reading.lexicon)
    if kind is None and tokens.word(candidate.first - 1) in ("In", "At", "Near") and tokens.word(candidate.end) == ",":
        after = reading.settled.get(candidate.end + 1)  # "In Kirkcudbright, Scotland, crews"
        if after is not None and after.kind == "place":
            return "place"
    if kind is None and tokens.word(candidate.first - 1) == "of" and candidate.end - candidate.first == 1:
        before = reading.by_end.get(candidate.first - 1)  # "Bishop Hector Arbel of Tibu"
        if (
            before is not None
            and before.kind == "person"
            and not reading.lexicon.plain.is_common(reading.printed(candidate))
        ):
            return "place"
    return kind


def _assemble(reading: Reading) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    mentions = []
    groups: dict[str, list[Settled]] = {}
    ids: dict[tuple[EntityKind, str], str] = {}
    end = 0
    for first in sorted(reading.settled):
        if first < end:
            continue
        item = reading.settled[first]
        end = item.candidate.end
        key = (item.kind, item.name)
        entity = ids.get(key) or ids.setdefault(key, f"{item.kind}/{slugify(item.name)}")
        groups.setdefault(entity, []).append(item)
        mentions.append(Mention(span=reading.tokens.span(first, end), kind=item.kind, entity=entity))
    return tuple(mentions), tuple(_make_entity(reading, key, items) for key, items in groups.items())


def _roles(reading: Reading, item: Settled) -> tuple[str, ...]:
    """What is said of a person before and after a name."""
    if item.kind != "person":
        return ()
    spell = reading.lexicon.people.spell_role
    after = role_after(reading.tokens, item.candidate.end, reading.lexicon)
    return spell(item.candidate.role), spell(after)


def _make_entity(reading: Reading, entity: str, items: Sequence[Settled]) -> Entity:
    counts = Counter(reading.printed(item.candidate) for item in items)
    known = next((item.known for item in items if item.known is not None), None)
    place = known if isinstance(known, Place) else None
    return Entity(
        id=entity,
        kind=items[0].kind,
        name=items[0].name,
        names=tuple(Name(text=text, count=n) for text, n in sorted(counts.items(), key=lambda row: (-row[1], row[0]))),
        roles=tuple(dict.fromkeys(role for item in items for role in _roles(reading, item) if role)),
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        wikidata=known.wikidata if isinstance(known, Person) else None,
    )
