"""Who published what. In: articles. Out: sources; names that differ only by letter case and spaces are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model import EnrichedArticle, Source
from generator.relate.chronology import newest_first
from generator.slugs import slugify


def source_key(name: str) -> str:
    """What two spellings of one source have in common."""
    return " ".join(name.casefold().split())


def join_sources(articles: Sequence[EnrichedArticle]) -> tuple[Source, ...]:
    """Sources by name, each spelled as most of its articles do, with its articles newest first."""
    spellings: dict[str, Counter[str]] = {}
    found: dict[str, list[str]] = {}
    for article in sorted(articles, key=newest_first):
        name = article.article.source
        if name is not None and (key := source_key(name)):
            spellings.setdefault(key, Counter())[" ".join(name.split())] += 1
            found.setdefault(key, []).append(article.article.id)
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
