"""What a person calls an article. In: articles, chains of versions. Out: the ids that an id, a path, an address means.

A path may lack its first folders (`2015/12/slug.md` for `articles/2015/12/slug.md`) or have those above it. Whoever
names an older version means the newest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.model import Article, Chain

_STORIES = "stories/"
"""Addresses of stories begin with this and end with the id of a report: `stories/slug-0a1b2c3d4e5f/`."""

_LONGEST = 1000
"""Characters of a name that is looked up part by part."""


class ArticleNames:
    """Articles by all that names them. Made of all articles, so only where a name is looked up."""

    def __init__(self, articles: Iterable[Article], chains: Iterable[Chain]) -> None:
        newest = {older: chain.newest for chain in chains for older in chain.older}
        self._ids: dict[str, str] = {}
        self._whole: dict[str, str] = {}
        self._ends: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for article in articles:
            identity = newest.get(article.id, article.id)
            self._ids[article.id] = identity
            path = _plain(article.path)
            self._whole[path] = identity
            for end in _ends(path):
                self._ends[end][identity] = None

    def find(self, name: str) -> tuple[str, ...]:
        """The ids of all that it may mean, sorted: one for a good name, none for an unknown one."""
        if name in self._ids:
            return (self._ids[name],)
        if len(name) > _LONGEST:
            return ()
        plain = _plain(name)
        if plain in self._whole:
            return (self._whole[plain],)
        if found := self._ends.get(plain):
            return tuple(sorted(found))
        for end in _ends(plain):
            if end in self._whole:
                return (self._whole[end],)
        return self._find_story(plain)

    def _find_story(self, plain: str) -> tuple[str, ...]:
        _, mark, last = f"/{plain}".rpartition(f"/{_STORIES}")
        if not mark:
            return ()
        for name in (last, last.rpartition("-")[0]):
            while name:
                if name in self._ids:
                    return (self._ids[name],)
                name = name.partition("-")[2]
        return ()


def _plain(name: str) -> str:
    """A path or an address without what ends either: `articles/2015/12/slug`."""
    return name.strip().removesuffix("index.html").strip("/").removesuffix(".md")


def _ends(path: str) -> Iterable[str]:
    """What is left of a path when its first folders go, one after the other."""
    while "/" in path:
        path = path.partition("/")[2]
        yield path
