"""What changed between two builds. In: what `digest export` wrote, twice. Out: a `DigestDiff`, empty for equal ones.

Stories are told apart by their reports, not by ids, and threads by their episodes (`group_changes.py`). Of an older
version, the newest stands for it: a former text is no new article, and no report that a story lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Literal, TypeAlias

from generator.exported import FIELDS, TEXT, Export, Record, in_order
from generator.group_changes import GroupChange, GroupEvent, compare_groups

Event: TypeAlias = GroupEvent | Literal["renamed", "moved"]
VersionEvent: TypeAlias = Literal["newer", "former", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An article, a story or a thread: id, title and address."""

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
class VersionChange:
    """Older versions of an article that are such now, or are not any more.

    `newer`: it came, or was found, as the newer version of them. `former`: it was there, and they are texts it had.
    `gone`: they are not kept any more.
    """

    article: Named
    event: VersionEvent
    older: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """Facts that a correction changed, as printed, and the words of who corrected."""

    article: Named
    changes: tuple[tuple[str, str], ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """A story that is new, other than it was, or gone. `was` are the stories that it comes from."""

    story: Named
    events: tuple[Event, ...]
    was: tuple[Named, ...] = ()
    added: tuple[Named, ...] = ()
    """Reports that none of the former stories had."""
    left: tuple[Named, ...] = ()
    """Reports that one of the former stories had and none of those that come from it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadChange:
    """A thread that is new, other than it was, or gone; `added` and `left` are episodes: stories, or articles alone."""

    thread: Named
    events: tuple[Event, ...]
    was: tuple[Named, ...] = ()
    added: tuple[Named, ...] = ()
    left: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLinkChange:
    """Two stories that point at one another otherwise than before: relations, None for no link."""

    stories: tuple[Named, Named]
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestDiff:
    """All that changed; topics and entities are ids."""

    added: tuple[Named, ...] = ()
    removed: tuple[Named, ...] = ()
    versions: tuple[VersionChange, ...] = ()
    changed: tuple[ArticleChange, ...] = ()
    corrected: tuple[FactChange, ...] = ()
    withdrawn: tuple[FactChange, ...] = ()
    """Corrections that are told no more."""
    stories: tuple[StoryChange, ...] = ()
    threads: tuple[ThreadChange, ...] = ()
    story_links: tuple[StoryLinkChange, ...] = ()
    topics_added: tuple[str, ...] = ()
    topics_removed: tuple[str, ...] = ()
    entities_added: tuple[str, ...] = ()
    entities_removed: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not any(getattr(self, field.name) for field in fields(self))


def diff_exports(old: Export, new: Export) -> DigestDiff:
    """What changed from the old one to the new one, in the order of the new one, what went in that of the old one."""
    stories = _Stories(old, new)
    return DigestDiff(
        added=tuple(
            _name(a) for i, a in new.articles.items() if i not in old.articles and not _is_version(i, old, new)
        ),
        removed=tuple(_name(a) for i, a in old.articles.items() if i not in new.articles and i not in old.newest),
        versions=tuple(_find_versions(old, new)),
        changed=tuple(_find_changed(old, new)),
        corrected=tuple(_find_corrections(new, old)),
        withdrawn=tuple(each for each in _find_corrections(old, new, by_key=True) if each.article.id in new.articles),
        stories=tuple(stories.compare()),
        threads=tuple(stories.compare_threads()),
        story_links=tuple(stories.compare_links()),
        topics_added=_without(new.topics, old.topics),
        topics_removed=_without(old.topics, new.topics),
        entities_added=_without(new.entities, old.entities),
        entities_removed=_without(old.entities, new.entities),
    )


def _name(record: Record) -> Named:
    return Named(id=record["id"], title=record["title"], url=record["url"])


def _without(some: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    known = frozenset(others)
    return tuple(each for each in some if each not in known)


# --- articles --------------------------------------------------------------------------------------------------------


def _is_version(identity: str, old: Export, new: Export) -> bool:
    """Whether an article that came is told as a version: an older one, or the newer one of what was there."""
    if identity in new.newest:
        return True
    return any(newest == identity and older in old.articles for older, newest in new.newest.items())


def _find_versions(old: Export, new: Export) -> Iterator[VersionChange]:
    """By the newest, the older versions that are such since, and those that are not kept."""
    older: dict[tuple[str, VersionEvent], list[Named]] = {}
    for version, newest in new.newest.items():
        if old.newest.get(version) != newest and version in new.articles and newest in new.articles:
            is_former = newest in old.articles and version not in old.articles
            older.setdefault((newest, "former" if is_former else "newer"), []).append(_name(new.articles[version]))
    for version, newest in old.newest.items():
        if version not in new.articles and newest in new.articles:
            older.setdefault((newest, "gone"), []).append(_name(old.articles[version]))
    for (newest, event), versions in older.items():
        yield VersionChange(article=_name(new.articles[newest]), event=event, older=tuple(versions))


def _find_changed(old: Export, new: Export) -> Iterator[ArticleChange]:
    for identity, article in new.articles.items():
        before = old.articles.get(identity)
        if before is None or before == article:
            continue
        changes = tuple(
            FieldChange(field="text" if key == TEXT else key, was=before[key], now=article[key])
            for key in (*FIELDS, TEXT)
            if before[key] != article[key]
        )
        if changes:
            yield ArticleChange(article=_name(article), fields=changes)


def _find_corrections(some: Export, others: Export, *, by_key: bool = False) -> Iterator[FactChange]:
    """Corrections that the others lack, or have otherwise (`by_key`: lack)."""
    for key, correction in some.corrections.items():
        differs = key not in others.corrections if by_key else others.corrections.get(key) != correction
        if differs and key[0] in some.articles:
            changes, notices = correction
            yield FactChange(article=_name(some.articles[key[0]]), changes=changes, notices=notices)


# --- stories and threads ---------------------------------------------------------------------------------------------


class _Stories:
    """The stories of two exports and what is made of them; of an older version, the newest stands for it."""

    def __init__(self, old: Export, new: Export) -> None:
        self._old, self._new = old, new
        before = {identity: self._reports(story) for identity, story in old.stories.items()}
        after = {identity: self._reports(story) for identity, story in new.stories.items()}
        self._changes = tuple(compare_groups(before, after))
        self._home = {article: identity for identity, articles in after.items() for article in articles}
        self._before = before

    def _now_article(self, article: str) -> str:
        """The version of an article that is shown now."""
        if article in self._new.articles:
            return self._new.newest.get(article, article)
        kept = (older for older, newest in self._old.newest.items() if newest == article)
        return next((self._new.newest.get(older, older) for older in kept if older in self._new.articles), article)

    def _reports(self, story: Record) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self._now_article, story["articles"])))

    def compare(self) -> Iterator[StoryChange]:
        """What changed, in the order of the new stories; then those that are gone."""
        for change in self._changes:
            if events := _find_events(change, self._old.stories, self._new.stories):
                yield StoryChange(
                    story=_name(self._record(change, self._old.stories, self._new.stories)),
                    events=events,
                    was=tuple(_name(self._old.stories[each]) for each in change.was),
                    added=self._reports_named(change.added),
                    left=self._reports_named(change.left),
                )

    def compare_threads(self) -> Iterator[ThreadChange]:
        """What changed, in the order of the new threads; then those that are gone."""
        before = {i: self._episodes(thread, self._now) for i, thread in self._old.threads.items()}
        after = {i: self._episodes(thread, str) for i, thread in self._new.threads.items()}
        for change in compare_groups(before, after):
            if events := _find_events(change, self._old.threads, self._new.threads):
                yield ThreadChange(
                    thread=_name(self._record(change, self._old.threads, self._new.threads)),
                    events=events,
                    was=tuple(_name(self._old.threads[each]) for each in change.was),
                    added=self._names(change.added),
                    left=self._names(change.left),
                )

    def compare_links(self) -> Iterator[StoryLinkChange]:
        """Links between stories that go on: what a new story points at, or pointed at that is gone, is told as well."""
        was = {in_order(*map(self._now, pair)): relation for pair, relation in self._old.story_links.items()}
        now = self._new.story_links
        for pair in (*now, *(pair for pair in was if pair not in now)):
            one, other = pair
            if one != other and was.get(pair) != now.get(pair):
                (first, second) = (*self._names((one,)), *self._names((other,)))
                yield StoryLinkChange(stories=(first, second), was=was.get(pair), now=now.get(pair))

    def _now(self, story: str) -> str:
        """The new story that most reports of an old one are of; its own id where none is."""
        homes = Counter(self._home[article] for article in self._before.get(story, ()) if article in self._home)
        return homes.most_common(1)[0][0] if homes else story

    def _episodes(self, thread: Record, story_now: Callable[[str], str]) -> tuple[str, ...]:
        """What its episodes are now: stories, or articles of none."""
        leads = ((story, self._now_article(article)) for story, article in thread["episodes"])
        return tuple(
            dict.fromkeys(
                story_now(story) if story is not None else self._home.get(lead, lead) for story, lead in leads
            )
        )

    def _record(self, change: GroupChange, old: Mapping[str, Record], new: Mapping[str, Record]) -> Record:
        return old[change.group] if "gone" in change.events else new[change.group]

    def _reports_named(self, ids: Sequence[str]) -> tuple[Named, ...]:
        """Articles by their ids, each with its own headline: a story's id is that of a report, too."""
        known = (self._new.articles.get(each) or self._old.articles.get(each) for each in ids)
        return tuple(_name(each) for each in known if each is not None)

    def _names(self, ids: Sequence[str]) -> tuple[Named, ...]:
        """Stories, or articles, by their ids; a story's is that of a report, and goes first."""
        kinds = (self._new.stories, self._new.articles, self._old.stories, self._old.articles)
        known = (next((kind[each] for kind in kinds if each in kind), None) for each in ids)
        return tuple(_name(each) for each in known if each is not None)


def _find_events(change: GroupChange, old: Mapping[str, Record], new: Mapping[str, Record]) -> tuple[Event, ...]:
    if not change.was:
        return change.events
    group, before = new[change.group], [old[each] for each in change.was]
    events: list[Event] = [*change.events]
    if all(each["title"] != group["title"] for each in before):
        events.append("renamed")
    if all(each["url"] != group["url"] for each in before):
        events.append("moved")
    return tuple(events)
