"""Which texts may have a passage in common. In: articles in the order of time. Out: pairs of places, familiar shingles.

A shingle is five words in a row (Broder 1997). One in about SAMPLED is looked up, the same ones in any text, in an
inverted index. What a source prints under headline after headline, or what is printed day after day, is furniture or a
phrase of the trade: it is familiar, and makes no candidates. A text that many outlets carry on one day is not; of many
articles that name no source nobody can tell.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple, TypeAlias
from zlib import crc32

from generator.model import Article
from generator.relate.chronology import day_of_article
from generator.relate.sources import source_key

SAMPLED = 4
"""One shingle in about so many is looked up: those whose first word's hash is divisible by it, a power of two."""

FAMILIAR_TO_SOURCE = 5
"""More reports of one source (versions of one report apart) have what is its furniture."""

FAMILIAR = 20
"""On more days than this stands what is anyone's."""

_EARLIEST = 10
"""Carriers of a shingle that later ones are compared with: bounds the cost of a text that hundreds carry."""

_LEAST_SHARED = 3
"""Looked-up shingles two texts must share to be measured."""

_HINT = 0.3
"""Share of the shorter text's looked-up shingles that makes it worth measuring."""

_LONGEST_WORD = 12
"""Signs a word on average; a text of longer ones is of a script written without spaces, and cut into its signs."""

_BITS, _SEVERAL = 8, 2
"""Counts kept for each shingle, so that few share one; and how far is counted."""

_P1, _P2, _P3, _P4 = 1_000_003, 10_000_019, 100_000_007, 1_000_000_007
Pair: TypeAlias = tuple[int, int]


class Hashes(dict[str, int]):
    """Words' hashes, made when first asked for; the same in every run."""

    def __missing__(self, word: str) -> int:
        value = self[word] = crc32(word.encode("utf-8", "surrogatepass"))
        return value


def find_pairs(articles: Sequence[Article], hashes: Hashes) -> tuple[list[Pair], frozenset[int]]:
    """Pairs, the earlier first, that share enough to be worth measuring; and the familiar shingles."""
    rows = [array("Q", sample_shingles(split_words(article.text), hashes).values()) for article in articles]
    carriers = _find_carriers(rows)
    familiar = _find_familiar(carriers, articles)
    pairs: list[Pair] = []
    sizes = [len(row) - sum(map(familiar.__contains__, row)) for row in rows]
    earliest = {shingle: places[:_EARLIEST] for shingle, places in carriers.items() if shingle not in familiar}
    for place, row in enumerate(rows):
        shared = Counter(chain.from_iterable([earliest[shingle] for shingle in row if shingle in earliest]))
        for other in sorted(shared):
            least = max(_LEAST_SHARED, _HINT * min(sizes[place], sizes[other]))
            if other < place and shared[other] >= least:
                pairs.append((other, place))
    return pairs, familiar


def split_words(text: str) -> list[str]:
    """Words as printed, with their commas: quick, and near enough to find candidates."""
    words = text.casefold().split()
    return words if len(text) <= _LONGEST_WORD * len(words) else list(text.casefold())


def sample_shingles(words: Sequence[str], hashes: Hashes) -> Mapping[int, int]:
    """The shingles that are looked up, by the place of their first word."""
    row = [*map(hashes.__getitem__, words)]
    last = len(row) - 4
    # Factors are primes, so that the same words in another order make another shingle.
    return {
        at: first + row[at + 1] * _P1 + row[at + 2] * _P2 + row[at + 3] * _P3 + row[at + 4] * _P4
        for at, first in enumerate(row)
        if not first & (SAMPLED - 1) and at < last
    }


def _find_carriers(rows: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """The places of each shingle that two texts or more have, in order."""
    # Most stand in one text. To keep a list or an entry of a set for each would be most of the memory of relating, so
    # they are counted by a part of their bits first; what only shares those bits with another is found out afterwards.
    bits = (1 << (_BITS * sum(map(len, rows))).bit_length()) - 1
    seen = bytearray(bits + 1)
    for row in rows:
        for shingle in set(row):
            if seen[shingle & bits] < _SEVERAL:
                seen[shingle & bits] += 1
    carriers: defaultdict[int, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        for shingle in {shingle for shingle in row if seen[shingle & bits] == _SEVERAL}:
            carriers[shingle].append(place)
    return {shingle: places for shingle, places in carriers.items() if len(places) > 1}


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
