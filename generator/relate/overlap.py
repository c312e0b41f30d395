"""What two texts have in common, word by word. In: two texts, the familiar shingles. Out: an Overlap.

Five words in a row that both have begin a block: a stretch of words that stands in both. Between two blocks that follow
one another in both texts, words were edited; other words that only one of them has were added there, or cut from the
other. Furniture counts as neither. Lines of its own at either end of a text frame it: a credit, an appeal to readers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, filterfalse, pairwise
from typing import NamedTuple

from generator.model import Article
from generator.relate.facts import differ, is_number, say_fact
from generator.relate.shingles import WIDTH, read_shingles, sample_places, split_words

EDITED, EDITED_OTHER = 25, 40
"""Most words between two blocks, of the shorter text and of the longer, that can stand for one another."""

FRAMED = 2
"""So many words are shared for one of the frame that does not count."""

CREDITED = 2
"""Names at the ends of a text that may be those of who sent it, and from where."""

_MARKS = " \t\n.,;:!?()[]{}<>\"'“”„‘’«»…–—-*_|/\\$€£%"
_BREAKS = (".", "!", "?", ":", "…", '"', "”", "»", "-", "–", "—")
"""What a word ends in behind which a sentence or a line may begin."""
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

    def __init__(self, article: Article, familiar: frozenset[int]) -> None:
        self.article = article
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
        places = sample_places(self._looked_up) if self._familiar else []
        for at, shingle in zip(places, read_shingles(self._looked_up, places), strict=True):
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

    def begins(self, at: int) -> bool:
        """Whether a sentence or a line may begin with a word, or end before it."""
        return not 0 < at < len(self.words) or self._printed[at - 1].endswith(_BREAKS) or at in self._lines

    @cached_property
    def _lines(self) -> frozenset[int]:
        """Where the lines begin, counted in words."""
        return frozenset(accumulate(len(line.split()) for line in self.article.text.split("\n")))

    def forget(self) -> None:
        """Drop what comparing with another text needs, and no one after: it takes many times the text's memory."""
        for made in ("shingles", "places", "known", "facts", "_lines"):
            self.__dict__.pop(made, None)

    def facts_in(self, stretch: Stretch) -> list[str]:
        """The numbers, names and turns in some words, each as comparing writes it."""
        said = (say_fact(self.words[at], self._is_name(at)) for at in range(*stretch) if not self.furniture[at])
        return [fact for fact in said if fact]

    def plain_in(self, stretch: Stretch) -> frozenset[str]:
        """The words that bear no fact."""
        return frozenset(
            word for at in range(*stretch) if (word := self.words[at]) and not say_fact(word, self._is_name(at))
        )

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
    of_story: float
    """Share of the words of `one` without its frame, a short one that is beside all that both have."""
    blocks: tuple[Block, ...]
    marks: bytes
    """1 for each word of `other` that `one` has."""


def measure(one: Text, other: Text) -> Overlap:
    """Lay one text out along the other."""
    blocks = [Block(0, 0, len(one.words))] if one.words == other.words else find_blocks(one, other)
    ours, theirs = bytearray(len(one.words)), bytearray(len(other.words))
    for block in blocks:
        ours[block.one : block.one + block.size] = b"\1" * block.size
        theirs[block.other : block.other + block.size] = b"\1" * block.size
    shared = _count_own(ours, one)
    story = one.own - _count_frame(blocks, one, shared)
    return Overlap(
        shared=shared,
        of_one=shared / one.own if one.own else 0.0,
        of_other=_count_own(theirs, other) / other.own if other.own else 0.0,
        of_story=shared / story if story else 0.0,
        blocks=tuple(blocks),
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


def _count_own(marks: Sequence[int], text: Text) -> int:
    """The words that are marked and none of the furniture."""
    if not any(text.furniture):
        return sum(marks)
    return sum(1 for mark, furniture in zip(marks, text.furniture, strict=True) if mark and not furniture)


def _count_frame(blocks: Sequence[Block], text: Text, shared: int) -> int:
    """The words before and behind what is shared, where they are few and lines of their own."""
    if not blocks:
        return 0
    start, end = blocks[0].one, blocks[-1].one + blocks[-1].size
    ends = Stretch(0, start), Stretch(end, len(text.words))
    sizes = [last - first - sum(text.furniture[first:last]) for first, last in ends]
    size = sum(size for size, at in zip(sizes, (start, end), strict=True) if size <= EDITED and text.begins(at))
    return size if size * FRAMED <= shared else 0


def count_conflicts(blocks: Sequence[Block], one: Text, other: Text) -> int:
    """Numbers, names and turns for which the other has different ones in the same place."""
    lost = _count_lost(blocks, one, other)
    conflicts = sum(differ(*_find_new(here, there, one, other)) for here, there in _find_edits(blocks))
    for here, there, credited in _find_ends(blocks, one, other):
        ours, theirs = _find_new(here, there, one, other)
        conflicts += differ(filter(is_number, ours), filter(is_number, theirs))
        names = differ(filterfalse(is_number, ours), filterfalse(is_number, theirs))
        conflicts += max(0, names - credited)
    return max(conflicts, lost - 1)


def _count_lost(blocks: Sequence[Block], one: Text, other: Text) -> int:
    """Numbers between the blocks of the shorter text which the longer has nowhere, though it has the rest."""
    between = (Stretch(before.one + before.size, after.one) for before, after in pairwise(blocks))
    said = (fact for stretch in between for fact in one.facts_in(stretch) if is_number(fact))
    return len({fact for fact in said if fact not in other.facts})


def _find_new(here: Stretch, there: Stretch, one: Text, other: Text) -> tuple[list[str], list[str]]:
    """The facts of stretches that stand for one another which the other text has nowhere."""
    ours = [fact for fact in one.facts_in(here) if fact not in other.known and fact not in other.facts]
    theirs = [fact for fact in other.facts_in(there) if fact not in one.known and fact not in one.facts]
    return ours, theirs


def _find_edits(blocks: Sequence[Block]) -> Iterator[tuple[Stretch, Stretch]]:
    """Words of one text that stand in the place of words of the other."""
    for before, after in pairwise(blocks):
        here = Stretch(before.one + before.size, after.one)
        there = Stretch(before.other + before.size, after.other)
        if _is_edit(here, there):
            yield here, there


def _find_ends(blocks: Sequence[Block], one: Text, other: Text) -> Iterator[tuple[Stretch, Stretch, int]]:
    """What stands before the first block and behind the last, where it is short and stands for one another.

    A sentence that goes on in both texts does, and so does one of the same form. Other lines are of the frame. The
    number is how many names may be those of a credit, which is no part of a sentence.
    """
    if not blocks:
        return
    first, last = blocks[0], blocks[-1]
    behind = last.one + last.size, last.other + last.size
    ends = (
        (first[:2], (Stretch(0, first.one), Stretch(0, first.other))),
        (behind, (Stretch(behind[0], len(one.words)), Stretch(behind[1], len(other.words)))),
    )
    for (at, there), stretches in ends:
        is_line = one.begins(at) or other.begins(there)
        if _is_edit(*stretches) and not (is_line and _are_of_two_forms(*stretches, one, other)):
            yield *stretches, CREDITED if is_line else 0


def _are_of_two_forms(here: Stretch, there: Stretch, one: Text, other: Text) -> bool:
    """Whether two stretches have hardly a word in common, facts apart."""
    ours, theirs = one.plain_in(here), other.plain_in(there)
    return len(ours & theirs) * 2 < min(len(ours), len(theirs))


def _is_edit(here: Stretch, there: Stretch) -> bool:
    return here.start < here.end <= here.start + EDITED and there.start < there.end <= there.start + EDITED_OTHER
