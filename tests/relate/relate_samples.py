"""Small made-up articles to relate."""

from __future__ import annotations

from datetime import date

from generator.config import RelateConfig
from generator.model import (
    Article,
    DateMention,
    Digest,
    EnrichedArticle,
    Entity,
    EntityKind,
    Link,
    Mention,
    Name,
    Span,
    Topic,
)
from generator.moments import Moment
from generator.relate.digest import relate_articles
from generator.vocabulary.mediatopics import Concept

CONCEPTS = {
    concept.id: concept
    for concept in (
        Concept(id="medtop:1", label="politics and government", parent=None, wikidata="Q1"),
        Concept(id="medtop:2", label="international relations", parent="medtop:1", wikidata=None),
        Concept(id="medtop:3", label="diplomacy", parent="medtop:2", wikidata=None),
        Concept(id="medtop:4", label="sport", parent=None, wikidata=None),
    )
}


def write(
    identity: str,
    title: str,
    text: str,
    published: Moment | None = None,
    source: str | None = None,
    people: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    topics: tuple[Topic, ...] = (),
    days: tuple[date, ...] = (),
) -> EnrichedArticle:
    """An article that names `people` and `places` where the text has them, and dates its lead to `days`."""
    article = Article(
        id=identity,
        title=title,
        path=f"articles/{identity}.md",
        html="",
        text=text,
        blocks=(),
        sentences=(),
        published=published,
        source=source,
    )
    named = [*(("person", name) for name in people), *(("place", name) for name in places)]
    entities = tuple(entity(kind, name, max(1, text.count(name))) for kind, name in named)
    mentions = sorted(
        (
            Mention(span=Span(start=at, end=at + len(name)), kind=kind, entity=entity_id(kind, name))
            for kind, name in named
            if (at := text.find(name)) >= 0
        ),
        key=lambda mention: mention.span.start,
    )
    dates = tuple(DateMention(span=Span(start=0, end=1), type="DATE", value=day.isoformat()) for day in days)
    return EnrichedArticle(article=article, mentions=tuple(mentions), entities=entities, topics=topics, dates=dates)


def entity_id(kind: str, name: str) -> str:
    return f"{kind}/{name.lower().replace(' ', '-')}"


def entity(kind: EntityKind, name: str, count: int = 1, **more: object) -> Entity:
    return Entity(id=entity_id(kind, name), kind=kind, name=name, names=(Name(text=name, count=count),), **more)


def topic(identity: str, label: str, score: float = 1.0) -> Topic:
    return Topic(id=identity, label=label, score=score, origin="rules")


def relate(*articles: EnrichedArticle, **options: object) -> Digest:
    return relate_articles(articles, CONCEPTS, RelateConfig(**options), None)


def groups(digest: Digest) -> list[set[str]]:
    """The stories' articles, in no order within."""
    return sorted((set(story.articles) for story in digest.stories), key=sorted)


def links_between(digest: Digest, source: str, target: str) -> list[Link]:
    return [link for link in digest.links if (link.source, link.target) == (source, target)]
