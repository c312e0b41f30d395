"""Raw files that were read before and gave nothing new: older downloads of a feed, files that cannot be read.

The record names the raw file that each article came from, so the others that hold the same entries look unread. What
was in such a file is kept in the cache, by its name and bytes, the options, the rules and the code it was read with:
whether all of it is held elsewhere is asked of the record each time. Losing the cache loses nothing but time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from generator.config import Config
from generator.model import Document, Problem
from generator.raw_files import RawFile
from generator.run.cache import Cache, make_key, open_cache
from generator.vocabulary.cleaning import Rule

_KIND = b"raw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a raw file holds: of each article no more than tells whether it is in the record, and what went wrong."""

    entries: tuple[Document, ...]
    problems: tuple[Problem, ...]


def sum_up(documents: Sequence[Document], problems: Sequence[Problem]) -> Contents:
    """The contents of a raw file from its documents, each id once."""
    entries = (Document(id=each.id, published=each.published, updated=each.updated) for each in documents)
    return Contents(entries=tuple(entries), problems=tuple(problems))


class ReadBefore:
    """The contents of raw files by what they were read with."""

    def __init__(self, cache: Cache, config: Config, rules: tuple[Rule, ...]) -> None:
        self._cache = cache
        self._read_with = make_key(config.convert, rules)

    def find(self, file: RawFile) -> Contents | None:
        """What was in the file, if it was read in the same way."""
        found = self._cache.get(self._key(file))
        return found if isinstance(found, Contents) else None

    def keep(self, file: RawFile, contents: Contents) -> None:
        """Remember what is in a file."""
        self._cache.put(self._key(file), contents)

    def _key(self, file: RawFile) -> bytes:
        return make_key(self._read_with, file.name, file.sha256)


@contextmanager
def open_read_before(config: Config, rules: tuple[Rule, ...], *, whole: bool) -> Iterator[ReadBefore]:
    """Open the cache; `whole`: all raw files will be asked for, and what is known of any other can be forgotten."""
    with open_cache(config.site.root / config.build.cache, _KIND) as cache:
        yield ReadBefore(cache, config, rules)
        if whole:
            cache.drop_unused()
