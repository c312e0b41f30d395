"""Two people of one full name. In: articles in the order of time. Out: the ids of those who are somebody else.

Only strong evidence parts a name: roles of two fields of life (a striker, a minister) at about the same time, no
article that knows the same person in both, and nobody and nothing that is named beside both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from generator.model import EnrichedArticle, Entity
from generator.relate.chronology import day_of_article
from generator.relate.company import Company
from generator.relate.variants import field_of, load_variants

_CAREER_DAYS = 730
"""Fields further apart in time than this may be one life: strikers become ministers."""
_BESIDE = 60
"""How far from a name, in characters, a word may say what somebody is: "John Marsden, a former striker"."""


def part_people(articles: Sequence[EnrichedArticle], company: Company) -> Mapping[tuple[int, str], str]:
    """(Place of an article, id of a person in it) -> id of the namesake meant there, for those that change."""
    seen: defaultdict[str, list[tuple[int, Entity]]] = defaultdict(list)
    told: defaultdict[str, set[str]] = defaultdict(set)
    for place, article in enumerate(articles):
        for entity in article.entities:
            if entity.kind == "person" and " " in entity.name:
                seen[entity.id].append((place, entity))
                told[entity.id].update(field for role in entity.roles if (field := field_of(role)) is not None)
    moved: dict[tuple[int, str], str] = {}
    for identity in sorted(key for key, found in told.items() if len(found) > 1):
        for place, field in _part(seen[identity], articles, company).items():
            moved[place, identity] = f"{identity}-{field}"
    return moved


def _part(
    seen: Sequence[tuple[int, Entity]], articles: Sequence[EnrichedArticle], company: Company
) -> Mapping[int, str]:
    """Place -> field, for all but the namesake that was named first; nothing where it may be one person."""
    if any(entity.wikidata for _, entity in seen):
        return {}
    fields = {place: _fields_beside(articles[place], entity) for place, entity in seen}
    if any(len(found) > 1 for found in fields.values()):
        return {}
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for place, found in fields.items():
        for field in found:
            groups[field].append(place)
    own = {place: {entity.id} for place, entity in seen}
    names = {field: company.of(places) - own[places[0]] for field, places in groups.items()}
    days = {field: [day_of_article(articles[place].article) for place in places] for field, places in groups.items()}
    for one, other in combinations(sorted(groups), 2):
        if names[one] & names[other] or not _at_one_time(days[one], days[other]):
            return {}
    first = min(groups, key=lambda field: groups[field][0], default="")
    chosen = {
        place: next(iter(found)) if found else _nearest(place, groups, names, company)
        for place, found in fields.items()
    }
    return {place: field for place, field in chosen.items() if field != first}


def _fields_beside(article: EnrichedArticle, entity: Entity) -> frozenset[str]:
    """The fields of a person's roles, and of words near the name."""
    fields = load_variants().fields
    words = [role.rpartition(" ")[2].lower() for role in entity.roles]
    text = article.article.text
    for mention in article.mentions:
        if mention.entity == entity.id:
            start, end = mention.span.start, mention.span.end
            around = f"{text[max(0, start - _BESIDE) : start]} {text[end : end + _BESIDE]}"
            words.extend(word.strip(".,;:").lower() for word in around.split())
    return frozenset(fields[word] for word in words if word in fields)


def _at_one_time(ones: Sequence[date | None], others: Sequence[date | None]) -> bool:
    first, second = [day for day in ones if day], [day for day in others if day]
    if not first or not second:
        return False
    gap = max(min(first), min(second)) - min(max(first), max(second))
    return gap.days <= _CAREER_DAYS


def _nearest(
    place: int, groups: Mapping[str, Sequence[int]], names: Mapping[str, frozenset[str]], company: Company
) -> str:
    """Whose company an article without a role shares, else whose reports are the nearest in time."""
    here = company.of([place])
    return min(
        sorted(groups),
        key=lambda field: (-len(here & names[field]), min(abs(place - other) for other in groups[field])),
    )
