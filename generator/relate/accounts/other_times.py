"""Whether a sentence's figures are of other times than the story's. In: a line, its tokens, the story's days.

"The worst fire since 1987 killed 21" tells of now: what a superlative is measured by is no time of the sentence. Only
what stands behind `since` is of then ("since a fire in 1987 that killed 40").
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

from generator.model import DateMention
from generator.relate.accounts.counted import ENDS
from generator.relate.accounts.line import Line
from generator.relate.accounts.tokens import Tokens
from generator.relate.accounts.words import NumberWords

NEAR_DAYS = 21
"""Days around a story that its figures may be of."""
_YEAR = len("2016")
"""Of a week or a season (`2016-W11`, `2016-SU`) the year alone is looked at."""
_YEARS_AHEAD = 1
"""What lies further ahead is a forecast, of which reports pick their years."""
_COMPARED_IN = 12
"""Words in front of `since` in which a superlative must stand."""
_COUNTED_FROM = 80
"""Characters behind `since` in which the day must stand that is counted from."""
_HISTORY = " history "
_THAN = frozenset("in during the a last that those when".split())
_GOES_ON = frozenset("that which when who in where with".split())
"""Behind the day that is compared with, words that tell more of it."""
_SUPERLATIVES = frozenset("first worst most best least".split())
_SHORTEST = 6
"""Letters of a word in -est that is a superlative, most likely."""
_NOT_SUPERLATIVES = frozenset("forest interest arrest protest request harvest invest suggest contest conquest".split())


class Times:
    """A line with what it says of other times, read when asked for."""

    def __init__(self, line: Line, tokens: Tokens, words: NumberWords, first: date | None, last: date | None) -> None:
        self._line, self._tokens, self._words = line, tokens, words
        self._first, self._last = first, last

    def are_past(self, at: int) -> bool:
        """Whether a figure at a token is of other times."""
        return self._is_past or any(start < at < end for start, end in self._compared)

    @cached_property
    def _is_past(self) -> bool:
        return self._says_so() or self._counts_from_past or self._names_other_day()

    def _says_so(self) -> bool:
        """Whether the sentence says that it is of other times, or begins as one does that tells of something else."""
        if self._words.past_words.isdisjoint(self._tokens.low):
            return False
        said = f" {' '.join(self._tokens.low)} "
        if said.startswith(self._words.aside):
            return True
        return any(phrase in said and not (phrase == _HISTORY and self._is_record) for phrase in self._words.past)

    @property
    def _is_record(self) -> bool:
        """`The highest in its history`, which is of now."""
        at = self._tokens.low.index(_HISTORY.strip())
        return any(map(_is_superlative, self._tokens.low[max(0, at - _COMPARED_IN) : at]))

    def _names_other_day(self) -> bool:
        """Whether it speaks of a day or year that is not the story's, and does not only compare with it."""
        return any(self._is_elsewhen(mention) and not self._is_compared(mention) for mention in self._line.dates)

    def _is_elsewhen(self, mention: DateMention) -> bool:
        if self._first is None or self._last is None:
            return mention.type == "DATE" and mention.value[:4].isdigit() and len(mention.value) == 4
        near = timedelta(days=NEAR_DAYS)
        low, high = (self._first - near).isoformat(), (self._last + near).isoformat()
        if mention.type not in ("DATE", "TIME") or not mention.value[:4].isdigit():
            return False
        size = _YEAR if mention.value[_YEAR + 1 : _YEAR + 2].isalpha() else len(mention.value)
        value = mention.value[: min(size, len(low))]
        return value < low[:size] or (value > high and not self._is_to_come(value))

    def _is_to_come(self, value: str) -> bool:
        """Whether a time, or its year, is well behind the story's: of plans, which reports may tell otherwise."""
        return self._last is not None and value[:_YEAR] <= str(self._last.year + _YEARS_AHEAD)

    @cached_property
    def planned(self) -> frozenset[str]:
        """The times named that are to come."""
        if self._last is None:
            return frozenset()
        high = (self._last + timedelta(days=NEAR_DAYS)).isoformat()
        return frozenset(
            m.value for m in self._line.dates if m.type == "DATE" and m.value[:1].isdigit() and m.value > high
        )

    def _is_compared(self, mention: DateMention) -> bool:
        start = mention.span.start - self._line.start
        starts = self._tokens.starts
        return any(
            starts[first] <= start and (end == len(starts) or start < starts[end]) for first, end in self._compared
        )

    @cached_property
    def _sinces(self) -> Sequence[tuple[int, bool]]:
        """Where `since` stands, and whether it compares."""
        low = self._tokens.low
        return [
            (at, any(map(_is_superlative, low[max(0, at - _COMPARED_IN) : at])))
            for at, word in enumerate(low)
            if word == "since"
        ]

    @cached_property
    def _thans(self) -> Sequence[int]:
        """Where `than` stands in front of what is compared with: "more than in the flood of 2007", not "than 40"."""
        low = self._tokens.low
        return [at for at, word in enumerate(low) if word == "than" and self._tokens.word(at + 1) in _THAN]

    @cached_property
    def _compared(self) -> Sequence[tuple[int, int]]:
        """The tokens of what each `since` that compares is about: a day, and what happened then."""
        compared = [*(at for at, compares in self._sinces if compares), *self._thans]
        return [(at, self._end_of_compared(at)) for at in compared]

    def _end_of_compared(self, at: int) -> int:
        low, starts = self._tokens.low, self._tokens.starts
        end = next((place for place in range(at, len(low)) if low[place] in ENDS), len(low))
        day = next((m.span.end for m in self._line.dates if m.span.start - self._line.start >= starts[at]), None)
        if day is None:
            return end
        behind = next((place for place in range(at, end) if self._line.start + starts[place] >= day), end)
        return end if behind == end or low[behind] in _GOES_ON else behind

    @cached_property
    def _counts_from_past(self) -> bool:
        """Whether figures are counted from another day than the story's, or from none that is named."""
        return any(not compares and not self._has_near_day(at) for at, compares in self._sinces)

    def _has_near_day(self, at: int) -> bool:
        start = self._line.start + self._tokens.starts[at]
        return any(
            start < mention.span.start < start + _COUNTED_FROM
            and mention.type in ("DATE", "TIME")
            and mention.value[:4].isdigit()
            and not self._is_elsewhen(mention)
            for mention in self._line.dates
        )


def _is_superlative(word: str) -> bool:
    return word in _SUPERLATIVES or (word.endswith("est") and len(word) >= _SHORTEST and word not in _NOT_SUPERLATIVES)
