"""What changed between two builds, for people and for programs: `digest diff`. A `DigestDiff` in, text out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from generator.digest_diff import ArticleChange, DigestDiff, FieldChange, Named, StoryChange

_LABEL = 10
_MOST_NAMED = 8


def diff_lines(diff: DigestDiff) -> Iterator[str]:
    """A line for each change, articles first, then stories, then the counts of topics and names; none for none."""
    for named in diff.added:
        yield _line("added", _say(named))
    for version in diff.versions:
        yield _line("version", f"{_say(version.article)}, newer than {_titles(version.older)}")
    for change in diff.changed:
        yield _line("changed", f"{_say(change.article)}: {_say_fields(change)}")
    for correction in diff.corrected:
        told = "; ".join(f'"{was}" -> "{now}"' for was, now in correction.changes)
        yield _line("corrected", f"{_say(correction.article)}{': ' if told else ''}{told}")
    for named in diff.removed:
        yield _line("removed", _say(named))
    for story in diff.stories:
        yield from _say_story(story)
    for what, came, went in (
        ("topics", diff.topics_added, diff.topics_removed),
        ("names", diff.entities_added, diff.entities_removed),
    ):
        counts = [f"{len(ids)} {done}" for ids, done in ((came, "added"), (went, "removed")) if ids]
        if counts:
            yield _line(what, ", ".join(counts))


def diff_record(diff: DigestDiff) -> str:
    """One JSON object: every key is there, lists are empty where nothing changed."""
    record: dict[str, Any] = asdict(diff)
    record["corrected"] = [
        each | {"changes": [{"was": was, "now": now} for was, now in each["changes"]]} for each in record["corrected"]
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


def _say_story(change: StoryChange) -> Iterator[str]:
    yield _line("story", f"{', '.join(change.events)}: {_say(change.story)}")
    if set(change.events) & {"merged", "split", "renamed"}:
        done = "out of" if "merged" in change.events or "split" in change.events else "was"
        yield _line("", f"{done} {_titles(change.was)}")
    if "moved" in change.events:
        yield _line("", f"was at {', '.join(named.url for named in change.was)}")
    if change.added:
        yield _line("", f"+ {_titles(change.added)}")
    if change.left:
        yield _line("", f"- {_titles(change.left)}")
