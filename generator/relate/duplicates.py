"""Copies of one report. In: articles in the order of time. Out: pairs of which one is a copy, and texts within others.

Two articles are copies when most of the shorter text's words stand in the longer, in stretches of five words or more,
whatever was cut, moved, or put around them. Not counted is what is familiar: furniture and phrases of the trade, which
many articles have. These are no copies:

    other facts in the same places   reports of one template tell of different days or firms
    other matter beside it           a text that holds another among things of its own is not that other's copy: both
                                     are kept apart, and the one is said to be within the other

A text cut to a third is a copy still: what was cut is on the same subject, and names the same people and places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import TypeAlias

from generator.model import EnrichedArticle, Inclusion
from generator.relate.chronology import day_of_article, days_between
from generator.relate.cohesion import is_furniture, is_one_subject
from generator.relate.overlap import Overlap, Text, count_conflicts, measure
from generator.relate.shingles import find_pairs
from generator.relate.sources import source_key
from generator.relate.vectors import split_terms

LEAST = 24
"""Words that two texts must share: short notes may be alike by chance."""

NEAR_DAYS = 2
"""Days within which a text is carried on. Later, a text that is nearly the same is rather the next of its kind."""

WORDS_A_CONFLICT = 100
"""Of so many shared words, one fact may be another: an edit, a correction, a later count."""

WORDS_A_CONFLICT_LATER = 250
NOTE = 60
"""Shared words of a note that its source may send again another day, word for word, about that day."""

WHOLE = 0.93
"""Share of a note that its source has sent again."""

OWN_MATTER = 50
"""Words in a row of its own that may be another report; fewer are furniture."""

OWN_MATTER_SHARE = 0.2
ONE_SUBJECT = 0.14
"""Least share of terms that two parts of one report have in common: see cohesion.py."""

ONE_SUBJECT_OF_TWO = 0.25
"""The same, of parts that are articles by themselves."""

MOST_WITHIN = 20
"""Texts within one that are compared with each other."""

Pair: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two places, the earlier first; the share of the shorter text that the other has; and that of either."""

    first: int
    second: int
    share: float
    of_first: float = 1.0
    of_second: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What texts have in common. No pair is of two kinds."""

    copies: tuple[Copy, ...] = ()
    revisions: tuple[Copy, ...] = ()
    """Texts of one source and day that are copies but for their facts: one may be the other, corrected."""
    inclusions: tuple[Inclusion, ...] = ()

    def inclusions_of(self, articles: Sequence[EnrichedArticle]) -> tuple[Inclusion, ...]:
        """Those of which both texts are among some articles."""
        known = {enriched.article.id for enriched in articles}
        return tuple(found for found in self.inclusions if {found.whole, found.part} <= known)


def find_copies(articles: Sequence[EnrichedArticle], threshold: float) -> tuple[Copy, ...]:
    """Pairs with at least `threshold` of their text in common, in order. `articles` come in the order of time."""
    return find_shared(articles, threshold).copies


def find_shared(articles: Sequence[EnrichedArticle], threshold: float) -> Shared:
    """Copies, and texts within others, in order. `articles` come in the order of time."""
    pairs, familiar = find_pairs([enriched.article for enriched in articles])
    alike = list(_compare(pairs, lambda place: Text(articles[place].article, familiar), threshold))
    found = [match for match in alike if not match.is_another]
    apart = _find_apart(found)
    return Shared(
        copies=tuple(match.as_copy() for match in found if match.part_and_whole not in apart),
        revisions=tuple(match.as_copy() for match in alike if match.is_another and _are_of_one_day(match)),
        inclusions=tuple(
            match.as_inclusion()
            for match in sorted(found, key=lambda match: (match.whole, match.part))
            if match.part_and_whole in apart
        ),
    )


def by_pair(copies: Sequence[Copy]) -> Mapping[Pair, float]:
    """Share of each pair of places."""
    return {(copy.first, copy.second): copy.share for copy in copies}


@dataclass(frozen=True, slots=True)
class _Match:
    """Two texts of which the longer, at the place `whole`, has most of the shorter, at `part`."""

    part: int
    whole: int
    overlap: Overlap
    """Of the part with the whole."""
    is_another: bool
    """They are the same form, filled in twice."""
    texts: Mapping[int, Text]

    @property
    def part_and_whole(self) -> Pair:
        return self.part, self.whole

    def as_copy(self) -> Copy:
        shares = {self.part: self.overlap.of_one, self.whole: self.overlap.of_other}
        first, second = sorted(shares)
        return Copy(
            first=first,
            second=second,
            share=self.overlap.of_one,
            of_first=shares[first],
            of_second=shares[second],
        )

    def as_inclusion(self) -> Inclusion:
        part, whole = (self.texts[place].article.id for place in self.part_and_whole)
        return Inclusion(whole=whole, part=part, share=self.overlap.of_one)


def _compare(pairs: Sequence[Pair], read: Callable[[int], Text], threshold: float) -> Iterator[_Match]:
    """The pairs that match. A text is read when first compared, and dropped after its last pair if it matched none."""
    texts: dict[int, Text] = {}
    matched: set[int] = set()
    last = {place: number for number, pair in enumerate(pairs) for place in pair}
    for number, pair in enumerate(pairs):
        texts.update((place, read(place)) for place in pair if place not in texts)
        match = _match(texts, pair, threshold)
        if match is not None:
            matched.update(pair)
            yield match
        for place in pair:
            if last[place] == number and place in matched:
                texts[place].forget()
            elif last[place] == number:
                del texts[place]


def _match(texts: Mapping[int, Text], pair: Pair, threshold: float) -> _Match | None:
    part, whole = sorted(pair, key=lambda place: (texts[place].own, place))
    one, other = texts[part], texts[whole]
    overlap = measure(one, other)
    if overlap.shared < LEAST or (overlap.of_story if _are_near(one, other) else overlap.of_one) < threshold:
        return None
    return _Match(part, whole, overlap, _is_another(one, other, overlap), texts)


def _is_another(one: Text, other: Text, overlap: Overlap) -> bool:
    """Whether two texts so alike are the same form filled in twice."""
    conflicts = count_conflicts(overlap.blocks, one, other)
    if conflicts > overlap.shared // (WORDS_A_CONFLICT if _are_near(one, other) else WORDS_A_CONFLICT_LATER):
        return True
    if overlap.shared >= NOTE or not _are_of_one_source(one, other):
        return False
    days = days_between(day_of_article(one.article), day_of_article(other.article))
    return bool(days) or overlap.of_one < WHOLE or not _are_alike(one.article.title, other.article.title)


def _are_near(one: Text, other: Text) -> bool:
    """Whether the one may be the other, carried on: as far as their days tell."""
    days = days_between(day_of_article(one.article), day_of_article(other.article))
    return days is None or abs(days) <= NEAR_DAYS


def _are_of_one_source(one: Text, other: Text) -> bool:
    source = source_key(one.article.source or "")
    return bool(source) and source == source_key(other.article.source or "")


def _are_of_one_day(match: _Match) -> bool:
    """Whether both are of one source and day, or of one source and days that are not known."""
    one, other = (match.texts[place] for place in match.part_and_whole)
    return _are_of_one_source(one, other) and not days_between(
        day_of_article(one.article), day_of_article(other.article)
    )


def _are_alike(one: str, other: str) -> bool:
    """Whether two headlines share most of the terms of the shorter."""
    ours, theirs = frozenset(split_terms(one)), frozenset(split_terms(other))
    return len(ours & theirs) * 2 > min(len(ours), len(theirs))


# --- texts within others ---------------------------------------------------------------------------------------------


def _find_apart(matches: Sequence[_Match]) -> frozenset[Pair]:
    """Parts and wholes that are not copies of each other."""
    apart = {match.part_and_whole for match in matches if _has_own_matter(match)}
    within: defaultdict[int, list[_Match]] = defaultdict(list)
    for match in matches:
        if _count_beside(match) >= LEAST and any(len(passage) >= LEAST for passage in _own_passages(match)):
            within[match.whole].append(match)
    for whole in sorted(within):
        for one, other in combinations(within[whole][:MOST_WITHIN], 2):
            if _are_two(one, other):
                apart.update((one.part_and_whole, other.part_and_whole))
    return frozenset(apart)


def _has_own_matter(match: _Match) -> bool:
    """Whether the whole goes on about something else."""
    if _count_beside(match) < OWN_MATTER:
        return False
    matter = [passage for passage in _own_passages(match) if len(passage) >= OWN_MATTER and not is_furniture(passage)]
    own = [word for passage in matter for word in passage]
    if len(own) < max(OWN_MATTER, OWN_MATTER_SHARE * match.texts[match.whole].own):
        return False
    return not is_one_subject(own, match.texts[match.part].words, ONE_SUBJECT)


def _count_beside(match: _Match) -> int:
    """The words of the whole, furniture apart, that are not the part's."""
    return round(match.texts[match.whole].own * (1.0 - match.overlap.of_other))


def _own_passages(match: _Match) -> Iterator[list[str]]:
    """The passages of the whole, furniture apart, that are not the part's."""
    whole = match.texts[match.whole]
    rows = zip(whole.words, match.overlap.marks, whole.furniture, strict=True)
    for is_own, run in groupby(rows, key=lambda row: not row[1]):
        if is_own:
            yield [word for word, _, furniture in run if word and not furniture]


def _are_two(one: _Match, other: _Match) -> bool:
    """Whether a whole holds two parts that are different reports: side by side, and not on one subject."""
    common = sum(1 for mark, theirs in zip(one.overlap.marks, other.overlap.marks, strict=True) if mark and theirs)
    if common * 2 >= min(sum(one.overlap.marks), sum(other.overlap.marks)):
        return False
    return not is_one_subject(one.texts[one.part].words, other.texts[other.part].words, ONE_SUBJECT_OF_TWO)
