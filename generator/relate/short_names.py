"""Who is meant by a short name of an article: a surname, an initial and surname, an acronym.

In: figures and which of them are one. Out: for each article, what its short names mean. A short name joins the one
that another article of about the same time names in full; of several, the one with the same office or company; else
nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import EnrichedArticle, Entity
from generator.relate.chronology import day_of_article
from generator.relate.figures import Figures, is_near, nearest_day
from generator.relate.joins import Joins
from generator.relate.organisation_names import is_acronym
from generator.relate.person_names import parse_person
from generator.relate.variants import field_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The id of a figure that a short name stands for, and why."""

    figure: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Who may be meant: all figures of a set as one."""

    root: str
    days: Sequence[date]
    fields: frozenset[str]
    roles: frozenset[str]
    company: frozenset[str]
    seen: frozenset[int]


def find_meant(
    articles: Sequence[EnrichedArticle], figures: Figures, joins: Joins, members: Mapping[str, Sequence[str]]
) -> Iterator[Mapping[str, Meant]]:
    """For each article, ids of its short names -> who is meant; those that stay apart are left out.

    `members` are the sets of `joins` by their roots.
    """
    surnames, acronyms = _index_surnames(figures), _index_acronyms(articles, figures)
    known: dict[str, _Known] = {}
    for place, article in enumerate(articles):
        found: dict[str, Meant] = {}
        for entity in article.entities:
            roots = _candidates(entity, figures, surnames, acronyms, joins) if entity.kind != "place" else ()
            if not roots:
                continue
            for root in roots:
                if root not in known:
                    known[root] = _make_known(root, members[root], figures)
            here = _Here(entity, place, day_of_article(article.article), figures)
            meant = here.choose([known[root] for root in roots])
            if meant is not None:
                found[entity.id] = meant
        yield found


def _make_known(root: str, members: Sequence[str], figures: Figures) -> _Known:
    group = [figures.by_id[each] for each in members]
    return _Known(
        root=root,
        days=sorted(day for figure in group for day in figure.days),
        fields=frozenset().union(*(figure.fields for figure in group)),
        roles=frozenset(role.casefold() for figure in group for role in figure.roles),
        company=frozenset().union(*(figures.company_of(figure) for figure in group)),
        seen=frozenset().union(*(figure.articles for figure in group)),
    )


def _index_surnames(figures: Figures) -> Mapping[str, set[str]]:
    index: defaultdict[str, set[str]] = defaultdict(set)
    for figure in figures.by_id.values():
        if figure.kind == "person" and not figure.person.is_short:
            for short in figure.person.shorts:
                index[short].add(figure.id)
    return index


def _index_acronyms(articles: Sequence[EnrichedArticle], figures: Figures) -> Mapping[str, set[str]]:
    """Acronym -> the organisations that some article calls so after their full name."""
    index: defaultdict[str, set[str]] = defaultdict(set)
    for meant, article in zip(figures.meant, articles, strict=True):
        for entity in article.entities:
            if entity.kind == "organisation" and not is_acronym(entity.name):
                for name in entity.names:
                    if is_acronym(name.text):
                        index[_letters(name.text)].add(meant[entity.id])
    return index


def _letters(name: str) -> str:
    return name.replace(".", "")


def _candidates(
    entity: Entity,
    figures: Figures,
    surnames: Mapping[str, set[str]],
    acronyms: Mapping[str, set[str]],
    joins: Joins,
) -> Sequence[str]:
    """Roots of all that may be meant, sorted."""
    found: set[str] = set()
    if entity.kind == "person":
        name = parse_person(entity.name)
        if name.is_short:
            found = surnames.get(name.family, set())
            if name.given:
                found = {each for each in found if figures.by_id[each].person.given.startswith(name.given)}
    elif entity.kind == "organisation" and is_acronym(entity.name):
        found = acronyms.get(_letters(entity.name), set())
    return sorted({joins.root(identity) for identity in found}) if found else ()


@dataclass(frozen=True, slots=True)
class _Here:
    """A short name of an article."""

    entity: Entity
    place: int
    day: date | None
    figures: Figures

    def choose(self, candidates: Sequence[_Known]) -> Meant | None:
        if self.entity.kind == "person":
            candidates = [known for known in candidates if is_near(known.days, self.day)]
        candidates = self._possible(candidates)
        if len(candidates) == 1:
            why = f"{self._kind}; named in full {self._when(candidates[0].days)}".rstrip()
            return Meant(figure=candidates[0].root, why=why)
        if not candidates:
            return None
        return self._tell_by_role(candidates) or self._tell_by_company(candidates)

    @property
    def _kind(self) -> str:
        return "surname" if self.entity.kind == "person" else "acronym"

    @property
    def _company(self) -> frozenset[str]:
        """Who and what is named beside it."""
        return self.figures.company.of_article(self.place) - {self.entity.id}

    def _possible(self, candidates: Sequence[_Known]) -> Sequence[_Known]:
        """Those of the same field of life, or of the same company."""
        ours = {field for role in self.entity.roles if (field := field_of(role)) is not None}
        if not ours:
            return candidates
        company = self._company
        return [
            known
            for known in candidates
            if not known.fields or not ours.isdisjoint(known.fields) or not company.isdisjoint(self._company_of(known))
        ]

    def _tell_by_role(self, candidates: Sequence[_Known]) -> Meant | None:
        for role in self.entity.roles:
            told = [known.root for known in candidates if role.casefold() in known.roles]
            if len(told) == 1:
                return Meant(figure=told[0], why=f"{self._kind}; {role}")
        return None

    def _tell_by_company(self, candidates: Sequence[_Known]) -> Meant | None:
        company = self._company
        told = [known for known in candidates if not company.isdisjoint(self._company_of(known))]
        if len(told) != 1:
            return None
        beside = min(company & told[0].company)
        return Meant(figure=told[0].root, why=f"{self._kind}; {self.figures.call(beside)}")

    def _company_of(self, known: _Known) -> frozenset[str]:
        """Where an article names both, what is beside one is beside the other, and tells nothing."""
        return frozenset() if self.place in known.seen else known.company

    def _when(self, days: Sequence[date]) -> str:
        return f"on {nearest_day(days, self.day)}" if days and self.day is not None else ""
