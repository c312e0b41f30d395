"""Rules of topics, and what a site says of topics in `content/vocabulary/topics.yml`, as values.

The file is read by `site_topics.py`; here its changes are made to the tree of IPTC Media Topics.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.vocabulary.mediatopics import Concept


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """What is written of one topic: the words that speak for it and against it."""

    strong: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Other names under which a tag in front matter may mean it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word for topics that people give in front matter: no topic of the packaged tree."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTopics:
    """A site's changes. Topics are named by id; one that is not in the tree, by the word that articles give."""

    path: str = ""
    added: tuple[Concept, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    """Topic, its new label."""
    merged: tuple[tuple[str, str], ...] = ()
    """Topic, the one that it becomes a part of."""
    hidden: tuple[str, ...] = ()
    rows: tuple[tuple[str, TopicRow], ...] = ()
    least: tuple[tuple[str, float], ...] = ()
    """Topic, its own threshold."""
    words: tuple[Word, ...] = ()
    """What is named in the file and is in no tree: some article must give it."""

    @property
    def moves(self) -> dict[str, str | None]:
        """Topic or word -> what it is now, None for nothing."""
        words = {word.text for word in self.words}
        renamed = {name: new for name, new in self.renamed if name in words}
        return {**renamed, **dict(self.merged), **dict.fromkeys(self.hidden)}


NO_CHANGES = SiteTopics()


def topic_key(name: str) -> str:
    """A topic's name as names are compared: letter case, spaces and dashes apart."""
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())


def change_concepts(concepts: Mapping[str, Concept], site: SiteTopics) -> Mapping[str, Concept]:
    """The tree as a site wants it. What is below a topic that goes is then below what it became, or was below."""
    if site == NO_CHANGES:
        return concepts
    everything = {**concepts, **{concept.id: concept for concept in site.added}}
    gone = {name: target for name, target in site.moves.items() if name in everything}
    labels = dict(site.renamed)
    return {
        identity: replace(
            concept,
            label=labels.get(identity, concept.label),
            parent=_find_parent(concept, everything, gone),
        )
        for identity, concept in everything.items()
        if identity not in gone
    }


def _find_parent(concept: Concept, concepts: Mapping[str, Concept], gone: Mapping[str, str | None]) -> str | None:
    """The nearest above that stays; a topic is never put below itself, or below what is below it."""
    above = concept.parent
    while above is not None and above in gone:
        target = gone[above]
        is_free = target in concepts and not _is_below(target, concept.id, concepts)
        above = target if target is not None and is_free else concepts[above].parent
    return above


def _is_below(topic: str | None, other: str, concepts: Mapping[str, Concept]) -> bool:
    while topic is not None and topic != other:
        topic = concepts[topic].parent if topic in concepts else None
    return topic == other


def change_rows(rows: Mapping[str, TopicRow], site: SiteTopics) -> dict[str, TopicRow]:
    """The rules as a site wants them: what it says of a term comes before what is packaged."""
    changed = dict(rows)
    for topic, own in site.rows:
        changed[topic] = _join(own, changed.get(topic, TopicRow()))
    for topic, target in site.moves.items():
        if (row := changed.pop(topic, None)) is not None and target is not None:
            changed[target] = _join(changed.get(target, TopicRow()), row)
    return changed


def _join(first: TopicRow, second: TopicRow) -> TopicRow:
    said = {term.casefold() for term in (*first.strong, *first.terms, *first.against)}

    def both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
        return one + tuple(term for term in other if term.casefold() not in said)

    return TopicRow(
        strong=both(first.strong, second.strong),
        terms=both(first.terms, second.terms),
        against=both(first.against, second.against),
        also=first.also + second.also,
    )
