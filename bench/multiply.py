"""More articles than there are. In: understood articles. Out: as many again, as often as asked, of other news.

Copies of a text would be taken for copies. So each round has other words in place of half of the words, chosen by
their letters: a word becomes the same other word of its length throughout a round, so that the reports of one event
stay reports of one event, the language stays as rich as it is, and all that was found at an offset is still there.
People and organisations get other names the same way, and the dates of the articles are later ones.
"""

from __future__ import annotations

import pickle
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from zlib import crc32

from generator.model import Article, EnrichedArticle, Entity
from generator.slugs import slugify

_SHARE = 2
"""One word in so many is another one: of five words in a row, as copies are found by, hardly ever none."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_TAG = re.compile(r"(<[^>]*>)")


def multiply(articles: Sequence[EnrichedArticle], times: int, days: int = 365) -> Iterator[EnrichedArticle]:
    """The articles, and all of them again for each further time, each time so many days later."""
    yield from articles
    vocabulary = _list_words(article.article.text for article in articles)
    for turn in range(1, times):
        words = _Words(vocabulary, turn)
        for article in articles:
            # A copy through and through: articles that share values would take less memory than real ones do.
            yield _alter(pickle.loads(pickle.dumps(article)), words, turn, timedelta(days=days * turn))  # noqa: S301


def _list_words(texts: Iterable[str]) -> dict[tuple[int, bool], list[str]]:
    """All words by their length and by whether they have a capital, sorted."""
    found: defaultdict[tuple[int, bool], set[str]] = defaultdict(set)
    for text in texts:
        for word in _WORD.findall(text):
            found[len(word), word[0].isupper()].add(word)
    return {kind: sorted(words) for kind, words in found.items()}


class _Words(dict[str, str]):
    """Words, and what they become in one round."""

    def __init__(self, vocabulary: dict[tuple[int, bool], list[str]], turn: int) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._turn = turn

    def __missing__(self, word: str) -> str:
        chance = crc32(f"{self._turn} {word}".encode())
        others = self._vocabulary.get((len(word), word[0].isupper()), [word])
        found = self[word] = word if chance % _SHARE else others[chance // _SHARE % len(others)]
        return found

    def put(self, text: str) -> str:
        """The text with its words changed."""
        return _WORD.sub(lambda match: self[match[0]], text)

    def put_between_tags(self, html: str) -> str:
        """The same for what stands between tags."""
        return "".join(part if part.startswith("<") else self.put(part) for part in _TAG.split(html))


def _alter(enriched: EnrichedArticle, words: _Words, turn: int, later: timedelta) -> EnrichedArticle:
    named = {entity.id: _alter_entity(entity, words) for entity in enriched.entities}

    def call(identity: str) -> str:
        return named[identity].id if identity in named else identity

    return replace(
        enriched,
        article=_alter_article(enriched.article, words, turn, later),
        entities=tuple({entity.id: entity for entity in named.values()}.values()),
        mentions=tuple(replace(mention, entity=call(mention.entity)) for mention in enriched.mentions),
        quotes=tuple(
            replace(quote, entity=call(quote.entity), speaker=words.put(quote.speaker or "")) if quote.entity else quote
            for quote in enriched.quotes
        ),
        summary=replace(enriched.summary, text=words.put(enriched.summary.text)),
    )


def _alter_article(article: Article, words: _Words, turn: int, later: timedelta) -> Article:
    return replace(
        article,
        id=f"{article.id}-{turn}",
        path=article.path.replace(".md", f"-{turn}.md"),
        title=words.put(article.title),
        published=article.published + later if article.published else None,
        text=words.put(article.text),
        body=words.put(article.body),
        html=words.put_between_tags(article.html),
    )


def _alter_entity(entity: Entity, words: _Words) -> Entity:
    """The same place, or somebody else."""
    if entity.kind == "place":
        return entity
    name = words.put(entity.name)
    names = tuple(replace(each, text=words.put(each.text)) for each in entity.names)
    return replace(entity, id=f"{entity.kind}/{slugify(name)}", name=name, names=names, wikidata=None)
