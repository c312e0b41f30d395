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
    titles: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    roles: dict[str, int] = field(default_factory=dict)
    days: dict[str, tuple[date | None, date | None]] = field(default_factory=dict)
    """Role -> its first and last day."""
    articles: list[str] = field(default_factory=list)
    known: Entity | None = None
    """The first that has a Wikidata id."""
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None

    @property
    def is_once(self) -> bool:
        """Whether one article names it, in one way: so are most."""
        return len(self.articles) == 1 and len(self.first.names) == 1


def count(tallies: dict[str, Tally], entity: Entity, article: Article) -> None:
    """Add what one article says."""
    tally = tallies.get(entity.id)
    if tally is None:
        tally = tallies[entity.id] = Tally(first=entity)
    tally.titles[entity.name] = tally.titles.get(entity.name, 0) + 1
    for name in entity.names:
        tally.names[name.text] = tally.names.get(name.text, 0) + name.count
    tally.articles.append(article.id)
    if tally.known is None and entity.wikidata:
        tally.known = entity
    tally.country = tally.country or entity.country
    if tally.latitude is None:
        tally.latitude, tally.longitude = entity.latitude, entity.longitude
    if entity.roles:
        day = day_of_article(article)
        for role in entity.roles:
            tally.roles[role] = tally.roles.get(role, 0) + 1
            _, last = tally.days.get(role, (None, day))
            tally.days[role] = (day or tally.days.get(role, (None, None))[0], last or day)


def make_entity(tally: Tally, reasons: Mapping[str, str], demonyms: Mapping[str, int], shown: str | None) -> Entity:
    """The global entity; `reasons` say why other names were taken for it, `shown` is the name the site gives it."""
    known = tally.known
    name = shown or (known.name if known else _choose_title(tally))
    return Entity(
        id=tally.first.id,
        kind=tally.first.kind,
        name=name,
        names=tally.first.names if tally.is_once else most_used_first(tally.names),
        roles=tuple(sorted(tally.roles, key=lambda role: (-tally.roles[role], role))) if tally.roles else (),
        held=_held(tally) if tally.roles else (),
        joined=tuple(Joined(name=text, why=reasons[text]) for text in sorted(reasons) if text != name),
        demonyms=most_used_first(demonyms) if demonyms else (),
        articles=tuple(tally.articles),
        country=tally.country,
        latitude=tally.latitude,
        longitude=tally.longitude,
        wikidata=known.wikidata if known else None,
    )


def _choose_title(tally: Tally) -> str:
    return min(tally.titles, key=lambda text: _preference(tally, text)) if len(tally.titles) > 1 else tally.first.name


def _preference(tally: Tally, text: str) -> tuple[bool, bool, int, int, str]:
    """A surname or an acronym is never the name of someone whom another article names in full.

    Nor is "The Bank of Velm", which begins a sentence, where others write "the Bank of Velm".
    """
    is_body = tally.first.kind == "organisation"
    short = is_acronym(text) if is_body else len(text.split()) == 1
    begins = is_body and text.startswith("The ") and text[4:] in tally.titles
    return short, begins, -tally.titles[text], -len(text), text


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


def most_used_first(names: Mapping[str, int]) -> tuple[Name, ...]:
    """Names with their counts."""
    ordered = sorted(names.items(), key=lambda item: (-item[1], item[0])) if len(names) > 1 else names.items()
    return tuple(Name(text=text, count=n) for text, n in ordered)
