"""The packaged subject vocabulary: IPTC Media Topics, active concepts, English labels.

`media-topics.json` in, `Concept` values by qcode (`medtop:20000056`) out. Source and licence: `NOTICE.md`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A Media Topic. `id` is its qcode; `parent` is None for the 17 top terms; `wikidata` is an item id (`Q350604`)."""

    id: str
    label: str
    parent: str | None
    wikidata: str | None


@cache
def load_media_topics() -> Mapping[str, Concept]:
    """Read the packaged concepts, by qcode, in qcode order."""
    rows = json.loads(files("generator.vocabulary").joinpath("media-topics.json").read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            row["qcode"]: Concept(id=row["qcode"], label=row["label"], parent=row["parent"], wikidata=row["wikidata"])
            for row in rows
        }
    )


def ancestors(concept_id: str, concepts: Mapping[str, Concept] | None = None) -> tuple[str, ...]:
    """The concepts above one, nearest first, its top term last; empty for a top term and for an unknown id."""
    known = load_media_topics() if concepts is None else concepts
    found: list[str] = []
    concept = known.get(concept_id)
    while concept is not None and concept.parent is not None and concept.parent not in found:
        found.append(concept.parent)
        concept = known.get(concept.parent)
    return tuple(found)
