"""What a name's page says of it, and where the reports say so. In: an entity and the context. Out: linked words.

Roles have the days of the reports that say them, other names the place where they first stand, and names of other
articles the reason why they were taken for this one. A country has the words that speak of it and are no mentions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.model import Article, EnrichedArticle, Entity, Mention, Name, Role
from generator.render.context import Context
from generator.render.name_lookups import NameLookups, locate, tells
from generator.render.views import ClaimView
from generator.render.wording import say_date, say_days, say_short_date

_MOST_ROLES = 6
_MOST_BESIDE = 3
"""Roles said beside the name where a table has them all."""
_MOST_JOINED = 20
_MOST_NAMES = 12
_MOST_DEMONYMS = 8
_LEAST_HELD = 2
"""Roles that make a table; one is said beside the name."""
_MOST_LOOKED = 200
"""Articles looked through for the place of a word, the oldest first: what none of them says is said without a link."""
_BESIDE = 120
"""How far from a name, in characters, its role stands."""
_Said: TypeAlias = tuple[str, str]
"""`role`, `name` or `joined`, and the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldView:
    """A role over time: the words, and the days of the first and last report that says them, each with its place."""

    role: ClaimView
    first: ClaimView
    last: ClaimView | None
    """None where all reports that say it are of one day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEvidence:
    """What is said of a name, each with a link to its sentence where one was found."""

    roles: tuple[ClaimView, ...]
    """The most used, in the order of time; the note is the days of the first and last report, where `held` is empty."""
    held: tuple[HeldView, ...]
    """The same with their days apart; empty where there is one at most, or all are of one day."""
    also: tuple[ClaimView, ...]
    """What else it is called."""
    names: tuple[ClaimView, ...]
    """All ways to write it, the most used first; the note is how often. Empty where there is one."""
    joined: tuple[ClaimView, ...]
    """Names of other articles that were taken for it; the note is the reason."""
    demonyms: tuple[ClaimView, ...]
    """Words that speak of a country; the note is how often."""


class Demonyms:
    """Where each word that speaks of a country stands first, by country and word."""

    def __init__(self, articles: Iterable[EnrichedArticle]) -> None:
        self._first: dict[tuple[str, str], tuple[Article, int]] = {}
        for enriched in articles:  # the newest come first, so the last to be seen is the oldest
            for demonym in reversed(enriched.demonyms):
                word = enriched.article.text[demonym.span.start : demonym.span.end]
                self._first[demonym.country, word] = (enriched.article, demonym.span.start)

    def place_of(self, country: str | None, word: str) -> tuple[Article, int] | None:
        """An article and an offset into its text."""
        return self._first.get((country or "", word))


def gather_evidence(entity: Entity, demonyms: Demonyms, lookups: NameLookups, context: Context) -> NameEvidence:
    """All that the page says of the name."""
    roles, also, joined = choose_roles(entity), other_names(entity), entity.joined[:_MOST_JOINED]
    names = entity.names[:_MOST_NAMES] if len(entity.names) > 1 else ()
    said = {("role", role.text.casefold()) for role in roles}
    wanted = (
        said | {("name", name) for name in (*also, *(n.text for n in names))} | {("joined", j.name) for j in joined}
    )
    looked = [context.articles[a] for a in (entity.articles[-_MOST_LOOKED:] if wanted else ()) if a in context.articles]
    places = _find_places(entity, wanted, reversed(looked), lookups, context)
    held = _view_held(entity, roles, places, looked, lookups, context)
    most_used = {text.casefold() for text in entity.roles[:_MOST_BESIDE]}
    beside = [role for role in roles if role.text.casefold() in most_used] if held else roles
    return NameEvidence(
        roles=tuple(_claim(places, "role", role.text, "" if held else say_held(role)) for role in beside),
        held=held,
        also=tuple(_claim(places, "name", name) for name in also),
        names=tuple(_claim(places, "name", name.text, f"{name.count:,}") for name in names),
        joined=tuple(_claim(places, "joined", each.name, _say_why(each.why)) for each in joined),
        demonyms=tuple(
            ClaimView(address=_place_of(name, entity, demonyms, context), text=name.text, note=f"{name.count:,}")
            for name in [name for name in entity.demonyms if name.text not in also][:_MOST_DEMONYMS]
        ),
    )


def _view_held(
    entity: Entity,
    roles: Sequence[Role],
    places: Mapping[_Said, str],
    newest: Sequence[EnrichedArticle],
    lookups: NameLookups,
    context: Context,
) -> tuple[HeldView, ...]:
    dated = [role for role in roles if role.first and role.last]
    if len(dated) < _LEAST_HELD or len({day for role in dated for day in (role.first, role.last)}) == 1:
        return ()
    wanted = {("role", role.text.casefold()) for role in dated}
    last = _find_places(entity, wanted, newest, lookups, context)
    return tuple(
        HeldView(
            role=ClaimView(address="", text=role.text),
            first=_claim(places, "role", role.text, shown=role.first),
            last=_claim(last, "role", role.text, shown=role.last) if role.last != role.first else None,
        )
        for role in dated
    )


def _claim(places: Mapping[_Said, str], kind: str, text: str, note: str = "", shown: date | None = None) -> ClaimView:
    """Words with their place; `shown` is a day that stands for them."""
    address = places.get((kind, _key(kind, text)), "")
    return ClaimView(address=address, text=say_short_date(shown) if shown else text, note=note)


def _key(kind: str, text: str) -> str:
    """Roles that differ in capitals only are one."""
    return text.casefold() if kind == "role" else text


def _place_of(name: Name, entity: Entity, demonyms: Demonyms, context: Context) -> str:
    place = demonyms.place_of(entity.country, name.text)
    return locate(*place, context) if place else ""


def _say_why(why: str) -> str:
    """The reason, with the day that may end it as readers see days."""
    words, _, day = why.rpartition(" ")
    try:
        return f"{words} {say_date(date.fromisoformat(day))}"
    except ValueError:
        return why


def other_names(entity: Entity) -> tuple[str, ...]:
    """What else it is called. `Mr Cameron` and `Cameron` say nothing new of David Cameron, nor `Ash` of Omar al-Ash."""
    own = entity.name.casefold()
    ends = (own.split()[-1:], own.replace("-", " ").split()[-1:])
    said: dict[str, str] = {}
    for name in entity.names:
        key = name.text.casefold()
        if key != own and (entity.kind != "person" or key.split()[-1:] not in ends):
            said.setdefault(key, name.text)
    return tuple(said.values())


def choose_roles(entity: Entity) -> tuple[Role, ...]:
    """The roles used most, in the order of time."""
    if not entity.held:
        return tuple(Role(text=text) for text in entity.roles[:_MOST_ROLES])
    use = {role.casefold(): -place for place, role in reversed(list(enumerate(entity.roles)))}
    told = sorted(entity.held, key=lambda role: -use.get(role.text.casefold(), -len(entity.roles)))[:_MOST_ROLES]
    return tuple(role for role in entity.held if role in told)


def say_held(role: Role) -> str:
    """The days of the first and the last report that says a role: `3 December 2014 – 9 December 2015`."""
    return say_days(role.first, role.last) if role.first and role.last else ""


# --- places ----------------------------------------------------------------------------------------------------------


def _find_places(
    entity: Entity, wanted: Set[_Said], articles: Iterable[EnrichedArticle], lookups: NameLookups, context: Context
) -> Mapping[_Said, str]:
    """The addresses of the first sentences that say what is wanted, in the order of `articles`.

    What only headings, labels and captions say has the first of these.
    """
    places: dict[_Said, str] = {}
    elsewhere: dict[_Said, str] = {}
    for enriched in articles:
        if len(places) == len(wanted):
            break
        for said, offset in _said_in(enriched, entity, lookups.mentions(enriched.article.id, entity.id)):
            if said in wanted and said not in places:
                if tells(enriched.article, offset):
                    places[said] = locate(enriched.article, offset, context)
                elif said not in elsewhere:
                    elsewhere[said] = locate(enriched.article, offset, context)
    return {**elsewhere, **places}


def _said_in(enriched: EnrichedArticle, entity: Entity, mentions: Sequence[Mention]) -> Iterator[tuple[_Said, int]]:
    """What an article calls somebody, and where; a name was joined where the article knows no other."""
    text = enriched.article.text
    names = [text[mention.span.start : mention.span.end] for mention in mentions]
    kinds = ("name",) if entity.name in names else ("name", "joined")
    for mention, name in zip(mentions, names, strict=True):
        yield from (((kind, name), mention.span.start) for kind in kinds)
    here = next((each for each in enriched.entities if each.id == entity.id), None)
    for role in here.roles if here and mentions else ():
        yield ("role", _key("role", role)), _place_of_role(role, mentions, text)


def _place_of_role(role: str, mentions: Sequence[Mention], text: str) -> int:
    """Where a role stands beside a mention of its holder, else the first mention."""
    for mention in mentions:
        at = text.find(role, max(0, mention.span.start - _BESIDE), mention.span.end + _BESIDE)
        if at >= 0:
            return at
    return mentions[0].span.start
