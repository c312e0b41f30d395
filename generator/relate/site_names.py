"""What a site's own file does with names: the rules of `content/vocabulary/entities.yml` applied.

A name of the file means what articles call so; `place/chelsea` means the place alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from generator.model import EnrichedArticle, Entity, Problem
from generator.slugs import slugify
from generator.vocabulary.cleaning import fold_source
from generator.vocabulary.entities import EntityRules, Note, Split


def find_split(rules: EntityRules, article: EnrichedArticle, entity: Entity) -> str | None:
    """The id of the other entity that a name means in this article, if the file says so."""
    for split in rules.splits:
        if means(split.name, entity) and _holds(split, article, entity):
            return f"{entity.kind}/{slugify(split.own)}"
    return None


def list_shown(rules: EntityRules) -> Iterator[tuple[str, str]]:
    """Slugs of split names with the name to show."""
    yield from ((slugify(split.own), split.own) for split in rules.splits)


def means(name: str, entity: Entity) -> bool:
    """Whether a name of the file is this entity's."""
    if "/" in name:
        return entity.id == name
    return entity.id.partition("/")[2] == slugify(name)


def _holds(split: Split, article: EnrichedArticle, entity: Entity) -> bool:
    if split.articles and not any(_is_article(pattern, article) for pattern in split.articles):
        return False
    if split.sources and fold_source(article.article.source or "") not in map(fold_source, split.sources):
        return False
    roles = [role.casefold() for role in entity.roles]
    return not split.roles or any(role.endswith(wanted.casefold()) for role in roles for wanted in split.roles)


def _is_article(pattern: str, article: EnrichedArticle) -> bool:
    path = article.article.path
    return pattern == article.article.id or fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")


def list_merged(rules: EntityRules, ids: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Pairs of ids that the file makes one, with the name to show."""
    by_slug: dict[str, list[str]] = {}
    for identity in sorted(ids):
        by_slug.setdefault(identity.partition("/")[2], []).append(identity)
        by_slug[identity] = [identity]
    for merge in rules.merges:
        found = [identity for name in merge.names for identity in by_slug.get(_key(name), ())]
        for other in found[1:]:
            yield found[0], other, merge.names[0]


def _key(name: str) -> str:
    return name if "/" in name else slugify(name)


def apply_notes(rules: EntityRules, entity: Entity, members: Sequence[str]) -> Entity:
    """The entity with the name and the Wikidata id the file gives it; `members` are the ids it was joined from."""
    for note in rules.renames:
        if _is_noted(note, entity, members):
            entity = replace(entity, name=note.text)
    for note in rules.wikidata:
        if _is_noted(note, entity, members):
            entity = replace(entity, wikidata=note.text)
    return entity


def is_hidden(rules: EntityRules, entity: Entity, members: Sequence[str]) -> bool:
    """Whether the file hides an entity."""
    return any(_is_noted(note, entity, members) for note in rules.hidden)


def _is_noted(note: Note, entity: Entity, members: Sequence[str]) -> bool:
    if means(note.name, entity) or slugify(entity.name) == note.name:
        return True
    return any(_key(note.name) in (member, member.partition("/")[2]) for member in members)


def find_unmatched(articles: Sequence[EnrichedArticle], rules: EntityRules) -> Iterator[Problem]:
    """Entries of the file that no article has a use for any more."""
    if rules == EntityRules(path=rules.path):
        return
    known = _known_names(articles)
    split = {slugify(entry.own) for entry in rules.splits}
    for merge in rules.merges:
        for name in merge.names[1:]:
            if _key(name) not in known and _key(name) not in split:
                yield _tell(rules, merge.line, f"merge: {name}: no article has this name; remove it")
    for entry in rules.splits:
        if not any(find_split(replace(rules, splits=(entry,)), a, e) for a in articles for e in a.entities):
            yield _tell(rules, entry.line, f"split: {entry.name}: matches nothing any more; mend or remove it")
    for key, notes in (("rename", rules.renames), ("hide", rules.hidden), ("wikidata", rules.wikidata)):
        for note in notes:
            if _key(note.name) not in known and _key(note.name) not in split:
                yield _tell(rules, note.line, f"{key}: {note.name}: no article has this name; mend or remove it")


def _known_names(articles: Sequence[EnrichedArticle]) -> Mapping[str, None]:
    known: dict[str, None] = {}
    for article in articles:
        for entity in article.entities:
            known[entity.id] = known[entity.id.partition("/")[2]] = None
            known.update((slugify(name.text), None) for name in entity.names)
    return known


def _tell(rules: EntityRules, line: int, message: str) -> Problem:
    return Problem(path=rules.path, message=f"{rules.path}:{line}: {message}")
