"""What changed between two builds, for people and for programs: `digest diff`. A `DigestDiff` in, text out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from generator.digest_diff import (
    ArticleChange,
    DigestDiff,
    FieldChange,
    Named,
    StoryChange,
    StoryLinkChange,
    ThreadChange,
    VersionChange,
    VersionEvent,
)

_LABEL = 10
_VERSIONS: Mapping[VersionEvent, str] = {
    "newer": ", newer than ",
    "former": ": its former text is kept at ",
    "gone": ": no longer kept is ",
}
_RELATIONS = {"follow-up": "a follow-up", "related": "related"}
_MOST_NAMED = 8


def diff_lines(diff: DigestDiff) -> Iterator[str]:
    """A line for each change: articles, stories, threads, links of stories, the counts of topics and names."""
    yield from _article_lines(diff)
    for story in diff.stories:
        yield from _say_group("story", story.story, story)
    for thread in diff.threads:
        yield from _say_group("thread", thread.thread, thread)
    for link in diff.story_links:
        yield _line("link", _say_link(link))
    for what, came, went in (
        ("topics", diff.topics_added, diff.topics_removed),
        ("names", diff.entities_added, diff.entities_removed),
    ):
        counts = [f"{len(ids)} {done}" for ids, done in ((came, "added"), (went, "removed")) if ids]
        if counts:
            yield _line(what, ", ".join(counts))


def _article_lines(diff: DigestDiff) -> Iterator[str]:
    for named in diff.added:
        yield _line("added", _say(named))
    for version in diff.versions:
        yield _line("version", f"{_say(version.article)}{_VERSIONS[version.event]}{_say_older(version)}")
    for change in diff.changed:
        yield _line("changed", f"{_say(change.article)}: {_say_fields(change)}")
    for label, corrections in (("corrected", diff.corrected), ("withdrawn", diff.withdrawn)):
        for correction in corrections:
            told = [f'"{was}" -> "{now}"' for was, now in correction.changes] or [f'"{n}"' for n in correction.notices]
            yield _line(label, f"{_say(correction.article)}{': ' if told else ''}{'; '.join(told)}")
    for named in diff.removed:
        yield _line("removed", _say(named))


def diff_record(diff: DigestDiff) -> str:
    """One JSON object: every key is there, lists are empty where nothing changed."""
    record: dict[str, Any] = asdict(diff)
    for key in ("corrected", "withdrawn"):
        record[key] = [
            each | {"changes": [{"was": was, "now": now} for was, now in each["changes"]]} for each in record[key]
        ]
    for what in ("topics", "entities"):
        record[what] = {"added": list(record.pop(f"{what}_added")), "removed": list(record.pop(f"{what}_removed"))}
    return json.dumps(record, ensure_ascii=False, indent=1)


def _line(label: str, text: str) -> str:
    return f"{label:<{_LABEL}}{text}"


def _say(named: Named) -> str:
    return f"{named.title} ({named.url})"


def _titles(names: Sequence[Named]) -> str:
    told = ", ".join(f'"{named.title}"' for named in names[:_MOST_NAMED])
    return told + (f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else "")


def _say_fields(change: ArticleChange) -> str:
    return "; ".join(_say_field(field) for field in change.fields)


def _say_field(field: FieldChange) -> str:
    if field.field == "text":
        return "text"
    was, now = (f'"{value}"' if value is not None else "none" for value in (field.was, field.now))
    return f"{field.field} {was} -> {now}"


def _say_older(version: VersionChange) -> str:
    """A newer version is told by the headlines that it replaces, a former text by where it is kept."""
    if version.event == "former":
        return ", ".join(named.url for named in version.older)
    return _titles(version.older)


def _say_group(label: str, named: Named, change: StoryChange | ThreadChange) -> Iterator[str]:
    yield _line(label, f"{', '.join(change.events)}: {_say(named)}")
    if set(change.events) & {"merged", "split", "renamed"}:
        done = "out of" if "merged" in change.events or "split" in change.events else "was"
        yield _line("", f"{done} {_titles(change.was)}")
    if "moved" in change.events:
        yield _line("", f"was at {', '.join(former.url for former in change.was)}")
    if change.added:
        yield _line("", f"+ {_titles(change.added)}")
    if change.left:
        yield _line("", f"- {_titles(change.left)}")


def _say_link(link: StoryLinkChange) -> str:
    first, second = link.stories
    was, now = (_RELATIONS.get(relation or "", relation) for relation in (link.was, link.now))
    ends = f'"{first.title}" and "{second.title}"'
    if was is None:
        return f"{ends}: {now}"
    return f"{ends}: {now}, was {was}" if now is not None else f"{ends}: no link, was {was}"
