"""What all articles say under one name, before names are joined. In: articles in the order of time. Out: `Figures`.

A figure is all that is named by one article-level id, parted where the name is that of several: bodies that every
country has, two people of one name, and what the site's own file splits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.model import EnrichedArticle, Entity, EntityKind
from generator.relate.chronology import day_of_article
from generator.relate.company import Company
from generator.relate.namesakes import part_people
from generator.relate.organisation_names import national_body, organisation_key
from generator.relate.person_names import PersonName, parse_person
from generator.relate.site_names import find_split
from generator.relate.variants import field_of
from generator.vocabulary.entities import EntityRules

NEAR_DAYS = 60
"""How far another article may be that says the name in full: people in the news for two months keep their surname."""


@dataclass(slots=True)
class Figure:
    """What articles say under one name."""

    id: str
    kind: EntityKind
    name: str
    country: str | None = None
    wikidata: str | None = None
    coordinates: tuple[float, float] | None = None
    articles: list[int] = field(default_factory=list)
    """Places in the sequence of articles, in order."""
    days: list[date] = field(default_factory=list)
    """Of the dated articles, in order."""
    roles: Counter[str] = field(default_factory=Counter)
    is_apart: bool = False
    """Parted from somebody of the same name: no name is joined to it for its spelling."""
    _seen: frozenset[int] | None = None

    @property
    def seen(self) -> frozenset[int]:
        """The places of its articles, to look one up."""
        if self._seen is None:
            self._seen = frozenset(self.articles)
        return self._seen

    @property
    def person(self) -> PersonName:
        """The name's parts."""
        return parse_person(self.name)

    @property
    def fields(self) -> frozenset[str]:
        """The fields of life that the roles are of."""
        return frozenset(field for role in self.roles if (field := field_of(role)) is not None)

    def is_near(self, day: date | None) -> bool:
        """Whether an article of about that day has the name; always where one of both is undated."""
        return is_near(self.days, day)


def is_near(days: Sequence[date], day: date | None) -> bool:
    """Whether one of the days, which are in order, is about that day; always where nothing is known."""
    if day is None or not days:
        return True
    return abs((nearest_day(days, day) - day).days) <= NEAR_DAYS


def nearest_day(days: Sequence[date], day: date) -> date:
    """The nearest of some days, which are in order; the earlier of two."""
    at = bisect_left(days, day)
    if at == len(days) or (at > 0 and day - days[at - 1] <= days[at] - day):
        return days[at - 1]
    return days[at]


@dataclass(slots=True)
class Figures:
    """All figures, and who is meant by each article's ids."""

    by_id: dict[str, Figure]
    meant: list[Mapping[str, str]]
    """For each article: its entities' ids -> ids of figures."""
    company: Company
    _company_of: dict[str, frozenset[str]] = field(default_factory=dict)

    def company_of(self, figure: Figure) -> frozenset[str]:
        """Who and what is named beside it in any article."""
        if figure.id not in self._company_of:
            self._company_of[figure.id] = self.company.of(figure.articles) - {figure.id}
        return self._company_of[figure.id]

    def call(self, identity: str) -> str:
        """The name of an article-level id."""
        return self.by_id[identity].name if identity in self.by_id else identity.partition("/")[2]


def gather_figures(articles: Sequence[EnrichedArticle], rules: EntityRules) -> Figures:
    """The figures of articles that are in the order of time."""
    company = Company(articles)
    parted = part_people(articles, company)
    figures: dict[str, Figure] = {}
    meant: list[Mapping[str, str]] = []
    for place, article in enumerate(articles):
        country, day = _only_country(article), day_of_article(article.article)
        ids: dict[str, str] = {}
        for entity in article.entities:
            split = find_split(rules, article, entity) if rules.splits else None
            apart = split or parted.get((place, entity.id))
            identity = apart or _national_id(entity, country) or entity.id
            ids[entity.id] = identity
            figure = _add(figures, identity, entity, place, day, country)
            figure.is_apart |= apart is not None
        meant.append(ids)
    return Figures(by_id=figures, meant=meant, company=company)


def _add(
    figures: dict[str, Figure], identity: str, entity: Entity, place: int, day: date | None, country: str | None
) -> Figure:
    figure = figures.get(identity)
    if figure is None:
        figure = figures[identity] = Figure(id=identity, kind=entity.kind, name=entity.name)
        if identity != entity.id and entity.kind == "organisation":
            figure.country = country
    figure.country = figure.country or entity.country
    figure.wikidata = figure.wikidata or entity.wikidata
    if entity.latitude is not None and entity.longitude is not None:
        figure.coordinates = (entity.latitude, entity.longitude)
    if not figure.articles or figure.articles[-1] != place:
        figure.articles.append(place)
        if day is not None:
            figure.days.append(day)
    if entity.roles:
        figure.roles.update(entity.roles)
    return figure


def _national_id(entity: Entity, country: str | None) -> str | None:
    """The id of a body of one country, where the article speaks of no other country: `…/defence-ministry-in`."""
    if entity.kind != "organisation" or country is None:
        return None
    body = national_body(entity.name)
    return f"organisation/{body}-{country.lower()}" if body and body == organisation_key(entity.name) else None


def _only_country(article: EnrichedArticle) -> str | None:
    countries = {entity.country for entity in article.entities if entity.kind == "place" and entity.country}
    return countries.pop() if len(countries) == 1 else None
