"""The packaged topic rules: `rules/*.yml` in, rows by qcode out.

A file a top term of IPTC Media Topics. Each is YAML with one key a line and lists without quotation marks, so that it
can be read line by line, ten times as fast as by a YAML parser; a test compares the two readings.
"""

from __future__ import annotations

from importlib.resources import files

from generator.vocabulary.topics import TopicRow

FOLDER = "rules"


def read_rows() -> dict[str, TopicRow]:
    """All rows, in the order of the files' names."""
    rows: dict[str, TopicRow] = {}
    folder = files("generator.enrich.topics").joinpath(FOLDER)
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".yml"):
            rows.update(parse_rows(file.read_text(encoding="utf-8")))
    return rows


def parse_rows(text: str) -> dict[str, TopicRow]:
    """The rows of one file."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    row: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if line.startswith("medtop:"):
            row = found.setdefault(line.rstrip(":"), {})
        elif line.endswith("]"):
            key, _, value = line.partition(": ")
            row[key.lstrip()] = tuple(value[1:-1].split(", "))
    return {topic: TopicRow(**lists) for topic, lists in found.items()}
