"""Global entities made of what articles say of each. In: entities of articles, newest first. Out: `Entity` values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.model import Article, Entity, Joined, Name, Role
from generator.relate.chronology import day_of_article
from generator.relate.organisation_names import is_acronym
from generator.vocabulary.countries import country_name


@dataclass(slots=True)
class Tally:
    """What all articles say of one entity."""

    first: Entity
    titles: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    days: dict[str, tuple[date | None, date | None]] = field(default_factory=dict)
    """Role -> its first and last day."""
    articles: list[str] = field(default_factory=list)
    facts: list[Entity] = field(default_factory=list)


def count(tallies: dict[str, Tally], entity: Entity, article: Article) -> None:
    """Add what one article says."""
    tally = tallies.get(entity.id)
    if tally is None:
        tally = tallies[entity.id] = Tally(first=entity)
    tally.titles[entity.name] += 1
    for name in entity.names:
        tally.names[name.text] += name.count
    tally.articles.append(article.id)
    if not tally.facts or entity.wikidata or entity.country or entity.latitude is not None:
        tally.facts.append(entity)
    if entity.roles:
        day = day_of_article(article)
        tally.roles.update(entity.roles)
        for role in entity.roles:
            _, last = tally.days.get(role, (None, day))
            tally.days[role] = (day or tally.days.get(role, (None, None))[0], last or day)


def make_entity(tally: Tally, reasons: Mapping[str, str], shown: str | None) -> Entity:
    """The global entity; `reasons` say why other names were taken for it, `shown` is the name the site gives it."""
    known = next((fact for fact in tally.facts if fact.wikidata), None)
    name = shown or (known.name if known else min(tally.titles, key=lambda text: _preference(tally, text)))
    roles = tuple(sorted(tally.roles, key=lambda role: (-tally.roles[role], role)))
    return replace(
        tally.first,
        name=name,
        names=most_used_first(tally.names),
        roles=roles,
        held=_held(tally),
        joined=tuple(Joined(name=text, why=why) for text, why in sorted(reasons.items()) if text != name),
        articles=tuple(tally.articles),
        country=next((fact.country for fact in tally.facts if fact.country), None),
        latitude=next((fact.latitude for fact in tally.facts if fact.latitude is not None), None),
        longitude=next((fact.longitude for fact in tally.facts if fact.longitude is not None), None),
        wikidata=known.wikidata if known else None,
    )


def _preference(tally: Tally, text: str) -> tuple[bool, int, int, str]:
    """A surname or an acronym is never the name of someone whom another article names in full."""
    short = is_acronym(text) if tally.first.kind == "organisation" else len(text.split()) == 1
    return short, -tally.titles[text], -len(text), text


def _held(tally: Tally) -> tuple[Role, ...]:
    """Roles that differ in capitals only are one, spelled as most articles do."""
    found: dict[str, Role] = {}
    for text in sorted(tally.roles, key=lambda role: (-tally.roles[role], role)):
        first, last = tally.days[text]
        other = found.get(text.casefold())
        if other is None:
            found[text.casefold()] = Role(text=text, first=first, last=last)
        else:
            firsts = [day for day in (first, other.first) if day]
            lasts = [day for day in (last, other.last) if day]
            found[text.casefold()] = replace(other, first=min(firsts, default=None), last=max(lasts, default=None))
    return tuple(sorted(found.values(), key=lambda role: (role.first is None, role.first or date.min, role.text)))


def qualify(entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """Entities of one name told apart, where there is something to tell: `Valencia (Spain)`, `John Marsden (sport)`."""
    shared = Counter((entity.kind, entity.name.casefold()) for entity in entities.values())
    return {
        identity: replace(entity, name=_qualified(entity))
        if shared[entity.kind, entity.name.casefold()] > 1
        else entity
        for identity, entity in entities.items()
    }


def _qualified(entity: Entity) -> str:
    if entity.kind == "person":
        return f"{entity.name} ({entity.roles[0]})" if entity.roles else entity.name
    return f"{entity.name} ({country_name(entity.country)})" if entity.country else entity.name


def most_used_first(names: Counter[str]) -> tuple[Name, ...]:
    """Names with their counts."""
    ordered = sorted(names.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Name(text=text, count=n) for text, n in ordered)
