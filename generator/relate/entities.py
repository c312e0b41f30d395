"""Names over all articles. In: articles with the entities each knows of alone. Out: the same articles with global
ids, and the global entities.

    figures.py      what all articles say under one name, namesakes parted
    same_names.py   full names that are one: spellings, middle names, company forms
    short_names.py  who is meant by a surname or an acronym, article by article
    site_names.py   what the site's own file says of it
    tallies.py      the entities made of all that

A global entity's id is that of the known one among its names, else of the name that was in the news first: later
articles with other names of it do not change its address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from generator.model import EnrichedArticle, Entity, EntityKind, Mention, Quote
from generator.relate.chronology import newest_first, oldest_first
from generator.relate.figures import Figure, Figures, gather_figures
from generator.relate.joins import Joins
from generator.relate.organisation_names import is_acronym
from generator.relate.same_names import join_same_names
from generator.relate.short_names import find_meant
from generator.relate.site_names import Called, SiteNotes, find_called, list_merged, list_shown
from generator.relate.tallies import Tally, count, make_entity, most_used_first, qualify
from generator.slugs import slugify
from generator.vocabulary.countries import country_name
from generator.vocabulary.entities import NO_RULES, EntityRules

_KINDS: Mapping[str, EntityKind] = {kind: kind for kind in get_args(EntityKind)}


def join_entities(
    articles: Sequence[EnrichedArticle], rules: EntityRules = NO_RULES
) -> tuple[tuple[EnrichedArticle, ...], tuple[Entity, ...]]:
    """The articles in their order, ids made global, and the entities by id, each with its articles newest first.

    The name of a global entity is the one most articles give it. In an article, an entity keeps the names, counts and
    roles found there and has the global id and name.
    """
    ordered = sorted(articles, key=oldest_first)
    figures = gather_figures(ordered, rules)
    joins = join_same_names(figures)
    called = find_called(ordered, rules)
    shown = _merge(figures, joins, rules, called)
    members = dict(joins.sets())
    chosen = {root: _choose_id(ids, figures, shown.get(root)) for root, ids in members.items()}
    moves, reasons = _find_moves(ordered, figures, joins, members, chosen)
    moved = tuple(_move(article, own) if (own := moves.get(article.article.id)) else article for article in articles)
    tallies, demonyms = _count_all(moved), _count_demonyms(ordered, joins, chosen)
    roots, notes = {identity: root for root, identity in chosen.items()}, SiteNotes(rules, called)
    entities = {}
    for identity, tally in sorted(tallies.items()):
        root = roots[identity]
        entity = make_entity(tally, reasons.get(identity, {}), demonyms.get(identity, {}), shown.get(root))
        if (noted := notes.apply(entity, members[root])) is not None:
            entities[identity] = noted
    entities = qualify(entities)
    return tuple(_finish(article, entities) for article in moved), tuple(entities.values())


def _merge(figures: Figures, joins: Joins, rules: EntityRules, called: Called) -> dict[str, str]:
    """Join what the site's file merges. Root -> the name it is shown under."""
    split = dict(list_shown(rules))
    shown = {identity: split[slug] for identity in figures.by_id if (slug := identity.partition("/")[2]) in split}
    merged = list(list_merged(rules, figures.by_id, called))
    for one, other, _ in merged:
        joins.join(one, other, "the site's own file")
    return {joins.root(one): name for one, name in (*shown.items(), *((one, name) for one, _, name in merged))}


def _choose_id(members: Sequence[str], figures: Figures, shown: str | None) -> str:
    """The id of the known one, else of the full name that was in the news first."""
    if len(members) == 1:
        return members[0]
    found = [figures.by_id[identity] for identity in members]
    return min(
        found,
        key=lambda figure: (
            figure.name != shown,
            figure.wikidata is None,
            _is_short(figure),
            figure.articles[0],
            figure.id,
        ),
    ).id


def _is_short(figure: Figure) -> bool:
    return is_acronym(figure.name) if figure.kind == "organisation" else " " not in figure.name


def _find_moves(
    articles: Sequence[EnrichedArticle],
    figures: Figures,
    joins: Joins,
    members: Mapping[str, Sequence[str]],
    chosen: Mapping[str, str],
) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    """For each article with ids that change, those ids and what they become; for each global id, why a name is its."""
    moves: dict[str, dict[str, str]] = {}
    reasons: dict[str, dict[str, str]] = {}
    everyone = find_meant(articles, figures, joins, members)
    for article, own, found in zip(articles, figures.meant, everyone, strict=True):
        changed: dict[str, str] = {}
        for entity in article.entities:
            meant = found.get(entity.id)
            identity = chosen[joins.root(meant.figure if meant else own[entity.id])]
            if identity != entity.id:
                changed[entity.id] = identity
            if why := meant.why if meant else joins.why.get(own[entity.id]):
                reasons.setdefault(identity, {}).setdefault(entity.name, why)
        if changed:
            moves[article.article.id] = changed
    return moves, reasons


def _count_all(articles: Sequence[EnrichedArticle]) -> Mapping[str, Tally]:
    tallies: dict[str, Tally] = {}
    for article in sorted(articles, key=newest_first):
        for entity in article.entities:
            count(tallies, entity, article.article)
    return tallies


def _count_demonyms(
    articles: Sequence[EnrichedArticle], joins: Joins, chosen: Mapping[str, str]
) -> Mapping[str, Mapping[str, int]]:
    """Global id of a country that some article names -> the words of all articles that speak of it, and how often."""
    counts: dict[str, Counter[str]] = {}
    for article in articles:
        for demonym in article.demonyms:
            word = article.article.text[demonym.span.start : demonym.span.end]
            counts.setdefault(demonym.country, Counter())[word] += 1
    ids = {code: f"place/{slugify(country_name(code))}" for code in counts}
    return {chosen[joins.root(ids[code])]: words for code, words in counts.items() if ids[code] in joins}


def _move(article: EnrichedArticle, moves: Mapping[str, str]) -> EnrichedArticle:
    """The article with some of its ids changed."""
    entities: dict[str, Entity] = {}
    for entity in article.entities:
        identity = moves.get(entity.id, entity.id)
        here = entities.get(identity)
        if identity != entity.id:
            entity = replace(entity, id=identity, kind=_kind_of(identity))
        entities[identity] = entity if here is None else _join(here, entity)
    mentions = tuple(_move_mention(mention, moves) for mention in article.mentions)
    quotes = tuple(_move_quote(quote, moves) for quote in article.quotes)
    return replace(article, entities=tuple(entities.values()), mentions=mentions, quotes=quotes)


def _move_quote(quote: Quote, moves: Mapping[str, str]) -> Quote:
    identity = moves.get(quote.entity, quote.entity) if quote.entity else None
    return quote if identity == quote.entity else replace(quote, entity=identity)


def _kind_of(identity: str) -> EntityKind:
    return _KINDS[identity.partition("/")[0]]


def _move_mention(mention: Mention, moves: Mapping[str, str]) -> Mention:
    identity = moves.get(mention.entity, mention.entity)
    if identity == mention.entity:
        return mention
    return Mention(span=mention.span, kind=_kind_of(identity), entity=identity)


def _join(one: Entity, other: Entity) -> Entity:
    """Two entities of one article that turned out to be the same; the fuller name stays."""
    names = Counter({name.text: name.count for name in one.names})
    for name in other.names:
        names[name.text] += name.count
    fuller = max(one, other, key=lambda entity: len(entity.name.split()))
    roles = tuple(dict.fromkeys(one.roles + other.roles))
    return replace(fuller, names=most_used_first(names), roles=roles)


def _finish(article: EnrichedArticle, found: Mapping[str, Entity]) -> EnrichedArticle:
    """The article with global names, and without what the site hides."""
    entities = tuple(
        entity if entity.name == found[entity.id].name else replace(entity, name=found[entity.id].name)
        for entity in article.entities
        if entity.id in found
    )
    if entities == article.entities:
        return article
    kept = tuple(mention for mention in article.mentions if mention.entity in found)
    quotes = tuple(_name_speaker(quote, found) for quote in article.quotes)
    return replace(article, entities=entities, mentions=kept, quotes=quotes)


def _name_speaker(quote: Quote, found: Mapping[str, Entity]) -> Quote:
    """The quotation with its speaker's global name; a speaker whom the site hides stays as the article names him."""
    if quote.entity is None:
        return quote
    entity = found.get(quote.entity)
    return replace(quote, entity=None) if entity is None else replace(quote, speaker=entity.name)
