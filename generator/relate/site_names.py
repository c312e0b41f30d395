"""What a site's own file does with names: the rules of `content/vocabulary/entities.yml` applied.

A name of the file means what articles call so; `place/chelsea` means the place alone. A surname, an acronym or another
alias means the one entity that articles call so, and nobody where they call several so.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cache, lru_cache
from itertools import chain
from typing import TypeAlias

from generator.model import EnrichedArticle, Entity, Problem
from generator.relate.organisation_names import is_acronym
from generator.slugs import slugify
from generator.vocabulary.cleaning import fold_source
from generator.vocabulary.entities import EntityRules, Note, Split

Called: TypeAlias = Mapping[str, tuple[str, ...]]
"""A short or other name, as a slug -> the ids of all whom articles call so."""
_MOST_TOLD = 5


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
    key = _key(name)
    return entity.id == key if "/" in key else entity.id.partition("/")[2] == key


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


def find_called(articles: Sequence[EnrichedArticle], rules: EntityRules) -> Called:
    """Short and other names, as slugs, with the ids of those whom articles call so, where nobody is so named in full.

    Nothing where the file says nothing that a name is looked up for.
    """
    if not (rules.merges or rules.renames or rules.hidden or rules.wikidata):
        return {}
    slug_of = cache(slugify)
    full: set[str] = set()
    found: dict[str, set[str]] = {}
    for article in articles:
        for entity in article.entities:
            own = entity.id.partition("/")[2]
            if not (is_acronym(entity.name) if entity.kind == "organisation" else " " not in entity.name):
                full.add(own)
            for name in entity.names:
                if (slug := slug_of(name.text)) != own:
                    found.setdefault(slug, set()).add(entity.id)
    return {slug: tuple(sorted(ids)) for slug, ids in found.items() if slug not in full}


def list_merged(rules: EntityRules, ids: Iterable[str], called: Called) -> Iterator[tuple[str, str, str]]:
    """Pairs of ids that the file makes one, with the name to show."""
    by_slug: dict[str, list[str]] = {}
    for identity in sorted(ids):
        by_slug.setdefault(identity.partition("/")[2], []).append(identity)
        by_slug[identity] = [identity]
    for merge in rules.merges:
        named = ((*by_slug.get(_key(name), ()), *_only_one(name, called, by_slug)) for name in merge.names)
        found = list(dict.fromkeys(chain.from_iterable(named)))
        for other in found[1:]:
            yield found[0], other, merge.names[0]


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """An id as it is, a name as a slug."""
    return name if "/" in name else slugify(name)


def _only_one(name: str, called: Called, known: Container[str]) -> tuple[str, ...]:
    """Whom articles call so, where that is one alone."""
    ids = called.get(_key(name), ())
    return ids if len(ids) == 1 and ids[0] in known else ()


class SiteNotes:
    """What the file says of single names: new names, Wikidata ids, and who is hidden."""

    def __init__(self, rules: EntityRules, called: Called) -> None:
        self._hidden = _index_notes(rules.hidden, called)
        self._names = _index_notes(rules.renames, called)
        self._wikidata = _index_notes(rules.wikidata, called)

    def apply(self, entity: Entity, members: Sequence[str]) -> Entity | None:
        """The entity as the file wants it, None when it hides it; `members` are the ids it was joined from."""
        if not (self._hidden or self._names or self._wikidata):
            return entity
        ids = (entity.id, *members)
        keys = {*ids, *(identity.partition("/")[2] for identity in ids), slugify(entity.name)}
        if _last_note(self._hidden, keys) is not None:
            return None
        name, wikidata = _last_note(self._names, keys), _last_note(self._wikidata, keys)
        return replace(entity, name=name or entity.name, wikidata=wikidata or entity.wikidata)


def _index_notes(notes: Sequence[Note], called: Called) -> dict[str, tuple[int, str]]:
    """What a note is found by, an id or a slug -> its place and text; the last note of a name holds."""
    found: dict[str, tuple[int, str]] = {}
    for place, note in enumerate(notes):
        only = called.get(_key(note.name), ())
        for key in (_key(note.name), *(only if len(only) == 1 else ())):
            found[key] = (place, note.text)
    return found


def _last_note(notes: Mapping[str, tuple[int, str]], keys: Set[str]) -> str | None:
    return max((notes[key] for key in keys if key in notes), default=(0, None))[1]


def find_unmatched(articles: Sequence[EnrichedArticle], rules: EntityRules) -> Iterator[Problem]:
    """Entries of the file that no article has a use for any more."""
    if rules == EntityRules(path=rules.path):
        return
    known, called = _known_names(articles), find_called(articles, rules)
    known.update((slugify(entry.own), None) for entry in rules.splits)
    for merge in rules.merges:
        for name in merge.names[1:]:
            if lack := _say_lack(name, known, called):
                yield _tell(rules, merge.line, f"merge: {name}: {lack}")
    for entry in rules.splits:
        if not any(means(entry.name, e) and _holds(entry, a, e) for a in articles for e in a.entities):
            yield _tell(rules, entry.line, f"split: {entry.name}: matches nothing any more; mend or remove it")
    for key, notes in (("rename", rules.renames), ("hide", rules.hidden), ("wikidata", rules.wikidata)):
        for note in notes:
            if lack := _say_lack(note.name, known, called):
                yield _tell(rules, note.line, f"{key}: {note.name}: {lack}")


def _say_lack(name: str, known: Container[str], called: Called) -> str:
    """Why a name of the file is of no use, and the remedy; empty where it is."""
    ids = called.get(_key(name), ())
    if len(ids) < 2:
        return "" if ids or _key(name) in known else "no article has this name; mend or remove it"
    return f"articles call {len(ids)} so ({', '.join(ids[:_MOST_TOLD])}); write the full name or the id of one"


def _known_names(articles: Sequence[EnrichedArticle]) -> dict[str, None]:
    known: dict[str, None] = {}
    for article in articles:
        for entity in article.entities:
            known[entity.id] = known[entity.id.partition("/")[2]] = None
    return known


def _tell(rules: EntityRules, line: int, message: str) -> Problem:
    return Problem(path=rules.path, message=f"{rules.path}:{line}: {message}")
