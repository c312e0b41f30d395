"""What is known of an article while its names are settled: the one changing value here, gone when all is read."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from generator.enrich.lexicon import Lexicon
from generator.enrich.names.cities import Place
from generator.enrich.names.known import Known
from generator.enrich.names.run_view import Candidate
from generator.enrich.tokens import Tokens
from generator.model import EntityKind

_MOST_NAMESAKES = 50


class Settled(NamedTuple):
    """A candidate and what it names; `name` is canonical."""

    candidate: Candidate
    kind: EntityKind
    name: str
    known: Known | None = None


@dataclass
class Reading:
    """What is known of the article so far."""

    text: str
    tokens: Tokens
    lexicon: Lexicon
    year: int | None
    settled: dict[int, Settled] = field(default_factory=dict)
    """By first token."""
    by_end: dict[int, Settled] = field(default_factory=dict)
    """By the token after the last."""
    people: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """Short name -> (first token, full name) of the people named in full."""
    namesakes: dict[str, list[str]] = field(default_factory=dict)
    """Short name -> the different full names it may stand for."""
    first_names: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """Given name -> (first token, full name) of the people named in full."""
    titles: dict[str, str] = field(default_factory=dict)
    """Full name -> "he" or "she", as a title before it says."""
    shorter: dict[str, tuple[EntityKind, str]] = field(default_factory=dict)
    """Acronym or part of an organisation's name -> what it stands for here."""
    shorter_since: dict[str, int] = field(default_factory=dict)
    """The same -> the token at which the long name stands first."""
    places: dict[str, Place] = field(default_factory=dict)
    """Printed names that the text treats as places somewhere."""

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every token of the article."""
        return frozenset(self.tokens.words)

    def words(self, candidate: Candidate) -> tuple[str, ...]:
        """A candidate's tokens."""
        return self.tokens.words[candidate.first : candidate.end]

    def printed(self, candidate: Candidate) -> str:
        """A candidate as the text has it, on one line."""
        if candidate.end - candidate.first == 1:
            return self.tokens.words[candidate.first]
        start, end = self.tokens.starts[candidate.first], self.tokens.ends[candidate.end - 1]
        return " ".join(self.text[start:end].split())

    def settle(self, candidate: Candidate, kind: EntityKind, name: str, known: Known | None = None) -> None:
        """Say what a candidate names."""
        item = Settled(candidate=candidate, kind=kind, name=name, known=known)
        self.settled[candidate.first] = self.by_end[candidate.end] = item

    def remember_person(self, short: str, first: int, name: str) -> None:
        """From now on the short name at a token stands for this person."""
        insort(self.people.setdefault(short, []), (first, name))
        namesakes = self.namesakes.setdefault(short, [])
        if len(namesakes) < _MOST_NAMESAKES and name not in namesakes:
            namesakes.append(name)

    def remember_first_name(self, given: str, first: int, name: str) -> None:
        """From now on the given name at a token stands for this person."""
        insort(self.first_names.setdefault(given, []), (first, name))

    def person_called(self, short: str, at: int, gender: str | None = None) -> str | None:
        """Who is meant by a short name at a token: the one named in full last before it, else the first after it.

        With "he" or "she", as "Mr" or "Mrs" tells, one known to be the other is passed over.
        """
        people = self.people.get(short)
        if people and gender and len(self.namesakes.get(short, ())) > 1:
            people = [row for row in people if self._gender(row[1]) in (None, gender)]
        return nearest(people, at) if people else None

    def person_first_named(self, given: str, at: int) -> str | None:
        """Who is meant by a given name alone at a token."""
        people = self.first_names.get(given)
        return nearest(people, at) if people else None

    def last_before(self, short: str, at: int) -> int:
        """The token before `at` at which a person of this short name is named last; -1 for none."""
        people = self.people.get(short, [])
        before = bisect_right(people, at, key=lambda row: row[0])
        return people[before - 1][0] if before else -1

    def _gender(self, name: str) -> str | None:
        return self.titles.get(name) or self.lexicon.quotes.genders.get(name.partition(" ")[0])


def nearest(people: Sequence[tuple[int, str]], at: int) -> str:
    """The name that stands last before a token, else the first after it."""
    before = bisect_right(people, at, key=lambda row: row[0])
    return people[max(0, before - 1)][1]


def is_place(candidate: Candidate) -> bool:
    """Whether the gazetteer knows places of this name."""
    return any(isinstance(entry, Place) for entry in candidate.known)
