"""Names over all articles. In: articles with the entities each knows of alone. Out: the same articles with global
ids, and the global entities.

Two article-level entities are one when their ids are equal. A person known by one word only ("Cameron") joins the one
person with that surname who is named in full by an article of about the same time; if there are two, it stays apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.model import EnrichedArticle, Entity, Mention, Name
from generator.relate.chronology import day_of_article, newest_first, oldest_first
from generator.slugs import slugify

NEAR_DAYS = 60
"""How far the article that gives the full name may be: people in the news for two months keep their surname."""

_ANY_DAY = date.min
_Surnames = Mapping[str, Mapping[str, Sequence[date]]]
"""Surname -> id of a person -> days of the articles that name them in full, in order."""


@dataclass(slots=True)
class _Tally:
    """What all articles say of one entity."""

    first: Entity
    titles: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    articles: list[str] = field(default_factory=list)
    facts: list[Entity] = field(default_factory=list)


def join_entities(
    articles: Sequence[EnrichedArticle],
) -> tuple[tuple[EnrichedArticle, ...], tuple[Entity, ...]]:
    """The articles in their order, ids made global, and the entities by id, each with its articles newest first.

    The name of a global entity is the one most articles give it. In an article, an entity keeps the names, counts and
    roles found there and has the global id and name.
    """
    surnames = _list_surnames(articles)
    moved = tuple(_move(article, _global_ids(article, surnames)) for article in articles)
    tallies: dict[str, _Tally] = {}
    for article in sorted(moved, key=newest_first):
        for entity in article.entities:
            _count(tallies.setdefault(entity.id, _Tally(first=entity)), entity, article.article.id)
    found = {identity: _make_entity(tally) for identity, tally in sorted(tallies.items())}
    return tuple(_rename(article, found) for article in moved), tuple(found.values())


def _surname(name: str) -> str:
    return slugify(name.split()[-1]) if name.split() else ""


def _list_surnames(articles: Iterable[EnrichedArticle]) -> _Surnames:
    found: defaultdict[str, defaultdict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    for article in sorted(articles, key=oldest_first):
        for entity in article.entities:
            if entity.kind == "person" and len(entity.name.split()) > 1:
                found[_surname(entity.name)][entity.id].append(day_of_article(article.article) or _ANY_DAY)
    return {name: {identity: sorted(days) for identity, days in people.items()} for name, people in found.items()}


def _global_ids(article: EnrichedArticle, surnames: _Surnames) -> dict[str, str]:
    """Article-level id -> global id, for those that change."""
    day = day_of_article(article.article)
    moves = {}
    for entity in article.entities:
        if entity.kind == "person" and len(entity.name.split()) == 1:
            people = surnames.get(_surname(entity.name), {})
            near = [identity for identity, days in people.items() if _is_near(days, day)]
            if len(near) == 1:
                moves[entity.id] = near[0]
    return moves


def _is_near(days: Sequence[date], day: date | None) -> bool:
    if day is None or days[0] == _ANY_DAY:
        return True
    at = bisect_left(days, day)
    return any(abs((other - day).days) <= NEAR_DAYS for other in days[max(0, at - 1) : at + 1])


def _move(article: EnrichedArticle, moves: Mapping[str, str]) -> EnrichedArticle:
    if not moves:
        return article
    entities: dict[str, Entity] = {}
    for entity in article.entities:
        identity = moves.get(entity.id, entity.id)
        here = entities.get(identity)
        entities[identity] = replace(entity, id=identity) if here is None else _join(here, entity)
    mentions = tuple(_move_mention(mention, moves) for mention in article.mentions)
    return replace(article, entities=tuple(entities.values()), mentions=mentions)


def _move_mention(mention: Mention, moves: Mapping[str, str]) -> Mention:
    return replace(mention, entity=moves[mention.entity]) if mention.entity in moves else mention


def _join(one: Entity, other: Entity) -> Entity:
    """Two entities of one article that turned out to be the same; the fuller name stays."""
    names = Counter({name.text: name.count for name in one.names})
    names.update({name.text: name.count for name in other.names})
    fuller = max(one, other, key=lambda entity: len(entity.name.split()))
    roles = tuple(dict.fromkeys(one.roles + other.roles))
    return replace(fuller, id=one.id, names=_most_used_first(names), roles=roles)


def _count(tally: _Tally, entity: Entity, article: str) -> None:
    tally.titles[entity.name] += 1
    tally.names.update({name.text: name.count for name in entity.names})
    tally.roles.update(entity.roles)
    tally.articles.append(article)
    if not tally.facts or entity.wikidata or entity.country or entity.latitude is not None:
        tally.facts.append(entity)


def _make_entity(tally: _Tally) -> Entity:
    # A surname alone is never the name of someone whom another article names in full.
    name = min(tally.titles, key=lambda text: (len(text.split()) == 1, -tally.titles[text], -len(text), text))
    return replace(
        tally.first,
        name=name,
        names=_most_used_first(tally.names),
        roles=tuple(sorted(tally.roles, key=lambda role: (-tally.roles[role], role))),
        articles=tuple(tally.articles),
        country=next((fact.country for fact in tally.facts if fact.country), None),
        latitude=next((fact.latitude for fact in tally.facts if fact.latitude is not None), None),
        longitude=next((fact.longitude for fact in tally.facts if fact.longitude is not None), None),
        wikidata=next((fact.wikidata for fact in tally.facts if fact.wikidata), None),
    )


def _most_used_first(names: Counter[str]) -> tuple[Name, ...]:
    ordered = sorted(names.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Name(text=text, count=count) for text, count in ordered)


def _rename(article: EnrichedArticle, found: Mapping[str, Entity]) -> EnrichedArticle:
    entities = tuple(
        entity if entity.name == found[entity.id].name else replace(entity, name=found[entity.id].name)
        for entity in article.entities
    )
    return article if entities == article.entities else replace(article, entities=entities)
