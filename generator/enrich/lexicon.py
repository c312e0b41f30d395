"""Everything enrichment reads from data files, read once: options in, a `Lexicon` out. The stage itself opens no file.

A worker process loads its own. It takes about a third of a second, as what few texts need is worked out when one does:
lines of cities become places, rows of terms a tree, patterns of dates are compiled.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from generator.config import EnrichConfig
from generator.enrich.dates.mentions import DateWords, load_date_words
from generator.enrich.names.known import Known, join_known
from generator.enrich.names.organisations import OrganisationWords, load_organisations
from generator.enrich.names.people import PeopleWords, load_people
from generator.enrich.names.places import Gazetteer, load_gazetteer
from generator.enrich.names.plain_words import PlainWords
from generator.enrich.phrases import Phrases
from generator.enrich.quotes.page import QuoteWords, load_quote_words
from generator.enrich.topics.terms import TopicRules, load_topic_rules
from generator.enrich.wordlists import read_table
from generator.packaged import read_words
from generator.vocabulary.entities import Pin
from generator.vocabulary.particles import name_particles


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """Words that tell what a run of capitals is. See shapes.yml."""

    place_suffixes: frozenset[str]
    place_prefixes: frozenset[str]
    long_prefixes: frozenset[str]
    possessors: frozenset[str]
    institution_words: frozenset[str]
    named_after: frozenset[str]
    team_names: frozenset[str]
    particles: frozenset[str]
    speech: frozenset[str]
    calendar: frozenset[str]
    months_too: frozenset[str]
    surnames_too: frozenset[str]
    reign: frozenset[str]
    other_things: frozenset[str]
    no_places: frozenset[str]
    compass: frozenset[str]
    place_nouns: frozenset[str]
    organisation_nouns: frozenset[str]
    business_nouns: frozenset[str]
    resident_nouns: frozenset[str]
    named_bodies: frozenset[str]
    made_by: frozenset[str]
    organisation_prefixes: frozenset[str]
    company_verbs: frozenset[str]
    storms: frozenset[str]
    office_holders: frozenset[str]
    honours: frozenset[str]
    club_towns: frozenset[str]
    club_roles: frozenset[str]
    event_nouns: frozenset[str]
    plural_places: frozenset[str]
    sport_words: frozenset[str]
    club_verbs: frozenset[str]
    trades: frozenset[str]
    money_words: frozenset[str]
    market_verbs: frozenset[str]
    national_bodies: frozenset[str]
    nations: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What is known before an article is read."""

    people: PeopleWords
    organisations: OrganisationWords
    places: Gazetteer
    shapes: Shapes
    ordinary: frozenset[str]
    plain: PlainWords
    surnames: frozenset[str]
    known: Phrases[tuple[Known, ...]]
    """Printed form -> the organisations and places of that name; a name may be both (Chelsea)."""
    dates: DateWords
    quotes: QuoteWords
    topics: TopicRules
    lower_starts: frozenset[str]
    """First words of known names that begin in lower case: `al-Qaeda`, `bin Laden`, `eBay`."""
    pins: Phrases[Pin] | None = None
    """Names that a site pins (pins.py), already among the people and the known names."""
    rules: dict[tuple[str, bool], tuple[Callable[..., Any], ...]] = field(default_factory=dict, init=False, repr=False)
    """What `name_rules.py` keeps: word, tail -> the rules for parts of names that it may begin."""


def load_lexicon(options: EnrichConfig) -> Lexicon:
    """Read the packaged lists and GeoNames."""
    with _no_collection():
        return _load(options)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without garbage collection: it would walk the growing lists again and again, a third of the time (measured)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(options: EnrichConfig) -> Lexicon:
    people, organisations, places = load_people(), load_organisations(), load_gazetteer(options.min_population)
    known = join_known(organisations, places, people)
    surnames = frozenset(read_words("generator.enrich", "names/surnames.txt"))
    return Lexicon(
        people=people,
        organisations=organisations,
        places=places,
        shapes=Shapes(
            particles=name_particles(),
            **{name: frozenset(words) for name, words in read_table("names/shapes.yml").items()},
        ),
        ordinary=frozenset(read_words("generator.enrich", "names/ordinary_words.txt")),
        plain=PlainWords(frozenset(read_words("generator.enrich", "names/common_words.txt")), surnames),
        surnames=surnames,
        known=known,
        dates=load_date_words(),
        quotes=load_quote_words(),
        topics=load_topic_rules(),
        lower_starts=frozenset(
            word
            for table in (known, people.full)
            for word in table.longest
            if word > "Z" and word[0].islower() and word != "the"
        ),
    )
