"""What another conversion made of a document: two documents in, the fields and paragraphs that differ out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from difflib import SequenceMatcher

from generator.model import Contributor, Dateline, Document
from generator.moments import format_moment

# Beyond so many paragraphs, which no article has, they are counted without regard to their order: the comparison's time
# grows with the square of their number.
_MOST_PARAGRAPHS = 500
_NOT_SAID = frozenset(("id", "body", "origin"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A front matter key and its value before and after, as a person would write it; None when it was not there."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs between a Markdown file and its raw file converted anew."""

    path: str
    fields: tuple[FieldChange, ...] = ()
    added: int = 0
    """Paragraphs."""
    removed: int = 0
    changed: int = 0
    former: str | None = None
    """Path of the file that keeps the text which stood there."""
    restored: bool = False
    """Whether the article has its former text again, so that no other is kept of it."""


def compare(path: str, before: Document, after: Document) -> Change:
    """What changed in the file at `path`: a renamed raw file shows as `origin`, other bytes of it do not."""
    changes = [
        FieldChange(name=field.name, before=was, after=now)
        for field in fields(Document)
        if field.name not in _NOT_SAID
        and (was := _say(getattr(before, field.name))) != (now := _say(getattr(after, field.name)))
    ]
    origins = [document.origin.path if document.origin else None for document in (before, after)]
    if origins[0] != origins[1]:
        changes.append(FieldChange(name="origin", before=origins[0], after=origins[1]))
    added, removed, changed = _compare_paragraphs(_paragraphs(before.body), _paragraphs(after.body))
    return Change(path=path, fields=tuple(changes), added=added, removed=removed, changed=changed)


def _paragraphs(body: str) -> list[str]:
    return [paragraph for paragraph in body.split("\n\n") if paragraph.strip()]


def _compare_paragraphs(before: Sequence[str], after: Sequence[str]) -> tuple[int, int, int]:
    """How many were added, removed and changed."""
    if max(len(before), len(after)) > _MOST_PARAGRAPHS:
        was, now = Counter(before), Counter(after)
        return (now - was).total(), (was - now).total(), 0
    added = removed = changed = 0
    for kind, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        gone, come = end - start, other_end - other_start
        changed += min(gone, come)
        removed += max(0, gone - come)
        added += max(0, come - gone)
    return added, removed, changed


def _say(value: object) -> str | None:
    if value is None or value == () or value == {}:
        return None
    if isinstance(value, date):
        return format_moment(value)
    if isinstance(value, Dateline):
        return ", ".join(str(part) for part in (value.place, value.date) if part)
    if isinstance(value, Contributor):
        return f"{value.name} ({value.role})"
    return ", ".join(_say(entry) or "" for entry in value) if isinstance(value, tuple) else str(value)
