"""Which texts may have a passage in common. In: articles in the order of time. Out: pairs of places, familiar shingles.

A shingle is five words in a row (Broder 1997). About one in four is looked up, the same ones in any text, in an
inverted index: its first letter tells which. What a source prints under headline after headline, or what is printed
day after day, is furniture or a phrase of the trade: it is familiar, and makes no candidates. A text that many outlets
carry on one day is not; of many articles that name no source nobody can tell.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import compress
from typing import NamedTuple, TypeAlias
from zlib import crc32

from generator.model import Article
from generator.relate.chronology import day_of_article
from generator.relate.sources import source_key

WIDTH = 5
"""Words of a shingle."""

SAMPLED = bytes(code & 3 == 3 for code in range(256))
"""Of the last byte of a sign's code: whether a shingle that begins with it is looked up. Of English words 27 in 100 do,
of other scripts' about as many."""

FAMILIAR_TO_SOURCE = 5
"""More reports of one source (versions of one report apart) have what is its furniture."""

FAMILIAR = 20
"""On more days than this stands what is anyone's."""

_EARLIEST = 10
"""Carriers of a shingle that later ones are compared with: bounds the cost of a text that hundreds carry."""

_LEAST_SHARED = 3
"""Looked-up shingles two texts must share to be measured, or all that the one has."""

_HINT = 0.3
"""Share of the shorter text's looked-up shingles that makes it worth measuring."""

_LONGEST_WORD = 12
"""Signs a word on average; a text of longer ones is of a script written without spaces, and cut into its signs."""

Pair: TypeAlias = tuple[int, int]


def find_pairs(articles: Sequence[Article]) -> tuple[list[Pair], frozenset[int]]:
    """Pairs, the earlier first, that share enough to be worth measuring; and the familiar shingles."""
    rows = [*map(_read_row, articles)]
    carriers = _find_carriers(rows)
    familiar = _find_familiar(carriers, articles)
    sizes = [len(row) - sum(map(familiar.__contains__, row)) for row in rows]
    shared = Counter(pair for shingle, places in carriers.items() if shingle not in familiar for pair in _pair(places))
    enough = [max(min(_LEAST_SHARED, size), _HINT * size) for size in sizes]
    pairs = [(other, place) for (place, other), count in shared.items() if count >= min(enough[place], enough[other])]
    return sorted(pairs, key=lambda pair: (pair[1], pair[0])), familiar


def _pair(places: Sequence[int]) -> Iterator[Pair]:
    """Each carrier of a shingle with the earliest ones before it."""
    for number, place in enumerate(places):
        for other in places[: min(number, _EARLIEST)]:
            yield place, other


def split_words(text: str) -> list[str]:
    """Words as printed, with their commas: quick, and near enough to find candidates."""
    words = text.casefold().split()
    return words if len(text) <= _LONGEST_WORD * len(words) else list(text.casefold())


def sample_places(words: Sequence[str]) -> list[int]:
    """Where the shingles begin that are looked up."""
    signs = "".join([word[0] for word in words[: 1 - WIDTH]]).encode("utf-32-le", "surrogatepass")
    return [*compress(range(len(signs) // 4), signs[::4].translate(SAMPLED))]


def read_shingles(words: Sequence[str], places: Iterable[int]) -> list[int]:
    """Each shingle as a number of 32 bits: two of four billion have one by chance, and measuring tells."""
    return [crc32(" ".join(words[at : at + WIDTH]).encode("utf-8", "surrogatepass")) for at in places]


def _read_row(article: Article) -> array[int]:
    words = split_words(article.text)
    return array("I", read_shingles(words, sample_places(words)))


def _find_carriers(rows: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """The places of each shingle that two texts or more have, in order."""
    once: set[int] = set()
    several: set[int] = set()
    for row in rows:
        several.update(once.intersection(row))
        once.update(row)
    carriers: defaultdict[int, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        for shingle in several.intersection(row):
            carriers[shingle].append(place)
    return carriers


def _find_familiar(carriers: Mapping[int, Sequence[int]], articles: Sequence[Article]) -> frozenset[int]:
    reports = [_Report.of(article) for article in articles]
    common = ((shingle, places) for shingle, places in carriers.items() if len(places) > FAMILIAR_TO_SOURCE)
    return frozenset(shingle for shingle, places in common if _is_familiar(reports[place] for place in places))


class _Report(NamedTuple):
    """What an article is told from others by: those of one source, headline and day are versions of one."""

    source: str
    headline: str
    day: date | None

    @classmethod
    def of(cls, article: Article) -> _Report:
        return cls(source_key(article.source or ""), article.title, day_of_article(article))


def _is_familiar(reports: Iterable[_Report]) -> bool:
    days: set[object] = set()
    by_source: defaultdict[str, set[_Report]] = defaultdict(set)
    nobodys = 0
    for report in reports:
        days.add(report.day or report.headline)
        if report.source:
            by_source[report.source].add(report)
        else:
            nobodys += 1
        if len(by_source.get(report.source, ())) > FAMILIAR_TO_SOURCE or max(len(days), nobodys) > FAMILIAR:
            return True
    return False
