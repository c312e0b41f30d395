"""What two texts have in common, word by word. In: two texts, the familiar shingles. Out: an Overlap.

Five words in a row that both have begin a block: a stretch of words that stands in both. Between two blocks that follow
one another in both texts, words were edited; other words that only one of them has were added there, or cut from the
other. Furniture counts as neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import filterfalse, pairwise
from typing import NamedTuple

from generator.model import Article
from generator.relate.facts import differ, is_number, say_fact
from generator.relate.shingles import Hashes, sample_shingles, split_words

WIDTH = 5
EDITED, EDITED_OTHER = 25, 40
"""Most words between two blocks, of the shorter text and of the longer, that can stand for one another."""

CREDITED = 2
"""Names at the ends of a text that may be those of who sent it, and from where."""

_MARKS = " \t\n.,;:!?()[]{}<>\"'“”„‘’«»…–—-*_|/\\$€£%"
_ENDS = (".", "!", "?", ":", "…", '"', "”", "“", "»", "«", "(")
"""What a word ends in after which a capital says nothing."""


class Stretch(NamedTuple):
    """Words of a text, from one place to before another."""

    start: int
    end: int


class Block(NamedTuple):
    """Words that stand in both texts: where in each, and how many."""

    one: int
    other: int
    size: int


class Text:
    """An article's words, and what comparing asks of them, each made when first asked for."""

    def __init__(self, article: Article, familiar: frozenset[int], hashes: Hashes) -> None:
        self.article = article
        self._hashes = hashes
        self._familiar = familiar
        self._printed = article.text.split()
        printed = split_words(article.text)
        if len(printed) != len(self._printed):
            self._printed = list(article.text)
        self._looked_up = printed
        self.words = [word.strip(_MARKS) for word in printed]

    @cached_property
    def furniture(self) -> bytearray:
        """1 for each word of a familiar passage."""
        marks = bytearray(len(self.words))
        last = None
        for at, shingle in sample_shingles(self._looked_up, self._hashes).items() if self._familiar else ():
            if shingle in self._familiar:
                start = at if last is None else last
                marks[start : at + WIDTH] = b"\1" * (min(at + WIDTH, len(marks)) - start)
                last = at
            else:
                last = None
        return marks

    @cached_property
    def own(self) -> int:
        """How many words are none of the furniture."""
        return len(self.words) - sum(self.furniture)

    @cached_property
    def shingles(self) -> list[tuple[str, ...]]:
        """Every five words in a row."""
        words = self.words
        return list(zip(words, words[1:], words[2:], words[3:], words[4:], strict=False))

    @cached_property
    def places(self) -> dict[tuple[str, ...], int]:
        """Where each shingle stands first."""
        return {shingle: at for at, shingle in reversed([*enumerate(self.shingles)])}

    @cached_property
    def facts(self) -> frozenset[str]:
        """The numbers, names and turns of the whole text."""
        return frozenset(fact for fact in self.facts_in(Stretch(0, len(self.words))))

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of the whole text."""
        return frozenset(self.words)

    def forget(self) -> None:
        """Drop what comparing with another text needs, and no one after: it takes many times the text's memory."""
        for made in ("shingles", "places", "known", "facts"):
            self.__dict__.pop(made, None)

    def facts_in(self, stretch: Stretch) -> list[str]:
        """The numbers, names and turns in some words, each as comparing writes it."""
        said = (say_fact(self.words[at], self._is_name(at)) for at in range(*stretch) if not self.furniture[at])
        return [fact for fact in said if fact]

    def _is_name(self, at: int) -> bool:
        """Whether a word bears a capital that is not a sentence's."""
        word = self._printed[at].strip(_MARKS)
        return (
            word[:1].isupper()
            and at > 0
            and not self._printed[at - 1].endswith(_ENDS)
            and self._printed[at][0] not in _ENDS
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What `one` and `other` share, counted in words without furniture."""

    shared: int
    of_one: float
    """Share of the words of `one` that the other has."""
    of_other: float
    conflicts: int
    """Numbers, names and turns for which the other has different ones in the same place."""
    marks: bytes
    """1 for each word of `other` that `one` has."""


def measure(one: Text, other: Text) -> Overlap:
    """Lay one text out along the other."""
    blocks = [Block(0, 0, len(one.words))] if one.words == other.words else find_blocks(one, other)
    ours, theirs = bytearray(len(one.words)), bytearray(len(other.words))
    for block in blocks:
        ours[block.one : block.one + block.size] = b"\1" * block.size
        theirs[block.other : block.other + block.size] = b"\1" * block.size
    shared, of_one = _count_shared(ours, one)
    _, of_other = _count_shared(theirs, other)
    return Overlap(
        shared=shared,
        of_one=of_one,
        of_other=of_other,
        conflicts=_count_conflicts(blocks, one, other),
        marks=bytes(theirs),
    )


def find_blocks(one: Text, other: Text) -> list[Block]:
    """Blocks in the order of `one`. A phrase that the other has twice goes on where the block before it does."""
    blocks = []
    start = there = size = 0
    places, theirs = other.places, other.shingles
    for at, shingle in enumerate(one.shingles):
        following = there + size - WIDTH + 1
        if size and following < len(theirs) and theirs[following] == shingle:
            size += 1
            continue
        if size:
            blocks.append(Block(start, there, size))
            size = 0
        place = places.get(shingle)
        if place is not None:
            start, there, size = at, place, WIDTH
    if size:
        blocks.append(Block(start, there, size))
    return blocks


def _count_shared(marks: bytearray, text: Text) -> tuple[int, float]:
    shared = sum(1 for mark, furniture in zip(marks, text.furniture, strict=True) if mark and not furniture)
    return shared, shared / text.own if text.own else 0.0


def _count_conflicts(blocks: Sequence[Block], one: Text, other: Text) -> int:
    lost = _count_lost(blocks, one, other)
    conflicts = sum(differ(*_find_new(here, there, one, other)) for here, there in _find_edits(blocks))
    for here, there in _find_ends(blocks, one, other):
        ours, theirs = _find_new(here, there, one, other)
        conflicts += differ(filter(is_number, ours), filter(is_number, theirs))
        names = differ(filterfalse(is_number, ours), filterfalse(is_number, theirs))
        conflicts += max(0, names - CREDITED)
    return max(conflicts, lost - 1)


def _count_lost(blocks: Sequence[Block], one: Text, other: Text) -> int:
    """Numbers between the blocks of the shorter text which the longer has nowhere, though it has the rest."""
    between = (Stretch(before.one + before.size, after.one) for before, after in pairwise(blocks))
    said = (fact for stretch in between for fact in one.facts_in(stretch) if is_number(fact))
    return len({fact for fact in said if fact not in other.facts})


def _find_new(here: Stretch, there: Stretch, one: Text, other: Text) -> tuple[list[str], list[str]]:
    """The facts of stretches that stand for one another which the other text has nowhere."""
    ours = [fact for fact in one.facts_in(here) if fact not in other.facts and fact not in other.known]
    theirs = [fact for fact in other.facts_in(there) if fact not in one.facts and fact not in one.known]
    return ours, theirs


def _find_edits(blocks: Sequence[Block]) -> Iterator[tuple[Stretch, Stretch]]:
    """Words of one text that stand in the place of words of the other."""
    for before, after in pairwise(blocks):
        here = Stretch(before.one + before.size, after.one)
        there = Stretch(before.other + before.size, after.other)
        if _is_edit(here, there):
            yield here, there


def _find_ends(blocks: Sequence[Block], one: Text, other: Text) -> Iterator[tuple[Stretch, Stretch]]:
    """What stands before the first block and behind the last, where it is short."""
    if blocks:
        first, last = blocks[0], blocks[-1]
        ends = (
            (Stretch(0, first.one), Stretch(0, first.other)),
            (Stretch(last.one + last.size, len(one.words)), Stretch(last.other + last.size, len(other.words))),
        )
        yield from (end for end in ends if _is_edit(*end))


def _is_edit(here: Stretch, there: Stretch) -> bool:
    return here.start < here.end <= here.start + EDITED and there.start < there.end <= there.start + EDITED_OTHER
