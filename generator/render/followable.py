"""What readers may follow an item by. In: articles and the context. Out: addresses of topics and names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.render.context import Context
from generator.render.paths import entity_address, subject_address


def followable(articles: Iterable[str], context: Context) -> tuple[str, ...]:
    """The topics of these articles, with those above them, and their names: each address once, in a fixed order."""
    return tuple(dict.fromkeys(address for article in articles for address in _addresses(article, context)))


def _addresses(article: str, context: Context) -> Iterator[str]:
    for topic in context.articles[article].topics:
        if subject := context.subjects.get(topic.id):
            yield subject_address(subject)
            yield from map(subject_address, context.broader(subject))
    yield from map(entity_address, context.names_of.get(article, ()))
