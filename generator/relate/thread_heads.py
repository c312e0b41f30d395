"""What the openings of an event's reports say beside its listed names. In: articles, an Event. Out: sets of terms.

Read only for events that are compared, and once each: most events share too little with any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.model import EnrichedArticle
from generator.relate.reports import LEAD_CHARACTERS
from generator.relate.thread_events import Event
from generator.relate.vectors import is_common, split_terms

READ = 4
"""Reports of a story that are looked at, the lead first."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)\Z")

_WORD = re.compile(r"[^\W\d_][\w'’&-]{0,40}")
_CAPITALS = re.compile(r"(?<=[^.!?:;\s] )[\"'“‘(\[]?([A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][\w'’&-]{0,40})")
"""Words with a capital behind a word of the same sentence."""


class Heads:
    """Terms that stand in the openings of events: those written as names, and those that say what somebody is."""

    def __init__(self, articles: Sequence[EnrichedArticle]) -> None:
        self._articles = articles
        self._proper: dict[str, frozenset[str]] = {}
        self._roles: dict[str, frozenset[str]] = {}
        self._countries: dict[str, frozenset[str]] = {}
        self._spoken: dict[str, frozenset[date]] = {}

    def proper(self, event: Event) -> frozenset[str]:
        """Terms of words that are written with a capital within sentences and never without: "Storm Agda"."""
        found = self._proper.get(event.id)
        if found is None:
            found = frozenset(t for at in event.places[:READ] for t in _find_proper(self._articles[at].article.text))
            self._proper[event.id] = found
        return found

    def roles(self, event: Event) -> frozenset[str]:
        """Terms of what its people are: "Finance Minister Iris Vane"."""
        found = self._roles.get(event.id)
        if found is None:
            entities = [entity for at in event.places[:READ] for entity in self._articles[at].entities]
            found = frozenset(term for entity in entities for role in entity.roles for term in split_terms(role))
            self._roles[event.id] = found
        return found

    def countries(self, event: Event) -> frozenset[str]:
        """Codes of the countries that the openings speak of."""
        found = self._countries.get(event.id)
        if found is None:
            found = frozenset(code for at in event.places[:READ] for code in _find_countries(self._articles[at]))
            self._countries[event.id] = found
        return found

    def spoken(self, event: Event) -> frozenset[date]:
        """Days before its own that its lead report speaks of."""
        found = self._spoken.get(event.id)
        if found is None:
            lead = self._articles[event.places[0]]
            found = frozenset(day for day in _find_spoken_days(lead) if day < event.first)
            self._spoken[event.id] = found
        return found

    def printed(self, event: Event, term: str) -> str:
        """A word as the event's reports write it that has this term."""
        for at in event.places[:READ]:
            for match in _WORD.finditer(self._articles[at].article.text[:LEAD_CHARACTERS]):
                word = match.group()
                if word[0].isupper() and term in split_terms(word):
                    return str(word).removesuffix("'s").removesuffix("’s").rstrip("'’")
        return term


def _find_proper(text: str) -> Iterator[str]:
    head = text[:LEAD_CHARACTERS]
    between_blanks = frozenset(head.split(" ")[1:-1])
    for word in dict.fromkeys(_CAPITALS.findall(head)):
        if word[0].isupper() and word.lower() not in between_blanks:
            yield from (term for term in split_terms(word) if not is_common(term))


def _find_countries(article: EnrichedArticle) -> Iterator[str]:
    lead = {mention.entity for mention in article.mentions if mention.span.start < LEAD_CHARACTERS}
    yield from (e.country for e in article.entities if e.country and e.kind == "place" and e.id in lead)
    yield from (each.country for each in article.demonyms if each.span.start < LEAD_CHARACTERS)


def _find_spoken_days(article: EnrichedArticle) -> Iterator[date]:
    """Days, and all days of weeks, that the text speaks of: "last week's vote"."""
    for mention in article.dates:
        try:
            if found := _DAY.match(mention.value):
                yield date(int(found[1]), int(found[2]), int(found[3]))
            elif found := _WEEK.match(mention.value):
                monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
                yield from (monday + timedelta(days=day) for day in range(7))
        except (ValueError, OverflowError):
            continue
