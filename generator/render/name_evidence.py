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
from generator.render.body import sentence_anchor, sentence_at
from generator.render.context import Context
from generator.render.views import ClaimView
from generator.render.wording import say_date, say_days

_MOST_ROLES = 6
_MOST_JOINED = 20
_MOST_DEMONYMS = 8
_MOST_LOOKED = 200
"""Articles looked through for the place of a word, the oldest first: what none of them says is said without a link."""
_BESIDE = 120
"""How far from a name, in characters, its role stands."""
_Said: TypeAlias = tuple[str, str]
"""`role`, `name` or `joined`, and the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEvidence:
    """What is said of a name, each with a link to its sentence where one was found."""

    roles: tuple[ClaimView, ...]
    """The most used, in the order of time; the note is the days of the first and last report."""
    also: tuple[ClaimView, ...]
    """What else it is called."""
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


def gather_evidence(entity: Entity, demonyms: Demonyms, context: Context) -> NameEvidence:
    """All that the page says of the name."""
    roles, also, joined = choose_roles(entity), other_names(entity), entity.joined[:_MOST_JOINED]
    wanted = {
        *(("role", role.text.casefold()) for role in roles),
        *(("name", name) for name in also),
        *(("joined", each.name) for each in joined),
    }
    places = _find_places(entity, wanted, context)
    return NameEvidence(
        roles=tuple(_claim(places, "role", role.text, say_held(role)) for role in roles),
        also=tuple(_claim(places, "name", name) for name in also),
        joined=tuple(_claim(places, "joined", each.name, _say_why(each.why)) for each in joined),
        demonyms=tuple(
            ClaimView(address=_place_of(name, entity, demonyms, context), text=name.text, note=f"{name.count:,}")
            for name in [name for name in entity.demonyms if name.text not in also][:_MOST_DEMONYMS]
        ),
    )


def _claim(places: Mapping[_Said, str], kind: str, text: str, note: str = "") -> ClaimView:
    return ClaimView(address=places.get((kind, _key(kind, text)), ""), text=text, note=note)


def _key(kind: str, text: str) -> str:
    """Roles that differ in capitals only are one."""
    return text.casefold() if kind == "role" else text


def _place_of(name: Name, entity: Entity, demonyms: Demonyms, context: Context) -> str:
    place = demonyms.place_of(entity.country, name.text)
    return _address(*place, context) if place else ""


def _say_why(why: str) -> str:
    """The reason, with the day that may end it as readers see days."""
    words, _, day = why.rpartition(" ")
    try:
        return f"{words} {say_date(date.fromisoformat(day))}"
    except ValueError:
        return why


def other_names(entity: Entity) -> tuple[str, ...]:
    """What else it is called. `Mr Cameron` and `Cameron` say nothing new of David Cameron."""
    own = entity.name.casefold()
    last = own.split()[-1:]
    said: dict[str, str] = {}
    for name in entity.names:
        key = name.text.casefold()
        if key != own and (entity.kind != "person" or key.split()[-1:] != last):
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


def _find_places(entity: Entity, wanted: Set[_Said], context: Context) -> Mapping[_Said, str]:
    """The addresses of the first sentences that say what is wanted."""
    places: dict[_Said, str] = {}
    for identity in reversed(entity.articles[-_MOST_LOOKED:] if wanted else ()):
        enriched = context.articles[identity]
        for said, offset in _said_in(enriched, entity):
            if said in wanted and said not in places:
                places[said] = _address(enriched.article, offset, context)
        if len(places) == len(wanted):
            break
    return places


def _said_in(enriched: EnrichedArticle, entity: Entity) -> Iterator[tuple[_Said, int]]:
    """What an article calls somebody, and where; a name was joined where the article knows no other."""
    text = enriched.article.text
    mentions = [mention for mention in enriched.mentions if mention.entity == entity.id]
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


def _address(article: Article, offset: int, context: Context) -> str:
    """The sentence that holds an offset; the article where none does."""
    address = context.rows[article.id].address
    number = sentence_at(article.sentences, offset)
    return address if number is None else f"{address}#{sentence_anchor(number)}"
