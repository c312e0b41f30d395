"""Who published what. In: articles. Out: sources, and the key of each article's source.

Names that differ only by letter case and spaces are one source. So are the parts of a house: `X News`, `X Sport` and
`X Online` are X where X itself is a source of the digest. An article that names no source belongs to none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.model import EnrichedArticle, Source
from generator.relate.chronology import newest_first
from generator.slugs import slugify

PARTS = (" news", " sport", " online")
"""What a part of a house adds to the name of the house."""


def source_key(name: str) -> str:
    """What two spellings of one source have in common."""
    return " ".join(name.casefold().split())


def source_keys(articles: Iterable[EnrichedArticle]) -> Mapping[str, str]:
    """Article id -> key of its source, that of the house for a part of one; without articles that name no source."""
    printed = {a.article.id: key for a in articles if (key := source_key(a.article.source or ""))}
    known = frozenset(printed.values())
    return {article: _house(key, known) for article, key in printed.items()}


def _house(key: str, known: frozenset[str]) -> str:
    for part in PARTS:
        house = key.removesuffix(part)
        if house != key and house in known:
            return _house(house, known)
    return key


def printed_names(articles: Iterable[EnrichedArticle]) -> frozenset[str]:
    """Keys of all names that the articles give for their sources."""
    return frozenset(key for a in articles if (key := source_key(a.article.source or "")))


def join_sources(articles: Sequence[EnrichedArticle]) -> tuple[Source, ...]:
    """Sources by name, each spelled as most of its articles do, with its articles newest first."""
    keys = source_keys(articles)
    spellings: dict[str, Counter[str]] = {}
    found: dict[str, list[str]] = {}
    for article in sorted(articles, key=newest_first):
        key = keys.get(article.article.id)
        if key is None:
            continue
        found.setdefault(key, []).append(article.article.id)
        spelling = " ".join((article.article.source or "").split())
        if source_key(spelling) == key:
            spellings.setdefault(key, Counter())[spelling] += 1
    sources = []
    taken: set[str] = set()
    for key in sorted(found):
        name = min(spellings[key], key=lambda text: (-spellings[key][text], text))
        slug = _free_slug(slugify(name), taken)
        taken.add(slug)
        sources.append(Source(name=name, slug=slug, articles=tuple(found[key])))
    return tuple(sources)


def _free_slug(base: str, taken: set[str]) -> str:
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug
