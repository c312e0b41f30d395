"""What conversion changed in articles that were there, for people: a refresh, or raw files that are others now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.conversion import Conversion
from generator.record.changes import Change, FieldChange

_TOLD_WHOLE = ("title", "published", "updated", "source", "origin")
"""Fields whose values are printed; of the others, the name."""
_LONGEST_VALUE = 60
_BYTES_ONLY = "its raw file's bytes only"


def change_lines(done: Conversion, folder: Path) -> Iterator[str]:
    """A line for each article that changed, is new, or was kept; `folder` is `docs_dir` as a person would name it."""
    for path in done.new:
        yield f"new      {(folder / path).as_posix()}"
    for change in done.changes:
        said = f"{describe_change(change)}{describe_former(change, folder)}"
        yield f"changed  {(folder / change.path).as_posix()}: {said}"
    for path in done.kept:
        yield f"kept     {(folder / path).as_posix()}: edited by hand"
    for path in done.left:
        yield f"left     {(folder / path).as_posix()}: no longer in its raw file"


def anew_lines(done: Conversion, folder: Path) -> Iterator[str]:
    """A line for each article that was written over, because its raw file is another than it was."""
    for change in done.changes:
        if (said := describe_change(change)) != _BYTES_ONLY:
            said += describe_former(change, folder)
            yield f"Note: {(folder / change.path).as_posix()} was converted anew, for its raw file changed: {said}"


def describe_change(change: Change) -> str:
    """`title "A" -> "B"; deck; 2 paragraphs removed, 1 changed`."""
    told = [_describe_field(field) for field in change.fields]
    counts = {"added": change.added, "removed": change.removed, "changed": change.changed}
    parts = [f"{count} {what}" for what, count in counts.items() if count]
    if parts:
        first = next(count for count in counts.values() if count)
        parts[0] = parts[0].replace(" ", " paragraph " if first == 1 else " paragraphs ", 1)
        told.append(", ".join(parts))
    return "; ".join(told) or _BYTES_ONLY


def describe_former(change: Change, folder: Path) -> str:
    """Where the former text is; nothing where none was kept."""
    if change.restored:
        return "; it is what it was before, and no former text is kept"
    return f"; its former text is {(folder / change.former).as_posix()}" if change.former else ""


def _describe_field(field: FieldChange) -> str:
    if field.name not in _TOLD_WHOLE:
        return field.name
    return f"{field.name} {_shorten(field.before)} -> {_shorten(field.after)}"


def _shorten(value: str | None) -> str:
    if value is None:
        return "none"
    return f'"{value}"' if len(value) <= _LONGEST_VALUE else f'"{value[:_LONGEST_VALUE].rstrip()}…"'


def summarise_refresh(done: Conversion, told: int, *, dry_run: bool) -> str:
    """One line of totals; `told` is the number of problems."""
    counts = {
        "changed": len(done.changes),
        "unchanged": done.unchanged,
        "new": len(done.new),
        "edited by hand and kept": len(done.kept),
        "no longer in their raw file": len(done.left),
        "without a raw file in the inbox": done.gone,
        "problems": told,
    }
    always = ("changed", "unchanged")
    line = ", ".join(f"{count} {what}" for what, count in counts.items() if count or what in always)
    return f"{line}; nothing was written" if dry_run else line
