"""What `digest export` wrote, read again: its bytes in, an `Export` out, with what a comparison needs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.exceptions import GeneratorError

FIELDS = ("title", "source", "published", "updated", "url")
"""What an article says of itself and is told with its values."""
TEXT = "fingerprint"
"""Of its text, that it changed."""
_LISTS = ("articles", "stories", "threads", "story_links", "topics", "entities", "versions", "corrections")

Record: TypeAlias = Mapping[str, Any]
Correction: TypeAlias = tuple[tuple[tuple[str, str], ...], tuple[str, ...]]
"""What was and is, and notices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What `digest export` wrote: articles, stories and threads by id, ids of topics and entities."""

    articles: Mapping[str, Record]
    stories: Mapping[str, Record]
    threads: Mapping[str, Record]
    story_links: Mapping[tuple[str, str], str]
    """The relation of two stories, by their ids in order."""
    topics: tuple[str, ...]
    entities: tuple[str, ...]
    newest: Mapping[str, str]
    """Older version -> the newest."""
    corrections: Mapping[tuple[str, str | None, str | None], Correction]
    """By the article, the version with the former text and the one that put it right."""


def read_export(data: bytes, name: str) -> Export:
    """Read what `digest export` wrote, in any of JSON's encodings. Raises GeneratorError when it did not."""
    try:
        record = json.loads(data)
        missing = [key for key in _LISTS if not isinstance(record[key], list)]
        if missing:
            raise KeyError(missing[0])
        return Export(
            articles={a["id"]: {k: a[k] for k in ("id", "path", *FIELDS, TEXT)} for a in record["articles"]},
            stories={s["id"]: {k: s[k] for k in ("id", "title", "url", "articles")} for s in record["stories"]},
            threads={t["id"]: _read_thread(t) for t in record["threads"]},
            story_links={in_order(n["from"], n["to"]): n["relation"] for n in record["story_links"]},
            topics=tuple(topic["id"] for topic in record["topics"]),
            entities=tuple(entity["id"] for entity in record["entities"]),
            newest={older: chain["newest"] for chain in record["versions"] for older in chain["older"]},
            corrections={(c["article"], c["older"], c["newer"]): _read_correction(c) for c in record["corrections"]},
        )
    except (ValueError, RecursionError):
        raise GeneratorError(f"{name}: is not JSON; write it with `digest export > {name}`") from None
    except (KeyError, TypeError, AttributeError) as error:
        lack = f"has no {error}" if isinstance(error, KeyError) else "has another form"
        raise GeneratorError(
            f"{name}: is no export of a digest, or one of another release ({lack}); write it with `digest export`"
        ) from None


def _read_thread(record: Record) -> Record:
    episodes = [(episode["story"], episode["article"]) for episode in record["episodes"]]
    return {key: record[key] for key in ("id", "title", "url")} | {"episodes": episodes}


def _read_correction(record: Record) -> Correction:
    return tuple((change["was"], change["now"]) for change in record["changes"]), tuple(record["notices"])


def in_order(one: str, other: str) -> tuple[str, str]:
    """Two ids as a key of `Export.story_links`."""
    return (one, other) if one <= other else (other, one)
