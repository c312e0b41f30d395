"""What changed between two builds. In: what `digest export` wrote, twice. Out: a `DigestDiff`, empty for equal ones.

Stories are told apart by their reports, not by ids: a story goes on in the one that has most of its reports. One with
most of the reports of several is a merger; several that got most of theirs from one are what it was split into.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal, TypeAlias

from generator.exceptions import GeneratorError

StoryEvent: TypeAlias = Literal["new", "merged", "split", "grown", "shrunk", "renamed", "moved", "gone"]
_FIELDS = ("title", "source", "published", "updated", "url")
"""What an article says of itself and is told with its values; of its text, that it changed."""
_TEXT = "fingerprint"
_LISTS = ("articles", "stories", "topics", "entities", "versions", "corrections")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An article or a story: id, title and address."""

    id: str
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A value that changed. Of a text the values are fingerprints."""

    field: str
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleChange:
    """An article that says otherwise."""

    article: Named
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVersion:
    """An article that came as the newer version of one that was there."""

    article: Named
    older: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """Facts that a correction changed, as printed."""

    article: Named
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """A story that is new, other than it was, or gone. `was` are the stories that it comes from."""

    story: Named
    events: tuple[StoryEvent, ...]
    was: tuple[Named, ...] = ()
    added: tuple[Named, ...] = ()
    """Reports that none of the former stories had."""
    left: tuple[Named, ...] = ()
    """Reports that one of the former stories had and none of those that come from it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestDiff:
    """All that changed; topics and entities are ids."""

    added: tuple[Named, ...] = ()
    removed: tuple[Named, ...] = ()
    versions: tuple[NewVersion, ...] = ()
    changed: tuple[ArticleChange, ...] = ()
    corrected: tuple[FactChange, ...] = ()
    stories: tuple[StoryChange, ...] = ()
    topics_added: tuple[str, ...] = ()
    topics_removed: tuple[str, ...] = ()
    entities_added: tuple[str, ...] = ()
    entities_removed: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not any(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What `digest export` wrote: articles and stories by id, ids of topics and entities."""

    articles: Mapping[str, Mapping[str, Any]]
    stories: Mapping[str, Mapping[str, Any]]
    topics: tuple[str, ...]
    entities: tuple[str, ...]
    newest: Mapping[str, str]
    """Older version -> the newest."""
    corrections: Mapping[tuple[str, str | None, str | None], tuple[tuple[str, str], ...]]
    """By the article, the version with the former text and the one that put it right: what was, and is."""


def read_export(data: bytes, name: str) -> Export:
    """Read what `digest export` wrote, in any of JSON's encodings. Raises GeneratorError when it did not."""
    try:
        record = json.loads(data)
        missing = [key for key in _LISTS if not isinstance(record[key], list)]
        if missing:
            raise KeyError(missing[0])
        return Export(
            articles={a["id"]: {k: a[k] for k in ("id", "path", *_FIELDS, _TEXT)} for a in record["articles"]},
            stories={s["id"]: {k: s[k] for k in ("id", "title", "url", "articles")} for s in record["stories"]},
            topics=tuple(topic["id"] for topic in record["topics"]),
            entities=tuple(entity["id"] for entity in record["entities"]),
            newest={older: chain["newest"] for chain in record["versions"] for older in chain["older"]},
            corrections={(c["article"], c["older"], c["newer"]): _correction(c) for c in record["corrections"]},
        )
    except (ValueError, RecursionError):
        raise GeneratorError(f"{name}: is not JSON; write it with `digest export > {name}`") from None
    except (KeyError, TypeError, AttributeError) as error:
        lack = f"has no {error}" if isinstance(error, KeyError) else "has another form"
        raise GeneratorError(
            f"{name}: is no export of a digest, or one of another release ({lack}); write it with `digest export`"
        ) from None


def diff_exports(old: Export, new: Export) -> DigestDiff:
    """What changed from the old one to the new one, in the order of the new one, what went in that of the old one."""
    fresh = [identity for identity in new.articles if identity not in old.articles]
    before: dict[str, list[Named]] = {}
    for older, newest in new.newest.items():
        if older in old.articles and newest not in old.articles:
            before.setdefault(newest, []).append(_name(old.articles[older]))
    return DigestDiff(
        added=tuple(_name(new.articles[i]) for i in fresh if i not in before),
        removed=tuple(_name(a) for i, a in old.articles.items() if i not in new.articles),
        versions=tuple(
            NewVersion(article=_name(new.articles[i]), older=tuple(before[i])) for i in fresh if i in before
        ),
        changed=tuple(_find_changed(old, new)),
        corrected=tuple(
            FactChange(article=_name(new.articles[pair[0]]), changes=correction)
            for pair, correction in new.corrections.items()
            if old.corrections.get(pair) != correction and pair[0] in new.articles
        ),
        stories=tuple(_Stories(old, new).compare()),
        topics_added=_without(new.topics, old.topics),
        topics_removed=_without(old.topics, new.topics),
        entities_added=_without(new.entities, old.entities),
        entities_removed=_without(old.entities, new.entities),
    )


def _correction(record: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((change["was"], change["now"]) for change in record["changes"])


def _name(record: Mapping[str, Any]) -> Named:
    return Named(id=record["id"], title=record["title"], url=record["url"])


def _without(some: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    known = frozenset(others)
    return tuple(each for each in some if each not in known)


def _find_changed(old: Export, new: Export) -> Iterator[ArticleChange]:
    for identity, article in new.articles.items():
        before = old.articles.get(identity)
        if before is None or before == article:
            continue
        changes = tuple(
            FieldChange(field="text" if key == _TEXT else key, was=before[key], now=article[key])
            for key in (*_FIELDS, _TEXT)
            if before[key] != article[key]
        )
        if changes:
            yield ArticleChange(article=_name(article), fields=changes)


# --- stories ---------------------------------------------------------------------------------------------------------


class _Stories:
    """The stories of two exports, by reports; of an older version, the newest stands for it."""

    def __init__(self, old: Export, new: Export) -> None:
        self._old, self._new = old, new
        self._before = {i: [new.newest.get(a, a) for a in s["articles"]] for i, s in old.stories.items()}
        self._after = {i: [new.newest.get(a, a) for a in s["articles"]] for i, s in new.stories.items()}
        home = {article: i for i, articles in self._before.items() for article in articles}
        shared = Counter((home[a], i) for i, articles in self._after.items() for a in articles if a in home)
        self._parents: dict[str, list[str]] = {i: [] for i in self._after}
        self._heirs: dict[str, list[str]] = {i: [] for i in self._before}
        self._tied: dict[str, list[str]] = {i: [] for i in self._after}
        for (before, after), count in shared.items():
            most = 2 * count > len(self._before[before])
            from_one = 2 * count > len(self._after[after])
            if most:
                self._parents[after].append(before)
            if from_one:
                self._heirs[before].append(after)
            if most or from_one:
                self._tied[after].append(before)
        place = {before: at for at, before in enumerate(self._before)}
        for tied in self._tied.values():
            tied.sort(key=place.__getitem__)

    def compare(self) -> Iterator[StoryChange]:
        """What changed, in the order of the new stories; then those that are gone."""
        for identity in self._after:
            change = self._compare_one(identity)
            if change.events:
                yield change
        going_on = {before for tied in self._tied.values() for before in tied}
        for identity, story in self._old.stories.items():
            if identity not in going_on:
                yield StoryChange(story=_name(story), events=("gone",), left=self._names(self._before[identity]))

    def _compare_one(self, identity: str) -> StoryChange:
        story, was = self._new.stories[identity], self._tied[identity]
        had = {article for before in was for article in self._before[before]}
        kept = {a for before in was for heir in {*self._heirs[before], identity} for a in self._after[heir]}
        added = [a for a in self._after[identity] if a not in had]
        left = [a for before in was for a in self._before[before] if a not in kept]
        return StoryChange(
            story=_name(story),
            events=tuple(self._find_events(identity, was, added, left)),
            was=tuple(_name(self._old.stories[before]) for before in was),
            added=self._names(added) if was else self._names(self._after[identity]),
            left=self._names(left),
        )

    def _find_events(
        self, identity: str, was: Sequence[str], added: Sequence[str], left: Sequence[str]
    ) -> Iterator[StoryEvent]:
        if not was:
            yield "new"
            return
        if len(self._parents[identity]) > 1:
            yield "merged"
        if any(len(self._heirs[before]) > 1 for before in was):
            yield "split"
        if added:
            yield "grown"
        if left:
            yield "shrunk"
        story, before = self._new.stories[identity], [self._old.stories[each] for each in was]
        if all(each["title"] != story["title"] for each in before):
            yield "renamed"
        if all(each["url"] != story["url"] for each in before):
            yield "moved"

    def _names(self, articles: Sequence[str]) -> tuple[Named, ...]:
        known = ((self._new.articles.get(a) or self._old.articles.get(a)) for a in articles)
        return tuple(_name(article) for article in known if article is not None)
