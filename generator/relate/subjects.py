"""Topics over all articles. In: articles with topics, the IPTC concepts. Out: the articles with their topics' ids
settled, and the subjects with the tree above them.

An article counts for its topics and for all that is above them. A word of the site's own that is the label of an IPTC
concept, letter case, spaces and dashes apart, is that concept; other words that differ only so are one subject.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.model import EnrichedArticle, Subject, Topic
from generator.relate.chronology import newest_first
from generator.slugs import slugify
from generator.vocabulary.mediatopics import Concept, ancestors


def join_subjects(
    articles: Sequence[EnrichedArticle], concepts: Mapping[str, Concept]
) -> tuple[tuple[EnrichedArticle, ...], tuple[Subject, ...]]:
    """The articles in their order, and the subjects by label; each topic's id and label are those of its subject."""
    known = {_key(concept.label): concept.id for concept in sorted(concepts.values(), key=lambda c: c.id, reverse=True)}
    free = _settle_words(articles, concepts, known)
    settled = tuple(_settle(article, concepts, known, free) for article in articles)
    found: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for article in sorted(settled, key=newest_first):
        own = {topic.id: topic.label for topic in article.topics}
        above = {i: concepts[i].label for topic in own for i in ancestors(topic, concepts) if i in concepts}
        for identity, label in sorted({**own, **above}.items()):
            found.setdefault(identity, []).append(article.article.id)
            labels.setdefault(identity, label)
    slugs = _make_slugs(labels, concepts)
    subjects = (_make_subject(i, labels[i], slugs[i], found[i], concepts.get(i)) for i in found)
    return settled, tuple(sorted(subjects, key=lambda subject: (subject.label.casefold(), subject.id)))


def _key(label: str) -> str:
    return " ".join(label.casefold().replace("-", " ").replace("_", " ").split())


def _settle_words(
    articles: Iterable[EnrichedArticle], concepts: Mapping[str, Concept], known: Mapping[str, str]
) -> dict[str, Topic]:
    """Key of each word of the site's own -> the spelling used most."""
    spellings: dict[str, Counter[tuple[str, str]]] = {}
    for article in articles:
        for topic in article.topics:
            if topic.id not in concepts and _key(topic.label) not in known:
                spellings.setdefault(_key(topic.label), Counter())[topic.id, topic.label] += 1
    return {
        key: Topic(id=identity, label=label, score=0.0, origin="given")
        for key, counts in spellings.items()
        for identity, label in [min(counts, key=lambda pair, c=counts: (-c[pair], pair))]  # type: ignore[misc]
    }


def _settle(
    article: EnrichedArticle, concepts: Mapping[str, Concept], known: Mapping[str, str], free: Mapping[str, Topic]
) -> EnrichedArticle:
    topics: dict[str, Topic] = {}
    for topic in article.topics:
        key = _key(topic.label)
        identity = topic.id if topic.id in concepts else known[key] if key in known else free[key].id
        label = concepts[identity].label if identity in concepts else free[key].label
        same = topics.get(identity)
        if same is None:
            topics[identity] = replace(topic, id=identity, label=label)
        else:
            evidence = tuple(sorted({*same.evidence, *topic.evidence}, key=lambda span: (span.start, span.end)))
            topics[identity] = replace(same, score=max(same.score, topic.score), evidence=evidence)
    return replace(article, topics=tuple(topics.values()))


def _make_slugs(labels: Mapping[str, str], concepts: Mapping[str, Concept]) -> dict[str, str]:
    """One slug each; where two labels give one, a concept's comes before a word's and the others get a number."""
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for identity in sorted(labels, key=lambda i: (i not in concepts, i)):
        base = slug = slugify(labels[identity])
        number = 2
        while slug in taken:
            slug, number = f"{base}-{number}", number + 1
        taken.add(slug)
        slugs[identity] = slug
    return slugs


def _make_subject(identity: str, label: str, slug: str, articles: Sequence[str], concept: Concept | None) -> Subject:
    parent = concept.parent if concept else None
    return Subject(
        id=identity,
        label=label,
        slug=slug,
        articles=tuple(articles),
        parent=parent,
        wikidata=concept.wikidata if concept else None,
    )
