"""Names that a site pins: each always names one entity. In: a lexicon and pins, later an article's names. Out: the same
with them.

A pin is first a word of the lexicon, so that "Mr Oakes" and "the Port's" find it as they find a packaged name; and what
was read otherwise in spite of it is put right afterwards.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from generator.enrich.lexicon import Lexicon
from generator.enrich.names.capitals import is_capital
from generator.enrich.names.cities import Place
from generator.enrich.names.known import Known
from generator.enrich.names.organisations import Organisation
from generator.enrich.names.people import Person, surname_of
from generator.enrich.phrases import Phrases, make_phrases
from generator.enrich.tokens import Tokens, split_words
from generator.model import Entity, Mention, Name, Span
from generator.slugs import slugify
from generator.vocabulary.entities import Pin

V = TypeVar("V")


def add_pins(lexicon: Lexicon, pins: Sequence[Pin]) -> Lexicon:
    """The lexicon with the pinned names, which come before its own."""
    if not pins:
        return lexicon
    forms = {" ".join(split_words(form)): pin for pin in pins for form in pin.forms}
    people = {form: _person(pin) for form, pin in forms.items() if pin.kind == "person"}
    others: dict[str, tuple[Known, ...]] = {form: (_known(pin),) for form, pin in forms.items() if pin.kind != "person"}
    known = {form: entries for form, entries in lexicon.known.entries.items() if form not in people}
    full = {form: person for form, person in lexicon.people.full.entries.items() if form not in others}
    short = dict(lexicon.people.short)
    for person in dict.fromkeys(people.values()):
        short[person.short] = (person, *short.get(person.short, ()))
    return replace(
        lexicon,
        people=replace(lexicon.people, full=_phrases(people, full), short=short),
        known=_phrases(others, known),
        pins=make_phrases((tuple(form.split(" ")), pin) for form, pin in forms.items()),
        lower_starts=lexicon.lower_starts | {form.split(" ")[0] for form in forms if form[0].islower()},
    )


def _person(pin: Pin) -> Person:
    words = split_words(pin.name)
    return Person(name=pin.name, short=surname_of(words), alone=len(words) == 1, wikidata=pin.wikidata)


def _known(pin: Pin) -> Known:
    if pin.kind == "place":
        return Place(pin.name, "region", pin.country, pin.latitude, pin.longitude)
    return Organisation(name=pin.name)


def _phrases(first: Mapping[str, V], then: Mapping[str, V]) -> Phrases[V]:
    return make_phrases((tuple(form.split(" ")), value) for form, value in {**then, **first}.items())


def pin_names(
    tokens: Tokens, mentions: tuple[Mention, ...], entities: tuple[Entity, ...], lexicon: Lexicon, text: str
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Mentions and entities with every pinned name of the text as its pin says."""
    if lexicon.pins is None:
        return mentions, entities
    pinned = dict(_find_pinned(tokens, mentions, lexicon.pins))
    if not pinned:
        return mentions, _with_facts(entities, lexicon.pins)
    spans = sorted(pinned)
    kept = [mention for mention in mentions if not _overlaps(mention.span, spans)]
    fresh = [
        Mention(span=Span(start=start, end=end), kind=pin.kind, entity=_id(pin)) for (start, end), pin in pinned.items()
    ]
    found = tuple(sorted((*kept, *fresh), key=lambda mention: mention.span.start))
    return found, _with_facts(_recount(found, entities, pinned.values(), text), lexicon.pins)


def _find_pinned(
    tokens: Tokens, mentions: Sequence[Mention], pins: Phrases[Pin]
) -> Iterator[tuple[tuple[int, int], Pin]]:
    """Spans of pinned names that no longer name holds, and that are not read so already."""
    read = {(mention.span.start, mention.span.end): mention.entity for mention in mentions}
    at = 0
    starts = [mention.span.start for mention in mentions]
    while at < len(tokens):
        match = pins.match(tokens.words, at)
        if match is None:
            at += 1
            continue
        size, pin = match
        span = tokens.span(at, at + size)
        holder = _holder(mentions, starts, span)
        if holder is None and (span.start, span.end) not in read:
            if _stands_alone(tokens, at, at + size):
                yield (span.start, span.end), pin
        elif read.get((span.start, span.end), _id(pin)) != _id(pin):
            yield (span.start, span.end), pin
        at += size


def _holder(mentions: Sequence[Mention], starts: Sequence[int], span: Span) -> Mention | None:
    """The mention that begins before a span's end and reaches beyond the span on a side."""
    at = bisect_left(starts, span.end) - 1
    if at < 0 or mentions[at].span.end <= span.start:
        return None
    other = mentions[at].span
    inside = span.start <= other.start and other.end <= span.end
    return None if inside else mentions[at]


def _stands_alone(tokens: Tokens, first: int, end: int) -> bool:
    """Whether no capital before or after makes a longer name of it: the Astra of "Astra Hall" is not Astra."""
    before = first - 1
    if end not in tokens.breaks and is_capital(tokens.word(end) or " "):
        return False
    return first in tokens.breaks or before in tokens.initial or not is_capital(tokens.word(before) or " ")


def _overlaps(span: Span, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(spans, (span.end,)) - 1
    return at >= 0 and spans[at][1] > span.start


def _recount(
    mentions: Sequence[Mention], entities: Sequence[Entity], pins: Iterable[Pin], text: str
) -> tuple[Entity, ...]:
    """Entities in the order of their first mention, with the forms that now name them."""
    known = {entity.id: entity for entity in entities}
    for pin in pins:
        known.setdefault(_id(pin), Entity(id=_id(pin), kind=pin.kind, name=pin.name))
    forms: dict[str, dict[str, int]] = {}
    for mention in mentions:
        printed = " ".join(text[mention.span.start : mention.span.end].split())
        counts = forms.setdefault(mention.entity, {})
        counts[printed] = counts.get(printed, 0) + 1
    return tuple(
        replace(
            known[identity],
            names=tuple(Name(text=t, count=n) for t, n in sorted(counts.items(), key=lambda row: (-row[1], row[0]))),
        )
        for identity, counts in forms.items()
    )


def _with_facts(entities: tuple[Entity, ...], pins: Phrases[Pin]) -> tuple[Entity, ...]:
    """Pinned entities with what the file says of them."""
    by_id = {_id(pin): pin for pin in pins.entries.values()}
    return tuple(_with_pin(entity, by_id[entity.id]) if entity.id in by_id else entity for entity in entities)


def _with_pin(entity: Entity, pin: Pin) -> Entity:
    return replace(
        entity,
        name=pin.name,
        country=pin.country or entity.country,
        latitude=entity.latitude if pin.latitude is None else pin.latitude,
        longitude=entity.longitude if pin.longitude is None else pin.longitude,
        wikidata=pin.wikidata or entity.wikidata,
    )


def _id(pin: Pin) -> str:
    return f"{pin.kind}/{slugify(pin.name)}"
