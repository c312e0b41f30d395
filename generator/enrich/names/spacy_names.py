"""Names found by a spaCy pipeline. In: the pipeline and an article's text. Out: mentions and what they name.

spaCy says what is a name and of which kind; who is meant is said as ever. A name that our rules find at the same place
and of the same kind keeps their reading: "Cameron" of "Prime Minister Cameron" is David Cameron, in office. Another is
looked up in the packaged lists, then among the article's own people and acronyms, else it names what it says. A name
that spaCy does not see is none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import metadata
from typing import Any

from generator.enrich.lexicon import Lexicon
from generator.enrich.names.cities import Place
from generator.enrich.names.entities import find_entities
from generator.enrich.names.organisations import Organisation, is_acronym_of
from generator.enrich.names.people import surname_of
from generator.enrich.tokens import Tokens, split_words
from generator.exceptions import ConfigError, MissingExtraError
from generator.model import Entity, EntityKind, Mention, Name, Span
from generator.slugs import slugify

KINDS: Mapping[str, EntityKind] = {
    "PERSON": "person", "PER": "person",
    "GPE": "place", "LOC": "place", "FAC": "place",
    "ORG": "organisation",
}  # fmt: skip
"""spaCy's labels -> ours. NORP holds parties and peoples: only the well-known parties among them are names."""
_GROUPS = "NORP"
_NEEDED = frozenset("tok2vec transformer ner entity_ruler span_ruler beam_ner".split())
"""Components that name entities, or feed one that does; parsing and tagging would cost most of the time."""
_LONGEST = 50_000
"""Characters given to a pipeline at once: its memory grows with them."""
_EDGES = " \t\n.,;:'\"“”‘’()"
_ENDINGS = ("'s", "’s", "'", "’")


@cache
def load_pipeline(name: str) -> Any:
    """The pipeline of this name or path, with what names entities only.

    Raises MissingExtraError without spaCy, ConfigError without the pipeline.
    """
    try:
        import spacy
    except ImportError as error:
        raise MissingExtraError(
            f"mkdocs.yml: enrich: recogniser: spacy:{name} needs spaCy ({error}); run "
            "`pip install 'news-digest-generator[spacy]'`, or write `recogniser: rules`"
        ) from None
    try:
        pipeline = spacy.load(name)
    except OSError:
        raise ConfigError(
            f"mkdocs.yml: enrich: recogniser: no spaCy pipeline is installed under the name {name!r}; run "
            f"`python -m spacy download {name}`, or write `recogniser: rules`"
        ) from None
    except (ImportError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise ConfigError(
            f"mkdocs.yml: enrich: recogniser: the spaCy pipeline {name!r} does not load: {reason}"
        ) from None
    kept = [pipe for pipe in pipeline.pipe_names if pipeline.get_pipe_meta(pipe).factory in _NEEDED]
    if not any(pipeline.get_pipe_meta(pipe).factory not in ("tok2vec", "transformer") for pipe in kept):
        raise ConfigError(
            f"mkdocs.yml: enrich: recogniser: the spaCy pipeline {name!r} names no people, places or organisations; "
            "choose one with `ner` or `entity_ruler`"
        )
    pipeline.select_pipes(enable=kept)
    return pipeline


def pipeline_version(name: str) -> str:
    """spaCy's version and the pipeline's: another one finds other names."""
    meta = load_pipeline(name).meta
    return f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')}, spaCy {metadata.version('spacy')}"


def find_spacy_entities(
    pipeline: Any, text: str, tokens: Tokens, lexicon: Lexicon, year: int | None = None
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Mentions in text order and what they name."""
    read, known = find_entities(text, tokens, lexicon, year)
    by_id = {entity.id: entity for entity in known}
    found = _Found(text, lexicon, read, by_id)
    spans = sorted(_find_spans(pipeline, text), key=lambda row: (row[0].start - row[0].end, row[0].start))
    for span, label in spans:  # the longest first, so that a surname finds its owner wherever it stands
        found.add(span, label)
    return found.finish()


def _find_spans(pipeline: Any, text: str) -> Iterator[tuple[Span, str]]:
    pieces = list(_cut(text))
    for (start, _), doc in zip(pieces, pipeline.pipe(piece for _, piece in pieces), strict=True):
        for entity in doc.ents:
            span = _trim(text, start + entity.start_char, start + entity.end_char)
            if span is not None:
                yield span, entity.label_


def _cut(text: str) -> Iterator[tuple[int, str]]:
    """Paragraphs with their places, none too long for a pipeline."""
    at = 0
    for paragraph in text.split("\n\n"):
        start, end = at, at + len(paragraph)
        while end - start > _LONGEST:
            gap = text.rfind(" ", start + 1, start + _LONGEST)
            stop = gap if gap > start else start + _LONGEST
            yield start, text[start:stop]
            start = stop
        if end > start:
            yield start, text[start:end]
        at = end + 2


def _trim(text: str, start: int, end: int) -> Span | None:
    """A name without the article before it, a possessive ending and marks."""
    while start < end and text[start] in _EDGES:
        start += 1
    if text[start : start + 4].lower() == "the ":
        start += 4
    ending = next((ending for ending in _ENDINGS if text.endswith(ending, start, end)), "")
    end -= len(ending)
    while end > start and text[end - 1] in _EDGES.replace(".", ""):
        end -= 1
    return Span(start=start, end=end) if end > start and "\n" not in text[start:end] else None


class _Found:
    """The names of one article as they are settled."""

    def __init__(self, text: str, lexicon: Lexicon, read: Sequence[Mention], known: Mapping[str, Entity]) -> None:
        self._text = text
        self._lexicon = lexicon
        self._read = read
        self._starts = [mention.span.start for mention in read]
        self._entities = dict(known)
        self._mentions: dict[int, Mention] = {}
        self._surnames: dict[str, str] = {}
        self._acronyms: dict[str, str] = {}

    def add(self, span: Span, label: str) -> None:
        """Settle one name of spaCy's."""
        printed = " ".join(self._text[span.start : span.end].split())
        kind = KINDS.get(label)
        if label == _GROUPS and self._look_up(printed, "organisation") is not None:
            kind = "organisation"
        if kind is None:
            return
        ours = self._read_here(span, kind)
        if ours is not None and printed not in self._acronyms:
            self._mentions[ours.span.start] = ours
            self._remember(self._entities[ours.entity])
            return
        entity = self._settle(printed, kind)
        self._remember(entity)
        self._mentions.setdefault(span.start, Mention(span=span, kind=kind, entity=entity.id))

    def _read_here(self, span: Span, kind: EntityKind) -> Mention | None:
        """What our rules read within or over these words, if it is of the same kind."""
        at = max(0, bisect_left(self._starts, span.start) - 1)
        while at < len(self._read) and self._read[at].span.start < span.end:
            mention = self._read[at]
            if mention.kind == kind and mention.span.end > span.start:
                return mention
            at += 1
        return None

    def _settle(self, printed: str, kind: EntityKind) -> Entity:
        entity = self._look_up(printed, kind)
        if entity is None:
            identity = self._surnames.get(printed) if kind == "person" else self._acronyms.get(printed)
            entity = self._entities.get(identity or "")
        if entity is None or entity.kind != kind:
            entity = Entity(id=f"{kind}/{slugify(printed)}", kind=kind, name=printed)
        return self._entities.setdefault(entity.id, entity)

    def _look_up(self, printed: str, kind: EntityKind) -> Entity | None:
        """What the packaged lists know under these words."""
        key = " ".join(split_words(printed))
        if kind == "person":
            person = self._lexicon.people.full.entries.get(key)
            if person is None:
                return None
            return Entity(id=f"person/{slugify(person.name)}", kind=kind, name=person.name, wikidata=person.wikidata)
        for entry in self._lexicon.known.entries.get(key, ()):
            if isinstance(entry, Organisation) and kind == "organisation":
                return Entity(id=f"organisation/{slugify(entry.name)}", kind=kind, name=entry.name)
            if isinstance(entry, Place) and kind == "place":
                return Entity(
                    id=f"place/{slugify(entry.name)}",
                    kind=kind,
                    name=entry.name,
                    country=entry.country,
                    latitude=entry.latitude,
                    longitude=entry.longitude,
                )
        return None

    def _remember(self, entity: Entity) -> None:
        """How this may be called from now on."""
        words = split_words(entity.name)
        if entity.kind == "person" and len(words) > 1:
            self._surnames.setdefault(surname_of(words), entity.id)
        elif entity.kind == "organisation" and len(words) > 1:
            letters = "".join(word[0] for word in words if word[0].isupper())
            if is_acronym_of(letters, words):
                self._acronyms.setdefault(letters, entity.id)

    def finish(self) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
        """Mentions in text order that do not overlap, and entities in the order of their first."""
        mentions: list[Mention] = []
        forms: dict[str, dict[str, int]] = {}
        for start in sorted(self._mentions):
            mention = self._mentions[start]
            if mentions and start < mentions[-1].span.end:
                continue
            mentions.append(mention)
            counts = forms.setdefault(mention.entity, {})
            printed = " ".join(self._text[mention.span.start : mention.span.end].split())
            counts[printed] = counts.get(printed, 0) + 1
        return tuple(mentions), tuple(
            replace(self._entities[identity], names=_most_used_first(counts)) for identity, counts in forms.items()
        )


def _most_used_first(counts: Mapping[str, int]) -> tuple[Name, ...]:
    return tuple(Name(text=text, count=n) for text, n in sorted(counts.items(), key=lambda row: (-row[1], row[0])))
