"""Articles understood as the program does it, to be compared as versions."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any

from generator.config import EnrichConfig, RelateConfig
from generator.enrich.article import enrich_article
from generator.enrich.lexicon import Lexicon, load_lexicon
from generator.model import Chain, Correction, Document, EnrichedArticle, VersionOf
from generator.record.article import make_article
from generator.relate.corrections import find_corrections
from generator.relate.digest import relate_articles

NINE = datetime(2015, 12, 9, 9, tzinfo=UTC)
NOON = datetime(2015, 12, 9, 12, tzinfo=UTC)
TITLE = "Ferry sinks off Brinemouth"
REST = (
    "The old ship had left the quay an hour before the storm reached the strait.",
    "Divers will look at the wreck when the sea is calm, the harbour master said.",
    "Her owners said that she had been inspected in the spring.",
)


@cache
def _lexicon() -> Lexicon:
    return load_lexicon(EnrichConfig())


def understand(identity: str, *sentences: str, title: str = TITLE, **values: Any) -> EnrichedArticle:
    """An article of these paragraphs."""
    said = {"published": NINE, "source": "Sample Wire", **values}
    document = Document(id=identity, title=title, body="\n\n".join(sentences), **said)
    return enrich_article(make_article(document, f"articles/2015/12/{identity}.md"), _lexicon(), EnrichConfig())


def silently(was: str, now: str, *more: str, **values: Any) -> tuple[Correction, ...]:
    """What is said of an article whose raw file changed; `more` are sentences that only the new text has."""
    old_title = values.pop("old_title", TITLE)
    old = understand("old", was, *REST, title=old_title, version_of=VersionOf(article="new", until=NOON))
    return find_corrections(
        (old, understand("new", now, *REST, *more, **values)), (Chain(newest="new", older=("old",)),)
    )


def labelled(was: str, now: str, *labels: str, more: tuple[str, ...] = (), **values: Any) -> tuple[Correction, ...]:
    """What is said of a version that the wire sent with these labels at noon."""
    old = understand("old", was, *REST, labels=values.pop("old_labels", ()))
    new = understand("new", now, *REST, *more, labels=labels, **{"published": NOON, **values})
    digest = relate_articles((old, new), {}, RelateConfig(), None)
    assert digest.versions == (Chain(newest="new", older=("old",)),)
    return digest.corrections


def facts(corrections: tuple[Correction, ...]) -> list[tuple[str, str, str]]:
    return [(change.kind, change.was, change.now) for found in corrections for change in found.changes]


def updated(corrections: tuple[Correction, ...]) -> list[tuple[str, str, str]]:
    """The facts of updates; there must be no correction."""
    assert all(found.is_update for found in corrections)
    return facts(corrections)
